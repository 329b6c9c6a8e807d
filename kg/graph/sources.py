"""What can be built from: files, folders and patterns, or articles that are already in Python."""

from __future__ import annotations

import os
from collections.abc import Iterable

from kg.articles import Reading
from kg.model import Article

Source = str | os.PathLike[str] | Article
Sources = Source | Iterable[Source]


def articles_of(sources: Sources, *, date: str | None = None) -> Reading:
    """Give the articles of files, folders, patterns and "-", and after them those given as Article.

    `date` ("YYYY-MM-DD") is that of files that state none. An id given twice is a Failure. Raises ArticleError at
    once for a `date` that is none.
    """
    listed = [sources] if isinstance(sources, (str, os.PathLike, Article)) else list(sources)
    paths = [source for source in listed if not isinstance(source, Article)]
    return Reading(paths, date=date, given=[source for source in listed if isinstance(source, Article)])
