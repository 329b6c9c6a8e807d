"""Reads articles from JSON and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.articles.decode import decode
from kg.articles.failure import Failure
from kg.articles.shapes import article_from, articles_in
from kg.articles.source import Source, whole
from kg.errors import ArticleError
from kg.model import Article

_LONGEST_ROW = 16_000_000
"""Bytes of one line of JSON Lines; far above any article."""


def read_rows(stream: BinaryIO, source: Source) -> Iterator[Article | Failure]:
    """Read JSON Lines, one article a line; a bad line is a Failure that names it, and the rest goes on."""
    yield from read_lines(stream, source)


def read_lines(
    stream: BinaryIO, source: Source, *, first: int = 1, until: int | None = None
) -> Iterator[Article | Failure]:
    """Read the lines of a part of a file: the first has the number `first`, the last begins before the byte `until`."""
    number = first - 1
    while (until is None or stream.tell() < until) and (line := stream.readline(_LONGEST_ROW)):
        number += 1
        where = f"{source.label}, line {number}"
        if len(line) >= _LONGEST_ROW and not line.endswith(b"\n"):
            while (rest := stream.readline(_LONGEST_ROW)) and not rest.endswith(b"\n"):
                pass
            yield Failure(where, f"is longer than {_LONGEST_ROW // 1_000_000} MB. Split it into articles.")
            continue
        if not line.strip():
            continue
        try:
            yield article_from(_parsed(decode(line)[0]), source, f"{source.name}-{number}")
        except ArticleError as error:
            yield Failure(where, str(error))
    if not number:
        yield Failure(source.label, "is empty.")


def read_json(stream: BinaryIO, source: Source) -> Iterator[Article | Failure]:
    """Read one JSON value: an article, a list of articles, or the answer of a news service that holds such a list."""
    value = articles_in(_parsed(decode(whole(stream))[0]))
    if not isinstance(value, list):
        yield article_from(value, source, source.name)
        return
    if not value:
        yield Failure(source.label, "holds no articles.")
    for number, row in enumerate(value, start=1):
        try:
            yield article_from(row, source, f"{source.name}-{number}")
        except ArticleError as error:
            yield Failure(f"{source.label}, article {number}", str(error))


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if "\n" in text.strip() else f"column {error.colno}"
        raise ArticleError(f"is broken JSON ({error.msg} at {where}).") from None
    except (RecursionError, ValueError):
        raise ArticleError("is JSON that is nested too deeply or holds too long a number.") from None
