"""The documents that lead into the library tell the truth: commands, code, links, version."""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tutorial import TUTORIAL, told

import kg

PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def test_every_command_gives_what_the_tutorial_shows() -> None:
    """Each is run in order, and its output compared line by line (`make readme` writes it anew)."""
    shown = TUTORIAL.read_text(encoding="utf-8").splitlines()
    changes = difflib.unified_diff(shown, told().splitlines(), TUTORIAL.name, "as run", lineterm="")
    assert "\n".join(changes) == ""


def test_the_python_of_the_tutorial_runs(root: Path, seeds: Path, tmp_path: Path) -> None:
    """It finds the graph that the commands before it have built."""
    kg.build(seeds, store=tmp_path / "graph").close()
    for code in PYTHON.findall(TUTORIAL.read_text(encoding="utf-8")):
        run = subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(root)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.stderr == ""
        assert run.stdout.startswith("Antony Blinken → ")


@pytest.mark.parametrize("name", ["docs/index.md", "docs/tutorial.md"])
def test_no_link_leads_nowhere(root: Path, name: str) -> None:
    """Every file that is linked exists, and every heading within it."""
    page = root / name
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        target, _, heading = link.partition("#")
        assert (page.parent / target).exists(), link
        if heading:
            text = (page.parent / target).read_text(encoding="utf-8")
            headings = [re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-") for line in text.splitlines()]
            assert heading in headings, link


def test_the_index_names_every_page_and_notebook(root: Path) -> None:
    """No document but a single decision can only be found by listing the folder."""
    text = (root / "docs" / "index.md").read_text(encoding="utf-8")
    pages = [path for path in (root / "docs").glob("*.md") if path.name != "index.md"]
    notebooks = (root / "notebooks").glob("*.ipynb")
    assert [path.name for path in (*pages, *notebooks) if f"{path.name})" not in text] == []


def test_the_citation_has_the_version_of_the_package(root: Path) -> None:
    """Who cites it cites what they have."""
    assert f"\nversion: {kg.__version__}\n" in (root / "CITATION.cff").read_text(encoding="utf-8")
