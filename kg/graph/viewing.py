"""Turns what a store holds into the view that a page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from kg.model import Article, Event, Extraction, Mention, Office
from kg.render import View, view_from
from kg.store import ArticleRecord, EventRecord, MentionRecord, Store

_OFFICES = """SELECT DISTINCT ?person ?office WHERE { ?tenure dip:holder ?person ; dip:office ?office }"""


def view_of(store: Store, actors: Collection[str] = ()) -> View:
    """Give the view of a store, or of the events of some actors (IRIs)."""
    return view_from(_extractions(store, frozenset(actors)), store.vocabulary)


def _extractions(store: Store, actors: Collection[str]) -> Iterator[Extraction]:
    """Give back, article by article, what was extracted, as far as a page needs it."""
    told: defaultdict[ArticleRecord, list[Event]] = defaultdict(list)
    for event in _events(store, actors):
        for mention in event.mentions:
            told[mention.article].append(_event(event, mention))
    seen = {party for events in told.values() for event in events for party in (*event.subjects, *event.objects)}
    persons = {party.iri: party for party in seen}
    offices = tuple(
        Office(persons[person], str(row["office"]), None)
        for row in store.query(_OFFICES)
        if (person := str(row["person"])) in persons
    )
    for article, events in sorted(told.items(), key=lambda item: item[0].iri):
        source = Article(
            article.id,
            "",
            title=article.title,
            published=article.published,
            publisher=article.publisher,
            url=article.url,
            shares=article.shares,
        )
        yield Extraction(source, tuple(events), offices)
        offices = ()


def _events(store: Store, actors: Collection[str]) -> Iterator[EventRecord]:
    """List the events of a store, or those of some actors, each once."""
    if not actors:
        yield from store.events()
        return
    listed: set[str] = set()
    for actor in sorted(actors):
        for event in store.events(actor=actor):
            if event.iri not in listed:
                listed.add(event.iri)
                yield event


def _event(event: EventRecord, mention: MentionRecord) -> Event:
    return Event(
        event.predicate,
        event.subjects,
        event.objects,
        mention.status,
        event.date,
        event.precision,
        event.place,
        event.topic,
        mention.attributed_to,
        (
            Mention(
                mention.article.iri,
                mention.start,
                mention.end,
                mention.sentence,
                mention.trigger_start,
                mention.trigger_end,
            ),
        ),
        mention.rule,
    )
