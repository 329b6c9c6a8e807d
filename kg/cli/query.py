"""`kg query`: SPARQL over the graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from kg.cli.console import note, print_table, write_bytes
from kg.cli.options import DEFAULT_STORE, StoreFolder
from kg.errors import QueryError

Format = Literal["table", "csv", "tsv", "json", "xml", "turtle", "ntriples", "jsonld", "rdfxml"]


def command(
    query: Annotated[
        str | None, typer.Argument(help="A SPARQL query, the name of one of the library, or - for standard input.")
    ] = None,
    parameters: Annotated[
        list[str] | None, typer.Argument(help="What a query of the library is told.", metavar="[NAME=VALUE...]")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="A file that holds the query.")] = None,
    store: StoreFolder = DEFAULT_STORE,
    format: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = "table",
    listed: Annotated[bool, typer.Option("--list", help="List the queries of the library, and stop.")] = False,
) -> None:
    """Answer a SPARQL query, or one of the library by its name. All prefixes (dip: id: ev: sem: …) are declared.

    Examples:

    - `kg query 'SELECT ?o WHERE { id:Donald_Trump dip:called ?o }'`

    - `kg query timeline actor=Putin since=2025-05-01`

    - `kg query --list`

    - `kg query -f query.rq --format csv > answer.csv`

    - `kg query 'CONSTRUCT { ?a dip:met ?b } WHERE { ?a dip:met ?b }' --format turtle`
    """
    from kg.graph import open
    from kg.store.hints import unknown_terms

    if listed:
        _list()
        return
    text = _text(query, file)
    given = _given(parameters or [])
    with open(store) as graph:
        answer = graph.query(text, **given)
        if format != "table":
            write_bytes(answer.serialize(format))
            return
        header, rows = answer.table()
        hints = [] if rows else unknown_terms(graph.store.backend, text)
    if not rows:
        note(" ".join(["no rows.", *hints]) if hints else "no rows. `kg stats` shows what the graph holds.")
        return
    print_table(header, rows)


def _list() -> None:
    from kg.store import named_queries

    print_table(("query", "what it tells"), [(query.usage, query.title) for query in named_queries().values()])


def _given(parameters: list[str]) -> dict[str, str]:
    """Read NAME=VALUE."""
    found: dict[str, str] = {}
    for written in parameters:
        name, equals, value = written.partition("=")
        if not equals or not name.isidentifier():
            raise QueryError(f"{written!r} is no parameter.", advice="Write it as NAME=VALUE, such as actor=Putin.")
        found[name] = value
    return found


def _text(query: str | None, file: Path | None) -> str:
    if (query is None) == (file is None):
        raise QueryError("give one query: as an argument, or in a file with -f.", advice="See kg query --help.")
    if file is None:
        return sys.stdin.read() if query == "-" else str(query)
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise QueryError(f"cannot be read ({error.strerror}).", place=str(file)) from None
    except UnicodeDecodeError:
        raise QueryError("is not UTF-8 text.", place=str(file)) from None
