"""Judges a verb by the verbs and nouns that govern its clause: "refused to meet", "plans to visit", "denied that"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.status.clause import Clauses
from kg.extract.status.nouns import is_only_wanted, judge_plan
from kg.extract.status.verdict import Verdict
from kg.extract.syntax import (
    addressee,
    child,
    finite_conjunct,
    is_finite,
    is_passive,
    is_ranked,
    is_verbal,
    licensed,
    phrase_of,
    rings,
)
from kg.model import Status

LOOKED_FOR = "look forward"
"""The cue of what somebody looks forward to."""
_TIMES = frozenset({"after", "before", "following", "during", "upon", "since", "while", "when"})
"""Prepositions of a gerund that only says when: "after meeting him, she told reporters"."""


class Governors(Clauses):
    """What stands above the clause."""

    def climb(self, verb: Token, verdict: Verdict) -> None:
        """Judge a verb by the clauses above it, up to the main one."""
        node, steps = verb, 0
        while steps < 6:
            steps += 1
            while node.dep_ == "conj" and is_verbal(node.head):
                node = finite_conjunct(node) if is_finite(node) else node.head
            head = node.head
            if head.i == node.i:
                return
            if any(t.text in (";", ":") for t in node.doc[min(node.i, head.i) : max(node.i, head.i)]):
                return
            infinitive = any(c.tag_ == "TO" for c in node.children)
            if node.dep_ == "ccomp" and node.i < head.i and not infinitive and head.lemma_ not in self.report:
                return
            if node.dep_ in ("ccomp", "xcomp", "csubj", "oprd", "dobj") and (is_verbal(head) or head.pos_ == "ADJ"):
                self._under(head, node, infinitive, verdict)
                if head.lemma_ in self.report and node.dep_ == "ccomp":
                    verdict.reporter = verdict.reporter or head
                node = head
                if not is_verbal(node):
                    if verdict.status == "actual" and node.dep_ == "acomp" and is_verbal(node.head):
                        self._glad(node.head, verdict)
                    return
                continue
            if node.dep_ in ("acl", "relcl") and any(c.lower_ == "any" for c in head.children if c.dep_ == "det"):
                verdict.say("possible", "any")  # "will fire on any ship that enters its waters"
            if node.dep_ == "relcl" and head.lemma_ == "time" and head.dep_ == "attr" and is_verbal(head.head):
                due = infinitive and any(c.lower_ == "for" and c.dep_ == "mark" for c in node.children)
                told = "possible" if due else self._clause_above(head.head)  # "it is time for both to make peace"
                verdict.say(told, "the time that")  # "it will be the first time they have met"
                return
            if node.dep_ in ("acl", "relcl") and infinitive and head.dep_ == "ROOT":
                verdict.say("planned", "to (headline)")
                return
            if node.dep_ == "relcl" and node.tag_ == "VB" and not infinitive and head.lemma_ in self.words["asked"]:
                verdict.say("possible", head.lemma_)  # "a proposal that he hand over power"
                return
            if node.dep_ == "acl" and head.pos_ == "NOUN" and child(node, "mark") is not None:
                judge_plan(head, verdict)
                charged = self.words["feared"] | self.words["rumour"] | self.words["indicting"]
                if (head.lemma_ in charged and node.lemma_ not in self.denial) or is_only_wanted(head):
                    verdict.say("possible", head.lemma_)  # "fears that it will invade"
                if head.dep_ == "dobj" and head.head.lemma_ in self.denial:
                    verdict.say("negated", head.head.lemma_)  # "denied a report that it had offered asylum"
                if head.dep_ in ("nsubj", "nsubjpass") and self._untrue(head.head):
                    verdict.say("negated", "untrue")  # "reports that it invaded were false"
                return
            if node.dep_ in ("acl", "relcl", "advcl") and infinitive and head.pos_ in ("NOUN", "PROPN"):
                governor = head.head
                if head.lemma_ == "order" and governor.lower_ == "in" and is_verbal(governor.head):
                    self._adverbial(node, governor.head, infinitive, verdict)  # "met in order to sign it"
                    return
                if governor.dep_ == "prep" and governor.lower_ == "in" and governor.head.lemma_ in self.failure:
                    verdict.say("negated", f"{governor.head.lemma_} in")  # "failed in an attempt to visit him"
                    return
                if head.lemma_ in self.words["invitation"] and governor.lemma_ in self.words["accepting"]:
                    verdict.say("planned", f"{governor.lemma_} {head.lemma_}")
                elif not self._taken(head, governor):
                    judge_plan(head, verdict)
                if head.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "pobj") and is_verbal(governor):
                    self.local(governor, verdict)
                    if governor.lemma_ in self.refusal or governor.lemma_ in self.denial:
                        verdict.say("negated", governor.lemma_)
                    if head.dep_ in ("dobj", "nsubjpass") and phrase_of(governor) in self.cancel:
                        verdict.say("negated", phrase_of(governor))  # "called off plans to visit"
                return
            if head.lower_ == "with" and node.dep_ == "pcomp" and child(node, "nsubj") is not None:
                return  # "with rebels threatening to attack, the council chose to act"
            if node.dep_ == "pcomp" and (head.dep_ == "prep" or (head.dep_ == "conj" and head.head.pos_ == "ADP")):
                self._gerund(node, head, verdict)
                if verdict.status == "actual" and head.lower_ in ("in", "by", "through") and is_verbal(head.head):
                    node = head.head  # "urged Iran to be active in working with"
                    continue
            elif node.dep_ == "advcl" and is_verbal(head):
                self._adverbial(node, head, infinitive, verdict)
                above = head.dep_ in ("acl", "relcl") and any(c.tag_ == "TO" for c in head.children)
                if infinitive and verdict.status == "actual" and (above or head.dep_ in ("xcomp", "conj")):
                    node = head  # "is expected to travel to Peru to meet X"
                    continue
            return

    def _glad(self, verb: Token, verdict: Verdict) -> None:
        """Judge what somebody "would be happy to" do."""
        if self._clause_above(verb) in ("planned", "possible"):
            verdict.say("possible", verb.lemma_)

    def _gerund(self, node: Token, preposition: Token, verdict: Verdict) -> None:
        """Judge a gerund behind a preposition: "without visiting", "accused of attacking", "ruled out meeting"."""
        outer = preposition.head
        if preposition.dep_ == "conj" and outer.pos_ == "ADP":
            outer = outer.head  # "the importance of ending the talks and of expanding trade"
        low = preposition.lower_
        if low == "of" and outer.dep_ in ("dobj", "nsubjpass") and phrase_of(outer.head) in self.cancel:
            verdict.say("negated", phrase_of(outer.head))  # "dropped the idea of meeting"
        if low == "to" and any(
            c.lower_ in self.words["nearly"] for c in (outer, *outer.children) if c.i < preposition.i
        ):
            came = outer.lemma_ == "come" or outer.head.lemma_ == "come"
            verdict.say("negated" if came else "possible", "close to")  # "came close to invading"
        if low == "out" and outer.lemma_ == "rule":
            verdict.say("negated", "rule out")
        elif low == "without" and node.lemma_ == "say" and outer.lemma_ == "go":
            return  # "it goes without saying that they work together"
        elif low in ("without", "against"):
            verdict.say("negated", low)
        elif low in ("toward", "towards"):
            verdict.say("planned", low)
        elif low == "of" and preposition.i and preposition.nbor(-1).lower_ in ("favour", "favor"):
            verdict.say("planned" if outer.lemma_ == "vote" else "possible", "in favour of")
        elif low == "near":
            verdict.say("negated" if outer.lower_ == "nowhere" else "possible", low)
        elif low in ("before", "after") and verdict.status == "actual":
            above = self._clause_above(outer) if is_verbal(outer) else "actual"
            if above != "actual":
                verdict.say(above, low)
        elif is_verbal(outer) and low == "in" and outer.lemma_ == "join":
            verdict.say(self._clause_above(outer), "join in")
        elif is_verbal(outer) and low == "to" and any(c.lower_ == "forward" for c in outer.children):
            verdict.say("possible", LOOKED_FOR)
        elif is_verbal(outer) and outer.lemma_ in self.words["accusing"] and low in ("of", "for", "with"):
            verdict.say("possible", f"{outer.lemma_} {low}")
            verdict.reporter = outer
        elif (
            is_verbal(outer)
            and (adjective := child(outer, "acomp")) is not None
            and adjective.lower_ in self.words["willing"]
        ):
            verdict.say("possible", f"{adjective.lower_} {low}")
        elif is_verbal(outer) and low == "on" and outer.lemma_ in self.words["hangingOn"]:
            verdict.say("possible", f"{outer.lemma_} on")
        elif is_verbal(outer) and low not in _TIMES:
            self._under(outer, node, False, verdict)
        elif outer.pos_ in ("ADJ", "ADV") and outer.lower_ in self.words["opposed"]:
            verdict.say("negated", f"{outer.lower_} {low}")
        elif outer.pos_ == "ADJ" and outer.lower_ in self.words["planAdjective"]:
            verdict.say("planned", f"{outer.lower_} {low}")
        elif outer.pos_ == "ADJ" and outer.lower_ in self.words["willing"]:
            verdict.say("possible", f"{outer.lower_} {low}")
        elif outer.pos_ == "NOUN" and low == "of" and outer.lemma_ in self.words["brink"]:
            verdict.say("planned", f"{outer.lemma_} of")  # "on the verge of signing"
        elif outer.pos_ == "NOUN" and low == "to" and outer.lemma_ in self.words["barrier"]:
            verdict.say("negated", f"{outer.lemma_} to")  # "voiced its opposition to imposing sanctions"
        elif low == "of" and outer.lemma_ in self.words["weight"]:
            verdict.say("possible", f"{outer.lemma_} of")  # "discussed the importance of expanding trade"
        elif outer.pos_ == "NOUN" and low == "to" and outer.lemma_ in self.words["stepTaken"]:
            verdict.say("possible", f"{outer.lemma_} to")  # "as a first step to ending hostilities"
        elif outer.pos_ in ("NOUN", "ADJ"):
            judge_plan(outer, verdict)

    def _adverbial(self, node: Token, head: Token, infinitive: bool, verdict: Verdict) -> None:
        """Judge an adverbial clause by the main one: "will travel to meet", "will sign when it visits"."""
        if infinitive and node.i > head.i and addressee(head) is not None:
            verdict.say("possible", head.lemma_)  # "the resolution calls on Chad to end its dispute with Mali"
            return
        demanded = (
            infinitive and head.dep_ == "ccomp" and head.tag_ == "VBP"
        )  # "proposed that they form a team to meet"
        above = self._status_of(head) if demanded else self._clause_above(head)
        mark = child(node, "mark")
        if node.tag_ in ("VBZ", "VBP") and mark is not None and mark.lower_ == "before":
            verdict.say("planned", "before")  # "must comply before NATO launches strikes"
        if infinitive and mark is not None and mark.lower_ == "for" and head.lemma_ in self.words["request"]:
            verdict.say("possible", f"{head.lemma_} for")  # "called for the army to withdraw"
        elif infinitive and (asked := _asked_before(node)) is not None:
            judge_plan(asked, verdict)  # "to comply with demands to withdraw", where the parser hung it on "comply"
        elif infinitive and head.lemma_ in self.words["mandative"] and child(head, "dobj") is not None:
            verdict.say("possible", head.lemma_)  # "demanding rebel troops to quit the town"
        elif infinitive:
            taken = child(head, "dobj") or (head.head if head.dep_ == "acl" else None)
            if child(head, "prt") is not None and phrase_of(head) in self.plan:
                verdict.say("planned", phrase_of(head))  # "is gearing up to recognize it"
            elif taken is not None and taken.lemma_ in self.words["stepTaken"]:
                verdict.say("possible", f"{taken.lemma_} to")  # "steps taken to start talks"
            elif licensed(child(head, "dobj", "nsubjpass")) is not None:
                verdict.say("possible", "leave to")
            elif above != "actual":
                verdict.say(above, "purpose of " + head.lemma_)
            elif head.lemma_ in self.words["arriving"] and verdict.status == "actual":
                verdict.say("planned", f"{head.lemma_} to")  # "has arrived in Lima to meet Rao"
            elif head.lemma_ in ("be", "have", "need") and not any(is_ranked(t) for t in head.doc[head.i + 1 : node.i]):
                verdict.say("planned", f"{head.lemma_} to")
        elif node.tag_ in ("VBZ", "VBP") and child(node, "mark", "advmod") is not None:
            if above == "actual" and head.tag_ == "VB" and head.dep_ == "xcomp":
                above = self._status_of(head)  # "is expected to sign it when they meet"
            if above == "planned":
                verdict.say("planned", head.lemma_)
        elif node.lemma_ in self.words["performed"] and node.tag_ == "VBG":
            return  # "highly appreciating her support, he will visit Peru"
        elif child(node, "mark", "nsubj") is None and above in ("planned", "possible") and verdict.status == "actual":
            verdict.say(above, head.lemma_)

    def _clause_above(self, verb: Token) -> Status:
        """Give the status that a verb has by its own clause alone."""
        verdict = Verdict()
        self.local(verb, verdict)
        return verdict.status

    def _status_of(self, verb: Token) -> Status:
        """Give the status that a verb has by its clause and all above it."""
        verdict = Verdict()
        self.local(verb, verdict)
        self.climb(verb, verdict)
        return verdict.status

    def _under(self, head: Token, node: Token, infinitive: bool, verdict: Verdict) -> None:
        """Judge the clause `node` by the verb or adjective right above it."""
        lemma = head.lemma_.casefold()
        negated = any(c.dep_ == "neg" for c in head.children)
        if head.dep_ == "acomp" and head.lower_ in self.words["soon"]:
            negated = negated or any(c.dep_ == "neg" for c in head.head.children)  # "is not about to invade"
            verdict.say("planned", head.lower_)
        due, able = self.words["planAdjective"], self.words["willing"]
        if self._unknown(head, negated):
            verdict.say("possible", "not known")
            return
        if not infinitive and self._found_bad(head):
            return
        if not infinitive and node.i > head.i and self._untrue(head.head if head.dep_ == "acomp" else head):
            verdict.say("negated", "untrue")  # "it is false that it invaded"
            return
        said = self.words["performed"] | self.words["informing"]
        if node.lemma_ in said and not negated and _wished_by_speaker(head, node):
            return
        if lemma in self.denial or lemma == "deny":
            verdict.say("negated", lemma)
        elif lemma == "stop" and infinitive and child(head, "dobj") is None:
            return  # "stopped by to see him" keeps nobody from it
        elif (lemma in self.refusal or phrase_of(head) in self.refusal or lemma in self.failure) and not _is_reason(
            node
        ):
            verdict.say("possible" if negated else "negated", lemma)
        elif negated and lemma in self.words["hesitating"]:
            return  # "did not hesitate to invade"
        elif lemma == "wish" and node.dep_ == "ccomp":
            verdict.say("possible", lemma)  # "wished it had invaded"
        elif lemma == "be" and infinitive and _is_inverted(head):
            verdict.say("possible", "were to")
        elif lemma == "be" and infinitive:
            if not any(is_ranked(t) for t in head.doc[head.i + 1 : node.i]):
                verdict.say("planned", "be to")
        elif lemma == "have" and infinitive:
            yet = any(c.lower_ == "yet" for c in head.children)
            verdict.say("negated" if yet else "possible", "have to")
        elif lemma == "go" and infinitive and head.tag_ == "VBG":
            verdict.say("planned", "going to")
        elif head.pos_ == "ADJ" or ((lemma in due or lemma in able) and infinitive):
            if lemma in due:
                verdict.say("planned", lemma)
            elif (lemma in able or lemma in self.words["atLiberty"]) and not _was_able(head, negated):
                verdict.say("possible", lemma)
        elif infinitive and lemma in self.words["ordering"] and (is_passive(head) or _is_named(child(head, "dobj"))):
            verdict.say("possible", lemma)  # "was ordered to withdraw", "ordered Peru to withdraw"
        elif (lemma in self.words["scheduled"] and is_passive(head) and infinitive) or (
            (lemma in self.plan or phrase_of(head) in self.plan) and (infinitive or _is_gerund(node))
        ):
            verdict.say("planned", lemma)
        elif rings(head) or (lemma == "tell" and not infinitive and any(c.tag_ == "MD" for c in node.children)):
            pass  # "will withdraw, she told reporters"
        elif lemma == "help" and node.tag_ == "VB" and is_finite(head) and child(head, "dobj") is None:
            verdict.say(self._clause_above(head), lemma)  # "helped to arm the rebels"
        elif infinitive and (aim := child(head, "dobj")) is not None and aim.lemma_ in self.words["possibilityNoun"]:
            verdict.say("possible", f"{aim.lemma_} to")  # "expressed his wish to receive him"
        elif (lemma in self.possibility or lemma in self.request) and (
            infinitive or node.tag_ == "VB" or _is_gerund(node)
        ):
            verdict.say("possible", lemma)
        elif lemma in self.words["mandative"] and _is_subjunctive(node):
            verdict.say("possible", lemma)  # "demanded that they withdraw" is no present tense
        elif lemma in self.words["favouring"] and node.tag_ == "VBG":
            verdict.say("negated" if lemma == "oppose" else "possible", lemma)  # "has supported sending troops"
        elif node.tag_ == "VBG" and (lemma in self.words["preventing"] or phrase_of(head) in self.cancel):
            verdict.say("negated", lemma)
        elif lemma in self.words["lookingLike"] and infinitive:
            verdict.say("possible", lemma)
        going_on = lemma in self.words["goingOn"] and (infinitive or node.tag_ == "VBG")
        if verdict.status == "actual" or infinitive:
            if negated and lemma not in self.report and lemma not in self.refusal and lemma not in self.denial:
                verdict.say("negated", f"not {lemma}")
            elif going_on or (infinitive and lemma not in self.report):
                above = self._clause_above(head)
                if going_on and above == "possible" and head.dep_ == "ccomp":
                    above = "planned"  # "concurred that they would continue to"
                if above != "actual":
                    verdict.say(above, lemma)

    def _taken(self, noun: Token, governor: Token) -> bool:
        """Whether a decision is one that somebody reacts to, so that it holds: "deplores the decision to expel"."""
        while governor.dep_ in ("prep", "pobj", "agent") and governor.head.i != governor.i:
            governor = governor.head
        if noun.lemma_ not in self.words["settled"] or not is_verbal(governor):
            return False
        effect = noun.dep_ == "nsubj" and governor.tag_ in ("VBZ", "VBD", "VBP")
        return governor.lemma_ in self.words["react"] or (effect and governor.lemma_ in self.words["effect"])

    def _found_bad(self, head: Token) -> bool:
        """Whether what follows is so and is found bad: "it is not acceptable that the town is shelled"."""
        quality = head if head.pos_ == "ADJ" else child(head, "acomp", "oprd")
        return quality is not None and quality.lemma_ in self.words["defensible"]

    def _untrue(self, verb: Token) -> bool:
        """Whether what somebody is told to have done is said to be false: "were false", "proved unfounded"."""
        states = (c for c in verb.children if c.dep_ in ("acomp", "oprd", "attr"))
        return any(c.lemma_ in self.words["untrue"] for c in states) and child(verb, "neg") is None

    def _unknown(self, head: Token, negated: bool) -> bool:
        """Whether what follows is left open: "it is not clear what it demanded", "it was unclear whether they met"."""
        told = [head, *(c for c in head.children if c.dep_ in ("acomp", "attr", "oprd"))]
        if any(t.lower_ in self.words["unknown"] for t in told):
            return True
        outer = any(c.dep_ == "neg" for c in head.head.children) if head.dep_ in ("acomp", "oprd") else False
        return (negated or outer) and any(t.lower_ in self.words["known"] for t in told)


def _is_named(whom: Token | None) -> bool:
    """Whether who is told to do something has a name, as nobody's own troops have."""
    return whom is not None and whom.pos_ == "PROPN"


def _is_inverted(be: Token) -> bool:
    """Whether a clause supposes without an "if": "were Chad to invade"."""
    subject = child(be, "nsubj")
    return be.lower_ == "were" and subject is not None and subject.i > be.i


def _was_able(adjective: Token, negated: bool) -> bool:
    """Whether somebody could and did: "was able to free them"."""
    be = adjective.head
    return adjective.lower_ == "able" and be.tag_ == "VBD" and not negated and child(be, "aux", "neg") is None


def _asked_before(infinitive: Token) -> Token | None:
    """Give the noun right before an infinitive that says what is only asked or offered."""
    to = child(infinitive, "aux")
    before = to.nbor(-1) if to is not None and to.tag_ == "TO" and to.i else None
    asked = before is not None and before.dep_ == "pobj" and before.lemma_ in words_of(before)["possibilityNoun"]
    return before if asked else None


def _is_gerund(verb: Token) -> bool:
    """Whether a form in -ing is no progressive: "planned leaving", not "announced that they were asking"."""
    return verb.tag_ == "VBG" and not any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)


def _is_reason(clause: Token) -> bool:
    """Whether a clause says why somebody did not do something: "abstained on the ground that Iran cooperates"."""
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ == "that" and mark.i > 0 and mark.nbor(-1).lemma_ in ("ground", "argument")


def _is_subjunctive(clause: Token) -> bool:
    """Whether a clause tells what is to be: "that they withdraw", "they be freed"."""
    be = child(clause, "auxpass")
    return (clause.tag_ == "VBP" and child(clause, "mark") is not None) or (be is not None and be.lower_ == "be")


def _wished_by_speaker(verb: Token, said: Token) -> bool:
    """Whether a verb only leads up to what its speaker says: "I want to", "we would like to", "let me"."""
    words = words_of(verb)
    if said.lemma_ in words["informing"] and verb.lemma_ in words["leadUp"]:
        return True  # "the Ministry wishes to inform the public that"
    if verb.lemma_ in words["leave"]:
        return any(c.lower_ in ("me", "us") for v in (verb, said) for c in v.children)
    subject = child(verb, "nsubj")
    return verb.lemma_ in words["leadUp"] and subject is not None and subject.lower_ in ("i", "we")
