"""The store: many articles as one graph, each in its own named graph, and the merged graph beside them."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import BASE, Actor, Article, Extraction, slug
from kg.ontology.vocabulary import Vocabulary, load_vocabulary
from kg.store import snapshots
from kg.store.actor_names import actor_iri
from kg.store.answer import Answer
from kg.store.asking import ask
from kg.store.backend import DEFAULT, Backend, Embedded, open_engine
from kg.store.locks import FileLock, take_writer_lock
from kg.store.merging import Link, reconcile
from kg.store.named import ask_named
from kg.store.parameters import Parameter
from kg.store.quads import article_digest, statements
from kg.store.reading import read_actors, read_articles, read_events
from kg.store.records import ArticleRecord, EventRecord
from kg.store.terms import VOCABULARY_GRAPH, term
from kg.store.vocabulary import vocabulary_triples

if TYPE_CHECKING:
    import rdflib

    from kg.store.validation import Violation

_BATCH = 20_000
_PUBLISH_SECONDS = 30.0


class Store:
    """A knowledge graph of diplomatic events; made by open_store().

    Every named graph is replaced as a whole and in one transaction; the default graph always holds the
    union of the named ones, each triple once.
    """

    def __init__(
        self,
        backend: Backend,
        *,
        folder: Path | None = None,
        lock: FileLock | None = None,
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self._backend = backend
        self._folder = folder
        self._lock = lock
        self._published = time.monotonic()
        self._changed = False
        self.vocabulary = vocabulary or load_vocabulary()
        if backend.writable:
            self.replace_graph(VOCABULARY_GRAPH, vocabulary_triples(self.vocabulary))

    @property
    def place(self) -> str:
        """Where the store is: its folder, "memory", or the address of an endpoint."""
        return self._backend.place

    @property
    def backend(self) -> Backend:
        """The engine below, for the parts of this package that read more than the methods here give."""
        return self._backend

    def has(self, article: Article, *, reader: str = "") -> bool:
        """Tell whether this very content, read by this reader, is stored, so that nothing need be done.

        `reader` names the version of what extracts (pipeline and lexicon), as given to record().
        """
        this, digest = ox.NamedNode(article.iri), ox.Literal(article_digest(article, reader))
        return bool(self._backend.query(f"ASK {{ GRAPH {this} {{ {this} dip:digest {digest} }} }}"))

    def record(self, extraction: Extraction, *, reader: str = "") -> bool:
        """Store what was read out of one article, in place of what it said before; false where nothing changed."""
        return self.record_all((extraction,), reader=reader) > 0

    def record_all(self, extractions: Iterable[Extraction], *, reader: str = "") -> int:
        """Store many articles, several new ones to a transaction, each whole or not at all; gives how many changed."""
        changed = 0
        waiting: dict[ox.NamedNode, list[ox.Triple]] = {}
        size = 0
        for extraction in extractions:
            graph = ox.NamedNode(extraction.article.iri)
            triples = statements(extraction, self.vocabulary, reader=reader)
            if graph in waiting or self._has_graph(graph):
                changed += self._add_new(waiting)
                waiting, size = {}, 0
                changed += self.replace_graph(graph, triples)
                continue
            waiting[graph] = triples
            size += 2 * len(triples)
            if size >= _BATCH:
                changed += self._add_new(waiting)
                waiting, size = {}, 0
        return changed + self._add_new(waiting)

    def replace_graph(self, graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> bool:
        """Put these triples in place of what a named graph holds, in one transaction; false where it held them."""
        self._must_write()
        old, new = set(self._backend.triples(graph)), dict.fromkeys(triples)
        gone = [triple for triple in old if triple not in new]
        come = [triple for triple in new if triple not in old]
        if not gone and not come:
            return False
        kept = self._backend.held_elsewhere(gone, graph)
        removed = [*_quads(gone, graph), *_quads((t for t in gone if t not in kept), DEFAULT)]
        added = [*_quads(come, graph), *_quads(come, DEFAULT)]
        self._backend.change(removed, added)
        self._after_change()
        return True

    def remove(self, article: Article | str) -> bool:
        """Take an article out (by record, IRI or id): only what no other says goes; false where it is not there."""
        iri = article if isinstance(article, str) else article.iri
        for candidate in (iri, f"{BASE}article/{slug(iri)}"):
            if candidate.startswith(f"{BASE}article/") and self._has_graph(ox.NamedNode(candidate)):
                return self.replace_graph(ox.NamedNode(candidate), ())
        return False

    def reconcile(self) -> list[Link]:
        """Link the events of different articles that tell of one occasion; to be called when a build is done.

        Gives the links, sorted; they follow from what is stored, whatever the order it came in.
        """
        return reconcile(self)

    def query(self, sparql: str, **parameters: Parameter) -> Answer:
        """Answer a SPARQL query, or one of the library by its name; parameters give variables their values.

        Raises QueryError, with line and column, where the query is wrong, writes or reaches out.
        """
        if re.fullmatch(r"[\w-]+", sparql.strip()) and sparql.strip().upper() not in ("SELECT", "ASK"):
            return ask_named(self._backend, sparql.strip(), parameters)
        return ask(self._backend, sparql, parameters)

    def actor_iri(self, name: str) -> str:
        """Give the IRI of the actor with this name, alias or IRI; ActorError where there is none, or several."""
        return actor_iri(self._backend, name)

    def events(
        self,
        *,
        actor: str | None = None,
        predicate: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Iterator[EventRecord]:
        """Give the events by date; narrowed to an actor and a predicate (name or IRI) and to ISO dates."""
        return read_events(
            self._backend,
            actor=None if actor is None else actor if actor.startswith("http") else f"{BASE}id/{slug(actor)}",
            predicate=None if predicate is None else term(f"dip:{predicate.rpartition('#')[2]}").value,
            since=since,
            until=until,
        )

    def actors(self) -> Iterator[Actor]:
        """Give every actor, by IRI."""
        return read_actors(self._backend)

    def articles(self) -> Iterator[ArticleRecord]:
        """Give every article, by IRI."""
        return read_articles(self._backend)

    def dataset(self) -> rdflib.Dataset:
        """Give an rdflib Dataset over the same data, prefixes bound; for reading."""
        from kg.store.rdflib_view import dataset_over

        return dataset_over(self._backend)

    def export(self, path: str | os.PathLike[str]) -> Path:
        """Write the graph to a file, in the format that its suffix names; gives the path."""
        from kg.store.exports import export

        return export(self, Path(path))

    def validate(self) -> list[Violation]:
        """Check the graph against the shapes (SHACL); gives what is wrong, each with the sentences behind it."""
        from kg.store.validation import validate

        return validate(self)

    def publish(self) -> None:
        """Let readers of the folder see what has been written so far."""
        if self._folder is not None and isinstance(self._backend, Embedded) and self._changed:
            snapshots.publish(self._folder, self._backend.engine)
            (self._folder / "unpublished").unlink(missing_ok=True)
            self._changed = False
        self._published = time.monotonic()

    def close(self) -> None:
        """Publish and let go; a closed store can be opened again."""
        if self._backend.writable:
            self.publish()
        self._backend.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _has_graph(self, graph: ox.NamedNode) -> bool:
        return next(iter(self._backend.triples(graph)), None) is not None

    def _add_new(self, graphs: dict[ox.NamedNode, list[ox.Triple]]) -> int:
        if not graphs:
            return 0
        self._must_write()
        added = [quad for graph, triples in graphs.items() for quad in _quads(triples, graph)]
        merged = dict.fromkeys(triple for triples in graphs.values() for triple in triples)
        self._backend.change((), [*added, *_quads(merged, DEFAULT)])
        self._after_change()
        return len(graphs)

    def _must_write(self) -> None:
        if not self._backend.writable:
            raise StoreError(
                "the store is open for reading only.", place=self.place, advice="Open it without read_only."
            )
        if self._folder is not None and not self._changed:
            (self._folder / "unpublished").touch()

    def _after_change(self) -> None:
        self._changed = True
        if self._folder is not None and time.monotonic() - self._published > _PUBLISH_SECONDS:
            self.publish()


def open_store(
    path: str | os.PathLike[str] | None = None, *, read_only: bool = False, vocabulary: Vocabulary | None = None
) -> Store:
    """Open the store in a folder, or one in memory where no path is given; made where it is not there yet.

    Raises StoreError where another process writes to it, where the folder holds something else, or where
    there is nothing to read.
    """
    if path is None:
        return Store(Embedded(ox.Store(), "memory"), vocabulary=vocabulary)
    folder = Path(path)
    if read_only:
        if not snapshots.is_store(folder):
            raise StoreError("there is no store here.", place=str(folder), advice="Make one with `kg build`.")
        engine, held = snapshots.open_snapshot(folder)
        return Store(Embedded(engine, str(folder), writable=False), lock=held, vocabulary=vocabulary)
    snapshots.prepare(folder)
    lock = take_writer_lock(folder)
    try:
        backend = Embedded(open_engine(snapshots.data_folder(folder)), str(folder))
        return Store(backend, folder=folder, lock=lock, vocabulary=vocabulary)
    except BaseException:
        lock.release()
        raise


def _quads(triples: Iterable[ox.Triple], graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
    return (ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)
