"""Builds a graph: reads articles, extracts their events, records them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kg.articles import Failure, Reading
from kg.graph.failed import FailureList
from kg.graph.graph import Graph
from kg.graph.markup import counted
from kg.graph.sources import Sources, articles_of
from kg.model import Article, Extraction
from kg.ontology.own import own_files
from kg.store import Store, open_store

ENGLISH = ("en",)
_AT_ONCE = 500_000
"""Quads that are stored at a time, for which the engine takes 0.7 GB: processes that extract need memory too."""


@dataclass(slots=True)
class Building:
    """What a build did so far: articles recorded and found unchanged, events told, what failed and what was guessed.

    `skipped` counts, by code, the articles in languages that are not read. `links` and `copies`, known at the end,
    count for the whole graph the pairs of events that tell of one occasion or contradict, and the articles that repeat
    the text of another. `done` and `total` are bytes of the files.
    """

    recorded: int = 0
    unchanged: int = 0
    events: int = 0
    links: int = 0
    copies: int = 0
    loose: bool = False
    """Whether `kg compact` would make the store clearly smaller."""
    skipped: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    """The id of one article to each note."""
    waiting: int = 0
    """Articles extracted and not yet recorded."""
    done: int = 0
    total: int = 0

    def __str__(self) -> str:
        parts = [
            f"{counted(self.recorded, 'article')} recorded",
            f"{self.unchanged} unchanged" if self.unchanged else "",
            f"{counted(self.events, 'event')} told",
            f"{counted(self.links, 'link')} between events" if self.links else "",
            f"{self.copies} {'copy' if self.copies == 1 else 'copies'} of other articles" if self.copies else "",
        ]
        return ", ".join(filter(None, parts))

    def __repr__(self) -> str:
        failed = f", {len(self.failures)} failed: {self.failures}" if self.failures else ""
        return f"<Building: {self}{failed}>"

    @property
    def seen(self) -> int:
        return self.recorded + self.waiting + self.unchanged + self.skipped.total() + len(self.failures)


Progress = Callable[[Building], None]


def build(
    sources: Sources = (),
    *,
    store: str | os.PathLike[str] | None = None,
    date: str | None = None,
    workers: int = 1,
    languages: Collection[str] = ENGLISH,
    vocabulary: Collection[str | os.PathLike[str]] = (),
    retry_failed: bool = False,
    engine: Literal["local", "spark"] = "local",
    master: str | None = None,
    parts: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Graph:
    """Build a graph from articles, or add them to one: `store` is its folder, or none for one in memory.

    `sources` are files, folders, patterns, "-" or Article; `date` ("YYYY-MM-DD") is that of files that state none;
    `workers` processes extract in parallel; articles that are surely in another language than `languages` (codes) are
    counted and left out. An article that cannot be read or extracted is listed in the graph's `building.failures`, and
    the rest goes on; `retry_failed` reads the files again that failed in earlier builds of this store. An article that
    is stored as it is costs nothing. `progress` is called after each article. `vocabulary` are Turtle files of actors,
    wordings and predicates of your own; a store in a folder keeps them, and they hold for it until others are given.

    With `engine` "spark" the files are extracted on the cluster at `master`, this machine if not given, whose machines
    share the files and the folder `parts`; the graph is the same to the byte. Raises StoreError where the store cannot
    be written, OntologyError where something is wrong with `vocabulary`, MissingExtraError or ClusterError where there
    is no Spark.
    """
    from kg.graph.extracting import extractor  # loads spaCy, which reading a graph does without

    building = Building()
    readings = [articles_of(sources, date=date)]
    own = own_files(vocabulary)
    extractor(own)  # what is wrong with the date or the ontology is told before a store is made
    opened = open_store(store, must_exist=retry_failed, own=own)
    try:
        failed = FailureList.of(opened)
        if retry_failed:
            readings += failed.readings()
        for reading in readings:
            before = len(building.failures)
            try:
                if engine == "spark":
                    from kg.graph.spark import fill_on_spark

                    fill_on_spark(
                        opened,
                        reading,
                        building,
                        languages=languages,
                        master=master or f"local[{workers}]",
                        parts=None if parts is None else Path(parts),
                        progress=progress,
                    )
                else:
                    fill(opened, reading, building, workers=workers, languages=languages, progress=progress)
            finally:
                failed.replace(reading, building.failures[before:])
        finish(opened, building)
    except BaseException:
        opened.close()
        raise
    return Graph(opened, building=building)


def fill(
    store: Store,
    reading: Reading,
    building: Building,
    *,
    workers: int = 1,
    languages: Collection[str] = ENGLISH,
    progress: Progress | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> None:
    """Extract articles and record them in the store, each whole or not at all, keeping count in `building`.

    Once `stop` gives true, no further article is begun.
    """
    from kg.graph.extracting import extract_all, extractor
    from kg.graph.reader import reader_version

    own = store.own
    reader = reader_version(extractor(own), own)

    def told() -> None:
        building.done, building.total = reading.done, reading.total
        if progress is not None:
            progress(building)

    def new() -> Iterator[Article]:
        for item in reading:
            if stop():
                return
            if isinstance(item, Failure):
                building.failures.append(item)
            elif item.language and item.language not in languages:
                building.skipped[item.language] += 1
            elif store.has(item, reader=reader):
                building.unchanged += 1
            else:
                for note in item.notes:
                    building.notes[note] += 1
                    building.examples.setdefault(note, item.id)
                yield item
                continue
            told()

    def extractions() -> Iterator[Extraction]:
        for result in extract_all(new(), workers=workers, own=own):
            if isinstance(result, Extraction):
                building.waiting += 1
                yield result
            else:
                building.failures.append(result)
            told()

    def recorded(extraction: Extraction) -> None:
        building.waiting -= 1
        building.recorded += 1
        building.events += len(extraction.events)

    store.record_all(extractions(), reader=reader, recorded=recorded, at_once=_AT_ONCE)


def finish(store: Store, building: Building) -> None:
    """Link what tells of one occasion and what repeats one text, over the whole graph."""
    building.links = store.reconcile()
    building.loose = store.loose
    building.copies = sum(len(group) - 1 for group in store.copies())
