"""Says of a query that found nothing which of its terms the graph does not hold, and which were probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, cast

import pyoxigraph as ox

from kg.store.backend import Backend
from kg.store.terms import ARTICLE, ID, PREFIXES, shorten
from kg.store.tokens import declared_prefixes, tokens, unescaped


def unknown_terms(backend: Backend, sparql: str) -> list[str]:
    """Give a sentence for each IRI of a query that stands nowhere in the graph.

    A graph that knows "Donald Trump" says of id:Donald_Trmp: "The graph holds no id:Donald_Trmp. Did you mean
    id:Donald_Trump?"
    """
    said = []
    for written, iri in dict(_named(unescaped(sparql))).items():
        this = ox.NamedNode(iri)
        triples = f"{{ {this} ?p ?o }} UNION {{ ?s {this} ?o }} UNION {{ ?s ?p {this} }}"
        used = f"ASK {{ {triples} UNION {{ GRAPH {this} {{ ?s ?p ?o }} }} }}"
        if backend.query(used):
            continue
        close = difflib.get_close_matches(iri, _alike(backend, iri), n=1, cutoff=0.8)
        meant = f" Did you mean {shorten(close[0])}?" if close else ""
        said.append(f"The graph holds no {written}.{meant}")
    return said


def _named(sparql: str) -> Iterator[tuple[str, str]]:
    """Give the IRIs of a query as they are written and in full, those of its PREFIX and BASE lines left out."""
    found = list(tokens(sparql))
    own = declared_prefixes(found)
    for before, token in zip([None, *found], found, strict=False):
        prefix, colon, local = token.text.partition(":")
        if token.kind == "name" and colon and local and prefix in PREFIXES and prefix not in own and "\\" not in local:
            yield token.text, PREFIXES[prefix] + local
        elif token.kind == "iri" and before is not None and before.kind != "name" and before.text.upper() != "BASE":
            try:
                yield token.text, ox.NamedNode(token.text[1:-1]).value
            except ValueError:
                continue


def _alike(backend: Backend, iri: str) -> list[str]:
    """Give the IRIs of the graph that are of the same kind."""
    if iri.startswith(ID):
        where = "{ ?e dip:subject ?x } UNION { ?e dip:object ?x } UNION { ?x rdfs:label ?name }"
    elif iri.startswith(ARTICLE):
        where = "?x a schema:NewsArticle"
    else:
        where = "{ ?s ?x ?o } UNION { ?s a ?x }"
    rows = cast("Any", backend.query(f"SELECT DISTINCT ?x {{ {where} }}"))
    return [row[0].value for row in rows if isinstance(row[0], ox.NamedNode)]
