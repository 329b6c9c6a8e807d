"""The graph in Python: query, events, actors, paths, pictures and exports of one store."""

from __future__ import annotations

import datetime
import os
import pathlib
from collections.abc import Collection
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Unpack

from kg.graph.answers import Reply
from kg.graph.chains import Chain, Chains
from kg.graph.events import Events, chosen_events
from kg.graph.findings import Findings, Timeline
from kg.graph.grounds import Grounds, grounds_of
from kg.graph.markup import counted, escaped, plain
from kg.graph.options import Filters, NetworkOptions, PathOptions, spelled_out
from kg.graph.records import Records
from kg.model import Actor
from kg.network import Filter, HopEvent, View, filter_for, get_ready, linkage, network, ranking
from kg.network.analyses.cooperation import Span, cooperation
from kg.network.edges import STATUSES
from kg.network.ranking import Broker, Central, Dyad, Measure
from kg.store import ArticleRecord, EventRecord, Store, open_store
from kg.store.parameters import Parameter

if TYPE_CHECKING:
    import networkx
    import rdflib
    from pyvis.network import Network

    from kg.graph.building import Building
    from kg.render import View as Page
    from kg.store.validation import Violation


@dataclass(frozen=True, slots=True)
class Picture:
    """What a notebook shows where it is the value of a cell."""

    html: str

    def __repr__(self) -> str:
        return "<Picture of a graph: a notebook shows it, and write_html() makes it a file>"

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

    def query(self, sparql: str, **parameters: Parameter) -> Reply:
        """Answer a SPARQL query, or one of the library by its name, such as query("timeline", actor="Putin").

        Rows are dictionaries, `.to_pandas()` gives a frame. All prefixes are declared; parameters give variables
        their values. Raises QueryError with line and column.
        """
        return Reply.of(self.store.query(sparql, **parameters))

    def events(
        self,
        *,
        actor: str | None = None,
        predicate: str | None = None,
        since: datetime.date | str | None = None,
        until: datetime.date | str | None = None,
        classes: Collection[str] = (),
        status: Collection[str] = STATUSES,
        min_sources: int = 1,
    ) -> Events:
        """Give the events by date with all their sentences; to be gone through, shown as a table, or made a frame.

        Narrowed by actor (name, alias, surname or IRI), predicate (those that it covers included), dates (days,
        months or years; undated events fall out), classes, status and number of sources. Raises ActorError where a
        name means nobody, or several, and KgError for an unknown predicate, class, status or date.
        """
        chosen = filter_for(
            self.store.vocabulary,
            since=since,
            until=until,
            classes=classes,
            predicates=(predicate.rpartition("#")[2],) if predicate else (),
            status=status,
            min_sources=min_sources,
        )
        who = View(self.store).resolve(actor).iri if actor else None
        return Events(lambda: chosen_events(self.store, chosen, who))

    def actors(self) -> Records[Actor]:
        """Give every actor: to be gone through, shown as a table in a notebook, or made a frame by `.to_pandas()`."""
        columns = ("name", "kind", "represents", "wikidata", "aliases")
        return Records(self.store.actors, columns, what="actors")

    def articles(self) -> Records[ArticleRecord]:
        """Give every article: to be gone through, shown as a table in a notebook, or made a frame."""
        columns = ("id", "title", "published", "publisher", "url")
        return Records(self.store.articles, columns, what="articles")

    @spelled_out(PathOptions, linkage)
    def linkage(self, source: str, target: str, **options: Unpack[PathOptions]) -> Chains:
        """Find how two actors (name, alias, surname or IRI) are linked, or why they are not.

        Options as for kg.network.linkage(): k, max_hops, since, until, classes, in_time and more. Raises ActorError
        where a name means nobody, or several.
        """
        return Chains.of(linkage(self.store, source, target, **options))

    @spelled_out(PathOptions, linkage)
    def path(self, source: str, target: str, **options: Unpack[PathOptions]) -> Chain | None:
        """Give the best path between two actors, each hop with its sentences; None where there is none.

        Options as for linkage(), which also says why there is none.
        """
        return next(map(Chain.of, linkage(self.store, source, target, **options).paths), None)

    @spelled_out(NetworkOptions, network)
    def network(self, **options: Unpack[NetworkOptions]) -> networkx.MultiDiGraph[str]:
        """Give the graph as a networkx MultiDiGraph: actors are nodes, dyads of events edges; options as there."""
        return network(self.store, **options)

    @spelled_out(Filters, filter_for)
    def rank(self, by: Measure = "pagerank", *, most: int = 10, **filters: Unpack[Filters]) -> Findings[Central]:
        """Rank the actors by "pagerank", "betweenness", "partners" or "events", each with its closest partner."""
        columns = {"actor": "actor", "value": by, "events": "events", "partners": "partners", "closest": "closest"}
        if by in ("events", "partners"):
            del columns["value"]
        return Findings(ranking.central(View(self.store), self._filter(filters), by, most), columns)

    @spelled_out(Filters, filter_for)
    def pairs(self, *, most: int = 10, **filters: Unpack[Filters]) -> Findings[Dyad]:
        """Give the pairs of actors with most events: who began how many of them, their mean score, first and last."""
        columns = {
            "one": "one", "other": "other", "events": "events", "forth": "by one", "back": "by other",
            "mean": "score", "since": "first", "until": "last",
        }  # fmt: skip
        return Findings(ranking.dyads(View(self.store), self._filter(filters), most), columns)

    @spelled_out(Filters, filter_for)
    def brokers(
        self, first: Collection[str], second: Collection[str], *, most: int = 10, **filters: Unpack[Filters]
    ) -> Findings[Broker]:
        """Rank those who deal with both groups of actors by the pairs that only they join.

        A group holds the actors named and all who stand for them. Raises ActorError for unknown names.
        """
        view = View(self.store)
        groups = [[view.resolve(name).iri for name in names] for names in (first, second)]
        columns = {
            "actor": "broker", "brokered": "pairs only it joins", "joined": "pairs", "first": "events there",
            "second": "events here",
        }  # fmt: skip
        return Findings(ranking.brokers(view, self._filter(filters), groups[0], groups[1], most), columns)

    @spelled_out(Filters, filter_for)
    def timeline(
        self, actor: str, other: str | None = None, *, by: Span = "month", **filters: Unpack[Filters]
    ) -> Timeline:
        """Follow an actor's dealings, with one other or with all: events, cooperation, conflict, mean score.

        Period by period, `by` week, month, quarter or year; scores are those of the vocabulary, -10 to +10. Events
        that are dated less precisely than the period are left out.
        """
        view = View(self.store)
        who, whom = view.resolve(actor).iri, view.resolve(other).iri if other else None
        columns = {
            "period": "period", "events": "events", "cooperation": "cooperation", "conflict": "conflict",
            "mean": "mean",
        }  # fmt: skip
        return Timeline(cooperation(view, self._filter(filters), who, whom, by=by), columns)

    def explain(self, event: EventRecord | HopEvent | str) -> Grounds:
        """Say why the graph holds an event: its sentences, the wordings that were read, what else tells of it.

        The event may be one of .events(), one of a path, or an IRI. Raises StoreError where the graph holds none
        such. What is read in a sentence, kg.explain() says.
        """
        return grounds_of(self.store, event if isinstance(event, str) else event.iri)

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

    def pyvis(self, *actors: str) -> Network:
        """Give the interactive graph, or the part of some actors, as a pyvis Network to go on with."""
        from kg.render import pyvis_network

        return pyvis_network(self.view(*actors))

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
        """Let go of the store, so that others may write to it; after a build, the network is got ready to be asked."""
        self.store.close()
        if self.building.recorded:
            get_ready(self.store.place)

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _filter(self, filters: Filters) -> Filter:
        return filter_for(self.store.vocabulary, **filters)

    def __repr__(self) -> str:
        return f"<Graph of {' and '.join(self._counts())} ({plain(self.store.place)})>"

    def _repr_html_(self) -> str:
        return f"<div>Graph of {' and '.join(self._counts())} ({escaped(self.store.place)})</div>"

    def _counts(self) -> list[str]:
        counts = []
        for what, kind in (("article", "schema:NewsArticle"), ("event", "sem:Event")):
            (row,) = self.store.query(f"SELECT (COUNT(DISTINCT ?x) AS ?number) {{ ?x a {kind} }}")
            counts.append(counted(int(str(row["number"])), what))
        return counts


def open(store: str | os.PathLike[str], *, read_only: bool = True) -> Graph:
    """Open the graph in a folder that build() or `kg build` made; StoreError where there is none."""
    if not read_only:
        open_store(store, read_only=True).close()  # to write is not to make a new one
    return Graph(open_store(store, read_only=read_only))


def show(store: str | os.PathLike[str] | Graph, *actors: str, height: int = 640) -> Picture:
    """Show the graph of a folder, or the part of some actors, in a notebook; what Graph.show() does in one step."""
    if isinstance(store, Graph):
        return store.show(*actors, height=height)
    with open(store) as graph:
        return graph.show(*actors, height=height)


def pyvis(store: str | os.PathLike[str] | Graph, *actors: str) -> Network:
    """Give the graph of a folder, or the part of some actors, as a pyvis Network."""
    if isinstance(store, Graph):
        return store.pyvis(*actors)
    with open(store) as graph:
        return graph.pyvis(*actors)
