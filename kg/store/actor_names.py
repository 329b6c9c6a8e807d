"""Finds the actor that a name means."""

from __future__ import annotations

import difflib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, cast

import pyoxigraph as ox

from kg.errors import ActorError
from kg.model import BASE
from kg.ontology.vocabulary import KIND_CLASS
from kg.store.backend import Backend
from kg.store.parameters import parameter_term
from kg.store.terms import shorten


def actor_iri(backend: Backend, name: str) -> str:
    """Give the IRI of the actor with this name, alias, prefixed name or IRI, whatever its case and accents.

    Raises ActorError where no actor has it, with those that come near, or where several have it as an alias.
    """
    term = parameter_term(name)
    if isinstance(term, ox.NamedNode):
        if backend.query(f"ASK {{ {term} rdfs:label ?name }}"):
            return term.value
        raise _unknown(name, [shorten(iri) for iri, _, _ in _names(backend)])
    wanted = folded(name)
    labels: defaultdict[bool, set[str]] = defaultdict(set)
    known = set()
    for iri, spelt, is_label in _names(backend):
        known.add(spelt)
        if folded(spelt) == wanted:
            labels[is_label].add(iri)
    for found in (labels[True], labels[False]):
        if len(found) == 1:
            return found.pop()
        if found:
            raise ActorError(
                f"several actors bear this name: {', '.join(shorten(iri) for iri in sorted(found))}.",
                place=name,
                advice="Name the one you mean in this way.",
            )
    raise _unknown(name, sorted(known))


def folded(name: str) -> str:
    """Write a name without case and accents, for comparison.

    >>> folded(" Recep  Tayyip Erdoğan")
    'recep tayyip erdogan'
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def _names(backend: Backend) -> Iterator[tuple[str, str, bool]]:
    classes = " ".join(f"<{iri}>" for iri in KIND_CLASS.values())
    rows = backend.query(
        f"SELECT DISTINCT ?a ?n ?p {{ VALUES ?c {{ {classes} }} ?a a ?c . "
        "VALUES ?p { rdfs:label skos:altLabel } ?a ?p ?n }"
    )
    for actor, name, relation in cast("Iterator[Any]", rows):
        if actor.value.startswith(BASE):
            yield actor.value, name.value, relation.value.endswith("#label")


def _unknown(name: str, known: list[str]) -> ActorError:
    close = difflib.get_close_matches(name, known, n=3, cutoff=0.6)
    advice = f"Did you mean {' or '.join(close)}?" if close else "`kg actors list` shows those there are."
    return ActorError("the graph knows no actor of this name.", place=name, advice=advice)
