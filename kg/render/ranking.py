"""How central each actor is: PageRank over the ties, by power iteration."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

DAMPING = 0.85
ROUNDS = 40


def ranks(count: int, pairs: Sequence[tuple[int, int]]) -> list[float]:
    """Rank `count` actors by their ties, each pair one tie in both directions: 1.0 for the first, 0 at least.

    Repeated ties count with falling weight (1 + ln n), so that one noisy pair does not outrank a hub.

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
    rank = np.full(count, 1 / count)
    for _ in range(ROUNDS):
        idle = rank[out == 0].sum() / count
        flow = np.bincount(target, rank[source] * share, minlength=count)
        rank = (1 - DAMPING) / count + DAMPING * (flow + idle)
    return [round(float(value), 4) for value in rank / rank.max()]
