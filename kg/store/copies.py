"""Finds the articles that repeat one text, such as a wire report in many papers: further places, no further sources.

Each article's graph holds a sketch of its text. What follows from all of them stands in a graph of its own, which each
run replaces; so it is the same whatever the order of the articles.
"""

from __future__ import annotations

import datetime
import hashlib
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pyoxigraph as ox
from numpy.typing import NDArray

from kg.articles.sketch import SIZE, values_of
from kg.model import BASE
from kg.store.backend import Backend
from kg.store.selecting import chosen, rows
from kg.store.terms import ARTICLE, COPIES_GRAPH, node, term

if TYPE_CHECKING:
    from kg.store.store import Store
    from kg.store.unlinked import Changes

ALIKE = 0.5
"""The share of runs of words that two texts must have in common, so that a report cut to half is found. Reports of one
event by two outlets share a fiftieth (docs/scale.md)."""
_DAYS = 14
"""A wire report is printed within days; formulas that return after weeks are another report."""
_ROWS = 4
_UNKNOWN = -1
_MEMBER, _FIRST = term("prov:specializationOf"), term("dip:firstPublishedAs")
_AT_A_TIME = 100_000
"""Pairs that are compared at a time."""

_SKETCHES = "SELECT ?a ?s ?d WHERE {{ {at} ?a dip:sketch ?s OPTIONAL {{ ?a schema:datePublished ?d }} }}"
_OF_DAYS = "SELECT ?a ?s ?d WHERE {{ {at} ?a schema:datePublished ?d . ?a dip:sketch ?s }}"
# Which have no day is written down too, as nothing but going through all articles would tell.
_UNDATED = (
    f"SELECT ?a ?s ?d WHERE {{{{ {{at}} GRAPH {COPIES_GRAPH} {{{{ ?a a dip:UndatedText }}}} ?a dip:sketch ?s }}}}"
)
_MARKED = f"SELECT ?a WHERE {{{{ {{at}} GRAPH {COPIES_GRAPH} {{{{ ?a a dip:UndatedText }}}} }}}}"
_TEXTS = f"SELECT DISTINCT ?t WHERE {{{{ {{at}} GRAPH {COPIES_GRAPH} {{{{ ?a prov:specializationOf ?t }}}} }}}}"
_MEMBERS = (
    f"SELECT ?t ?f ?a WHERE {{{{ {{at}} GRAPH {COPIES_GRAPH} {{{{ ?t dip:firstPublishedAs ?f . "
    "?a prov:specializationOf ?t }} }}"
)

Values = NDArray[np.uint16]
Sketch = tuple[str, str, str | None]
"""An article: its IRI, its sketch as written, the day on which it appeared."""


def find_copies(store: Store, changes: Changes | None) -> None:
    """Find the groups of articles with one text and write them, in place of those of before.

    `changes` are what has changed since that was last done, none where that is not known.
    """
    if changes is None:
        undated: list[str] = []
        groups = list(groups_of(_noting(undated, _sketches(store.backend))))
        store.replace_graph(COPIES_GRAPH, _statements(groups, undated))
        return
    articles = {iri for iri in changes.subjects if iri.startswith(ARTICLE) and "?" not in iri}
    if articles:
        _renew(store, articles)


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


def groups_of(sketches: Iterable[Sketch]) -> Iterator[tuple[str, ...]]:
    """Give the groups of at least two articles that have one text, each with the one published first at its head.

    Two articles have one text where their sketches agree in half of their values and in a whole band of them, and the
    articles appeared within a fortnight; or where other articles join them.
    """
    # Of millions of articles only the values are kept that are compared, and their IRIs in one piece.
    by_version: defaultdict[str, tuple[list[bytes], array[int], bytearray]] = defaultdict(
        lambda: ([], array("q"), bytearray())
    )
    for iri, written, date in sketches:
        version, values = values_of(written)
        if len(values) == SIZE:
            iris, days, kept = by_version[version]
            iris.append(iri.encode())
            days.append(_day(date))
            kept += values.tobytes()
    for _, (iris, days, kept) in sorted(by_version.items()):
        matrix = np.frombuffer(kept, dtype="<u2").reshape(len(iris), SIZE)
        when = np.frombuffer(days, dtype=np.int64)
        joined = Joined(len(iris))
        for start in range(0, SIZE, _ROWS):
            _join_alike(joined, matrix, when, np.ascontiguousarray(matrix[:, start : start + _ROWS]))
        for group in joined.groups():
            yield _headed((days[row], iris[row].decode()) for row in group)


class Joined:
    """Rows that pairs hold together."""

    def __init__(self, count: int) -> None:
        self._above = np.arange(count)

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._above[second] = first

    def roots(self) -> NDArray[np.int64]:
        """Give of each row the row that stands for its group."""
        while not np.array_equal(further := self._above[self._above], self._above):
            self._above = further
        return self._above

    def groups(self) -> list[list[int]]:
        """Give the groups of at least two rows."""
        roots = self.roots()
        order = np.argsort(roots, kind="stable")
        found = np.split(order, np.flatnonzero(np.diff(roots[order])) + 1)
        return [group.tolist() for group in found if len(group) > 1]

    def _root(self, row: int) -> int:
        while self._above[row] != row:
            self._above[row] = self._above[self._above[row]]
            row = int(self._above[row])
        return row


def _join_alike(joined: Joined, matrix: Values, days: NDArray[np.int64], band: Values) -> None:
    """Join the rows that are alike among those that agree in a band of values.

    Rows of a band stand in the order of their days, the undated first, and each is compared with the next, the next
    but one and so on: until a fortnight has passed, or all of the band are joined.
    """
    keys = band.view(np.uint64).ravel()
    order = np.lexsort((days, keys))
    ordered, when = keys[order], days[order]
    begins = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    bands = np.repeat(np.arange(len(begins)), np.diff(np.r_[begins, len(order)]))
    at, back = np.arange(len(order)), 0
    while len(at):
        back += 1
        at = at[at + back < len(order)]
        at = at[(bands[at + back] == bands[at]) & ((when[at] < 0) | (when[at + back] - when[at] <= _DAYS))]
        if back & (back - 1) == 0:  # looking whether all are joined costs as much as comparing once
            roots = joined.roots()[order]
            whole = np.minimum.reduceat(roots, begins) == np.maximum.reduceat(roots, begins)
            at = at[~whole[bands[at]]]
        for some in (at[i : i + _AT_A_TIME] for i in range(0, len(at), _AT_A_TIME)):
            one, other = order[some], order[some + back]
            alike = (matrix[one] == matrix[other]).mean(axis=1) >= ALIKE
            for pair in zip(one[alike].tolist(), other[alike].tolist(), strict=True):
                joined.join(*pair)


def _renew(store: Store, articles: set[str]) -> None:
    """Bring the groups up to date where these articles (IRIs) are new, have changed or have gone."""
    backend = store.backend
    before = _groups_with(backend, articles)
    compared = articles | {iri for group in before for iri in group}
    own = list(_sketches(backend, compared))
    undated = [iri for at in chosen("a", articles) for (iri,) in rows(backend, _MARKED.format(at=at))]
    pairs = list(_alike(own, [row for row in _near(backend, own) if row[0] not in compared]))
    met = _groups_with(backend, {iri for pair in pairs for iri in pair} - compared)
    # What holds together articles that have not changed is not looked for again: their group tells it.
    pairs += [(group[0], iri) for group in met for iri in group]
    iris = sorted({iri for pair in pairs for iri in pair})
    row_of = {iri: row for row, iri in enumerate(iris)}
    joined = Joined(len(iris))
    for one, other in pairs:
        joined.join(row_of[one], row_of[other])
    published = {iri: _day(date) for iri, _, date in _sketches(backend, iris)}
    after = [_headed((published[iris[row]], iris[row]) for row in group) for group in joined.groups()]
    now_undated = [iri for iri, _, date in own if iri in articles and not date]
    gone, come = set(_statements((*before, *met), undated)), set(_statements(after, now_undated))
    store.change_graph(COPIES_GRAPH, gone - come, come - gone)


def _alike(own: Sequence[Sketch], near: Sequence[Sketch]) -> Iterator[tuple[str, str]]:
    """Give the pairs of articles (IRIs) with one text, the first of them among `own`."""
    by_version: defaultdict[str, list[tuple[str, Values, int]]] = defaultdict(list)
    for iri, written, date in (*own, *near):
        version, values = values_of(written)
        if len(values) == SIZE:
            by_version[version].append((iri, values, _day(date)))
    chosen = {iri for iri, _, _ in own}
    for _, some in sorted(by_version.items()):
        matrix = np.stack([values for _, values, _ in some])
        days = np.array([day for _, _, day in some])
        for row, (iri, values, day) in enumerate(some):
            if iri in chosen:
                same = matrix == values
                banded = same.reshape(len(some), -1, _ROWS).all(axis=2).any(axis=1)
                close = (days < 0) | (day < 0) | (np.abs(days - day) <= _DAYS)
                for other in np.flatnonzero(banded & close & (same.mean(axis=1) >= ALIKE)).tolist():
                    if other != row:
                        yield iri, some[other][0]


def _near(backend: Backend, own: Sequence[Sketch]) -> Iterator[Sketch]:
    """Read the articles that appeared within a fortnight of any of these, and those without a day."""
    days = {_day(date) for _, _, date in own}
    if _UNKNOWN in days:
        yield from _sketches(backend)
        return
    if not days:
        return
    yield from rows(backend, _UNDATED.format(at=""))
    around = sorted({day + step for day in days for step in range(-_DAYS, _DAYS + 1)})
    for at in range(0, len(around), 100):
        dates = " ".join(f'"{datetime.date.fromordinal(day)}"^^xsd:date' for day in around[at : at + 100])
        yield from rows(backend, _OF_DAYS.format(at=f"VALUES ?d {{ {dates} }}"))


def _groups_with(backend: Backend, articles: Collection[str]) -> list[tuple[str, ...]]:
    """Read the groups that any of these articles (IRIs) belongs to."""
    texts = {text for at in chosen("a", articles) for text, *_ in rows(backend, _TEXTS.format(at=at))}
    groups: dict[str, tuple[str, ...]] = {}
    for at in chosen("t", texts):
        for text, first, article in rows(backend, _MEMBERS.format(at=at)):
            groups[text] = (*groups.get(text, (first,)), *((article,) if article != first else ()))
    return list(groups.values())


def _sketches(backend: Backend, articles: Collection[str] | None = None) -> Iterator[Sketch]:
    """Read sketch and day of all articles, or of some (IRIs)."""
    for at in [""] if articles is None else chosen("a", articles):
        yield from rows(backend, _SKETCHES.format(at=at))


def _noting(undated: list[str], sketches: Iterable[Sketch]) -> Iterator[Sketch]:
    """Give the sketches, and note the articles (IRIs) without a day."""
    for sketch in sketches:
        if not sketch[2]:
            undated.append(sketch[0])
        yield sketch


def _headed(group: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """Give the IRIs of a group, from the day and the IRI of each: the one published first at the head."""
    return tuple(iri for _, _, iri in sorted((day == _UNKNOWN, day, iri) for day, iri in group))


def _day(date: str | None) -> int:
    return datetime.date.fromisoformat(date).toordinal() if date else _UNKNOWN


def _statements(groups: Iterable[tuple[str, ...]], undated: Iterable[str]) -> Iterator[ox.Triple]:
    for article in undated:
        yield ox.Triple(node(article), term("rdf:type"), term("dip:UndatedText"))
    for group in groups:
        text = node(f"{BASE}text/{hashlib.sha256(group[0].encode()).hexdigest()[:20]}")
        yield ox.Triple(text, term("rdf:type"), term("dip:SharedText"))
        yield ox.Triple(text, _FIRST, node(group[0]))
        for article in group:
            yield ox.Triple(node(article), _MEMBER, text)
