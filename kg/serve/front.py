"""The web application: the endpoint at /sparql, the explorer page at / and /?actor=NAME, and nothing that writes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pyoxigraph as ox
from starlette.applications import Starlette
from starlette.requests import Request as HttpRequest
from starlette.responses import Response as HttpResponse
from starlette.routing import Route

from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.protocol import Refused, negotiated, read_request
from kg.serve.worker import PageRequest, Response

_MOST_ACTORS = 50
_METHODS = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"]
_ALWAYS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}
_SD = "http://www.w3.org/ns/sparql-service-description#"


def make_app(
    folder: str,
    *,
    limits: Limits | None = None,
    workers: int = 2,
    hosts: frozenset[str] = frozenset({"localhost", "127.0.0.1", "[::1]"}),
    cors: str | None = None,
) -> Starlette:
    """Make the application over the store in a folder.

    `hosts` are the names under which it answers (an empty set: any), which keeps web pages from reaching a
    loopback server by a name of their own; `cors` is the origin that may read answers, or "*", or none.
    """
    limits = limits or Limits()
    pool = Pool(folder, limits, workers)

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        pool.start()
        try:
            yield
        finally:
            pool.stop()

    async def handled(request: HttpRequest, what: str) -> HttpResponse:
        headers = _ALWAYS | ({"Access-Control-Allow-Origin": cors, "Vary": "Origin"} if cors else {})
        try:
            _check_host(request, hosts)
            if request.method == "OPTIONS":
                return HttpResponse(status_code=204, headers=headers | _preflight(cors))
            answer = await (_page if what == "page" else _sparql)(request, pool, limits)
        except Refused as refused:
            text = f"{refused}\n"
            return HttpResponse(text, refused.status, headers | refused.headers, "text/plain; charset=utf-8")
        body = b"" if request.method == "HEAD" else answer.body
        length = {"Content-Length": str(len(answer.body))}
        return HttpResponse(body, answer.status, headers | length, _with_charset(answer.media_type))

    async def sparql(request: HttpRequest) -> HttpResponse:
        return await handled(request, "sparql")

    async def page(request: HttpRequest) -> HttpResponse:
        return await handled(request, "page")

    routes = [Route("/sparql", sparql, methods=_METHODS), Route("/", page, methods=_METHODS)]
    return Starlette(routes=routes, lifespan=life)


async def _sparql(request: HttpRequest, pool: Pool, limits: Limits) -> Response:
    body = await _body(request, limits.request_bytes) if request.method == "POST" else b""
    headers = request.headers
    asked = read_request(request.method, request.url.query, headers.get("content-type"), body, headers.get("accept"))
    if asked is None:
        return _description(str(request.url.replace(query="")), headers.get("accept"))
    return await pool.ask(asked, lambda: _gone(request))


async def _page(request: HttpRequest, pool: Pool, _: Limits) -> Response:
    if request.method not in ("GET", "HEAD"):
        raise Refused(405, "The page can only be read.", {"Allow": "GET, HEAD"})
    actors = tuple(name for name in request.query_params.getlist("actor") if name.strip())
    if len(actors) > _MOST_ACTORS:
        raise Refused(400, f"A page is made of at most {_MOST_ACTORS} actors.")
    return await pool.ask(PageRequest(actors), lambda: _gone(request))


async def _body(request: HttpRequest, most: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > most:
            raise Refused(413, f"A request may have {most:,} bytes.")
        pieces.append(piece)
    return b"".join(pieces)


async def _gone(request: HttpRequest) -> None:
    """Be done when the sender has gone."""
    while not await request.is_disconnected():
        await asyncio.sleep(0.1)


def _check_host(request: HttpRequest, hosts: frozenset[str]) -> None:
    named = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    if hosts and named not in {host.strip("[]") for host in hosts}:
        raise Refused(403, "This server does not answer under that name; start it with --host to change that.")


def _preflight(cors: str | None) -> dict[str, str]:
    if not cors:
        return {"Allow": "GET, HEAD, POST, OPTIONS"}
    return {"Access-Control-Allow-Methods": "GET, POST", "Access-Control-Allow-Headers": "Accept, Content-Type"}


def _description(address: str, accept: str | None) -> Response:
    """Give the service description that the protocol asks for where there is no query."""
    this = ox.NamedNode(address)
    triples = [
        ox.Triple(this, ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), ox.NamedNode(f"{_SD}Service")),
        ox.Triple(this, ox.NamedNode(f"{_SD}endpoint"), this),
        ox.Triple(this, ox.NamedNode(f"{_SD}supportedLanguage"), ox.NamedNode(f"{_SD}SPARQL11Query")),
    ]
    _, media_type = negotiated(accept)
    forms = {
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "application/ld+json": ox.RdfFormat.JSON_LD,
        "application/rdf+xml": ox.RdfFormat.RDF_XML,
    }
    return Response(200, media_type, ox.serialize(triples, format=forms[media_type]) or b"")


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type in ("text/csv", "text/turtle") else media_type
