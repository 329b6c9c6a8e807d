"""The README tells the truth, and a newcomer finds how to start."""

from __future__ import annotations

import re
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
