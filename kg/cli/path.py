"""`kg path`: how two actors are linked, with the sentence of each hop."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.text import Text

from kg.cli.console import console, note, safe, sentence
from kg.cli.options import DEFAULT_STORE, StoreFolder
from kg.cli.run import FAILED

if TYPE_CHECKING:
    from kg.network import Hop, HopEvent, Path

Format = Literal["text", "json"]
_SENTENCES = 2


def command(
    source: Annotated[str, typer.Argument(help="An actor: name, alias, surname or IRI.", metavar="FROM")],
    target: Annotated[str, typer.Argument(help="Another actor.", metavar="TO")],
    store: StoreFolder = DEFAULT_STORE,
    max_hops: Annotated[int | None, typer.Option("--max-hops", min=1, help="The most hops.", metavar="N")] = None,
    since: Annotated[str | None, typer.Option(help="Only events since this day.", metavar="YYYY-MM-DD")] = None,
    until: Annotated[str | None, typer.Option(help="Only events until this day.", metavar="YYYY-MM-DD")] = None,
    classes: Annotated[
        list[str] | None, typer.Option("--class", help="Only this class of events, such as CONSULT; repeatable.")
    ] = None,
    in_time: Annotated[bool, typer.Option("--in-time", help="Each hop on the day of the last or later.")] = False,
    k: Annotated[int, typer.Option("-k", min=1, help="How many paths.", metavar="N")] = 1,
    format: Annotated[Format, typer.Option("--format", help="How to print the paths.")] = "text",
) -> None:
    """Show how two actors are linked through events, shortest first, with the sentences that say so.

    Exit code 1 means that there is no path.

    Examples:

    - `kg path "Marco Rubio" "Vladimir Putin"`

    - `kg path Rubio Putin --since 2025-05-01 --class CONSULT -k 3`
    """
    from kg.graph import open

    with open(store) as graph:
        found = graph.paths(
            source,
            target,
            max_hops=max_hops,
            since=since,
            until=until,
            classes=classes or (),
            in_time=in_time,
            k=k,
        )
    if format == "json":
        print(json.dumps([asdict(path) for path in found], indent=1, ensure_ascii=False))
    elif found:
        for number, path in enumerate(found, start=1):
            _print(path, number if k > 1 else None)
    if not found:
        note(f"no path from {source} to {target}: leave out a restriction, or allow more hops with --max-hops.")
        raise typer.Exit(FAILED)


def _print(path: Path, number: int | None) -> None:
    out = console()
    chain = " → ".join(safe(actor.name) for actor in path.actors)
    out.print(Text(f"{number}. {chain}" if number else chain, style="bold"))
    for hop in path.hops:
        if hop.represents:
            one, other = (hop.source, hop.target) if hop.represents == "source" else (hop.target, hop.source)
            out.print(Text(f"  {safe(one.name)} stands for {safe(other.name)}"))
        for event in hop.events[:1]:
            _print_event(hop, event)
        if hop.total > 1:
            out.print(Text(f"    and {hop.total - 1} more events between the two", style="dim"))
    out.print()


def _print_event(hop: Hop, event: HopEvent) -> None:
    out = console()
    one, other = (hop.source, hop.target) if event.forward else (hop.target, hop.source)
    status = "" if event.status == "actual" else f" · {event.status}"
    out.print(
        Text.assemble(
            "  ",
            (safe(one.name), "cyan"),
            " ",
            (event.predicate, "bold"),
            " ",
            (safe(other.name), "cyan"),
            f"   {event.date or 'undated'}{status}",
        )
    )
    for told in event.evidence[:_SENTENCES]:
        where = ", ".join(filter(None, (told.outlet, told.published)))
        out.print(Text(f"    {sentence(told.sentence)} ({safe(where)})", style="dim"))
