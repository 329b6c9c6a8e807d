"""Where each actor stands: a force-directed layout in numpy, the same for the same graph, stable under small additions.

Pivot distances give the start (Brandes and Pich 2007), springs and repulsion from a rotating sample of actors refine
it (Gove 2019), and the drawing is turned to a direction that the actors' names fix. Positions are snapped to a grid
every round, so that differences in the last bit between processors do not grow.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.render.packing import pack, room_for, spread

Points = NDArray[np.float64]

LENGTH = 80.0
"""Length of a tie in pixels at zoom 1."""
PIVOTS = 40
ROUNDS = 160
HEAT = 0.8
"""How far, in lengths of a tie, an actor may move in the first round."""
SNAP = 6
WIDE = 1.35
"""Screens are wider than high."""
EVEN = 0.75
RIM = 0.9
OUTSIDE = 0.3
ELONGATED = 1.25
"""From this ratio of its axes on a drawing is laid along the screen."""


def layout(ids: Sequence[str], pairs: Sequence[tuple[int, int]], sizes: Sequence[float]) -> list[tuple[int, int]]:
    """Place actors: `ids` name them, `pairs` are ties by index, `sizes` their radii; pixels at zoom 1, centred on 0.

    Parts of the graph without a tie to each other stand side by side, the largest in the middle.
    """
    if not ids:
        return []
    neighbours: list[set[int]] = [set() for _ in ids]
    for a, b in pairs:
        if a != b:
            neighbours[a].add(b)
            neighbours[b].add(a)
    direction = np.array([_direction(name) for name in ids])
    radii = np.asarray(sizes, dtype=np.float64)
    parts = _parts(neighbours)
    drawn = []
    for part in parts:
        points = _place(part, neighbours, direction)
        drawn.append(spread(_evened(_turned(points, direction[part])) * (WIDE, 1.0), radii[part], room_for(len(ids))))
    points = np.zeros((len(ids), 2))
    for part, at in zip(parts, pack(drawn, 2 * LENGTH), strict=True):
        points[part] = at
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    return [(round(float(x)), round(float(y))) for x, y in points]


def _direction(name: str) -> tuple[float, float]:
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    x, y = (int.from_bytes(digest[at : at + 4], "big") / 2**31 - 1 for at in (0, 4))
    return x, y


def _parts(neighbours: Sequence[set[int]]) -> list[list[int]]:
    """List the connected parts, the largest first; within a part the indexes ascend."""
    seen = [False] * len(neighbours)
    parts = []
    for start in range(len(neighbours)):
        if seen[start]:
            continue
        seen[start] = True
        part, todo = [start], deque((start,))
        while todo:
            for other in sorted(neighbours[todo.popleft()]):
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
                    todo.append(other)
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _place(part: list[int], neighbours: Sequence[set[int]], direction: Points) -> Points:
    count = len(part)
    if count == 1:
        return np.zeros((1, 2))
    at = {n: k for k, n in enumerate(part)}
    near = [sorted(at[other] for other in neighbours[n]) for n in part]
    ties = np.array([(a, b) for a, others in enumerate(near) for b in others if a < b])
    points = _by_pivots(near) * LENGTH + direction[part] * LENGTH * 0.5
    order = np.argsort(direction[part, 0], kind="stable")
    sample = count if count <= 600 else max(300, int(count**0.75))
    degree = np.array([len(others) for others in near], dtype=np.float64)
    heat = LENGTH * HEAT
    for turn in range(ROUNDS):
        window = np.arange(turn * sample, (turn + 1) * sample)
        chosen = order if sample == count else np.take(order, window, mode="wrap")
        force = _repulsion(points, chosen, degree) * (count / sample)
        force += _springs(points, ties, count)
        force -= points * 0.06
        step = np.hypot(force[:, 0], force[:, 1])[:, None] + 1e-9
        points = np.round(points + force / step * np.minimum(step, heat), SNAP)
        heat = LENGTH * HEAT * (1 - (turn + 1) / ROUNDS) ** 1.5 + 0.5
    return points


def _repulsion(points: Points, chosen: NDArray[np.intp], degree: Points) -> Points:
    """Sum what pushes each point from the chosen ones: k²/d, more from those with many ties."""
    dx = points[:, 0, None] - points[None, chosen, 0]
    dy = points[:, 1, None] - points[None, chosen, 1]
    push = (LENGTH**2 * (1 + np.log1p(degree[chosen])) / 2) / (dx * dx + dy * dy + 25.0)
    return np.column_stack(((dx * push).sum(axis=1), (dy * push).sum(axis=1)))


def _springs(points: Points, ties: NDArray[np.intp], count: int) -> Points:
    """Sum what pulls tied points together: d²/k."""
    apart = points[ties[:, 1]] - points[ties[:, 0]]
    pull = apart * (np.hypot(apart[:, 0], apart[:, 1]) / LENGTH)[:, None]
    force = np.zeros((count, 2))
    for axis in (0, 1):
        force[:, axis] = np.bincount(ties[:, 0], pull[:, axis], count) - np.bincount(ties[:, 1], pull[:, axis], count)
    return force


def _by_pivots(near: Sequence[Sequence[int]]) -> Points:
    """Scale the hop distances to a few far-apart pivots down to two dimensions."""
    count = len(near)
    pivot = max(range(count), key=lambda n: (len(near[n]), -n))
    closest = np.full(count, np.inf)
    columns: list[Points] = []
    for _ in range(min(PIVOTS, count)):
        hops = _hops(near, pivot)
        columns.append(hops)
        closest = np.minimum(closest, hops)
        pivot = int(closest.argmax())
    squared = np.column_stack(columns) ** 2
    centred: Points = squared - squared.mean(axis=0) - squared.mean(axis=1, keepdims=True) + squared.mean()
    _, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, ::-1][:, :2]
    if axes.shape[1] < 2:
        axes = np.column_stack((axes[:, 0], np.zeros(len(axes))))
    points = np.asarray(-centred @ axes / 2)
    scale = float(np.sqrt((points**2).sum(axis=1).mean())) or 1.0
    start: Points = np.round(points / scale * np.sqrt(count) * 0.5, 4)
    return start


def _hops(near: Sequence[Sequence[int]], start: int) -> Points:
    hops = [-1] * len(near)
    hops[start] = 0
    todo = deque((start,))
    while todo:
        node = todo.popleft()
        for other in near[node]:
            if hops[other] < 0:
                hops[other] = hops[node] + 1
                todo.append(other)
    return np.array(hops, dtype=np.float64)


def _evened(points: Points) -> Points:
    """Give the crowded middle more room, and draw in the few that stand far out, for which all would become small.

    Distances from the centre grow as their power EVEN up to the rim, within which most stand, and OUTSIDE of it slowly.
    """
    away = np.maximum(np.hypot(points[:, 0], points[:, 1]), 1e-6)
    rim = float(np.quantile(away, RIM)) or 1.0
    part = away / rim
    placed = np.where(part <= 1, part**EVEN, 1 + OUTSIDE * np.log(np.maximum(part, 1)))
    return points * (placed / part)[:, None]


def _turned(points: Points, direction: Points) -> Points:
    """Lay a long drawing along the screen; turn or mirror the rest as close as can be to what the names fix."""
    points = points - points.mean(axis=0)
    _, length, axes = np.linalg.svd(points, full_matrices=False)
    if len(length) > 1 and length[0] >= ELONGATED * length[1]:
        along = points @ axes.T
        return np.asarray(along * np.where((along * direction).sum(axis=0) < 0, -1.0, 1.0))
    left, _, right = np.linalg.svd(points.T @ direction)
    return np.asarray(points @ (left @ right))
