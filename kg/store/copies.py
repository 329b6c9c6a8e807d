"""Finds the articles that repeat one text, such as a wire report in many papers: further places, no further sources.

Each article's graph holds a sketch of its text. What follows from all of them stands in a graph of its own, which each
run replaces; so it is the same whatever the order of the articles.
"""

from __future__ import annotations

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pyoxigraph as ox
from numpy.typing import NDArray

from kg.articles.sketch import SIZE, values_of
from kg.model import BASE
from kg.store.backend import Backend
from kg.store.terms import COPIES_GRAPH, node, term

if TYPE_CHECKING:
    from kg.store.store import Store

ALIKE = 0.5
"""The share of runs of words that two texts must have in common, so that a report cut to half is found. Reports of one
event by two outlets share a fiftieth (docs/scale.md)."""
_DAYS = 14
"""A wire report is printed within days; formulas that return after weeks are another report."""
_ROWS = 4
_MEMBER, _FIRST = term("prov:specializationOf"), term("dip:firstPublishedAs")
_AT_ONCE = 8
"""With how many of those before it, in the order of their IRIs, an article is compared where many look alike."""

_SKETCHES = "SELECT ?a ?s ?d WHERE { ?a dip:sketch ?s OPTIONAL { ?a schema:datePublished ?d } } ORDER BY STR(?a)"


def find_copies(store: Store) -> None:
    """Find the groups of articles with one text and write them, in place of those of before."""
    store.replace_graph(COPIES_GRAPH, _statements(groups_of(*_sketches(store))))


def read_copies(backend: Backend) -> list[tuple[str, ...]]:
    """Give the groups that were found, the article that was published first at the head of each."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for triple in cast("Iterable[Any]", backend.triples(COPIES_GRAPH)):
        if triple.predicate == _MEMBER:
            groups[triple.object.value].add(triple.subject.value)
        elif triple.predicate == _FIRST:
            first[triple.subject.value] = triple.object.value
    return sorted((first[text], *sorted(members - {first[text]})) for text, members in groups.items())


def groups_of(
    iris: Sequence[str], sketches: Sequence[str], published: Sequence[str | None]
) -> Iterator[tuple[str, ...]]:
    """Give the groups of at least two articles that have one text, each with the one published first at its head."""
    days = np.array([_day(date) for date in published], dtype=np.int64)
    by_version: defaultdict[str, list[int]] = defaultdict(list)
    decoded = [values_of(written) for written in sketches]
    for row, (version, values) in enumerate(decoded):
        if len(values) == SIZE:
            by_version[version].append(row)
    for _, rows in sorted(by_version.items()):
        matrix = np.stack([decoded[row][1] for row in rows])
        for group in _joined(len(rows), _pairs(matrix, days[rows])):
            members = [rows[index] for index in group]
            members.sort(key=lambda row: (published[row] or "9999", iris[row]))
            yield tuple(iris[row] for row in members)


def _pairs(matrix: NDArray[np.uint16], days: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Give pairs of rows that are alike: those that agree in a whole band of values are compared in full."""
    for start in range(0, SIZE, _ROWS):
        keys = np.ascontiguousarray(matrix[:, start : start + _ROWS]).view(np.uint64).ravel()
        order = np.argsort(keys, kind="stable")
        ordered = keys[order]
        for back in range(1, _AT_ONCE + 1):
            same = np.flatnonzero(ordered[back:] == ordered[:-back])
            if not len(same):
                break
            for at in range(0, len(same), 100_000):
                one, other = order[same[at : at + 100_000]], order[same[at : at + 100_000] + back]
                alike = (matrix[one] == matrix[other]).mean(axis=1) >= ALIKE
                near = (days[one] < 0) | (days[other] < 0) | (np.abs(days[one] - days[other]) <= _DAYS)
                yield from zip(one[alike & near].tolist(), other[alike & near].tolist(), strict=True)


def _joined(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Give the sets of at least two rows that pairs hold together."""
    above = list(range(count))

    def root(row: int) -> int:
        while above[row] != row:
            above[row] = above[above[row]]
            row = above[row]
        return row

    joined = False
    for one, other in pairs:
        first, second = sorted((root(one), root(other)))
        above[second] = first
        joined = True
    if not joined:
        return []
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for row in range(count):
        groups[root(row)].append(row)
    return [group for group in groups.values() if len(group) > 1]


def _sketches(store: Store) -> tuple[list[str], list[str], list[str | None]]:
    iris: list[str] = []
    sketches: list[str] = []
    published: list[str | None] = []
    for article, written, date in cast("Iterable[Any]", store.backend.query(_SKETCHES)):
        iris.append(article.value)
        sketches.append(written.value)
        published.append(date.value if date is not None else None)
    return iris, sketches, published


def _day(date: str | None) -> int:
    return datetime.date.fromisoformat(date).toordinal() if date else -1


def _statements(groups: Iterable[tuple[str, ...]]) -> Iterator[ox.Triple]:
    for group in groups:
        text = node(f"{BASE}text/{hashlib.sha256(group[0].encode()).hexdigest()[:20]}")
        yield ox.Triple(text, term("rdf:type"), term("dip:SharedText"))
        yield ox.Triple(text, _FIRST, node(group[0]))
        for article in group:
            yield ox.Triple(node(article), _MEMBER, text)
