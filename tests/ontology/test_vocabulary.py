"""The predicates and classes of diplomacy.ttl, as loaded and as they must be."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import OntologyError
from kg.model import SYMMETRIC
from kg.ontology.files import ontology_file
from kg.ontology.vocabulary import DIP, PLOVER, load_vocabulary

VOCABULARY = load_vocabulary()

CLASSES = {
    "CONSULT": "called spoke_with met visited hosted negotiated_with mediated invited wrote_to",
    "AGREE": "agreed_with signed_with joined",
    "SUPPORT": "praised supported recognized appointed",
    "COOPERATE": "cooperated_with",
    "AID": "aided",
    "YIELD": "conceded_to released exchanged_prisoners_with withdrew_from ceased_fire_with",
    "REQUEST": "urged demanded_of",
    "ACCUSE": "criticized accused summoned",
    "REJECT": "rejected",
    "THREATEN": "warned threatened",
    "PROTEST": "protested_against",
    "SANCTION": "sanctioned expelled recalled severed_ties_with",
    "MOBILIZE": "deployed_to mobilized_against",
    "COERCE": "detained seized coerced",
    "ASSAULT": "attacked",
}


def test_the_forty_two_predicates_stand_in_their_fifteen_classes() -> None:
    """Each predicate of the guidelines is there, in its class, and no other is."""
    wanted = {name: class_ for class_, names in CLASSES.items() for name in names.split()}
    assert {p.name: p.class_ for p in VOCABULARY.predicates.values()} == wanted
    assert set(VOCABULARY.classes) == set(CLASSES)


def test_symmetry_in_the_ontology_is_symmetry_in_the_model() -> None:
    """The Turtle file and the identity hash agree on which predicates hold both ways."""
    assert {p.name for p in VOCABULARY.predicates.values() if p.symmetric} == SYMMETRIC


@pytest.mark.parametrize("name", sorted(VOCABULARY.predicates))
def test_a_predicate_says_all_that_is_asked_of_it(name: str) -> None:
    """Label, definition, example, kinds, PLOVER, CAMEO, quad class and a score on the scale."""
    predicate = VOCABULARY.predicates[name]
    assert all((predicate.label, predicate.definition, predicate.example, predicate.plover, predicate.quad))
    assert predicate.domain and predicate.range
    assert -10 <= predicate.score <= 10
    assert len(predicate.cameo) == 2 and predicate.cameo.isdigit()
    assert predicate.parent is None or predicate.parent in VOCABULARY.predicates
    assert predicate.accompanies <= set(VOCABULARY.predicates)


def test_scores_and_modes_are_those_of_the_plover_file() -> None:
    """A predicate has the score of its PLOVER mode where it names one, else that of its type."""
    scores = {
        quad.subject.value: float(quad.object.value)
        for quad in ox.parse(path=str(ontology_file("plover.ttl")))
        if quad.predicate.value == f"{DIP}score"
    }
    for predicate in VOCABULARY.predicates.values():
        concept = f"{PLOVER}{predicate.plover}" + (f"-{predicate.mode}" if predicate.mode else "")
        assert predicate.score == scores[concept], predicate.name


def test_cooperation_is_never_negative_and_conflict_never_positive() -> None:
    """The sign of a score agrees with its quad class."""
    for predicate in VOCABULARY.predicates.values():
        assert (predicate.score > 0) == predicate.quad.endswith("cooperation"), predicate.name


def test_general_predicates_cover_specific_ones() -> None:
    """A call is a talk, a signature an agreement; not the other way round."""
    assert VOCABULARY.covers("spoke_with", "called")
    assert VOCABULARY.covers("agreed_with", "signed_with")
    assert not VOCABULARY.covers("called", "spoke_with")
    assert not VOCABULARY.covers("called", "met")
    assert VOCABULARY.accompany("hosted", "mediated") and VOCABULARY.accompany("mediated", "hosted")


def test_a_user_adds_a_predicate_with_a_file_of_their_own(tmp_path: Path) -> None:
    """A Turtle file beside the shipped one adds to the vocabulary without any Python."""
    own = tmp_path / "own.ttl"
    own.write_text(
        """@prefix dip: <https://w3id.org/dragoman/ontology#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix plover: <https://w3id.org/dragoman/plover#> .
        @prefix cameo: <https://w3id.org/dragoman/cameo#> .
        dip:debriefed a dip:Relation ; rdfs:label "debriefed"@en ; skos:definition "Told what it had learnt."@en ;
            rdfs:subPropertyOf dip:spoke_with ; rdfs:domain dip:Party ; rdfs:range dip:Person ;
            dip:class dip:Consult ; dip:plover plover:CONSULT ; dip:cameo cameo:04 ;
            dip:quad dip:verbalCooperation ; dip:score 2.5 .""",
        encoding="utf-8",
    )
    predicate = load_vocabulary(own).predicates["debriefed"]
    assert (predicate.class_, predicate.parent, predicate.range) == ("CONSULT", "spoke_with", ("person",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@prefix dip: <http://x/#> .\ndip:broken dip:", "own.ttl:2"),
        ("<https://w3id.org/dragoman/ontology#x> a <https://w3id.org/dragoman/ontology#Relation> .", "dip:x has no"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    """A syntax error names file and line; a predicate with a gap names itself and the gap."""
    own = tmp_path / "own.ttl"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=said):
        load_vocabulary(own)


def test_a_missing_file_is_an_ontology_error(tmp_path: Path) -> None:
    """A path that is not there gives the error of the ontology, not Python's own."""
    with pytest.raises(OntologyError, match="nowhere"):
        load_vocabulary(tmp_path / "nowhere.ttl")
