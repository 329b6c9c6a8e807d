"""`kg export`: writes the graph to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import safe
from kg.cli.options import DEFAULT_STORE, StoreFolder


def command(
    file: Annotated[Path, typer.Argument(help="The file; its suffix names the format.", metavar="FILE")],
    store: StoreFolder = DEFAULT_STORE,
) -> None:
    """Write the graph to a file, in the format of its suffix.

    .ttl, .nt and .rdf hold the merged graph; .nq, .trig and .jsonld one named graph an article with its provenance;
    .graphml and .gexf the network for other programs; .csv, .jsonl and .parquet a table of events. The last five lead
    out only: offices, quotations and which article says what are not in them. `kg load` takes the others back.

    Examples:

    - `kg export graph.ttl`

    - `kg export backup.nq --store graph`
    """
    from kg.graph import open

    with open(store) as graph:
        written = graph.export(file)
    print(f"wrote {safe(written)} ({written.stat().st_size:,} bytes)")
