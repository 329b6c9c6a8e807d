"""Checks a store against shapes.ttl, and ontology files against meta-shapes.ttl (SHACL, by pySHACL)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.ontology.files import ontology_file
from kg.store.terms import LINKS_GRAPH, VOCABULARY_GRAPH, shorten

if TYPE_CHECKING:
    import rdflib

    from kg.store.readable import Readable

Result = tuple[str, str, str, str]
"""Severity, focus node, message and value."""

_BATCH = 20_000
_SENTENCES = """SELECT DISTINCT ?article ?sentence WHERE {{
  {{ {this} gaf:denotedBy ?m }} UNION {{ BIND({this} AS ?m) }}
  UNION {{ {this} dip:from|dip:to ?e . ?e gaf:denotedBy ?m }}
  UNION {{ ?e sem:hasActor {this} ; gaf:denotedBy ?m }}
  ?m dip:sentence ?sentence ; prov:wasDerivedFrom ?article }} ORDER BY ?article ?sentence LIMIT 3"""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with one node: `severity` is "violation" or "warning"; `sentences` are those behind it."""

    severity: str
    focus: str
    message: str
    value: str = ""
    sentences: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        found = f" ({self.value})" if self.value else ""
        told = "".join(f"\n    {article}: {sentence}" for article, sentence in self.sentences)
        return f"{self.severity}: {self.focus}: {self.message}{found}{told}"


def validate(store: Readable) -> list[Violation]:
    """Check all articles and links of a store; gives what is wrong, each with the sentences behind it, sorted."""
    shapes = _shapes("shapes.ttl")
    found = dict.fromkeys(_asked(store, shapes))
    for triples in _parts(store):
        found |= dict.fromkeys(_results(triples, shapes))
    return sorted(
        Violation(severity, shorten(focus), message, shorten(value), _sentences(store, focus))
        for severity, focus, message, value in found
    )


def validate_ontology(*extra: Path) -> list[Violation]:
    """Check the shipped vocabulary, lexicon and gazetteer, and files of a user's own, against meta-shapes.ttl.

    Raises OntologyError where a file is not Turtle.
    """
    folder = ontology_file("diplomacy.ttl").parent
    shipped = [path for path in sorted(folder.rglob("*.ttl")) if "shapes" not in path.name]
    triples: list[ox.Triple] = []
    for path in (*shipped, *extra):
        try:
            parsed = ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, rename_blank_nodes=True)
            triples.extend(quad.triple for quad in parsed)
        except SyntaxError as error:
            raise OntologyError(f"not valid Turtle: {error.msg}.", place=f"{path}:{error.lineno}") from error
    results = _results(triples, _shapes("meta-shapes.ttl"))
    return sorted(Violation(severity, shorten(f), message, shorten(value)) for severity, f, message, value in results)


def _parts(store: Readable) -> Iterator[list[ox.Triple]]:
    """Give articles a batch at a time, each with the vocabulary, and then the links with the merged graph."""
    vocabulary = list(store.backend.triples(VOCABULARY_GRAPH))
    part: dict[ox.Triple, None] = {}
    for article in store.articles():
        part |= dict.fromkeys(store.backend.triples(ox.NamedNode(article.iri)))
        if len(part) >= _BATCH:
            yield [*part, *vocabulary]
            part = {}
    if part:
        yield [*part, *vocabulary]
    yield list(store.backend.triples(LINKS_GRAPH))


def _asked(store: Readable, shapes: rdflib.Graph) -> Iterator[Result]:
    """Answer the constraints in SPARQL by the store's own engine, and take them out of the shapes."""
    import rdflib

    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    for shape, constraint in list(shapes.subject_objects(shacl.sparql)):
        severity = _severity(str(shapes.value(shape, shacl.severity) or ""))
        message = str(shapes.value(constraint, shacl.message))
        select = str(shapes.value(constraint, shacl.select)).replace("$this", "?this")
        classes = " ".join(f"<{target}>" for target in shapes.objects(shape, shacl.targetClass))
        head, _, pattern = select.partition("{")
        for row in store.query(f"{head} {{ VALUES ?target {{ {classes} }} ?this a ?target . {pattern}"):
            yield severity, str(row["this"]), message, str(row.get("value") or "")
        shapes.remove((shape, shacl.sparql, constraint))


def _severity(iri: str) -> str:
    return "warning" if iri.endswith("Warning") else "violation"


def _shapes(name: str) -> rdflib.Graph:
    import rdflib

    return rdflib.Graph().parse(str(ontology_file(name)), format="turtle")


def _results(triples: Iterable[ox.Triple], shapes: rdflib.Graph) -> list[Result]:
    import pyshacl
    import rdflib

    data = rdflib.Graph()
    data.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    if not isinstance(report, rdflib.Graph):
        raise OntologyError(f"SHACL could not be run: {report}.", place="shapes")
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")

    def said(result: Any, name: str) -> str:
        return str(report.value(result, shacl[name]) or "")

    return [
        (
            _severity(said(result, "resultSeverity")),
            said(result, "focusNode"),
            said(result, "resultMessage"),
            said(result, "value") if said(result, "value") != said(result, "focusNode") else "",
        )
        for result in report.subjects(rdflib.RDF.type, shacl.ValidationResult)
    ]


def _sentences(store: Readable, focus: str) -> tuple[tuple[str, str], ...]:
    try:
        this = str(ox.NamedNode(focus))
    except ValueError:
        return ()
    rows = store.query(_SENTENCES.format(this=this))
    return tuple((shorten(str(row["article"])), str(row["sentence"])) for row in rows)
