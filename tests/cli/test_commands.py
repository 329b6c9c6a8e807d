"""Every command does what its help says, on the seed articles."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import rdflib
from running import Kg

from kg.evaluation import read_rows

CALLED = "SELECT ?whom WHERE { id:Donald_Trump dip:called ?whom }"


def test_build_records_a_folder_and_leaves_alone_what_it_holds(kg: Kg, seeds: Path, tmp_path: Path) -> None:
    """The first build records seven articles; the second changes nothing."""
    first = kg("build", seeds, "--store", tmp_path / "g")
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("7 articles recorded, ")
    before = kg("query", "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "--format", "csv", "--store", tmp_path / "g")
    again = kg("build", seeds, "--store", tmp_path / "g")
    assert again.out.startswith("0 articles recorded, 7 unchanged, 0 events")
    assert kg("query", "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "--format", "csv", "-s", tmp_path / "g") == before


def test_build_lists_what_failed_and_records_the_rest(kg: Kg, seeds: Path, tmp_path: Path) -> None:
    """Exit code 1, each failure with its file and reason, and the good article in the graph."""
    (tmp_path / "binary.txt").write_bytes(b"\0\1")
    result = kg("build", tmp_path, tmp_path / "missing.txt", seeds / "trump-putin-call.txt", "-s", tmp_path / "g")
    assert result.code == 1
    assert result.out.startswith("1 article recorded")
    assert "2 failed:" in result.err
    assert "binary.txt: is a binary file" in result.err
    assert "missing.txt: there is no such file" in result.err


def test_query_answers_with_the_prefixes_declared(kg: Kg, store: Path) -> None:
    """The simplest SPARQL works, as a table and in the formats for programs."""
    assert "id:Vladimir_Putin" in kg("query", CALLED, "--store", store).out
    rows = json.loads(kg("query", CALLED, "--store", store, "--format", "json").out)
    assert [row["whom"]["value"].rpartition("/")[2] for row in rows["results"]["bindings"]] == ["Vladimir_Putin"]
    assert kg("query", CALLED, "--store", store, "--format", "csv").out.splitlines()[0] == "whom"


def test_query_reads_a_file_and_the_store_from_the_environment(
    kg: Kg, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """-f names a file that holds the query, KG_STORE the store."""
    monkeypatch.setenv("KG_STORE", str(store))
    (tmp_path / "q.rq").write_text(CALLED, encoding="utf-8")
    assert "id:Vladimir_Putin" in kg("query", "-f", tmp_path / "q.rq").out


def test_query_without_rows_says_so(kg: Kg, store: Path) -> None:
    """No rows is an answer, told on standard error."""
    result = kg("query", "SELECT ?x WHERE { id:Vladimir_Putin dip:aided ?x }", "--store", store)
    assert (result.code, result.out) == (0, "")
    assert "no rows" in result.err


def test_query_runs_the_library(kg: Kg, store: Path) -> None:
    """Queries of the library are listed, and run by name with parameters."""
    assert "timeline actor=…" in kg("query", "--list").out
    assert "called" in kg("query", "timeline", "actor=Vladimir Putin", "--store", store).out


def test_path_shows_each_hop_with_its_sentence(kg: Kg, store: Path) -> None:
    """From Trump to Putin leads the call, told with its sentence and outlet."""
    result = kg("path", "Donald Trump", "Vladimir Putin", "--class", "CONSULT", "--store", store)
    assert result.code == 0
    assert "Donald Trump → Vladimir Putin" in result.out
    assert "ABC Audio" in result.out


def test_show_writes_one_page(kg: Kg, store: Path, tmp_path: Path) -> None:
    """The page holds the actors asked for, and leads nowhere."""
    result = kg("show", "Vladimir Putin", "-o", tmp_path / "page.html", "--store", store)
    assert result.code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.casefold().startswith("<!doctype html>")
    assert "Content-Security-Policy" in page


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own parsers use what rdflib deprecates
@pytest.mark.parametrize(("suffix", "form"), [("ttl", "turtle"), ("nq", "nquads"), ("trig", "trig")])
def test_export_writes_rdf_that_others_read(kg: Kg, store: Path, tmp_path: Path, suffix: str, form: str) -> None:
    """Each RDF format is parsed by rdflib."""
    file = tmp_path / f"graph.{suffix}"
    assert kg("export", file, "--store", store).code == 0
    assert len(rdflib.Dataset().parse(data=file.read_bytes(), format=form)) > 100


def test_stats_counts_what_the_graph_holds(kg: Kg, store: Path) -> None:
    """Articles, actors, events, and the most frequent of them."""
    out = kg("stats", "--store", store).out
    assert "articles" in out.splitlines()[1] and out.splitlines()[1].endswith(" 7")
    assert "Qatar" in out


def test_remove_takes_an_article_out(kg: Kg, store: Path, tmp_path: Path) -> None:
    """What only the article said is gone, and a name that is not there is told with the one that was meant."""
    shutil.copytree(store, tmp_path / "g")
    wrong = kg("remove", "trump-putin-cal", "--store", tmp_path / "g")
    assert wrong.code == 1
    assert "Did you mean trump-putin-call?" in wrong.err
    assert kg("remove", "trump-putin-call", "--store", tmp_path / "g").out == "removed trump-putin-call\n"
    assert kg("query", CALLED, "--store", tmp_path / "g").out == ""


def test_extract_prints_events_with_their_sentences(kg: Kg, seeds: Path) -> None:
    """The table shows who, what, whom, when, and the sentence below."""
    result = kg("extract", seeds / "trump-putin-call.txt")
    assert result.code == 0
    assert "  Donald Trump called Vladimir Putin   2025-05-19" in result.out
    assert "high-stakes phone call" in result.out


def test_extract_as_jsonl_is_what_eval_reads(kg: Kg, seeds: Path, root: Path, tmp_path: Path) -> None:
    """Scoring the printed rows gives the same as extracting anew."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text(kg("extract", seeds / "trump-putin-call.txt", "--format", "jsonl").out, encoding="utf-8")
    assert set(read_rows(rows, "events")) == {"trump-putin-call"}
    gold = root / "tests" / "gold" / "dev" / "gold.jsonl"
    printed = kg("eval", gold, "--predicted", rows, "--ids", "trump-putin-call", "--json").out
    anew = kg("eval", gold, seeds / "trump-putin-call.txt", "--ids", "trump-putin-call", "--json").out
    assert json.loads(printed) == json.loads(anew)
    assert json.loads(printed)["articles"] == 1


def test_extracted_offsets_point_into_the_text(kg: Kg, seeds: Path) -> None:
    """Start and end of each event cut its sentence out of the body of the file."""
    body = (seeds / "trump-putin-call.txt").read_text(encoding="utf-8").split("---\n", 2)[2]
    row = json.loads(kg("extract", seeds / "trump-putin-call.txt", "--format", "jsonl").out)
    assert row["events"]
    for event in row["events"]:
        assert body[event["start"] : event["end"]] == event["sentence"]


def test_extract_as_turtle_is_turtle(kg: Kg, seeds: Path) -> None:
    """The triples of an article parse, the direct edge among them."""
    graph = rdflib.Graph().parse(data=kg("extract", seeds / "trump-putin-call.txt", "--format", "turtle").out)
    base = "https://w3id.org/dragoman/"
    called = rdflib.URIRef(f"{base}ontology#called")
    assert (rdflib.URIRef(f"{base}id/Donald_Trump"), called, rdflib.URIRef(f"{base}id/Vladimir_Putin")) in graph


def test_explain_tells_the_wording_that_fired(kg: Kg) -> None:
    """Actors, event and wording of a sentence."""
    out = kg("explain", "Vladimir Putin called Donald Trump on Monday.", "--date", "2025-05-20").out
    assert "Vladimir Putin called Donald Trump   2025-05-19" in out
    assert "wording: called" in out


def test_eval_lists_mistakes(kg: Kg, root: Path, tmp_path: Path) -> None:
    """--errors shows each missed triple; an article without prediction is named."""
    (tmp_path / "rows.jsonl").write_text('{"id": "x", "events": []}\n', encoding="utf-8")
    gold = root / "tests" / "gold" / "dev" / "gold.jsonl"
    result = kg("eval", gold, "--predicted", tmp_path / "rows.jsonl", "--ids", "02-akar-odesa-statement", "--errors")
    assert "02-akar-odesa-statement\tMISSED\t" in result.out
    assert "no prediction for 1 article(s)" in result.err


def test_a_graph_and_the_ontology_are_valid(kg: Kg, store: Path) -> None:
    """The graph of the seeds and the shipped ontology pass their shapes."""
    for result in (kg("validate", "--store", store), kg("validate", "--ontology")):
        assert (result.code, result.out.splitlines()[-1:]) == (0, ["valid"]), result


def test_a_wrong_ontology_file_is_told(kg: Kg, tmp_path: Path) -> None:
    """A predicate without what it needs is a violation; what is no Turtle names its line."""
    (tmp_path / "mine.ttl").write_text(
        "@prefix dip: <https://w3id.org/dragoman/ontology#> .\ndip:poked a dip:Relation .\n", encoding="utf-8"
    )
    result = kg("validate", tmp_path / "mine.ttl")
    assert result.code == 1
    assert "dip:poked" in result.out
    (tmp_path / "broken.ttl").write_text("dip:poked a", encoding="utf-8")
    broken = kg("validate", tmp_path / "broken.ttl")
    assert broken.code == 2
    assert "broken.ttl:1" in broken.err
