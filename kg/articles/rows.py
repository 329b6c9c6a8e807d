"""Reads articles from JSON and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.articles.boilerplate import mask
from kg.articles.dates import publication_date
from kg.articles.decode import decode
from kg.articles.failure import Failure
from kg.articles.limits import checked_text
from kg.errors import ArticleError
from kg.model import Article

_TEXT = ("text", "body", "content")
_DATE = ("date", "published", "published_at", "publishedAt", "pubDate")
_SOURCE = ("source", "publisher")
_LISTS = ("articles", "items", "rows", "results")
_LONGEST_ROW = 16_000_000
"""Bytes of one line of JSON Lines; far above any article."""


def read_rows(stream: BinaryIO, place: str, name: str, date: str | None) -> Iterator[Article | Failure]:
    """Read JSON Lines, one article a line; a bad line is a Failure that names it, and the rest goes on."""
    number = 0
    while line := stream.readline(_LONGEST_ROW):
        number += 1
        where = f"{place}, line {number}"
        if len(line) >= _LONGEST_ROW and not line.endswith(b"\n"):
            while (rest := stream.readline(_LONGEST_ROW)) and not rest.endswith(b"\n"):
                pass
            yield Failure(where, f"is longer than {_LONGEST_ROW // 1_000_000} MB. Split it into articles.")
            continue
        if not line.strip():
            continue
        try:
            yield _article(_parsed(decode(line)[0]), f"{name}-{number}", date)
        except ArticleError as error:
            yield Failure(where, str(error))
    if not number:
        yield Failure(place, "is empty.")


def read_json(text: str, place: str, name: str, date: str | None) -> Iterator[Article | Failure]:
    """Read one JSON value: an article, a list of articles, or an object with such a list under "articles"."""
    value = _parsed(text)
    if isinstance(value, Mapping):
        value = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), value)
    if not isinstance(value, list):
        yield _article(value, name, date)
        return
    if not value:
        yield Failure(place, "holds no articles.")
    for number, row in enumerate(value, start=1):
        try:
            yield _article(row, f"{name}-{number}", date)
        except ArticleError as error:
            yield Failure(f"{place}, article {number}", str(error))


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if "\n" in text.strip() else f"column {error.colno}"
        raise ArticleError(f"is broken JSON ({error.msg} at {where}).") from None
    except (RecursionError, ValueError):
        raise ArticleError("is JSON that is nested too deeply or holds too long a number.") from None


def _article(row: object, name: str, date: str | None) -> Article:
    if not isinstance(row, Mapping):
        raise ArticleError("is not a JSON object.", advice='An article is an object with "title", "text" and "date".')
    text = _first(row, _TEXT)
    if text is None:
        keys = ", ".join(str(key)[:30] for key in list(row)[:8]) or "none"
        raise ArticleError(f'has no "text" (its keys: {keys}).')
    if not isinstance(text, str):
        raise ArticleError('has a "text" that is not a string.')
    text = checked_text(text)
    source = _first(row, _SOURCE)
    if isinstance(source, Mapping):
        source = source.get("name") or source.get("title")
    identity = row.get("id")
    return Article(
        id=_plain(identity) or name,
        text=text,
        title=_plain(row.get("title") or row.get("headline")) or "",
        published=publication_date(_first(row, _DATE)) or date,
        publisher=_plain(source),
        url=_plain(row.get("url")),
        masked=mask(text),
    )


def _first(row: Mapping[str, object], keys: tuple[str, ...]) -> object:
    return next((row[key] for key in keys if row.get(key) not in (None, "")), None)


def _plain(value: object) -> str | None:
    """Give a string or a number as text, on one line; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return " ".join(str(value).encode("utf-8", "replace").decode("utf-8").split()) or None
