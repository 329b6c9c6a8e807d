"""SHACL: what a store writes is valid, and what is broken is found with its sentence."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from gold_extractions import extractions
from sample_extractions import PUTIN, STRIKE, TALK, UKRAINE, article, event, first, many, second, third

from kg.model import BASE, Extraction
from kg.store import open_store
from kg.store.store import Store
from kg.store.terms import term
from kg.store.validation import validate_ontology


def broken(store: Store, removed: str, added: str = "") -> list[str]:
    """Break the graph of the second article by a SPARQL update, and give what validation says."""
    engine = store.backend.engine  # type: ignore[attr-defined]
    graph = ox.NamedNode(second().article.iri)
    prefixes = {p: term(f"{p}:").value for p in ("dip", "sem", "gaf", "nif", "rdfs", "prov", "id", "xsd")}
    for where in (f"WITH {graph}", ""):
        engine.update(
            f"{where} DELETE {{ {removed} }} INSERT {{ {added} }} WHERE {{ {removed or '?any ?thing ?atall'} }}",
            prefixes=prefixes,
        )
    return [str(violation) for violation in store.validate()]


def test_what_the_store_writes_is_valid() -> None:
    """Samples, random articles and the development set pass with their links; kinds that surprise are warnings."""
    with open_store() as store:
        store.record_all((first(), second(), third(), *many(20)))
        store.reconcile()
        assert [v for v in store.validate() if v.severity == "violation"] == []
    with open_store() as store:
        store.record_all(extractions())
        store.reconcile()
        assert [v for v in store.validate() if v.severity == "violation"] == []


@pytest.mark.parametrize(
    ("removed", "added", "said", "sentence"),
    [
        ("?e dip:predicate dip:attacked", "", "exactly one predicate", STRIKE),
        ("?e dip:predicate dip:attacked", "?e dip:predicate dip:assaulted", "of the vocabulary", STRIKE),
        ("?e gaf:denotedBy ?m", "", "at least one sentence", ""),
        ("id:Russia dip:attacked id:Ukraine", "", "its direct edge is missing", STRIKE),
        ("", "id:Ukraine dip:sanctioned id:Russia", "no event tells as actual", STRIKE),
        ("?m dip:status dip:actual", "?m dip:status dip:sure", "actual, planned, possible or negated", STRIKE),
        ("?m dip:sentence ?s", "", "has its sentence", ""),
        ("?m nif:beginIndex ?b", "?m nif:beginIndex 999999", "begins before it ends", STRIKE),
        ("?e sem:hasTimeStamp ?d", '?e sem:hasTimeStamp "yesterday"', "an xsd:date", STRIKE),
        ("id:Russia rdfs:label ?n", "", "an actor has a name", STRIKE),
    ],
)
def test_what_is_broken_is_found_with_its_sentence(removed: str, added: str, said: str, sentence: str) -> None:
    """Each rule of the shapes is broken once, and the report shows the sentence behind the node."""
    with open_store() as store:
        store.record(second())
        found = [line for line in broken(store, removed, added) if said in line]
        assert found
        assert any(sentence in line for line in found)


def test_an_unlikely_kind_is_a_warning() -> None:
    """A person to whom troops are deployed is doubtful, and does not make a graph invalid."""
    source = article("x", TALK)
    with open_store() as store:
        store.record(Extraction(source, (event(source, TALK, "deployed_to", UKRAINE, PUTIN),)))
        (warning,) = store.validate()
        assert (warning.severity, warning.value) == ("warning", "id:Vladimir_Putin")
        assert warning.sentences == (("article:x", TALK),)


def test_the_ontology_files_are_valid() -> None:
    """Vocabulary, lexicon and gazetteer as shipped pass the shapes for ontology files."""
    assert validate_ontology() == []


def test_a_wrong_predicate_of_a_user_is_found(tmp_path: Path) -> None:
    """A predicate without definition, with a score off the scale and an unknown parent is told so."""
    own = tmp_path / "own.ttl"
    own.write_text(
        f"""@prefix dip: <{BASE}ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        dip:greeted a dip:Relation ; rdfs:label "greeted" ; dip:score 99.0 ; rdfs:subPropertyOf dip:waved .""",
        encoding="utf-8",
    )
    said = "\n".join(str(violation) for violation in validate_ontology(own))
    assert "one definition" in said and "from -10 to 10" in said and "more general predicate" in said
