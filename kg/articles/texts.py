"""Reads plain text and Markdown, with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from kg.articles import frontmatter
from kg.articles.decode import decode
from kg.articles.source import Source, whole
from kg.model import Article

_HEADING = re.compile(r"\s*#[ \t]+([^\r\n]{1,300})")


def read_text(stream: BinaryIO, source: Source) -> Iterator[Article]:
    """Read a text; the front matter tells title, date, source, url, id and language."""
    text, notes = decode(whole(stream))
    yield _article(source, text, notes, heading=False)


def read_markdown(stream: BinaryIO, source: Source) -> Iterator[Article]:
    """Read Markdown: as a text, whose first heading is the title where the front matter has none."""
    text, notes = decode(whole(stream))
    yield _article(source, text, notes, heading=True)


def _article(source: Source, text: str, notes: tuple[str, ...], *, heading: bool) -> Article:
    about, body = frontmatter.split(text)
    found = _HEADING.match(body) if heading else None
    return source.article(
        body,
        name=about.get("id"),
        title=about.get("title") or (found[1].strip() if found else ""),
        published=about.get("date") or about.get("published"),
        publisher=about.get("source") or about.get("publisher"),
        url=about.get("url"),
        language=about.get("language") or about.get("lang"),
        notes=notes,
    )
