"""Writes the graph to files: RDF in all its formats, graphs for other programs, tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.store.exports import graphs, rdf, tables

if TYPE_CHECKING:
    from kg.store.readable import Readable

WRITERS: MappingProxyType[str, Callable[[Readable, Path], None]] = MappingProxyType(
    {**rdf.WRITERS, **graphs.WRITERS, **tables.WRITERS}
)
"""The suffixes that can be written, each with what writes it."""


def export(store: Readable, path: Path) -> Path:
    """Write the graph in the format that the suffix names; StoreError where there is no such format."""
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise StoreError(
            f"no format has the suffix {path.suffix!r}.", place=str(path), advice=f"Use {', '.join(sorted(WRITERS))}."
        )
    try:
        writer(store, path)
    except OSError as error:
        raise StoreError(f"cannot be written: {error.strerror or error}.", place=str(path)) from error
    return path
