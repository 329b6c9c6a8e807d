"""Pages written by programs say what the programs say now."""

from __future__ import annotations

import difflib

import pytest
from pages import PAGES
from sessions import ROOT

_MOST_LINES = 60


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_not_stale(name: str) -> None:
    """What the page holds is what would be written now; else the test names the page and the lines."""
    stored = (ROOT / name).read_text(encoding="utf-8").splitlines()
    changes = list(difflib.unified_diff(stored, PAGES[name]().splitlines(), name, "as it should be", lineterm=""))
    if changes:
        pytest.fail("\n".join([f"{name} is stale: run `make readme`.", *changes[:_MOST_LINES]]), pytrace=False)
