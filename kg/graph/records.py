"""Actors and articles as Python users see them: gone through one by one, as a table, or as a pandas frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.frames import pandas_frame, polars_frame
from kg.graph.markup import escaped, faint, plain, table

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

T = TypeVar("T")
_SHOWN = 20


class Records(Generic[T]):
    """Records of one kind; each time they are gone through, they are read anew from the store.

    `columns` are the attributes that a table shows, `what` is what the records are called, such as "actors".
    """

    def __init__(self, read: Callable[[], Iterator[T]], columns: Sequence[str], *, what: str) -> None:
        self._read = read
        self._columns = tuple(columns)
        self._what = what

    def __iter__(self) -> Iterator[T]:
        return self._read()

    def to_pandas(self) -> pd.DataFrame:
        """Give a pandas frame, one row a record, its IRI last; MissingExtraError without pandas."""
        return pandas_frame(*self._rows())

    def to_polars(self) -> pl.DataFrame:
        """Give the same as a polars frame, tuples as lists; MissingExtraError without polars."""
        return polars_frame(*self._rows())

    def _rows(self) -> tuple[Iterator[list[object]], tuple[str, ...]]:
        columns = (*self._columns, "iri")
        return ([getattr(record, name) for name in columns] for record in self), columns

    def __repr__(self) -> str:
        first, more = self._first()
        return "\n".join(["  ".join(map(plain, filter(None, row))) for row in first] + ["…"] * more) or self._none

    def _repr_html_(self) -> str:
        first, more = self._first()
        if not first:
            return faint(self._none)
        shown = table(self._columns, ([escaped(cell) for cell in row] for row in first))
        return shown + (faint(f"The first {_SHOWN}; go through them, or ask for to_pandas(), to have all.") * more)

    @property
    def _none(self) -> str:
        return f"no {self._what}"

    def _first(self) -> tuple[list[list[str]], bool]:
        found = list(islice(self, _SHOWN + 1))
        rows = [[_text(getattr(record, name)) for name in self._columns] for record in found[:_SHOWN]]
        return rows, len(found) > _SHOWN


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
