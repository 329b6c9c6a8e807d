"""Turns what was found in an article into the records of its extraction."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extract.analysis import Analysis, Found
from kg.extract.coreference import Reference
from kg.extract.entities import Entity
from kg.extract.forms import plain
from kg.extract.occasions import join
from kg.model import Actor, Article, Event, Extraction, Mention, Office

_CALL = re.compile(r"\b(?:(?:tele)?phone |video )?call\b(?! (?:for|on|to)\b)|\btelephone conversation", re.IGNORECASE)
_MEETING = re.compile(r"\bmeeting\b|\bmeets?\b", re.IGNORECASE)


def extraction_of(analysis: Analysis, parents: Mapping[str, str | None]) -> Extraction:
    """Turn an analysis into records; `parents` gives the more general predicate of each."""
    told = _without_echoes(analysis.found, analysis.reading.sentence_of)
    events = [_by_title(_event(f, analysis), analysis.article) for f in told]
    events = [e for e in events if any(True for _ in e.dyads())]
    offices = tuple(
        Office(e.actor(), h.role, h.represents.actor() if h.represents else None)
        for e in sorted(analysis.entities.persons(), key=lambda e: (e.first, e.name))
        for h in e.offices
    )
    return Extraction(analysis.article, tuple(join(events, parents)), offices, tuple(analysis.quotes))


_ECHO = 8
"""Sentences after a meeting of officials in which talk of their two sides is the same."""
_TALKS = frozenset({"met", "called", "hosted", "negotiated_with", "spoke_with"})


def _without_echoes(found: Sequence[Found], sentence_of: Sequence[int]) -> list[Found]:
    """Leave out talk between two states whose officials were just told to talk: "X met Y. The sides exchanged views".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Modi met Macron on Monday. The two sides discussed trade."
    >>> [(e.predicate, len(e.mentions)) for e in Extractor().extract(Article("a", text, published="2019-08-22")).events]
    [('met', 1)]
    """
    echoes: set[int] = set()
    talks: dict[frozenset[Entity], int] = {}
    for f in sorted(found, key=lambda f: f.frame.trigger):
        at, frame = sentence_of[f.frame.trigger], f.frame
        parties = [r.entity for r in (*frame.subjects, *frame.objects)]
        pair = frozenset(s for e in parties if (s := e.state()) is not None)
        if frame.predicate in _TALKS and f.verdict.status == "actual" and len(parties) == len(pair) == 2:
            if all(e.kind == "person" for e in parties):
                talks.setdefault(pair, at)
            sides = frame.predicate == "spoke_with" and all(e.kind == "state" for e in parties)
            if sides and pair in talks and 0 <= at - talks[pair] <= _ECHO:
                echoes.add(id(f))
    return [f for f in found if id(f) not in echoes]


def _event(found: Found, analysis: Analysis) -> Event:
    frame, reading = found.frame, analysis.reading
    number = reading.sentence_of[frame.trigger]
    inside = [i for i, n in enumerate(reading.sentence_of) if n == number]
    start, end = reading.starts[inside[0]], reading.ends[inside[-1]]
    mention = Mention(
        analysis.article.iri,
        start,
        end,
        analysis.article.text[start:end],
        reading.starts[frame.trigger],
        reading.ends[frame.trigger],
    )
    return Event(
        frame.predicate,
        _actors(frame.subjects),
        _actors(frame.objects),
        found.verdict.status,
        found.when.date,
        found.when.precision,
        None,
        None,
        found.claimant.actor() if found.claimant is not None else None,
        (mention,),
        f"{frame.predicate}: {frame.pattern.wording.pattern}",
    )


def _by_title(event: Event, article: Article) -> Event:
    """Take the channel of a conversation from the title: "Secretary Blinken's Call with President Aliyev"."""
    if event.predicate != "spoke_with" or event.status != "actual" or not article.title:
        return event
    parties = (*event.subjects, *event.objects)
    title = plain(article.title).casefold()
    if not all(a.kind == "person" and plain(a.name.split()[-1]).casefold() in title for a in parties):
        return event
    channel = "called" if _CALL.search(article.title) else "met" if _MEETING.search(article.title) else ""
    return replace(event, predicate=channel) if channel else event


def _actors(references: Sequence[Reference]) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(r.entity.actor() for r in references))
