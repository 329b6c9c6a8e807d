"""`kg build`: articles become a graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kg.cli.console import note, safe
from kg.cli.options import DEFAULT_STORE, Languages, OwnFiles, PublicationDate, StoreFolder, Workers
from kg.cli.progress import ProgressBar
from kg.cli.run import FAILED

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.graph import Building

_NOTES_SHOWN = 5
_FAILURES_SHOWN = 50


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Files, folders, patterns such as 'news/**/*.txt', or - for standard input.", metavar="PATH..."
        ),
    ] = None,
    store: StoreFolder = DEFAULT_STORE,
    date: PublicationDate = None,
    workers: Workers = 1,
    language: Languages = None,
    vocabulary: OwnFiles = None,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Read again the files in which something failed before.")
    ] = False,
    engine: Annotated[
        Literal["local", "spark"], typer.Option("--engine", help="What extracts: this machine, or Apache Spark.")
    ] = "local",
    master: Annotated[
        str | None, typer.Option("--master", help="The cluster of Spark, else this machine.", metavar="URL")
    ] = None,
    parts: Annotated[
        Path | None, typer.Option("--parts", help="A folder that all machines of the cluster share.", metavar="DIR")
    ] = None,
) -> None:
    """Read articles, extract their events and record them in a graph.

    An article that cannot be read is listed at the end, and the rest goes on (exit code 1). Articles that the graph
    holds already are left alone, edited ones take the place of what they said before. Articles that are surely not
    in English are counted and left out. The graph keeps the files given as --vocabulary; later builds use them until
    others are given.

    Examples:

    - `kg build seeds`

    - `kg build news/ 'archive/**/*.warc.gz' --store graph --workers 2`

    - `kg build today.txt --date 2025-05-20`

    - `kg build news/ --vocabulary shipping.ttl`

    - `kg build --retry-failed --store graph`

    - `kg build archive.parquet --engine spark --master spark://head:7077 --parts /shared/parts`
    """
    from kg.graph import build

    if not paths and not retry_failed:
        raise typer.BadParameter("Missing argument 'PATH...': name what to read, or say --retry-failed")
    languages = [code.casefold() for code in language or ("en",)]
    with (
        ProgressBar() as progress,
        build(
            paths or (),
            store=store,
            date=date,
            workers=workers,
            languages=languages,
            vocabulary=vocabulary or (),
            retry_failed=retry_failed,
            engine=engine,
            master=master,
            parts=parts,
            progress=progress,
        ) as graph,
    ):
        building = graph.building
    report(building, store, languages)
    if building.failures:
        raise typer.Exit(FAILED)


def report(building: Building, store: str, languages: Collection[str]) -> None:
    """Say what a build did: notes and failures on standard error, the counts on standard output."""
    for text, count in building.notes.most_common(_NOTES_SHOWN):
        one = building.examples[text]
        note(f"note: {one}: {text}" if count == 1 else f"note: {count} articles: {text}; one is {one}")
    if len(building.notes) > _NOTES_SHOWN:
        note(f"note: {len(building.notes) - _NOTES_SHOWN} more of these")
    print(f"{building}, in {safe(store)}")
    if building.skipped:
        listed = ", ".join(f"{count} {code}" for code, count in sorted(building.skipped.items()))
        read = ", ".join(languages)
        note(f"{building.skipped.total()} skipped, as they are in a language that is not read ({listed}; read: {read})")
    if building.loose:
        note(f"{safe(store)} takes up to twice the room that it needs, as it grew bit by bit: see kg compact --help")
    if building.failures:
        note(f"{len(building.failures)} failed:")
        for failure in building.failures[:_FAILURES_SHOWN]:
            note(failure, indent="  ")
        if len(building.failures) > _FAILURES_SHOWN:
            note(
                f"and {len(building.failures) - _FAILURES_SHOWN} more; failed.jsonl in the store has them", indent="  "
            )
