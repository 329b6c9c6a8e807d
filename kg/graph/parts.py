"""Extracts a part of the input where it lies, and writes what it tells as N-Quads: the work of one machine of many.

A part is two files: `part-00007.nq` holds the quads of its articles, one after another, and `part-00007.jsonl` tells in
the order of the input what became of each article and where in the first file its quads stand.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.articles import Failure
from kg.articles.splits import Split
from kg.graph.extracting import extract_all, extractor
from kg.graph.reader import reader_version
from kg.model import Article, Extraction
from kg.ontology.vocabulary import load_vocabulary
from kg.store.additions import written
from kg.store.quads import article_digest


def write_part(
    folder: Path,
    number: int,
    splits: Sequence[Split],
    *,
    languages: Collection[str],
    known: Collection[str],
    own: tuple[Path, ...] = (),
) -> int:
    """Read, extract and write one part; gives how many articles it has.

    Both files appear under their names only when they are whole, and the same input gives the same bytes: so a task
    that is repeated, or run twice at once, does no harm. `known` are the digests of what the store holds already,
    `own` a user's files of actors, wordings and predicates.
    """
    vocabulary = load_vocabulary(*own)
    reader = reader_version(extractor(own), own)
    mine = uuid.uuid4().hex
    drafts = [folder / f".{mine}.nq", folder / f".{mine}.jsonl"]
    waiting: list[dict[str, Any]] = []

    def new() -> Iterator[Article]:
        for split in splits:
            for item in split.read():
                if isinstance(item, Failure):
                    waiting.append({"failed": item.reason, "place": item.place, "file": item.file})
                    continue
                row = {"id": item.id, "iri": item.iri, "file": item.file}
                if item.language and item.language not in languages:
                    waiting.append(row | {"skipped": item.language})
                elif article_digest(item, reader) in known:
                    waiting.append(row | {"unchanged": True})
                else:
                    waiting.append(row | {"notes": item.notes, "wanted": True})
                    yield item

    count = 0
    try:
        with drafts[0].open("wb") as quads, drafts[1].open("w", encoding="utf-8", errors="replace") as list_:

            def tell(rows: Iterable[dict[str, Any]]) -> None:
                for row in rows:
                    list_.write(json.dumps(row) + "\n")

            for result in extract_all(new(), own=own):
                while not waiting[0].get("wanted"):
                    tell([waiting.pop(0)])
                row = waiting.pop(0)
                if isinstance(result, Extraction):
                    start = quads.tell()
                    quads.write(written(result, vocabulary, reader=reader))
                    tell([row | {"start": start, "end": quads.tell(), "events": len(result.events)}])
                else:
                    tell([row | {"failed": result.reason, "place": result.place}])
                count += 1
            tell(waiting)
        for draft in drafts:
            with draft.open("rb") as file:
                os.fsync(file.fileno())
        for draft, path in zip(drafts, paths_of(folder, number), strict=True):
            draft.replace(path)
    finally:
        for draft in drafts:
            draft.unlink(missing_ok=True)
    return count


def paths_of(folder: Path, number: int) -> tuple[Path, Path]:
    """Give the two files of a part."""
    return folder / f"part-{number:05}.nq", folder / f"part-{number:05}.jsonl"


def read_part(folder: Path, number: int) -> Iterator[tuple[dict[str, Any], bytes]]:
    """Give what became of each article of a part, in the order of the input, with its quads (b"" where it has none)."""
    quads, list_ = paths_of(folder, number)
    with quads.open("rb") as data, list_.open(encoding="utf-8") as rows:
        for line in rows:
            row = json.loads(line)
            if "start" not in row:
                yield row, b""
                continue
            data.seek(row["start"])
            yield row, data.read(row["end"] - row["start"])
