"""`kg compact`: makes a store small on disk."""

from __future__ import annotations

from pathlib import Path

from kg.cli.console import safe
from kg.cli.options import DEFAULT_STORE, StoreFolder


def command(store: StoreFolder = DEFAULT_STORE) -> None:
    """Write the database of a graph anew, so that it takes as little room as it can.

    A build does so by itself when much was added. What was added bit by bit takes up to twice the room; to compact it
    takes some ten seconds a million statements, and as much room again meanwhile.

    Example: `kg compact --store graph`
    """
    from kg.graph import open
    from kg.store.folder import bytes_of

    with open(store, read_only=False) as graph:
        before = bytes_of(Path(store))
        graph.store.compact()
        print(f"{safe(store)}: {before / 1e6:.1f} MB before, {bytes_of(Path(store)) / 1e6:.1f} MB now")
