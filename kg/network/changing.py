"""What has changed between actors since a day: new ties, ties broken off, ties that warm or cool."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from kg.errors import KgError
from kg.network.edges import UNDATED, Flags, Ints, Party
from kg.network.filters import Filter
from kg.network.questions import HopEvent
from kg.network.ties import Wanted, best_rows, shown, ties_of
from kg.network.view import View

Change = Literal["new", "broken off", "warming", "cooling"]
BREAKS = frozenset({"severed_ties_with", "expelled", "recalled"})
"""Predicates that break off relations by what they say."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A tie that changed: events and mean score in the window before and since, none where there were no events."""

    change: Change
    one: Party
    other: Party
    before: int
    after: int
    mean_before: float | None
    mean_after: float | None
    evidence: tuple[HopEvent, ...] = ()


def changes(
    view: View, filter_: Filter, since: datetime.date, *, least: int = 3, step: float = 2.0, most: int = 50
) -> list[Changed]:
    """Give the ties that changed since a day, by kind of change and then by number of events.

    The time since (to the filter's `until`, else to the newest event) is set against the same span before. A tie is
    *new* where the graph holds no earlier event of the two at all; *broken off* where an event since says so
    (`BREAKS`) or at least `least` events before are followed by none; *warming* or *cooling* where two events or more
    on either side differ by `step` in their mean score. Undated events count for nothing here.
    """
    view.load()
    edges = view.edges
    everything = replace(filter_, since=None, until=None).rows(edges) & edges.told & (edges.first != UNDATED)
    newest = filter_.until.toordinal() if filter_.until else int(edges.last[everything].max(initial=0))
    day = since.toordinal()
    if day > newest:
        raise KgError(
            f"the graph has no event since {since}.", place="since", advice=f"Its newest: {view.day(newest)}."
        )
    after = everything & (edges.first >= day) & (edges.last <= newest)
    earlier = everything & (edges.first < day)
    before = earlier & (edges.last >= day - (newest - day + 1))
    ties = ties_of(edges, everything)
    size = len(ties.left)
    counts, means = zip(*(_window(view, ties.rows, ties.tie, size, flags) for flags in (before, after)), strict=True)
    ever, _ = _window(view, ties.rows, ties.tie, size, earlier)
    breaking = np.isin(edges.predicate, [n for n, name in enumerate(edges.predicates) if name in BREAKS])
    breaks, _ = _window(view, ties.rows, ties.tie, size, after & breaking)
    drift = means[1] - means[0]
    enough = (counts[0] >= 2) & (counts[1] >= 2)
    kinds: dict[Change, Flags] = {
        "broken off": (breaks > 0) | ((counts[0] >= least) & (counts[1] == 0)),
        "new": (ever == 0) & (counts[1] > 0),
        "cooling": enough & (drift <= -step),
        "warming": enough & (drift >= step),
    }
    found: list[tuple[Change, int]] = []
    taken = np.zeros(len(ties.left), dtype=bool)
    for change, flags in kinds.items():
        which = np.flatnonzero(flags & ~taken)
        taken[which] = True
        weight = counts[0] + counts[1]
        found += [(change, tie) for tie in which[np.lexsort((which, -weight[which]))][:most].tolist()]
    parties = view.known({edges.iri(int(node)) for _, tie in found for node in (ties.left[tie], ties.right[tie])})
    wanted = []
    for change, tie in found:
        own = ties.rows[ties.tie == tie]
        sides = [own[before[own]], own[after[own]]]
        if change == "broken off" and breaks[tie]:
            sides = [own[(after & breaking)[own]]]
        rows = tuple(row for side in sides for row in best_rows(edges, side, most=1))
        wanted.append(Wanted(edges.iri(int(ties.left[tie])), rows))
    return [
        Changed(
            change,
            parties[edges.iri(int(ties.left[tie]))],
            parties[edges.iri(int(ties.right[tie]))],
            int(counts[0][tie]),
            int(counts[1][tie]),
            round(float(means[0][tie]), 2) if counts[0][tie] else None,
            round(float(means[1][tie]), 2) if counts[1][tie] else None,
            evidence,
        )
        for (change, tie), evidence in zip(found, shown(view, wanted), strict=True)
    ]


def _window(view: View, rows: Ints, tie: Ints, size: int, flags: Flags) -> tuple[Ints, npt.NDArray[np.float64]]:
    """Count the flagged events of each tie, and give their mean score (0 where there are none)."""
    inside = flags[rows]
    number = np.bincount(tie[inside], minlength=size)
    total = np.bincount(tie[inside], weights=view.edges.score[rows[inside]], minlength=size)
    return number, total / np.maximum(number, 1)
