"""Says whether an event is told as actual, planned, possible or negated, and by whose word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.syntax import child, is_passive, is_verbal
from kg.model import Status

_PLANNED_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_POSSIBLE_MODALS = frozenset({"could", "may", "might", "can", "should", "must", "ca", "ought"})
_REQUESTS = frozenset(
    """urge ask demand call request appeal press push want insist order tell require threaten warn vow invite propose
    offer suggest recommend encourage advise beg plead lobby expect allow authorize authorise let enable permit help
    wish desire hope seek prefer consider discuss mull weigh""".split()
)
_PLAN_ADJECTIVES = frozenset("due set scheduled slated expected poised bound planned upcoming forthcoming".split())
_POSSIBLE_ADJECTIVES = frozenset(
    """ready willing prepared open able likely unlikely possible potential proposed alleged suspected purported supposed
    eventual hypothetical prospective threatened further future reported""".split()
)
_REPORT = frozenset(
    """say tell announce report state add claim allege assert maintain insist note write explain reveal confirm declare
    acknowledge admit argue believe think know reiterate stress emphasize emphasise recall remember remark observe
    disclose indicate suggest show describe quote cite testify conclude complain""".split()
)

_WISHED = frozenset("joined aided visited cooperated_with negotiated_with met signed_with agreed_with".split())
_CARRIERS = frozenset(
    """statement letter message expression show sign round series wave package exchange act declaration word pledge
    resumption start beginning continuation opening set number day""".split()
)
_MAKING = frozenset(
    """hold have make begin start resume take reach sign conclude strike seal achieve broker host arrange pay open launch
    give send issue provide impose agree convene set place expect be deliver extend offer schedule plan finalize""".split()
)


@dataclass(slots=True)
class Verdict:
    """The status with the words that decided it."""

    status: Status
    cues: list[str]
    reporter: Token | None = None


class Factuality:
    """Reads the status of a trigger from its clause and from what governs it."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self.denial = words.get("denial", frozenset())
        self.refusal = words.get("refusal", frozenset())
        self.failure = words.get("failure", frozenset())
        self.plan = words.get("plan", frozenset()) | {"vote", "choose", "opt", "move", "decide"}
        self.possibility = words.get("possibility", frozenset())
        self.cancel = words.get("cancel", frozenset()) | {"cancel", "scrap", "shelve", "boycott", "skip"}
        self.begin = words.get("begin", frozenset())
        self.report = words.get("report", frozenset()) | _REPORT

    def judge(self, trigger: Token, verb: Token, predicate: str = "") -> Verdict:
        """Judge a frame with its trigger and its governing verb (the same token where the trigger is a verb)."""
        verdict = Verdict("actual", [])
        if (
            trigger.lemma_ in ("apply", "seek", "consider", "mull", "propose", "hope", "suggest")
            and predicate in _WISHED
        ):
            self._set(verdict, "possible", trigger.lemma_)
        if trigger.i != verb.i or not is_verbal(trigger):
            self._noun(trigger, verdict)
        node = verb
        if not is_verbal(node):
            above = self._governor_of_noun(node, verdict)
            if above is None:
                return verdict
            node = above
            self._local(node, verdict, presupposed=True)
            return verdict
        if trigger.i != verb.i and trigger.dep_ in ("dobj", "nsubjpass", "attr", "pobj"):
            self._light(node, verdict)
        self._local(node, verdict)
        self._climb(node, verdict)
        return verdict

    def _light(self, verb: Token, verdict: Verdict) -> None:
        """Judge an event noun by the light verb that it is the object of: "proposed talks", "cancelled a visit"."""
        particle = child(verb, "prt")
        lemma = verb.lemma_ if particle is None else f"{verb.lemma_} {particle.lower_}"
        if lemma in self.cancel or lemma in self.refusal or lemma in self.denial:
            self._set(verdict, "negated", lemma)
        elif lemma in (
            "propose",
            "offer",
            "seek",
            "consider",
            "weigh",
            "mull",
            "request",
            "demand",
            "urge",
            "want",
            "suggest",
            "discuss",
        ):
            self._set(verdict, "possible", lemma)
        elif lemma in ("plan", "schedule", "pledge", "promise", "arrange", "organize", "organise", "expect"):
            self._set(verdict, "planned", lemma)

    # -- the clause itself --------------------------------------------------------------------------------------------

    def _local(self, verb: Token, verdict: Verdict, *, presupposed: bool = False) -> None:
        if presupposed:
            return
        auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod")]
        chain = verb
        while (
            not auxiliaries
            and chain.dep_ == "conj"
            and is_verbal(chain.head)
            and child(chain, "nsubj", "nsubjpass") is None
        ):
            chain = chain.head
            auxiliaries = [c for c in chain.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < chain.i]
            if any(c.lower_ == "to" for c in auxiliaries):
                break
        negated = any(c.dep_ == "neg" or c.lower_ in ("never", "neither", "hardly") for c in auxiliaries)
        subject = child(verb, "nsubj", "nsubjpass")
        if subject is not None and (
            subject.lower_ in ("nobody", "none", "neither")
            or any(c.lower_ in ("no", "neither") for c in subject.children if c.dep_ in ("det", "preconj"))
        ):
            negated = True
        lower = {c.lower_ for c in auxiliaries}
        asked = (
            "to" in {c.lower_ for c in auxiliaries}
            and verb.head.lemma_ in _REQUESTS
            and verb.dep_ in ("xcomp", "ccomp", "advcl")
        )
        if negated and asked:
            self._set(verdict, "possible", "asked not to")
        elif negated:
            self._set(verdict, "negated", "not")
        elif lower & _PLANNED_MODALS:
            self._set(verdict, "planned", "will")
        elif "would" in lower:
            self._set(verdict, "planned" if self._reported(verb) else "possible", "would")
        elif lower & _POSSIBLE_MODALS:
            self._set(verdict, "possible", min(lower & _POSSIBLE_MODALS))
        mark = child(verb, "mark")
        if mark is not None and mark.lower_ in ("if", "unless", "whether"):
            self._set(verdict, "possible", mark.lower_)
        if mark is not None and mark.lower_ == "until" and verdict.status == "actual" and verb.tag_ in ("VBZ", "VBP"):
            self._set(verdict, "possible", "until")
        if verb.dep_ == "ROOT" and verb.tag_ == "VB" and any(c.lower_ == "to" for c in auxiliaries):
            self._set(verdict, "planned", "to (headline)")

    def _reported(self, verb: Token) -> bool:
        head = verb.head
        while head.dep_ == "conj":
            head = head.head
        if any(c.dep_ in ("parataxis", "ccomp") and c.lemma_ in self.report for c in verb.children):
            return True
        return verb.dep_ in ("ccomp", "conj") and (head.lemma_ in self.report or head.lemma_ in self.plan)

    @staticmethod
    def _set(verdict: Verdict, status: Status, cue: str) -> None:
        verdict.cues.append(cue)
        order = ("actual", "planned", "possible", "negated")
        if order.index(status) > order.index(verdict.status):
            verdict.status = status

    # -- what governs it ----------------------------------------------------------------------------------------------

    def _climb(self, verb: Token, verdict: Verdict) -> None:
        node, steps = verb, 0
        while steps < 6:
            steps += 1
            while node.dep_ == "conj" and is_verbal(node.head):
                node = node.head
            head = node.head
            if head.i == node.i:
                return
            if any(t.text in (";", ":") for t in node.doc[min(node.i, head.i) : max(node.i, head.i)]):
                return
            infinitive = any(c.tag_ == "TO" for c in node.children)
            if node.dep_ in ("ccomp", "xcomp", "csubj", "oprd", "dobj") and (is_verbal(head) or head.pos_ == "ADJ"):
                self._under(head, node, infinitive, verdict)
                if head.lemma_ in self.report and node.dep_ == "ccomp":
                    verdict.reporter = verdict.reporter or head
                node = head
                if not is_verbal(node):
                    return
                continue
            if node.dep_ in ("acl", "relcl") and infinitive and head.dep_ == "ROOT":
                self._set(verdict, "planned", "to (headline)")
                return
            if node.dep_ == "acl" and head.pos_ == "NOUN" and child(node, "mark") is not None:
                self._noun_plan(head, verdict)
                return
            if node.dep_ in ("acl", "relcl") and infinitive and head.pos_ in ("NOUN", "PROPN"):
                self._noun_plan(head, verdict)
                governor = head.head
                if head.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "pobj") and is_verbal(governor):
                    self._local(governor, verdict)
                    if governor.lemma_ in self.refusal or governor.lemma_ in self.denial:
                        self._set(verdict, "negated", governor.lemma_)
                return
            if node.dep_ == "pcomp" and head.dep_ == "prep":
                outer = head.head
                if head.lower_ == "out" and outer.lemma_ == "rule":
                    self._set(verdict, "negated", "rule out")
                elif head.lower_ in ("without", "against"):
                    self._set(verdict, "negated", head.lower_)
                elif head.lower_ == "before" and verdict.status == "actual":
                    inner = Verdict("actual", [])
                    if is_verbal(outer):
                        self._local(outer, inner)
                    if inner.status != "actual":
                        self._set(verdict, inner.status, "before")
                elif (
                    is_verbal(outer)
                    and outer.lemma_ in ("accuse", "suspect", "blame", "charge")
                    and head.lower_ in ("of", "for", "with")
                ):
                    self._set(verdict, "possible", f"{outer.lemma_} {head.lower_}")
                    verdict.reporter = outer
                elif is_verbal(outer):
                    self._under(outer, node, False, verdict)
                elif outer.pos_ in ("NOUN", "ADJ"):
                    self._noun_plan(outer, verdict)
                return
            if node.dep_ == "advcl" and infinitive and is_verbal(head):
                inner = Verdict("actual", [])
                self._local(head, inner)
                if inner.status != "actual":
                    self._set(verdict, inner.status, "purpose of " + head.lemma_)
                elif head.lemma_ in ("be", "have", "need"):
                    self._set(verdict, "planned", f"{head.lemma_} to")
                return
            if (
                node.dep_ == "advcl"
                and is_verbal(head)
                and node.tag_ in ("VBZ", "VBP")
                and child(node, "mark", "advmod") is not None
            ):
                inner = Verdict("actual", [])
                self._local(head, inner)
                if inner.status == "planned":
                    self._set(verdict, "planned", head.lemma_)
                return
            if (
                node.dep_ == "advcl"
                and is_verbal(head)
                and child(node, "mark") is None
                and child(node, "nsubj") is None
            ):
                inner = Verdict("actual", [])
                self._local(head, inner)
                if inner.status in ("planned", "possible") and verdict.status == "actual":
                    self._set(verdict, inner.status, head.lemma_)
                return
            return

    def _under(self, head: Token, node: Token, infinitive: bool, verdict: Verdict) -> None:
        lemma = head.lemma_.casefold()
        negated = any(c.dep_ == "neg" for c in head.children)
        if lemma in self.denial or lemma == "deny":
            self._set(verdict, "negated", lemma)
        elif lemma in self.refusal or lemma in self.failure:
            self._set(verdict, "possible" if negated else "negated", lemma)
        elif lemma == "be" and infinitive:
            self._set(verdict, "planned", "be to")
        elif lemma == "have" and infinitive:
            yet = any(c.lower_ == "yet" for c in head.children)
            self._set(verdict, "negated" if yet else "possible", "have to")
        elif lemma == "go" and infinitive and head.tag_ == "VBG":
            self._set(verdict, "planned", "going to")
        elif head.pos_ == "ADJ" or (lemma in _PLAN_ADJECTIVES | _POSSIBLE_ADJECTIVES and infinitive):
            if lemma in _PLAN_ADJECTIVES:
                self._set(verdict, "planned", lemma)
            elif lemma in _POSSIBLE_ADJECTIVES:
                self._set(verdict, "possible", lemma)
        elif (lemma in ("expect", "schedule", "set", "slate") and is_passive(head) and infinitive) or (lemma in self.plan and (infinitive or node.tag_ == "VBG")):
            self._set(verdict, "planned", lemma)
        elif (lemma in self.possibility or lemma in _REQUESTS) and (infinitive or node.tag_ in ("VBG", "VB")):
            self._set(verdict, "possible", lemma)
        elif lemma in ("stop", "cease", "end", "avoid", "rule", "oppose", "prevent"):
            if node.tag_ == "VBG" and lemma in ("avoid", "rule", "prevent"):
                self._set(verdict, "negated", lemma)
        if verdict.status == "actual" or infinitive:
            before = verdict.status
            if negated and lemma not in self.report and lemma not in self.refusal and lemma not in self.denial:
                self._set(verdict, "negated", f"not {lemma}")
            elif before == "actual" or infinitive:
                inner = Verdict("actual", [])
                self._local(head, inner)
                if infinitive and inner.status != "actual" and lemma not in self.report:
                    self._set(verdict, inner.status, lemma)

    # -- nouns --------------------------------------------------------------------------------------------------------

    def _noun(self, noun: Token, verdict: Verdict) -> None:
        before = noun.head
        if noun.dep_ == "pobj" and (
            before.lower_ == "before" or (before.lower_ == "of" and before.head.lower_ == "ahead")
        ):
            self._set(verdict, "planned", "before")
        for c in noun.children:
            low = c.lemma_.casefold()
            if c.dep_ in ("det", "neg") and c.lower_ in ("no", "neither"):
                self._set(verdict, "negated", c.lower_)
            elif c.dep_ in ("amod", "compound", "advmod"):
                if (
                    low in _PLAN_ADJECTIVES
                    or c.lower_ in _PLAN_ADJECTIVES
                    or c.lower_ in ("planned", "upcoming", "scheduled")
                ):
                    self._set(verdict, "planned", c.lower_)
                elif c.lower_ in _POSSIBLE_ADJECTIVES or low in ("propose", "threaten"):
                    self._set(verdict, "possible", c.lower_)

    def _noun_plan(self, noun: Token, verdict: Verdict) -> None:
        low = noun.lemma_.casefold()
        if any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
            self._set(verdict, "negated", f"no {low}")
        elif low in ("refusal", "failure", "inability", "denial"):
            self._set(verdict, "negated", low)
        elif low in (
            "plan",
            "decision",
            "intention",
            "pledge",
            "promise",
            "agreement",
            "order",
            "preparation",
            "vow",
            "commitment",
            "move",
        ):
            self._set(verdict, "planned", low)
        elif low in (
            "offer",
            "proposal",
            "hope",
            "wish",
            "threat",
            "demand",
            "request",
            "call",
            "appeal",
            "invitation",
            "idea",
            "possibility",
            "readiness",
            "willingness",
            "desire",
            "suggestion",
            "chance",
            "need",
            "attempt",
            "effort",
            "bid",
            "push",
        ):
            self._set(verdict, "possible", low)

    def _governor_of_noun(self, noun: Token, verdict: Verdict) -> Token | None:
        """Judge a noun by the verb it depends on: "cancelled a visit", "called for talks", "denies the attack"."""
        head = noun
        while head.dep_ == "conj" and not is_verbal(head.head):
            head = head.head
        governor = head.head
        if head.dep_ == "pobj" and governor.dep_ in ("prep", "dative", "agent"):
            outer = governor.head
            if outer.pos_ == "NOUN" and governor.lower_ == "of" and outer.lemma_ in _CARRIERS:
                return self._governor_of_noun(outer, verdict)
            if outer.pos_ in ("NOUN", "ADJ") and governor.lower_ in ("of", "for", "to"):
                if outer.lemma_ in (
                    "call",
                    "request",
                    "proposal",
                    "hope",
                    "plan",
                    "invitation",
                    "offer",
                    "demand",
                    "appeal",
                    "possibility",
                    "prospect",
                    "idea",
                    "threat",
                    "push",
                    "bid",
                    "need",
                    "date",
                    "preparation",
                    "condition",
                ):
                    self._noun_plan(outer, verdict)
                    if verdict.status == "actual":
                        self._set(verdict, "possible", outer.lemma_)
                return None
            if is_verbal(outer):
                if governor.lower_ in ("for",) and outer.lemma_ in (
                    "call",
                    "push",
                    "appeal",
                    "ask",
                    "press",
                    "hope",
                    "plead",
                    "prepare",
                    "aim",
                ):
                    self._set(verdict, "planned" if outer.lemma_ == "prepare" else "possible", f"{outer.lemma_} for")
                elif governor.lower_ == "to" and outer.lemma_ in ("agree", "commit"):
                    self._set(verdict, "planned", f"{outer.lemma_} to")
                elif outer.lemma_ in ("hint", "aim", "insist", "work", "decide") and governor.lower_ in (
                    "at",
                    "on",
                    "towards",
                    "toward",
                ):
                    self._set(verdict, "possible", f"{outer.lemma_} {governor.lower_}")
                return outer
            return None
        if head.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and is_verbal(governor):
            lemma = governor.lemma_
            if lemma in self.cancel or lemma in self.refusal or lemma in self.denial:
                self._set(verdict, "negated", lemma)
            elif lemma in self.plan or lemma in ("expect", "await", "announce", "schedule", "arrange", "order"):
                if lemma not in ("announce",):
                    self._set(verdict, "planned", lemma)
            elif lemma in self.possibility or lemma in _REQUESTS:
                self._set(verdict, "possible", lemma)
            else:
                inner = Verdict("actual", [])
                self._local(governor, inner)
                self._climb(governor, inner)
                if inner.status != "actual" and lemma in self.begin | _MAKING:
                    self._set(verdict, inner.status, lemma)
            return governor
        if head.dep_ == "nsubj" and is_verbal(governor):
            if governor.lemma_ in (
                "resume",
                "begin",
                "start",
                "open",
                "take",
                "continue",
                "happen",
                "occur",
                "follow",
                "be",
                "cover",
                "focus",
            ):
                inner = Verdict("actual", [])
                self._local(governor, inner)
                self._climb(governor, inner)
                if inner.status != "actual":
                    self._set(verdict, inner.status, governor.lemma_)
            return governor
        return None
