"""`kg build`: articles become a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from kg.cli.console import console, note, safe
from kg.cli.options import DEFAULT_STORE, PublicationDate, Sources, StoreFolder, Workers
from kg.cli.run import FAILED

if TYPE_CHECKING:
    from kg.graph import Building

_NOTES_SHOWN = 5


def command(
    paths: Sources, store: StoreFolder = DEFAULT_STORE, date: PublicationDate = None, workers: Workers = 1
) -> None:
    """Read articles, extract their events and record them in a graph.

    An article that cannot be read is listed at the end, and the rest goes on (exit code 1). Articles that the graph
    holds already are left alone, edited ones take the place of what they said before.

    Examples:

    - `kg build seeds`

    - `kg build news/ 'archive/**/*.html' --store graph --workers 2`

    - `kg build today.txt --date 2025-05-20`
    """
    from kg.articles.places import expected
    from kg.graph import build

    with _bar() as bar:
        task = bar.add_task("loading the language model", total=expected(paths))

        def progress(building: Building) -> None:
            bar.update(task, completed=building.seen, description=f"{building.events} events")

        with build(paths, store=store, date=date, workers=workers, progress=progress) as graph:
            building = graph.building
    _report(building, store)
    if building.failures:
        raise typer.Exit(FAILED)


def _bar() -> Progress:
    """Give a progress bar on standard error, where that is a terminal."""
    screen = console(stderr=True)
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=screen,
        transient=True,
        disable=not screen.is_terminal,
    )


def _report(building: Building, store: str) -> None:
    for line in building.notes[:_NOTES_SHOWN]:
        note(f"note: {line}")
    if len(building.notes) > _NOTES_SHOWN:
        note(f"note: {len(building.notes) - _NOTES_SHOWN} more of these")
    unchanged = f", {building.unchanged} unchanged" if building.unchanged else ""
    links = f", {building.links} {'link' if building.links == 1 else 'links'} between events" if building.links else ""
    print(f"{building.recorded} articles recorded{unchanged}, {building.events} events{links}, in {safe(store)}")
    if building.failures:
        note(f"{len(building.failures)} failed:")
        for failure in building.failures:
            note(failure, indent="  ")
