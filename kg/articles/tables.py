"""Reads tables of articles, one a row: CSV, TSV and Parquet."""

from __future__ import annotations

import codecs
import csv
import importlib
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from kg.articles.decode import decode
from kg.articles.failure import Failure
from kg.articles.shapes import TEXT_COLUMNS, article_from
from kg.articles.source import Source
from kg.errors import ArticleError, MissingExtraError
from kg.model import Article

_LARGEST_CELL = 16_000_000
_SAMPLE = 65_536
_ROWS = 256
"""Rows of Parquet that are in memory at a time."""


def read_csv(stream: BinaryIO, source: Source) -> Iterator[Article | Failure]:
    """Read a table with a header line, its cells separated by commas, semicolons, tabs or bars."""
    head = stream.peek(_SAMPLE) if isinstance(stream, io.BufferedReader) else b""
    first = head.removeprefix(codecs.BOM_UTF8).split(b"\n", 1)[0]
    if not head.strip():
        raise ArticleError("is empty.")
    separator = max((b",", b"\t", b";", b"|"), key=first.count).decode()
    csv.field_size_limit(_LARGEST_CELL)
    lines = io.TextIOWrapper(stream, encoding=_encoding(head), errors="replace", newline="")
    rows = csv.reader(lines, delimiter=separator)
    try:
        header = [name.strip() for name in next(rows)]
        _check(header)
        yield from _articles((dict(zip(header, row, strict=False)) for row in rows if row), source)
    except csv.Error as error:
        raise ArticleError(f"is no table that can be read (line {rows.line_num}: {error}).") from None
    finally:
        lines.detach()


def read_parquet(stream: BinaryIO, source: Source) -> Iterator[Article | Failure]:
    """Read a Parquet file, a few rows at a time, with the optional package pyarrow."""
    yield from read_row_groups(stream, source)


def read_row_groups(
    stream: BinaryIO, source: Source, *, groups: Iterable[int] | None = None, first: int = 1
) -> Iterator[Article | Failure]:
    """Read row groups of a Parquet file, all if not given; `first` is the number of the first row."""
    file = parquet_file(stream)
    _check(file.schema_arrow.names)

    def rows() -> Iterator[Mapping[str, object]]:
        for batch in file.iter_batches(batch_size=_ROWS, row_groups=None if groups is None else list(groups)):
            yield from batch.to_pylist()

    try:
        yield from _articles(rows(), source, first=first)
    except (OSError, ValueError) as error:
        raise ArticleError(f"is a Parquet file that is damaged ({str(error)[:120]}).") from None


def parquet_file(stream: BinaryIO) -> Any:
    """Open a Parquet file; ArticleError where it is none, MissingExtraError without pyarrow."""
    try:
        library: Any = importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise MissingExtraError("pyarrow", "parquet") from error
    if not stream.seekable():
        stream = io.BytesIO(stream.read())
    try:
        return library.ParquetFile(stream)
    except (OSError, ValueError) as error:
        raise ArticleError(f"is no Parquet file that can be read ({str(error)[:120]}).") from None


def _articles(rows: Iterable[Mapping[str, object]], source: Source, *, first: int = 1) -> Iterator[Article | Failure]:
    number = first - 1
    for number, row in enumerate(rows, start=first):
        try:
            yield article_from(row, source, f"{source.name}-{number}")
        except ArticleError as error:
            yield Failure(f"{source.label}, row {number}", str(error))
    if not number:
        raise ArticleError("is a table without rows.")


def _check(header: list[str]) -> None:
    """Tell a table of something else at once, instead of once for each of its rows."""
    columns = {name.casefold() for name in header}
    if not (columns & TEXT_COLUMNS or {"title", "url"} <= columns):
        shown = ", ".join(name[:30] for name in header[:8])
        raise ArticleError(
            f"is a table without articles (its columns: {shown}).", advice='Name the column of texts "text".'
        )


def _encoding(head: bytes) -> str:
    """Give the encoding of a table by its first bytes; a sample may end inside a character."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    whole_lines = head[: head.rfind(b"\n") + 1] or head
    _, notes = decode(whole_lines)
    return "cp1252" if notes and "Windows" in notes[0] else "utf-8-sig"
