"""What the graph says of its own predicates, so that queries can use class, score and generality."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.ontology.files import ontology_file
from kg.ontology.vocabulary import Vocabulary
from kg.store.terms import PREFIXES, node, term, text

_DECIMAL = ox.NamedNode(f"{PREFIXES['xsd']}decimal")


_KEPT = frozenset(term(f"rdfs:{name}").value for name in ("subClassOf", "domain", "range"))


def vocabulary_triples(vocabulary: Vocabulary, *own: Path) -> Iterator[ox.Triple]:
    """Give the statuses, and of each predicate label, class, parent, PLOVER, CAMEO, quad class and score.

    `own` are files of a user's own that the vocabulary was loaded with.
    """
    for status in ("actual", "planned", "possible", "negated"):
        yield ox.Triple(term(f"dip:{status}"), term("rdf:type"), term("dip:Status"))
        yield ox.Triple(term(f"dip:{status}"), term("rdfs:label"), text(status))
    yield from _hierarchy(*own)
    for predicate in vocabulary.predicates.values():
        this = node(predicate.iri)
        class_ = term(f"dip:{predicate.class_.capitalize()}")
        yield ox.Triple(this, term("rdf:type"), term("dip:Relation"))
        yield ox.Triple(this, term("rdfs:label"), text(predicate.label))
        yield ox.Triple(this, term("dip:class"), class_)
        yield ox.Triple(class_, term("skos:notation"), text(predicate.class_))
        if predicate.parent:
            yield ox.Triple(this, term("rdfs:subPropertyOf"), term(f"dip:{predicate.parent}"))
        if predicate.symmetric:
            yield ox.Triple(this, term("rdf:type"), term("owl:SymmetricProperty"))
        yield ox.Triple(this, term("dip:plover"), term(f"plover:{predicate.plover}"))
        if predicate.mode:
            yield ox.Triple(this, term("dip:mode"), term(f"plover:{predicate.plover}-{predicate.mode}"))
        yield ox.Triple(this, term("dip:cameo"), term(f"cameo:{predicate.cameo}"))
        yield ox.Triple(this, term("dip:quad"), text(predicate.quad))
        yield ox.Triple(this, term("dip:score"), ox.Literal(f"{predicate.score:g}", datatype=_DECIMAL))


def _hierarchy(*own: Path) -> Iterator[ox.Triple]:
    """Give which class is below which, and which classes of actor a predicate joins, as the ontology says it."""
    for path in (ontology_file("diplomacy.ttl"), *own):
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if quad.predicate.value in _KEPT:
                yield quad.triple
