"""The store as a networkx graph: actors as nodes, events as edges."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from typing import Literal

import networkx as nx
import numpy as np

from kg.network.edges import PRECISIONS, STATUSES, Edges, Party
from kg.network.filters import filter_for
from kg.network.folding import fold
from kg.network.view import View
from kg.store import Store


def network(
    store: Store,
    *,
    since: datetime.date | str | None = None,
    until: datetime.date | str | None = None,
    classes: Collection[str] = (),
    predicates: Collection[str] = (),
    status: Collection[str] = ("actual",),
    min_sources: int = 1,
    actors: Collection[str] | None = None,
    represents: Literal["follow", "fold"] | None = None,
) -> nx.MultiDiGraph:
    """Give the events of a store as a MultiDiGraph over actors' IRIs, events' IRIs as keys.

    Nodes have `label`, `kind`, `aliases`, `offices` and `represents`; edges `predicate`, `class`, `date` (ISO, as
    precise as known, or none), `precision`, `status`, `score` and `sources`. A symmetric event gives an edge each
    way under the same key, the second with `mirrored`. `actors` (names or IRIs) keeps only those and what is among
    them. `represents="follow"` adds edges from persons and organs to whom they stand for, with the predicate
    `represents`; `"fold"` lets the state or organisation act in their place. Raises ActorError for unknown actors.
    """
    view = View(store).load()
    filter_ = filter_for(
        store.vocabulary,
        since=since,
        until=until,
        classes=classes,
        predicates=predicates,
        status=status,
        min_sources=min_sources,
        represents=represents == "follow",
    )
    edges = view.edges.take(filter_.rows(view.edges))
    if represents == "fold":
        edges = fold(edges, view.standing)
    kept = None if actors is None else {view.resolve(name).iri for name in actors}
    return as_networkx(edges, view.parties, kept)


def as_networkx(edges: Edges, parties: Mapping[str, Party], kept: Collection[str] | None = None) -> nx.MultiDiGraph:
    """Build the networkx graph of some edges; actors without any event are left out unless they are `kept`."""
    graph = nx.MultiDiGraph()
    if kept is not None:
        inside = np.zeros(edges.size, dtype=bool)
        inside[edges.nodes(kept)] = True
        edges = edges.take(inside[edges.subject] & inside[edges.object])
        shown = np.flatnonzero(inside)
    else:
        shown = np.unique(np.concatenate((edges.subject, edges.object)))
    for node in shown.tolist():
        iri = edges.iri(node)
        party = parties.get(iri) or Party(iri, iri.rpartition("/")[2].replace("_", " "))
        graph.add_node(
            party.iri,
            label=party.name,
            kind=party.kind,
            aliases=list(party.aliases),
            offices=list(party.offices),
            represents=party.represents,
        )
    graph.add_edges_from(_rows(edges))
    return graph


def _rows(edges: Edges) -> Iterator[tuple[str, str, str, dict[str, object]]]:
    iris = [iri.decode() for iri in edges.actor.tolist()]
    columns = (edges.subject, edges.object, edges.predicate, edges.status, edges.precision, edges.sources)
    parts = zip(*(column.tolist() for column in columns), edges.event.tolist(), _dates(edges), strict=True)
    for subject, object_, code, status, precision, sources, event, date in parts:
        term, predicate = edges.terms[code], edges.predicates[code]
        attributes: dict[str, object] = {
            "predicate": predicate,
            "class": term.class_,
            "date": date,
            "precision": PRECISIONS[precision],
            "status": STATUSES[status],
            "score": term.score,
            "sources": sources,
        }
        key = event.decode() or predicate
        yield iris[subject], iris[object_], key, attributes
        if term.symmetric:
            yield iris[object_], iris[subject], key, attributes | {"mirrored": True}


def _dates(edges: Edges) -> list[str | None]:
    keys = edges.first * len(PRECISIONS) + edges.precision
    _, where, back = np.unique(keys, return_index=True, return_inverse=True)
    written = [edges.date(row) or None for row in where.tolist()]
    return [written[number] for number in back.tolist()]
