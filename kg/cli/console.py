"""Prints to a terminal: articles are untrusted, so nothing in them may steer it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.render.text import inert

WIDTH_OF_A_PIPE = 120
"""Columns where the output is no terminal and COLUMNS is not set."""

_LONGEST_SENTENCE = 300


def console(*, stderr: bool = False) -> Console:
    """Give the console for results (standard output) or for progress and errors (standard error)."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS") else WIDTH_OF_A_PIPE
    return Console(stderr=stderr, width=width, highlight=False, markup=False, emoji=False)


def safe(text: object) -> str:
    """Give a text on one line with control characters made visible."""
    return " ".join(inert(str(text)).split())


def note(text: object, *, indent: str = "") -> None:
    """Say something on standard error, without wrapping, so that it can be searched for."""
    print(f"{indent}{safe(text)}", file=sys.stderr)


def evidence(text: str, *, source: str = "") -> Padding:
    """Give a sentence as it stands under an event: indented, shortened where it is very long, with its source."""
    line = safe(text)
    if len(line) > _LONGEST_SENTENCE:
        line = line[: _LONGEST_SENTENCE - 1].rstrip() + "…"
    return Padding(Text(f"{line} [{safe(source)}]" if source else line, style="dim"), (0, 0, 0, 4), expand=False)


def print_table(header: Sequence[str], rows: Iterable[Sequence[object]], *, title: str | None = None) -> None:
    """Print rows under a header; numbers stand to the right."""
    cells = [[safe(cell) for cell in row] for row in rows]
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, show_edge=False, header_style="bold")
    for index, name in enumerate(header):
        numeric = bool(cells) and all(row[index].replace(".", "", 1).isdigit() for row in cells)
        table.add_column(Text(safe(name)), justify="right" if numeric else "left", overflow="fold")
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    console().print(table)


def write_bytes(data: bytes) -> None:
    """Write a result that is for programs, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
