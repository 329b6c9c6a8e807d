"""`kg show`: the interactive graph as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import note, safe
from kg.cli.options import DEFAULT_STORE, StoreFolder


def command(
    actors: Annotated[
        list[str] | None, typer.Argument(help="Only the events of these actors.", metavar="[ACTOR...]")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.", metavar="FILE")] = Path(
        "graph.html"
    ),
    store: StoreFolder = DEFAULT_STORE,
) -> None:
    """Write the graph as one HTML file that works without a network: open it in a browser.

    Examples:

    - `kg show`

    - `kg show "Marco Rubio" Lavrov -o rubio.html`
    """
    from kg.graph import open
    from kg.graph.markup import counted

    with open(store) as graph:
        view = graph.view(*(actors or []))
        written = graph.write_html(output, view=view)
    if not view.events:
        note("The graph is empty: add articles with kg build.")
    print(f"wrote {safe(written)}: {counted(len(view.actors), 'actor')}, {counted(len(view.events), 'event')}")
    if view.left_out.actors or view.left_out.events:
        note(
            f"left out: {counted(view.left_out.actors, 'actor')}, {counted(view.left_out.events, 'event')}; "
            "name actors to see theirs."
        )
