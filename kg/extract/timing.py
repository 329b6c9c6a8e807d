"""Gives an event its date: from the date words nearest to it in the parse, else from the day that the text tells of."""

from __future__ import annotations

import datetime

from spacy.tokens import Doc, Token

from kg.extract.dates import Tense
from kg.extract.dates.patterns import HOUR
from kg.extract.lexis import predicates_of, words_of
from kg.extract.status import Verdict
from kg.extract.syntax import is_verbal
from kg.extract.told_days import Placed, ToldDays, When, as_told
from kg.model import Precision

_FAR = 9
"""Date words that hang further off than this do not date the event."""
_FAR_FROM_NOUN = 4
"""The same where a noun without a verb of its own tells the event: "leaders discussed the invasion on Monday"."""
_OF_DEED = 10
"""What it costs that date words hang on the deed that is answered."""
_BACKWARD = frozenset({"over", "after", "following", "since", "despite"})
"""Prepositions before what led to an act, which happened before it."""
_CROSSING = {"relcl": 10, "acl": 6, "ccomp": 4, "advcl": 3, "conj": 3}
"""What it costs to leave a clause on the way from the date words to the event."""


_COUNTED = 6
"""Words before a date among which "first" or "worst" says that the date only bounds a count."""


def _counted(trigger: Token, placed: Placed) -> bool:
    """Whether date words only say since when, or in how long, something is the first, the third or the worst.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru and Chad held their first talks since 2003."
    >>> [(e.predicate, e.date) for e in Extractor().extract(Article("a", text)).events]
    [('negotiated_with', None)]
    >>> text = "Peru attacked Chad for the second time this year."
    >>> [(e.predicate, e.date) for e in Extractor().extract(Article("a", text, published="2024-06-20")).events]
    [('attacked', '2024-06-20')]
    """
    date = placed.expression
    since = date.preposition == "since"
    if not since and (date.kind != "unit" or date.shift):
        return False
    ranks = words_of(trigger)["rank"]
    for t in reversed(trigger.doc[max(trigger.sent.start, placed.first - _COUNTED) : placed.first]):
        if is_verbal(t) or t.text == ",":
            break
        if t.lower_ in ranks or t.tag_ == "JJS":
            return True
    near = (trigger, trigger.head, *(c for c in trigger.children if c.dep_ in ("dobj", "attr"))) if since else ()
    return any(c.lower_ in ranks for t in near for c in (t, *t.children) if c.dep_ in ("amod", "attr"))


class Calendar(ToldDays):
    """The dates of one article's events."""

    def date_of(
        self,
        trigger: Token,
        verb: Token,
        verdict: Verdict,
        *,
        reacts: bool = False,
        own: bool = False,
        day: int | None = None,
    ) -> When:
        """Date a frame; the anchor of "the next day" is the last dated event.

        `reacts` where it answers to a deed that may have a date of its own ("condemned the attacks of last week"),
        `own` where whoever published the text tells what it did itself, `day` the word of the day where it is known.
        """
        if _came_before(trigger):
            return When(None, "unknown", "")
        number = self.reading.sentence_of[trigger.i]
        tense = self.tense(verb, verdict)
        best: Placed | None = None
        best_cost = 99
        over = _is_over(trigger, verb, verdict)
        for placed in self.in_sentence(number):
            cost = self._cost(placed, trigger, verb) if day is None else 0 if placed.first <= day <= placed.last else 99
            if reacts and cost < 99 and self._of_deed(placed, verb):
                cost += _OF_DEED
            if (
                cost < best_cost
                and not _counted(trigger, placed)
                and not self._past_of_present(placed, tense, verb, verdict)
                and not (over and self._ahead(self._resolve(placed, tense, number, trigger)[0]))
                and not (verdict.status == "actual" and self._is_deadline(placed, trigger, verb))
            ):
                best, best_cost = placed, cost
        if best is not None and best_cost <= (_FAR if _told_by(verb, trigger) else _FAR_FROM_NOUN):
            date, precision = self._resolve(best, tense, number, trigger)
            cue = self.reading.text[self.reading.starts[best.first] : self.reading.ends[best.last]]
            if date is not None and precision == "day" and verdict.status == "actual" and not self._aside(verb):
                self.anchor[number] = date
            if date is not None or not best.expression.complement:
                return When(date, precision, cue)
        in_course = self.in_course(verb) if verdict.status == "actual" else None
        if in_course is not None:
            return in_course
        headed = self._heads.get(self._paragraph[number])
        if headed is not None:
            return When(headed, "day", "the head of the line")
        return self._report_day(number, verb, verdict, own)

    def _is_deadline(self, placed: Placed, trigger: Token, verb: Token) -> bool:
        """Whether a day is until when something else is to be done: "the accord urges a halt by next Thursday"."""
        by = self.reading.doc[placed.first].head
        until = by.dep_ == "prep" and by.lower_ in ("by", "until", "before") and by.head.i not in (trigger.i, verb.i)
        return until and self._ahead(placed.expression.resolve(self.published, "future").first_day)

    def _of_deed(self, placed: Placed, verb: Token) -> bool:
        """Whether date words hang on the deed that is answered, not on the answer: "condemns the raid of 9 May"."""
        node = self.reading.doc[placed.first]
        while node.head.i != node.i and node.i != verb.i:
            if node.i > verb.i and node.pos_ == "NOUN" and not placed.first <= node.i <= placed.last:
                return node.dep_ in ("dobj", "pobj", "conj", "nsubj")
            node = node.head
        return False

    def _past_of_present(self, placed: Placed, tense: Tense, verb: Token, verdict: Verdict) -> bool:
        """Whether a day gone by cannot be that of what is told in the present: "condemns the raid of 9 May"."""
        if self.published is None or verdict.status != "actual" or verb.tag_ not in ("VBZ", "VBP"):
            return False
        told = as_told(self.reading.doc[placed.first], tense, verb)
        first = placed.expression.resolve(self.published, told).first_day
        return first is not None and first < self.published.isoformat()

    def _ahead(self, day: str | None) -> bool:
        """Whether a day comes after the report."""
        return day is not None and self.published is not None and day > self.published.isoformat()

    def is_gone(self, when: When) -> bool:
        """Whether a day is over by the report, as that of an announcement: "will meet X, Y said yesterday"."""
        day = when.date if when.precision == "day" else None
        if when.precision == "week" and when.date is not None:
            day = (datetime.date.fromisoformat(when.date) + datetime.timedelta(days=6)).isoformat()
        return day is not None and self.published is not None and day < self.published.isoformat()

    def is_to_come(self, trigger: Token, verb: Token, predicate: str, when: When) -> bool:
        """Whether what is told as a fact is still to come by its date: "arrives on 9 May", "flies tonight"."""
        if trigger.i == verb.i and not is_verbal(verb) and predicate not in predicates_of(verb)["encounter"]:
            return False
        if self._ahead(when.date):
            return not _is_past(verb) or verb.i != trigger.i
        today = self.published is not None and when.date == self.published.isoformat()
        present = any(t.tag_ in ("VBZ", "VBP") and t.lemma_ != "have" for t in (verb, *verb.children))
        return today and present and not _is_past(verb) and when.cue.lower() in words_of(verb)["laterToday"]

    def said_on(self, token: Token) -> When:
        """Date what is quoted: the day that the text tells of, else the day of the report."""
        number = self.reading.sentence_of[token.i]
        day = self.anchor.get(number) or self._day_of(number)
        if day is not None:
            return When(day, "day", "the day of the saying")
        if self.published is None:
            return When(None, "unknown", "")
        return self._story_day()

    @staticmethod
    def _aside(verb: Token) -> bool:
        node = verb
        while node.dep_ in ("conj", "xcomp"):
            node = node.head
        return node.dep_ in ("relcl", "acl", "advcl") or any(
            c.lemma_ == "have" and c.dep_ == "aux" and c.tag_ == "VBD" for c in verb.children
        )

    def _report_day(self, number: int, verb: Token, verdict: Verdict, own: bool) -> When:
        """Date news by its day: a plain past or present act of a main clause that no date word places elsewhere.

        "Washington blamed Russia" in today's report is today's; "has blamed", "had blamed", "who blamed" are not,
        but in the first sentence of a report, and where a ministry tells what it did itself, "has" is news too.
        """
        if self.published is None or verdict.status != "actual":
            return When(None, "unknown", "")
        if _at_hour(verb):
            told = (self.anchor[n] for n in sorted(self.anchor, reverse=True) if n <= number)
            return When(next(told, self.published.isoformat()), "day", "an hour of the day that the text tells of")
        fresh = own or number == 0
        node = verb.head if verb.dep_ == "aux" else verb
        while node.dep_ in ("conj", "xcomp", "ccomp", "advcl", "pcomp", "prep") and node.head.i != node.i:
            if not fresh and any(c.lemma_ == "have" and c.dep_ == "aux" for c in node.children):
                return When(None, "unknown", "")
            node = node.head
        if number in self.anchor and _goes_on(verb):
            return When(self.anchor[number], "day", "the day of the act that the clause goes on from")
        if not is_verbal(verb) or node.dep_ not in ("ROOT", "parataxis"):
            return When(None, "unknown", "")
        if not fresh and any(c.lemma_ == "have" and c.dep_ == "aux" for t in (node, verb) for c in t.children):
            return When(None, "unknown", "")
        if verb.tag_ == "VBD" or node.tag_ == "VBD":
            for n in range(number, max(-1, number - 4), -1):
                if self._paragraph[n] != self._paragraph[number] and n < number - 1:
                    break
                day = self.anchor.get(n) or (self._day_of(n) if n < number else None)
                if day is not None:
                    return When(day, "day", "the day that the text tells of")
            if self._goes_on_from_past(number):
                return When(None, "unknown", "")
        return self._story_day()

    def _resolve(self, placed: Placed, tense: Tense, number: int, trigger: Token) -> tuple[str | None, Precision]:
        """Say which day is meant; what follows "a day after" is dated back from the act that the sentence tells."""
        expression = placed.expression
        if expression.complement and trigger.i > placed.last:
            day = self.anchor.get(number) or self._day_of(number)
            anchor = datetime.date.fromisoformat(day) if day else self.published
            expression = expression.inverse()
        else:
            told = (self.anchor[n] for n in range(number, max(-1, number - 4), -1) if n in self.anchor)
            day = next(told, None)
            anchor = datetime.date.fromisoformat(day) if day else None
            if anchor is None and expression.anchored and expression.shift == 0:  # "earlier in the day"
                anchor = self.published
        told_as = as_told(trigger.doc[placed.first], tense, trigger)
        resolved = expression.resolve(self.published, told_as, anchor)
        return resolved.first_day, resolved.precision

    def tense(self, verb: Token, verdict: Verdict) -> Tense:
        """Give the tense in which a verb is told; a plan is the future, no sign is the past."""
        if verdict.status == "planned" or (verdict.status == "possible" and _to_be_done(verb)):
            return "future"
        node = verb
        for _ in range(4):
            if node.tag_ in ("VBD", "VBN"):
                return "past"
            if node.tag_ in ("VBZ", "VBP"):
                return "timetable" if node.i == verb.i and verb.lemma_ in words_of(verb)["timetabled"] else "present"
            if any(c.tag_ == "VBD" for c in node.children if c.dep_ in ("aux", "auxpass")):
                return "past"
            if node.head.i == node.i:
                break
            node = node.head
        return "past"

    def _cost(self, placed: Placed, trigger: Token, verb: Token) -> int:
        """Count how far the date words hang from the event: 0 on it, more across clauses; 99 where not its own."""
        doc = trigger.doc
        head = doc[placed.first]
        for i in range(placed.first, placed.last + 1):
            if not placed.first <= doc[i].head.i <= placed.last or doc[i].head.i == i:
                head = doc[i]
                break
        opening, _ = self._bounds[self.reading.sentence_of[trigger.i]]
        if (
            placed.first - opening <= 2
            and not any(is_verbal(t) for t in doc[opening : placed.first])
            and not any(t.text == ";" for t in doc[placed.last + 1 : verb.i])
            and verb.dep_ in ("ROOT", "ccomp", "conj")
            and not self._aside(verb)
        ):
            ahead = [t for t in doc[placed.last + 1 : verb.i] if is_verbal(t) and t.dep_ in ("ROOT", "ccomp")]
            if not ahead or verb.dep_ == "ROOT":
                return 1
        if _names_a_thing(doc[placed.first], trigger) or _since_then(doc, opening, placed.first, (trigger.i, verb.i)):
            return 99
        path, node, clauses = [], head, 0
        while True:
            if _since(node) and node.i != verb.i:
                return 99
            path.append(node.i)
            if node.head.i == node.i:
                break
            node = node.head
        targets = {trigger.i: 0, verb.i: 0}
        up, node, crossed = 0, verb, 0
        while node.head.i != node.i and up < 6 and not _looks_back(node):
            if node.dep_ in ("ccomp", "advcl", "relcl", "acl", "conj", "xcomp", "parataxis", "pcomp") or is_verbal(
                node
            ):
                crossed += {"xcomp": 1, "conj": 2, "ccomp": 4, "advcl": 3, "relcl": 6, "acl": 3}.get(node.dep_, 1)
            node = node.head
            up += 1
            targets.setdefault(node.i, crossed + up)
        noun = trigger
        climb = 0
        while noun.head.i != noun.i and climb < 6 and not _looks_back(noun):
            noun = noun.head
            climb += 1
            targets.setdefault(noun.i, climb + 1)
        for down, i in enumerate(path):
            if i in targets:
                between = [doc[j] for j in path[:down]]
                clauses = sum(_CROSSING.get(t.dep_, 0) for t in between if is_verbal(t))
                if any(t.dep_ == "acl" and t.tag_ == "VBN" and t.i == head.head.i for t in between):
                    clauses += _FAR  # "the accord signed in July"
                return targets[i] + down + clauses
        return 99


def _goes_on(verb: Token) -> bool:
    """Whether a past clause behind a place or a deed goes on with the act told before it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mr Rao flew to Mali on Monday, where he met Mr Byron."
    >>> [e.date for e in Extractor().extract(Article("a", text, published="2024-06-20")).events]
    ['2024-06-17', '2024-06-17']
    """
    if verb.dep_ != "relcl" or verb.tag_ != "VBD" or any(c.lemma_ == "have" for c in verb.children):
        return False
    there = any(c.lower_ == "where" for c in verb.children)
    return there or (verb.head.lemma_ in words_of(verb)["deed"] and verb.head.dep_ == "pobj")


def _came_before(trigger: Token) -> bool:
    """Whether the act only led to what its sentence dates: "at the invitation of X, Y will visit on 3 May".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "At the invitation of President Rao, President Paz will visit Mali on 3 May."
    >>> [(e.predicate, e.date) for e in Extractor().extract(Article("a", text, published="2024-04-20")).events]
    [('invited', None), ('visited', '2024-05-03')]
    """
    at = trigger.dep_ == "pobj" and trigger.head.lower_ in ("at", "on", "upon")
    return at and trigger.lemma_ in words_of(trigger)["invitation"]


def _at_hour(verb: Token) -> bool:
    """Whether a past act has an hour, so that it was on the day that the text tells of: "spoke at 3:35 p.m."."""
    if not _is_past(verb):
        return False
    near = (t.doc[t.i + 1 : t.i + 3] for t in verb.children if t.dep_ == "prep" and t.lower_ in ("at", "around"))
    return any(HOUR.match(" ".join(t.lower_ for t in words)) for words in near)


def _is_past(verb: Token) -> bool:
    """Whether a verb is in a past tense or a perfect."""
    return verb.tag_ == "VBD" or any(
        c.dep_ in ("aux", "auxpass") and (c.tag_ == "VBD" or c.lemma_ == "have") for c in verb.children
    )


def _is_over(trigger: Token, verb: Token, verdict: Verdict) -> bool:
    """Whether a verb tells what is over, so that a day after the report is the day of something else.

    So it is with what is done by saying it: "we congratulate them on their holiday on 1 July".
    """
    if verb.tag_ in ("VBP", "VBZ") and verb.lemma_ in words_of(verb)["performed"]:
        return True
    announced = trigger.i != verb.i and verb.lemma_ in words_of(verb)["announcing"]
    return verdict.status == "actual" and is_verbal(verb) and _is_past(verb) and not announced


def _looks_back(preposition: Token) -> bool:
    """Whether what follows is the earlier reason of an act: "condemned on Thursday for its attack"."""
    if preposition.dep_ != "prep":
        return False
    low = preposition.lower_
    return low in _BACKWARD or (low == "for" and preposition.head.lemma_ in words_of(preposition)["answering"])


def _names_a_thing(day: Token, trigger: Token) -> bool:
    """Whether a year is part of what something is called: "breaches of the 1961 convention"."""
    thing = day.head
    named = day.like_num and len(day.text) == 4 and day.dep_ in ("nummod", "compound", "nmod", "amod")
    return named and thing.i > day.i and thing.i != trigger.i


def _since_then(doc: Doc, opening: int, first: int, own: tuple[int, int]) -> bool:
    """Whether a day only ends "since ...": "the ties since the opening of embassies in 1970"."""
    for t in reversed(doc[max(opening, first - 9) : first]):
        if t.i in own or t.text == ",":
            return False
        if t.lower_ == "since":
            return t.i + 1 < first
    return False


def _to_be_done(verb: Token) -> bool:
    """Whether a verb is an infinitive of what is asked for or offered: "an invitation to meet in May"."""
    asked = verb.head.pos_ == "NOUN" and verb.dep_ in ("acl", "relcl", "advcl")
    return asked and verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children) and not _is_past(verb)


def _since(verb: Token) -> bool:
    """Whether a clause tells since when something is so, so that its day is no other act's.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "In its biggest raid since the revolt began in 2005, Chad bombed Boko Haram."
    >>> [e.date for e in Extractor().extract(Article("a", text)).events]
    [None]
    """
    return verb.dep_ == "advcl" and any(c.lower_ == "since" and c.dep_ == "mark" for c in verb.children)


def _told_by(verb: Token, trigger: Token) -> bool:
    """Whether a verb tells the event, by itself or with the noun close by it: "held a call", "a call took place"."""
    near = {trigger.head.i, trigger.head.head.i}
    return is_verbal(verb) and (trigger.i == verb.i or is_verbal(trigger) or verb.i in near)
