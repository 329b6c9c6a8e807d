"""`kg load`: RDF files into the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import safe
from kg.cli.options import DEFAULT_STORE, StoreFolder


def command(
    files: Annotated[list[Path], typer.Argument(help="RDF files; the suffix names the format.", metavar="FILE...")],
    store: StoreFolder = DEFAULT_STORE,
    graph: Annotated[
        str | None, typer.Option("--graph", help="The IRI of the graph for RDF that is not from here.", metavar="IRI")
    ] = None,
) -> None:
    """Load RDF: what `kg export` wrote comes back as it was, any other file goes into a graph of its own.

    Loading a file again replaces what it brought before. Formats: .nq, .trig, .jsonld, .nt, .ttl, .n3, .rdf, .owl.
    Tables and networks (.csv, .jsonl, .parquet, .graphml, .gexf) are not loaded: they leave out much of what a graph
    says.

    Examples:

    - `kg load backup.nq --store graph`

    - `kg load sanctions.ttl --graph https://example.org/sanctions`
    """
    from kg.graph.markup import counted
    from kg.network import get_ready
    from kg.store import open_store

    with open_store(store) as opened:
        for file in files:
            changed = opened.load(file, graph=graph)
            print(f"loaded {safe(file)} ({counted(changed, 'graph')} changed)")
    get_ready(store)
