"""Reads the pages in web archives (WARC), with the optional package fastwarc."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.articles.decode import decode, decode_page
from kg.articles.failure import Failure
from kg.articles.html import article_of
from kg.articles.limits import LARGEST_FILE
from kg.articles.source import Source
from kg.errors import ArticleError, MissingExtraError
from kg.model import Article

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def read_warc(stream: BinaryIO, source: Source) -> Iterator[Article | Failure]:
    """Read the pages of a web archive, compressed or not, one article each; its id is the id of the record.

    Answers that are no page (pictures, redirections, errors) are passed over. A page that is undated takes the day on
    which it was fetched, if no other date was given for such.
    """
    try:
        library: Any = importlib.import_module("fastwarc.warc")
    except ImportError as error:
        raise MissingExtraError("fastwarc", "warc") from error
    kinds = library.WarcRecordType.response | library.WarcRecordType.resource
    records = 0
    try:
        for record in library.ArchiveIterator(stream, record_types=kinds, parse_http=True, auto_decode="all"):
            records += 1
            if not _is_page(record):
                continue
            identity = str(record.record_id).strip("<>").removeprefix("urn:uuid:")
            address = record.headers.get("WARC-Target-URI")
            try:
                yield _article(record, source, identity, address)
            except ArticleError as error:
                yield Failure(f"{source.label}, {address or identity}", str(error))
    except (OSError, ValueError, EOFError) as error:
        raise ArticleError(f"is a web archive that is broken after {records:,} pages ({str(error)[:120]}).") from None
    if not records:
        raise ArticleError("holds no pages.", advice="See that it is a WARC file with records of type response.")


def _is_page(record: Any) -> bool:
    answer = record.http_headers
    if answer is None:
        return str(record.headers.get("Content-Type") or "").startswith(_PAGES)
    return answer.status_code == 200 and str(record.http_content_type or "").startswith(_PAGES)


def _article(record: Any, source: Source, identity: str, address: str | None) -> Article:
    encoded = record.http_headers is not None and "Content-Encoding" in record.http_headers
    expected = 0 if encoded else min(record.content_length, LARGEST_FILE)
    data = record.reader.read(LARGEST_FILE + 1)
    if len(data) < expected:
        raise ArticleError(f"is cut after {len(data):,} of {expected:,} bytes.", advice="Fetch the archive again.")
    if len(data) > LARGEST_FILE:
        raise ArticleError(f"is over {LARGEST_FILE // 1_000_000} MB.")
    if not data.strip():
        raise ArticleError("is empty.")
    fetched = source.date or (record.record_date.date().isoformat() if record.record_date else None)
    source = Source(source.label, identity, fetched)
    if (record.http_content_type or record.headers.get("Content-Type") or "").startswith("text/plain"):
        text, notes = decode(data)
        return source.article(text, url=address, notes=notes)
    html, notes = decode_page(data, record.http_charset)
    return article_of(html, source, notes, url=address)
