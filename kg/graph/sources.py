"""What can be built from: files, folders and patterns, or articles that are already in Python."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain

from kg.articles import Failure, read
from kg.model import Article

Source = str | os.PathLike[str] | Article
Sources = Source | Iterable[Source]


def articles_of(sources: Sources, *, date: str | None = None) -> Iterator[Article | Failure]:
    """Give the articles of files, folders, patterns and "-", and after them those given as Article.

    `date` ("YYYY-MM-DD") is that of files that state none. An id given twice is a Failure. Raises ArticleError at
    once for a `date` that is none.
    """
    listed = [sources] if isinstance(sources, (str, os.PathLike, Article)) else list(sources)
    paths = [source for source in listed if not isinstance(source, Article)]
    given = [source for source in listed if isinstance(source, Article)]
    return _each_id_once(chain(read(paths, date=date) if paths or not given else (), given))


def _each_id_once(found: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    seen: set[str] = set()
    for item in found:
        if isinstance(item, Article) and item.id in seen:
            yield Failure(item.id, "another article given has the same id.")
            continue
        if isinstance(item, Article):
            seen.add(item.id)
        yield item
