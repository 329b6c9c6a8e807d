"""Cooperation and conflict between two actors, or of one with all, over time.

Goldstein, "A conflict-cooperation scale for WEIS events data", Journal of Conflict Resolution 36 (1992): every kind of
event has a weight from -10 to 10, and dealings are followed as their sums and means by month. The weights here are
those of the vocabulary (`dip:score`).
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

import numpy as np

from kg.network.edges import UNDATED, Flags
from kg.network.filters import Filter
from kg.network.questions import HopEvent
from kg.network.ties import Wanted, shown
from kg.network.view import View

Span = Literal["week", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class Period:
    """One span of time: number of events, sums of positive and of negative scores, their mean.

    `evidence` holds the event with the highest and the one with the lowest score.
    """

    period: str
    events: int
    cooperation: float
    conflict: float
    mean: float
    evidence: tuple[HopEvent, ...] = ()


def cooperation(view: View, filter_: Filter, one: str, other: str | None = None, *, by: Span = "month") -> list[Period]:
    """Follow the scores of the dated events of an actor (IRI), with one other or with all, period by period.

    Events dated less precisely than the period are left out. Periods without events are not listed.
    """
    view.grow([one])
    edges = view.edges
    rows = np.flatnonzero(filter_.rows(edges) & _between(view, one, other) & (edges.first != UNDATED))
    # An event with several partners counts once: the first of its rows stands for it.
    _, unique = np.unique(edges.event[rows], return_index=True)
    periods: dict[str, list[int]] = {}
    for row in rows[np.sort(unique)].tolist():
        begin, end = (period_of(int(day), by) for day in (edges.first[row], edges.last[row]))
        if begin == end:
            periods.setdefault(begin, []).append(row)
    found = sorted(periods.items())
    wanted = []
    for _, some in found:
        ordered = sorted(some, key=lambda row: (float(edges.score[row]), edges.event_iri(row)))
        wanted.append(Wanted(one, tuple(dict.fromkeys((ordered[-1], ordered[0])))))
    result = []
    for (period, some), evidence in zip(found, shown(view, wanted), strict=True):
        scores = edges.score[np.array(some)]
        sums = float(scores[scores > 0].sum()), float(scores[scores < 0].sum())
        result.append(Period(period, len(some), sums[0], sums[1], round(float(scores.mean()), 3), evidence))
    return result


def _between(view: View, one: str, other: str | None) -> Flags:
    edges, node = view.edges, view.edges.node(one)
    if node is None:
        return np.zeros(len(edges), dtype=bool)
    flags: Flags = ((edges.subject == node) | (edges.object == node)) & edges.told
    if other is not None:
        partner = edges.node(other)
        flags &= (edges.subject == partner) | (edges.object == partner) if partner is not None else np.False_
    return flags


def period_of(ordinal: int, by: Span) -> str:
    """Name the period that a day (ordinal) lies in."""
    day = datetime.date.fromordinal(ordinal)
    if by == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    if by == "quarter":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    return f"{day.year}" if by == "year" else f"{day:%Y-%m}"
