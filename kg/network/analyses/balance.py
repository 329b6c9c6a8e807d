"""Structural balance: is the friend of a friend a friend, and the enemy of an enemy?

Heider, "Attitudes and cognitive organization", Journal of Psychology 21 (1946); Cartwright & Harary, "Structural
balance", Psychological Review 63 (1956); among states, Harary, "A structural analysis of the situation in the Middle
East in 1956", Journal of Conflict Resolution 5 (1961). A triad is balanced where the product of its three signs is
positive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kg.network.edges import Party
from kg.network.filters import Filter
from kg.network.questions import HopEvent
from kg.network.ties import Ties, Wanted, best_rows, shown, ties_of
from kg.network.view import View


@dataclass(frozen=True, slots=True)
class Triad:
    """Three actors that all deal with each other; `means` are the scores of the ties 1-2, 1-3 and 2-3."""

    actors: tuple[Party, Party, Party]
    means: tuple[float, float, float]
    evidence: tuple[HopEvent, ...] = ()

    @property
    def balanced(self) -> bool:
        return sum(mean < 0 for mean in self.means) % 2 == 0


@dataclass(frozen=True, slots=True)
class Balance:
    """How many triads have 0, 1, 2 and 3 negative ties, and the share that is balanced (none without triads).

    `tense` lists unbalanced triads, those with the strongest ties first.
    """

    negative: tuple[int, int, int, int]
    share: float | None
    tense: tuple[Triad, ...] = ()


def balance(view: View, filter_: Filter, *, least: int = 1, most: int = 10) -> Balance:
    """Count the signed triads of the network.

    The sign of a tie is that of its mean cooperation-conflict score; ties of fewer than `least` events, and those whose
    mean is 0, have none. `most` tense triads are listed.
    """
    view.load()
    edges = view.edges
    ties = ties_of(edges, filter_.rows(edges))
    negative = [0, 0, 0, 0]
    tense: list[tuple[float, tuple[int, int, int]]] = []
    for triad in _triads(ties, least):
        number = int((ties.mean[list(triad)] < 0).sum())
        negative[number] += 1
        if number % 2:
            tense.append((-float(np.abs(ties.mean[list(triad)]).min()), triad))
    chosen = [triad for _, triad in sorted(tense)[:most]]
    total = sum(negative)
    return Balance(
        (negative[0], negative[1], negative[2], negative[3]),
        round((negative[0] + negative[2]) / total, 3) if total else None,
        tuple(_dressed(view, ties, chosen)),
    )


def _triads(ties: Ties, least: int) -> Iterator[tuple[int, int, int]]:
    """Give the ties 1-2, 1-3 and 2-3 of each triad once, for 1 < 2 < 3."""
    signed = np.flatnonzero((ties.events >= least) & (ties.total != 0))
    near: dict[int, dict[int, int]] = {}
    for tie in signed.tolist():
        near.setdefault(int(ties.left[tie]), {})[int(ties.right[tie])] = tie
    for others in near.values():
        for second, first_tie in others.items():
            beyond = near.get(second, {})
            smaller, larger = (others, beyond) if len(others) < len(beyond) else (beyond, others)
            for third in smaller:
                if third in larger and third > second:
                    yield first_tie, others[third], beyond[third]


def _dressed(view: View, ties: Ties, triads: list[tuple[int, int, int]]) -> Iterator[Triad]:
    edges = view.edges
    nodes = [(ties.left[first], ties.right[first], ties.right[second]) for first, second, _ in triads]
    parties = view.known({edges.iri(int(node)) for three in nodes for node in three})
    wanted = [
        Wanted(
            edges.iri(int(three[0])),
            tuple(row for tie in triad for row in best_rows(edges, ties.rows[ties.tie == tie], most=1)),
        )
        for three, triad in zip(nodes, triads, strict=True)
    ]
    for three, triad, evidence in zip(nodes, triads, shown(view, wanted), strict=True):
        one, two, three_ = (parties[edges.iri(int(node))] for node in three)
        first, second, third = (round(float(ties.mean[tie]), 2) for tie in triad)
        yield Triad((one, two, three_), (first, second, third), evidence)
