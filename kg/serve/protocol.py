"""The SPARQL 1.1 protocol: what a request asks, and in which form it wants the answer. No input or output here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import parse_qsl

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"

ROWS = MappingProxyType(
    {
        "application/sparql-results+json": "json",
        "application/json": "json",
        "application/sparql-results+xml": "xml",
        "application/xml": "xml",
        "text/csv": "csv",
        "text/tab-separated-values": "tsv",
    }
)
TRIPLES = MappingProxyType(
    {
        "text/turtle": "turtle",
        "application/n-triples": "ntriples",
        "application/ld+json": "jsonld",
        "application/rdf+xml": "rdfxml",
    }
)


class Refused(Exception):
    """A request that is not answered: the HTTP status and why, in one plain sentence."""

    def __init__(self, status: int, why: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(why)
        self.status = status
        self.headers = dict(headers or {})


@dataclass(frozen=True, slots=True)
class Request:
    """A query with the dataset it names and the media types that its sender accepts, for rows and for triples."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    rows: str = "application/sparql-results+json"
    triples: str = "text/turtle"


def read_request(
    method: str, query_string: str, content_type: str | None, body: bytes, accept: str | None
) -> Request | None:
    """Read a request of the protocol; None where it asks for nothing (a GET without a query).

    Raises Refused: 400 for what is malformed, 403 for updates, 405 for other methods, 406 and 415 for media types.
    """
    if method not in ("GET", "HEAD", "POST"):
        raise Refused(405, f"{method} is not part of the protocol.", {"Allow": "GET, HEAD, POST, OPTIONS"})
    given = _pairs(query_string.encode("latin-1", "replace"))
    if method == "POST":
        kind = (content_type or "").partition(";")[0].strip().lower()
        if kind == FORM:
            given += _pairs(body)
        elif kind == QUERY:
            given.append(("query", _text(body)))
        elif kind == UPDATE:
            raise Refused(403, "This endpoint only reads; updates are refused.")
        else:
            raise Refused(415, f"A query is sent as {QUERY} or {FORM}, not as {kind or 'nothing named'}.")
    names = [name for name, _ in given]
    if "update" in names or any(name.startswith("using-") for name in names):
        raise Refused(403, "This endpoint only reads; updates are refused.")
    queries = [value for name, value in given if name == "query"]
    if not queries and method != "POST":
        return None
    if len(queries) != 1:
        raise Refused(400, "A request has exactly one query." if queries else "The query is missing.")
    return Request(
        queries[0],
        tuple(value for name, value in given if name == "default-graph-uri"),
        tuple(value for name, value in given if name == "named-graph-uri"),
        *negotiated(accept),
    )


@lru_cache(maxsize=256)
def negotiated(accept: str | None) -> tuple[str, str]:
    """Choose the media types for rows and for triples that a sender likes best.

    >>> negotiated("text/csv;q=0.5, application/sparql-results+xml")
    ('application/sparql-results+xml', 'text/turtle')
    """
    wanted = _accepted(accept)
    rows, triples = _best(wanted, tuple(ROWS)), _best(wanted, tuple(TRIPLES))
    if rows is None and triples is None:
        raise Refused(406, f"Answers come as {', '.join((*ROWS, *TRIPLES))}.")
    return rows or next(iter(ROWS)), triples or next(iter(TRIPLES))


def _accepted(accept: str | None) -> list[tuple[str, float]]:
    wanted = []
    for part in (accept or "*/*").split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    quality = float(parameter[2:])
                except ValueError:
                    quality = 0.0
        if name and quality > 0:
            wanted.append((name.lower(), quality))
    return wanted


def _best(wanted: Sequence[tuple[str, float]], offered: Sequence[str]) -> str | None:
    def liking(offer: str) -> float:
        kind = offer.partition("/")[0] + "/*"
        exact = [quality for name, quality in wanted if name == offer]
        ranged = [quality for name, quality in wanted if name in (kind, "*/*")]
        return max(exact, default=max(ranged, default=0.0))

    best = max(offered, key=liking)  # the first of equals, so that the order above is our preference
    return best if liking(best) > 0 else None


def _pairs(data: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(data.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=200)
    except UnicodeDecodeError:
        raise Refused(400, "The request is not UTF-8.") from None
    except ValueError:
        raise Refused(400, "The request has too many parameters.") from None


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "The query is not UTF-8.") from None
