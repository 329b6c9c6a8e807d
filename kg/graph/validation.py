"""Checks what a store holds against the SHACL shapes of the ontology."""

from __future__ import annotations

from typing import Any

import rdflib

from kg.ontology.files import ontology_file
from kg.store import Store, shorten

_SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


def violations(store: Store) -> list[str]:
    """Give a line for each violation of shapes.ttl, sorted: which node, which property, what is wrong.

    Raises OntologyError where shapes.ttl is not part of the installation.
    """
    import pyshacl  # slow to import

    shapes = rdflib.Graph().parse(str(ontology_file("shapes.ttl")), format="turtle")
    data = rdflib.Graph()
    data.parse(data=store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }").serialize("ntriples"), format="nt")
    valid, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    if valid or not isinstance(report, rdflib.Graph):
        return []
    return sorted(_line(report, result) for result in report.subjects(rdflib.RDF.type, _SH.ValidationResult))


def _line(report: rdflib.Graph, result: Any) -> str:
    node, path, value = (report.value(result, _SH[name]) for name in ("focusNode", "resultPath", "value"))
    message = report.value(result, _SH.resultMessage) or "violates the shapes"
    where = " ".join(shorten(str(term)) for term in (node, path) if term is not None)
    return f"{where}: {message}" + (f" (found {str(value)[:80]!r})" if value is not None else "")
