"""Every time-respecting path up to a length: chains are followed only as long as their events can be in order."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from kg.network.best import Answer, LeastToGo, least_to_go
from kg.network.shortest import Search
from kg.network.temporal import InTime, Trail


def all_journeys(search: Search, source: int, target: int, rules: InTime) -> Iterator[Answer]:
    """Give every path in time of at most `rules.most` hops, the shorter first, each with its best day and rows."""
    if source == target:
        return
    least = least_to_go(search, target, rules.most, rules.through)
    trail = Trail(search, rules, source)
    for length in range(least(source, ()), rules.most + 1):
        yield from _of_length(trail, (source,), target, length, least)


def _of_length(trail: Trail, chain: tuple[int, ...], target: int, length: int, least: LeastToGo) -> Iterator[Answer]:
    left = length - len(chain)
    states = trail.onward()
    for node in np.unique(states.node).tolist():
        if (node == target) != (left == 0) or node in chain or least(node, chain) > left:
            continue
        with trail.followed(states.at(np.flatnonzero(states.node == node))) as arrived:
            if node == target:
                yield trail.answer(length, int(np.argmin(arrived.day)))
            else:
                yield from _of_length(trail, (*chain, node), target, length, least)
