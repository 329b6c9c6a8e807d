"""The ISO 3166 codes of states, from ontologies/actors/codes.ttl."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from urllib.parse import unquote

import pyoxigraph as ox

from kg.model import BASE
from kg.ontology.files import ontology_file


@cache
def state_codes() -> Mapping[str, str]:
    """Give the two-letter code of each state by its canonical name.

    >>> state_codes()["Ukraine"], state_codes()["United Kingdom"]
    ('UA', 'GB')
    """
    codes: dict[str, str] = {}
    with ontology_file("actors/codes.ttl").open("rb") as file:
        for quad in ox.parse(file, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
                name = unquote(quad.subject.value.removeprefix(f"{BASE}id/")).replace("_", " ")
                codes[name] = quad.object.value
    return MappingProxyType(codes)
