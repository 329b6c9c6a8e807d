"""The same seam over any SPARQL 1.1 endpoint: queries and updates by HTTP, nothing else asked of the server."""

from __future__ import annotations

import base64
import os
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast
from urllib.parse import urlsplit, urlunsplit

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.backend import Graph, Result, update_text
from kg.store.parameters import Term, put
from kg.store.terms import AS_READ, PREFIXES
from kg.store.tokens import declared_prefixes, tokens

_PREFIXES = dict(PREFIXES)
_AT_ONCE = 400
_SECONDS = 120.0
_ROWS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: it might lead with our credentials to another server."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Remote:
    """A SPARQL 1.1 endpoint of any make; `update` is the address for updates.

    Credentials come from the environment: KG_ENDPOINT_TOKEN, or KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD.
    Each change is one update request, which the servers we know run as one transaction.
    """

    def __init__(self, address: str, *, update: str | None = None, writable: bool = True) -> None:
        self.place = address
        self.writable = writable
        self._update = update or os.environ.get("KG_UPDATE_ENDPOINT") or update_address(address)
        self._open = urllib.request.build_opener(_NoRedirect).open
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
        body = self._send(self.place, text, "application/sparql-query", accept)
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
        if removed or added:
            self._send(self._update, update_text(removed, added), "application/sparql-update", "*/*")

    def close(self) -> None:
        """Nothing is held open between requests."""

    def _send(self, address: str, text: str, kind: str, accept: str) -> bytes:
        headers = {
            "Content-Type": f"{kind}; charset=utf-8",
            "Accept": accept,
            "User-Agent": "dragoman",
            **_credentials(),
        }
        request = urllib.request.Request(address, text.encode("utf-8"), headers, method="POST")
        try:
            with self._open(request, timeout=_SECONDS) as response:
                return cast("bytes", response.read())
        except urllib.error.HTTPError as error:
            with error:
                said = error.read(400).decode("utf-8", "replace").strip()
            advice = (
                "Set KG_ENDPOINT_TOKEN, or KG_ENDPOINT_USER and KG_ENDPOINT_PASSWORD."
                if error.code in (401, 403)
                else ""
            )
            raise StoreError(f"the endpoint answered {error.code}: {said}", place=address, advice=advice) from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise StoreError(
                f"the endpoint cannot be reached: {reason}.",
                place=address,
                advice="See that it runs and is named rightly.",
            ) from error


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
    parts = urlsplit(address)
    head, _, last = parts.path.rstrip("/").rpartition("/")
    path = parts.path
    if last in ("query", "sparql"):
        path = f"{head}/update"
    elif head.endswith("/repositories"):
        path = f"{head}/{last}/statements"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def _credentials() -> dict[str, str]:
    if token := os.environ.get("KG_ENDPOINT_TOKEN"):
        return {"Authorization": f"Bearer {token}"}
    if user := os.environ.get("KG_ENDPOINT_USER"):
        pair = f"{user}:{os.environ.get('KG_ENDPOINT_PASSWORD', '')}"
        return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode('ascii')}"}
    return {}
