"""The store as a networkx graph: actors as nodes, events as edges."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Collection, Mapping
from typing import Literal

import networkx as nx
import numpy as np

from kg.network.edges import PRECISIONS, REPRESENTS, STATUSES, Edges, Party
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
    _fill(graph, edges)
    return graph


def _fill(graph: nx.MultiDiGraph, edges: Edges) -> None:
    """Put the rows into the dictionaries that a MultiDiGraph consists of: add_edges_from() takes four times as long."""
    ahead, behind = graph._succ, graph._pred
    iris = [iri.decode() for iri in edges.actor.tolist()]
    # Row by row of one actor after another, what is written lies close together.
    edges = edges.take(np.argsort(edges.subject, kind="stable"))
    kinds = np.ravel_multi_index(
        (edges.predicate, edges.status, edges.precision), (max(len(edges.terms), 1), len(STATUSES), len(PRECISIONS))
    )
    kinds, kind = np.unique(kinds, return_inverse=True)
    bare = [_attributes(edges, int(number)) for number in kinds.tolist()]
    collecting = gc.isenabled()
    gc.disable()  # nothing of this is garbage, and looking for it takes as long as making it
    try:
        for subject, object_, alike, sources, event, date, symmetric in zip(
            *(column.tolist() for column in (edges.subject, edges.object, kind, edges.sources, edges.event)),
            _dates(edges),
            edges.symmetric.tolist(),
            strict=True,
        ):
            one, other = iris[subject], iris[object_]
            attributes = bare[alike].copy()
            attributes["date"], attributes["sources"] = date, sources
            key = event.decode() or REPRESENTS
            if (keyed := (near := ahead[one]).get(other)) is None:
                keyed = near[other] = behind[other][one] = {}
            keyed[key] = attributes
            if symmetric:
                if (keyed := (near := ahead[other]).get(one)) is None:
                    keyed = near[one] = behind[one][other] = {}
                keyed[key] = attributes | {"mirrored": True}
    finally:
        if collecting:
            gc.enable()


def _attributes(edges: Edges, kind: int) -> dict[str, object]:
    """Give the attributes of the edges that have one predicate, status and precision."""
    kind, precision = divmod(kind, len(PRECISIONS))
    code, status = divmod(kind, len(STATUSES))
    term = edges.terms[code]
    return {
        "predicate": edges.predicates[code],
        "class": term.class_,
        "date": None,
        "precision": PRECISIONS[precision],
        "status": STATUSES[status],
        "score": term.score,
        "sources": 0,
    }


def _dates(edges: Edges) -> list[str | None]:
    keys = edges.first * len(PRECISIONS) + edges.precision
    _, where, back = np.unique(keys, return_index=True, return_inverse=True)
    written = [edges.date(row) or None for row in where.tolist()]
    return [written[number] for number in back.tolist()]
