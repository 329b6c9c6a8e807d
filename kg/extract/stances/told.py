"""Finds the clauses that somebody says, with who says them to whom, and the other side that a clause names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, is_of, sides
from kg.extract.entities import Entity
from kg.extract.frames import lemma_of
from kg.extract.lexis import words_of
from kg.extract.reported import own_side, reported_clauses
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import agent, child, is_passive, is_verbal, prepositions

_TELLING_WHOSE = ("by", "from", "of", "with", "to", "against")
"""Prepositions behind an act that name whose it is, the likeliest first."""
_NOBODY = frozenset({"it", "this", "that", "what", "which", "we", "i"})
_OWN_SIDE = frozenset({"we", "i", "it", "he", "she", "they"})


@dataclass(slots=True)
class Told:
    """A clause that somebody says: its verb, the verb of saying, who says it and to whom."""

    clause: Token
    verb: Token
    speakers: list[Reference]
    hearers: list[Reference] = field(default_factory=list)

    @property
    def own(self) -> set[Entity]:
        """Give the speaker's side: himself, his state and, for who is on no other's side, the ground he is on."""
        return own_side(self.speakers)


def told_clauses(resolver: Resolver) -> Iterator[Told]:
    """Give each clause under a verb of saying, and each sentence of a quotation that no such verb stands in."""
    doc, spans = resolver.reading.doc, resolver.reading.spans
    reported: set[int] = set()
    for verb in doc:
        if verb.pos_ != "VERB" or spans[verb.i] is not None or not _says(verb):
            continue
        clauses = list(_clauses(verb))
        subject = (agent(verb) if is_passive(verb) else grammatical_subject(verb)) if clauses else None
        speakers = resolver.actors(subject) if subject is not None else []
        if speakers and len(speakers) < 3 and not any(r.entity.kind == "place" for r in speakers):
            hearers = _hearers(verb, resolver, speakers)
            for clause in clauses:
                reported.add(clause.i)
                yield Told(clause, verb, speakers, hearers)
    for sentence in doc.sents if resolver.speakers else ():
        root = sentence.root
        speaker = resolver.speaker_at(root.i) if root.i not in reported and is_verbal(root) else None
        if speaker is not None and not _says(root):
            said = [Reference(speaker, "who is quoted", root.i, weak=True)]
            for clause in (root, *(c for c in root.children if c.dep_ == "conj" and is_verbal(c))):
                yield Told(clause, clause, said)


def _says(verb: Token) -> bool:
    """Whether a verb tells what its subject says: "said", "made clear", "vowed", not "denied"."""
    words, lemma = words_of(verb), lemma_of(verb)
    if lemma in words["report"] and lemma not in words["denial"]:
        return not any(c.dep_ == "neg" for c in verb.children)
    plain = (c for c in verb.children if c.dep_ in ("ccomp", "acomp", "oprd", "xcomp"))
    return lemma in words["makingClear"] and any(lemma_of(c) in words["plain"] for c in plain)


def _clauses(verb: Token) -> Iterator[Token]:
    """Give the clauses that a verb of saying reports, what somebody vows to do and what he makes clear among them."""
    words = words_of(verb)
    vowed = (
        [c for c in verb.children if c.dep_ == "xcomp" and is_verbal(c)] if lemma_of(verb) in words["vowing"] else []
    )
    made = (p for p in verb.children if lemma_of(p) in words["plain"])
    clear = [c for p in made for c in p.children if is_verbal(c) and (c.dep_ == "ccomp" or _is_that_clause(c))]
    return reported_clauses(verb, besides=[*vowed, *clear])


def _is_that_clause(clause: Token) -> bool:
    """Whether a clause is opened by "that", whatever the parser takes it for."""
    return clause.dep_ == "advcl" and any(m.lower_ == "that" for m in clause.children if m.dep_ == "mark")


def _hearers(verb: Token, resolver: Resolver, speakers: list[Reference]) -> list[Reference]:
    """Give whom it is said to: "told Putin that", "reiterated to Putin that"."""
    heard = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i and c.pos_ != "ADP"]
    heard += [c for c in verb.children if c.dep_ == "nsubjpass"]
    heard += [o for p, o in prepositions(verb) if p.lower_ in ("to", "with") and o.i > verb.i]
    sent = [o for p, o in prepositions(verb) if p.lower_ == "in" and lemma_of(o) in words_of(verb)["messageTo"]]
    heard += [o for message in sent for p, o in prepositions(message) if p.lower_ in ("to", "for")]
    own = sides(speakers)
    found = [r for noun in heard for r in resolver.actors(noun) if not r.owned and not is_of(r.entity, own)]
    return [r for r in found if r.entity.kind != "place"]


def on_own_side(subject: Token | None, told: Told, resolver: Resolver) -> bool:
    """Whether who acts in a clause is the speaker or his side: "Iran said it would", "said Iran would"."""
    if subject is None:
        return told.clause.dep_ == "xcomp"
    actors = resolver.actors(subject)
    if not actors:
        return subject.lower_ in _OWN_SIDE or lemma_of(subject) in words_of(subject)["ownForce"]
    if all(is_of(r.entity, told.own) or r.entity in told.own for r in actors):
        return True
    stateless = all(r.entity.kind == "person" and r.entity.state() is None for r in told.speakers)
    return stateless and all(r.entity.kind == "state" for r in actors)  # who speaks for a state is its own


def named_party(noun: Token, told: Told, resolver: Resolver) -> list[Reference]:
    """Give the other side that a noun itself is, also as its people or forces, not what only belongs to it."""
    found = _strangers(noun, told, resolver)
    if len(found) > 2 or (all(r.owned for r in found) and lemma_of(noun) not in words_of(noun)["ownForce"]):
        return []
    return found


def other_party(noun: Token | None, told: Told, resolver: Resolver) -> list[Reference]:
    """Give the one other side that a noun is, or whose it is: "any attack by Chad", "Chad's demand", "Chad"."""
    if noun is None or (noun.pos_ == "PRON" and noun.lower_ in _NOBODY):
        return []
    found = _strangers(noun, told, resolver)
    if found:
        return found if len(found) < 3 else []
    owners = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    behind = sorted(
        ((_TELLING_WHOSE.index(p.lower_), o) for p, o in prepositions(noun) if p.lower_ in _TELLING_WHOSE),
        key=lambda pair: (pair[0], pair[1].i),
    )
    doers = [o for c in noun.children if c.dep_ == "acl" for p, o in prepositions(c) if p.lower_ == "by"]
    for near in (*owners, *doers, *(o for _, o in behind)):
        found = _strangers(near, told, resolver)
        if found:
            return found if len(found) < 3 else []
    for _, deeper in behind:
        if lemma_of(deeper) in words_of(deeper)["hostileAct"] | words_of(deeper)["bidTold"]:
            found = other_party(deeper, told, resolver)
            if found:
                return found
    return []


def _strangers(noun: Token, told: Told, resolver: Resolver) -> list[Reference]:
    """Give the actors of a noun that are not on the speaker's side, nor mere places."""
    return [
        r
        for r in resolver.actors(noun)
        if r.entity.kind != "place" and not is_of(r.entity, told.own) and r.entity not in told.own
    ]


def condition(clause: Token, words: frozenset[str] = frozenset({"if", "unless", "should", "until"})) -> Token | None:
    """Give the clause that says in what case: "if Syria fired", "unless it left", "should it attack".

    One that opens the sentence hangs on the verb of saying: "if it attacked, Chad said, it would fight".
    """
    above = [clause.head] if clause.dep_ == "ccomp" and clause.head.i < clause.i else []
    for node in (clause, *(c for c in clause.children if c.dep_ in ("xcomp", "acomp")), *above):
        for c in node.children:
            marked = any(m.lower_ in words for m in c.children if m.dep_ in ("mark", "aux", "advmod"))
            if c.dep_ == "advcl" and marked:
                return c
            if c.dep_ == "ccomp" and "should" in words and is_inverted(c):
                return c
    return None


def is_inverted(clause: Token) -> bool:
    """Whether "should" before its subject makes a clause a condition: "should Chad attack"."""
    subject = child(clause, "nsubj", "nsubjpass")
    return subject is not None and any(c.lower_ == "should" and c.i < subject.i for c in clause.children)


def has_modal(clause: Token, modals: frozenset[str]) -> bool:
    """Whether a clause has one of these auxiliaries."""
    return any(c.dep_ == "aux" and c.lower_ in modals for c in clause.children)


def is_negated(clause: Token) -> bool:
    """Whether a clause is denied: "will not", "would never"."""
    return child(clause, "neg") is not None or any(c.dep_ == "advmod" and c.lower_ == "never" for c in clause.children)


def no_choice(clause: Token) -> Token | None:
    """Give "choice" where there is none: "has no choice but to fight", "has little option but to leave"."""
    words = words_of(clause)["choice"]
    choices = (c for c in clause.children if c.dep_ == "dobj" and lemma_of(c) in words)
    return next((c for c in choices if any(d.lower_ in ("no", "little") for d in c.children)), None)


def is_dire(clause: Token) -> bool:
    """Whether a clause names something dire: "consequences", "with force", "in coffins"."""
    dire = words_of(clause)["dire"]
    things = [c for c in clause.children if c.dep_ in ("dobj", "attr", "oprd", "xcomp", "acomp", "advmod")]
    things += [o for _, o in prepositions(clause)]
    return any(
        lemma_of(x) in dire
        for thing in things
        for x in (thing, *(c for c in thing.children if c.dep_ == "conj"), *(o for _, o in prepositions(thing)))
    )


def phrases_of(verb: Token) -> set[str]:
    """Give a verb's lemma, with its particle, and with each of its objects: "take measure", "go war"."""
    lemma = lemma_of(verb)
    out = {lemma}
    for c in verb.children:
        if c.dep_ in ("prt", "advmod", "prep"):
            out.add(f"{lemma} {c.lower_}")
        if c.dep_ in ("dobj", "nsubjpass", "acomp", "oprd"):
            out.update(f"{lemma} {lemma_of(x)}" for x in (c, *(j for j in c.children if j.dep_ == "conj")))
    out.update(f"{lemma} {lemma_of(o)}" for p, o in prepositions(verb) if p.lower_ in ("to", "with"))
    return out
