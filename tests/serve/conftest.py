"""The server that the tests of this folder ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from serving import Server, started, told

from kg.store import open_store


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`kg serve` over two articles that tell of one call, with narrow limits."""
    folder = tmp_path_factory.mktemp("serve") / "g"
    with open_store(folder) as store:
        store.record_all((told("first"), told("second")))
    running = started(folder, "--timeout", "2", "--result-limit", "1", "--workers", "2")
    yield running
    running.process.terminate()
    running.process.wait()
