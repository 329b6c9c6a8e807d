"""Small queries over chosen things: their rows as strings, and the clause that chooses, so many at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, cast

import pyoxigraph as ox

from kg.store.backend import Backend

_AT_ONCE = 400


def rows(backend: Backend, query: str) -> Iterator[tuple[Any, ...]]:
    """Give the rows of a SELECT as strings, none where a variable has no value."""
    solutions = cast("ox.QuerySolutions", backend.query(query))
    width = len(solutions.variables)
    for solution in solutions:
        yield tuple(None if (value := solution[i]) is None else cast("Any", value).value for i in range(width))


def chosen(variable: str, iris: Collection[str]) -> Iterator[str]:
    """Give VALUES clauses that together give a variable all of these IRIs, as many as go well into one query."""
    ordered = sorted(iris)
    for at in range(0, len(ordered), _AT_ONCE):
        yield f"VALUES ?{variable} {{ {' '.join(f'<{iri}>' for iri in ordered[at : at + _AT_ONCE])} }}"
