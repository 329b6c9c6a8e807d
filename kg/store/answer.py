"""What a query gives: rows, a yes or no, or triples; in Python or in any of the result formats."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from kg.errors import QueryError
from kg.frames import pandas_frame, polars_frame
from kg.store.backend import Result
from kg.store.parameters import Term
from kg.store.terms import PREFIXES, shorten

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

Value = str | int | float | bool | datetime.date | None

_XSD = PREFIXES["xsd"]
_INTEGERS = frozenset(
    f"{_XSD}{name}" for name in "integer int long short byte nonNegativeInteger positiveInteger unsignedInt".split()
)
_FLOATS = frozenset(f"{_XSD}{name}" for name in "decimal double float".split())
_ROWS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_TRIPLES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
FORMATS = ("table", *_ROWS, *_TRIPLES)


class Answer:
    """The answer to one query; iterating gives rows as dictionaries from variable to Python value.

    Rows come from the engine as they are read; to read them again is to ask again.
    """

    def __init__(self, result: Result, again: Callable[[], Result]) -> None:
        self._result = result
        self._again = again
        self._read = False

    @property
    def kind(self) -> str:
        """One of "select", "ask" and "construct"."""
        if isinstance(self._result, ox.QueryBoolean):
            return "ask"
        return "select" if isinstance(self._result, ox.QuerySolutions) else "construct"

    @property
    def variables(self) -> tuple[str, ...]:
        if isinstance(self._result, ox.QuerySolutions):
            return tuple(variable.value for variable in self._result.variables)
        return () if isinstance(self._result, ox.QueryBoolean) else ("subject", "predicate", "object")

    def __bool__(self) -> bool:
        if isinstance(self._result, ox.QueryBoolean):
            return bool(self._result)
        raise TypeError("only an ASK query is true or false; iterate over the rows of the others")

    def __iter__(self) -> Iterator[dict[str, Value]]:
        names = self.variables
        for row in self.terms():
            yield {name: python_value(term) for name, term in zip(names, row, strict=True)}

    def first(self, most: int) -> list[tuple[str, ...]]:
        """Give the first rows as short text, to be shown; asked for on their own, so that reading begins as before."""
        return [tuple(map(short, row)) for row in islice(_rows(self._again()), most)]

    def _unread(self) -> Result:
        """Give the result from its beginning."""
        if self._read:
            self._result = self._again()
        self._read = True
        return self._result

    def terms(self) -> Iterator[tuple[Term | None, ...]]:
        """Give the rows as RDF terms, in the order of `variables`."""
        return _rows(self._unread())

    def triples(self) -> Iterator[ox.Triple]:
        """Give the triples of a CONSTRUCT or DESCRIBE query."""
        if not isinstance(self._result, ox.QueryTriples):
            raise TypeError("only CONSTRUCT and DESCRIBE give triples")
        yield from cast("ox.QueryTriples", self._unread())

    def table(self) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """Give header and rows as short text: IRIs with their prefix, nothing for what is unbound."""
        if isinstance(self._result, ox.QueryBoolean):
            return ("answer",), [("yes" if self._result else "no",)]
        return self.variables, [tuple(short(term) for term in row) for row in self.terms()]

    def serialize(self, form: str) -> bytes:
        """Write the answer in one of the formats but "table"; QueryError where format and query do not fit."""
        if isinstance(self._result, ox.QueryTriples):
            if form not in _TRIPLES:
                raise QueryError(
                    f"triples cannot be written as {form}.", place="--format", advice=f"Use {', '.join(_TRIPLES)}."
                )
            prefixes = dict(PREFIXES) if form in ("turtle", "jsonld", "rdfxml") else None
            return (
                ox.serialize(cast("ox.QueryTriples", self._unread()), format=_TRIPLES[form], prefixes=prefixes) or b""
            )
        if form not in _ROWS:
            raise QueryError(f"rows cannot be written as {form}.", place="--format", advice=f"Use {', '.join(_ROWS)}.")
        if isinstance(self._result, ox.QueryBoolean) and form in ("csv", "tsv"):
            return b"true\n" if self._result else b"false\n"
        return cast("ox.QuerySolutions", self._unread()).serialize(format=_ROWS[form]) or b""

    def to_pandas(self) -> pd.DataFrame:
        """Give the rows as a pandas frame; MissingExtraError without pandas."""
        return pandas_frame(self._values(), self.variables)

    def to_polars(self) -> pl.DataFrame:
        """Give the rows as a polars frame; MissingExtraError without polars."""
        return polars_frame(self._values(), self.variables)

    def _values(self) -> Iterator[tuple[Value, ...]]:
        return (tuple(map(python_value, row)) for row in self.terms())


def _rows(result: Result) -> Iterator[tuple[Term | None, ...]]:
    if isinstance(result, ox.QuerySolutions):
        width = len(result.variables)
        for solution in result:
            yield tuple(solution[i] for i in range(width))
    elif isinstance(result, ox.QueryBoolean):
        raise TypeError("an ASK query has no rows; use bool()")
    else:
        for triple in result:
            yield triple.subject, triple.predicate, triple.object


def python_value(term: Term | None) -> Value:
    """Turn a term into what Python calls it; what has no such thing stays text."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return str(term) if isinstance(term, ox.Triple | ox.BlankNode) else term.value
    datatype = term.datatype.value
    try:
        if datatype in _INTEGERS:
            return int(term.value)
        if datatype in _FLOATS:
            return float(term.value)
        if datatype == f"{_XSD}date":
            return datetime.date.fromisoformat(term.value[:10])
    except ValueError:
        return term.value
    if datatype == f"{_XSD}boolean":
        return term.value in ("true", "1")
    return term.value


def short(term: Term | None) -> str:
    """Write a term as a table shows it."""
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    return term.value if isinstance(term, ox.Literal) else str(term)
