"""The documents that lead into the library tell the truth: commands, code, links, version."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sessions import ROOT

import kg

TUTORIAL = ROOT / "docs" / "tutorial.md"
MARKDOWN = sorted(
    path.relative_to(ROOT)
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("tests/gold/*.md"))
)
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.DOTALL | re.MULTILINE)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")


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


@pytest.mark.parametrize("page", MARKDOWN, ids=str)
def test_no_link_leads_nowhere(page: Path) -> None:
    """Every file that is linked exists, and every heading within it."""
    path = ROOT / page
    text = CODE.sub("", path.read_text(encoding="utf-8"))
    for link in LINK.findall(text):
        target, _, heading = link.partition("#")
        there = path.parent / target if target else path
        assert "://" in link or there.exists(), link
        if heading and there.suffix == ".md":
            headings = (re.sub(r"[^\w -]", "", line).strip().lower() for line in _headings(there))
            assert heading in [words.replace(" ", "-") for words in headings], link


def _headings(page: Path) -> list[str]:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"^#+ (.*)$", text, re.MULTILINE)


def test_the_index_names_every_page_and_notebook(root: Path) -> None:
    """No document but a single decision can only be found by listing the folder."""
    text = (root / "docs" / "index.md").read_text(encoding="utf-8")
    pages = [path for path in (root / "docs").glob("*.md") if path.name != "index.md"]
    notebooks = (root / "notebooks").glob("*.ipynb")
    assert [path.name for path in (*pages, *notebooks) if f"{path.name})" not in text] == []


def test_the_citation_has_the_version_of_the_package(root: Path) -> None:
    """Who cites it cites what they have."""
    assert f"\nversion: {kg.__version__}\n" in (root / "CITATION.cff").read_text(encoding="utf-8")
