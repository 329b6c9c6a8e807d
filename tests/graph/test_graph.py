"""The graph in Python answers, walks, draws and lets go."""

from __future__ import annotations

from pathlib import Path

import networkx
import pytest

import kg
from kg.errors import ActorError, KgError, StoreError


@pytest.fixture(scope="module")
def graph(seeds: Path) -> kg.Graph:
    """The graph of the seed articles, in memory."""
    return kg.build(seeds)


def test_rows_are_dictionaries_and_a_frame_where_asked(graph: kg.Graph) -> None:
    """A query gives Python values."""
    query = "SELECT ?name WHERE { id:Donald_Trump dip:called/rdfs:label ?name }"
    assert {"name": "Vladimir Putin"} in list(graph.query(query))
    assert list(graph.query(query).to_pandas().columns) == ["name"]


def test_events_carry_every_sentence(graph: kg.Graph) -> None:
    """The call is one event with its mention."""
    calls = list(graph.events(actor="Vladimir Putin", predicate="called"))
    assert any("high-stakes phone call" in mention.sentence for call in calls for mention in call.mentions)


def test_the_network_is_networkx(graph: kg.Graph) -> None:
    """Actors are nodes, events edges."""
    network = graph.network()
    assert isinstance(network, networkx.MultiDiGraph)
    assert network.number_of_edges() > 10


def test_a_path_has_its_evidence(graph: kg.Graph) -> None:
    """Each hop shows a sentence; actors who are nowhere are errors with a suggestion."""
    path = graph.path("Trump", "Putin")
    assert path is not None
    assert path.hops[0].events[0].evidence[0].sentence
    with pytest.raises(ActorError, match="Did you mean"):
        graph.path("Trumpp", "Putin")


def test_a_notebook_shows_the_page_in_a_frame(graph: kg.Graph) -> None:
    """The page is inside the output, and no file is written."""
    shown = graph.show("Vladimir Putin")
    assert shown._repr_html_().count("<iframe") == 1


def test_show_and_pyvis_take_a_folder_or_a_graph(seeds: Path, graph: kg.Graph, tmp_path: Path) -> None:
    """kg.show and kg.pyvis give of a folder what the opened graph gives: the page in a frame, a real pyvis Network."""
    from pyvis.network import Network

    network = kg.pyvis(graph, "Vladimir Putin")
    assert type(network) is Network
    assert {node["label"] for node in network.nodes} >= {"Vladimir Putin", "Donald Trump"}
    assert network.num_edges() == sum(len(event.pairs) for event in graph.view("Vladimir Putin").events)
    assert kg.show(graph, "Vladimir Putin") == graph.show("Vladimir Putin")
    folder = tmp_path / "g"
    with kg.build(seeds / "trump-putin-call.txt", store=folder) as stored:
        page, nodes = stored.show(height=300), stored.pyvis().nodes
    assert kg.show(folder, height=300) == page
    assert kg.pyvis(folder).nodes == nodes


def test_opening_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    """Neither for reading nor for writing is a store made by open()."""
    for read_only in (True, False):
        with pytest.raises(StoreError, match="no store"):
            kg.open(tmp_path / "g", read_only=read_only)
    assert not (tmp_path / "g").exists()


def test_removing_all_articles_leaves_no_event(seeds: Path, tmp_path: Path) -> None:
    """After the last article nothing is told any more."""
    kg.build(seeds, store=tmp_path / "g").close()
    with kg.open(tmp_path / "g", read_only=False) as graph:
        for article in list(graph.articles()):
            assert graph.remove(article.id)
        assert list(graph.events()) == []
        assert list(graph.actors()) == []


def test_a_wrong_date_makes_no_store(seeds: Path, tmp_path: Path) -> None:
    """Wrong use is told before anything is written."""
    with pytest.raises(KgError, match="YYYY-MM-DD"):
        kg.build(seeds, store=tmp_path / "g", date="soon")
    assert not (tmp_path / "g").exists()
