"""The one seam of the store: what an engine must do, and the embedded Oxigraph that does it."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.parameters import Term, put
from kg.store.terms import AS_READ, PREFIXES
from kg.store.tokens import tokens

Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph

_PREFIXES = dict(PREFIXES)
DEFAULT = ox.DefaultGraph()
_BULK = 10_000
"""From this many new quads on, writing sorted files is faster than going through the log."""

_FIRST = 1_200_000
"""Lines that an empty or small database takes at a time, a million quads, as one load stays compressed: 1.3 GB."""
_LATER = 500_000
"""And a larger one, which keeps more in memory itself."""


class Backend(Protocol):
    """An engine that holds quads, answers SPARQL, and changes quads in one transaction."""

    place: str
    writable: bool

    @property
    def batch(self) -> int:
        """Quads that many articles are added by at a time."""

    def query(self, sparql: str, values: Mapping[str, Term] | None = None) -> Result:
        """Answer a query, its variables given values; SyntaxError where it is no SPARQL, OSError where it fails."""

    def triples(self, graph: Graph) -> Iterator[ox.Triple]:
        """Give the triples of one graph."""

    def holds(self, graph: ox.NamedNode) -> bool:
        """Tell whether anything stands in a named graph."""

    def contains(self, quad: ox.Quad) -> bool:
        """Tell whether this very quad stands there."""

    def graphs(self) -> Iterator[ox.NamedNode]:
        """Give the names of all named graphs."""

    def held_elsewhere(self, triples: Iterable[ox.Triple], graph: ox.NamedNode) -> set[ox.Triple]:
        """Give those of the triples that a named graph other than `graph` holds as well."""

    def change(self, removed: Sequence[ox.Quad], added: Sequence[ox.Quad]) -> None:
        """Take away and add quads, all or nothing."""

    def add_lines(self, lines: bytes | Path, count: int) -> None:
        """Add N-Quads, all or nothing: `count` lines, there or in a file. To add them again changes nothing."""

    def close(self) -> None:
        """Let go of files and connections."""


class Embedded:
    """Oxigraph inside this process, on disk or in memory.

    `held` counts the quads that stand in it sorted and compressed, `written` those added and removed since, and
    `lately` those of them that this process wrote.
    """

    def __init__(self, engine: ox.Store, place: str, *, writable: bool = True) -> None:
        self.place = place
        self.writable = writable
        self.held = 0
        self.written = 0
        self.lately = 0
        self._loaded = False
        self._engine: ox.Store | None = engine

    @property
    def batch(self) -> int:
        """Many at first, as one load of sorted files is compressed; fewer once there is more to merge them into."""
        return _FIRST if self.held + self.written < _FIRST else _LATER

    @property
    def engine(self) -> ox.Store:
        if self._engine is None:
            raise StoreError("the store is closed.", place=self.place, advice="Open it again with open_store().")
        return self._engine

    def query(self, sparql: str, values: Mapping[str, Term] | None = None) -> Result:
        if values:
            sparql = put(sparql, list(tokens(sparql)), values)
        return self.engine.query(sparql, prefixes=_PREFIXES)

    def triples(self, graph: Graph) -> Iterator[ox.Triple]:
        return (quad.triple for quad in self.engine.quads_for_pattern(None, None, None, graph))

    def holds(self, graph: ox.NamedNode) -> bool:
        return next(self.engine.quads_for_pattern(None, None, None, graph), None) is not None

    def contains(self, quad: ox.Quad) -> bool:
        return quad in self.engine

    def graphs(self) -> Iterator[ox.NamedNode]:
        return (name for name in self.engine.named_graphs() if isinstance(name, ox.NamedNode))

    def held_elsewhere(self, triples: Iterable[ox.Triple], graph: ox.NamedNode) -> set[ox.Triple]:
        engine = self.engine
        return {
            triple
            for triple in triples
            if any(
                isinstance(quad.graph_name, ox.NamedNode)
                and quad.graph_name != graph
                and not quad.graph_name.value.startswith(AS_READ)
                for quad in engine.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
            )
        }

    def change(self, removed: Sequence[ox.Quad], added: Sequence[ox.Quad]) -> None:
        with storage_errors(self.place):
            if removed:
                self.engine.update(update_text(removed, added))
            elif len(added) >= _BULK:
                self.engine.bulk_extend(added)
            elif added:
                self.engine.extend(added)
        self.written += len(removed) + len(added)
        self.lately += len(removed) + len(added)

    def add_lines(self, lines: bytes | Path, count: int) -> None:
        # Lenient only in that the engine does not check again what it has written itself.
        where = {"path": str(lines)} if isinstance(lines, Path) else {"input": lines}
        load = self.engine.bulk_load if count >= _BULK else self.engine.load
        with storage_errors(self.place):
            load(**where, format=ox.RdfFormat.N_QUADS, lenient=True)
        self.lately += count
        if not self.held and count >= _BULK and self.written < count // 2:
            self.held, self._loaded = count, True
            return
        self.written += count
        if self._loaded and count >= _BULK:  # the engine merges what it loads now with what it loaded before
            self.held, self.written, self._loaded = 0, self.written + self.held, False

    def reopen(self, engine: ox.Store) -> None:
        """Go on with another database in place of the one that was closed."""
        self._engine = engine

    def close(self) -> None:
        if self._engine is not None:
            self._engine = None
            gc.collect()  # the engine frees its lock only when the last iterator over it has gone


def update_text(removed: Sequence[ox.Quad], added: Sequence[ox.Quad]) -> str:
    """Write a change as one SPARQL update, which the engine runs as one transaction."""
    parts = []
    for keyword, quads in (("DELETE DATA", removed), ("INSERT DATA", added)):
        if quads:
            parts.append(f"{keyword} {{\n{_quad_data(quads)}}}")
    return " ;\n".join(parts)


def _quad_data(quads: Sequence[ox.Quad]) -> str:
    by_graph: dict[Graph, list[ox.Triple]] = {}
    for quad in quads:
        by_graph.setdefault(quad.graph_name, []).append(quad.triple)
    written = []
    for graph, triples in by_graph.items():
        lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
        block = lines.decode("utf-8")
        written.append(block if isinstance(graph, ox.DefaultGraph) else f"GRAPH {graph} {{\n{block}}}\n")
    return "".join(written)


@contextmanager
def storage_errors(place: str) -> Iterator[None]:
    """Turn what the engine says of files and disks into a StoreError that names the store."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"the store cannot be read or written: {error}.", place=place, advice="See that the disk has room."
        ) from error
