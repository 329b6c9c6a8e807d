"""The checks that every text passes before it becomes an article."""

from __future__ import annotations

import re

from kg.errors import ArticleError

LONGEST_TEXT = 1_000_000
"""Characters of one article: ten times the longest newspaper feature."""

LARGEST_FILE = 64_000_000
"""Bytes of one file that is read whole (JSON Lines are read line by line and have no limit)."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def checked_text(text: str) -> str:
    """Give the text of an article, lone surrogates replaced by U+FFFD; raise ArticleError where it is unfit."""
    if not text.strip():
        raise ArticleError("holds no text.")
    if "\0" in text:
        raise ArticleError("holds NUL characters and is no plain text.")
    if len(text) > LONGEST_TEXT:
        raise ArticleError(
            f"is {len(text):,} characters long, and an article may have {LONGEST_TEXT:,}.",
            advice="Split it into articles.",
        )
    return _SURROGATE.sub("\ufffd", text)
