"""The README tells the truth: its commands give what it shows, its figures are the stored ones."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest
from readme import BLOCK, ON_SEEDS, README, fresh

from kg.store import named_queries


@pytest.mark.parametrize("page", [README, ON_SEEDS], ids=lambda page: page.name)
def test_every_example_gives_what_the_page_shows(page: Path) -> None:
    """Each command is run and its output compared, line by line (`make readme` writes it anew)."""
    text = page.read_text(encoding="utf-8")
    changes = difflib.unified_diff(text.splitlines(), fresh(text).splitlines(), page.name, "as run", lineterm="")
    assert "\n".join(changes) == ""


def test_every_query_of_the_library_is_shown_on_the_seeds() -> None:
    """The page of results has a command for each named query."""
    shown = re.findall(r"^\$ kg query (\S+)", ON_SEEDS.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(shown) == sorted(named_queries())


def test_the_first_screen_has_the_two_commands(root: Path) -> None:
    """A newcomer finds how to start without scrolling."""
    first = (root / "README.md").read_text(encoding="utf-8").splitlines()[:30]
    assert "make demo" in "\n".join(first)
    assert "git clone" in "\n".join(first)


def test_there_are_five_examples() -> None:
    """Five kinds of question are shown."""
    text = README.read_text(encoding="utf-8")
    assert sum("$ kg " in block[2] for block in BLOCK.finditer(text)) >= 5


def test_the_pictures_and_pages_that_it_names_exist(root: Path) -> None:
    """No link of the README leads nowhere."""
    text = (root / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert target.startswith("https://") or (root / target).exists(), target
