"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_STORE = "graph"

Sources = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, patterns such as 'news/**/*.txt', or - for standard input.", metavar="PATH..."
    ),
]
StoreFolder = Annotated[
    str,
    typer.Option(
        "--store",
        "-s",
        envvar="KG_STORE",
        help="The folder of the graph, or the address of a SPARQL endpoint.",
        metavar="DIR|URL",
    ),
]
PublicationDate = Annotated[
    str | None,
    typer.Option("--date", help="The publication date of articles that state none.", metavar="YYYY-MM-DD"),
]
Workers = Annotated[int, typer.Option("--workers", "-j", min=1, max=64, help="Processes that read in parallel.")]
Languages = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        "-l",
        help="A language to read, by its code; repeatable, English if none is given. The rules are for English.",
        metavar="CODE",
    ),
]
OwnFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--vocabulary",
        help="A Turtle file of your own with actors, wordings or predicates; repeatable.",
        metavar="FILE",
    ),
]
Since = Annotated[str | None, typer.Option(help="Only events since a day, month or year.", metavar="DATE")]
Until = Annotated[str | None, typer.Option(help="Only events until a day, month or year.", metavar="DATE")]
Classes = Annotated[list[str] | None, typer.Option("--class", "-c", help="Only this class; repeatable.")]
Rows = Annotated[int, typer.Option("--limit", "-n", min=1, help="How many rows.", metavar="N")]
Evidence = Annotated[bool, typer.Option("--evidence", "-e", help="Show the sentences behind each row.")]
