"""Reciprocity: does one give as it gets?

Goldstein & Freeman, "Three-Way Street" (1990), and the event-data work after it compare what A directs at B with what B
directs at A, period by period: `correlation` and `lagged`. For the whole network, Garlaschelli & Loffredo, "Patterns
of link reciprocity in directed networks", Physical Review Letters 93 (2004): `rho`, the share of pairs that act
both ways, set against what the density alone would give.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kg.network.analyses.cooperation import Span, period_of
from kg.network.edges import UNDATED
from kg.network.filters import Filter
from kg.network.view import View


@dataclass(frozen=True, slots=True)
class Reciprocity:
    """What each of two actors directs at the other.

    `forth` and `back` count one-way events, `mean_forth` and `mean_back` their scores (none where there are none).
    `correlation` is Pearson's over the periods in which both acted, `lagged` between what the first did and what the
    second did in the next period that has events; none with fewer than three, or where one never varied.
    """

    forth: int
    back: int
    mean_forth: float | None
    mean_back: float | None
    periods: int
    correlation: float | None
    lagged: float | None


def reciprocity(view: View, filter_: Filter, one: str, other: str, *, by: Span = "month") -> Reciprocity:
    """Compare what two actors (IRIs) direct at each other; symmetric events, which nobody directs, are left out."""
    view.grow([one])
    edges = view.edges
    nodes = edges.node(one), edges.node(other)
    passed = filter_.rows(edges) & edges.told & ~edges.symmetric
    series: list[dict[str, float]] = []
    counts, means = [], list[float | None]()
    for subject, object_ in (nodes, nodes[::-1]):
        known = subject is not None and object_ is not None
        rows = (
            np.flatnonzero(passed & (edges.subject == subject) & (edges.object == object_)) if known else np.arange(0)
        )
        counts.append(len(rows))
        means.append(round(float(edges.score[rows].mean()), 3) if len(rows) else None)
        periods: dict[str, list[float]] = {}
        for row in rows.tolist():
            begin, end = (period_of(int(day), by) for day in (edges.first[row], edges.last[row]))
            if begin == end and edges.first[row] != UNDATED:
                periods.setdefault(begin, []).append(float(edges.score[row]))
        series.append({period: sum(scores) / len(scores) for period, scores in periods.items()})
    every = sorted(series[0].keys() | series[1].keys())
    both = [period for period in every if period in series[0] and period in series[1]]
    after = [
        (series[0][now], series[1][following])
        for now, following in pairwise(every)
        if now in series[0] and following in series[1]
    ]
    return Reciprocity(
        counts[0],
        counts[1],
        means[0],
        means[1],
        len(both),
        _correlation([(series[0][period], series[1][period]) for period in both]),
        _correlation(after),
    )


def _correlation(pairs: list[tuple[float, float]]) -> float | None:
    if len(pairs) < 3:
        return None
    left, right = np.array(pairs).T
    if left.std() == 0 or right.std() == 0:
        return None
    return round(float(np.corrcoef(left, right)[0, 1]), 3)


def rho(view: View, filter_: Filter) -> float | None:
    """Give the reciprocity of the whole network of one-way events: 1 all both ways, 0 as chance, -1 none.

    None where there are fewer than two actors, no one-way event, or one from everybody to everybody.
    """
    view.load()
    edges = view.edges
    rows = filter_.rows(edges) & edges.told & ~edges.symmetric
    size = edges.size
    links = np.unique(edges.subject[rows].astype(np.int64) * size + edges.object[rows])
    nodes = len(np.unique(np.concatenate((links // max(size, 1), links % max(size, 1)))))
    if nodes < 2 or not len(links) or len(links) == nodes * (nodes - 1):
        return None
    mutual = np.isin(links % size * size + links // size, links).mean()
    density = len(links) / (nodes * (nodes - 1))
    return round(float((mutual - density) / (1 - density)), 3)
