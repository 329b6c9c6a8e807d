"""Builds a graph: reads articles, extracts their events, records them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from kg.articles import Failure
from kg.graph.graph import Graph
from kg.graph.sources import Sources, articles_of
from kg.model import Article, Extraction
from kg.store import Store, open_store


@dataclass(slots=True)
class Building:
    """What a build did so far: articles recorded and found unchanged, events told, what failed and what was guessed.

    `links`, known at the end, counts pairs of events of the whole graph that tell of one occasion or contradict.
    """

    recorded: int = 0
    unchanged: int = 0
    events: int = 0
    links: int = 0
    failures: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def seen(self) -> int:
        return self.recorded + self.unchanged + len(self.failures)


def build(
    sources: Sources,
    *,
    store: str | os.PathLike[str] | None = None,
    date: str | None = None,
    workers: int = 1,
    progress: Callable[[Building], None] | None = None,
) -> Graph:
    """Build a graph from articles, or add them to one: `store` is its folder, or none for one in memory.

    `sources` are files, folders, patterns, "-" or Article; `date` ("YYYY-MM-DD") is that of files that state none;
    `workers` processes extract in parallel. An article that cannot be read or extracted is listed in the graph's
    `building.failures`, and the rest goes on; one that is stored as it is costs nothing. `progress` is called after
    each article. Raises StoreError where the store cannot be written.
    """
    from kg.graph.extracting import extractor  # loads spaCy, which reading a graph does without

    building = Building()
    articles = articles_of(sources, date=date)
    extractor()  # what is wrong with the date or the ontology is told before a store is made
    opened = open_store(store)
    try:
        fill(opened, articles, building, workers=workers, progress=progress)
    except BaseException:
        opened.close()
        raise
    return Graph(opened, building=building)


def fill(
    store: Store,
    articles: Iterable[Article | Failure],
    building: Building,
    *,
    workers: int = 1,
    progress: Callable[[Building], None] | None = None,
) -> None:
    """Extract the articles and record them in the store, one transaction each, keeping count in `building`."""
    from kg.graph.extracting import extract_all, extractor
    from kg.graph.reader import reader_version

    reader = reader_version(extractor())

    def told() -> None:
        if progress is not None:
            progress(building)

    def new() -> Iterator[Article]:
        for item in articles:
            if isinstance(item, Failure):
                building.failures.append(item)
                told()
                continue
            building.notes += (f"{item.id}: {note}" for note in item.notes)
            if store.has(item, reader=reader):
                building.unchanged += 1
                told()
                continue
            yield item

    for result in extract_all(new(), workers=workers):
        if isinstance(result, Extraction):
            store.record(result, reader=reader)
            building.recorded += 1
            building.events += len(result.events)
        else:
            building.failures.append(result)
        told()
    building.links = len(store.reconcile())
