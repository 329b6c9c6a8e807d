"""RDF files: the whole dataset where the format knows named graphs, else the merged graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.store.backend import DEFAULT, Embedded
from kg.store.terms import PREFIXES

if TYPE_CHECKING:
    from kg.store.readable import Readable


def named_quads(store: Readable) -> Iterator[ox.Quad]:
    """Give the quads of all named graphs; the merged graph follows from them."""
    for graph in sorted(store.backend.graphs(), key=lambda name: name.value):
        for triple in store.backend.triples(graph):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _dataset(form: ox.RdfFormat) -> Callable[[Readable, Path], None]:
    def write(store: Readable, path: Path) -> None:
        _write(named_quads(store), path, form)

    return write


def _merged(form: ox.RdfFormat) -> Callable[[Readable, Path], None]:
    def write(store: Readable, path: Path) -> None:
        _write(store.backend.triples(DEFAULT), path, form)

    return write


def _write(statements: Iterable[ox.Quad] | Iterable[ox.Triple], path: Path, form: ox.RdfFormat) -> None:
    prefixes = None if form in (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS) else dict(PREFIXES)
    with path.open("wb") as file:
        ox.serialize(statements, file, format=form, prefixes=prefixes)


def sorted_nquads(store: Readable) -> bytes:
    """Give the whole dataset, merged graph included, as sorted N-Quads: equal bytes mean equal graphs."""
    if isinstance(store.backend, Embedded):
        written = store.backend.engine.dump(format=ox.RdfFormat.N_QUADS) or b""
    else:
        merged = (ox.Quad(t.subject, t.predicate, t.object) for t in store.backend.triples(DEFAULT))
        written = (ox.serialize(named_quads(store), format=ox.RdfFormat.N_QUADS) or b"") + (
            ox.serialize(merged, format=ox.RdfFormat.N_QUADS) or b""
        )
    return b"".join(sorted(written.splitlines(keepends=True)))


WRITERS: MappingProxyType[str, Callable[[Readable, Path], None]] = MappingProxyType(
    {
        ".nq": _dataset(ox.RdfFormat.N_QUADS),
        ".trig": _dataset(ox.RdfFormat.TRIG),
        ".jsonld": _dataset(ox.RdfFormat.JSON_LD),
        ".nt": _merged(ox.RdfFormat.N_TRIPLES),
        ".ttl": _merged(ox.RdfFormat.TURTLE),
        ".rdf": _merged(ox.RdfFormat.RDF_XML),
    }
)
