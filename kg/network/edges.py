"""The edges of the network as columns: one row a dyad of an event, kept in arrays that every search reads."""

from __future__ import annotations

import datetime
import zlib
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kg.model import Precision, days_meant
from kg.store.event_columns import Names

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


@lru_cache(maxsize=65_536)
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


_TYPES: dict[str, type[np.integer[Any]]] = {
    "subject": np.int32,
    "object": np.int32,
    "predicate": np.int16,
    "first": np.int32,
    "last": np.int32,
    "status": np.int8,
    "precision": np.int8,
    "sources": np.int32,
}
COLUMNS = (*_TYPES, "event")
_NO_DATE = PRECISIONS.index("unknown")
_AT_A_TIME = 100_000


def tabulate(actors: Iterable[str], rows: Iterable[Row], terms: Mapping[str, Term]) -> Edges:
    """Put rows, given in their order, into columns; of each only its numbers and its event are kept.

    `actors` (IRIs) without any row become nodes too, unknown predicates score 0.
    """
    nodes, names = Names(), Names()
    for iri in actors:
        nodes.number(iri)
    numbers, events, part = array("q"), [texts([])], list[str]()
    for row in rows:
        numbers.extend((
            nodes.number(row.subject), nodes.number(row.object), names.number(row.predicate),
            *span(row.date, row.precision, row.reported), STATUSES.index(row.status),
            PRECISIONS.index(row.precision) if row.date else _NO_DATE, row.sources,
        ))  # fmt: skip
        part.append(row.event)
        if len(part) == _AT_A_TIME:
            events.append(texts(part))
            part.clear()
    told = np.frombuffer(numbers, dtype=np.int64).reshape(-1, len(_TYPES))
    columns = {name: told[:, at].astype(kind) for at, (name, kind) in enumerate(_TYPES.items())}
    (actor, place), (predicates, code) = _in_order(nodes), _in_order(names)
    columns |= {end: place[columns[end]].astype(np.int32) for end in ("subject", "object")}
    columns["predicate"] = code[columns["predicate"]].astype(np.int16)
    return Edges(
        actor=texts(actor),
        predicates=tuple(predicates),
        terms=terms_for(predicates, terms),
        **columns,
        event=np.concatenate([*events, texts(part)]),
    )


def _in_order(names: Names) -> tuple[list[str], Ints]:
    """Give names sorted, and the place of each by its number."""
    ordered = sorted(range(len(names)), key=names.texts.__getitem__)
    place = np.empty(len(names), dtype=np.int64)
    place[ordered] = np.arange(len(names))
    return [names.texts[number] for number in ordered], place


def terms_for(predicates: Iterable[str], terms: Mapping[str, Term]) -> tuple[Term, ...]:
    """Give the terms of predicates; one that the vocabulary does not know has no class and scores 0."""
    return tuple(terms.get(name, Term("", 0.0, name == REPRESENTS)) for name in predicates)


def texts(values: list[str]) -> Texts:
    """Put texts into an array of UTF-8.

    >>> texts(["id:Erdo\u011fan"]).tolist()[0].decode()
    'id:Erdoğan'
    """
    return np.array([value.encode() for value in values], dtype=np.bytes_)
