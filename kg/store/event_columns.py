"""The events of a store in columns of numbers: all of them, or some. A few hundred bytes an event, however many."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.store.backend import Backend
from kg.store.selecting import rows

Ints = npt.NDArray[np.integer[Any]]
Texts = npt.NDArray[np.bytes_]

# Each query names its property: all values of one are stored in one piece, where looking up one event after another
# reads all over a large store, and with a variable for the property the engine goes through all that it holds.
_VALUE = "SELECT ?e ?o WHERE {{{{ {{at}} ?e {name} ?o }}}}"
_TOLD = "SELECT ?e ?s ?a WHERE {{ {at} ?e gaf:denotedBy ?m . ?m dip:status ?s . ?m prov:wasDerivedFrom ?a }}"
_AT_A_TIME = 100_000
_STATUS_BITS = 16


@dataclass(frozen=True, slots=True)
class Several:
    """Any number of values for each event: those of event n are `values[start[n] : start[n + 1]]`, in order."""

    start: Ints
    values: Ints

    def of(self, event: int) -> list[int]:
        """Give the values of one event."""
        found: list[int] = self.values[self.start[event] : self.start[event + 1]].tolist()
        return found


class Names:
    """Texts that stand for themselves by a number, each kept once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.texts: list[str] = []

    def __len__(self) -> int:
        return len(self.texts)

    def number(self, text: str) -> int:
        """Give the number of a text, a new one where it has none."""
        known = self._numbers.setdefault(text, len(self.texts))
        if known == len(self.texts):
            self.texts.append(text)
        return known

    def known(self, text: str) -> int | None:
        """Give the number of a text, or none."""
        return self._numbers.get(text)


@dataclass(frozen=True, slots=True)
class EventColumns:
    """Events in the order of their IRIs, as the merged graph tells them.

    `predicate`, `date` and `precision` number the texts beside them, -1 where nothing is stated; of several values
    that a foreign graph may state the least counts.
    """

    iris: Texts
    predicates: list[str]
    predicate: Ints
    dates: list[str]
    date: Ints
    precisions: list[str]
    precision: Ints
    actors: Names
    subjects: Several
    objects: Several
    articles: Names
    statuses: list[str]
    mentions: Several

    def __len__(self) -> int:
        return len(self.iris)

    @property
    def sides(self) -> tuple[Several, Several]:
        return self.subjects, self.objects

    def iri(self, event: int) -> str:
        return bytes(self.iris[event]).decode()

    def said(self, event: int) -> list[tuple[str, int]]:
        """Give the mentions of an event, each once: its status (IRI) and the number of its article."""
        low = (1 << _STATUS_BITS) - 1
        return [(self.statuses[value & low], value >> _STATUS_BITS) for value in self.mentions.of(event)]


def event_columns(backend: Backend, where: Sequence[str] = ("",), articles: Names | None = None) -> EventColumns:
    """Read the events of the merged graph: all, or those that clauses of SPARQL choose, as `?e`.

    Articles that have numbers already, `articles`, keep them.
    """
    columns = _Reading(backend, where)
    actors, articles = Names(), Names() if articles is None else articles
    (predicate, predicates), (date, dates), (precision, precisions) = (
        columns.single(name) for name in ("dip:predicate", "sem:hasTimeStamp", "dip:datePrecision")
    )
    subjects, objects = (columns.several(name, actors) for name in ("dip:subject", "dip:object"))
    mentions, statuses = columns.mentions(articles)
    return EventColumns(
        columns.iris, predicates, predicate, dates, date, precisions, precision,
        actors, subjects, objects, articles, statuses, mentions,
    )  # fmt: skip


class _Reading:
    def __init__(self, backend: Backend, where: Sequence[str]) -> None:
        self._backend = backend
        self._where = where
        found = (event.encode() for event, _ in self._rows(_VALUE.format(name="dip:predicate")))
        parts = [
            np.unique(np.array(part, dtype=np.bytes_)) for part in iter(lambda: list(islice(found, _AT_A_TIME)), [])
        ]
        self.iris: Texts = np.unique(np.concatenate(parts)) if parts else np.empty(0, dtype="S1")

    def single(self, name: str) -> tuple[Ints, list[str]]:
        """Read a property that an event has once: a number for each event, and the texts that are numbered."""
        names, column = Names(), np.full(len(self.iris), -1, dtype=np.int32)
        for event, value in self._events(_VALUE.format(name=name)):
            if column[event] < 0 or value < names.texts[column[event]]:
                column[event] = names.number(value)
        return column, names.texts

    def several(self, name: str, names: Names) -> Several:
        """Read a property that an event has any number of times."""
        events, values = array("q"), array("q")
        for event, value in self._events(_VALUE.format(name=name)):
            events.append(event)
            values.append(names.number(value))
        return self._sorted(events, values)

    def mentions(self, articles: Names) -> tuple[Several, list[str]]:
        """Read which articles tell each event, and as what."""
        events, values, statuses = array("q"), array("q"), Names()
        for event, status, article in self._events(_TOLD):
            events.append(event)
            values.append(articles.number(article) << _STATUS_BITS | statuses.number(status))
        return self._sorted(events, values), statuses.texts

    def _sorted(self, events: array[int], values: array[int]) -> Several:
        event, value = (np.frombuffer(part, dtype=np.int64) for part in (events, values))
        order = np.lexsort((value, event))
        event, value = event[order], value[order]
        new = np.ones(len(event), dtype=bool)
        new[1:] = (event[1:] != event[:-1]) | (value[1:] != value[:-1])
        return Several(np.searchsorted(event[new], np.arange(len(self.iris) + 1)), value[new])

    def _events(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a query about events, the number of the event in place of its IRI."""
        if not len(self.iris):
            return
        found = self._rows(query)
        while part := list(islice(found, _AT_A_TIME)):
            named = np.array([row[0].encode() for row in part], dtype=np.bytes_)
            at = np.minimum(np.searchsorted(self.iris, named), len(self.iris) - 1)
            for event, same, (_, *values) in zip(at.tolist(), (self.iris[at] == named).tolist(), part, strict=True):
                if same:
                    yield event, *values

    def _rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        for at in self._where:
            yield from rows(self._backend, query.format(at=at))
