"""The arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_STORE = Path("graph")

Sources = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, patterns such as 'news/**/*.txt', or - for standard input.", metavar="PATH..."
    ),
]
StoreFolder = Annotated[
    Path,
    typer.Option("--store", "-s", envvar="KG_STORE", help="The folder of the graph.", metavar="DIR"),
]
PublicationDate = Annotated[
    str | None,
    typer.Option("--date", help="The publication date of articles that state none.", metavar="YYYY-MM-DD"),
]
Workers = Annotated[int, typer.Option("--workers", "-j", min=1, max=64, help="Processes that read in parallel.")]
