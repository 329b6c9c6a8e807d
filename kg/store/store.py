"""The store: many articles as one graph, each in its own named graph, and the merged graph beside them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.model import BASE, Article, Extraction, slug
from kg.ontology.vocabulary import Vocabulary, load_vocabulary
from kg.store.actors import deciding
from kg.store.actors.decisions import Decision, DecisionLog, decision_triples
from kg.store.additions import Additions
from kg.store.backend import Backend
from kg.store.copies import find_copies
from kg.store.folder import journal
from kg.store.graphs import Graphs
from kg.store.locks import FileLock
from kg.store.merging import count_links, link_anew, renew_links
from kg.store.quads import facts
from kg.store.recovery import recover, rewritten
from kg.store.terms import DECISIONS_GRAPH, VOCABULARY_GRAPH
from kg.store.vocabulary import vocabulary_triples


class Store(Graphs):
    """A knowledge graph of diplomatic events; made by open_store()."""

    def __init__(
        self,
        backend: Backend,
        *,
        folder: Path | None = None,
        lock: FileLock | None = None,
        vocabulary: Vocabulary | None = None,
        own: Sequence[Path] = (),
        decisions: DecisionLog | None = None,
    ) -> None:
        super().__init__(backend, vocabulary or load_vocabulary(*own), own, folder, lock)
        self._decisions = decisions or DecisionLog()
        if backend.writable:
            self.replace_graph(VOCABULARY_GRAPH, vocabulary_triples(self.vocabulary, *self.own))
            if set(decision_triples(self._decisions)) != set(backend.triples(DECISIONS_GRAPH)):
                deciding.apply(self)
        if self._publisher is not None:
            self._publisher.await_first()

    def record(self, extraction: Extraction, *, reader: str = "") -> bool:
        """Store what was read out of one article, in place of what it said before; false where nothing changed."""
        graph = ox.NamedNode(extraction.article.iri)
        told = facts(extraction, self.vocabulary, reader=reader)
        decided = self._decisions.applied(extraction)
        if decided != extraction or self._backend.holds(graph):
            return self.replace_article(graph, [ox.Triple(*fact) for fact in told], decided)
        self.must_write()
        self._note((graph.value,), told)
        self._backend.change((), [*(ox.Quad(*fact, graph) for fact in told), *(ox.Quad(*fact) for fact in told)])
        self._after_change()
        return True

    def record_all(
        self,
        extractions: Iterable[Extraction],
        *,
        reader: str = "",
        recorded: Callable[[Extraction], object] | None = None,
        at_once: int | None = None,
    ) -> int:
        """Store many articles, many new ones to a transaction, each whole or not at all; gives how many changed.

        Faster than record() for each, and smaller on disk. `recorded` is called for each article once it is safe:
        a process that is killed after that loses nothing of it (at an endpoint: once its batch has been sent). At most
        `at_once` quads go into a transaction, else as many as the engine does well with: a million, in 1.4 GB.
        """
        changed = 0
        adding = Additions(self._backend, journal(self._folder) if self._folder else None, recorded, at_once)
        try:
            for extraction in extractions:
                graph = ox.NamedNode(extraction.article.iri)
                if graph in adding or self._decisions.applied(extraction) != extraction or self._backend.holds(graph):
                    changed += self._commit(adding) + self.record(extraction, reader=reader)
                    if recorded is not None:
                        recorded(extraction)
                    continue
                self.must_write()
                told = facts(extraction, self.vocabulary, reader=reader)
                self._note((graph.value,), told)
                adding.put(extraction, told)
                if adding.full or self._due(adding.quads):
                    changed += self._commit(adding)
        finally:  # what came before an article that could not be had is stored too
            changed += self._commit(adding)
        return changed

    def record_written(self, articles: Iterable[tuple[str, bytes]]) -> int:
        """Store articles that were written elsewhere: IRI, and the N-Quads that written() gave; gives how many changed.

        What they replace and what was decided about actors is as with record_all().
        """
        changed = 0
        adding = Additions(self._backend, journal(self._folder) if self._folder else None)
        try:
            for iri, lines in articles:
                graph = ox.NamedNode(iri)
                if self._decisions.active or graph in adding or self._backend.holds(graph):
                    original = [
                        quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS) if quad.graph_name == graph
                    ]
                    decided = self._decisions.applied(recover(original))
                    changed += self._commit(adding) + self.replace_article(graph, original, decided)
                    continue
                self.must_write()
                self._note((iri,), () if self._unlinked is None or not self._unlinked.known else parsed(lines))
                adding.put_lines(graph, lines)
                if adding.full:
                    changed += self._commit(adding)
        finally:
            changed += self._commit(adding)
        return changed

    def remove(self, article: Article | str) -> bool:
        """Take an article out (by record, IRI or id): only what no other says goes; false where it is not there."""
        iri = article if isinstance(article, str) else article.iri
        for candidate in (iri, f"{BASE}article/{slug(iri)}"):
            if candidate.startswith(f"{BASE}article/") and self._backend.holds(ox.NamedNode(candidate)):
                return self.replace_graph(ox.NamedNode(candidate), (), as_read=())
        return False

    def reconcile(self, *, anew: bool = False) -> int:
        """Link the events of different articles that tell of one occasion; gives how many links there are now.

        The links follow from what is stored, whatever the order it came in, see links(). The articles that repeat one
        text are found too, see copies(). Only what has changed since the last time is compared, unless it is much, or
        all is to be compared `anew`; at an endpoint, to which others may write, all is.
        """
        self.must_write()
        changed = self._unlinked.since(self.vocabulary) if self._unlinked is not None and not anew else None
        find_copies(self, changed)
        if changed is None or not renew_links(self, changed):
            if self._unlinked is not None:
                self._unlinked.forget()  # a kill may leave some links of before beside some of now
            link_anew(self)
        if self._unlinked is not None:
            self._unlinked.linked(self.vocabulary)
        return count_links(self._backend)

    def load(self, path: str | os.PathLike[str], *, graph: str | None = None) -> int:
        """Load an RDF file: one exported from a store as it was, any other into a graph of its own.

        `graph` is the IRI of that graph, made from the file's name if not given. Gives how many graphs changed.
        Raises StoreError where the file is not RDF.
        """
        from kg.store.imports import load

        return load(self, Path(path), graph)

    def restore_decisions(self, lines: Iterable[str]) -> None:
        """Take over the decisions that an exported file brings, and apply them."""
        self._decisions.restore(lines)
        deciding.apply(self)

    @property
    def decisions(self) -> DecisionLog:
        """The decisions about actors: which are one, and which are two under one name."""
        return self._decisions

    def merge_actors(self, actors: Iterable[str], into: str, *, why: str = "", who: str | None = None) -> Decision:
        """Decide that actors (names or IRIs) are the actor `into`; every article is rewritten so, now and later.

        Raises ActorError where a name means nobody or several, StoreError where it would go in a circle.
        """
        return deciding.merge(self, actors, into, why=why, who=who)

    def split_actor(
        self, actor: str, name: str, articles: Iterable[str], *, why: str = "", who: str | None = None
    ) -> Decision:
        """Decide that in these articles (ids or IRIs) an actor is another one, who is called `name`."""
        return deciding.split(self, actor, name, articles, why=why, who=who)

    def undo_decision(self, number: int, *, why: str = "", who: str | None = None) -> Decision:
        """Take a decision back; the graph is then as if it had never been taken."""
        return deciding.undo(self, number, why=why, who=who)

    def replace_article(self, graph: ox.NamedNode, original: list[ox.Triple], decided: Extraction) -> bool:
        """Store an article as it was decided to be, and what was read beside it where that is something else."""
        triples = rewritten(decided, original, self.vocabulary)
        changed = set(triples) != set(original)
        return self.replace_graph(graph, triples if changed else original, as_read=original if changed else ())

    def _commit(self, adding: Additions) -> int:
        added = adding.commit()
        if added:
            self._after_change()
        return added


def parsed(lines: bytes) -> Iterator[ox.Triple]:
    """Give the triples of N-Quads, those of several graphs several times."""
    return (quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS))
