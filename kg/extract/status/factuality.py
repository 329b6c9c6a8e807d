"""Judges an event by its trigger, its clause and what governs either."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import predicates_of, words_of
from kg.extract.status.averted import asked_to_stop, judge_before
from kg.extract.status.governors import LOOKED_FOR, Governors
from kg.extract.status.nouns import judge_noun, judge_plan
from kg.extract.status.performed import is_avowed, performed_by
from kg.extract.status.verdict import Verdict
from kg.extract.syntax import child, is_verbal, phrase_of, prepositions

_SETTING = frozenset({"in", "during", "by", "via", "through", "over"})
"""Prepositions by which an event is the setting of another."""
_HYPOTHETICAL = frozenset({"would", "could", "might"})
_AIM = frozenset({"at", "on", "towards", "toward"})


class Factuality(Governors):
    """Reads the status of a trigger from its clause and from what governs it."""

    def judge(self, trigger: Token, verb: Token, predicate: str = "") -> Verdict:
        """Judge a frame with its trigger and its governing verb (the same token where the trigger is a verb)."""
        verdict = Verdict()
        if trigger.lemma_ in self.words["wish"] and predicate in predicates_of(trigger)["wishedFor"]:
            verdict.say("possible", trigger.lemma_)
        if trigger.lemma_ in self.words["preparing"] and predicate in predicates_of(trigger)["wishedFor"]:
            verdict.say("planned", trigger.lemma_)
        if predicate == "deployed_to" and trigger.lemma_ in self.words["givingLeave"] | self.words["pledging"] - {
            "commit"
        }:
            verdict.say("planned", trigger.lemma_)  # "approved the dispatch of troops to Chad", "pledged 500 troops"
        if predicate == "detained" and (writ := child(trigger, "dobj")) and writ.lemma_ in self.words["writ"]:
            verdict.say("possible", writ.lemma_)  # "issued a warrant for his arrest"
        if predicate in predicates_of(trigger)["accordance"] and self._is_near(trigger):
            verdict.say("possible", trigger.lemma_)
        if predicate == "visited" and (awaited := self._awaited(trigger)):
            verdict.say("planned", awaited)
        if trigger.i != verb.i or not is_verbal(trigger):
            judge_noun(trigger, verdict)
        judge_before(trigger, verdict)
        said = predicate in predicates_of(trigger)["answered"] or trigger.lemma_ in self.words["writ"]
        if said and self._answered(trigger):
            return verdict
        if predicate in predicates_of(trigger)["doneByAgreeing"] and self._ended(trigger):
            verdict.say("negated", "the end of")
        if not is_verbal(verb):
            self._governed_noun(verb, verdict)
            if predicate in predicates_of(trigger)["encounter"]:
                self._on_the_way(verb, verdict)
            if predicate == "joined" and verdict.status == "actual" and _only_favoured(verb):
                verdict.say("possible", verb.head.lemma_)
            return verdict
        if trigger.i != verb.i and trigger.dep_ in ("dobj", "nsubjpass", "attr", "pobj") and not _is_setting(trigger):
            self._light(verb, verdict)
            if trigger.dep_ == "pobj" and trigger.head.head.i == verb.i:
                self._behind(trigger.head, verdict)
        if trigger.i != verb.i and _is_setting(trigger) and _is_of_a_question(trigger, verb):
            return verdict
        self.local(verb, verdict)
        self.climb(verb, verdict)
        if verdict.cues == [LOOKED_FOR] and predicate in predicates_of(trigger)["encounter"]:
            verdict = Verdict("planned", [LOOKED_FOR])  # a meeting looked forward to is arranged
        if predicate in predicates_of(trigger)["accordance"] and verdict.status == "actual" and self._is_aim(verb):
            verdict.say("possible", "talks to")
        to_end = verdict.status in ("planned", "possible") or (verdict.status == "negated" and asked_to_stop(verb))
        if predicate == "attacked" and to_end and self._goes_on(trigger, verb):
            return Verdict()
        if verdict.status in ("planned", "possible") and (above := performed_by(verb, predicate)) is not None:
            status = self._status_of(above)
            verdict = Verdict()
            if status != "actual":
                verdict.say(status, above.lemma_)
        if verdict.status == "actual" and self._is_agreed(verb) and predicate not in predicates_of(verb)["accordance"]:
            verdict.say("planned", verb.head.lemma_)
        if verdict.status == "planned" and self._stays(verb, predicate):
            return Verdict()
        return verdict

    def _stays(self, verb: Token, predicate: str) -> bool:
        """Whether what is told to come is there and stays: "will always back Chad", "will maintain its sanctions"."""
        traits = predicates_of(verb)
        if predicate in traits["upheld"] and verb.lemma_ in self.words["upholding"]:
            return True
        return predicate in traits["doneByAvowing"] and is_avowed(verb)

    def _is_agreed(self, verb: Token) -> bool:
        """Whether an accord is to do it: "clinched a deal to send doctors"."""
        infinitive = verb.tag_ == "VB" and verb.dep_ == "acl"
        return infinitive and verb.head.lemma_ in self.words["deal"] | self.words["treaty"]

    def _is_aim(self, verb: Token) -> bool:
        """Whether it is what talks are for: "began talks to reach an accord", "talks under way to conclude a pact"."""
        if verb.tag_ != "VB" or not any(c.tag_ == "TO" for c in verb.children):
            return False
        above = verb.head
        things = [above] if verb.dep_ in ("acl", "relcl") else [c for c in above.children if c.dep_ == "dobj"]
        things += [o for t in (above, *things) for _, o in prepositions(t) if o.i < verb.i]
        return verb.dep_ in ("acl", "relcl", "advcl") and any(t.lemma_ in self.words["negotiation"] for t in things)

    def _goes_on(self, trigger: Token, verb: Token) -> bool:
        """Whether it is to stop and so goes on: "urged Chad to end its attacks", "to cease shelling the town"."""
        stopping = self.words["halting"]
        gerund = trigger.i == verb.i and trigger.tag_ == "VBG" and trigger.dep_ == "xcomp"
        return (trigger.i != verb.i and verb.lemma_ in stopping) or (gerund and trigger.head.lemma_ in stopping)

    def _is_near(self, trigger: Token) -> bool:
        """Whether two have only all but come to terms: "are close to a deal", "neared an agreement"."""
        states = (c.lower_ for c in trigger.children if c.dep_ in ("acomp", "advmod"))
        return trigger.lemma_ in self.words["nearing"] or any(low in self.words["nearly"] for low in states)

    def _awaited(self, trigger: Token) -> str:
        """Give the word that tells of a visit to come: "is expected in Lima", "is due in Lima", "is on his way"."""
        said = [trigger]
        if trigger.lemma_ == "be":
            said += [c for c in trigger.children if c.dep_ == "acomp"] + [o for _, o in prepositions(trigger)]
        return next((t.lemma_ for t in said if {t.lemma_, t.lower_} & self.words["awaited"] and not _is_back(t)), "")

    def _ended(self, truce: Token) -> bool:
        """Whether a truce is told to be over: "announced an end to its ceasefire", "after the collapse of a truce"."""
        over = truce.head.head if truce.dep_ == "pobj" and truce.head.lower_ in ("of", "to") else truce
        return truce.pos_ == "NOUN" and over.i != truce.i and over.lemma_ in self.words["truceOver"]

    def _answered(self, noun: Token) -> bool:
        """Whether a noun of saying is only turned down, so that it was said: "the demand was refused"."""
        verb = noun.head
        known = self.refusal | self.denial | self.words["respond"] | self.words["defying"]
        return noun.dep_ in ("dobj", "nsubjpass") and is_verbal(verb) and bool({verb.lemma_, phrase_of(verb)} & known)

    def _on_the_way(self, noun: Token, verdict: Verdict) -> None:
        """Judge what people do something for by what they do: "will meet for their first summit"."""
        preposition = noun.head
        if noun.dep_ != "pobj" or preposition.lower_ not in ("for", "at", "during") or not is_verbal(preposition.head):
            return
        if self._status_of(preposition.head) == "planned":
            verdict.say("planned", f"{preposition.head.lemma_} {preposition.lower_}")

    def _light(self, verb: Token, verdict: Verdict) -> None:
        """Judge an event noun by the light verb that it is the object of: "proposed talks", "cancelled a visit"."""
        lemma = phrase_of(verb)
        if self._undone(lemma):
            verdict.say("planned" if self._held_later(verb) else "negated", lemma)
        elif lemma in self.words["offering"]:
            verdict.say("possible", lemma)
        elif lemma in self.words["arranging"]:
            verdict.say("planned", lemma)

    def _undone(self, lemma: str) -> bool:
        """Whether the verb keeps its object from happening."""
        return lemma in self.cancel or lemma in self.refusal or lemma in self.denial

    def _governed_noun(self, noun: Token, verdict: Verdict) -> None:
        """Judge a noun by the verb it depends on: "cancelled a visit", "called for talks", "denies the attack"."""
        head = noun
        while head.dep_ == "conj" and not is_verbal(head.head):
            head = head.head
        governor = head.head
        if head.dep_ in ("nsubj", "dobj") and is_verbal(governor):
            self._listed(governor, verdict)
        if head.dep_ == "pobj" and governor.dep_ in ("prep", "dative", "agent"):
            self._behind(governor, verdict)
        elif head.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and is_verbal(governor):
            self._as_object(head, governor, verdict)
        elif head.dep_ == "nsubj" and is_verbal(governor) and self._comes_to_nothing(governor):
            verdict.say("negated", "fall through")
        elif head.dep_ == "nsubj" and is_verbal(governor) and self._set_for(governor):
            verdict.say("planned", "due to")
        elif head.dep_ == "nsubj" and is_verbal(governor) and (open_to := self._left_open(governor)):
            verdict.say("possible", open_to)
        elif head.dep_ == "nsubj" and is_verbal(governor) and governor.lemma_ in self.words["takePlace"]:
            status = self._status_of(governor)
            described = governor.lemma_ == "be" and child(governor, "acomp", "attr") is not None
            if status != "actual" and not (described and status == "negated"):  # "the demand is not new"
                verdict.say(status, governor.lemma_)
        elif head.dep_ == "nsubj" and is_verbal(governor) and _is_any(noun):
            would = next((c for c in governor.children if c.dep_ == "aux" and c.lower_ in _HYPOTHETICAL), None)
            if would is not None:
                verdict.say("possible", would.lower_)

    def _set_for(self, verb: Token) -> bool:
        """Whether what a noun tells is still to begin: "the contact is due to begin today", "are to take place"."""
        to_be = (c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and verb.lemma_ == "be")
        if any(c.lemma_ in self.words["takePlace"] for c in to_be):
            return True
        state = child(verb, "acomp") if verb.lemma_ == "be" else None
        if state is None or state.lower_ not in self.words["planAdjective"]:
            return False
        return any(c.tag_ == "VB" and c.dep_ in ("xcomp", "ccomp", "advcl") for v in (state, verb) for c in v.children)

    def _comes_to_nothing(self, verb: Token) -> bool:
        """Whether what was planned does not happen: "the meeting fell through", "the talks failed to take place"."""
        if verb.lemma_ == "fail" and (missed := child(verb, "xcomp")) is not None:
            return missed.lemma_ in self.words["takePlace"]
        beside = (f"{verb.lemma_} {c.lower_}" for c in verb.children if c.dep_ in ("advmod", "prt"))
        return any(phrase in self.words["comingToNothing"] for phrase in (verb.lemma_, *beside))

    def _left_open(self, verb: Token) -> str:
        """Give the word that leaves open whether it will be: "talks are possible", "sanctions are likely"."""
        state = child(verb, "acomp") if verb.lemma_ == "be" else None
        likely = state is not None and state.lower_ in self.words["perhapsSo"]
        return state.lower_ if state is not None and likely and child(verb, "neg") is None else ""

    def _listed(self, verb: Token, verdict: Verdict) -> None:
        """Judge what an agenda lists in the present: "his programme includes talks", "talks are on her agenda"."""
        subject = child(verb, "nsubj")
        lists = [subject] if subject is not None and verb.lemma_ in words_of(verb)["listing"] else []
        lists += [o for p, o in prepositions(verb) if p.lower_ == "on" and verb.lemma_ == "be"]
        if verb.tag_ in ("VBZ", "VBP") and any(t.lemma_ in words_of(verb)["agenda"] for t in lists):
            verdict.say("planned", "on the agenda")

    def _behind(self, preposition: Token, verdict: Verdict) -> None:
        """Judge a noun by what stands before its preposition: "a round of talks", "agreed to a visit"."""
        outer, low = preposition.head, preposition.lower_
        if low == "without":
            verdict.say("negated", low)
            return
        asked = preposition.nbor(-1) if preposition.i else preposition
        if low == "for" and is_verbal(outer) and asked.dep_ == "dobj" and asked.lemma_ in self.words["announced"]:
            verdict.say("possible", f"{asked.lemma_} for")  # "made a plea for an end to the war"
            return
        if low in ("of", "about") and outer.lemma_ in self.words["claim"] | self.words["rumour"]:
            if outer.dep_ in ("dobj", "nsubjpass") and outer.head.lemma_ in self.denial:
                verdict.say("negated", f"{outer.head.lemma_} {outer.lemma_} {low}")  # "denied reports of talks"
            return
        if (
            low in ("of", "for")
            and outer.lemma_ in self.words["dashedHope"]
            and _is_dashed(outer, self.words["dashing"])
        ):
            verdict.say("negated", f"{outer.head.lemma_} {outer.lemma_}")
            return
        none = low in ("of", "for") and any(c.lower_ == "no" and c.dep_ == "det" for c in outer.children)
        if none and outer.lemma_ in self.words["ruledOut"]:
            verdict.say("negated", f"no {outer.lemma_} {low}")  # "there is no question of talks"
        elif outer.pos_ == "NOUN" and low == "of" and outer.lemma_ in self.words["carrier"]:
            self._governed_noun(outer, verdict)
        elif outer.pos_ in ("ADJ", "ADV") and low == "to" and outer.lower_ in self.words["nearly"]:
            verdict.say("possible", f"{outer.lower_} to")
        elif outer.pos_ == "NOUN" and low == "for" and outer.lemma_ in self.words["accord"]:
            self._governed_noun(outer, verdict)  # "close to a deal for a truce"
        elif outer.pos_ in ("NOUN", "ADJ") and low in ("of", "for", "to"):
            if outer.lemma_ in self.words["announced"]:
                judge_plan(outer, verdict)
                if verdict.status == "actual":
                    verdict.say("possible", outer.lemma_)
            elif outer.lemma_ in self.words["barrier"]:
                verdict.say("negated", f"{outer.lemma_} {low}")
            elif low != "of" and outer.lemma_ in self.words["pathway"] and not _has_come(preposition):
                verdict.say("possible", f"{outer.lemma_} {low}")
        elif outer.pos_ == "NOUN" and low in ("on", "against") and outer.lemma_ in self.words["barrier"]:
            verdict.say("negated", f"{outer.lemma_} {low}")
        elif not is_verbal(outer):
            return
        elif low == "to" and outer.lemma_ == "say" and any(c.lower_ == "no" for c in outer.children):
            verdict.say("negated", "say no to")
        elif low in ("on", "to", "against") and (barrier := self._barrier(outer)) is not None:
            verdict.say("possible" if outer.lemma_ in self.words["clearing"] else "negated", f"{barrier.lemma_} {low}")
        elif low == "for" and outer.lemma_ in self.words["hopeFor"]:
            verdict.say("planned" if outer.lemma_ == "prepare" else "possible", f"{outer.lemma_} for")
        elif low in ("for", "to") and self._opens(outer) and not _has_come(preposition):
            verdict.say("possible", f"{outer.lemma_} {low}")
        elif low == "on" and outer.lemma_ in self.words["hangingOn"]:
            verdict.say("possible", f"{outer.lemma_} on")
        elif low == "to" and outer.lemma_ in self.words["agreeTo"]:
            verdict.say("planned", f"{outer.lemma_} to")
        elif (
            low in _AIM
            and outer.lemma_ in self.words["hintAt"]
            and not _is_prompted(preposition)  # "decided at the request of Chad"
            and child(outer, "prt") is None  # what was "worked out at a meeting" had the meeting
        ):
            verdict.say("possible", f"{outer.lemma_} {low}")

    def _opens(self, verb: Token) -> bool:
        """Whether a verb leads to something: "opened the way for"."""
        way = child(verb, "dobj")
        return way is not None and way.lemma_ in self.words["pathway"]

    def _as_object(self, noun: Token, verb: Token, verdict: Verdict) -> None:
        """Judge a noun by the verb whose object it is: "expects a visit", "will begin an investigation"."""
        lemma = verb.lemma_
        if self._undone(lemma) or self._undone(phrase_of(verb)) or phrase_of(verb) in self.words["averting"]:
            verdict.say("planned" if self._held_later(verb) else "negated", lemma)
        elif lemma == "announce" or (
            lemma == "discuss" and (any(c.lower_ in self.words["underWay"] for c in noun.children) or _is_known(noun))
        ):
            return
        elif lemma in self.plan or lemma in self.words["awaiting"]:
            verdict.say("planned", lemma)
        elif lemma in self.possibility or lemma in self.request or lemma in self.words["furthering"]:
            refused = lemma in self.words["offering"] and self._status_of(verb) == "negated"
            verdict.say("negated" if refused else "possible", lemma)  # "refused to consider talks"
        elif lemma in self.words["favouring"] and any(c.lower_ in self.words["further"] for c in noun.children):
            verdict.say("possible", lemma)  # "will back new sanctions on Chad"
        elif lemma in self.begin or lemma in self.words["making"] or lemma in self.words["prompt"]:
            status = self._status_of(verb)
            if status != "actual":
                verdict.say(status, lemma)

    def _held_later(self, verb: Token) -> bool:
        """Whether what is put off is told to come all the same: "was postponed and will now be held in May"."""
        later = (c for c in verb.children if c.dep_ == "conj" and is_verbal(c) and child(c, "neg") is None)
        held = self.words["takePlace"] | self.words["arranging"] | self.begin
        return any(
            any(a.lower_ in ("will", "shall") for a in c.children) and (c.lemma_ in held or c.lemma_ == "hold")
            for c in later
        )

    def _barrier(self, verb: Token) -> Token | None:
        """Give what the verb puts up or takes down: "lifted its block on the accession"."""
        thing = child(verb, "dobj")
        return thing if thing is not None and thing.lemma_ in self.words["barrier"] else None


def _is_back(way: Token) -> bool:
    """Whether somebody is on the way from where the visit was: "on his way home from Peru"."""
    return {t.lower_ for t in way.subtree if t.dep_ == "prep" and t.i > way.i} == {"from"}


def _is_dashed(hope: Token, dashing: frozenset[str]) -> bool:
    """Whether hopes come to nothing: "dashed hopes of talks", "hopes for a summit were dashed"."""
    return hope.dep_ in ("dobj", "nsubjpass") and phrase_of(hope.head) in dashing and child(hope.head, "neg") is None


def _is_prompted(at: Token) -> bool:
    """Whether something is done because somebody asked: "at the request of Chad"."""
    asked = child(at, "pobj")
    return asked is not None and asked.lemma_ in words_of(asked)["prompting"]


def _is_any(noun: Token) -> bool:
    """Whether a noun means any such act and none told before: "a withdrawal would put lives at risk"."""
    return any(
        c.lower_ in ("a", "an", "any", "another", "such") for c in noun.children if c.dep_ in ("det", "predet", "amod")
    )


def _has_come(preposition: Token) -> bool:
    """Whether what a way leads to came: it has a day of its own, or somebody is on the way to it.

    "Prepared the way for its return on 7 May", "on his way to a meeting with Rao".
    """
    on = preposition.head.dep_ == "pobj" and preposition.head.head.lower_ == "on"
    return on or any(c.lower_ == "yesterday" for o in preposition.children for c in o.subtree)


def _is_setting(noun: Token) -> bool:
    """Whether a noun tells only how or when something else is done: "discussed in a phone call ways to trade"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _SETTING


def _is_of_a_question(noun: Token, verb: Token) -> bool:
    """Whether only what was done in it is asked: "asked whether he had raised it in his talks with Rao"."""
    mark = child(verb, "mark")
    asked = mark is not None and (mark.lower_ == "whether" or (mark.lower_ == "if" and verb.head.lemma_ == "ask"))
    known = any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)
    return asked and known and any(c.tag_ == "VBD" for c in (verb, *verb.children))


def _only_favoured(noun: Token) -> bool:
    """Whether a membership is only supported or opposed: "supports China's accession to the WTO"."""
    verb = noun.head
    known = words_of(noun)
    return noun.dep_ == "dobj" and is_verbal(verb) and verb.lemma_ in known["favouring"] | known["refusal"]


def _is_known(noun: Token) -> bool:
    """Whether a deed or a letter is told with its doer, so that it is there: "discussed Chad's invasion of Mali"."""
    whose = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ == "from") for c in noun.children)
    return whose and noun.lemma_ in words_of(noun)["deed"] | words_of(noun)["letter"]
