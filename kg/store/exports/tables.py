"""Tables: events and edges as CSV, events as JSON Lines or Parquet."""

from __future__ import annotations

import csv
import importlib
import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kg.errors import MissingExtraError
from kg.model import Actor
from kg.store.records import EventRecord

if TYPE_CHECKING:
    from kg.store.readable import Readable

COLUMNS = (
    "event label predicate class subjects objects status date date_precision place topic sources disputed articles "
    "sentence"
).split()
EDGES = "event subject subject_iri predicate object object_iri status date date_precision score sources".split()

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ROWS_AT_A_TIME = 5_000


def event_row(store: Readable, event: EventRecord) -> dict[str, Any]:
    """Give an event as a flat row; several names in a cell are joined by "; "."""
    known = store.vocabulary.predicates.get(event.predicate)
    return {
        "event": event.iri,
        "label": event.label,
        "predicate": event.predicate,
        "class": known.class_ if known else "",
        "subjects": _names(event.subjects),
        "objects": _names(event.objects),
        "status": event.status,
        "date": event.date,
        "date_precision": event.precision,
        "place": event.place.name if event.place else None,
        "topic": event.topic,
        "sources": event.sources,
        "disputed": event.disputed,
        "articles": "; ".join(sorted({mention.article.id for mention in event.mentions})),
        "sentence": event.mentions[0].sentence if event.mentions else None,
    }


def edge_rows(store: Readable, event: EventRecord) -> Iterator[dict[str, Any]]:
    """Give an event as one row a dyad."""
    known = store.vocabulary.predicates.get(event.predicate)
    for subject, object_ in dyads(event):
        yield {
            "event": event.iri,
            "subject": subject.name,
            "subject_iri": subject.iri,
            "predicate": event.predicate,
            "object": object_.name,
            "object_iri": object_.iri,
            "status": event.status,
            "date": event.date,
            "date_precision": event.precision,
            "score": known.score if known else None,
            "sources": event.sources,
        }


def dyads(event: EventRecord) -> Iterator[tuple[Actor, Actor]]:
    """Give the pairs of an event: subjects with objects, or those who took part with each other."""
    if event.objects:
        yield from ((s, o) for s in event.subjects for o in event.objects if s.iri != o.iri)
    else:
        yield from itertools.combinations(event.subjects, 2)


def _csv(store: Readable, path: Path) -> None:
    """Write the events into the file, and the edges beside it as NAME-edges.csv."""
    beside = path.with_name(f"{path.stem}-edges{path.suffix}")
    with (
        path.open("w", encoding="utf-8", newline="") as events,
        beside.open("w", encoding="utf-8", newline="") as edges,
    ):
        event_writer, edge_writer = csv.DictWriter(events, COLUMNS), csv.DictWriter(edges, EDGES)
        event_writer.writeheader()
        edge_writer.writeheader()
        for event in store.events():
            event_writer.writerow(_harmless(event_row(store, event)))
            edge_writer.writerows(_harmless(row) for row in edge_rows(store, event))


def _harmless(row: dict[str, Any]) -> dict[str, Any]:
    """Keep a spreadsheet from taking the words of an article for a formula."""
    return {k: f"'{v}" if isinstance(v, str) and v.startswith(_FORMULA) else v for k, v in row.items()}


def _jsonl(store: Readable, path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for event in store.events():
            file.write(json.dumps(_whole(store, event), ensure_ascii=False) + "\n")


def _whole(store: Readable, event: EventRecord) -> dict[str, Any]:
    """Give an event with its parties and every mention, for programs."""
    row = event_row(store, event)
    return row | {
        "subjects": [_party(actor) for actor in event.subjects],
        "objects": [_party(actor) for actor in event.objects],
        "articles": sorted({mention.article.id for mention in event.mentions}),
        "mentions": [
            {
                "article": mention.article.id,
                "published": mention.article.published,
                "publisher": mention.article.publisher,
                "status": mention.status,
                "attributed_to": mention.attributed_to.name if mention.attributed_to else None,
                "sentence": mention.sentence,
                "start": mention.start,
                "end": mention.end,
            }
            for mention in event.mentions
        ],
    }


def _parquet(store: Readable, path: Path) -> None:
    try:
        arrow: Any = importlib.import_module("pyarrow")
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise MissingExtraError("pyarrow", "parquet") from error
    kinds = {"sources": arrow.int64(), "disputed": arrow.bool_()}
    schema = arrow.schema([(name, kinds.get(name, arrow.string())) for name in COLUMNS])
    events = store.events()
    with parquet.ParquetWriter(str(path), schema) as writer:
        while rows := [event_row(store, event) for event in itertools.islice(events, _ROWS_AT_A_TIME)]:
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))


def _party(actor: Actor) -> dict[str, str]:
    return {"name": actor.name, "iri": actor.iri, "kind": actor.kind}


def _names(actors: tuple[Actor, ...]) -> str:
    return "; ".join(actor.name for actor in actors)


WRITERS: MappingProxyType[str, Callable[[Readable, Path], None]] = MappingProxyType(
    {".csv": _csv, ".jsonl": _jsonl, ".parquet": _parquet}
)
