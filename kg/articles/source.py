"""One file as its reader meets it, and the one way in which a reader makes an article of what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from kg.articles.boilerplate import mask
from kg.articles.dates import publication_date
from kg.articles.failure import Failure
from kg.articles.language import language_of
from kg.articles.limits import LARGEST_FILE, checked_text
from kg.errors import ArticleError
from kg.model import Article


@dataclass(frozen=True, slots=True)
class Source:
    """What readers are told of a file: how a failure calls it, what its articles are named, and by which date.

    `date` ("YYYY-MM-DD") is that of articles that state none.
    """

    label: str
    name: str
    date: str | None = None

    def article(
        self,
        text: str,
        *,
        name: str | None = None,
        title: object = "",
        published: object = None,
        publisher: object = None,
        url: object = None,
        language: object = None,
        notes: tuple[str, ...] = (),
    ) -> Article:
        """Make an article, checked and masked; `language` is the one stated, which a sure guess overrules.

        Raises ArticleError where the text is unfit or the date is none.
        """
        text = checked_text(text)
        masked = mask(text)
        return Article(
            id=name or self.name,
            text=text,
            title=one_line(title) or "",
            published=publication_date(published) or self.date,
            publisher=one_line(publisher),
            url=one_line(url),
            masked=masked,
            notes=notes,
            language=language_of(masked, one_line(language)),
        )


Reader = Callable[[BinaryIO, Source], Iterator[Article | Failure]]
"""Reads the articles of a file that is open; what one article lacks is a Failure, what the file lacks raises."""


def whole(stream: BinaryIO) -> bytes:
    """Give the bytes of a file that is read at once; ArticleError where it is empty or too large."""
    data = stream.read(LARGEST_FILE + 1)
    if not data.strip():
        raise ArticleError("is empty.")
    if len(data) > LARGEST_FILE:
        raise ArticleError(f"is over {LARGEST_FILE // 1_000_000} MB.", advice="Split it, or give it as JSON Lines.")
    return data


def one_line(value: object) -> str | None:
    """Give a string or a number as text, on one line; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return " ".join(str(value).encode("utf-8", "replace").decode("utf-8").split()) or None
