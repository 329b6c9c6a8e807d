"""Where actors stand: the same for the same graph, stable, apart from each other, in every shape of graph."""

from __future__ import annotations

import random

import numpy as np
import pytest

from kg.render.layout import layout
from kg.render.packing import ROOM
from kg.render.ranking import ranks

Pairs = list[tuple[int, int]]


def by_lot(count: int, seed: int = 3) -> Pairs:
    lot = random.Random(seed)
    return [(int(n * lot.random() ** 2), n) for n in range(1, count) for _ in range(1 + n % 3)]


SHAPES: dict[str, tuple[int, Pairs]] = {
    "nothing": (0, []),
    "one": (1, []),
    "two": (2, [(0, 1)]),
    "loners": (9, []),
    "star": (80, [(0, n) for n in range(1, 80)]),
    "chain": (60, [(n, n + 1) for n in range(59)]),
    "ring": (40, [(n, (n + 1) % 40) for n in range(40)]),
    "all": (25, [(a, b) for a in range(25) for b in range(a)]),
    "pairs": (40, [(n, n + 1) for n in range(0, 40, 2)]),
    "self": (3, [(0, 0), (1, 2), (2, 1)]),
    "news": (400, by_lot(400)),
    "many": (900, by_lot(900)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_actors_stand_apart(shape: str) -> None:
    """In every shape of graph each actor has a finite place, and hardly any two overlap."""
    count, pairs = SHAPES[shape]
    points = np.array(layout([f"a{n}" for n in range(count)], pairs, [10.0] * count), dtype=float).reshape(-1, 2)
    assert points.shape == (count, 2) and np.isfinite(points).all()
    apart = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1)) + np.eye(count) * 1e9
    assert (apart < 20 + ROOM / 4).sum() <= count * 0.02


def test_same_graph_same_places() -> None:
    """The layout has no chance in it."""
    count, pairs = SHAPES["news"]
    ids = [f"a{n}" for n in range(count)]
    assert layout(ids, pairs, [9.0] * count) == layout(ids, pairs, [9.0] * count)


def test_few_more_events_move_little() -> None:
    """With one more tie in a hundred, most actors of most graphs move by less than a tenth of the drawing's width."""
    moved = []
    for seed in range(1, 8):
        count, pairs = 300, by_lot(300, seed)
        lot = random.Random(seed + 50)
        more = [(lot.randrange(count), lot.randrange(count)) for _ in range(len(pairs) // 100)]
        ids = [f"a{n}" for n in range(count)]
        before, after = (np.array(layout(ids, some, [9.0] * count)) for some in (pairs, pairs + more))
        moved.append(float(np.median(np.hypot(*(after - before).T)) / np.ptp(before[:, 0])))
    assert sorted(moved)[len(moved) // 2] < 0.1


def test_neighbours_stand_near() -> None:
    """Tied actors stand much nearer to each other than actors at random."""
    count, pairs = SHAPES["news"]
    points = np.array(layout([f"a{n}" for n in range(count)], pairs, [9.0] * count))
    ties = np.array(pairs)
    tied = np.hypot(*(points[ties[:, 0]] - points[ties[:, 1]]).T).mean()
    anyone = np.hypot(*(points - np.roll(points, 7, axis=0)).T).mean()
    assert tied < 0.7 * anyone


def test_drawing_is_wider_than_high() -> None:
    """A drawing fits a screen: it is not higher than wide."""
    for shape in ("news", "chain", "many"):
        count, pairs = SHAPES[shape]
        width, height = np.ptp(np.array(layout([f"a{n}" for n in range(count)], pairs, [9.0] * count)), axis=0)
        assert width >= height


def test_the_hub_ranks_first() -> None:
    """The actor with most ties has rank 1, and repeated ties count less than ties with others."""
    star = ranks(5, [(0, 1), (0, 2), (0, 3), (1, 4)])
    assert star[0] == 1.0 == max(star)
    noisy = ranks(6, [(0, 1)] * 50 + [(2, 3), (2, 4), (2, 5)])
    assert noisy[2] > noisy[0]


def test_a_pair_apart_is_not_as_central_as_a_state_with_many_ties() -> None:
    """Three who met once stand behind one with many ties, though all that they have goes to one of them."""
    ring = [(n, (n + 1) % 12) for n in range(12)] + [(n, (n + 3) % 12) for n in range(12)]
    found = ranks(15, [*ring, (12, 13), (12, 14)])
    assert max(found[12:]) < min(found[:12])
    assert found[12] > found[13] == found[14] > 0
