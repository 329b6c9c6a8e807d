"""The edges of the network as columns: one row a dyad of an event, kept in arrays that every search reads."""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kg.model import Precision, days_meant

Ints = npt.NDArray[np.integer[Any]]
Flags = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.bytes_]

UNDATED = 0
"""The ordinal of an event without a date; real ordinals start at 1."""

STATUSES = ("actual", "planned", "possible", "negated")
PRECISIONS: tuple[Precision, ...] = ("day", "week", "month", "year", "unknown")
REPRESENTS = "represents"
"""The predicate of hops between a person or organ and whom it represents: no event, and always shown as such."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as a node: IRI, name, kind, aliases, IRI of whom it represents (or none) and offices held."""

    iri: str
    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    represents: str | None = None
    offices: tuple[str, ...] = ()


class Term(NamedTuple):
    """What the network needs of a predicate: its class, its cooperation-conflict score and its symmetry."""

    class_: str
    score: float
    symmetric: bool


class Row(NamedTuple):
    """One dyad of an event; `date` is an ISO date, month or year, `sources` the number of outlets that tell it.

    `reported` is the ISO date of the first article that tells it as actual, empty where there is none.
    """

    event: str
    subject: str
    object: str
    predicate: str
    date: str | None = None
    precision: str = "day"
    status: str = "actual"
    sources: int = 1
    reported: str = ""


def span(date: str | None, precision: str = "day", reported: str = "") -> tuple[int, int]:
    """Give the first and last day (proleptic ordinals) that a date of this precision may mean; (0, 0) if undated.

    What is `reported` (ISO date) as done was done by then. A week dated by that very day is the seven days up to it:
    the article gives no date, and news is of the last few days.

    >>> first, last = span("2025-05-20", "month")
    >>> last - first
    30
    >>> [str(datetime.date.fromordinal(day)) for day in span("2025-05-20", "week", "2025-05-20")]
    ['2025-05-14', '2025-05-20']
    >>> [str(datetime.date.fromordinal(day)) for day in span("2025-05-19", "week", "2025-05-22")]
    ['2025-05-19', '2025-05-22']
    """
    if not date or precision == "unknown":
        return UNDATED, UNDATED
    numbers = [int(part) for part in date[:10].split("-")]
    year, month, day = [*numbers, 1, 1][:3]
    known = "year" if precision == "year" else {1: "year", 2: "month"}.get(len(numbers), precision)
    if known == "week" and reported == date[:10]:
        last = datetime.date(year, month, day).toordinal()
        return last - 6, last
    first, last = (day.toordinal() for day in days_meant(datetime.date(year, month, day), known))
    if reported:
        last = max(first, min(last, datetime.date.fromisoformat(reported).toordinal()))
    return first, last


@dataclass(frozen=True, eq=False)
class Edges:
    """Columns of n dyads over the actors in `actor` (their IRIs as UTF-8, sorted).

    `subject` and `object` index `actor`, `predicate` indexes `predicates` (whose `terms` run in parallel),
    `status` and `precision` index `STATUSES` and `PRECISIONS`; `first` and `last` are day ordinals, 0 if undated;
    `event` holds the event's IRI (UTF-8), empty for a row that says whom somebody represents.
    """

    actor: Texts
    predicates: tuple[str, ...]
    terms: tuple[Term, ...]
    subject: Ints
    object: Ints
    predicate: Ints
    first: Ints
    last: Ints
    status: Ints
    precision: Ints
    sources: Ints
    event: Texts

    def __len__(self) -> int:
        return len(self.subject)

    @property
    def size(self) -> int:
        """The number of actors."""
        return len(self.actor)

    def iri(self, node: int) -> str:
        """Give the IRI of an actor by its number."""
        return bytes(self.actor[node]).decode()

    def node(self, iri: str) -> int | None:
        """Give the number of an actor by its IRI, or none."""
        if len(iri.encode()) > self.actor.dtype.itemsize:  # numpy would copy the column to compare
            return None
        place = int(np.searchsorted(self.actor, iri.encode()))
        return place if place < self.size and self.actor[place] == iri.encode() else None

    def nodes(self, iris: Iterable[str]) -> Ints:
        """Give the numbers of those of the actors that are here."""
        found = (self.node(iri) for iri in iris)
        return np.array(sorted(node for node in found if node is not None), dtype=np.int64)

    def event_iri(self, row: int) -> str:
        """Give the IRI of the event of a row; empty for representation."""
        return bytes(self.event[row]).decode()

    @cached_property
    def symmetric(self) -> Flags:
        """For each row, whether its predicate holds both ways; representation is passed both ways too."""
        return np.array([term.symmetric for term in self.terms], dtype=bool)[self.predicate]

    @cached_property
    def score(self) -> npt.NDArray[np.float64]:
        """For each row, the cooperation-conflict score of its predicate."""
        return np.array([term.score for term in self.terms], dtype=float)[self.predicate]

    @cached_property
    def told(self) -> Flags:
        """For each row, whether it is an event (and not a representation)."""
        return np.array([name != REPRESENTS for name in self.predicates], dtype=bool)[self.predicate]

    @cached_property
    def prints(self) -> Ints:
        """For each actor, a number below 2**28 made from its IRI: the same in any graph that holds the actor."""
        return np.fromiter((zlib.crc32(iri) >> 4 for iri in self.actor.tolist()), dtype=np.int64, count=self.size)

    def date(self, row: int) -> str:
        """Write the date of a row as precisely as it is known, as ISO 8601 does (a week as an interval); "" if undated.

        A week in which only one day is left, since it was reported on that day, is that day.
        """
        if self.first[row] == UNDATED:
            return ""
        first, last = (datetime.date.fromordinal(int(day)).isoformat() for day in (self.first[row], self.last[row]))
        precision = PRECISIONS[self.precision[row]]
        week = first if first == last else f"{first}/{last}"
        return {"year": first[:4], "month": first[:7], "week": week}.get(precision, first)

    def take(self, rows: Flags | Ints) -> Edges:
        """Give the same actors with only these rows."""
        return replace(self, **{name: getattr(self, name)[rows] for name in COLUMNS})


COLUMNS = ("subject", "object", "predicate", "first", "last", "status", "precision", "sources", "event")


def tabulate(actors: Iterable[str], rows: Iterable[Row], terms: Mapping[str, Term]) -> Edges:
    """Put rows into columns; `actors` (IRIs) without any row become nodes too, unknown predicates score 0.

    The result depends on the set of rows and not on their order.
    """
    listed = sorted(rows)
    nodes = sorted({*actors, *(iri for row in listed for iri in (row.subject, row.object))})
    index = {iri: number for number, iri in enumerate(nodes)}
    predicates = tuple(sorted({row.predicate for row in listed}))
    codes = {name: number for number, name in enumerate(predicates)}
    spans = {key: span(*key) for key in {(row.date, row.precision, row.reported) for row in listed}}

    def column(kind: type[np.integer[Any]], values: Iterable[int]) -> Ints:
        return np.fromiter(values, dtype=kind, count=len(listed))

    return Edges(
        actor=texts(nodes),
        predicates=predicates,
        terms=terms_for(predicates, terms),
        subject=column(np.int32, (index[row.subject] for row in listed)),
        object=column(np.int32, (index[row.object] for row in listed)),
        predicate=column(np.int16, (codes[row.predicate] for row in listed)),
        first=column(np.int32, (spans[row.date, row.precision, row.reported][0] for row in listed)),
        last=column(np.int32, (spans[row.date, row.precision, row.reported][1] for row in listed)),
        status=column(np.int8, (STATUSES.index(row.status) for row in listed)),
        precision=column(np.int8, (PRECISIONS.index(row.precision) if row.date else 4 for row in listed)),
        sources=column(np.int32, (row.sources for row in listed)),
        event=texts([row.event for row in listed]),
    )


def terms_for(predicates: Iterable[str], terms: Mapping[str, Term]) -> tuple[Term, ...]:
    """Give the terms of predicates; one that the vocabulary does not know has no class and scores 0."""
    return tuple(terms.get(name, Term("", 0.0, name == REPRESENTS)) for name in predicates)


def texts(values: list[str]) -> Texts:
    """Put texts into an array of UTF-8.

    >>> texts(["id:Erdo\u011fan"]).tolist()[0].decode()
    'id:Erdoğan'
    """
    return np.array([value.encode() for value in values], dtype=np.bytes_)
