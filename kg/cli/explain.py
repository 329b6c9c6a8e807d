"""`kg explain`: which wording fired in a sentence and why, or why none did."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from kg.cli.console import console, write_bytes
from kg.cli.options import OwnFiles, PublicationDate
from kg.render.text import TROUBLE

_STYLES = {"heading": "bold", "actor": "cyan"}


def command(
    sentence: Annotated[str, typer.Argument(help="A sentence or two, or - for standard input.")],
    date: PublicationDate = None,
    vocabulary: OwnFiles = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as one JSON object.")] = False,
) -> None:
    """Tell which actors and events a sentence gives, which wording of the lexicon fired, or what stopped it.

    Examples:

    - `kg explain "Macron met Modi in Paris on Monday." --date 2025-05-20`

    - `kg explain "Rubio will not call Lavrov."`

    - `kg explain "Macron called Modi a friend." --json`
    """
    from kg.graph import explain
    from kg.graph.telling import spaced

    explanation = explain(sys.stdin.read() if sentence == "-" else sentence, date=date, vocabulary=vocabulary or ())
    if as_json:
        row = json.dumps(asdict(explanation.explanation), ensure_ascii=False, indent=2)
        write_bytes(TROUBLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", row).encode() + b"\n")
        return
    out = console()
    for line in explanation.lines():
        text = Text(spaced(line.text), style=_STYLES.get(line.kind, ""))
        out.print(Padding(text, (0, 0, 0, 2 * line.depth), expand=False))
