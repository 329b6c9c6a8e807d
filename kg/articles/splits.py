"""Cuts files into parts that can be read apart, on several machines, and give what reading the files whole gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from kg.articles.failure import Failure
from kg.articles.reading import failures_named, read_file
from kg.articles.rows import read_lines
from kg.articles.source import Source
from kg.articles.tables import parquet_file, read_row_groups
from kg.errors import KgError
from kg.model import Article

_LINES = frozenset((".jsonl", ".ndjson"))
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Split:
    """A part of a file: bytes of JSON Lines from `start` to `end`, row groups of Parquet so, else the whole file.

    `first` is the number of its first line or row, `size` about how many bytes it has, `name` what the articles of the
    file are called, and `date` that of those that state none.
    """

    file: str
    name: str
    date: str | None
    size: int
    start: int = 0
    end: int | None = None
    first: int = 1

    def read(self) -> Iterator[Article | Failure]:
        """Read the articles of this part."""
        path, source = Path(self.file), Source(self.file, self.name, self.date)
        if self.end is None:
            yield from read_file(path, source)
            return
        with failures_named(source) as failed, path.open("rb") as stream:
            for item in self._part(stream, source):
                yield replace(item, file=self.file)
        yield from failed

    def _part(self, stream: BinaryIO, source: Source) -> Iterator[Article | Failure]:
        if Path(self.file).suffix.casefold() in _LINES:
            stream.seek(self.start)
            return read_lines(stream, source, first=self.first, until=self.end)
        return read_row_groups(stream, source, groups=range(self.start, self.end or 0), first=self.first)


def splits(files: Iterable[tuple[Path, str]], date: str | None, *, size: int) -> Iterator[Split]:
    """Cut files, given with their names, into parts of about `size` bytes, in their order."""
    for path, name in files:
        try:
            length = path.stat().st_size
        except OSError:
            length = 0  # read_file() tells what is wrong
        whole = Split(str(path), name, date, length)
        suffix = path.suffix.casefold()
        if length <= size or suffix not in (*_LINES, ".parquet"):
            yield whole
            continue
        try:
            with path.open("rb") as stream:
                yield from _lines(stream, whole, size) if suffix in _LINES else _groups(stream, whole, size)
        except (OSError, KgError):
            yield whole


def _lines(stream: BinaryIO, whole: Split, size: int) -> Iterator[Split]:
    """Cut between lines; the lines before each part are counted, as unnamed articles are called by their number."""
    start, first = 0, 1
    while start < whole.size:
        stream.seek(start)
        lines, end = 0, start
        while block := stream.read(_BLOCK):
            if end + len(block) - start >= size and (at := block.rfind(b"\n")) >= 0:
                lines += block.count(b"\n", 0, at + 1)
                end += at + 1
                break
            lines += block.count(b"\n")
            end += len(block)
        yield replace(whole, start=start, end=end, first=first, size=end - start)
        start, first = end, first + lines


def _groups(stream: BinaryIO, whole: Split, size: int) -> Iterator[Split]:
    about = parquet_file(stream).metadata
    start, first = 0, 1
    each = max(1, round(size / max(1, whole.size / max(1, about.num_row_groups))))
    while start < about.num_row_groups:
        end = min(start + each, about.num_row_groups)
        yield replace(whole, start=start, end=end, first=first, size=whole.size * (end - start) // about.num_row_groups)
        first += sum(about.row_group(group).num_rows for group in range(start, end))
        start = end
