"""Reads RDF files: what a store exported becomes what it was, all else goes into a graph of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import BASE, slug
from kg.store.terms import ARTICLE, AS_READ, DECISIONS_GRAPH, VOCABULARY_GRAPH, term

if TYPE_CHECKING:
    from kg.store.store import Store

FORMATS = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".ttl": ox.RdfFormat.TURTLE,
    ".n3": ox.RdfFormat.N3,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
}

VIEWS = frozenset((".csv", ".jsonl", ".parquet", ".graphml", ".gexf"))
"""What a store writes for other programs: without offices, quotations, offsets or graphs, so there is no way back."""

_Triples = dict[ox.Triple, None]
_Value = TypeVar("_Value", bound=ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple)


def load(store: Store, path: Path, graph: str | None = None) -> int:
    """Load a file into a store; gives how many graphs changed.

    Graphs that a store names (articles, links, decisions) replace those of the same name; everything else in the
    file goes into one graph, in place of what was loaded into it before. The file is read to its end before
    anything is changed.
    """
    form = FORMATS.get(path.suffix.lower())
    if path.suffix.lower() in VIEWS:
        raise StoreError(
            "tables and networks are not loaded, as they leave out much of what a graph says.",
            place=str(path),
            advice="Export the graph as .nq, which comes back as it was, or give articles to `kg build`.",
        )
    if form is None:
        raise StoreError(
            f"no RDF format has the suffix {path.suffix!r}.", place=str(path), advice=f"Use {', '.join(FORMATS)}."
        )
    own, foreign = _sorted(path, form)
    decided = own.pop(DECISIONS_GRAPH.value, {})
    changed = 0
    for name, triples in own.items():
        if not name.startswith(AS_READ):
            beside = own.get(AS_READ + name.removeprefix(ARTICLE), {}) if name.startswith(ARTICLE) else None
            changed += store.replace_graph(ox.NamedNode(name), triples, as_read=beside)
    if decided:
        decision = term("dip:decision")
        store.restore_decisions(
            sorted(t.object.value for t in decided if t.predicate == decision and isinstance(t.object, ox.Literal))
        )
    if foreign or not (own or decided):
        target = _graph_of(path, graph)
        changed += store.replace_graph(target, _without_blank_nodes(foreign, target))
    return changed


def _sorted(path: Path, form: ox.RdfFormat) -> tuple[dict[str, _Triples], _Triples]:
    """Read a file into the graphs that a store names itself, and the rest."""
    own: dict[str, _Triples] = {}
    foreign: _Triples = {}
    try:
        for quad in ox.parse(path=str(path), format=form, base_iri=f"{BASE}file/{slug(path.name)}"):
            name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
            if name == VOCABULARY_GRAPH.value:
                continue
            mine = name.startswith((ARTICLE, f"{BASE}graph/"))
            (own.setdefault(name, {}) if mine else foreign)[quad.triple] = None
    except SyntaxError as error:
        raise StoreError(f"not valid RDF: {error.msg}.", place=f"{path}:{error.lineno or 1}") from error
    except OSError as error:
        raise StoreError(f"cannot be read: {error.strerror or error}.", place=str(path)) from error
    return own, foreign


def _graph_of(path: Path, graph: str | None) -> ox.NamedNode:
    try:
        target = ox.NamedNode(graph) if graph else ox.NamedNode(f"{BASE}graph/loaded/{slug(path.stem)}")
    except ValueError as error:
        raise StoreError(f"{graph!r} is no IRI.", place="graph") from error
    if target.value.startswith((ARTICLE, AS_READ)) or target in (VOCABULARY_GRAPH, DECISIONS_GRAPH):
        raise StoreError(
            "this graph belongs to the store itself.", place=target.value, advice="Load into a graph of another name."
        )
    return target


def _without_blank_nodes(triples: _Triples, graph: ox.NamedNode) -> Iterator[ox.Triple]:
    """Name blank nodes by their place in the data, so that loading a file again changes nothing."""
    if not any(isinstance(term, ox.BlankNode) for t in triples for term in (t.subject, t.object)):
        yield from triples
        return
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    for quad in dataset:
        yield ox.Triple(_named(quad.subject, graph), quad.predicate, _named(quad.object, graph))


def _named(value: _Value, graph: ox.NamedNode) -> _Value | ox.NamedNode:
    if not isinstance(value, ox.BlankNode):
        return value
    digest = hashlib.sha256(f"{graph.value}\n{value.value}".encode()).hexdigest()[:20]
    return ox.NamedNode(f"{BASE}genid/{digest}")
