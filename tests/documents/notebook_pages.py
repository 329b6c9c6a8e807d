"""Notebooks as Markdown for the documentation: code, what it printed, tables and plots, as they are stored."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat

_STYLE = re.compile(r"<style scoped>.*?</style>", re.DOTALL)
_TAB = "    "


def page(path: Path, pictures: Path) -> str:
    """Give a notebook as Markdown; its plots are written beside it, into `pictures`."""
    notebook = nbformat.read(path, as_version=4)
    parts = [
        part for number, cell in enumerate(notebook.cells) for part in _cell(cell, f"{path.stem}-{number}", pictures)
    ]
    heading, _, rest = "\n\n".join(parts).partition("\n")
    source = f"*This page is the notebook `notebooks/{path.name}`, as it runs in the tests.*"
    return f"{heading}\n\n{source}\n{rest}\n"


def _cell(cell: Any, name: str, pictures: Path) -> Iterator[str]:
    if cell.cell_type == "markdown":
        yield cell.source
        return
    yield f"```python\n{cell.source}\n```"
    for number, output in enumerate(cell.outputs):
        data = output.get("data", {})
        if "image/png" in data:
            picture = pictures / f"{name}-{number}.png"
            picture.write_bytes(base64.b64decode(data["image/png"]))
            yield f"![A plot: {_title(cell.source)}]({picture.name})"
        elif "text/html" in data:
            # One line, so that Markdown takes it for one block of HTML whatever stands inside.
            yield f'<div class="output">{" ".join(_STYLE.sub("", data["text/html"]).split())}</div>'
        elif text := (output.get("text") or data.get("text/plain", "")).rstrip("\n"):
            yield f"```text\n{text}\n```"


def _title(source: str) -> str:
    found = re.search(r'title="([^"]+)"', source)
    return found[1] if found else "the network"
