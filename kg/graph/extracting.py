"""Runs extraction over many articles, in this process or in several: one bad article never stops the rest."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context, parent_process
from pathlib import Path

from kg.articles import Failure
from kg.errors import KgError
from kg.extract import Extractor
from kg.model import Article, Extraction

_TOGETHER = 32
"""Articles that the model reads together: in batches it is half as fast again, and the results are the same."""
_LONGEST_TOGETHER = 200_000
"""Characters of a batch, which bound the memory that it takes."""
_AHEAD = 3
"""Batches waiting for each process: enough to keep it busy, few enough to hold in memory."""

Results = list[Extraction | Failure]


@cache
def extractor(own: tuple[Path, ...] = ()) -> Extractor:
    """Give this process's extractor, with a user's own files of actors and wordings; each is loaded once."""
    return Extractor(lexicon=own, actors=own)


def extract_all(
    articles: Iterable[Article], *, workers: int = 1, own: tuple[Path, ...] = ()
) -> Iterator[Extraction | Failure]:
    """Extract articles, in their order, with so many processes; the result does not depend on their number.

    `own` are a user's files of actors, wordings and predicates. No more articles are taken than the processes can soon
    read. An article on which extraction fails becomes a Failure. Raises PipelineError or OntologyError where the model
    or the ontology cannot be loaded at all.
    """
    extractor(own)
    batches = _batches(articles)
    if workers <= 1:
        for batch in batches:
            yield from extract_batch(batch, own)
        return
    left: list[list[Article]] = []
    while True:
        lost: list[list[Article]] = []
        yield from _in_processes(batches, workers, lost, own)
        if not lost:
            return
        # A process was killed, for want of memory as a rule. What was in flight is read again, each article in a
        # process that nothing else depends on: the one that kills its process is a failure, and the rest goes on.
        left = lost
        for batch in left:
            yield from _one_by_one(batch, own)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    size = 0
    for article in articles:
        if batch and (len(batch) >= _TOGETHER or size + len(article.text) > _LONGEST_TOGETHER):
            yield batch
            batch, size = [], 0
        batch.append(article)
        size += len(article.text)
    if batch:
        yield batch


def _in_processes(
    batches: Iterator[list[Article]], workers: int, lost: list[list[Article]], own: tuple[Path, ...]
) -> Iterator[Extraction | Failure]:
    """Extract with processes until nothing is left, or one is killed: then `lost` is what was in flight."""
    pending: deque[tuple[list[Article], Future[Results]]] = deque()
    batch: list[Article] | None = None
    with _pool(workers) as pool:
        try:
            while True:
                while len(pending) < workers * _AHEAD and (batch := next(batches, None)) is not None:
                    pending.append((batch, pool.submit(extract_batch, batch, own)))
                    batch = None
                if not pending:
                    return
                results = pending[0][1].result()
                pending.popleft()
                yield from results
        except BrokenProcessPool:
            lost += [waited for waited, _ in pending] + ([batch] if batch is not None else [])
        finally:
            pool.shutdown(cancel_futures=True)  # only the batches in hand are waited for


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin)


def _begin() -> None:
    # An interruption is for the main process, which writes down what it has; theirs would only print tracebacks.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # If the main process is killed, a worker would wait for ever: it holds the other end of its own queue as well.
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _one_by_one(articles: Sequence[Article], own: tuple[Path, ...] = ()) -> Iterator[Extraction | Failure]:
    """Extract articles in one process, which is started anew after each that kills it."""
    waiting = deque(articles)
    while waiting:
        with _pool(1) as pool:
            try:
                while waiting:
                    (result,) = pool.submit(extract_batch, [waiting[0]], own).result()
                    waiting.popleft()
                    yield result
            except BrokenProcessPool:
                article = waiting.popleft()
                reason = "the process that read it was killed, as a rule for want of memory. Split it, or free memory."
                yield Failure(article.id, reason, file=article.file)


def extract_batch(articles: Sequence[Article], own: tuple[Path, ...] = ()) -> Results:
    """Extract some articles together, each as if it were alone; whatever goes wrong with one becomes its Failure."""
    try:
        with extractor(own).nlp.memory_zone():  # frees the words of these articles, which else pile up over a long run
            return list(extractor(own).pipe(articles, batch=_TOGETHER))
    except Exception:  # it is one of them, and only reading each alone tells which
        return [extract_one(article, own) for article in articles]


def extract_one(article: Article, own: tuple[Path, ...] = ()) -> Extraction | Failure:
    """Extract one article; whatever goes wrong becomes a Failure that names it."""
    try:
        with extractor(own).nlp.memory_zone():
            return extractor(own).extract(article)
    except KgError as error:
        return Failure(article.id, str(error), file=article.file)
    except Exception as error:  # a fault of ours in one article must not lose the others
        reason = f"extraction failed ({type(error).__name__}: {str(error)[:200]}). Please report it."
        return Failure(article.id, reason, file=article.file)
