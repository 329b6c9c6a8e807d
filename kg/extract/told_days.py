"""The days that a text tells of: those of its sentences and lines, the one it opens with, the first of a crisis."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.dates import DateExpression, Resolved, Tense, find_dates
from kg.extract.dates.patterns import DAYS_LATER, PARTS_OF_DAY
from kg.extract.lexis import words_of
from kg.extract.masking import Reading
from kg.extract.syntax import is_verbal, prepositions
from kg.model import Precision

_OPENING = 4
"""Sentences at the start of a story among which the first dated act gives the day that it tells of."""
_LONG_AGO = 62
"""Days after which a month or year is background."""
_FRESH = 3
"""Days after which the day of the opening is no longer that of what the story goes on to tell."""


@dataclass(slots=True)
class Placed:
    """A date expression with its token range in the masked doc."""

    expression: DateExpression
    first: int
    last: int


@dataclass(slots=True)
class When:
    """The date of an event: ISO day or None, precision, and the words it was read from."""

    date: str | None
    precision: Precision
    cue: str


class ToldDays:
    """The days that one article tells of."""

    def __init__(self, reading: Reading, published: str | None) -> None:
        self.reading = reading
        self.published = datetime.date.fromisoformat(published) if published else None
        self._by_sentence: dict[int, list[Placed]] = {}
        self._bounds: dict[int, tuple[int, int]] = {}
        for i, n in enumerate(reading.sentence_of):
            first, _ = self._bounds.get(n, (i, i))
            self._bounds[n] = (first, i)
        self.anchor: dict[int, str] = {}
        self._paragraph = self._paragraphs()
        self._heads = self._line_heads()

    def _paragraphs(self) -> dict[int, int]:
        """Number the line of the text that each sentence stands in."""
        text, out, line, at = self.reading.text, {}, 0, 0
        for n in sorted(self._bounds):
            start = self.reading.starts[self._bounds[n][0]]
            line += text.count("\n", at, start)
            out[n], at = line, start
        return out

    def _line_heads(self) -> dict[int, str]:
        """Find the days that head a line and date all of it: "24 July: Fighting breaks out"."""
        heads: dict[int, str] = {}
        for n, (first, last) in self._bounds.items():
            if last - first > 6 or self.reading.doc[last].text != ":":
                continue
            for placed in self.in_sentence(n):
                resolved = placed.expression.resolve(self.published, "past")
                if resolved.date is not None:
                    heads[self._paragraph[n]] = resolved.date
        return heads

    def in_sentence(self, number: int) -> list[Placed]:
        """Give the date expressions of a sentence, by its number in the reading."""
        known = self._by_sentence.get(number)
        if known is None:
            first, last = self._bounds[number]
            begin, end = self.reading.starts[first], self.reading.ends[last]
            text = self.reading.text[begin:end]
            known = []
            for e in find_dates(text):
                tokens = [
                    i
                    for i in range(first, last + 1)
                    if self.reading.starts[i] < begin + e.end and self.reading.ends[i] > begin + e.start
                ]
                if tokens:
                    known.append(Placed(e, tokens[0], tokens[-1]))
            self._by_sentence[number] = known
        return known

    def _day_of(self, number: int) -> str | None:
        """Give the day of a sentence's main clause, where it tells of a past day."""
        resolved = self._time_of(number)
        return resolved.date if resolved is not None else None

    def _time_of(self, number: int) -> Resolved | None:
        """Give the day, month or year of a sentence's main clause, where it is one gone by."""
        doc = self.reading.doc
        for placed in self.in_sentence(number):
            expression = placed.expression
            if expression.bounds or expression.attributive:
                continue
            head = doc[placed.first].head
            while head.dep_ in ("prep", "pobj", "npadvmod", "conj") and head.head.i != head.i:
                head = head.head
            if head.dep_ == "ROOT" and head.tag_ == "VBD":
                return expression.resolve(self.published, "past")
        return None

    def _goes_on_from_past(self, number: int) -> bool:
        """Whether the sentence before tells of a month or year gone by, so that what goes on is no news of today.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru broke off relations with Chile in 2016. Mr Rao met Mr Paz."
        >>> [e.date for e in Extractor().extract(Article("a", text, published="2023-06-20")).events]
        ['2016-01-01', None]
        """
        before = number - 1
        if self.published is None or before < 0 or self._paragraph[before] != self._paragraph[number]:
            return False
        told = self._time_of(before)
        if told is None or told.first_day is None or told.precision not in ("month", "year"):
            return False
        return (self.published - datetime.date.fromisoformat(told.first_day)).days > _LONG_AGO

    def _story_day(self) -> When:
        """Give the day that the story opens with, where it is a few days old, else the day of the report."""
        assert self.published is not None
        day = next((self.anchor[n] for n in sorted(self.anchor)[:1] if n < _OPENING), None)
        if day is not None and 0 <= (self.published - datetime.date.fromisoformat(day)).days <= _FRESH:
            return When(day, "week", "the day that the story opens with")
        return When(self.published.isoformat(), "week", "the day of the report")

    def in_course(self, verb: Token) -> When | None:
        """Give the day of "on the second night of the war", told from the first day that the text names; None without.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru bombed Chile on 5 June. Mr Rao called Mr Paz on the second day of the crisis."
        >>> [e.date for e in Extractor().extract(Article("a", text, published="2024-06-20")).events]
        ['2024-06-05', '2024-06-06']
        """
        for _, part in prepositions(verb):
            later = next((DAYS_LATER[c.lower_] for c in part.children if c.lower_ in DAYS_LATER), None)
            course = {o.lemma_ for p, o in prepositions(part) if p.lower_ == "of"}
            if later is None or part.lemma_ not in PARTS_OF_DAY or not course & words_of(verb)["crisis"]:
                continue
            dates = (p.expression for n in range(self.reading.sentence_of[verb.i] + 1) for p in self.in_sentence(n))
            resolved = [date.resolve(self.published, "past") for date in dates]
            days = [r.date for r in resolved if r.date is not None and r.precision == "day"]
            cue = f"{part.lower_} of {min(course)}"
            if not days:
                return When(None, "unknown", cue)
            begin = datetime.date.fromisoformat(min(days)) + datetime.timedelta(later)
            return When(begin.isoformat(), "day", cue)
        return None


def as_told(day: Token, tense: Tense, verb: Token) -> Tense:
    """Give the tense in which a day is told: that of a report in the past is gone by, whatever it reports.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru suspects Chad of theft, the minister said in an interview on Sunday."
    >>> [(e.predicate, e.status) for e in Extractor().extract(Article("a", text, published="2024-05-09")).events]
    [('accused', 'actual')]
    """
    node = day
    while not is_verbal(node) and node.head.i != node.i:
        node = node.head
    of_report = is_verbal(node) and node.i < day.i and not node.i <= verb.i < day.i
    if tense not in ("present", "timetable") or not of_report:
        return tense
    past = node.tag_ == "VBD" or any(c.tag_ == "VBD" for c in node.children if c.dep_ in ("aux", "auxpass"))
    return "past" if past else tense


def year_of(deed: Token) -> int | None:
    """Give the word of the year that a deed is said to be of: "ordered the 1988 bombing of a plane".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said on Monday that Chad carried out the 1988 bombing of a Danish plane."
    >>> [(e.predicate, e.date) for e in Extractor().extract(Article("a", text, published="2024-06-20")).events][:1]
    [('attacked', '1988-01-01')]
    """
    years = (
        c for c in deed.children if c.dep_ in ("nummod", "compound", "amod") and c.text.isdigit() and len(c.text) == 4
    )
    return next((c.i for c in years), None)
