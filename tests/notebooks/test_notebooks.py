"""The notebooks run from top to bottom on a clean kernel, and show what they give."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import nbformat
import pytest
from executing import NOTEBOOKS, read, run, shown


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.stem)
def ran(request: pytest.FixtureRequest) -> tuple[Path, Any]:
    """A notebook and what it gave when run; a cell that fails is an error here."""
    return request.param, run(request.param)


def test_a_notebook_shows_what_it_gives(ran: tuple[Path, Any]) -> None:
    """Every stored output is what the cell gives now (`make readme` writes them anew)."""
    path, notebook = ran
    stored, given = shown(read(path)).splitlines(), shown(notebook).splitlines()
    assert "\n".join(difflib.unified_diff(stored, given, path.name, "as run", lineterm="")) == ""


def test_nothing_warns(ran: tuple[Path, Any]) -> None:
    """No cell writes to standard error."""
    outputs = [output for cell in ran[1].cells for output in cell.get("outputs", ())]
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []


def test_there_are_notebooks_in_order_each_with_a_title() -> None:
    """They are numbered from 1 on and begin with a heading."""
    assert [int(path.name[:2]) for path in NOTEBOOKS] == list(range(1, len(NOTEBOOKS) + 1))
    assert len(NOTEBOOKS) >= 7
    assert all(read(path).cells[0].source.startswith("# ") for path in NOTEBOOKS)


def test_outputs_are_kept_short() -> None:
    """A notebook is read in a minute: without its plots none is beyond 60 kB, and all cells have been run in order."""
    for path in NOTEBOOKS:
        notebook = read(path)
        plots = [o["data"].get("image/png", "") for c in notebook.cells for o in c.get("outputs", ()) if "data" in o]
        assert path.stat().st_size - sum(map(len, plots)) < 60_000, path.name
        assert all(len(plot) < 60_000 for plot in plots), path.name
        counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
        assert counts == list(range(1, len(counts) + 1)), path.name


def test_what_a_busy_kernel_sends_in_parts_is_one_output() -> None:
    """Lines printed by one cell are the same text however the kernel parts them; what goes to stderr stands apart."""

    def text(*parts: tuple[str, str]) -> str:
        outputs = [nbformat.v4.new_output("stream", name=name, text=part) for name, part in parts]
        cell = nbformat.v4.new_code_cell("print()", outputs=outputs)
        return shown(nbformat.v4.new_notebook(cells=[cell]))

    assert text(("stdout", "a\n"), ("stdout", "b\n")) == text(("stdout", "a\nb\n"))
    assert text(("stdout", "a\n"), ("stderr", "b\n")) != text(("stdout", "a\nb\n"))
