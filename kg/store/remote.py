"""The same seam over any SPARQL 1.1 endpoint: query, update, and additions by the Graph Store Protocol."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit, urlunsplit

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.backend import Graph, Result, update_text
from kg.store.parameters import Term, put
from kg.store.sending import Refused, Sender
from kg.store.terms import AS_READ, PREFIXES
from kg.store.tokens import declared_prefixes, tokens

_PREFIXES = dict(PREFIXES)
_AT_ONCE = 400
_ROWS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_QUADS = "application/n-quads"


class Remote:
    """A SPARQL 1.1 endpoint of any make.

    `update` is the address for updates, `graphs` that of the graph store, both guessed by the habits of the servers
    where they are not given. Every request may be sent twice without harm: updates only add and take away
    statements without blank nodes. Each change is one update, which the servers we know run as one transaction; many
    new articles go as N-Quads to the graph store, and as updates where it takes none.
    """

    batch = 5_000

    def __init__(
        self,
        address: str,
        *,
        update: str | None = None,
        graphs: str | None = None,
        writable: bool = True,
        sender: Sender | None = None,
    ) -> None:
        self.place = address
        self.writable = writable
        self._update = update or os.environ.get("KG_UPDATE_ENDPOINT") or update_address(address)
        self._graphs = graphs or os.environ.get("KG_GRAPHS_ENDPOINT") or graphs_address(address)
        self._takes_quads: bool | None = None
        self._sender = sender or Sender()
        self._syntax = ox.Store()

    def query(self, sparql: str, values: Mapping[str, Term] | None = None) -> Result:
        found = list(tokens(sparql))
        if values:
            sparql = put(sparql, found, values)
            found = list(tokens(sparql))
        form = self._syntax.query(sparql, prefixes=_PREFIXES)  # a wrong query is told here, with line and column
        declared = declared_prefixes(found)
        lines = (f"PREFIX {name}: <{space}>" for name, space in PREFIXES.items() if name not in declared)
        text = "\n".join((*lines, sparql))
        accept = _TRIPLES if isinstance(form, ox.QueryTriples) else _ROWS
        body = self._post(self.place, text.encode("utf-8"), "application/sparql-query", accept)
        try:
            if accept == _ROWS:
                return cast("Result", ox.parse_query_results(body, ox.QueryResultsFormat.JSON))
            local = ox.Store()
            local.load(body, format=ox.RdfFormat.N_TRIPLES)
            return local.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        except SyntaxError as error:
            raise StoreError(
                f"the endpoint answered with something else than {accept}.",
                place=self.place,
                advice="See that the address is that of a SPARQL endpoint.",
            ) from error

    def triples(self, graph: Graph) -> Iterator[ox.Triple]:
        where = "{ ?s ?p ?o }" if isinstance(graph, ox.DefaultGraph) else f"{{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        return cast("Iterator[ox.Triple]", self.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {where}"))

    def holds(self, graph: ox.NamedNode) -> bool:
        return bool(self.query(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}"))

    def contains(self, quad: ox.Quad) -> bool:
        return bool(self.query(f"ASK {{ GRAPH {quad.graph_name} {{ {quad.triple} }} }}"))

    def graphs(self) -> Iterator[ox.NamedNode]:
        for row in cast("Any", self.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")):
            yield row[0]

    def held_elsewhere(self, triples: Iterable[ox.Triple], graph: ox.NamedNode) -> set[ox.Triple]:
        wanted = list(triples)
        held: set[ox.Triple] = set()
        for at in range(0, len(wanted), _AT_ONCE):
            rows = "\n".join(f"({t.subject} {t.predicate} {t.object})" for t in wanted[at : at + _AT_ONCE])
            found = self.query(
                f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES (?s ?p ?o) {{ {rows} }} GRAPH ?g {{ ?s ?p ?o }} "
                f'FILTER(?g != {graph} && !STRSTARTS(STR(?g), "{AS_READ}")) }}'
            )
            held |= {ox.Triple(row[0], row[1], row[2]) for row in cast("Any", found)}
        return held

    def change(self, removed: Sequence[ox.Quad], added: Sequence[ox.Quad]) -> None:
        if not removed and len(added) >= self.batch:  # a large graph that is loaded, or links found for the first time
            self.add_lines(ox.serialize(added, format=ox.RdfFormat.N_QUADS) or b"", len(added))
        elif removed or added:
            self._post_update(removed, added)

    def add_lines(self, lines: bytes | Path, count: int) -> None:  # noqa: ARG002 - what an engine in the process needs
        text = lines.read_bytes() if isinstance(lines, Path) else lines
        if self._takes_quads is False or not self._added_to_graphs(text):
            self._post_update((), list(ox.parse(text, format=ox.RdfFormat.N_QUADS)))

    def check_default_graph(self, graph: ox.NamedNode) -> None:
        """Raise StoreError where a triple of a named graph, put into the default graph too, is not there just once.

        Some servers have no default graph apart from the named ones, and would count wrongly or lose what is written.
        """
        triple = next(self.triples(graph))
        ((count,),) = cast("Any", self.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ {triple} }}"))
        if (times := int(count.value)) != 1:
            raise StoreError(
                f"the endpoint gives what was put into its default graph {times} times.",
                place=self.place,
                advice="Its default graph must be apart from the named graphs: see its settings, or take another.",
            )

    def close(self) -> None:
        """Nothing is held open between requests."""

    def _post_update(self, removed: Sequence[ox.Quad], added: Sequence[ox.Quad]) -> None:
        self._post(self._update, update_text(removed, added).encode("utf-8"), "application/sparql-update")

    def _added_to_graphs(self, lines: bytes) -> bool:
        """Post N-Quads to the graph store; false where it takes none (only some servers do)."""
        try:
            self._post(self._graphs, lines, _QUADS)
        except Refused as error:
            if error.status in (401, 403) or error.status >= 500:
                raise
            self._takes_quads = False
            return False
        if self._takes_quads is None:  # a server might have put all into one graph: look for the first quad
            quad = next(iter(ox.parse(lines, format=ox.RdfFormat.N_QUADS)))
            self._takes_quads = self.contains(quad)
        return self._takes_quads

    def _post(self, address: str, body: bytes, kind: str, accept: str = "*/*") -> bytes:
        return self._sender.send("POST", address, body, kind=f"{kind}; charset=utf-8", accept=accept)


def is_address(path: object) -> bool:
    """Tell whether a store is named by the address of an endpoint.

    >>> is_address("https://example.org/query"), is_address("graph")
    (True, False)
    """
    return isinstance(path, str) and path.startswith(("http://", "https://"))


def update_address(address: str) -> str:
    """Give where an endpoint takes updates, by the habits of the servers; KG_UPDATE_ENDPOINT says otherwise.

    >>> update_address("http://localhost:7878/query")
    'http://localhost:7878/update'
    >>> update_address("http://localhost:7200/repositories/news")
    'http://localhost:7200/repositories/news/statements'
    """
    return _beside(address, "update", "statements")


def graphs_address(address: str) -> str:
    """Give where an endpoint speaks the Graph Store Protocol, by habit; KG_GRAPHS_ENDPOINT says otherwise.

    >>> graphs_address("http://localhost:7878/query"), graphs_address("http://localhost:3030/news/sparql")
    ('http://localhost:7878/store', 'http://localhost:3030/news/data')
    >>> graphs_address("http://localhost:7200/repositories/news")
    'http://localhost:7200/repositories/news/statements'
    """
    deep = urlsplit(address).path.strip("/").count("/") > 0
    return _beside(address, "data" if deep else "store", "statements")


def _beside(address: str, last_part: str, below_repository: str) -> str:
    parts = urlsplit(address)
    head, _, last = parts.path.rstrip("/").rpartition("/")
    path = parts.path
    if last in ("query", "sparql"):
        path = f"{head}/{last_part}"
    elif head.endswith("/repositories"):
        path = f"{head}/{last}/{below_repository}"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
