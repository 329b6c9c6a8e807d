"""Whom two actors both deal with, and how differently; whom only one of them deals with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kg.network.edges import Party
from kg.network.filters import Filter
from kg.network.questions import HopEvent
from kg.network.ties import Ties, Wanted, best_rows, shown, ties_of
from kg.network.view import View


@dataclass(frozen=True, slots=True)
class Contrast:
    """A partner of two actors: the number of events with either and their mean score, none where there are no events.

    `difference` is the first mean less the second; positive where the first gets on better with the partner.
    """

    partner: Party
    events: tuple[int, int]
    means: tuple[float | None, float | None]
    difference: float | None
    evidence: tuple[HopEvent, ...] = ()


def compare(view: View, filter_: Filter, one: str, other: str) -> list[Contrast]:
    """Compare two actors (IRIs) partner by partner.

    Shared partners come first, those treated most differently on top, then those of one of them by number of events.
    """
    view.grow([one, other])
    edges = view.edges
    ties = ties_of(edges, filter_.rows(edges))
    nodes = edges.node(one), edges.node(other)
    near = [_near(ties, node) for node in nodes]
    partners = sorted((near[0].keys() | near[1].keys()) - set(nodes), key=lambda node: -1 if node is None else node)
    parties = view.known(edges.iri(node) for node in partners)
    rows, wanted = [], []
    for node in partners:
        found = [side.get(node) for side in near]
        means = [None if tie is None else round(float(ties.mean[tie]), 2) for tie in found]
        counts = [0 if tie is None else int(ties.events[tie]) for tie in found]
        difference = None if means[0] is None or means[1] is None else round(means[0] - means[1], 2)
        rows.append((parties[edges.iri(node)], counts, means, difference))
        chosen = [best_rows(edges, ties.rows[ties.tie == tie], most=1) for tie in found if tie is not None]
        wanted.append(Wanted(edges.iri(node), tuple(row for some in chosen for row in some)))
    contrasts = [
        Contrast(party, (counts[0], counts[1]), (means[0], means[1]), difference, evidence)
        for (party, counts, means, difference), evidence in zip(rows, shown(view, wanted), strict=True)
    ]
    return sorted(contrasts, key=_order)


def _near(ties: Ties, node: int | None) -> dict[int, int]:
    if node is None:
        return {}
    own = np.flatnonzero((ties.left == node) | (ties.right == node))
    return {int(ties.left[tie] + ties.right[tie]) - node: tie for tie in own.tolist()}


def _order(contrast: Contrast) -> tuple[bool, float, int, str]:
    shared = contrast.difference is not None
    return not shared, -abs(contrast.difference or 0.0), -sum(contrast.events), contrast.partner.iri
