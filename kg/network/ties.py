"""Ties: all events between two actors put together, with counts, scores, dates and who began."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from kg.network.edges import UNDATED, Edges, Flags, Ints
from kg.network.evidence import evidence_of
from kg.network.questions import HopEvent, hop_event
from kg.network.view import View


class Ties(NamedTuple):
    """One entry a pair of actors (`left` < `right` by number), in parallel arrays.

    `events` counts events, `total` sums their cooperation-conflict scores, `forth` counts the one-way events that the
    left one began and `back` those of the right one; `first` and `last` are day ordinals, 0 where no event is dated.
    `rows` are the rows used and `tie` the tie of each.
    """

    left: Ints
    right: Ints
    events: Ints
    total: npt.NDArray[np.float64]
    forth: Ints
    back: Ints
    first: Ints
    last: Ints
    rows: Ints
    tie: Ints

    @property
    def mean(self) -> npt.NDArray[np.float64]:
        """The mean score of each tie."""
        return self.total / np.maximum(self.events, 1)


def ties_of(edges: Edges, passed: Flags) -> Ties:
    """Put together the events between each two actors, along the rows that `passed` flags; sorted by pair."""
    rows = np.flatnonzero(passed & edges.told)
    subject, object_ = edges.subject[rows].astype(np.int64), edges.object[rows].astype(np.int64)
    left, right = np.minimum(subject, object_), np.maximum(subject, object_)
    pairs, tie = np.unique(left * max(edges.size, 1) + right, return_inverse=True)
    count = len(pairs)
    one_way = ~edges.symmetric[rows]

    def number(weights: npt.NDArray[Any] | None = None) -> Ints:
        return np.bincount(tie, weights=weights, minlength=count).astype(np.int64)

    first = np.full(count, np.iinfo(np.int64).max)
    last = np.zeros(count, dtype=np.int64)
    dated = edges.first[rows] != UNDATED
    np.minimum.at(first, tie[dated], edges.first[rows][dated].astype(np.int64))
    np.maximum.at(last, tie[dated], edges.last[rows][dated].astype(np.int64))
    first[last == UNDATED] = UNDATED
    return Ties(
        left=pairs // max(edges.size, 1),
        right=pairs % max(edges.size, 1),
        events=number(),
        total=np.bincount(tie, weights=edges.score[rows], minlength=count).astype(float),
        forth=number(one_way & (subject == left)),
        back=number(one_way & (subject == right)),
        first=first,
        last=last,
        rows=rows,
        tie=tie,
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Rows whose events are to be shown with a finding, seen from an actor (IRI)."""

    source: str
    rows: tuple[int, ...]


def best_rows(edges: Edges, rows: Ints, most: int = 2) -> tuple[int, ...]:
    """Choose the rows to show of many: told by most outlets, then the newest."""
    order = sorted(rows.tolist(), key=lambda row: (-edges.sources[row], -edges.last[row], edges.event_iri(row)))
    return tuple(order[:most])


def shown(view: View, wanted: list[Wanted]) -> list[tuple[HopEvent, ...]]:
    """Give the events of many findings with their sentences, in one reading."""
    edges = view.edges
    told = evidence_of(view.store, {edges.event_iri(row) for one in wanted for row in one.rows})
    return [tuple(hop_event(edges, row, one.source, told) for row in one.rows) for one in wanted]
