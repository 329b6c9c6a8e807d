"""`kg path`: how two actors are linked, with the sentence of each hop."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.text import Text

from kg.cli.console import console, evidence, note, safe
from kg.cli.options import DEFAULT_STORE, Since, StoreFolder, Until
from kg.cli.run import FAILED

if TYPE_CHECKING:
    from kg.network import Hop, HopEvent, Linkage, Path

Format = Literal["text", "json"]
_SENTENCES = 2


def command(
    source: Annotated[str, typer.Argument(help="An actor: name, alias, surname or IRI.", metavar="FROM")],
    target: Annotated[str, typer.Argument(help="Another actor.", metavar="TO")],
    store: StoreFolder = DEFAULT_STORE,
    k: Annotated[int, typer.Option("-k", min=1, help="How many paths, the best first.", metavar="N")] = 1,
    max_hops: Annotated[int | None, typer.Option("--max-hops", min=1, help="The most hops.", metavar="N")] = None,
    every: Annotated[bool, typer.Option("--all", help="All paths of up to --max-hops.")] = False,
    since: Since = None,
    until: Until = None,
    classes: Annotated[
        list[str] | None, typer.Option("--class", "-c", help="Only this class, such as CONSULT; repeatable.")
    ] = None,
    predicates: Annotated[
        list[str] | None, typer.Option("--predicate", "-p", help="Only this predicate and what it covers; repeatable.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(help="actual, planned, possible or negated; repeatable. [default: actual]")
    ] = None,
    min_sources: Annotated[int, typer.Option(min=1, help="Only events that so many outlets tell.", metavar="N")] = 1,
    avoid: Annotated[list[str] | None, typer.Option(help="Not by way of this actor; repeatable.")] = None,
    hubs: Annotated[
        int | None, typer.Option("--avoid-hubs", min=1, help="Not by way of actors with N neighbours.", metavar="N")
    ] = None,
    through: Annotated[list[str] | None, typer.Option(help="By way of this actor; repeatable.")] = None,
    weight: Annotated[
        Literal["hops", "recency", "sources", "cooperation", "conflict"],
        typer.Option(help="What makes a hop short: recent, well attested, cooperative or hostile events."),
    ] = "hops",
    directed: Annotated[bool, typer.Option("--directed", help="Only from the one who acts to the other.")] = False,
    in_time: Annotated[bool, typer.Option("--in-time", help="No hop before the last; fewest hops first.")] = False,
    earliest: Annotated[bool, typer.Option("--earliest", help="As --in-time, earliest arrival first.")] = False,
    max_wait: Annotated[
        int | None, typer.Option("--max-wait", min=0, help="With --in-time: days between hops.", metavar="DAYS")
    ] = None,
    certain: Annotated[
        bool, typer.Option("--certain", help="With --in-time: in order whichever the days of a week or month.")
    ] = False,
    represents: Annotated[
        bool, typer.Option("--represents", help="Let who stands for whom be a hop, always shown as such.")
    ] = False,
    format: Annotated[Format, typer.Option("--format", help="How to print the paths.")] = "text",
) -> None:
    """Show how two actors are linked through events, shortest first, with the sentences that say so.

    Exit code 1 means that there is no path; the reason is told.

    Examples:

    - `kg path "Marco Rubio" "Vladimir Putin"`

    - `kg path Rubio Hamas --since 2025-03 --class CONSULT -k 3`

    - `kg path Rubio Putin --in-time --max-wait 7`
    """
    from kg.graph import open
    from kg.network import linkage

    with open(store) as graph:
        found = linkage(
            graph.store,
            source,
            target,
            k=k,
            max_hops=max_hops,
            every=every,
            since=since,
            until=until,
            classes=classes or (),
            predicates=predicates or (),
            status=status or ("actual",),
            min_sources=min_sources,
            avoid=avoid or (),
            hubs=hubs,
            through=through or (),
            weight=weight,
            directed=directed,
            in_time="arrival" if earliest else "hops" if in_time or max_wait is not None else False,
            wait=max_wait,
            certain=certain,
            represents=represents,
        )
    if format == "json":
        print(json.dumps(_record(found), indent=1, ensure_ascii=False))
    for number, path in enumerate(found.paths, start=1):
        if format == "text":
            _print(path, number if len(found.paths) > 1 else None, found.question.weight, certain)
    if found.reason is not None:
        note(found.reason.sentence)
        for cut in found.reason.cuts[:1]:
            note(f"The nearest, without {cut.restriction}:")
            if format == "text":
                _print(cut.nearest, None, "hops", certain and cut.name != "certain")
        raise typer.Exit(FAILED)


def _record(found: Linkage) -> dict[str, object]:
    return {
        "paths": [asdict(path) for path in found.paths],
        "reason": asdict(found.reason) if found.reason is not None else None,
    }


def _print(path: Path, number: int | None, weight: str, certain: bool) -> None:
    out = console()
    chain = " → ".join(safe(actor.name) for actor in path.actors)
    arrival = f"   arrives {_arrival(path, certain)}" if path.arrival else ""
    cost = f"   {weight} {path.cost:g}" if weight != "hops" else ""
    out.print(Text(f"{number}. {chain}{cost}{arrival}" if number else f"{chain}{cost}{arrival}", style="bold"))
    for hop in path.hops:
        _print_hop(hop)
    out.print()


def _arrival(path: Path, certain: bool) -> str:
    """Say when a path in time arrives: where its last event is no single day, that is only a bound."""
    days = {event.date for hop in path.hops for event in hop.events}
    bound = "" if path.arrival in days else " at the latest" if certain else " at the earliest"
    return f"{path.arrival}{bound}"


def _print_hop(hop: Hop) -> None:
    out = console()
    if hop.represents:
        one, other = (hop.source, hop.target) if hop.represents == "source" else (hop.target, hop.source)
        out.print(Text(f"  {safe(one.name)} stands for {safe(other.name)}   (no event)"))
    for event in hop.events[:1]:
        _print_event(hop, event)
    if hop.events and hop.total > 1:
        more = hop.total - 1
        out.print(Text(f"    and {more} more event{'s' * (more > 1)} between the two", style="dim"))


def _print_event(hop: Hop, event: HopEvent) -> None:
    out = console()
    one, other = (hop.source, hop.target) if event.forward else (hop.target, hop.source)
    sources = f"{event.sources} source{'s' * (event.sources != 1)}"
    out.print(
        Text.assemble(
            "  ",
            (safe(one.name), "cyan"),
            " ",
            (event.predicate, "bold"),
            " ",
            (safe(other.name), "cyan"),
            f"   {event.when} · {event.status} · {sources}",
        )
    )
    for told in event.sentences[:_SENTENCES]:
        where = ", ".join(filter(None, (told.outlet, told.published)))
        claim = f", according to {told.claimant}" if told.claimant else ""
        out.print(evidence(told.sentence, source=f"{where}{claim}"))
