"""Reads files, folders, patterns and standard input as articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kg.articles.compression import broken, plain_name, unpacked
from kg.articles.dates import publication_date
from kg.articles.failure import Failure
from kg.articles.kinds import reader_for
from kg.articles.places import STANDARD_INPUT, names, places
from kg.articles.register import Register
from kg.articles.source import Source
from kg.errors import ArticleError, KgError
from kg.model import Article

_START = 8192
"""Bytes by which an unnamed kind of file is told."""


def read(
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], *, date: str | None = None
) -> Iterator[Article | Failure]:
    """Read articles from files, folders, glob patterns and "-" (standard input), one at a time.

    Plain text and Markdown with or without front matter (title, date or published, source or publisher, url, id),
    HTML, JSON and JSON Lines, RSS and Atom, CSV and Parquet tables, web archives, e-mail and PDF; compressed where a
    second suffix says so (.gz, .bz2, .xz, .zst, .zip). `Article.text` is the body after the front matter, exactly as
    it stands in the file (newlines included), the "text" of a row, or the text extracted from a page: offsets count
    in it. `masked` is the same with boilerplate blanked. `date` is the publication date of articles that state none.

    The id is the one stated, else the file's stem (with its folder where two files share a stem), and for the rows of
    a table the stem and the row's number. What cannot be read becomes a Failure, and the rest goes on. Raises
    ArticleError for a `date` that is none.
    """
    return iter(Reading(sources, date=date))


class Reading:
    """The articles of some sources, to be gone through once, and how far that has come.

    `total` is the size of all files in bytes, as they lie on disk, and `done` the bytes read so far. Standard input
    counts for nothing. `called` gives files the names that their articles got before, instead of new ones; articles
    that are `given` come after those of the files.
    """

    def __init__(
        self,
        sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        *,
        date: str | None = None,
        called: Mapping[str, str] | None = None,
        given: Iterable[Article] = (),
    ) -> None:
        self._date = publication_date(date) if date is not None else None
        if isinstance(sources, (str, os.PathLike)):
            sources = [sources]
        self._places = list(places(sources))
        self._names = names(place for place in self._places if isinstance(place, Path))
        self._names |= {Path(file): name for file, name in (called or {}).items() if Path(file) in self._names}
        self._absolute: dict[str, str] | None = None
        self._given = list(given)
        self._before = self._within = 0
        self.total = sum(_size(place) for place in self._places if isinstance(place, Path))

    @property
    def done(self) -> int:
        return min(self._before + self._within, self.total)

    @property
    def date(self) -> str | None:
        """The date of articles that state none."""
        return self._date

    @property
    def places(self) -> Iterator[tuple[Path, str] | Failure]:
        """The files with the names of their articles, and what names no file, in their order."""
        return (p if isinstance(p, Failure) else (p, self._names[p]) for p in self._places)

    def name_of(self, file: str) -> str | None:
        """Give the name by which the articles of a file are called; none where it is not among the sources."""
        if self._absolute is None:
            self._absolute = {str(path.absolute()): name for path, name in self._names.items()}
        return self._absolute.get(str(Path(file).absolute()))

    def __iter__(self) -> Iterator[Article | Failure]:
        register = Register()
        try:
            for place in self._places:
                if isinstance(place, Failure):
                    yield place
                    continue
                for item in self._file(place):
                    if isinstance(item, Failure):
                        yield replace(item, file="" if place == STANDARD_INPUT else str(place))
                    elif (owner := register.take(item.id, str(place))) is not None:
                        reason = f"its id {item.id!r} is already that of an article in {owner}."
                        yield Failure(item.file or "standard input", reason, file=item.file)
                    else:
                        yield item
                self._before, self._within = self._before + _size(place), 0
            for article in self._given:
                if register.take(article.id, "an article given") is not None:
                    yield Failure(article.id, "another article given has the same id.")
                else:
                    yield article
        finally:
            register.close()

    def _file(self, path: Path) -> Iterator[Article | Failure]:
        if path == STANDARD_INPUT:
            source = Source("standard input", self._names[path], self._date)
            with failures_named(source) as failed:
                yield from _articles(sys.stdin.buffer, Path(), source)
            yield from failed
            return
        yield from read_file(path, Source(str(path), self._names[path], self._date), self._came)

    def _came(self, position: int) -> None:
        self._within = position


def read_file(path: Path, source: Source, came: Callable[[int], None] = lambda _: None) -> Iterator[Article | Failure]:
    """Read one file whole; `came` is told the position in it after each article."""
    with failures_named(source) as failed, path.open("rb") as stream:
        for item in _articles(stream, path, source):
            came(stream.tell())
            yield replace(item, file=source.label)
    yield from failed


@contextmanager
def failures_named(source: Source) -> Iterator[list[Failure]]:
    """Turn what is wrong with a file as a whole into a Failure, in the list that it gives."""
    failed: list[Failure] = []
    try:
        yield failed
    except KgError as error:
        failed.append(Failure(source.label, str(error), file=source.label))
    except FileNotFoundError:
        failed.append(Failure(source.label, "there is no such file.", file=source.label))
    except OSError as error:
        reason = f"cannot be read ({error.strerror or str(error)[:120]})."
        failed.append(Failure(source.label, reason, file=source.label))


def _articles(stream: BinaryIO, path: Path, source: Source) -> Iterator[Article | Failure]:
    name = plain_name(path)
    try:
        # Web archives are compressed page by page: their reader unpacks them, and keeps what stands before a damage.
        inner = Path() if name.suffix.casefold() == ".warc" else path
        content = unpacked(stream, inner)
        yield from reader_for(name.suffix, content.peek(_START)[:_START])(content, source)
    except broken() as error:
        raise ArticleError(f"is compressed and damaged ({str(error)[:120]}).", advice="Fetch it again.") from None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
