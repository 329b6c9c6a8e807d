"""A store as named graphs: each changed in one transaction, and the merged graph with it; published and closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ontology.vocabulary import Vocabulary
from kg.store.backend import DEFAULT, Backend, Embedded
from kg.store.locks import FileLock
from kg.store.merging.occasions import read_represents, standing_in
from kg.store.publishing import Publisher
from kg.store.readable import Readable
from kg.store.terms import COPIES_GRAPH, DECISIONS_GRAPH, LINKS_GRAPH, VOCABULARY_GRAPH, as_read_graph, term
from kg.store.unlinked import Unlinked

_DERIVED = frozenset((LINKS_GRAPH, COPIES_GRAPH, VOCABULARY_GRAPH, DECISIONS_GRAPH))
"""Graphs that tell of no event; the links and copies follow from the others."""


class Graphs(Readable):
    """The part of a store that writes: it knows graphs and triples, and not what they tell.

    Every named graph is replaced as a whole and in one transaction; the default graph always holds the
    union of the named ones, each triple once.
    """

    def __init__(
        self, backend: Backend, vocabulary: Vocabulary, own: Sequence[Path], folder: Path | None, lock: FileLock | None
    ) -> None:
        super().__init__(backend, vocabulary, own)
        self._folder = folder
        self._lock = lock
        self._publisher = Publisher(folder, backend) if folder is not None and isinstance(backend, Embedded) else None
        # At an endpoint others may write, and nobody tells what.
        self._unlinked = Unlinked(folder) if backend.writable and isinstance(backend, Embedded) else None

    @property
    def folder(self) -> Path | None:
        """The folder of a store that is open for writing; none where it is in memory or at an endpoint."""
        return self._folder

    @property
    def loose(self) -> bool:
        """Whether compact() would make the store clearly smaller, and close() will not do it: too little was added."""
        return self._publisher is not None and self._publisher.loose

    @property
    def snapshot(self) -> Path | None:
        """The folder of the unchanging snapshot that a store opened read_only reads; none otherwise."""
        if self._backend.writable or self._lock is None:
            return None
        return self._lock.path.with_suffix("")

    def replace_graph(
        self, graph: ox.NamedNode, triples: Iterable[ox.Triple], *, as_read: Iterable[ox.Triple] | None = None
    ) -> bool:
        """Put these triples in place of what a named graph holds, in one transaction; false where it held them.

        `as_read` is what an article said before decisions about actors changed it; it is kept beside, apart
        from the merged graph.
        """
        removed, added = [], []
        if as_read is not None:
            beside = as_read_graph(graph)
            gone, come = self._difference(beside, as_read)
            removed, added = list(_quads(gone, beside)), list(_quads(come, beside))
        return self.change_graph(graph, *self._difference(graph, triples), removed=removed, added=added)

    def replace_graph_by_parts(
        self, graph: ox.NamedNode, triples: Callable[[], Iterable[ox.Triple]], parts: int
    ) -> None:
        """Do the same with a graph that is too large for one transaction; `triples` is asked once for each part."""
        for part in range(parts):

            def of_part(some: Iterable[ox.Triple], part: int = part) -> Iterator[ox.Triple]:
                return (triple for triple in some if hash(triple) % parts == part)

            old, new = set(of_part(self._backend.triples(graph))), dict.fromkeys(of_part(triples()))
            self.change_graph(graph, [t for t in old if t not in new], [t for t in new if t not in old])

    def change_graph(
        self,
        graph: ox.NamedNode,
        gone: Iterable[ox.Triple],
        come: Iterable[ox.Triple],
        *,
        removed: Iterable[ox.Quad] = (),
        added: Iterable[ox.Quad] = (),
    ) -> bool:
        """Take triples out of a named graph, which holds them, and put others in; false where there are none.

        `removed` and `added` are quads of graphs that are no part of the merged one, changed in the same transaction.
        """
        self.must_write()
        gone, come = list(gone), list(come)
        kept = self._backend.held_elsewhere(gone, graph)
        out = [*_quads(gone, graph), *_quads((t for t in gone if t not in kept), DEFAULT), *removed]
        into = [*_quads(come, graph), *_quads(come, DEFAULT), *added]
        if not out and not into:
            return False
        changed = (*gone, *come)
        self._note(_touched(changed), changed if graph not in _DERIVED else None)
        self._backend.change(out, into)
        self._after_change()
        return True

    def publish(self) -> None:
        """Let readers of the folder see what has been written so far."""
        if self._publisher is not None:
            self._publisher.publish()

    def compact(self) -> None:
        """Write the database of a folder anew, so that it takes little room; close() does so after a large build.

        Raises StoreError for a store that is not in a folder.
        """
        self.must_write()
        if self._publisher is None:
            raise StoreError(
                "only a store in a folder is compacted.", place=self.place, advice="A server does so by itself."
            )
        self._publisher.compact()

    def close(self) -> None:
        """Publish and let go; a closed store can be opened again."""
        if self._publisher is not None:
            self._publisher.close()
            self._publisher = None
        if self._unlinked is not None:
            self._unlinked.close()
        self._backend.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def must_write(self) -> None:
        """Raise StoreError where the store is open for reading only."""
        if not self._backend.writable:
            raise StoreError(
                "the store is open for reading only.", place=self.place, advice="Open it without read_only."
            )
        if self._publisher is not None:
            self._publisher.announce()

    def _note(self, iris: Iterable[str], triples: Iterable[Iterable[object]] | None) -> None:
        """Note what is about to change: IRIs, and the triples that come or go, none where they tell of no event."""
        iris = list(iris)
        if self._publisher is not None:
            self._publisher.note(iris)
        if triples is not None and self._unlinked is not None and self._unlinked.known:
            standing = standing_in(triples)
            stood_for = read_represents(self._backend, standing) if standing else {}
            self._unlinked.note(iris, {actor: stood_for.get(actor, frozenset()) for actor in sorted(standing)})

    def _after_change(self) -> None:
        if self._publisher is not None:
            self._publisher.written()

    def _due(self, waiting: int) -> bool:
        return self._publisher is not None and self._publisher.due(waiting)

    def _difference(self, graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> tuple[list[ox.Triple], list[ox.Triple]]:
        old, new = set(self._backend.triples(graph)), dict.fromkeys(triples)
        return [triple for triple in old if triple not in new], [triple for triple in new if triple not in old]


def _quads(triples: Iterable[ox.Triple], graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
    return (ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)


def _touched(triples: Iterable[ox.Triple]) -> set[str]:
    """Give the IRIs that change where these triples come or go: also what is covered, and who holds an office."""
    both_ways = (term("dip:moreSpecificThan"), term("dip:holder"))
    ends = (end for t in triples for end in ((t.subject, t.object) if t.predicate in both_ways else (t.subject,)))
    return {end.value for end in ends if isinstance(end, ox.NamedNode)}
