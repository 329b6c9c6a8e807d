"""Every search gives what trying everything gives, on random temporal multigraphs."""

from __future__ import annotations

import datetime

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from random_graphs import arrival, chain_of, edge_tables, search_over, walks

from kg.network.best import all_paths, cheapest
from kg.network.cost import UNIT, WEIGHTS
from kg.network.edges import Edges
from kg.network.schedules import all_journeys
from kg.network.shortest import levels, shortest
from kg.network.temporal import NEVER, InTime, journeys, reached

MARCH = datetime.date(2025, 3, 1).toordinal()
tried = settings(max_examples=200, deadline=None)


def chains(edges: Edges, most: int = 6, directed: bool = False) -> set[tuple[int, ...]]:
    """Give every path from the first node to the second, as nodes."""
    return {chain_of(edges, 0, rows) for rows in walks(edges, 0, 1, most, directed)}


@tried
@given(edge_tables(), st.sampled_from(WEIGHTS), st.booleans(), st.none() | st.integers(1, 5))
def test_best_paths(edges: Edges, weight: str, directed: bool, most: int | None) -> None:
    """Paths come cheapest first, each once, and none is missing, for every weight, direction and limit of hops."""
    search = search_over(edges, weight=weight, directed=directed)
    found = [(answer.key[0], answer.walk) for answer in cheapest(search, 0, 1, most=most)]
    expected = sorted((search.price(chain), chain) for chain in chains(edges, most or 6, directed))
    assert found == expected
    best = shortest(search, 0, 1, most=most)
    assert best == (expected[0][1] if expected else None)


@tried
@given(edge_tables(), st.booleans())
def test_plain_hops_cost_one(edges: Edges, directed: bool) -> None:
    """Without a weight, a shorter path is always the cheaper, whatever the evidence."""
    search = search_over(edges, directed=directed)
    for chain in chains(edges, directed=directed):
        assert search.price(chain) // UNIT == len(chain) - 1


@tried
@given(edge_tables(), st.booleans(), st.integers(1, 5))
def test_all_paths(edges: Edges, directed: bool, most: int) -> None:
    """All paths up to a length come the shorter first and then by their nodes."""
    found = list(all_paths(search_over(edges, directed=directed), 0, 1, most))
    assert found == sorted(chains(edges, most, directed), key=lambda chain: (len(chain), chain))


@tried
@given(edge_tables(), st.booleans(), st.integers(1, 5), st.sets(st.integers(2, 4), min_size=1, max_size=3))
def test_all_paths_through(edges: Edges, directed: bool, most: int, through: set[int]) -> None:
    """All paths led through actors are those of all paths that pass them, in the same order."""
    search = search_over(edges, directed=directed)
    found = list(all_paths(search, 0, 1, most, through=tuple(sorted(through))))
    assert found == [chain for chain in all_paths(search, 0, 1, most) if through <= set(chain)]


@tried
@given(edge_tables(), st.sampled_from(WEIGHTS), st.booleans(), st.sets(st.integers(2, 4), min_size=1, max_size=2))
def test_through(edges: Edges, weight: str, directed: bool, through: set[int]) -> None:
    """Paths led through actors are the cheapest of those that pass them all."""
    search = search_over(edges, weight=weight, directed=directed)
    found = [answer.walk for answer in cheapest(search, 0, 1, most=5, through=tuple(sorted(through)))]
    led = [chain for chain in chains(edges, 5, directed) if through <= set(chain)]
    assert found == sorted(led, key=lambda chain: (search.price(chain), chain))


@tried
@given(edge_tables(), st.sets(st.integers(2, 4), max_size=2), st.booleans())
def test_closed_actors(edges: Edges, closed: set[int], directed: bool) -> None:
    """Closed actors are never passed, and everything else still is."""
    search = search_over(edges, directed=directed, closed=frozenset(closed))
    found = {answer.walk for answer in cheapest(search, 0, 1)}
    assert found == {chain for chain in chains(edges, directed=directed) if not closed & set(chain)}


RULES = st.builds(
    InTime,
    st.sampled_from(["hops", "arrival"]),
    start=st.sampled_from([1, MARCH + 1]),
    end=st.sampled_from([NEVER, MARCH + 4]),
    wait=st.none() | st.integers(0, 4),
    most=st.integers(1, 5),
    certain=st.booleans(),
    through=st.lists(st.integers(2, 4), unique=True, max_size=3).map(tuple),
)


@tried
@given(edge_tables(), RULES, st.booleans())
def test_journeys(edges: Edges, rules: InTime, directed: bool) -> None:
    """Paths in time come by fewest hops or earliest arrival, each chain once with its best day, and none is missing."""
    best = best_days(edges, rules, directed)
    found = list(journeys(search_over(edges, directed=directed), 0, 1, rules))
    keys = [(len(chain) - 1, day) if rules.aim == "hops" else (day, len(chain) - 1) for chain, day in best.items()]
    assert [answer.key for answer in found] == sorted(keys)
    assert {answer.walk for answer in found} == set(best)
    for answer in found:
        assert chain_of(edges, 0, answer.rows) == answer.walk
        assert arrival(edges, answer.rows, rules.start, rules.end, rules.wait, rules.certain) == best[answer.walk]


@tried
@given(edge_tables(), RULES, st.booleans())
def test_all_journeys(edges: Edges, rules: InTime, directed: bool) -> None:
    """All paths in time are those of the search for the best, the shorter first and then by their nodes."""
    search = search_over(edges, directed=directed)
    found = list(all_journeys(search, 0, 1, rules))
    best = best_days(edges, rules, directed)
    assert [answer.walk for answer in found] == sorted(best, key=lambda chain: (len(chain), chain))
    assert sorted(answer.key for answer in found) == [answer.key for answer in journeys(search, 0, 1, rules)]
    for answer in found:
        assert chain_of(edges, 0, answer.rows) == answer.walk
        assert arrival(edges, answer.rows, rules.start, rules.end, rules.wait, rules.certain) == best[answer.walk]


def best_days(edges: Edges, rules: InTime, directed: bool) -> dict[tuple[int, ...], int]:
    """Give the earliest arrival along every path that obeys the rules, by trying everything."""
    best: dict[tuple[int, ...], int] = {}
    for rows in walks(edges, 0, 1, rules.most, directed):
        chain = chain_of(edges, 0, rows)
        day = arrival(edges, rows, rules.start, rules.end, rules.wait, rules.certain)
        if day is not None and set(rules.through) <= set(chain):
            best[chain] = min(day, best.get(chain, day))
    return best


@tried
@given(edge_tables(), st.integers(1, 5), st.none() | st.integers(0, 4))
def test_earliest_arrivals(edges: Edges, most: int, wait: int | None) -> None:
    """The earliest day at which everyone can be reached is that of the best walk, actors repeated or not."""
    rules = InTime("arrival", 1, NEVER, wait, most)
    found = reached(search_over(edges), 0, rules)
    expected: dict[int, int] = {}
    for target in range(1, edges.size):
        for rows in walks(edges, 0, target, most):
            day = arrival(edges, rows, 1, NEVER, wait)
            if day is not None:
                expected[target] = min(day, expected.get(target, day))
    if wait is None:
        assert found == expected
    else:
        assert all(found[node] <= day for node, day in expected.items())


@tried
@given(edge_tables(), st.booleans())
def test_levels_and_components(edges: Edges, directed: bool) -> None:
    """Distances are those of the shortest paths, and whoever has one shares a component."""
    search = search_over(edges, directed=directed)
    level = levels(search, 0)
    label = search.topology.components(np.ones(len(edges), dtype=bool))
    for node in range(1, edges.size):
        lengths = [len(rows) for rows in walks(edges, 0, node, 6, directed)]
        assert level[node] == min(lengths, default=-1)
        if not directed:
            assert (label[node] == label[0]) == bool(lengths)


@tried
@given(edge_tables(), st.sampled_from(WEIGHTS))
def test_paths_do_not_depend_on_who_asks(edges: Edges, weight: str) -> None:
    """Undirected, the best path back is the best path there, turned round."""
    search = search_over(edges, weight=weight)
    there, back = shortest(search, 0, 1), shortest(search, 1, 0)
    assert there == (back[::-1] if back else None)
