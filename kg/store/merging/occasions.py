"""What the reconcile step needs to know of an event: who, what, when, and who tells it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.model import days_meant
from kg.store.backend import Backend
from kg.store.event_columns import event_columns
from kg.store.selecting import chosen, rows
from kg.store.terms import DIP, term

Represents = Mapping[str, frozenset[str]]
"""Whom each person or organ stands for, by IRI."""

_REPRESENTS, _HOLDER = term("dip:represents"), term("dip:holder")
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


class Occasions:
    """The occasions of some events, each made when it is asked for: there may be more than fit into memory."""

    def __init__(self, backend: Backend, among: Collection[str] | None = None) -> None:
        self.columns = event_columns(backend, [""] if among is None else list(chosen("e", among)))
        articles = self.columns.articles
        self._published: list[int | None] = [None] * len(articles)
        for article, day in _published(backend, None if among is None else articles.texts):
            if (number := articles.known(article)) is not None and (known := ordinal(day)) is not None:
                self._published[number] = max(known, self._published[number] or known)
        self._shared: dict[frozenset[str], frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self.columns)

    def occasion(self, event: int) -> Occasion:
        """Give one occasion by its number, in the order of the IRIs."""
        columns = self.columns
        date = columns.dates[columns.date[event]] if columns.date[event] >= 0 else ""
        precision = columns.precisions[columns.precision[event]] if columns.precision[event] >= 0 else "day"
        said = columns.said(event)
        days = [day for _, article in said if (day := self._published[article]) is not None]
        first, last = _span(date, precision)
        return Occasion(
            iri=columns.iri(event),
            predicate=columns.predicates[columns.predicate[event]].removeprefix(DIP),
            subjects=self._set(columns.actors.texts[actor] for actor in columns.subjects.of(event)),
            objects=self._set(columns.actors.texts[actor] for actor in columns.objects.of(event)),
            statuses=self._set(status.removeprefix(DIP) for status, _ in said),
            articles=frozenset(columns.articles.texts[article] for _, article in said),
            first=first,
            last=last,
            day=ordinal(date),
            published=max(days, default=None),
        )

    def _set(self, texts: Iterable[str]) -> frozenset[str]:
        """Give a set of texts, the same object for the same texts: events have few different ones."""
        found = frozenset(texts)
        return self._shared.setdefault(found, found)


def read_occasions(backend: Backend, among: Collection[str]) -> list[Occasion]:
    """Read those of the events of the merged graph that are among the given IRIs, in the order of their IRIs."""
    occasions = Occasions(backend, among)
    return [occasions.occasion(event) for event in range(len(occasions))]


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


def _published(backend: Backend, articles: Collection[str] | None) -> Iterator[tuple[str, ...]]:
    for at in [""] if articles is None else chosen("a", articles):
        yield from rows(backend, f"SELECT ?a ?o {{ {at} ?a schema:datePublished ?o }}")


@cache
def _span(date: str, precision: str) -> tuple[int | None, int | None]:
    day = ordinal(date)
    if day is None or precision == "unknown":
        return None, None
    first, last = days_meant(datetime.date.fromordinal(day), precision)
    return first.toordinal(), last.toordinal()


@cache
def ordinal(date: str) -> int | None:
    """Give the number of the day that an ISO date names, none where it names none."""
    try:
        return datetime.date.fromisoformat(date[:10]).toordinal()
    except ValueError:
        return None
