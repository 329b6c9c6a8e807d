"""`kg changes`: new ties, ties broken off, and ties that warm or cool since a day."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.findings import Format, print_findings
from kg.cli.options import DEFAULT_STORE, Classes, Evidence, StoreFolder


def command(
    since: Annotated[str, typer.Option(help="A day, month or year: what came since is set against what was before.")],
    until: Annotated[str | None, typer.Option(help="The end of the time compared.", metavar="DATE")] = None,
    classes: Classes = None,
    least: Annotated[
        int, typer.Option("--least", min=1, help="Events before, of which none follows: broken off.", metavar="N")
    ] = 3,
    step: Annotated[float, typer.Option("--step", min=0.1, help="Change of the mean score that counts.")] = 2.0,
    most: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many of each kind.", metavar="N")] = 10,
    evidence: Evidence = False,
    format: Annotated[Format, typer.Option("--format", help="How to print them.")] = "table",
    store: StoreFolder = DEFAULT_STORE,
) -> None:
    """Show which ties changed since a day, set against as long a time before.

    A tie is new where there was no event before at all; broken off where an event says so, or where several events
    are followed by none; warming or cooling where the mean cooperation-conflict score moved.

    Examples:

    - `kg changes --since 2025-05`

    - `kg changes --since 2025-05-01 --until 2025-05-31 --evidence`
    """
    from kg.graph import open
    from kg.network import View, filter_for
    from kg.network.changing import changes

    with open(store) as graph:
        chosen = filter_for(graph.store.vocabulary, since=since, until=until, classes=classes or ())
        assert chosen.since is not None
        found = changes(View(graph.store), chosen, chosen.since, least=least, step=step, most=most)
    columns = {
        "change": "change",
        "one": "one",
        "other": "other",
        "before": "events before",
        "after": "events since",
        "mean_before": "score before",
        "mean_after": "score since",
    }
    print_findings(found, columns, format, evidence=evidence, empty="no tie changed.")
