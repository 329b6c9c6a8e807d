"""What a hop costs: one each by default, or weighed by recency, sources, cooperation or conflict."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

import numpy as np

from kg.errors import KgError
from kg.network.edges import UNDATED, Edges, Ints
from kg.network.topology import Steps

Weight = Literal["hops", "recency", "sources", "cooperation", "conflict"]
WEIGHTS: tuple[str, ...] = get_args(Weight)

UNIT = 1 << 44
"""The cost of a plain hop. What is smaller only decides among equals: first evidence, then the actors' names."""

MOST_HOPS = 64
"""Up to this many hops the parts below a unit never add up to one."""


class Hops(NamedTuple):
    """Steps with parallel ones put together: one entry a pair of actors, and what passing it costs."""

    origin: Ints
    target: Ints
    cost: Ints


class Cost:
    """The cost of going from one actor to its neighbour, over all rows that join the two.

    - hops: every hop costs 1; among paths of equal length the better evidenced wins.
    - recency: 1, and 1 more for each year that the newest event of the two lies before the newest of the graph.
    - sources: 1 divided by the number of sources of all their events, so that well-attested hops are short.
    - cooperation: from 1 (mean score 10) to 3 (mean score -10); conflict: the other way about.
    """

    def __init__(self, edges: Edges, weight: str = "hops", *, newest: int | None = None) -> None:
        if weight not in WEIGHTS:
            raise KgError(f"there is no weight {weight}.", place="weight", advice=f"Choose from {', '.join(WEIGHTS)}.")
        self.weight = weight
        self.edges = edges
        self.newest = int(edges.last.max(initial=0)) if newest is None else newest

    def hops(self, steps: Steps) -> Hops:
        """Put parallel steps together; sorted by origin and then by target."""
        size = max(self.edges.size, 1)
        pairs, group = np.unique(steps.origin * size + steps.target, return_inverse=True)
        origin, target = pairs // size, pairs % size
        told = self.edges.told[steps.row]
        weights = self.edges.sources[steps.row] * told
        sources = np.bincount(group, weights=weights, minlength=len(pairs)).astype(np.int64)
        left, right = np.minimum(origin, target), np.maximum(origin, target)
        # Odd multipliers mix the two fingerprints; both directions of a hop must give the same number.
        mixed = (self.edges.prints[left] * 0x9E3779B1 + self.edges.prints[right] * 0x85EBCA77) >> 8
        ties = ((1 << 9) // (1 + sources) << 28) + (mixed & ((1 << 28) - 1))
        return Hops(origin, target, self._whole(steps, group, sources, len(pairs)) + ties)

    def _whole(self, steps: Steps, group: Ints, sources: Ints, count: int) -> Ints:
        if self.weight == "hops":
            return np.full(count, UNIT, dtype=np.int64)
        if self.weight == "sources":
            return np.round(UNIT / np.maximum(sources, 1)).astype(np.int64)
        if self.weight == "recency":
            latest = np.full(count, UNDATED, dtype=np.int64)
            np.maximum.at(latest, group, self.edges.last[steps.row])
            years = np.where(latest == UNDATED, 100.0, np.maximum(self.newest - latest, 0) / 365.25)
            return np.round((1 + years) * (UNIT >> 8)).astype(np.int64) << 8
        told = self.edges.told[steps.row]
        number = np.bincount(group, weights=told, minlength=count)
        total = np.bincount(group, weights=self.edges.score[steps.row] * told, minlength=count)
        mean = np.clip(total / np.maximum(number, 1), -10, 10)
        share = (10 - mean) / 10 if self.weight == "cooperation" else (10 + mean) / 10
        return np.round((1 + share) * (UNIT >> 8)).astype(np.int64) << 8
