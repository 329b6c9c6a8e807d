"""What the reconcile step needs to know of an event: who, what, when, and who tells it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model import days_meant
from kg.store.backend import Backend
from kg.store.selecting import chosen, rows
from kg.store.terms import DIP, term

Represents = Mapping[str, frozenset[str]]
"""Whom each person or organ stands for, by IRI."""

_REPRESENTS, _HOLDER = term("dip:represents"), term("dip:holder")
# Each query names its property: all values of one are stored in one piece, where looking up one event after another
# reads all over a large store, and with a variable for the property the engine goes through all that it holds.
_FACTS = "dip:predicate rdfs:label dip:subject dip:object sem:hasTimeStamp dip:datePrecision".split()
_STANDS_FOR = (
    "SELECT DISTINCT ?a ?b {{ {at} ?a dip:represents ?b FILTER NOT EXISTS {{ ?a a dip:Tenure }} }}",
    "SELECT DISTINCT ?a ?b {{ {at} ?t dip:holder ?a . ?t dip:represents ?b }}",
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event as told; `first` and `last` bound its day (as ordinals) where it is dated at all.

    `day` is the date as stated, which may stand for its week, month or year. `published` is the latest day on
    which an article that tells it appeared; actors and articles are IRIs.
    """

    iri: str
    predicate: str
    label: str
    subjects: frozenset[str]
    objects: frozenset[str]
    statuses: frozenset[str]
    articles: frozenset[str]
    first: int | None
    last: int | None
    published: int | None
    day: int | None = None

    @property
    def dated(self) -> bool:
        """Whether its very day is known."""
        return self.first is not None and self.first == self.last

    @property
    def actors(self) -> frozenset[str]:
        return self.subjects | self.objects


def read_occasions(backend: Backend, among: Collection[str] | None = None) -> list[Occasion]:
    """Read the events of the merged graph, in the order of their IRIs: all, or those among the given IRIs."""
    if among is None:
        return _occasions(backend, "")
    found: list[Occasion] = []
    for at in chosen("e", among):
        found += _occasions(backend, at)
    return found


def read_represents(backend: Backend, actors: Collection[str] | None = None) -> Represents:
    """Read whom each person or organ stands for, by what articles say of them and by the offices they hold.

    `actors` (IRIs) narrows it to those who do the standing.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for at in [""] if actors is None else chosen("a", actors):
        for query in _STANDS_FOR:
            for actor, represented in rows(backend, query.format(at=at)):
                if actor != represented:
                    found[actor].add(represented)
    return {actor: frozenset(represented) for actor, represented in found.items()}


def standing_in(triples: Iterable[Iterable[object]]) -> set[str]:
    """Give the actors (IRIs) of whom triples say that they stand for somebody."""
    actors = set()
    for subject, predicate, value in triples:
        if predicate == _REPRESENTS and isinstance(subject, ox.NamedNode):
            actors.add(subject.value)
        elif predicate == _HOLDER and isinstance(value, ox.NamedNode):
            actors.add(value.value)
    return actors


def _occasions(backend: Backend, at: str) -> list[Occasion]:
    facts = {name: _gathered(backend, f"SELECT ?e ?o {{ {at} ?e {name} ?o }}") for name in _FACTS}
    statuses, articles = (
        _gathered(backend, f"SELECT ?e ?o {{ {at} ?e gaf:denotedBy ?m . ?m {name} ?o }}")
        for name in ("dip:status", "prov:wasDerivedFrom")
    )
    told = {article for some in articles.values() for article in some} if at else None
    published: dict[str, int | None] = {}
    for article, day in _published(backend, told):
        published[article] = max((ordinal(day), published.get(article)), key=lambda known: known or 0)
    occasions = []
    for iri in sorted(facts["dip:predicate"]):
        about = {name: values_[iri] for name, values_ in facts.items() if iri in values_}
        days = [published.get(article) for article in articles.get(iri, ())]
        first, last = _span(about)
        occasions.append(
            Occasion(
                iri=iri,
                predicate=min(about["dip:predicate"]).removeprefix(DIP),
                label=min(about.get("rdfs:label", {""})),
                subjects=frozenset(about.get("dip:subject", ())),
                objects=frozenset(about.get("dip:object", ())),
                statuses=frozenset(status.removeprefix(DIP) for status in statuses.get(iri, ())),
                articles=frozenset(articles.get(iri, ())),
                first=first,
                last=last,
                day=ordinal(min(about.get("sem:hasTimeStamp", ()), default="")),
                published=max((day for day in days if day is not None), default=None),
            )
        )
    return occasions


def _published(backend: Backend, articles: Collection[str] | None) -> Iterator[tuple[str, ...]]:
    for at in [""] if articles is None else chosen("a", articles):
        yield from rows(backend, f"SELECT ?a ?o {{ {at} ?a schema:datePublished ?o }}")


def _gathered(backend: Backend, query: str) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for this, value in rows(backend, query):
        found[this].add(value)
    return dict(found)


def _span(about: Mapping[str, set[str]]) -> tuple[int | None, int | None]:
    day = ordinal(min(about.get("sem:hasTimeStamp", ()), default=""))
    if day is None:
        return None, None
    precision = min(about.get("dip:datePrecision", {"day"}))
    if precision == "unknown":
        return None, None
    first, last = days_meant(datetime.date.fromordinal(day), precision)
    return first.toordinal(), last.toordinal()


def ordinal(date: str) -> int | None:
    """Give the number of the day that an ISO date names, none where it names none."""
    try:
        return datetime.date.fromisoformat(date[:10]).toordinal()
    except ValueError:
        return None
