"""The graph in Python: query, events, actors, paths, pictures and exports of one store."""

from __future__ import annotations

import os
import pathlib
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kg.graph.chains import Chain, Chains
from kg.graph.events import Events
from kg.graph.markup import counted, escaped
from kg.graph.records import Records
from kg.model import Actor
from kg.network import View, linkage, network
from kg.store import Answer, ArticleRecord, Store, open_store

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.graph.building import Building
    from kg.render import View as Page
    from kg.store.validation import Violation


@dataclass(frozen=True, slots=True)
class Picture:
    """What a notebook shows where it is the value of a cell."""

    html: str = field(repr=False)

    def _repr_html_(self) -> str:
        return self.html


class Graph:
    """A knowledge graph of diplomatic events; made by build() or open(), and a context manager.

    `building` says what a build did: articles recorded and unchanged, failures.
    """

    def __init__(self, store: Store, *, building: Building | None = None) -> None:
        from kg.graph.building import Building

        self.store = store
        self.building = building or Building()

    def query(self, sparql: str, **parameters: Any) -> Answer:
        """Answer a SPARQL query, or one of the library by its name, such as query("timeline", actor="Putin").

        Rows are dictionaries, `.to_pandas()` gives a frame. All prefixes are declared; parameters give variables
        their values. Raises QueryError with line and column.
        """
        return self.store.query(sparql, **parameters)

    def events(
        self,
        *,
        actor: str | None = None,
        predicate: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Events:
        """Give the events by date with all their sentences; narrowed by actor and predicate (name or IRI) and dates.

        To be gone through, shown as a table in a notebook, or made a frame by `.to_pandas()`.
        """
        return Events(lambda: self.store.events(actor=actor, predicate=predicate, since=since, until=until))

    def actors(self) -> Records[Actor]:
        """Give every actor: to be gone through, shown as a table in a notebook, or made a frame by `.to_pandas()`."""
        columns = ("name", "kind", "represents", "wikidata", "aliases")
        return Records(self.store.actors, columns, what="actors")

    def articles(self) -> Records[ArticleRecord]:
        """Give every article: to be gone through, shown as a table in a notebook, or made a frame."""
        columns = ("id", "title", "published", "publisher", "url")
        return Records(self.store.articles, columns, what="articles")

    def linkage(self, source: str, target: str, **options: Any) -> Chains:
        """Find how two actors (name, alias, surname or IRI) are linked, or why they are not.

        Options as for kg.network.linkage(): k, max_hops, since, until, classes, in_time and more. Raises ActorError
        where a name means nobody, or several.
        """
        return Chains.of(linkage(self.store, source, target, **options))

    def path(self, source: str, target: str, **options: Any) -> Chain | None:
        """Give the best path between two actors, each hop with its sentences; None where there is none."""
        return next(map(Chain.of, linkage(self.store, source, target, **options).paths), None)

    def network(self, **options: Any) -> networkx.MultiDiGraph[str]:
        """Give the graph as a networkx MultiDiGraph: actors are nodes, dyads of events edges; options as there."""
        return network(self.store, **options)

    def view(self, *actors: str) -> Page:
        """Give what a page shows: all events, or those of some actors (name, alias, surname or IRI)."""
        from kg.graph.viewing import view_of

        names = View(self.store)
        return view_of(self.store, [names.resolve(actor).iri for actor in actors])

    def write_html(self, path: str | os.PathLike[str], *actors: str, view: Page | None = None) -> pathlib.Path:
        """Write the interactive graph, or the part of some actors, as one HTML file; gives its path."""
        from kg.render import write_html

        return write_html(view or self.view(*actors), path)

    def show(self, *actors: str, height: int = 640) -> Picture:
        """Show the interactive graph in a notebook, `height` pixels high, without side files."""
        from kg.render import html_page, notebook_frame

        return Picture(notebook_frame(html_page(self.view(*actors)), height=height))

    def dataset(self) -> rdflib.Dataset:
        """Give an rdflib Dataset over the same data."""
        return self.store.dataset()

    def remove(self, article: str) -> bool:
        """Take an article (id or IRI) out, with all that only it says; false where the graph does not hold it."""
        removed = self.store.remove(article)
        if removed:
            self.store.reconcile()
        return removed

    def export(self, path: str | os.PathLike[str]) -> pathlib.Path:
        """Write the graph to a file in the format of its suffix; StoreError where there is no such format."""
        return self.store.export(pathlib.Path(path))

    def validate(self) -> list[Violation]:
        """Check the graph against the shapes of the ontology (SHACL); gives what is wrong, with the sentences."""
        return self.store.validate()

    def close(self) -> None:
        """Let go of the store, so that others may write to it."""
        self.store.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Graph {self.store.place}>"

    def _repr_html_(self) -> str:
        counts = []
        for what, kind in (("article", "schema:NewsArticle"), ("event", "sem:Event")):
            (row,) = self.query(f"SELECT (COUNT(DISTINCT ?x) AS ?number) {{ ?x a {kind} }}")
            counts.append(counted(int(str(row["number"])), what))
        return f"<div>Graph of {' and '.join(counts)} ({escaped(self.store.place)})</div>"


def open(store: str | os.PathLike[str], *, read_only: bool = True) -> Graph:
    """Open the graph in a folder that build() or `kg build` made; StoreError where there is none."""
    if not read_only:
        open_store(store, read_only=True).close()  # to write is not to make a new one
    return Graph(open_store(store, read_only=read_only))
