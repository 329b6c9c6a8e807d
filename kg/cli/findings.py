"""Prints findings about actors: a table with the evidence below each row, JSON, or CSV."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from rich.text import Text

from kg.cli.console import console, note, print_table, safe
from kg.cli.console import evidence as sentence

Format = Literal["table", "json", "csv"]


def print_findings(
    findings: Sequence[Any], columns: Mapping[str, str], format: Format, *, evidence: bool, empty: str
) -> None:
    """Print findings; `columns` maps the names of a record to the headers of the table, `empty` is said of none."""
    from kg.network.records import records

    rows = records(findings)
    if format == "json":
        print(json.dumps(rows, indent=1, ensure_ascii=False))
    elif format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        names = [name for name in (rows[0] if rows else columns) if name != "evidence"]
        writer.writerow(names)
        writer.writerows([row[name] for name in names] for row in rows)
    else:
        if rows:
            print_table(tuple(columns.values()), [[_cell(row[name]) for name in columns] for row in rows])
        if rows and evidence:
            print()
            for row in rows:
                _print_evidence(row)
    if not rows:
        note(empty)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _print_evidence(row: Mapping[str, Any]) -> None:
    out = console()
    names = [str(row[name]) for name in ("change", "actor", "partner", "one", "other") if name in row]
    out.print(Text(safe(" · ".join(names)), style="bold"))
    for event in row["evidence"]:
        when = f"{event['date'].replace('/', ' to ') or 'undated'} · {event['status']} · {event['sources']} source"
        out.print(Text(f"  {event['predicate']}   {when}{'s' * (event['sources'] != 1)}"))
        for told in event["sentences"][:1]:
            where = ", ".join(filter(None, (told["outlet"], told["published"])))
            out.print(sentence(told["sentence"], source=where))
