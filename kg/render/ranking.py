"""How central each actor is: PageRank over the ties, by power iteration."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

DAMPING = 0.85
ROUNDS = 40


def ranks(count: int, pairs: Sequence[tuple[int, int]]) -> list[float]:
    """Rank `count` actors by their ties, each pair one tie in both directions: 1.0 for the first, 0 at least.

    Repeated ties count with falling weight (1 + ln n), so that one noisy pair does not outrank a hub. A part of the
    graph that hangs together starts with its share of the ties, not of the actors, so that two who met once are not
    as central as a state with many ties.

    >>> ranks(3, [(0, 1), (0, 2)])
    [1.0, 0.5283, 0.5283]
    """
    if not count:
        return []
    if not pairs:
        return [1.0] * count
    ties = np.asarray([(min(pair), max(pair)) for pair in pairs], dtype=np.int64)
    ties, times = np.unique(ties, axis=0, return_counts=True)
    weight = np.tile(1 + np.log(times), 2)
    source, target = np.concatenate((ties[:, 0], ties[:, 1])), np.concatenate((ties[:, 1], ties[:, 0]))
    out = np.bincount(source, weight, minlength=count)
    share = weight / out[source]
    start = _shares(count, ties)
    rank = start
    for _ in range(ROUNDS):
        flow = np.bincount(target, rank[source] * share, minlength=count)
        rank = (1 - DAMPING) * start + DAMPING * flow
    return [round(float(value), 4) for value in rank / rank.max()]


def _shares(count: int, ties: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Give each actor its part of the ties of all who hang together with it; one without a tie has none."""
    part = np.arange(count)
    while True:
        lowest = part.copy()
        np.minimum.at(lowest, ties[:, 0], part[ties[:, 1]])
        np.minimum.at(lowest, ties[:, 1], part[ties[:, 0]])
        lowest = lowest[lowest]
        if np.array_equal(lowest, part):
            break
        part = lowest
    held = np.bincount(part[ties[:, 0]], minlength=count)
    members = np.bincount(part, minlength=count)
    shares: npt.NDArray[np.float64] = held[part] / (members[part] * len(ties))
    return shares
