"""The cheapest path between two actors: a search from both ends, by levels or, where hops are weighed, by cost."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from kg.network.cost import Cost, Hops
from kg.network.edges import Flags, Ints
from kg.network.topology import Steps, Topology

Chain = tuple[int, ...]
"""A path as node numbers, ends included."""


@dataclass(frozen=True, slots=True)
class Search:
    """What all searches of one question share: the graph, the rows and nodes that may be used, and the cost."""

    topology: Topology
    passed: Flags
    cost: Cost
    directed: bool = False
    closed: frozenset[int] = frozenset()
    memory: dict[tuple[int, bool], dict[int, int]] = field(default_factory=dict)
    distances: dict[int, Ints] = field(default_factory=dict)

    def steps(self, nodes: Ints, *, backward: bool = False) -> Steps:
        """Give the steps out of (or into) `nodes` that this search may take."""
        steps = self.topology.steps(nodes, self.passed, directed=self.directed, backward=backward)
        if not self.closed:
            return steps
        kept = ~np.isin(steps.target, np.fromiter(self.closed, dtype=np.int64))
        return Steps(steps.origin[kept], steps.target[kept], steps.row[kept])

    def neighbours(self, node: int, *, backward: bool = False) -> dict[int, int]:
        """Give the cost of the hop to each neighbour, in their order; remembered for the length of the search."""
        key = (node, backward)
        if key not in self.memory:
            hops = self.cost.hops(self.steps(np.array([node]), backward=backward))
            self.memory[key] = dict(zip(hops.target.tolist(), hops.cost.tolist(), strict=True))
        return self.memory[key]

    def to_go(self, target: int) -> Ints:
        """Give each node's distance in hops to the target, -1 where there is no way; worked out once a search."""
        if target not in self.distances:
            self.distances[target] = levels(self, target, backward=True)
        return self.distances[target]

    def price(self, chain: Chain) -> int:
        """Sum the cost of the hops of a chain."""
        return sum(self.neighbours(left)[right] for left, right in pairwise(chain))


def shortest(
    search: Search,
    source: int,
    target: int,
    *,
    shut: frozenset[int] = frozenset(),
    first_shut: frozenset[int] = frozenset(),
    most: int | None = None,
) -> Chain | None:
    """Find the cheapest chain from source to target, or none.

    It does not pass through `shut`, does not begin with a hop to `first_shut` and has at most `most` hops.
    """
    if source == target:
        return (source,)
    if search.cost.weight == "hops":
        return _by_levels(search, source, target, shut, first_shut, most)
    if most is not None:
        return _by_cost_within(search, source, target, shut, first_shut, most)
    return _by_cost(search, source, target, shut, first_shut)


def levels(search: Search, source: int, most: int | None = None, *, backward: bool = False) -> Ints:
    """Give each node's distance in hops from the source (to it, `backward`), -1 where beyond `most` or unreachable."""
    level = np.full(search.topology.size, -1, dtype=np.int64)
    level[source] = 0
    front, depth = np.array([source]), 0
    while len(front) and (most is None or depth < most):
        depth += 1
        reached = search.steps(front, backward=backward).target
        level[reached[level[reached] < 0]] = depth
        front = np.unique(reached[level[reached] == depth])
    return level


def _by_levels(
    search: Search, source: int, target: int, shut: frozenset[int], first_shut: frozenset[int], most: int | None
) -> Chain | None:
    size = search.topology.size
    ends, level = (source, target), [np.full(size, -1, dtype=np.int64) for _ in range(2)]
    closed = np.fromiter(shut, dtype=np.int64)
    layers: list[list[Ints]] = [[np.array([end])] for end in ends]
    taken: list[list[Steps]] = [[], []]
    for side in (0, 1):
        level[side][closed] = -2
        level[side][ends[side]] = 0
    while True:
        if most is not None and len(taken[0]) + len(taken[1]) >= most:
            return None
        side = 0 if len(layers[0][-1]) <= len(layers[1][-1]) else 1
        steps = search.steps(layers[side][-1], backward=bool(side))
        if first_shut:
            at_source = (steps.origin, steps.target) if side == 0 else (steps.target, steps.origin)
            kept = (at_source[0] != source) | ~np.isin(at_source[1], np.fromiter(first_shut, dtype=np.int64))
            steps = Steps(steps.origin[kept], steps.target[kept], steps.row[kept])
        fresh = level[side][steps.target] == -1
        steps = Steps(steps.origin[fresh], steps.target[fresh], steps.row[fresh])
        front = np.unique(steps.target)
        if not len(front):
            return None
        level[side][front] = len(layers[side])
        layers[side].append(front)
        taken[side].append(steps)
        meeting = front[level[1 - side][front] >= 0]
        if len(meeting):
            break
    # The first meeting is at the full distance, and every shortest path passes the newest layer: keep what leads on.
    forth = _narrow(search.cost, taken[0], meeting)[::-1]
    back = _narrow(search.cost, taken[1], meeting)
    return _cheapest(source, target, forth, [Hops(h.target, h.origin, h.cost) for h in back])


def _narrow(cost: Cost, taken: list[Steps], meeting: Ints) -> list[Hops]:
    """Keep, from the meeting back to an end, only the steps that lie on a way between them."""
    wanted, kept = meeting, []
    for steps in reversed(taken):
        on = np.isin(steps.target, wanted)
        hops = cost.hops(Steps(steps.origin[on], steps.target[on], steps.row[on]))
        kept.append(hops)
        wanted = np.unique(hops.origin)
    return kept


def _cheapest(source: int, target: int, forth: list[Hops], back: list[Hops]) -> Chain:
    """Choose the cheapest of the shortest paths, given as hops by layer from source to target."""
    best: dict[int, int] = {target: 0}
    following: dict[int, int] = {}
    for hops in reversed(forth + back):
        nearer: dict[int, int] = {}
        for left, right, cost in zip(hops.origin.tolist(), hops.target.tolist(), hops.cost.tolist(), strict=True):
            if right in best and (left not in nearer or (cost + best[right], right) < (nearer[left], following[left])):
                nearer[left], following[left] = cost + best[right], right
        best = nearer
    chain = [source]
    while chain[-1] != target:
        chain.append(following[chain[-1]])
    return tuple(chain)


def _by_cost(
    search: Search, source: int, target: int, shut: frozenset[int], first_shut: frozenset[int]
) -> Chain | None:
    """Dijkstra's method from both ends; stops when no path across the two searched regions can be cheaper."""
    near: list[dict[int, int]] = [{source: 0}, {target: 0}]
    before: list[dict[int, int]] = [{}, {}]
    heaps: list[list[tuple[int, int]]] = [[(0, source)], [(0, target)]]
    done: list[set[int]] = [set(), set()]
    best, meeting = None, None
    while heaps[0] and heaps[1]:
        if best is not None and heaps[0][0][0] + heaps[1][0][0] >= best:
            break
        side = 0 if heaps[0][0] <= heaps[1][0] else 1
        spent, node = heapq.heappop(heaps[side])
        if node in done[side]:
            continue
        done[side].add(node)
        for other, cost in search.neighbours(node, backward=bool(side)).items():
            if other in shut:
                continue
            left, right = (node, other) if side == 0 else (other, node)
            if left == source and right in first_shut:
                continue
            total = spent + cost
            if total < near[side].get(other, total + 1):
                near[side][other], before[side][other] = total, node
                heapq.heappush(heaps[side], (total, other))
                if other in near[1 - side] and (best is None or total + near[1 - side][other] < best):
                    best, meeting = total + near[1 - side][other], other
    if meeting is None:
        return None
    chain = [meeting]
    while chain[0] != source:
        chain.insert(0, before[0][chain[0]])
    while chain[-1] != target:
        chain.append(before[1][chain[-1]])
    return tuple(chain)


def _by_cost_within(
    search: Search, source: int, target: int, shut: frozenset[int], first_shut: frozenset[int], most: int
) -> Chain | None:
    """Dijkstra's method over (actor, hops so far); an actor is taken up again only at fewer hops than before."""
    to_go = search.to_go(target)
    fewest: dict[int, int] = {}
    heap: list[tuple[int, int, Chain]] = [(0, 0, (source,))]
    while heap:
        spent, hops, chain = heapq.heappop(heap)
        node = chain[-1]
        if node == target:
            return chain
        if hops >= fewest.get(node, most + 1):
            continue
        fewest[node] = hops
        for other, cost in search.neighbours(node).items():
            if other in shut or not 0 <= to_go[other] <= most - hops - 1 or (node == source and other in first_shut):
                continue
            heapq.heappush(heap, (spent + cost, hops + 1, (*chain, other)))
    return None
