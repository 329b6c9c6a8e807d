"""`kg remove`: takes articles out of the graph."""

from __future__ import annotations

import difflib
from typing import Annotated

import typer

from kg.cli.console import note, safe
from kg.cli.options import DEFAULT_STORE, StoreFolder
from kg.cli.run import FAILED


def command(
    articles: Annotated[list[str], typer.Argument(help="Ids or IRIs of articles.", metavar="ARTICLE...")],
    store: StoreFolder = DEFAULT_STORE,
) -> None:
    """Take articles out of a graph, with all that only they say.

    Example: `kg remove trump-putin-call --store graph`
    """
    from kg.graph import open

    missing = False
    with open(store, read_only=False) as graph:
        for article in articles:
            if graph.remove(article):
                print(f"removed {safe(article)}")
                continue
            missing = True
            close = difflib.get_close_matches(article, [known.id for known in graph.articles()], n=1)
            note(f"{article}: the graph holds no such article." + (f" Did you mean {close[0]}?" if close else ""))
    if missing:
        raise typer.Exit(FAILED)
