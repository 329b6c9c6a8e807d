"""The process that answers queries: it can be killed at any moment, and holds nothing but a snapshot to read."""

from __future__ import annotations

import io
import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import ActorError, KgError, QueryError
from kg.serve.limits import Limits
from kg.serve.messages import receive, send
from kg.serve.protocol import ROWS, TRIPLES, Request
from kg.store import PREFIXES, Store, open_store
from kg.store.asking import refuse, wrong_query
from kg.store.backend import Embedded
from kg.store.snapshots import newest
from kg.store.tokens import tokens, unescaped

_ROWS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_TRIPLES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Asks for the explorer page: of the whole graph, or of the events of some actors (names, aliases or IRIs)."""

    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: HTTP status, media type and body."""

    status: int
    media_type: str
    body: bytes


class TooLarge(OSError):
    """The result has grown past its limit."""


class _Limited(io.BytesIO):
    def __init__(self, most: int) -> None:
        super().__init__()
        self._left = most

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]  # whatever the engine hands over is a buffer
        self._left -= len(piece)
        if self._left < 0:
            raise TooLarge
        return super().write(piece)


def work(folder: str, limits: Limits, line: socket.socket) -> None:
    """Answer requests from a socket until it closes; a newer snapshot is opened as soon as there is one.

    The page is made once for each snapshot.
    """
    _limit_memory(limits.memory_bytes)
    store: Store | None = None
    read = -1
    made: Response | None = None
    while True:
        try:
            request = receive(line)
        except (EOFError, OSError, KeyboardInterrupt):
            return
        try:
            if store is None or newest(Path(folder)) != read:
                if store is not None:
                    store.close()
                read = newest(Path(folder))
                store, made = open_store(folder, read_only=True), None
            if request == PageRequest():
                response = made = made or page(store)
            elif isinstance(request, PageRequest):
                response = page(store, request.actors)
            else:
                response = answer(store, request, limits)
        except ActorError as error:
            response = plain(404, str(error))
        except KgError as error:
            response = plain(500, str(error))
        except MemoryError:
            response = plain(500, "The query needs more memory than it may use.")
        send(line, response)


def answer(store: Store, request: Request, limits: Limits) -> Response:
    """Answer one request; 400 for a query that is wrong or whose result is too large, 403 for one that reaches out."""
    sparql = unescaped(request.query)
    found = list(tokens(sparql))
    try:
        refuse(found, "query")
    except QueryError as error:
        return plain(403 if "refused" in error.what or "writes" in error.what else 400, str(error))
    if not isinstance(store.backend, Embedded):
        return plain(500, "only an embedded store can be served.")
    try:
        default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]
        default = [ox.NamedNode(iri) for iri in request.default_graphs]
        named: list[ox.NamedNode | ox.BlankNode] = [ox.NamedNode(iri) for iri in request.named_graphs]
    except ValueError as error:
        return plain(400, f"a graph of the request is no IRI: {error}.")
    stated = bool(default or named)
    buffer = _Limited(limits.result_bytes)
    try:
        result = store.backend.engine.query(
            sparql,
            prefixes=dict(PREFIXES),
            default_graph=default if stated else None,
            named_graphs=named if stated else None,
        )
        if isinstance(result, ox.QueryTriples):
            media_type = request.triples
            ox.serialize(result, buffer, format=_TRIPLES[TRIPLES[media_type]], prefixes=dict(PREFIXES))
        else:
            media_type = request.rows
            if isinstance(result, ox.QueryBoolean) and ROWS[media_type] in ("csv", "tsv"):
                media_type = "application/sparql-results+json"
            result.serialize(buffer, _ROWS[ROWS[media_type]])
    except SyntaxError as error:
        return plain(400, str(wrong_query(error, found, "query")))
    except TooLarge:
        return plain(400, f"The result is larger than {limits.result_bytes:,} bytes; add LIMIT to the query.")
    except (OSError, RuntimeError, ValueError) as error:
        return plain(500, f"The query could not be answered: {error}.")
    return Response(200, media_type, buffer.getvalue())


def page(store: Store, actors: Sequence[str] = ()) -> Response:
    """Give the explorer page of the whole graph, or of the events of some actors; ActorError where one is nobody."""
    from kg.graph.viewing import view_of
    from kg.network import View
    from kg.render import html_page
    from kg.render.html import TITLE

    names = View(store)
    parties = [names.resolve(actor) for actor in actors]
    title = f"{TITLE}: {', '.join(party.name for party in parties)}" if parties else TITLE
    text = html_page(view_of(store, [party.iri for party in parties]), title=title, served=True)
    return Response(200, "text/html; charset=utf-8", text.encode("utf-8"))


def plain(status: int, text: str) -> Response:
    return Response(status, "text/plain; charset=utf-8", (text + "\n").encode("utf-8", "replace"))


def _limit_memory(most: int) -> None:
    if os.name == "posix":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most if hard < 0 else min(most, hard), hard))
