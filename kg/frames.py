"""Tables as data frames of pandas or polars, neither of which need be installed."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kg.errors import MissingExtraError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


def pandas_frame(rows: Iterable[Sequence[object]], columns: Sequence[str]) -> pd.DataFrame:
    """Give rows as a pandas frame; MissingExtraError without pandas."""
    frame: pd.DataFrame = _library("pandas").DataFrame([list(row) for row in rows], columns=list(columns))
    return frame


def polars_frame(rows: Iterable[Sequence[object]], columns: Sequence[str]) -> pl.DataFrame:
    """Give rows as a polars frame, tuples as lists; MissingExtraError without polars."""
    polars = _library("polars")
    table = [[list(value) if isinstance(value, tuple) else value for value in row] for row in rows]
    frame: pl.DataFrame = polars.DataFrame(table, schema=list(columns), orient="row", infer_schema_length=None)
    return frame


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise MissingExtraError(name, name) from error
