"""The README tells the truth, and a newcomer finds how to start."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from sessions import BLOCK, ROOT

from kg.store import named_queries

README = ROOT / "README.md"


def test_every_query_of_the_library_is_shown_on_the_seeds() -> None:
    """The page of results has a command for each named query."""
    page = (ROOT / "docs" / "queries-on-seeds.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\$ kg query (\S+)", page, re.MULTILINE)) == sorted(named_queries())


def test_the_first_screen_has_the_two_commands(root: Path) -> None:
    """A newcomer finds how to start without scrolling."""
    first = (root / "README.md").read_text(encoding="utf-8").splitlines()[:30]
    assert "make demo" in "\n".join(first)
    assert "git clone" in "\n".join(first)


def test_there_are_five_examples() -> None:
    """Five kinds of question are shown."""
    text = README.read_text(encoding="utf-8")
    assert sum("$ kg " in block[2] for block in BLOCK.finditer(text)) >= 5


def test_its_python_runs(seeds: Path, tmp_path: Path) -> None:
    """What it shows of the library runs beside the seeds, without a warning, and prints a path."""
    (tmp_path / "seeds").symlink_to(seeds)
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    command = [sys.executable, "-W", "error", "-c", code]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert "Marco Rubio → " in run.stdout
