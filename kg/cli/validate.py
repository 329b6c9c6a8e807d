"""`kg validate`: checks the graph, or files of the ontology, against the shapes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import note, safe
from kg.cli.options import DEFAULT_STORE, StoreFolder
from kg.cli.run import FAILED

_SHOWN = 20


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Turtle files of your own, checked with the ontology.", metavar="[FILE...]"),
    ] = None,
    ontology: Annotated[
        bool, typer.Option("--ontology", help="Check the shipped ontology instead of a graph.")
    ] = False,
    store: StoreFolder = DEFAULT_STORE,
) -> None:
    """Check that a graph is whole (SHACL): every event has its parties and sentences, dates and offsets fit.

    With files, check those instead: predicates, wordings and actors that you add to the ontology. Exit code 1 means
    that something is wrong; it is listed with the sentences behind it.

    Examples:

    - `kg validate --store graph`

    - `kg validate my-actors.ttl`
    """
    if ontology or files:
        from kg.store.validation import validate_ontology

        problems = validate_ontology(*(files or []))
    else:
        from kg.graph import open

        with open(store) as graph:
            problems = graph.validate()
    for problem in problems[:_SHOWN]:
        first, *told = str(problem).splitlines()
        print(safe(first))
        for line in told:
            print(f"    {safe(line)}")
    if len(problems) > _SHOWN:
        note(f"and {len(problems) - _SHOWN} more")
    if any(problem.severity == "violation" for problem in problems):
        raise typer.Exit(FAILED)
    print("valid")
