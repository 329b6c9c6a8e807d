"""Time-respecting paths: each hop not before the last, and, where asked, not long after it.

Terms after Wu et al., "Path problems in temporal graphs", PVLDB 7 (2014), and Casteigts et al., "Finding temporal
paths under waiting time constraints", Algorithmica 83 (2021): with a limit on waiting, the best walk is easy to find
and the best path without repeated actors is hard. So the walk is taken where it repeats nobody; where it does, the
space of paths is split around it (`kg.network.best`) until a path is the best of what is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np

from kg.network.best import Answer, ranked
from kg.network.edges import UNDATED, Flags, Ints
from kg.network.shortest import Chain, Search
from kg.network.topology import ranges

Aim = Literal["arrival", "hops"]
NEVER = int(np.iinfo(np.int64).max) >> 1


@dataclass(frozen=True, slots=True)
class InTime:
    """What a search in time obeys: all between the days `start` and `end`, waits of at most `wait` days, `most` hops.

    `aim` says what is best: to arrive early ("arrival", then few hops) or to take few hops ("hops", then early).
    An event dated by week, month or year may have happened on any of its days: a path counts where there are days for
    all its events that are in order, or, if `certain`, only where they are in order whichever the days. Undated events
    are never used; representation holds at any time and takes none. All of `through` are passed, in whatever order.
    """

    aim: Aim = "hops"
    start: int = 1
    end: int = NEVER
    wait: int | None = None
    most: int = 6
    certain: bool = False
    through: tuple[int, ...] = ()

    @property
    def passed(self) -> int:
        """What `States.passed` is once all of `through` have been."""
        return (1 << len(self.through)) - 1


class States(NamedTuple):
    """Arrivals in parallel arrays: at which actor, from which day to which, by which row, after which earlier state.

    `passed` has a bit set for each of the actors to be passed that has been.

    Arrival may be on any day from `day` to `late`, as far as dates are known. Earlier states are numbered through all
    layers of a trail. At the source the day is the one before `start`: no wait has begun.
    """

    node: Ints
    day: Ints
    late: Ints
    row: Ints
    parent: Ints
    passed: Ints

    def at(self, kept: Ints) -> States:
        return States(*(column[kept] for column in self))


def journeys(search: Search, source: int, target: int, rules: InTime) -> Iterator[Answer]:
    """Give the time-respecting paths, best first, each chain of actors once, with the row of each hop.

    The key of an answer is (hops, arrival) or (arrival, hops), the arrival a day ordinal.
    """
    to_go = search.to_go(target)

    def solve(root: Chain, leaving: frozenset[int]) -> Answer | None:
        begun = len(root) - 1
        if rules.aim == "arrival":
            return _best_walk(search, root, leaving, target, rules, to_go)
        # Where few hops are best, tight limits come first: they leave little to be searched.
        for most in range(begun + max(int(to_go[root[-1]]), 1), rules.most + 1):
            if found := _best_walk(search, root, leaving, target, replace(rules, most=most), to_go):
                return found
        return None

    return ranked(solve, source) if to_go[source] > 0 else iter(())


def reached(search: Search, source: int, rules: InTime) -> dict[int, int]:
    """Give the earliest day of arrival at every actor that can be reached from the source in time (walks)."""
    earliest: dict[int, int] = {}
    trail = Trail(search, rules, source)
    for _ in range(rules.most):
        trail.append(trail.onward())
        for node, day in zip(trail.last.node.tolist(), trail.last.day.tolist(), strict=True):
            earliest[node] = min(day, earliest.get(node, day))
    earliest.pop(source, None)
    return earliest


class Trail:
    """Layers of states, one a hop, from the source on; a layer holds only arrivals that no earlier one dominates."""

    def __init__(self, search: Search, rules: InTime, source: int) -> None:
        self.search, self.rules = search, rules
        start = np.array([rules.start - 1])
        self.bits = np.zeros(search.topology.size, dtype=np.int64)
        self.bits[list(rules.through)] = [1 << place for place in range(len(rules.through))]
        self.layers = [States(np.array([source]), start, start, np.array([-1]), np.array([-1]), self.bits[[source]])]
        edges = search.topology.edges
        self.longest = 0 if rules.certain else int((edges.last - edges.first).max(initial=0))
        self.offsets = [0]
        self.earliest: Ints = np.full(search.topology.size << len(rules.through), NEVER, dtype=np.int64)
        self.known: Ints = np.empty(0, dtype=np.int64)

    @property
    def last(self) -> States:
        return self.layers[-1]

    def append(self, states: States) -> None:
        """Add a layer, less what is dominated: later arrivals or, where waiting is limited, the same arrivals."""
        states, keys = self._distinct(states)
        if self.rules.wait is None:
            fresh = np.flatnonzero(states.day < self.earliest[keys])
            states = states.at(fresh)
            self.earliest[keys[fresh]] = states.day
        else:
            fresh = np.flatnonzero(~np.isin(keys, self.known))
            states, self.known = states.at(fresh), np.concatenate((self.known, keys[fresh]))
        self._put(states)

    @contextmanager
    def followed(self, states: States) -> Iterator[States]:
        """Add a layer for a while: what dominates its states is looked for within it only."""
        self._put(self._distinct(states)[0])
        yield self.last
        self.layers.pop()
        self.offsets.pop()

    def _distinct(self, states: States) -> tuple[States, Ints]:
        """Sort states and keep one an arrival, or an actor where waiting is not limited; with their keys."""
        places = (states.node << len(self.rules.through)) + states.passed
        order = np.lexsort((np.arange(len(places)), states.late, states.day, places))
        states, keys = states.at(order), places[order]
        if self.rules.wait is not None:
            span = int(self.search.topology.days) + 1
            keys = (keys * span + states.day) * (self.longest + 1) + (states.late - states.day)
        _, first = np.unique(keys, return_index=True)
        return states.at(first), keys[first]

    def _put(self, states: States) -> None:
        self.offsets.append(self.offsets[-1] + len(self.last.node))
        self.layers.append(states)

    def onward(self, ended: int = -1) -> States:
        """Give all arrivals one hop after the last layer, none of them by way of `ended`."""
        search, rules, topology, edges = self.search, self.rules, self.search.topology, self.search.topology.edges
        index = np.flatnonzero(self.last.node != ended)
        node, day = self.last.node[index], self.last.day[index]
        begin, end = topology.start[node], topology.start[node + 1]
        fresh = day < rules.start
        low = topology.entry(node, np.maximum(day, rules.start) - self.longest)
        high = end
        if rules.wait is not None:
            high = np.where(fresh, end, topology.entry(node, self.last.late[index] + rules.wait + 1))
        undated = topology.entry(node, np.full(len(node), UNDATED + 1)) if not edges.told.all() else begin
        every = np.arange(len(node))
        owner = np.concatenate((np.repeat(every, undated - begin), np.repeat(every, np.maximum(high - low, 0))))
        entry = np.concatenate((ranges(begin, undated), ranges(low, high)))
        row, target = topology.row[entry], topology.neighbour[entry]
        told = edges.told[row]
        early, late = self._spans(row, day[owner], self.last.late[index][owner], fresh[owner])
        kept = search.passed[row] & (~told | ((edges.first[row] != UNDATED) & (early <= late)))
        if search.directed:
            kept &= edges.symmetric[row] | topology.outward[entry]
        if search.closed:
            kept &= ~np.isin(target, np.fromiter(search.closed, dtype=np.int64))
        early = np.where(told, early, day[owner])
        late = np.where(told, late, self.last.late[index][owner])
        passed = self.last.passed[index][owner] | self.bits[target]
        states = States(target, early, late, row, self.offsets[-1] + index[owner], passed)
        return states.at(np.flatnonzero(kept))

    def _spans(self, row: Ints, day: Ints, late: Ints, fresh: Flags) -> tuple[Ints, Ints]:
        """Give the first and the last day on which rows can be passed after an arrival; none where they are crossed."""
        rules, edges = self.rules, self.search.topology.edges
        first, last = edges.first[row].astype(np.int64), edges.last[row].astype(np.int64)
        latest = np.full(len(row), NEVER) if rules.wait is None else np.where(fresh, NEVER, late + rules.wait)
        if rules.certain:
            held = (first >= np.maximum(day, rules.start)) & (last <= rules.end) & (first <= latest)
            return np.where(held, last, NEVER), last
        return np.maximum(first, np.maximum(day, rules.start)), np.minimum(np.minimum(last, rules.end), latest)

    def answer(self, layer: int, at: int) -> Answer:
        """Give the walk to one state, keyed by what is best."""
        day = int(self.layers[layer].day[at])
        return Answer((layer, day) if self.rules.aim == "hops" else (day, layer), *self._back(layer, at))

    def _back(self, layer: int, at: int) -> tuple[Chain, tuple[int, ...]]:
        """Follow one state back to the source: its chain of actors and the row of each hop."""
        rows: list[int] = []
        chain = [int(self.layers[layer].node[at])]
        while layer:
            rows.insert(0, int(self.layers[layer].row[at]))
            at = int(self.layers[layer].parent[at]) - self.offsets[layer - 1]
            layer -= 1
            chain.insert(0, int(self.layers[layer].node[at]))
        return tuple(chain), tuple(rows)


def _best_walk(
    search: Search, root: Chain, leaving: frozenset[int], target: int, rules: InTime, to_go: Ints
) -> Answer | None:
    trail = Trail(search, rules, root[0])
    for node in root[1:]:
        states = trail.onward()
        trail.append(states.at(np.flatnonzero(states.node == node)))
    shut, banned = np.array(root), np.fromiter(leaving, dtype=np.int64)
    best: tuple[int, int, int] | None = None
    for hops in range(len(root), rules.most + 1):
        states = trail.onward(ended=target)
        distance = to_go[states.node]
        kept = (distance >= 0) & (distance <= rules.most - hops) & ~np.isin(states.node, shut)
        if rules.through:
            kept &= (states.node != target) | (states.passed == rules.passed)
        if hops == len(root):
            kept &= ~np.isin(states.node, banned)
        if best is not None:
            kept &= states.day < best[0]
        trail.append(states.at(np.flatnonzero(kept)))
        arrived = np.flatnonzero(trail.last.node == target)
        if len(arrived):
            at = int(arrived[np.argmin(trail.last.day[arrived])])
            best = int(trail.last.day[at]), hops, at
            if rules.aim == "hops":
                break
        if not len(trail.last.node):
            break
    if best is None:
        return None
    return trail.answer(*best[1:])
