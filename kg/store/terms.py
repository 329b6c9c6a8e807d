"""The namespaces, prefixes and fixed terms that the graph is written with."""

from __future__ import annotations

import datetime
import functools
import re
from types import MappingProxyType

import pyoxigraph as ox

from kg.model import BASE

DIP = f"{BASE}ontology#"
ID = f"{BASE}id/"
EVENT = f"{BASE}event/"
ARTICLE = f"{BASE}article/"

PREFIXES = MappingProxyType(
    {
        "dip": DIP,
        "id": ID,
        "ev": EVENT,
        "article": ARTICLE,
        "plover": f"{BASE}plover#",
        "cameo": f"{BASE}cameo#",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "prov": "http://www.w3.org/ns/prov#",
        "gaf": "http://groundedannotationframework.org/gaf#",
        "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "time": "http://www.w3.org/2006/time#",
        "wd": "http://www.wikidata.org/entity/",
    }
)
"""The prefixes that every query may use without declaring them."""

VOCABULARY_GRAPH = ox.NamedNode(f"{BASE}graph/vocabulary")
LINKS_GRAPH = ox.NamedNode(f"{BASE}graph/links")
COPIES_GRAPH = ox.NamedNode(f"{BASE}graph/copies")
AS_READ = f"{BASE}graph/as-read/"
"""Where an article is kept as it was read, when decisions about actors changed it; no part of the merged graph."""
DECISIONS_GRAPH = ox.NamedNode(f"{BASE}graph/decisions")

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_read_graph(graph: ox.NamedNode) -> ox.NamedNode:
    """Give the graph that keeps an article as it was read."""
    return ox.NamedNode(AS_READ + graph.value.removeprefix(ARTICLE))


@functools.lru_cache(maxsize=4096)
def term(curie: str) -> ox.NamedNode:
    """Give the IRI that a prefixed name of the predeclared prefixes stands for.

    >>> term("rdfs:label").value
    'http://www.w3.org/2000/01/rdf-schema#label'
    """
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


@functools.lru_cache(maxsize=8192)
def node(iri: str) -> ox.NamedNode:
    """Give the node of an IRI; the same object each time, which makes writing many quads cheap."""
    return ox.NamedNode(iri)


def text(value: str) -> ox.Literal:
    """Give a string literal that every format can hold: what XML forbids becomes U+FFFD, one for one.

    >>> text("a" + chr(0) + "b").value.encode("ascii", "backslashreplace")
    b'a\\\\ufffdb'
    """
    return ox.Literal(_NOT_IN_XML.sub("\ufffd", value))


_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
_URI = ox.NamedNode("http://www.w3.org/2001/XMLSchema#anyURI")


def integer(value: int) -> ox.Literal:
    """Give a number as xsd:integer."""
    return ox.Literal(str(value), datatype=_INTEGER)


def uri(value: str) -> ox.Literal:
    """Give an address as xsd:anyURI: a literal, since what articles give as their address may be no IRI."""
    return ox.Literal(_NOT_IN_XML.sub("\ufffd", value), datatype=_URI)


@functools.lru_cache(maxsize=8192)
def date(value: str | None) -> ox.Literal | None:
    """Give an ISO date, month or year as xsd:date (its first day), or none where the calendar has no such day.

    >>> date("2025-05").value, date("2025-02-30")
    ('2025-05-01', None)
    """
    if not value:
        return None
    parts = value[:10].split("-")
    try:
        day = datetime.date(*(int(part) for part in [*parts, "1", "1"][:3]))
    except ValueError:
        return None
    return ox.Literal(day.isoformat(), datatype=_DATE)


def shorten(iri: str) -> str:
    """Write an IRI with its prefix where it has one of the predeclared, else in full.

    >>> shorten("https://w3id.org/dragoman/id/Donald_Trump")
    'id:Donald_Trump'
    """
    for prefix, space in PREFIXES.items():
        if iri.startswith(space):
            return f"{prefix}:{iri[len(space) :]}"
    return iri
