"""What stands in a store, to be read: articles, events, actors, links, and the answers to queries."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pyoxigraph as ox

from kg.model import BASE, Actor, Article, slug
from kg.ontology.vocabulary import Vocabulary
from kg.store.actor_names import actor_iri
from kg.store.actors.suggestions import Suggestion, suggest
from kg.store.answer import Answer
from kg.store.asking import ask
from kg.store.backend import Backend
from kg.store.copies import read_copies
from kg.store.merging import Link, read_links
from kg.store.named import ask_named
from kg.store.parameters import Parameter
from kg.store.quads import article_digest
from kg.store.reading import read_actors, read_articles, read_event, read_events
from kg.store.records import ArticleRecord, EventRecord
from kg.store.terms import term

if TYPE_CHECKING:
    import rdflib

    from kg.store.validation import Violation


class Readable:
    """The half of a store that only reads; what writes is in kg.store.store."""

    def __init__(self, backend: Backend, vocabulary: Vocabulary, own: Sequence[Path] = ()) -> None:
        self._backend = backend
        self.vocabulary = vocabulary
        self.own = tuple(own)
        """The user's files of actors, wordings and predicates that hold for this store."""

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
        return self._backend.contains(ox.Quad(this, term("dip:digest"), digest, this))

    def digests(self) -> set[str]:
        """Give what tells of each article, and of what read it, whether it has changed."""
        rows = self._backend.query("SELECT ?digest { ?article a schema:NewsArticle ; dip:digest ?digest }")
        return {row[0].value for row in cast("Iterable[Any]", rows)}

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

    def suggest_actors(self) -> list[Suggestion]:
        """Give the pairs of actors that may be one, the likeliest first, with the reasons."""
        rows = self.query("SELECT DISTINCT ?s ?o { ?e dip:subject ?s ; dip:object ?o FILTER(?s != ?o) }")
        return suggest(self.actors(), (frozenset((str(row["s"]), str(row["o"]))) for row in rows))

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
