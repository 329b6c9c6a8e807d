"""Runs the notebooks on clean kernels; `python tests/notebooks/executing.py` writes what they give now into them."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import matplotlib.font_manager  # noqa: F401 # lists the fonts, about which a first plot in a notebook would warn
import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
_SECONDS = 600
_LONGEST = 20_000
"""Characters of HTML beyond which an output is not kept: the interactive page is one."""


def read(path: Path) -> Any:
    """Give a notebook as it is stored."""
    return nbformat.read(path, as_version=4)


def run(path: Path) -> Any:
    """Run a notebook on a kernel of this environment, in its own folder and without the user's IPython settings.

    Gives it with what its cells gave; raises CellExecutionError where one fails.
    """
    notebook = read(path)
    place = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(notebook, timeout=_SECONDS, kernel_name="python3", resources=place, record_timing=False)
    with tempfile.TemporaryDirectory() as settings:
        client.execute(env=os.environ | {"PYTHONPATH": str(ROOT), "IPYTHONDIR": settings})
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [_kept(output) for output in cell.outputs]
    return notebook


def _kept(output: Any) -> Any:
    page = output.get("data", {}).get("text/html", "")
    if len(page) > _LONGEST:
        del output["data"]["text/html"]
    return output


def shown(notebook: Any) -> str:
    """Give all cells with what they gave as one text, to be compared."""
    lines: list[str] = []
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        lines.append(f"[{cell.execution_count}] {cell.source}")
        stream = ""
        for output in cell.outputs:
            text = output.get("text", "")
            if output.output_type == "stream" and output.name == stream:
                lines[-1] += text  # a busy kernel sends in parts what it printed
                continue
            stream = output.name if output.output_type == "stream" else ""
            lines.append(output.output_type)
            lines.append(text)
            for kind, text in sorted(output.get("data", {}).items()):
                # The bytes of a plot differ between machines; what it draws stands in the table before it.
                lines.append(kind if kind.startswith("image/") else f"{kind}: {text}")
    return "\n".join(lines)


def main() -> None:
    """Run all notebooks, or those named, and store what they give."""
    named = {Path(name).stem for name in sys.argv[1:]}
    for path in NOTEBOOKS:
        if named and path.stem not in named:
            continue
        notebook = run(path)
        notebook.metadata = {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
        for cell in notebook.cells:
            cell.metadata = {}
        path.write_text(nbformat.writes(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"{path.name} written")


if __name__ == "__main__":
    main()
