"""What all tests share: where the checkout is, and which files of it are no tests."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# The reference scorers are scripts; a conftest.py is loaded as what it is, not searched for doctests.
collect_ignore_glob = ["gold/*.py", "conftest.py", "*/conftest.py"]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seeds(root: Path) -> Path:
    """The folder of the seed articles."""
    return root / "seeds"


@pytest.fixture(autouse=True, scope="module")
def settled() -> None:
    """Keep what earlier modules left, such as a language model, out of what a closing store collects."""
    gc.collect()
    gc.freeze()
