"""`kg rank`: who is central, who stands between two groups, which two deal with each other most."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from kg.cli.findings import Format, print_findings
from kg.cli.options import DEFAULT_STORE, Classes, Evidence, Rows, Since, StoreFolder, Until
from kg.errors import KgError


def command(
    by: Annotated[
        Literal["pagerank", "betweenness", "partners", "events"], typer.Option(help="What makes an actor central.")
    ] = "pagerank",
    brokers: Annotated[
        list[str] | None, typer.Option("--between", help="A member of the first group; repeatable.", metavar="ACTOR")
    ] = None,
    other: Annotated[
        list[str] | None, typer.Option("--and", help="A member of the second group; repeatable.", metavar="ACTOR")
    ] = None,
    pairs: Annotated[bool, typer.Option("--pairs", help="Rank pairs of actors by their number of events.")] = False,
    since: Since = None,
    until: Until = None,
    classes: Classes = None,
    most: Rows = 10,
    evidence: Evidence = False,
    format: Annotated[Format, typer.Option("--format", help="How to print them.")] = "table",
    store: StoreFolder = DEFAULT_STORE,
) -> None:
    """Rank actors: the most central, the brokers between two groups, or the busiest pairs.

    A group holds the actors named and all who stand for them, so that "Russia" includes its ministers.

    Examples:

    - `kg rank --by betweenness --since 2025-05`

    - `kg rank --between Russia --and Ukraine --evidence`

    - `kg rank --pairs --class CONSULT`
    """
    from kg.graph import open
    from kg.network import View, filter_for, ranking

    if bool(brokers) != bool(other):
        raise KgError("two groups are needed.", place="rank", advice="Name one with --between, the other with --and.")
    columns: dict[str, str]
    with open(store) as graph:
        view = View(graph.store)
        chosen = filter_for(graph.store.vocabulary, since=since, until=until, classes=classes or ())
        found: list[ranking.Broker] | list[ranking.Dyad] | list[ranking.Central]
        if brokers and other:
            groups = [[view.resolve(name).iri for name in names] for names in (brokers, other)]
            found = ranking.brokers(view, chosen, groups[0], groups[1], most)
            columns = {
                "actor": "broker", "brokered": "pairs only it joins", "joined": "pairs", "first": "events there",
                "second": "events here",
            }  # fmt: skip
        elif pairs:
            found = ranking.dyads(view, chosen, most)
            columns = {
                "one": "one", "other": "other", "events": "events", "forth": "by one", "back": "by other",
                "mean": "score", "since": "first", "until": "last",
            }  # fmt: skip
        else:
            found = ranking.central(view, chosen, by, most)
            columns = {"actor": "actor", "value": by, "events": "events", "partners": "partners", "closest": "closest"}
            if by in ("events", "partners"):
                del columns["value"]
    print_findings(found, columns, format, evidence=evidence, empty="no event passes the filter.")
