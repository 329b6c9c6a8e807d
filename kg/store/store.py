"""The store: many articles as one graph, each in its own named graph, and the merged graph beside them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import BASE, Actor, Article, Extraction, slug
from kg.ontology.vocabulary import Vocabulary, load_vocabulary
from kg.store.actor_names import actor_iri
from kg.store.actors import deciding
from kg.store.actors.decisions import Decision, DecisionLog, decision_triples
from kg.store.actors.suggestions import Suggestion, suggest
from kg.store.additions import Additions
from kg.store.answer import Answer
from kg.store.asking import ask
from kg.store.backend import DEFAULT, Backend, Embedded
from kg.store.copies import find_copies, read_copies
from kg.store.folder import journal
from kg.store.locks import FileLock
from kg.store.merging import Link, count_links, link_anew, read_links, renew_links
from kg.store.merging.occasions import read_represents, standing_in
from kg.store.named import ask_named
from kg.store.parameters import Parameter
from kg.store.publishing import Publisher
from kg.store.quads import article_digest, facts
from kg.store.reading import read_actors, read_articles, read_event, read_events
from kg.store.records import ArticleRecord, EventRecord
from kg.store.recovery import recover, rewritten
from kg.store.terms import (
    COPIES_GRAPH,
    DECISIONS_GRAPH,
    LINKS_GRAPH,
    VOCABULARY_GRAPH,
    as_read_graph,
    term,
)
from kg.store.unlinked import Unlinked
from kg.store.vocabulary import vocabulary_triples

if TYPE_CHECKING:
    import rdflib

    from kg.store.validation import Violation

_DERIVED = frozenset((LINKS_GRAPH, COPIES_GRAPH, VOCABULARY_GRAPH, DECISIONS_GRAPH))
"""Graphs that tell of no event; the links and copies follow from the others."""


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
        own: Sequence[Path] = (),
        decisions: DecisionLog | None = None,
    ) -> None:
        self._backend = backend
        self._folder = folder
        self._lock = lock
        self._publisher = Publisher(folder, backend) if folder is not None and isinstance(backend, Embedded) else None
        self._decisions = decisions or DecisionLog()
        # At an endpoint others may write, and nobody tells what.
        self._unlinked = Unlinked(folder) if backend.writable and isinstance(backend, Embedded) else None
        self.own = tuple(own)
        """The user's files of actors, wordings and predicates that hold for this store."""
        self.vocabulary = vocabulary or load_vocabulary(*self.own)
        if backend.writable:
            self.replace_graph(VOCABULARY_GRAPH, vocabulary_triples(self.vocabulary, *self.own))
            if set(decision_triples(self._decisions)) != set(backend.triples(DECISIONS_GRAPH)):
                deciding.apply(self)
        if self._publisher is not None:
            self._publisher.await_first()

    @property
    def place(self) -> str:
        """Where the store is: its folder, "memory", or the address of an endpoint."""
        return self._backend.place

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
    ) -> int:
        """Store many articles, many new ones to a transaction, each whole or not at all; gives how many changed.

        Faster than record() for each, and smaller on disk. `recorded` is called for each article once it is safe:
        a process that is killed after that loses nothing of it (at an endpoint: once its batch has been sent).
        """
        changed = 0
        adding = Additions(self._backend, journal(self._folder) if self._folder else None, recorded)
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

    def digests(self) -> set[str]:
        """Give what tells of each article, and of what read it, whether it has changed."""
        rows = self._backend.query("SELECT ?digest { ?article a schema:NewsArticle ; dip:digest ?digest }")
        return {row[0].value for row in cast("Iterable[Any]", rows)}

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

    def links(self) -> list[Link]:
        """Give the links between events, sorted, as reconcile() left them."""
        return read_links(self._backend)

    def copies(self) -> list[tuple[str, ...]]:
        """Give the groups of articles (IRIs) that repeat one text, the one published first at the head of each."""
        return read_copies(self._backend)

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

    def event(self, iri: str) -> EventRecord | None:
        """Give one event by its IRI, none where the store does not hold it."""
        try:
            return read_event(self._backend, iri)
        except ValueError:  # not an IRI at all
            return None

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

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

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

    def suggest_actors(self) -> list[Suggestion]:
        """Give the pairs of actors that may be one, the likeliest first, with the reasons."""
        rows = self.query("SELECT DISTINCT ?s ?o { ?e dip:subject ?s ; dip:object ?o FILTER(?s != ?o) }")
        return suggest(self.actors(), (frozenset((str(row["s"]), str(row["o"]))) for row in rows))

    def replace_article(self, graph: ox.NamedNode, original: list[ox.Triple], decided: Extraction) -> bool:
        """Store an article as it was decided to be, and what was read beside it where that is something else."""
        triples = rewritten(decided, original, self.vocabulary)
        changed = set(triples) != set(original)
        return self.replace_graph(graph, triples if changed else original, as_read=original if changed else ())

    def _difference(self, graph: ox.NamedNode, triples: Iterable[ox.Triple]) -> tuple[list[ox.Triple], list[ox.Triple]]:
        old, new = set(self._backend.triples(graph)), dict.fromkeys(triples)
        return [triple for triple in old if triple not in new], [triple for triple in new if triple not in old]

    def _commit(self, adding: Additions) -> int:
        added = adding.commit()
        if added:
            self._after_change()
        return added

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


def parsed(lines: bytes) -> Iterator[ox.Triple]:
    """Give the triples of N-Quads, those of several graphs several times."""
    return (quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_QUADS))


def _quads(triples: Iterable[ox.Triple], graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
    return (ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)


def _touched(triples: Iterable[ox.Triple]) -> set[str]:
    """Give the IRIs that change where these triples come or go: also what is covered, and who holds an office."""
    both_ways = (term("dip:moreSpecificThan"), term("dip:holder"))
    ends = (end for t in triples for end in ((t.subject, t.object) if t.predicate in both_ways else (t.subject,)))
    return {end.value for end in ends if isinstance(end, ox.NamedNode)}
