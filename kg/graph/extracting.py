"""Runs extraction over many articles, in this process or in several: one bad article never stops the rest."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context

from kg.articles import Failure
from kg.errors import KgError
from kg.extract import Extractor
from kg.model import Article, Extraction

_AHEAD = 8
"""Articles waiting for each process: enough to keep it busy, few enough to hold in memory."""


@cache
def extractor() -> Extractor:
    """Give this process's extractor, loaded once."""
    return Extractor()


def extract_all(articles: Iterable[Article], *, workers: int = 1) -> Iterator[Extraction | Failure]:
    """Extract articles, in their order, with so many processes; the result does not depend on their number.

    An article on which extraction fails becomes a Failure. Raises PipelineError or OntologyError where the model or
    the ontology cannot be loaded at all.
    """
    extractor()
    if workers <= 1:
        yield from map(extract_one, articles)
        return
    waiting = iter(articles)
    while (left := (yield from _in_processes(waiting, workers))) is not None:
        # A process was killed, for want of memory as a rule: what was in flight is read here, one by one.
        yield from map(extract_one, left)


def _in_processes(
    waiting: Iterator[Article], workers: int
) -> Generator[Extraction | Failure, None, list[Article] | None]:
    """Extract with processes until none is waiting (gives None), or one is killed (gives what was in flight)."""
    pending: deque[tuple[Article, Future[Extraction | Failure]]] = deque()
    article: Article | None = None
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            while True:
                while len(pending) < workers * _AHEAD and (article := next(waiting, None)) is not None:
                    pending.append((article, pool.submit(extract_one, article)))
                    article = None
                if not pending:
                    return None
                result = pending[0][1].result()
                pending.popleft()
                yield result
        except BrokenProcessPool:
            return [waited for waited, _ in pending] + ([article] if article is not None else [])


def extract_one(article: Article) -> Extraction | Failure:
    """Extract one article; whatever goes wrong becomes a Failure that names it."""
    try:
        return extractor().extract(article)
    except KgError as error:
        return Failure(article.id, str(error))
    except Exception as error:  # a fault of ours in one article must not lose the others
        return Failure(article.id, f"extraction failed ({type(error).__name__}: {str(error)[:200]}). Please report it.")
