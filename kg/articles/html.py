"""Takes the article out of an HTML page."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from kg.errors import ArticleError

_LARGEST_PAGE = 8_000_000


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: its text without menus and adverts, and what the page says about it."""

    text: str
    title: str = ""
    date: str | None = None
    publisher: str | None = None
    url: str | None = None


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
            )
    raise ArticleError("holds no article text that can be told from its menus.", advice="Save its text as .txt.")
