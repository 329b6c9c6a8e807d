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
    query: Annotated[str | None, typer.Argument(help="A SPARQL query, or - for standard input.")] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="A file that holds the query.")] = None,
    store: StoreFolder = DEFAULT_STORE,
    format: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = "table",
) -> None:
    """Answer a SPARQL query. All prefixes (dip: id: ev: sem: prov: schema: …) are declared already.

    Examples:

    - `kg query 'SELECT ?o WHERE { id:Donald_Trump dip:called ?o }'`

    - `kg query -f query.rq --format csv > answer.csv`

    - `kg query 'CONSTRUCT { ?a dip:met ?b } WHERE { ?a dip:met ?b }' --format turtle`
    """
    from kg.graph import open

    text = _text(query, file)
    with open(store) as graph:
        answer = graph.query(text)
        if format != "table":
            write_bytes(answer.serialize(format))
            return
        header, rows = answer.table()
    if not rows:
        note("no rows. `kg stats` shows what the graph holds.")
        return
    print_table(header, rows)


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
