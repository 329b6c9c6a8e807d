"""Reads the rows of the network out of a store: those of some actors, or all, and what is known of the actors."""

from __future__ import annotations

import datetime
import functools
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import Any

import pyoxigraph as ox

from kg.model import BASE
from kg.network.edges import REPRESENTS, STATUSES, Party, Row, Term
from kg.ontology.vocabulary import DIP, KIND_CLASS, Vocabulary
from kg.store import Store
from kg.store.event_columns import EventColumns, Names, event_columns
from kg.store.selecting import chosen, rows

FIRMNESS = ("actual", "negated", "planned", "possible")
"""The status of an event is the first of these that a mention has, as in the store's own records."""

_KINDS = {iri: kind for kind, iri in KIND_CLASS.items()}

# Every pattern names its property: with ?p bound by VALUES or a filter the engine reads the whole graph. A general
# report that a more specific one covers is no second event: its mentions count for the specific one.
_AT_ACTOR = "{at} ?e sem:hasActor ?actor ."
_GENERAL = "SELECT DISTINCT ?e WHERE {{ {at} ?x dip:moreSpecificThan ?e }}"
_COVERED = (
    "SELECT DISTINCT ?e ?a WHERE {{ {at} ?e dip:moreSpecificThan+ ?g . ?g gaf:denotedBy ?m . ?m dip:status ?s . "
    "?m prov:wasDerivedFrom ?a }}"
)
_PUBLISHERS = "SELECT ?a ?p WHERE {{ {at} ?a schema:publisher ?p }}"
_SHARED = "SELECT ?a ?t WHERE {{ {at} ?a prov:specializationOf ?t }}"
_PUBLISHED = "SELECT ?a ?d WHERE {{ {at} ?a schema:datePublished ?d }}"
_STANDS_FOR = (
    "SELECT ?a ?b ?k WHERE {{ {at} ?a dip:represents ?b OPTIONAL {{ ?a dip:holder ?k }} }}",
    "SELECT ?a ?b WHERE {{ {at} ?t dip:holder ?a ; dip:represents ?b }}",
)
_ABOUT = tuple(
    f"SELECT ?a ?o WHERE {{{{ {{at}} ?a {name} ?o }}}}" for name in ("rdf:type", "rdfs:label", "skos:altLabel")
)
# Of all that has a type or a label, most are events, mentions and articles.
_EVERYONE = f"VALUES ?kind {{ {' '.join(f'<{kind}>' for kind in _KINDS)} }} ?a rdf:type ?kind ."
_OFFICES = "SELECT ?a ?office WHERE {{ {at} ?t dip:holder ?a ; dip:office ?office }}"
_IN_GRAPHS = (
    "SELECT DISTINCT ?x WHERE {{ {at} GRAPH ?g {{ ?x rdfs:label ?o }} }}",
    "SELECT DISTINCT ?x WHERE {{ {at} GRAPH ?g {{ ?t dip:holder ?x }} }}",
)
_HOLDERS = "SELECT DISTINCT ?x WHERE {{ {at} ?t dip:holder ?x }}"
_TELLING = (
    "SELECT DISTINCT ?e WHERE {{ {at} ?e gaf:denotedBy ?x }}",
    "SELECT DISTINCT ?e WHERE {{ {at} ?m prov:wasDerivedFrom ?x . ?e gaf:denotedBy ?m }}",
)
_EVENTS = "SELECT DISTINCT ?x WHERE {{ {at} ?x dip:predicate ?p }}"
_COVERED_BY = "SELECT DISTINCT ?e WHERE {{ {at} ?e dip:moreSpecificThan+ ?x }}"
_LABELLED = "SELECT ?a ?k WHERE {{ ?a rdfs:label {name} . ?a a ?k }}"
_COUNT = "SELECT ?a (COUNT(?e) AS ?n) WHERE {{ {at} ?e sem:hasActor ?a }} GROUP BY ?a"


def terms_of(vocabulary: Vocabulary) -> dict[str, Term]:
    """Give class, score and symmetry of each predicate."""
    return {name: Term(p.class_, p.score, p.symmetric) for name, p in vocabulary.predicates.items()}


class Reader:
    """Reads from one store; what it reads depends on nothing but the merged graph."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._articles = Names()
        self._outlets: list[str] = []
        self._days: list[str] = []

    def rows_at(self, actors: Iterable[str]) -> list[Row]:
        """Read every event that any of the actors (IRIs) takes part in, and who stands for whom there."""
        some = set(actors)
        where = [_AT_ACTOR.format(at=at) for at in chosen("actor", some)]
        return [*self.standing(some), *self._dyads(where)]

    def rows_of(self, events: Iterable[str]) -> list[Row]:
        """Read some events (IRIs); those that a more specific one covers have no row."""
        return list(self._dyads(list(chosen("e", set(events)))))

    def rows(self) -> Iterator[Row]:
        """Read who stands for whom, and all events, in the order of the rows."""
        yield from self.standing()
        yield from self._dyads([""])

    def touched(self, changed: Iterable[str]) -> tuple[set[str], set[str]]:
        """Give the events that may be other than they were, and the actors, where these graphs and subjects changed."""
        every = set(changed)
        for query in _IN_GRAPHS:
            every |= self._all(query, "g", set(changed))
        every |= self._all(_HOLDERS, "t", every)
        events = self._all(_EVENTS, "x", every)
        for query in _TELLING:
            events |= self._all(query, "x", every - events)
        if self._covers:
            events |= self._all(_COVERED_BY, "x", every | events)
        return events | every, every - events

    def _all(self, query: str, variable: str, iris: Iterable[str]) -> set[str]:
        return {one for at in chosen(variable, set(iris)) for (one,) in self._rows(query, [at])}

    def _dyads(self, where: Sequence[str]) -> Iterator[Row]:
        """Give the dyads of the events that clauses of SPARQL choose, in their order."""
        events = event_columns(self.store.backend, where, self._articles)
        general = {event for (event,) in self._rows(_GENERAL, where)} if self._covers else set[str]()
        covered: defaultdict[str, list[int]] = defaultdict(list)
        for event, article in self._rows(_COVERED, where) if self._covers else ():
            covered[event].append(self._articles.number(article))
        self._learn_articles(where)
        outlets, days = self._outlets, self._days
        for event in range(len(events)):
            iri = events.iri(event)
            if iri in general:
                continue
            said = [(FIRMNESS.index(status.removeprefix(DIP)), article) for status, article in events.said(event)]
            told = {outlets[article] for _, article in said}
            if iri in covered:
                told |= {outlets[article] for article in covered[iri]}
            reported = min((days[article] for rank, article in said if not rank and days[article]), default="")
            date, precision = _stated(events, event)
            for subject, object_ in _pairs(events, event):
                yield Row(
                    iri,
                    subject,
                    object_,
                    events.predicates[events.predicate[event]].removeprefix(DIP),
                    date or None,
                    precision or ("day" if date else "unknown"),
                    FIRMNESS[min((rank for rank, _ in said), default=0)],
                    max(len(told), 1),
                    reported,
                )

    def _learn_articles(self, where: Sequence[str]) -> None:
        """Read the outlets of the articles that are new, and their days: going over all, where all events are read."""
        first = len(self._outlets)
        new = self._articles.texts[first:]
        self._outlets += new
        self._days += [""] * len(new)
        ats = [""] if where == [""] else list(chosen("a", new))
        for query in (_PUBLISHERS, _SHARED):  # many papers that print one text are one source
            for article, outlet in self._rows(query, ats):
                if (number := self._articles.known(article)) is not None:
                    self._outlets[number] = sys.intern(outlet)
        for article, published in self._rows(_PUBLISHED, ats):
            if (number := self._articles.known(article)) is not None:
                self._days[number] = _whole_day(published)

    def standing(self, actors: Iterable[str] | None = None) -> list[Row]:
        """Give a row for everyone who stands for someone: of all, or of those where either is among `actors` (IRIs)."""
        narrowed = [""] if actors is None else [at for end in "ab" for at in chosen(end, set(actors))]
        # A tenure, too, says whom it represents; it is known by its holder.
        found = {(one, other) for one, other, holder in self._rows(_STANDS_FOR[0], narrowed) if not holder}
        found |= set(self._rows(_STANDS_FOR[1], narrowed))
        rows = (Row("", one, other, REPRESENTS, None, "unknown", STATUSES[0], 0) for one, other in sorted(found))
        return [row for row in rows if row.subject != row.object]

    def parties(self, actors: Iterable[str] | None = None) -> dict[str, Party]:
        """Read names, kinds and offices of actors (IRIs), or of all."""
        ats = [_EVERYONE] if actors is None else list(chosen("a", set(actors)))
        kinds, names, aliases, offices = (_listed(self._rows(query, ats)) for query in (*_ABOUT, _OFFICES))
        stands = _listed((row.subject, row.object) for row in self.standing(actors))
        return {
            iri: _party(iri, known[0], names, aliases, stands, offices)
            for iri, types in kinds.items()
            if (known := sorted(_KINDS[kind] for kind in types if kind in _KINDS))
        }

    def labelled(self, name: str) -> list[str]:
        """Give the IRIs of the actors whose name is exactly this."""
        found = rows(self.store.backend, _LABELLED.format(name=ox.Literal(name)))
        return sorted({actor for actor, kind in found if kind in _KINDS})

    def weights(self, actors: Iterable[str]) -> dict[str, int]:
        """Count the events of some actors (IRIs)."""
        return {actor: int(number) for actor, number in self._rows(_COUNT, list(chosen("a", set(actors))))}

    @cached_property
    def _covers(self) -> bool:
        return bool(self.store.backend.query("ASK { ?x dip:moreSpecificThan ?y }"))

    def _rows(self, query: str, where: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        for at in where:
            yield from rows(self.store.backend, query.format(at=at))


@functools.lru_cache(maxsize=65536)
def _whole_day(date: str) -> str:
    """Give the day of a date or time, empty where it is none or less precise."""
    try:
        return datetime.date.fromisoformat(date[:10]).isoformat()
    except ValueError:
        return ""


def _stated(events: EventColumns, event: int) -> tuple[str, str]:
    """Give the date of an event and its precision, empty where they are not stated."""
    date, precision = int(events.date[event]), int(events.precision[event])
    return events.dates[date] if date >= 0 else "", events.precisions[precision] if precision >= 0 else ""


def _pairs(events: EventColumns, event: int) -> Iterable[tuple[str, str]]:
    subjects, objects = (sorted(events.actors.texts[actor] for actor in side.of(event)) for side in events.sides)
    return [(s, o) for s in subjects for o in objects if s != o] if objects else combinations(subjects, 2)


def _listed(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: sorted(values) for key, values in found.items()}


def _party(iri: str, kind: str, *facts: Mapping[str, list[str]]) -> Party:
    names, aliases, stands, offices = (fact.get(iri, []) for fact in facts)
    name = names[0] if names else iri.removeprefix(f"{BASE}id/").replace("_", " ")
    others = tuple(sorted({*aliases, *names[1:]} - {name}))
    return Party(iri, name, kind, others, stands[0] if len(stands) == 1 else None, tuple(offices))
