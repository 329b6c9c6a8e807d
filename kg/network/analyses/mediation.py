"""Mediation: who mediates between whom, and whether the parties got on better afterwards.

Bercovitch, Anagnoson & Wille, "Some conceptual issues and empirical trends in the study of successful mediation",
Journal of Peace Research 28 (1991), count cases by mediator and judge them by what followed between the parties;
Beardsley, "The Mediation Dilemma" (2011), asks how long it lasts. Who stands between two groups without mediating is
the business of `kg.network.ranking.brokers`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from kg.network.edges import UNDATED, Flags, Party
from kg.network.filters import Filter
from kg.network.questions import HopEvent
from kg.network.ties import Wanted, best_rows, shown
from kg.network.view import View

MEDIATED = "mediated"


@dataclass(frozen=True, slots=True)
class Mediator:
    """An actor that mediated: its cases, the parties, and the parties' mean score in the window before and after.

    The means are over all events of the parties with each other, none where there were none.
    """

    actor: Party
    cases: int
    parties: tuple[Party, ...]
    before: float | None
    after: float | None
    evidence: tuple[HopEvent, ...] = ()


def mediators(view: View, filter_: Filter, *, days: int = 90, most: int = 10) -> list[Mediator]:
    """Rank mediators by their number of cases, events of `mediated`; `days` is the window on either side."""
    view.load()
    edges = view.edges
    passed = filter_.rows(edges)
    codes = [number for number, name in enumerate(edges.predicates) if name == MEDIATED]
    cases: defaultdict[int, defaultdict[bytes, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in np.flatnonzero(passed & np.isin(edges.predicate, codes)).tolist():
        cases[int(edges.subject[row])][bytes(edges.event[row])].append(row)
    order = sorted(cases, key=lambda node: (-len(cases[node]), node))[:most]
    parties = [sorted({int(edges.object[row]) for rows in cases[node].values() for row in rows}) for node in order]
    known = view.known({edges.iri(node) for some in ([*order], *parties) for node in some})
    wanted = [
        Wanted(edges.iri(node), best_rows(edges, np.array([row for rows in cases[node].values() for row in rows])))
        for node in order
    ]
    found = []
    for node, some, evidence in zip(order, parties, shown(view, wanted), strict=True):
        scores: tuple[list[float], list[float]] = ([], [])
        for rows in cases[node].values():
            day = int(edges.first[rows[0]])
            if day == UNDATED:
                continue
            last = int(edges.last[rows[0]])
            between = (
                _between(view, sorted({int(edges.object[row]) for row in rows})) & passed & (edges.first != UNDATED)
            )
            scores[0].extend(edges.score[between & (edges.last < day) & (edges.last >= day - days)].tolist())
            scores[1].extend(edges.score[between & (edges.first > last) & (edges.first <= last + days)].tolist())
        before, after = (round(sum(side) / len(side), 2) if side else None for side in scores)
        named = tuple(known[edges.iri(party)] for party in some)
        found.append(Mediator(known[edges.iri(node)], len(cases[node]), named, before, after, evidence))
    return found


def _between(view: View, nodes: list[int]) -> Flags:
    """Flag the events of any two of some actors."""
    edges = view.edges
    flags = np.zeros(len(edges), dtype=bool)
    for one, other in combinations(nodes, 2):
        flags |= (edges.subject == one) & (edges.object == other) | (edges.subject == other) & (edges.object == one)
    return flags & edges.told
