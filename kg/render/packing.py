"""Keeps drawn actors apart, and sets the separate parts of a graph side by side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

ROOM, MOST_ROOM = 14.0, 56.0
"""Free pixels between the rims of two actors, of many and of few."""
FEW, MANY = 40, 400
ROUNDS = 40
SCREEN = 1.45
"""Width of a screen by its height, as far as the graph has it."""


def room_for(count: int) -> float:
    """Give the free pixels between the rims of two actors: few actors are given room for all their names."""
    return ROOM + (MOST_ROOM - ROOM) * min(1.0, max(0.0, (MANY - count) / (MANY - FEW)))


def spread(points: Points, radii: Points, room: float = ROOM) -> Points:
    """Push points apart until discs of the radii have `room` between them, or for a fixed number of rounds."""
    points = points.copy()
    reach = 2 * float(radii.max()) + room
    for _ in range(ROUNDS):
        first, second = _close(points, reach)
        apart = points[second] - points[first]
        distance = np.hypot(apart[:, 0], apart[:, 1])
        lack = radii[first] + radii[second] + room - distance
        hit = lack > 0.01
        if not hit.any():
            break
        first, second, apart, distance, lack = first[hit], second[hit], apart[hit], distance[hit], lack[hit]
        angle = first * 2.399963 + second
        same = distance < 1e-6
        apart[same] = np.column_stack((np.cos(angle[same]), np.sin(angle[same])))
        distance[same] = 1.0
        move = apart / distance[:, None] * (lack * 0.5)[:, None]
        for axis in (0, 1):
            points[:, axis] += np.bincount(second, move[:, axis], len(points))
            points[:, axis] -= np.bincount(first, move[:, axis], len(points))
        points = np.round(points, 6)
    return points


def _close(points: Points, reach: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """List the index pairs that lie in the same or in neighbouring cells of a grid of the width `reach`."""
    cell = np.floor((points - points.min(axis=0)) / reach).astype(np.int64) + 1
    stride = int(cell[:, 1].max()) + 3
    code = cell[:, 0] * stride + cell[:, 1]
    order = np.argsort(code, kind="stable")
    ordered = code[order]
    firsts, seconds = [], []
    for offset in (0, 1, stride - 1, stride, stride + 1):
        low = np.searchsorted(ordered, ordered + offset, "left")
        high = np.searchsorted(ordered, ordered + offset, "right")
        if offset == 0:
            low = np.arange(len(order)) + 1
        times = np.maximum(high - low, 0)
        source = np.repeat(np.arange(len(order)), times)
        steps = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
        firsts.append(order[source])
        seconds.append(order[np.repeat(low, times) + steps])
    return np.concatenate(firsts), np.concatenate(seconds)


def pack(parts: Sequence[Points], gap: float) -> list[Points]:
    """Set the first part in the middle and the others in rows below or in columns beside it, none over another.

    Of the two, the one is taken whose outline is closer to that of a screen.
    """
    if not parts:
        return []
    below = _rows(parts, gap)
    beside = [part[:, ::-1] for part in _rows([part[:, ::-1] for part in parts], gap)]
    return min((below, beside), key=_off_shape)


def _off_shape(parts: Sequence[Points]) -> float:
    points = np.concatenate(parts)
    width, height = points.max(axis=0) - points.min(axis=0) + 1.0
    return abs(float(np.log(width / height / SCREEN)))


def _rows(parts: Sequence[Points], gap: float) -> list[Points]:
    placed = [parts[0] - parts[0].mean(axis=0)]
    low, high = placed[0].min(axis=0), placed[0].max(axis=0)
    width = max(float(high[0] - low[0]), gap * float(np.sqrt(sum(len(part) for part in parts[1:]))) * 1.5)
    start = float(low[0] + high[0]) / 2 - width / 2
    x, y, row = start, float(high[1]) + gap, 0.0
    for part in parts[1:]:
        corner, size = part.min(axis=0), part.max(axis=0) - part.min(axis=0)
        if x > start and x + size[0] > start + width:
            x, y, row = start, y + row + gap, 0.0
        placed.append(part - corner + (x, y))
        x += float(size[0]) + gap
        row = max(row, float(size[1]))
    return placed
