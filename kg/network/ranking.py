"""Who is central, who stands between two groups, and which two deal with each other most."""

from __future__ import annotations

import importlib.util
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from kg.errors import KgError
from kg.network.algorithms import betweenness_centrality, pagerank
from kg.network.arrays import ArrayGraph, arrays_of, to_networkx
from kg.network.edges import Ints, Party
from kg.network.filters import Filter
from kg.network.questions import HopEvent
from kg.network.ties import Ties, Wanted, best_rows, shown, ties_of
from kg.network.view import View

Measure = Literal["pagerank", "betweenness", "partners", "events"]
MEASURES: tuple[str, ...] = get_args(Measure)


@dataclass(frozen=True, slots=True)
class Central:
    """An actor with its rank: the measure's value, its events and partners, and the events with its closest partner."""

    actor: Party
    value: float
    events: int
    partners: int
    closest: Party
    evidence: tuple[HopEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class Broker:
    """An actor that deals with both of two groups.

    `joined` counts the pairs, one of either group, that both deal with it, `brokered` those of them that do not deal
    with each other directly; `first` and `second` the events with either group.
    """

    actor: Party
    brokered: int
    joined: int
    first: int
    second: int
    evidence: tuple[HopEvent, ...] = ()


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two actors and their dealings: `forth` and `back` count the one-way events that either began, `mean` scores."""

    one: Party
    other: Party
    events: int
    forth: int
    back: int
    mean: float
    since: str
    until: str
    evidence: tuple[HopEvent, ...] = ()


def central(view: View, filter_: Filter, by: str = "pagerank", most: int = 10) -> list[Central]:
    """Rank actors: by PageRank (Brin & Page 1998), betweenness (Freeman 1977), number of partners or of events.

    All count pairs of actors without direction; PageRank weighs a pair by its number of events.
    """
    if by not in MEASURES:
        raise KgError(f"there is no measure {by}.", place="rank", advice=f"Choose from {', '.join(MEASURES)}.")
    view.load()
    edges = view.edges
    passed = filter_.rows(edges) & edges.told
    ties = ties_of(edges, passed)
    events = _events(view, ties)
    partners = np.bincount(np.concatenate((ties.left, ties.right)), minlength=edges.size)
    values = {"partners": partners, "events": events}.get(by)
    if values is None:
        values = _measured(arrays_of(edges.take(passed), directed=False), by, edges.size, view)
    order = [node for node in np.lexsort((np.arange(edges.size), -values))[:most].tolist() if events[node]]
    closest = [_closest(ties, node) for node in order]
    parties = view.known({edges.iri(node) for node in (*order, *(other for other, _ in closest))})
    wanted = [
        Wanted(edges.iri(node), best_rows(edges, ties.rows[ties.tie == tie]))
        for node, (_, tie) in zip(order, closest, strict=True)
    ]
    return [
        Central(
            parties[edges.iri(node)],
            float(values[node]),
            int(events[node]),
            int(partners[node]),
            parties[edges.iri(other)],
            evidence,
        )
        for node, (other, _), evidence in zip(order, closest, shown(view, wanted), strict=True)
    ]


def _events(view: View, ties: Ties) -> Ints:
    """Count each actor's events, one with several partners once."""
    edges = view.edges
    _, event = np.unique(edges.event[ties.rows], return_inverse=True)
    both = np.concatenate((edges.subject[ties.rows], edges.object[ties.rows])).astype(np.int64)
    pairs = np.unique(both * (int(event.max(initial=0)) + 1) + np.concatenate((event, event)))
    return np.bincount(pairs // (int(event.max(initial=0)) + 1), minlength=edges.size)


def _measured(graph: ArrayGraph, by: str, size: int, view: View) -> Ints:
    if by == "pagerank":
        found = pagerank(graph)
    elif importlib.util.find_spec("igraph") is not None:
        found = betweenness_centrality(graph)
    else:
        import networkx as nx

        found = nx.betweenness_centrality(nx.Graph(to_networkx(graph)))
    values = np.zeros(size)
    for iri, value in found.items():
        node = view.edges.node(str(iri))
        if node is not None:
            values[node] = value
    return values  # type: ignore[return-value] # numbers of either kind rank alike


def _closest(ties: Ties, node: int) -> tuple[int, int]:
    own = np.flatnonzero((ties.left == node) | (ties.right == node))
    tie = int(own[np.argmax(ties.events[own])])
    return int(ties.left[tie] + ties.right[tie] - node), tie


def brokers(
    view: View, filter_: Filter, first: Collection[str], second: Collection[str], most: int = 10
) -> list[Broker]:
    """Rank those who deal with both groups (actors' IRIs) by the pairs that they alone join.

    After Gould & Fernandez, "Structures of mediation", Sociological Methodology 19 (1989): a broker stands between
    two who are not joined themselves. A group also holds all who stand for its members.
    """
    view.load()
    edges = view.edges
    ties = ties_of(edges, filter_.rows(edges))
    groups = [_members(view, group) for group in (first, second)]
    if overlap := groups[0] & groups[1]:
        names = ", ".join(party.name for party in view.known(edges.iri(node) for node in overlap).values())
        raise KgError(f"in both groups: {names}.", place="rank", advice="Name two groups without common members.")
    near: list[dict[int, list[int]]] = [{}, {}]
    joined = set()
    for tie, (left, right) in enumerate(zip(ties.left.tolist(), ties.right.tolist(), strict=True)):
        for one, other in ((left, right), (right, left)):
            for side in (0, 1):
                if one in groups[side] and other not in groups[0] | groups[1]:
                    near[side].setdefault(other, []).append(tie)
            if one in groups[0] and other in groups[1]:
                joined.add((one, other))
    rows = []
    for node in sorted(near[0].keys() & near[1].keys()):
        sides = [[int(ties.left[tie] + ties.right[tie]) - node for tie in near[side][node]] for side in (0, 1)]
        pairs = [(one, other) for one in sides[0] for other in sides[1]]
        brokered = sum(pair not in joined for pair in pairs)
        counts = [int(ties.events[near[side][node]].sum()) for side in (0, 1)]
        rows.append((-brokered, -len(pairs), -min(counts), node, counts))
    rows.sort()
    parties = view.known({edges.iri(row[3]) for row in rows[:most]})
    wanted = [
        Wanted(
            edges.iri(node),
            tuple(
                row
                for side in (0, 1)
                for row in best_rows(edges, ties.rows[np.isin(ties.tie, near[side][node])], most=1)
            ),
        )
        for *_, node, _ in rows[:most]
    ]
    return [
        Broker(parties[edges.iri(node)], -brokered, -pairs, counts[0], counts[1], evidence)
        for (brokered, pairs, _, node, counts), evidence in zip(rows[:most], shown(view, wanted), strict=True)
    ]


def _members(view: View, group: Collection[str]) -> set[int]:
    """Give the numbers of actors and of all who stand for them."""
    inside = set(group)
    while more := {one for one, other in view.standing.items() if other in inside} - inside:
        inside |= more
    return set(view.edges.nodes(inside).tolist())


def dyads(view: View, filter_: Filter, most: int = 10) -> list[Dyad]:
    """Give the two actors with most events between them, and so on."""
    view.load()
    edges = view.edges
    ties = ties_of(edges, filter_.rows(edges))
    order = np.lexsort((ties.right, ties.left, -ties.events))[:most].tolist()
    parties = view.known({edges.iri(int(node)) for tie in order for node in (ties.left[tie], ties.right[tie])})
    wanted = [Wanted(edges.iri(int(ties.left[t])), best_rows(edges, ties.rows[ties.tie == t])) for t in order]
    return [
        Dyad(
            parties[edges.iri(int(ties.left[tie]))],
            parties[edges.iri(int(ties.right[tie]))],
            int(ties.events[tie]),
            int(ties.forth[tie]),
            int(ties.back[tie]),
            round(float(ties.mean[tie]), 2),
            view.day(int(ties.first[tie])),
            view.day(int(ties.last[tie])),
            evidence,
        )
        for tie, evidence in zip(order, shown(view, wanted), strict=True)
    ]
