"""Reads files, folders, patterns and standard input as articles."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.articles import frontmatter
from kg.articles.boilerplate import mask
from kg.articles.dates import publication_date
from kg.articles.decode import decode, decode_page
from kg.articles.failure import Failure
from kg.articles.html import read_page
from kg.articles.limits import LARGEST_FILE, checked_text
from kg.articles.places import STANDARD_INPUT, SUFFIXES, names, places
from kg.articles.rows import read_json, read_rows
from kg.errors import ArticleError
from kg.model import Article

_HEADING = re.compile(r"\s*#[ \t]+([^\r\n]{1,300})")
_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def read(
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], *, date: str | None = None
) -> Iterator[Article | Failure]:
    """Read articles from files, folders, glob patterns and "-" (standard input), one at a time.

    Plain text and Markdown with or without front matter (title, date or published, source or publisher, url, id),
    HTML, JSON and JSON Lines. `Article.text` is the body after the front matter, exactly as it stands in the file
    (newlines included), the "text" of a JSON row, or the text extracted from a page: offsets count in it. `masked`
    is the same with boilerplate blanked. `date` is the publication date of articles that state none.

    The id is the one stated, else the file's stem (with its folder where two files share a stem), and for the rows of
    JSON the stem and the row's number. What cannot be read becomes a Failure, and the rest goes on. Raises
    ArticleError for a `date` that is none.
    """
    if date is not None:
        date = publication_date(date)
    if isinstance(sources, (str, os.PathLike)):
        sources = [sources]
    return _read(list(places(sources)), date)


def _read(found: list[Path | Failure], date: str | None) -> Iterator[Article | Failure]:
    stems = names([place for place in found if isinstance(place, Path)])
    owners: dict[str, str] = {}
    for place in found:
        if isinstance(place, Failure):
            yield place
            continue
        label = "standard input" if place == STANDARD_INPUT else str(place)
        for item in _read_file(place, label, stems[place], date):
            if isinstance(item, Article):
                if item.id in owners:
                    yield Failure(label, f"its id {item.id!r} is already that of an article in {owners[item.id]}.")
                    continue
                owners[item.id] = label
            yield item


def _read_file(path: Path, label: str, name: str, date: str | None) -> Iterator[Article | Failure]:
    try:
        if path == STANDARD_INPUT:
            yield from _read_stream(sys.stdin.buffer, "", label, name, date)
            return
        with path.open("rb") as stream:
            yield from _read_stream(stream, path.suffix.casefold(), label, name, date)
    except ArticleError as error:
        yield Failure(label, str(error))
    except FileNotFoundError:
        yield Failure(label, "there is no such file.")
    except OSError as error:
        yield Failure(label, f"cannot be read ({error.strerror}).")


def _read_stream(stream: BinaryIO, suffix: str, label: str, name: str, date: str | None) -> Iterator[Article | Failure]:
    if suffix in (".jsonl", ".ndjson"):
        yield from read_rows(stream, label, name, date)
        return
    data = stream.read(LARGEST_FILE + 1)
    if not data.strip():
        raise ArticleError("is empty.")
    if len(data) > LARGEST_FILE:
        raise ArticleError(f"is over {LARGEST_FILE // 1_000_000} MB.", advice="Split it, or give it as JSON Lines.")
    kind = suffix if suffix in SUFFIXES else _sniffed(data)
    if kind in (".html", ".htm", ".xhtml"):
        yield _from_page(*decode_page(data), name, date)
    elif kind == ".json":
        yield from read_json(decode(data)[0], label, name, date)
    elif kind == ".jsonl":
        yield from read_rows(io.BytesIO(data), label, name, date)
    else:
        yield _from_text(*decode(data), name, date, markdown=kind in (".md", ".markdown"))


def _sniffed(data: bytes) -> str:
    """Guess the form of a file without a known suffix from how it begins."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _PAGE.match(start.decode("latin-1")):
        return ".html"
    if start.startswith(b"{"):
        rows = data.strip().split(b"\n", 1)
        return ".jsonl" if len(rows) > 1 and rows[0].rstrip().endswith(b"}") else ".json"
    return ".json" if start.startswith(b"[{") else ".txt"


def _from_text(text: str, notes: tuple[str, ...], name: str, date: str | None, *, markdown: bool) -> Article:
    about, body = frontmatter.split(text)
    body = checked_text(body)
    heading = _HEADING.match(body) if markdown else None
    return Article(
        id=about.get("id") or name,
        text=body,
        title=about.get("title") or (heading[1].strip() if heading else ""),
        published=publication_date(about.get("date") or about.get("published")) or date,
        publisher=about.get("source") or about.get("publisher") or None,
        url=about.get("url") or None,
        masked=mask(body),
        notes=notes,
    )


def _from_page(html: str, notes: tuple[str, ...], name: str, date: str | None) -> Article:
    page = read_page(html)
    text = checked_text(page.text)
    return Article(
        id=name,
        text=text,
        title=page.title,
        published=publication_date(page.date) or date,
        publisher=page.publisher,
        url=page.url,
        masked=mask(text),
        notes=notes,
    )
