"""What articles tell, without a store: extracted at once, shown as a table, made a frame with a row a dyad."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from kg.articles import Failure
from kg.extract import article_row
from kg.frames import pandas_frame, polars_frame
from kg.graph.extracting import extract_all
from kg.graph.markup import counted, escaped, faint, plain, table
from kg.graph.sources import Sources, articles_of
from kg.graph.telling import spaced, told
from kg.model import Article, Event, Extraction
from kg.ontology.own import own_files

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_SHOWN = 20
_COLUMNS = (
    *("article", "event", "subject", "predicate", "object", "status", "date", "precision"),
    *("place", "attributed_to", "sentence", "start", "end", "rule"),
)


class Extractions(Sequence[Extraction]):
    """What was read out of articles, one Extraction each.

    `failures` lists the articles that could not be read, `skipped` counts, by code, those in languages not read.
    """

    def __init__(
        self, found: Iterable[Extraction], failures: Iterable[Failure] = (), skipped: Mapping[str, int] | None = None
    ) -> None:
        self._found = tuple(found)
        self.failures = tuple(failures)
        self.skipped = dict(skipped or {})

    @overload
    def __getitem__(self, index: int) -> Extraction: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Extraction, ...]: ...
    def __getitem__(self, index: int | slice) -> Extraction | tuple[Extraction, ...]:
        return self._found[index]

    def __len__(self) -> int:
        return len(self._found)

    def to_pandas(self) -> pd.DataFrame:
        """Give a pandas frame, one row a dyad, as `kg extract --format jsonl` writes; MissingExtraError without pandas.

        Equal values of `event` are one occasion; `start` and `end` count characters of the source text.
        """
        return pandas_frame(self._rows(), _COLUMNS)

    def to_polars(self) -> pl.DataFrame:
        """Give the same as a polars frame; MissingExtraError without polars."""
        return polars_frame(self._rows(), _COLUMNS)

    def __repr__(self) -> str:
        lines = [f"{article.id}: {spaced(line)}" for article, event in self._events() for line in told(event)]
        shown = lines[:_SHOWN] + ["…"] * (len(lines) > _SHOWN) + [f"not read: {plain(f)}" for f in self.failures]
        return "\n".join(shown) or "no events"

    def _repr_html_(self) -> str:
        events = list(self._events())
        rows = [
            [
                escaped(article.id),
                "<br>".join(map(escaped, told(event))),
                escaped(event.status),
                escaped(event.mentions[0].sentence if event.mentions else ""),
            ]
            for article, event in events[:_SHOWN]
        ]
        shown = table(("article", "event", "status", "sentence"), rows) if rows else faint("no events")
        if len(events) > _SHOWN:
            shown += faint(f"The first {_SHOWN} of {len(events)}; to_pandas() has all.")
        if self.failures:
            not_read = "".join(f"<br>{escaped(failure)}" for failure in self.failures)
            shown += faint(counted(len(self.failures), "article") + " not read:" + not_read)
        return shown

    def _events(self) -> Iterator[tuple[Article, Event]]:
        return ((extraction.article, event) for extraction in self._found for event in extraction.events)

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        for extraction in self._found:
            row = article_row(extraction)
            for dyad in row["events"]:
                known = dyad | {
                    "article": row["id"],
                    "subject": dyad["subject"]["name"],
                    "object": dyad["object"]["name"],
                    "precision": dyad["date_precision"],
                }
                yield tuple(known[name] for name in _COLUMNS)


def extract(
    sources: Sources,
    *,
    date: str | None = None,
    workers: int = 1,
    languages: Collection[str] = ("en",),
    vocabulary: Collection[str | os.PathLike[str]] = (),
) -> Extractions:
    """Read what articles tell, without a store: files, folders, patterns, or Article.

    `date` ("YYYY-MM-DD") is that of articles that state none; `workers` processes extract in parallel. What cannot
    be read is listed in `failures`, what is surely in another language than `languages` (codes) counted in `skipped`,
    and the rest goes on. `vocabulary` are Turtle files of actors, wordings and predicates of your own. Raises
    ArticleError for a `date` that is none, OntologyError where something is wrong with `vocabulary`.
    """
    failures: list[Failure] = []
    skipped: Counter[str] = Counter()
    found = list(
        extracted(articles_of(sources, date=date), failures, workers, skipped, languages, own_files(vocabulary))
    )
    return Extractions(found, failures, skipped)


def extracted(
    articles: Iterable[Article | Failure],
    failures: list[Failure],
    workers: int,
    skipped: Counter[str] | None = None,
    languages: Collection[str] = (),
    own: tuple[Path, ...] = (),
) -> Iterator[Extraction]:
    """Extract the articles; what could not be read or extracted is added to `failures`.

    Where `skipped` is given, articles in another language than `languages` are left out and counted there. `own` are a
    user's files of actors, wordings and predicates.
    """

    def readable() -> Iterator[Article]:
        for item in articles:
            if isinstance(item, Failure):
                failures.append(item)
            elif skipped is not None and item.language and item.language not in languages:
                skipped[item.language] += 1
            else:
                yield item

    for result in extract_all(readable(), workers=workers, own=own):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            yield result
