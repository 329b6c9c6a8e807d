"""`kg validate`: checks the graph against the shapes of the ontology."""

from __future__ import annotations

import typer

from kg.cli.console import note
from kg.cli.options import DEFAULT_STORE, StoreFolder
from kg.cli.run import FAILED

_SHOWN = 20


def command(store: StoreFolder = DEFAULT_STORE) -> None:
    """Check that a graph is whole: every event has its parties and sentences, dates and offsets fit (SHACL).

    Exit code 1 means that something is wrong, and each violation is listed.

    Example: `kg validate --store graph`
    """
    from kg.graph import open

    with open(store) as graph:
        problems = graph.validate()
    if not problems:
        print("valid")
        return
    for problem in problems[:_SHOWN]:
        print(problem)
    if len(problems) > _SHOWN:
        note(f"and {len(problems) - _SHOWN} more")
    raise typer.Exit(FAILED)
