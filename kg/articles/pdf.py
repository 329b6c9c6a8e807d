"""Reads the text of PDF files, with the optional package pypdfium2."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.articles.limits import LONGEST_TEXT
from kg.articles.source import Source, whole
from kg.errors import ArticleError, MissingExtraError
from kg.model import Article

_MOST_PAGES = 2_000
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def read_pdf(stream: BinaryIO, source: Source) -> Iterator[Article]:
    """Read a PDF as one article: its text in the order of the pages, lines of a paragraph joined.

    Offsets count in the extracted text. Raises ArticleError where it holds no text, such as a scan.
    """
    data = whole(stream)
    try:
        library: Any = importlib.import_module("pypdfium2")
    except ImportError as error:
        raise MissingExtraError("pypdfium2", "pdf") from error
    try:
        document = library.PdfDocument(data)
    except library.PdfiumError as error:
        advice = "Take its password off." if "assword" in str(error) else "Save it again, or give its text."
        raise ArticleError(f"is no PDF that can be opened ({error}).", advice=advice) from None
    with document:
        pages = len(document)
        if pages > _MOST_PAGES:
            raise ArticleError(f"has {pages:,} pages, and a PDF may have {_MOST_PAGES:,}.", advice="Split it.")
        parts: list[str] = []
        for number in range(pages):
            page = document[number]
            parts.append(paragraphs(page.get_textpage().get_text_range()))
            page.close()
            if sum(map(len, parts)) > LONGEST_TEXT:
                break
        about = document.get_metadata_dict()
    text = "\n\n".join(filter(None, parts))
    if not text.strip():
        raise ArticleError("is a PDF without text, such as a scan.", advice="Run text recognition on it first.")
    created = _DATE.match(about.get("CreationDate") or "")
    yield source.article(text, title=about.get("Title"), published="-".join(created.groups()) if created else None)


def paragraphs(page: str) -> str:
    """Join the lines of a page to paragraphs: a line that ends a sentence before the margin ends one.

    >>> paragraphs("The two sides met on Friday in Istan-\\r\\nbul for talks.\\r\\nThey agreed.")
    'The two sides met on Friday in Istanbul for talks.\\nThey agreed.'
    """
    lines = [line.strip() for line in re.sub("[\ufffe\u0002\u00ad]\r?\n?", "-\n", page).splitlines()]
    margin = 0.85 * max(map(len, lines), default=0)
    text, before = "", ""
    for line in lines:
        if not before or not line:
            text += "\n" if before else ""
        elif re.search(r"[a-z]-$", before) and line[:1].islower():
            text = text[:-1]
        else:
            text += "\n" if len(before) < margin and before.endswith((".", "!", "?", "”", '."', ":")) else " "
        text += line
        before = line
    return text.strip()
