"""Why the graph says what it says: where an event is told, how it was read, and what else tells of the occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import StoreError
from kg.graph.markup import counted, plain, when
from kg.graph.telling import Line, Told
from kg.model import BASE
from kg.store import EventRecord, MentionRecord, Store

_LINKS = """SELECT DISTINCT ?one ?relation ?other ?reason WHERE {
  ?link dip:from ?from ; dip:to ?to ; dip:relation ?relation ; dip:reason ?reason FILTER(?event IN (?from, ?to))
  ?from rdfs:label ?one . ?to rdfs:label ?other
} ORDER BY ?one ?relation ?other"""
_CAPITAL = re.compile(r"(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Kinship:
    """Two events (by their labels) that tell of one occasion or contradict each other, and why that is held."""

    one: str
    relation: str
    other: str
    reason: str


@dataclass(frozen=True, repr=False)
class Grounds(Told):
    """Where an event of the graph is told, by which wordings it was read, and what else tells of the same occasion."""

    event: EventRecord
    links: tuple[Kinship, ...] = ()

    def lines(self) -> Iterator[Line]:
        """Give the explanation line by line."""
        event = self.event
        state = "disputed" if event.disputed else event.status
        sources = counted(event.sources, "source")
        yield Line(f"{event.label}   {when(event.date, event.precision)} · {state} · {sources}", 0, "heading")
        for mention in event.mentions:
            yield from _mention(mention)
        for link in self.links:
            yield Line(f"“{link.one}” {link.relation} “{link.other}”: {link.reason}", 1)


def grounds_of(store: Store, iri: str) -> Grounds:
    """Say why the store holds an event (IRI, or "ev:" and its hash); StoreError where it holds none of that name."""
    whole = f"{BASE}event/{iri[3:]}" if iri.startswith("ev:") else iri
    event = store.event(whole) if whole.startswith("http") else None
    if event is None:
        advice = "Give an event of .events(), or its IRI; kg.explain() is for sentences."
        raise StoreError(f"the graph holds no event {plain(iri)}.", place="explain", advice=advice)
    links = (
        Kinship(str(row["one"]), _words(str(row["relation"])), str(row["other"]), str(row["reason"]))
        for row in store.query(_LINKS, event=whole)
    )
    return Grounds(event, tuple(links))


def _words(relation: str) -> str:
    return " ".join(part.lower() for part in _CAPITAL.split(relation.rpartition("#")[2]))


def _mention(mention: MentionRecord) -> Iterator[Line]:
    article = mention.article
    yield Line(mention.sentence, 1, "event")
    where = ", ".join(filter(None, (article.publisher or article.id, article.published)))
    yield Line(f"{where}, characters {mention.start} to {mention.end} of {article.id}", 2)
    trigger = mention.sentence[mention.trigger_start - mention.start : mention.trigger_end - mention.start]
    claim = f", says {mention.attributed_to.name}" if mention.attributed_to else ""
    yield Line(f"{mention.status}{claim}; wording: {mention.rule}, at “{trigger}”", 2)
