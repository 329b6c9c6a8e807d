"""`kg extract`: what articles tell, without a store."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.text import Text

from kg.cli.console import console, evidence, note, safe, write_bytes
from kg.cli.options import Languages, OwnFiles, PublicationDate, Sources, Workers
from kg.cli.run import FAILED

if TYPE_CHECKING:
    from kg.articles import Failure
    from kg.model import Event, Extraction

Format = Literal["table", "jsonl", "turtle"]

_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } FILTER STRSTARTS(STR(?g), STR(article:)) }"


def command(
    paths: Sources,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = "table",
    date: PublicationDate = None,
    workers: Workers = 1,
    language: Languages = None,
    vocabulary: OwnFiles = None,
) -> None:
    """Print the events of articles, each with its sentence, without storing them.

    Examples:

    - `kg extract seeds/trump-putin-call.txt`

    - `kg extract news/ --format jsonl > events.jsonl`

    - `echo "Macron met Modi in Paris." | kg extract - --date 2025-05-20`
    """
    from kg.articles import read
    from kg.graph.extractions import extracted
    from kg.ontology.own import own_files

    failures: list[Failure] = []
    skipped: Counter[str] = Counter()
    own = own_files(vocabulary or ())
    extractions = extracted(read(paths, date=date), failures, workers, skipped, language or ("en",), own)
    if format == "turtle":
        _turtle(extractions, own)
    else:
        for extraction in extractions:
            if format == "jsonl":
                _jsonl(extraction)
            else:
                _table(extraction)
    if skipped:
        listed = ", ".join(f"{count} {code}" for code, count in sorted(skipped.items()))
        note(f"{skipped.total()} skipped, as they are in a language that is not read ({listed})")
    for failure in failures:
        note(failure)
    if failures:
        raise typer.Exit(FAILED)


def _jsonl(extraction: Extraction) -> None:
    from kg.extract.jsonl import article_row

    write_bytes(json.dumps(article_row(extraction), ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def _turtle(extractions: Iterable[Extraction], own: tuple[Path, ...]) -> None:
    from kg.store import open_store

    with open_store(own=own) as store:
        store.record_all(extractions)
        write_bytes(store.query(_ALL).serialize("turtle"))


def _table(extraction: Extraction) -> None:
    article, out = extraction.article, console()
    heading = " · ".join(safe(part) for part in (article.id, article.title, article.published) if part)
    out.print(Text(heading, style="bold"))
    if not extraction.events:
        out.print(Text("  no events found; kg explain SENTENCE tells why"))
    for event in extraction.events:
        for line in dyads(event):
            out.print(line)
        if event.mentions:
            out.print(evidence(event.mentions[0].sentence))
    out.print()


def dyads(event: Event) -> Iterator[Text]:
    """Give a line for each pair of an event: who, what, whom, when, and what is not plain fact about it."""
    from kg.graph.telling import dyads

    for subject, predicate, object_, details in dyads(event):
        yield Text.assemble(
            "  ", (safe(subject), "cyan"), " ", (predicate, "bold"), " ", (safe(object_), "cyan"), f"   {safe(details)}"
        )
