"""`kg compare`: whom two actors both deal with, and how differently."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.findings import Format, print_findings
from kg.cli.options import DEFAULT_STORE, Classes, Evidence, Rows, Since, StoreFolder, Until


def command(
    one: Annotated[str, typer.Argument(help="An actor: name, alias, surname or IRI.", metavar="ONE")],
    other: Annotated[str, typer.Argument(help="Another actor.", metavar="OTHER")],
    since: Since = None,
    until: Until = None,
    classes: Classes = None,
    most: Rows = 20,
    evidence: Evidence = False,
    format: Annotated[Format, typer.Option("--format", help="How to print them.")] = "table",
    store: StoreFolder = DEFAULT_STORE,
) -> None:
    """Compare two actors partner by partner: number of events and mean cooperation-conflict score (-10 to 10).

    Partners of both come first, those treated most differently on top.

    Examples:

    - `kg compare "Marco Rubio" "JD Vance"`

    - `kg compare Qatar Egypt --since 2024 --evidence`
    """
    from kg.graph import open
    from kg.network import View, filter_for
    from kg.network.comparing import compare

    with open(store) as graph:
        view = View(graph.store)
        parties = [view.resolve(name) for name in (one, other)]
        chosen = filter_for(graph.store.vocabulary, since=since, until=until, classes=classes or ())
        found = compare(view, chosen, parties[0].iri, parties[1].iri)[:most]
    names = [party.name for party in parties]
    columns = {
        "partner": "partner",
        "events_1": f"events {names[0]}",
        "means_1": "score",
        "events_2": f"events {names[1]}",
        "means_2": "score",
        "difference": "difference",
    }
    empty = f"neither {names[0]} nor {names[1]} deals with anyone else in events that pass the filter."
    print_findings(found, columns, format, evidence=evidence, empty=empty)
