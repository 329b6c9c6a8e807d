"""Parts a frame whose parties are told with days of their own: "met A on Monday and B on Tuesday"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.parties import allowed, apart
from kg.extract.frames.records import Frame
from kg.extract.syntax import is_finite, is_verbal

_JOINED = frozenset({"and", "again", ",", "then"})
_AT = frozenset({"in", "at"})
_PARTIES = frozenset({"person", "role", "state", "organisation", "group", "place"})


def by_day(frame: Frame, doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give a frame for each party and day where every party has a day right behind it, else the frame itself.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mr Rao visited Peru on 3 May and again on 9 May, and Chile on 12 May."
    >>> events = Extractor().extract(Article("a", text, published="2024-05-20")).events
    >>> [(e.objects[0].name, e.date) for e in events]
    [('Peru', '2024-05-03'), ('Peru', '2024-05-09'), ('Chile', '2024-05-12')]
    """
    named: dict[int, list[Reference]] = {}
    for reference in frame.objects:
        named.setdefault(reference.token, []).append(reference)
    if not named or frame.trigger != frame.verb or min(named) <= frame.verb:
        return [frame]
    end = _end_of_clause(doc, max(named))
    travels = frame.predicate == "visited"
    for i in _further(doc, resolver, range(max(named) + 1, end - 1), travels=travels):
        found = apart(allowed(resolver.actors(doc[i]), frame.pattern.object_kinds), frame.subjects)
        if found:
            named.setdefault(i, found)
    places = sorted(named)
    days = [_days_behind(doc, resolver, at, stop) for at, stop in zip(places, [*places[1:], end], strict=True)]
    if not all(days) or sum(map(len, days)) < 2:
        return [frame]
    parts = zip(places, days, strict=True)
    return [replace(frame, objects=named[place], day=day) for place, found in parts for day in found]


def _end_of_clause(doc: Doc, i: int) -> int:
    """Give where the clause around a token ends: at the next finite verb, or with the sentence."""
    end = doc[i].sent.end
    return next((t.i for t in doc[i + 1 : end] if (is_verbal(t) and is_finite(t)) or t.text in (";", "–", "—")), end)


def _is_day(resolver: Resolver, i: int) -> bool:
    span = resolver.reading.spans[i]
    return span is not None and span.sort == "date"


def _days_behind(doc: Doc, resolver: Resolver, place: int, end: int) -> list[int]:
    """Give the day right behind a party, and those that go on from it: "on 8 May and again on 10 May"."""
    days: list[int] = []
    for i in range(place + 1, end):
        if _is_day(resolver, i):
            if is_verbal(doc[i].head) and doc[i].head.i >= end:  # "on Monday, and the day before, Peru left"
                break
            days.append(i)
        elif doc[i].lower_ not in _JOINED and not _is_where(doc, resolver, i):
            break
    return days


def _is_where(doc: Doc, resolver: Resolver, i: int) -> bool:
    """Whether a word tells where a party was met: "met A on Monday and B in Rome on Tuesday"."""
    place = i + 1 if doc[i].lower_ in _AT else i if doc[i - 1].lower_ in _AT else len(doc)
    span = resolver.reading.spans[place] if place < len(doc) else None
    return span is not None and span.sort in ("state", "place")


def _further(doc: Doc, resolver: Resolver, words: Iterable[int], *, travels: bool) -> Iterator[int]:
    """Give the parties that go on the row, though the parser hung them elsewhere: "and with Chile on 12 May"."""
    for i in words:
        if not travels and _is_where(doc, resolver, i):
            continue
        span = resolver.reading.spans[i]
        if span is not None and span.sort in _PARTIES:
            if not any(_is_day(resolver, j) for j in range(i + 1, min(i + 4, len(doc)))):
                return
            yield i
        elif not (
            _is_day(resolver, i) or doc[i].lower_ in _JOINED or (doc[i].pos_ == "ADP" and doc[i].lower_ != "for")
        ):
            return
