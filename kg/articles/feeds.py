"""Reads the articles of RSS, Atom and RDF feeds that were saved as files."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.articles.failure import Failure
from kg.articles.fragments import plain_text
from kg.articles.source import Source, whole
from kg.errors import ArticleError
from kg.model import Article

ROOT = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.S
)
"""How a feed begins."""


def read_feed(stream: BinaryIO, source: Source) -> Iterator[Article | Failure]:
    """Read a feed, one article an entry: its full content where the feed carries it, else its summary.

    The id is the entry's own (guid or address), so that an entry which is still in tomorrow's feed is the same article.
    """
    data = whole(stream)
    if not ROOT.match(data.removeprefix(b"\xef\xbb\xbf")[:8192]):
        raise ArticleError("is XML, but no RSS or Atom feed.", advice="Save the articles as HTML or text.")
    import feedparser  # slow to import, and only feeds need it

    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        what = f"is broken XML ({feed.bozo_exception})" if feed.bozo else "is a feed without entries"
        yield Failure(source.label, f"{what}.")
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _article(source, feed, entry, number)
        except ArticleError as error:
            yield Failure(f"{source.label}, entry {number}", str(error))


def _article(source: Source, feed: Any, entry: Any, number: int) -> Article:
    full = [str(part.get("value") or "") for part in entry.get("content", ())]
    text = plain_text(max(full, key=len, default="")).strip()
    notes: tuple[str, ...] = ()
    if not text:
        text = plain_text(str(entry.get("summary") or "")).strip()
        notes = ("the feed carries only a summary",) if text else ()
    if not text:
        raise ArticleError("has neither content nor a summary.")
    address = _address(entry.get("link"))
    origin = entry.get("source") or {}
    return source.article(
        text,
        name=" ".join(str(entry.get("id") or address or f"{source.name}-{number}").split()),
        title=plain_text(str(entry.get("title") or "")),
        published=_day(entry),
        publisher=origin.get("title") or feed.feed.get("title"),
        url=address,
        language=_language(feed, entry),
        notes=notes,
    )


def _day(entry: Any) -> str | None:
    """Give the day as the feed writes it; what only the parser understands, in its reading (which is in UTC)."""
    from kg.articles.dates import publication_date

    for name in ("published", "updated", "created"):
        if written := entry.get(name):
            try:
                return publication_date(written)
            except ArticleError:
                parsed = entry.get(f"{name}_parsed")
                if parsed is None:
                    raise
                return f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}"
    return None


def _language(feed: Any, entry: Any) -> str | None:
    for part in (*entry.get("content", ()), entry.get("summary_detail") or {}, feed.feed):
        if stated := part.get("language"):
            return str(stated)
    return None


def _address(link: object) -> str | None:
    return link if isinstance(link, str) and link.startswith(("http://", "https://")) else None
