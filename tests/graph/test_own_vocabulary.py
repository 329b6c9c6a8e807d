"""Actors, wordings and predicates of a user's own: given once as Turtle, known to every later command of the graph."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.errors import OntologyError
from kg.store import open_store

SHIPPING = """
@prefix cameo: <https://w3id.org/dragoman/cameo#> .
@prefix dip: <https://w3id.org/dragoman/ontology#> .
@prefix id: <https://w3id.org/dragoman/id/> .
@prefix lex: <https://w3id.org/dragoman/lexicon#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix plover: <https://w3id.org/dragoman/plover#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

dip:Shipping a owl:Class ; skos:notation "SHIPPING" ; skos:definition "Deals in ships." .
dip:chartered_from a dip:Relation, owl:ObjectProperty ;
    rdfs:label "chartered from" ; skos:definition "Hired a ship from its owner." ;
    rdfs:domain dip:Party ; rdfs:range dip:Party ; dip:class dip:Shipping ; dip:score 5.0 ;
    dip:plover plover:COOPERATE ; dip:cameo cameo:06 ; dip:quad dip:materialCooperation ;
    lex:verb "S charter ship|tanker from O" .

id:Norvik_Lines a dip:Organisation ; rdfs:label "Norvik Lines" ; skos:altLabel "Norvik" .
id:Halden_Marine a dip:Organisation ; rdfs:label "Halden Marine" .
"""
SENTENCE = "Norvik chartered a tanker from Halden Marine."


@pytest.fixture
def shipping(tmp_path: Path) -> Path:
    """A file with a class, a predicate, its wording and two actors."""
    path = tmp_path / "shipping.ttl"
    path.write_text(SHIPPING, encoding="utf-8")
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """An article that only the file's words can read."""
    path = tmp_path / "news.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    return path


def told(graph: kg.Graph) -> list[tuple[str, ...]]:
    return [(event.subjects[0].name, event.predicate, event.objects[0].name) for event in graph.events()]


CHARTER = ("Norvik Lines", "chartered_from", "Halden Marine")


def test_a_graph_keeps_what_it_was_built_with(tmp_path: Path, shipping: Path, news: Path) -> None:
    """Once the file is gone, the graph still knows its class and score, and a build without it changes nothing."""
    folder = tmp_path / "graph"
    with kg.build(news, store=folder, vocabulary=[shipping], date="2024-03-06") as graph:
        assert told(graph) == [CHARTER]
    shipping.unlink()
    with kg.open(folder) as graph:
        assert told(graph) == [CHARTER]
        assert [event.predicate for event in graph.events(classes=["SHIPPING"])] == ["chartered_from"]
        asked = graph.query("SELECT ?score ?domain WHERE { dip:chartered_from dip:score ?score ; rdfs:domain ?domain }")
        assert len(list(asked)) == 1
        assert graph.validate() == []
    with kg.build(news, store=folder, date="2024-03-06") as graph:
        assert (graph.building.unchanged, graph.building.recorded) == (1, 0)
        assert told(graph) == [CHARTER]


def test_other_files_take_the_place_of_those_before(tmp_path: Path, shipping: Path, news: Path) -> None:
    """Files given anew replace those kept, and what they read otherwise is read again."""
    folder = tmp_path / "graph"
    kg.build(news, store=folder, vocabulary=[shipping]).close()
    other = tmp_path / "other.ttl"
    other.write_text(SHIPPING.replace("charter ship|tanker", "rent barge"), encoding="utf-8")
    with kg.build(news, store=folder, vocabulary=[other]) as graph:
        assert (graph.building.recorded, told(graph)) == (1, [])
        assert [path.name for path in graph.store.own] == ["other.ttl"]
    with open_store(folder, read_only=True) as store:
        assert [path.name for path in store.own] == ["01-other.ttl"]


def test_without_the_file_nothing_of_it_is_read(news: Path) -> None:
    """The same article without the file tells nothing, so that what is told before is the file's doing."""
    with kg.build(news) as graph:
        assert told(graph) == []


def test_processes_and_other_ways_in_know_it(shipping: Path, news: Path) -> None:
    """Several processes, kg.extract and kg.explain read with the same files."""
    with kg.build(news, vocabulary=[shipping], workers=2) as graph:
        assert told(graph) == [CHARTER]
    (extraction,) = kg.extract(news, vocabulary=[shipping])
    assert extraction.events[0].predicate == "chartered_from"
    assert "chartered_from" in repr(kg.explain(SENTENCE, vocabulary=[shipping]))


@pytest.mark.parametrize(
    "text,complaint",
    [
        (None, r"mine\.ttl: cannot be read: No such file or directory\."),
        ("dip:a dip:b .", r"mine\.ttl:1: not valid Turtle"),
        ("@prefix a: <http://a/> . a:b a:c a:d .", r"mine\.ttl: this file adds no actor, no wording and no predicate"),
        ("", r"mine\.ttl: this file adds no actor"),
        (SHIPPING.replace("S charter", "S charter O"), r"the wording must have one O"),
    ],
)
def test_a_wrong_file_is_told_before_a_store_is_made(
    tmp_path: Path, news: Path, text: str | None, complaint: str
) -> None:
    """What is wrong with a file is told with its name, and no store is made or changed."""
    mine = tmp_path / "mine.ttl"
    if text is not None:
        mine.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=complaint):
        kg.build(news, store=tmp_path / "graph", vocabulary=[mine])
    assert not (tmp_path / "graph").exists()
