"""Files in and out: what is exported comes back, other programs can read it, foreign RDF stays apart."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import networkx
import pyoxigraph as ox
import pytest
import rdflib
from sample_extractions import CALL, PUTIN, TRUMP, article, event, first, many, second, third

from kg.cli.app import app
from kg.cli.run import run
from kg.errors import StoreError
from kg.model import Actor, Extraction
from kg.store import open_store
from kg.store.exports import WRITERS
from kg.store.exports.rdf import sorted_nquads
from kg.store.store import Store


@pytest.fixture
def store() -> Store:
    opened = open_store()
    opened.record_all((first(), second(), third(), *many(20)))
    opened.reconcile()
    return opened


@pytest.mark.parametrize("suffix", ["nq", "trig", "jsonld"])
def test_an_exported_dataset_comes_back_as_it_was(store: Store, tmp_path: Path, suffix: str) -> None:
    """Articles, links, decisions and the merged graph are byte for byte those of before; twice changes nothing."""
    store.merge_actors(["Person 1"], "Person 2", why="one man")
    path = store.export(tmp_path / f"all.{suffix}")
    with open_store() as other:
        assert other.load(path) > 20
        assert sorted_nquads(other) == sorted_nquads(store)
        assert other.load(path) == 0
        other.undo_decision(1)
        assert "Person 1" in {actor.name for actor in other.actors()}


@pytest.mark.parametrize("suffix", ["ttl", "nt", "rdf"])
def test_the_merged_graph_holds_every_triple(store: Store, tmp_path: Path, suffix: str) -> None:
    """Formats without named graphs hold what the default graph holds."""
    path = store.export(tmp_path / f"merged.{suffix}")
    merged = set(store.backend.triples(ox.DefaultGraph()))
    assert {quad.triple for quad in ox.parse(path=str(path))} == merged
    assert len(rdflib.Graph().parse(str(path))) == len(merged)


@pytest.mark.parametrize("suffix", ["ttl", "nt", "rdf"])
def test_a_merged_graph_that_is_loaded_answers_as_before(store: Store, tmp_path: Path, suffix: str) -> None:
    """Loaded into an empty store, it is the same merged graph, and events and queries are the same."""
    path = store.export(tmp_path / f"merged.{suffix}")
    with open_store() as other:
        other.load(path)
        merged = ox.DefaultGraph()
        assert set(other.backend.triples(merged)) == set(store.backend.triples(merged))
        assert list(other.events()) == list(store.events())
        assert list(other.query("occasions")) == list(store.query("occasions"))


Dyad = tuple[str, str, str, str, str | None]


def dyads(path: Path) -> set[Dyad]:
    """Read the dyads of a graph or table: event, subject, predicate, object and date, ends sorted if symmetric."""
    rows: list[dict[str, Any]]
    if path.suffix in (".graphml", ".gexf"):
        read: Any = networkx.read_graphml if path.suffix == ".graphml" else networkx.read_gexf
        rows = [{**data, "subject_iri": one, "object_iri": two} for one, two, data in read(path).edges(data=True)]
    elif path.suffix == ".csv":
        with path.with_name(f"{path.stem}-edges.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    else:
        rows = [
            {**row, "subject_iri": one["iri"], "object_iri": two["iri"]}
            for row in map(json.loads, path.read_text("utf-8").splitlines())
            for one in row["subjects"]
            for two in row["objects"]
        ]
    return {(r["event"], r["subject_iri"], r["predicate"], r["object_iri"], r.get("date") or None) for r in rows}


@pytest.mark.parametrize("suffix", ["graphml", "gexf", "csv", "jsonl"])
def test_what_is_no_rdf_holds_every_dyad(store: Store, tmp_path: Path, suffix: str) -> None:
    """Graphs and tables, read by other programs, give each dyad of each event with its date, and no other."""
    wanted = {
        (event.iri, one.iri, event.predicate, two.iri, event.date)
        for event in store.events()
        for one in event.subjects
        for two in event.objects
    }
    assert dyads(store.export(tmp_path / f"all.{suffix}")) == wanted


@pytest.mark.parametrize("suffix", ["graphml", "gexf"])
def test_other_programs_read_the_graph(store: Store, tmp_path: Path, suffix: str) -> None:
    """networkx reads as many nodes and edges as there are actors and dyads, with their labels."""
    path = store.export(tmp_path / f"graph.{suffix}")
    read: Any = networkx.read_graphml if suffix == "graphml" else networkx.read_gexf
    graph = read(path)
    assert set(graph) == {actor.iri for actor in store.actors()}
    assert graph.nodes[TRUMP.iri]["label"] == "Donald Trump"
    edges = [data for *_, data in graph.edges(data=True)]
    assert any(edge["predicate"] == "called" and edge["date"] == "2025-05-19" for edge in edges)
    assert sum(1 for _ in store.query("SELECT * { ?e dip:subject ?s ; dip:object ?o }")) == len(edges)


def test_gexf_edges_live_when_their_events_happened(store: Store, tmp_path: Path) -> None:
    """A dated edge has the first and the last day that its date may mean, an undated one has none."""
    text = store.export(tmp_path / "graph.gexf").read_text(encoding="utf-8")
    assert 'label="called" start="2025-05-19" end="2025-05-19"' in text
    assert 'label="met"><attvalues>' in text


def test_events_and_edges_are_two_tables(store: Store, tmp_path: Path) -> None:
    """CSV gives a row an event, and beside it a row a dyad."""
    path = store.export(tmp_path / "all.csv")
    with path.open(encoding="utf-8", newline="") as file:
        events = list(csv.DictReader(file))
    with (tmp_path / "all-edges.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    assert len(events) == len(list(store.events()))
    (call,) = [row for row in events if row["label"] == "Donald Trump called Vladimir Putin"]
    assert (call["date"], call["sources"], call["class"], call["sentence"]) == ("2025-05-19", "2", "CONSULT", CALL)
    assert {row["event"] for row in edges} <= {row["event"] for row in events}


def test_a_spreadsheet_takes_no_sentence_for_a_formula(tmp_path: Path) -> None:
    """What begins like a formula is quoted."""
    said = '=HYPERLINK("http://evil","x")'
    source = article("x", said)
    with open_store() as store:
        store.record(Extraction(source, (event(source, said, "called", TRUMP, PUTIN),)))
        with store.export(tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
            assert [row["sentence"] for row in csv.DictReader(file)] == [f"'{said}"]


def test_json_lines_hold_every_mention(store: Store, tmp_path: Path) -> None:
    """One event a line, with parties, mentions and offsets."""
    rows = [json.loads(line) for line in store.export(tmp_path / "all.jsonl").read_text("utf-8").splitlines()]
    (call,) = [row for row in rows if row["label"] == "Donald Trump called Vladimir Putin"]
    assert [mention["article"] for mention in call["mentions"]] == ["first", "second"]
    assert call["mentions"][0]["end"] == len(CALL)


def test_parquet_holds_the_events(store: Store, tmp_path: Path) -> None:
    """Where pyarrow is installed, the events are a columnar file."""
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(store.export(tmp_path / "all.parquet"))
    assert table.num_rows == len(list(store.events()))
    assert "Donald Trump called Vladimir Putin" in table.column("label").to_pylist()


def test_hostile_names_break_no_format(tmp_path: Path) -> None:
    """Markup, quotes and control characters in names and sentences are written so that they are read again."""
    said = 'A "quote" <b>&amp; ]]> \x0b and\r\nmore'
    source = article('x"<&', said)
    with open_store() as store:
        store.record(Extraction(source, (event(source, said, "called", Actor("<\"&'>", "person"), PUTIN),)))
        for suffix in WRITERS:
            path = store.export(tmp_path / f"x{suffix}")
            assert path.stat().st_size
        assert {d["label"] for _, d in networkx.read_graphml(tmp_path / "x.graphml").nodes(data=True)} == {
            "<\"&'>",
            "Vladimir Putin",
        }
        networkx.read_gexf(tmp_path / "x.gexf")


def test_foreign_rdf_goes_into_a_graph_of_its_own(store: Store, tmp_path: Path) -> None:
    """Loaded triples answer queries, come without blank nodes, change nothing the second time, and can be replaced."""
    path = tmp_path / "more facts.ttl"
    path.write_text('<http://x/a> <http://x/p> [ <http://x/q> "1" ] , [ <http://x/q> "2" ] .', encoding="utf-8")
    before = sorted_nquads(store)
    assert store.load(path) == 1 and store.load(path) == 0
    assert len(list(store.query("SELECT * { <http://x/a> <http://x/p>/<http://x/q> ?v }"))) == 2
    assert b"_:" not in sorted_nquads(store)
    path.write_text("", encoding="utf-8")
    assert store.load(path) == 1, "an emptied file empties its graph"
    assert sorted_nquads(store) == before


@pytest.mark.parametrize(
    ("name", "text", "graph", "said"),
    [
        ("x.ttl", "<a> <b", None, r"x\.ttl:1: not valid RDF"),
        ("x.doc", "", None, "no RDF format has the suffix"),
        ("events.csv", "event,label\n", None, "Export the graph as .nq"),
        ("network.gexf", "<gexf/>", None, "leave out much"),
        ("x.nt", "<http://a> <http://b> <http://c> .", "not an iri", "is no IRI"),
        (
            "x.nt",
            "<http://a> <http://b> <http://c> .",
            "https://w3id.org/dragoman/article/first",
            "belongs to the store",
        ),
        ("missing.nt", None, None, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_loaded_changes_nothing(
    store: Store, tmp_path: Path, name: str, text: str | None, graph: str | None, said: str
) -> None:
    """The error names the file and what is wrong, and the store stays as it is."""
    before = sorted_nquads(store)
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=said):
        store.load(tmp_path / name, graph=graph)
    assert sorted_nquads(store) == before


def test_an_unknown_suffix_is_told_the_known_ones(store: Store, tmp_path: Path) -> None:
    """The error lists what can be written."""
    with pytest.raises(StoreError, match=r"no format has the suffix '\.docx'.*\.graphml.*\.nq"):
        store.export(tmp_path / "x.docx")


def test_kg_load(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command loads what `kg export` wrote into a new store."""
    path = store.export(tmp_path / "all.nq")
    assert run(app, ["load", str(path), "--store", str(tmp_path / "g")]) == 0
    assert "loaded" in capsys.readouterr().out
    with open_store(tmp_path / "g", read_only=True) as opened:
        assert sorted_nquads(opened) == sorted_nquads(store)
