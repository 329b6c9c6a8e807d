"""What the reconcile step needs to know of an event: who, what, when, and who tells it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

import pyoxigraph as ox

from kg.model import days_meant
from kg.store.backend import Backend
from kg.store.terms import DIP

Represents = Mapping[str, frozenset[str]]
"""Whom each person or organ stands for, by IRI."""


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


def read_occasions(backend: Backend) -> list[Occasion]:
    """Read all events of the merged graph, in the order of their IRIs."""
    facts = _gathered(
        backend,
        "SELECT ?e ?p ?o { ?e a sem:Event . VALUES ?p { dip:predicate rdfs:label dip:subject dip:object "
        "sem:hasTimeStamp dip:datePrecision } ?e ?p ?o }",
    )
    told = _gathered(
        backend,
        "SELECT ?e ?p ?o { ?e gaf:denotedBy ?m . { ?m dip:status ?o BIND('status' AS ?p) } "
        "UNION { ?m prov:wasDerivedFrom ?o BIND('article' AS ?p) } }",
    )
    published = {
        article: max(values["on"])
        for article, values in _gathered(
            backend, "SELECT ?a ?p ?o { ?a a schema:NewsArticle ; schema:datePublished ?o BIND('on' AS ?p) }"
        ).items()
    }
    occasions = []
    for iri in sorted(facts):
        about = {name.rpartition("#")[2].rpartition("/")[2]: values for name, values in facts[iri].items()}
        articles = frozenset(told[iri]["article"])
        days = [_ordinal(published[article]) for article in articles if article in published]
        first, last = _span(about)
        occasions.append(
            Occasion(
                iri=iri,
                predicate=min(about.get("predicate", {""})).removeprefix(DIP),
                label=min(about.get("label", {""})),
                subjects=frozenset(about.get("subject", ())),
                objects=frozenset(about.get("object", ())),
                statuses=frozenset(status.removeprefix(DIP) for status in told[iri]["status"]),
                articles=articles,
                first=first,
                last=last,
                day=_ordinal(min(about.get("hasTimeStamp", ()), default="")),
                published=max((day for day in days if day is not None), default=None),
            )
        )
    return occasions


def read_represents(backend: Backend) -> Represents:
    """Read whom each person or organ stands for, by what articles say of them and by the offices they hold."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    rows = _rows(
        backend,
        "SELECT DISTINCT ?a ?b { { ?a dip:represents ?b FILTER NOT EXISTS { ?a a dip:Tenure } } "
        "UNION { ?t dip:holder ?a ; dip:represents ?b } FILTER(?a != ?b) }",
    )
    for actor, represented in rows:
        found[actor].add(represented)
    return {actor: frozenset(represented) for actor, represented in found.items()}


def _gathered(backend: Backend, query: str) -> defaultdict[str, defaultdict[str, set[str]]]:
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for this, name, value in _rows(backend, query):
        found[this][name].add(value)
    return found


def _rows(backend: Backend, query: str) -> Iterator[tuple[str, ...]]:
    solutions = cast("ox.QuerySolutions", backend.query(query))
    width = len(solutions.variables)
    for solution in solutions:
        yield tuple(cast("ox.NamedNode | ox.Literal", solution[i]).value for i in range(width))


def _span(about: Mapping[str, set[str]]) -> tuple[int | None, int | None]:
    day = _ordinal(min(about.get("hasTimeStamp", ()), default=""))
    if day is None:
        return None, None
    precision = min(about.get("datePrecision", {"day"}))
    if precision == "unknown":
        return None, None
    first, last = days_meant(datetime.date.fromordinal(day), precision)
    return first.toordinal(), last.toordinal()


def _ordinal(date: str) -> int | None:
    try:
        return datetime.date.fromisoformat(date[:10]).toordinal()
    except ValueError:
        return None
