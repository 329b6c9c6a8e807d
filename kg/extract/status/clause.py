"""Judges a verb by the words of its own clause: modals, negation, "if", a headline's "to"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.grammar import PLANNED_MODALS, POSSIBLE_MODALS
from kg.extract.status.averted import is_supposed
from kg.extract.status.verdict import Verdict
from kg.extract.status.words import Cues
from kg.extract.syntax import chain_of, child, is_verbal, prepositions

_NOTHING = frozenset({"nothing", "nobody", "none"})


def _counts_votes(to: Token) -> bool:
    """Whether "to none" tells how a vote went: "by 52 votes to none", "52 to none"."""
    before = to.nbor(-1)
    return to.lower_ == "to" and (before.like_num or any(c.like_num for c in before.children))


def _wants_none(verb: Token) -> bool:
    """Whether somebody turns something down: "would have none of the plan", "was having none of it"."""
    thing = child(verb, "dobj") if verb.lemma_ == "have" else None
    return thing is not None and thing.lower_ == "none" and child(verb, "aux") is not None


def _for_itself(verb: Token) -> bool:
    """Whether a verb joined to another shares no auxiliary: "did not reply but on Friday accused", "won't go but sent".

    Behind "did" or "will" stands a bare form; a past tells that the verb is finite itself.
    """
    bare = verb.head.tag_ == "VB" and verb.tag_ in ("VBD", "VBZ")
    return bare or any(c.dep_ == "cc" and c.lower_ in ("but", "yet") and c.i < verb.i for c in verb.head.children)


class Clauses(Cues):
    """The clause itself."""

    def local(self, verb: Token, verdict: Verdict) -> None:
        """Judge a verb by its own clause, with the auxiliaries that it shares: "will meet and sign"."""
        auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod")]
        chain = verb
        own = [c for c in auxiliaries if c.dep_ == "advmod" and verb.tag_ in ("VB", "VBN") and c.lower_ != "never"]
        auxiliaries = [c for c in auxiliaries if c not in own]  # "will be received by Rao and then meet Paz"
        while (
            not auxiliaries
            and chain.dep_ == "conj"
            and is_verbal(chain.head)
            and child(chain, "nsubj", "nsubjpass") is None
            and not _for_itself(chain)
        ):
            chain = chain.head
            auxiliaries = [c for c in chain.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < chain.i]
            if any(c.lower_ == "to" for c in auxiliaries):
                break
        auxiliaries = [*auxiliaries, *own]
        negated = any(c.dep_ == "neg" or c.lower_ in ("never", "neither", "hardly") for c in auxiliaries)
        negated = negated or any(c.lower_ == "neither" and c.i < verb.i for c in verb.children)
        subject = child(verb, "nsubj", "nsubjpass")
        if subject is not None and (
            subject.lower_ in ("nobody", "none", "neither")
            or any(c.lower_ in ("no", "neither") for c in subject.children if c.dep_ in ("det", "preconj"))
        ):
            negated = True
        longer = (c for c in verb.children if c.lower_ == "longer" and c.dep_ == "advmod")
        negated = negated or any(n.lower_ == "no" for c in longer for n in c.children)  # "no longer recognizes"
        negated = negated or self._at_no_time(verb) or self._to_nobody(verb)
        lower = set() if _wants_none(verb) else {c.lower_ for c in auxiliaries}
        asked = "to" in lower and verb.head.lemma_ in self.request and verb.dep_ in ("xcomp", "ccomp", "advcl")
        if negated and asked:
            verdict.say("possible", "asked not to")
        elif negated:
            verdict.say("negated", "not")
        elif lower & PLANNED_MODALS:
            verdict.say("planned", "will")
        elif "would" in lower:
            verdict.say("planned" if self._reported(verb) else "possible", "would")
        elif lower & POSSIBLE_MODALS:
            verdict.say("possible", min(lower & POSSIBLE_MODALS))
        if any(c.lower_ in self.words["hearsay"] for c in auxiliaries):
            verdict.say("possible", "allegedly")
        if self._is_but_likely(verb):
            verdict.say("possible", "likely that")
        if is_supposed(verb):
            verdict.say("possible", "had")
        present = verb.lemma_ in self.words["timetabled"] and verb.tag_ in ("VBZ", "VBP")
        if present and child(verb, "dobj") is None and any(c.lower_ in self.words["nextStop"] for c in auxiliaries):
            verdict.say("planned", "next")  # "next travels to Rome"
        mark = child(verb, "mark") or (child(chain_of(verb), "mark") if verb.dep_ == "conj" else None)
        if mark is not None and mark.lower_ in ("if", "unless", "whether"):
            verdict.say("possible", mark.lower_)
        if mark is not None and mark.lower_ == "until" and verdict.status == "actual" and verb.tag_ in ("VBZ", "VBP"):
            verdict.say("possible", "until")
        if mark is not None and mark.lower_ == "until" and verdict.status == "actual" and verb.tag_ == "VBD":
            ahead = (c.lower_ for c in chain_of(verb).head.children if c.dep_ == "aux")
            if any(low in PLANNED_MODALS or low == "would" for low in ahead):
                verdict.say("possible", "until")
        if verb.dep_ == "ROOT" and verb.tag_ == "VB" and any(c.lower_ == "to" for c in auxiliaries):
            verdict.say("planned", "to (headline)")

    def _is_but_likely(self, verb: Token) -> bool:
        """Whether it is only said how likely it is: "it is likely that Chad will sign"."""
        above = verb.head
        if verb.dep_ not in ("ccomp", "advcl") or not any(
            c.dep_ == "mark" and c.lower_ == "that" for c in verb.children
        ):
            return False
        states = [above] if above.pos_ == "ADJ" else [c for c in above.children if c.dep_ == "acomp"]
        return any(t.lower_ in self.words["perhapsSo"] for t in states)

    def _to_nobody(self, verb: Token) -> bool:
        """Whether what it is done to is nothing: "signed no accord with Chad", "agreed on nothing"."""
        thing = child(verb, "dobj")
        if _wants_none(verb):
            return False
        none = thing is not None and any(c.lower_ == "no" and c.dep_ == "det" for c in thing.children)
        if thing is not None and (thing.lower_ in _NOTHING or (none and thing.lemma_ not in self.words["noMatter"])):
            return True
        return any(o.lower_ in _NOTHING for p, o in prepositions(verb) if p.i > verb.i and not _counts_votes(p))

    def _at_no_time(self, verb: Token) -> bool:
        """Whether a phrase says that it never happens: "at no point had they met", "under no circumstances"."""
        return any(
            o.lemma_ in self.words["occasion"] and any(c.lower_ == "no" for c in o.children)
            for p, o in prepositions(verb)
            if p.i < verb.i
        )

    def _reported(self, verb: Token) -> bool:
        """Whether "would" is the "will" of what someone said: "said it would leave"."""
        head = verb.head
        while head.dep_ == "conj":
            head = head.head
        if any(c.dep_ in ("parataxis", "ccomp") and c.lemma_ in self.report for c in verb.children):
            return True
        return verb.dep_ in ("ccomp", "conj") and (head.lemma_ in self.report or head.lemma_ in self.plan)
