"""`kg compact`: makes a store small on disk."""

from __future__ import annotations

import pathlib

from kg.cli.console import safe
from kg.cli.options import DEFAULT_STORE, StoreFolder


def command(store: StoreFolder = DEFAULT_STORE) -> None:
    """Write the database of a graph anew, so that it takes as little room as it can.

    A build does so by itself when much was added. What was added bit by bit takes up to twice the room; to compact it
    takes some ten seconds a million statements, and as much room again meanwhile.

    Example: `kg compact --store graph`
    """
    from kg.graph import open

    with open(store, read_only=False) as graph:
        before = _megabytes(store)
        graph.store.compact()
        print(f"{safe(store)}: {before:.1f} MB before, {_megabytes(store):.1f} MB now")


def _megabytes(store: str) -> float:
    data = pathlib.Path(store) / "data"
    return sum(path.stat().st_size for path in data.glob("*") if path.is_file()) / 1e6
