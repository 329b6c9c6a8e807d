"""The command `kg`: one Typer app, its commands each in a file of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import __version__
from kg.cli import (
    actors,
    build,
    changes,
    compact,
    compare,
    evaluate,
    explain,
    export,
    extract,
    load,
    path,
    query,
    rank,
    remove,
    serve,
    show,
    stats,
    validate,
    watch,
)

app = typer.Typer(
    name="kg",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Turn news articles into a knowledge graph of diplomatic events. Works offline; every edge has its sentence.",
    epilog="Start with: kg build ARTICLES, then kg query, kg path and kg show. Exit codes: 0 done, "
    "1 some articles failed, 2 wrong use.",
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error; may stand anywhere.")] = False,
) -> None:
    pass


for command in (
    build,
    watch,
    extract,
    explain,
    query,
    path,
    rank,
    compare,
    changes,
    show,
    export,
    load,
    serve,
    stats,
    validate,
    remove,
    compact,
    evaluate,
):
    name = "eval" if command is evaluate else command.__name__.rpartition(".")[2]
    app.command(name)(command.command)

app.add_typer(actors.app)
