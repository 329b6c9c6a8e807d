"""Random temporal multigraphs, and the plainest possible enumeration of their paths."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
from hypothesis import strategies as st

from kg.network.cost import Cost
from kg.network.edges import REPRESENTS, Edges, Row, Term, tabulate
from kg.network.shortest import Search
from kg.network.topology import Topology

TERMS = {
    "met": Term("CONSULT", 2.0, True),
    "praised": Term("SUPPORT", 4.0, False),
    "accused": Term("ACCUSE", -5.0, False),
    REPRESENTS: Term("", 0.0, True),
}
NODES = "abcde"
DATES = [None, "2025-03-01", "2025-03-02", "2025-03-04", "2025-03-05", "2025-03-08"]


@st.composite
def edge_tables(draw: st.DrawFn, *, most: int = 14, represents: bool = True) -> Edges:
    """Draw a small graph: parallel events, undated ones, weeks and months, one-way and symmetric predicates."""
    names = ["met", "praised", "accused", *([REPRESENTS] if represents else [])]
    pair = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda two: two[0] != two[1])
    drawn = st.tuples(
        pair, st.sampled_from(names), st.sampled_from(DATES), st.sampled_from(["day", "day", "day", "week"])
    )
    rows = []
    for number, ((one, other), predicate, date, precision) in enumerate(
        draw(st.lists(drawn, min_size=draw(st.sampled_from([0, most - 4])), max_size=most))
    ):
        if predicate == REPRESENTS:
            rows.append(Row("", one, other, predicate, None, "unknown", "actual", 0))
        else:
            rows.append(Row(f"e{number}", one, other, predicate, date, precision, "actual", 1 + number % 3))
    return tabulate(NODES, sorted(rows), TERMS)


def search_over(
    edges: Edges, *, weight: str = "hops", directed: bool = False, closed: frozenset[int] = frozenset()
) -> Search:
    """Make a search that may use every row."""
    passed = np.ones(len(edges), dtype=bool)
    return Search(Topology(edges), passed, Cost(edges, weight), directed, closed)


def passable(edges: Edges, row: int, left: int, directed: bool) -> int | None:
    """Give the node on the other side of a row, if the row can be passed from `left`."""
    subject, object_ = int(edges.subject[row]), int(edges.object[row])
    if subject == left:
        return object_
    both_ways = TERMS[edges.predicates[edges.predicate[row]]].symmetric or not directed
    return subject if object_ == left and both_ways else None


def walks(edges: Edges, source: int, target: int, most: int, directed: bool = False) -> Iterator[tuple[int, ...]]:
    """Give the rows of every path without repeated nodes, by trying everything."""

    def onward(node: int, seen: frozenset[int], rows: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if node == target:
            yield rows
        elif len(rows) < most:
            for row in range(len(edges)):
                other = passable(edges, row, node, directed)
                if other is not None and other not in seen:
                    yield from onward(other, seen | {other}, (*rows, row))

    yield from onward(source, frozenset({source}), ())


def chain_of(edges: Edges, source: int, rows: tuple[int, ...]) -> tuple[int, ...]:
    """Give the nodes that a walk along these rows visits."""
    chain = [source]
    for row in rows:
        ends = {int(edges.subject[row]), int(edges.object[row])}
        chain.append((ends - {chain[-1]}).pop())
    return tuple(chain)


def arrival(
    edges: Edges, rows: tuple[int, ...], start: int, end: int, wait: int | None, certain: bool = False
) -> int | None:
    """Give the earliest day on which a walk may arrive, or none where it is not in order of time."""
    days: set[int] | None = None
    for row in rows:
        if edges.predicates[edges.predicate[row]] == REPRESENTS:
            continue
        first, last = int(edges.first[row]), int(edges.last[row])
        if not first:
            return None
        if certain:
            inside = start <= first and last <= end
            before = days is None or all(day <= first and (wait is None or first <= day + wait) for day in days)
            days = {last} if inside and before else set()
        else:
            possible = range(max(first, start), min(last, end) + 1)
            days = {
                day
                for day in possible
                if days is None or any(then <= day and (wait is None or day <= then + wait) for then in days)
            }
        if not days:
            return None
    return min(days) if days is not None else start - 1


def pairs(values: tuple[int, ...]) -> list[tuple[int, int]]:
    """Give neighbours in a sequence."""
    return list(itertools.pairwise(values))
