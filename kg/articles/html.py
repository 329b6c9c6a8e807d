"""Takes the article out of an HTML page."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from kg.articles.decode import decode_page
from kg.articles.source import Source, whole
from kg.errors import ArticleError
from kg.model import Article

_LARGEST_PAGE = 8_000_000
_LANGUAGE = re.compile(r"<html\b[^>]{0,400}?\b(?:xml:)?lang\s*=\s*[\"']?([A-Za-z_-]{2,12})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: its text without menus and adverts, and what the page says about it."""

    text: str
    title: str = ""
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


def read_html(stream: BinaryIO, source: Source) -> Iterator[Article]:
    """Read a file that is one page."""
    html, notes = decode_page(whole(stream))
    yield article_of(html, source, notes)


def article_of(html: str, source: Source, notes: tuple[str, ...], *, url: str | None = None) -> Article:
    """Make an article of a page; `url` is where it was fetched, if that is known."""
    page = read_page(html)
    return source.article(
        page.text,
        title=page.title,
        published=page.date,
        publisher=page.publisher,
        url=url or page.url,
        language=page.language,
        notes=notes,
    )


def read_page(html: str) -> Page:
    """Extract the article from the HTML of one page.

    Offsets count in the extracted text, as a page has no other plain text. Raises ArticleError where the page holds
    no article.
    """
    if len(html) > _LARGEST_PAGE:
        raise ArticleError(f"is a page of over {_LARGEST_PAGE // 1_000_000} MB.", advice="Save its text alone.")
    import trafilatura  # slow to import, and only pages need it

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    options = {"original_date": True, "extensive_search": False}
    for favour_recall in (False, True):
        found = trafilatura.bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            favor_recall=favour_recall,
            date_extraction_params=options,
        )
        if found is not None and not isinstance(found, dict) and found.text and found.text.strip():
            return Page(
                text=found.text,
                title=found.title or "",
                date=found.date,
                publisher=found.sitename or found.hostname,
                url=found.url,
                language=stated[1] if (stated := _LANGUAGE.search(html, 0, 20_000)) else None,
            )
    raise ArticleError("holds no article text that can be told from its menus.", advice="Save its text as .txt.")
