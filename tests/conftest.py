"""What all tests share: where the checkout is, and which files of it are no tests."""

from __future__ import annotations

import gc
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis  # noqa: F401 - its plugin else imports it at the end, where its own warnings are errors
import pytest

ROOT = Path(__file__).resolve().parent.parent

# The reference scorers are scripts; a conftest.py is loaded as what it is, not searched for doctests.
collect_ignore_glob = ["gold/*.py", "conftest.py", "*/conftest.py"]


_LONG = ("documents", "graph", "notebooks", "render", "ontology", "store", "cli", "network")
"""Folders of tests that take long, longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long, so that no worker is left alone with one at the end."""
    places = {name: place for place, name in enumerate(_LONG)}
    items.sort(key=lambda item: places.get(item.path.parent.name, len(_LONG)))


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


@pytest.fixture
def served() -> Callable[..., subprocess.Popen[bytes]]:
    """What starts an Oxigraph server at a port, in memory or over a folder, and waits until it answers."""
    return _served


@pytest.fixture
def port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def endpoint(port: int) -> Iterator[str]:
    """An empty Oxigraph server of its own; gives the address for queries."""
    process = _served(port)
    yield f"http://127.0.0.1:{port}/query"
    process.terminate()
    process.wait()


@pytest.fixture
def union_endpoint(port: int) -> Iterator[str]:
    """The same with a default graph that is not apart from the named ones, as some servers have it."""
    process = _served(port, None, "--union-default-graph")
    yield f"http://127.0.0.1:{port}/query"
    process.terminate()
    process.wait()


def _served(port: int, folder: Path | None = None, *options: str) -> subprocess.Popen[bytes]:
    place = [*(["--location", str(folder)] if folder else []), *options]
    quiet = subprocess.DEVNULL
    oxigraph = Path(sys.executable).parent / "oxigraph"
    process = subprocess.Popen([oxigraph, "serve", *place, "--bind", f"127.0.0.1:{port}"], stdout=quiet, stderr=quiet)
    deadline = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process
        except OSError:
            assert process.poll() is None and time.monotonic() < deadline
            time.sleep(0.05)
