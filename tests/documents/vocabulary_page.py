"""The reference of predicates, written from the ontology: definition, example, PLOVER, CAMEO, score, kinds of actor."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.ontology import Predicate, load_vocabulary
from kg.ontology.files import ontology_file
from kg.ontology.vocabulary import CAMEO, PLOVER, RDFS, SKOS

INTRODUCTION = """# Predicates

*Written from `ontologies/diplomacy.ttl` and `ontologies/plover.ttl` by `make readme`.*

A predicate joins two actors, the doer first; a symmetric one holds both ways. Its IRI is `dip:` and its name; in Python
it is `kg.predicates.met`. A more general predicate covers the more special ones in paths, filters and, by
`rdfs:subPropertyOf*`, in SPARQL. Scores are PLOVER's, from -10 (conflict) to +10 (cooperation). How events are worded
stands in `ontologies/lexicon/`, one file a class; [Extend](../extending.md) says how to add to either.
"""


def page() -> str:
    """Give the page."""
    vocabulary = load_vocabulary()
    labels, definitions = _about(f"{RDFS}label"), _about(f"{SKOS}definition")
    lines = [INTRODUCTION, "| predicate | class | PLOVER | CAMEO | quad class | score |", "|---|---|---|---|---|---|"]
    for predicate in vocabulary.predicates.values():
        lines.append(
            f"| [{predicate.name}](#{predicate.name}) | {predicate.class_} | {_plover(predicate)} | {predicate.cameo} "
            f"| {predicate.quad} | {predicate.score:+g} |"
        )
    for class_, meaning in vocabulary.classes.items():
        lines += ["", f"## {class_}", "", meaning]
        for predicate in vocabulary.predicates.values():
            if predicate.class_ == class_:
                lines += ["", *_section(predicate, labels, definitions)]
    return "\n".join(lines) + "\n"


def _section(predicate: Predicate, labels: dict[str, str], definitions: dict[str, str]) -> Iterator[str]:
    plover = f"{PLOVER}{predicate.plover}"
    yield f"### {predicate.name}"
    yield ""
    yield f"{predicate.definition} *{predicate.example}*"
    yield ""
    yield (
        f"- From {_kinds(predicate.domain)} to {_kinds(predicate.range)}" + ("; symmetric" * predicate.symmetric) + "."
    )
    if predicate.parent:
        yield f"- A kind of [{predicate.parent}](#{predicate.parent})."
    yield f"- PLOVER {_plover(predicate)}: {definitions[plover]}"
    cameo = labels[f"{CAMEO}{predicate.cameo}"]
    yield f"- CAMEO {predicate.cameo}, {cameo}; {predicate.quad}; score {predicate.score:+g}."


def _plover(predicate: Predicate) -> str:
    return f"{predicate.plover}, {predicate.mode}" if predicate.mode else predicate.plover


def _kinds(kinds: tuple[str, ...]) -> str:
    return "any actor" if len(kinds) == 5 else " or ".join(kinds)


def _about(property_: str) -> dict[str, str]:
    parsed = ox.parse(path=str(ontology_file("plover.ttl")), format=ox.RdfFormat.TURTLE)
    return {
        quad.subject.value: quad.object.value
        for quad in parsed
        if quad.predicate.value == property_ and isinstance(quad.subject, ox.NamedNode)
    }
