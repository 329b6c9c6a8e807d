"""Judges an event by its trigger, its clause and what governs either."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.status.governors import Governors
from kg.extract.status.nouns import judge_noun, judge_plan
from kg.extract.status.verdict import Verdict
from kg.extract.status.words import REQUESTS
from kg.extract.syntax import child, is_verbal
from kg.model import Status

_WISHED = frozenset("joined aided visited cooperated_with negotiated_with met signed_with agreed_with".split())
_CARRIERS = frozenset(
    """statement letter message expression show sign round series wave package exchange act declaration word pledge
    resumption start beginning continuation opening set number day""".split()
)
_MAKING = frozenset(
    """hold have make begin start resume take reach sign conclude strike seal achieve broker host arrange pay open
    launch give send issue provide impose agree convene set place expect be deliver extend offer schedule plan
    finalize finalise increase raise tighten toughen step ease lift drop renew restore cut suspend remove widen expand
    introduce adopt levy slap put conduct carry stage mount""".split()
)
_OFFERING = frozenset("propose offer seek consider weigh mull request demand urge want suggest discuss".split())
_ARRANGING = frozenset("plan schedule pledge promise arrange organize organise expect".split())
_AWAITING = frozenset({"expect", "await", "schedule", "arrange", "order"})
_AWAITED = frozenset({"expect", "await", "invite", "due", "anticipate"})
"""What tells a visit to come: "the delegations are expected in Istanbul"."""
_ANNOUNCED = frozenset(
    """call request proposal hope plan invitation offer demand appeal possibility prospect idea threat push bid need
    date preparation condition""".split()
)
"""Nouns whose "of", "for" or "to" announces an event: "a call for talks", "the date of the summit"."""
_FOR = frozenset("call push appeal ask press hope plead prepare aim".split())
_BARRIERS = frozenset("block obstacle bar barrier veto impediment objection opposition resistance".split())
"""Nouns whose "on" or "to" keeps an event from happening: "a block on Kyiv's accession"."""
_UNDER_WAY = frozenset("ongoing current recent latest last continuing past earlier".split())
_CLEARING = frozenset("lift drop remove end withdraw abandon overcome clear".split())
_TAKING_PLACE = frozenset("resume begin start open take continue happen occur follow be cover focus".split())


class Factuality(Governors):
    """Reads the status of a trigger from its clause and from what governs it."""

    def judge(self, trigger: Token, verb: Token, predicate: str = "") -> Verdict:
        """Judge a frame with its trigger and its governing verb (the same token where the trigger is a verb)."""
        verdict = Verdict()
        if (
            trigger.lemma_ in ("apply", "seek", "consider", "mull", "propose", "hope", "suggest")
            and predicate in _WISHED
        ):
            verdict.say("possible", trigger.lemma_)
        if trigger.lemma_ in _AWAITED and predicate == "visited":
            verdict.say("planned", trigger.lemma_)
        if trigger.i != verb.i or not is_verbal(trigger):
            judge_noun(trigger, verdict)
        if not is_verbal(verb):
            self._governed_noun(verb, verdict)
            return verdict
        if trigger.i != verb.i and trigger.dep_ in ("dobj", "nsubjpass", "attr", "pobj"):
            self._light(verb, verdict)
        self.local(verb, verdict)
        self.climb(verb, verdict)
        return verdict

    def _light(self, verb: Token, verdict: Verdict) -> None:
        """Judge an event noun by the light verb that it is the object of: "proposed talks", "cancelled a visit"."""
        particle = child(verb, "prt")
        lemma = verb.lemma_ if particle is None else f"{verb.lemma_} {particle.lower_}"
        if self._undone(lemma):
            verdict.say("negated", lemma)
        elif lemma in _OFFERING:
            verdict.say("possible", lemma)
        elif lemma in _ARRANGING:
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
        if head.dep_ == "pobj" and governor.dep_ in ("prep", "dative", "agent"):
            self._behind(governor, verdict)
        elif head.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and is_verbal(governor):
            self._as_object(head, governor, verdict)
        elif head.dep_ == "nsubj" and is_verbal(governor) and governor.lemma_ in _TAKING_PLACE:
            status = self._status_of(governor)
            if status != "actual":
                verdict.say(status, governor.lemma_)

    def _behind(self, preposition: Token, verdict: Verdict) -> None:
        """Judge a noun by what stands before its preposition: "a round of talks", "agreed to a visit"."""
        outer, low = preposition.head, preposition.lower_
        if outer.pos_ == "NOUN" and low == "of" and outer.lemma_ in _CARRIERS:
            self._governed_noun(outer, verdict)
        elif outer.pos_ in ("NOUN", "ADJ") and low in ("of", "for", "to"):
            if outer.lemma_ in _ANNOUNCED:
                judge_plan(outer, verdict)
                if verdict.status == "actual":
                    verdict.say("possible", outer.lemma_)
            elif outer.lemma_ in _BARRIERS:
                verdict.say("negated", f"{outer.lemma_} {low}")
        elif outer.pos_ == "NOUN" and low in ("on", "against") and outer.lemma_ in _BARRIERS:
            verdict.say("negated", f"{outer.lemma_} {low}")
        elif not is_verbal(outer):
            return
        elif low in ("on", "to", "against") and (barrier := _barrier(outer)) is not None:
            verdict.say("possible" if outer.lemma_ in _CLEARING else "negated", f"{barrier.lemma_} {low}")
        elif low == "for" and outer.lemma_ in _FOR:
            verdict.say("planned" if outer.lemma_ == "prepare" else "possible", f"{outer.lemma_} for")
        elif low == "to" and outer.lemma_ in ("agree", "commit", "look"):
            verdict.say("planned", f"{outer.lemma_} to")
        elif low in ("at", "on", "towards", "toward") and outer.lemma_ in ("hint", "aim", "insist", "work", "decide"):
            verdict.say("possible", f"{outer.lemma_} {low}")

    def _as_object(self, noun: Token, verb: Token, verdict: Verdict) -> None:
        """Judge a noun by the verb whose object it is: "expects a visit", "will begin an investigation"."""
        lemma = verb.lemma_
        if self._undone(lemma):
            verdict.say("negated", lemma)
        elif lemma == "announce" or (lemma == "discuss" and any(c.lower_ in _UNDER_WAY for c in noun.children)):
            return
        elif lemma in self.plan or lemma in _AWAITING:
            verdict.say("planned", lemma)
        elif lemma in self.possibility or lemma in REQUESTS:
            verdict.say("possible", lemma)
        elif lemma in self.begin or lemma in _MAKING:
            status = self._status_of(verb)
            if status != "actual":
                verdict.say(status, lemma)

    def _status_of(self, verb: Token) -> Status:
        """Give the status that a verb has by its clause and all above it."""
        verdict = Verdict()
        self.local(verb, verdict)
        self.climb(verb, verdict)
        return verdict.status


def _barrier(verb: Token) -> Token | None:
    """Give what the verb puts up or takes down: "lifted its block on the accession"."""
    thing = child(verb, "dobj")
    return thing if thing is not None and thing.lemma_ in _BARRIERS else None
