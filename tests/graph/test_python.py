"""The library in Python: what it offers is typed, completes in a notebook, shows itself, and becomes a frame."""

from __future__ import annotations

import copy
import inspect
import pickle
import subprocess
import sys
import typing
from pathlib import Path

import pytest

import kg
from kg.errors import ActorError, ArticleError, KgError, MissingExtraError, StoreError
from kg.graph.options import Filters, NetworkOptions, PathOptions
from kg.network import filter_for, linkage, network

TALKS = "Vladimir Putin called Donald Trump on Monday. France condemned Russia on Tuesday."
LATER = "Donald Trump met Vladimir Putin on Monday. Russia will sign an agreement with China."


@pytest.fixture(scope="module")
def graph() -> kg.Graph:
    """A graph of two articles that are made in Python, without a file."""
    return kg.build(
        [
            kg.Article("first", TALKS, published="2025-05-21", publisher="Post"),
            kg.Article("second", LATER, published="2025-06-04", publisher="Gazette"),
        ]
    )


def test_articles_are_built_from_as_they_are(graph: kg.Graph) -> None:
    """Articles need not be files; with a date of their own and their outlet they are stored."""
    assert graph.building.failures == []
    assert [(article.id, article.publisher) for article in graph.articles()] == [
        ("first", "Post"),
        ("second", "Gazette"),
    ]


def test_the_same_id_twice_is_told() -> None:
    """The first article of an id is kept, the second listed with the reason."""
    extracted = kg.extract([kg.Article("a", TALKS), kg.Article("a", LATER)])
    assert [extraction.article.text for extraction in extracted] == [TALKS]
    assert "same id" in str(extracted.failures[0]) and "same id" in repr(extracted)


def test_extract_reads_without_a_store(seeds: Path, tmp_path: Path) -> None:
    """Files and articles give their events; what cannot be read is listed, and the rest goes on."""
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    extracted = kg.extract([tmp_path / "empty.txt", kg.Article("a", TALKS, published="2025-05-21")])
    assert [failure.reason for failure in extracted.failures] == ["is empty."]
    assert "a: Vladimir Putin called Donald Trump   2025-05-19" in repr(extracted)
    frame = extracted.to_pandas()
    assert ("Vladimir Putin", "called", "Donald Trump") in set(
        zip(frame["subject"], frame["predicate"], frame["object"], strict=True)
    )
    assert all(TALKS[start:end] == text for start, end, text in frame[["start", "end", "sentence"]].to_numpy())
    with pytest.raises(ArticleError, match="YYYY-MM-DD"):
        kg.extract(seeds, date="soon")


def test_other_languages_are_counted_and_not_read(tmp_path: Path) -> None:
    """A German article gives nothing and is told, as by `kg extract`."""
    text = "Der Präsident hat am Montag mit der Kanzlerin über die Lage im Osten gesprochen und ist dann abgereist. "
    (tmp_path / "german.txt").write_text(text * 5, encoding="utf-8")
    extracted = kg.extract(tmp_path / "german.txt")
    assert (len(extracted), extracted.skipped) == (0, {"de": 1})


def test_extract_is_the_function_and_the_package() -> None:
    """`kg.extract` may be called whether or not the package of that name has been imported before."""
    for before in ("import kg", "import kg.extract", "from kg.extract import Extractor\nimport kg"):
        code = f"{before}\nprint(len(kg.extract(kg.Article('a', 'x'))), kg.extract.Extractor.__name__)"
        run = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
        assert run.stdout == "1 Extractor\n"
    assert list(inspect.signature(kg.extract).parameters) == ["sources", "date", "workers", "languages", "vocabulary"]


def test_a_graph_is_read_without_loading_spacy(seeds: Path, tmp_path: Path) -> None:
    """Only what extracts loads the pipeline; opening, asking, walking and ranking do without."""
    kg.build(seeds, store=tmp_path / "graph").close()
    code = (
        "import sys, kg\ngraph = kg.open('graph')\nlist(graph.events()), list(graph.query('contacts'))\n"
        "graph.rank(), graph.path('Trump', 'Putin'), kg.predicates.met, graph.show()\nprint('spacy' in sys.modules)"
    )
    command = [sys.executable, "-W", "error", "-c", code]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("False\n", "")


def test_events_are_found_by_any_name_of_an_actor(graph: kg.Graph) -> None:
    """A surname does, a name that fits nobody is an error, and a predicate covers the more special ones."""
    assert {event.predicate for event in graph.events(actor="Putin", predicate="spoke_with")} == {"called", "met"}
    assert {event.predicate for event in graph.events(classes=["accuse"])} == {"criticized"}
    assert {event.status for event in graph.events(status=["planned"])} == {"planned"}
    assert list(graph.events(min_sources=2)) == []
    with pytest.raises(ActorError, match="Putnam"):
        graph.events(actor="Putnam")
    with pytest.raises(KgError, match="Did you mean met"):
        graph.events(predicate="meet")


def test_events_of_a_month_are_found_by_month_and_by_day(graph: kg.Graph) -> None:
    """A span may be told as days, months or years; an event in it is found, an undated one never."""
    june = [event.label for event in graph.events(since="2025-06")]
    assert june == ["Donald Trump met Vladimir Putin"]
    assert [event.label for event in graph.events(since="2025-06-02", until="2025-06-02")] == june
    assert june[0] not in [event.label for event in graph.events(until="2025-05")]


def test_an_answer_may_be_shown_and_then_be_read(graph: kg.Graph) -> None:
    """To show the first rows takes none of them away, and rows may be gone through again."""
    answer = graph.query("SELECT ?a ?b WHERE { ?a dip:met ?b } ORDER BY ?a")
    assert repr(answer).splitlines() == [
        "a  b",
        "id:Donald_Trump  id:Vladimir_Putin",
        "id:Vladimir_Putin  id:Donald_Trump",
    ]
    assert "id:Donald_Trump" in answer._repr_html_()
    assert len(list(answer)) == len(list(answer)) == len(answer.to_pandas()) == len(answer.to_polars()) == 2
    assert answer.serialize("csv") == answer.serialize("csv")
    assert repr(graph.query("ASK { ?a dip:met ?b }")) == "yes"
    assert repr(graph.query("SELECT ?a WHERE { ?a dip:expelled ?b }")) == "no rows"


def test_rankings_are_lists_tables_and_frames(graph: kg.Graph) -> None:
    """Each finding is a record; it shows its facts, in a notebook its sentence, and as a frame all of it."""
    ranked = graph.rank("events", most=2)
    assert [(finding.actor.name, finding.events) for finding in ranked] == [("Donald Trump", 2), ("Vladimir Putin", 2)]
    assert repr(ranked).splitlines()[0].split() == ["actor", "events", "partners", "closest"]
    assert "Donald Trump met Vladimir Putin on Monday." in ranked._repr_html_()
    assert ranked.to_pandas()["actor"].tolist() == ranked.to_polars()["actor"].to_list()
    assert graph.pairs(most=1)[0].events == 2
    assert repr(graph.brokers(["France"], ["Russia"])) == "nothing found"


def test_a_timeline_sums_what_is_good_and_bad(graph: kg.Graph) -> None:
    """Periods come in order, with the scores of the vocabulary; between two actors only their dealings count."""
    months = graph.timeline("Putin")
    assert [(period.period, period.events) for period in months] == [("2025-05", 1), ("2025-06", 1)]
    assert months[0].cooperation == kg.predicates.called.about.score
    assert "2025-06" in months._repr_html_() and "sanctioned" not in repr(months)
    assert [period.conflict for period in graph.timeline("France", "Russia", by="year")] == [-2.0]


def test_an_event_explains_itself(graph: kg.Graph) -> None:
    """Its sentence, where it stands, and the wording that was read; of a path's event and by IRI as well."""
    event = next(iter(graph.events(predicate="called")))
    told = str(graph.explain(event))
    assert "Vladimir Putin called Donald Trump on Monday." in told and "Post, 2025-05-21, characters 0 to 45" in told
    assert "wording: called: " in told and "at “called”" in told
    path = graph.path("Trump", "Putin", predicates=["called"])
    assert path is not None
    assert str(graph.explain(path.hops[0].events[0])) == told == str(graph.explain(event.iri))
    assert str(graph.explain("ev:" + event.iri.rpartition("/")[2])) == told
    for unknown in ("Putin called Trump.", "ev:0"):
        with pytest.raises(StoreError, match="holds no event"):
            graph.explain(unknown)


def test_contradictions_are_part_of_the_explanation() -> None:
    """Two events that are linked are named with the reason."""
    general = kg.Article("b", "Russia spoke with the United States on Monday.", published="2025-05-21")
    graph = kg.build([kg.Article("a", TALKS, published="2025-05-21"), general])
    event = next(iter(graph.events(predicate="called")))
    assert "more specific than" in str(graph.explain(event))


def test_a_sentence_is_explained() -> None:
    """Who is meant, and which wording was read, or why none was."""
    assert "wording: met: " in str(kg.explain("Macron met Modi in Paris on Monday.", date="2025-05-20"))
    assert "none. " in repr(kg.explain("Macron slept."))
    assert "<b>" not in kg.explain("<b>Macron</b> met Modi.")._repr_html_()
    with pytest.raises(ArticleError, match="no sentence"):
        kg.explain(" ")


def test_predicates_complete_and_tell_what_they_mean() -> None:
    """Every predicate is an attribute, a text that serves as a name, with its definition."""
    assert "met" in dir(kg.predicates) and len(kg.predicates) == len(list(kg.predicates)) >= 42
    assert kg.predicates.met == "met" and "in person" in repr(kg.predicates.met)
    assert "Wang Yi met" in kg.predicates.met._repr_html_() and "sanctioned" in kg.predicates._repr_html_()
    for same in (copy.deepcopy(kg.predicates.met), pickle.loads(pickle.dumps(kg.predicates.met))):
        assert same == "met" and same.about == kg.predicates.met.about
    with pytest.raises(AttributeError, match="Did you mean met"):
        _ = kg.predicates.mett


@pytest.mark.parametrize(
    ("options", "function"), [(Filters, filter_for), (NetworkOptions, network), (PathOptions, linkage)]
)
def test_options_are_those_of_what_they_are_passed_to(options: type, function: object) -> None:
    """Each has the type that the function gives it, and no option of a path or a network is missing."""
    taken = typing.get_type_hints(function)
    named = typing.get_type_hints(options)
    assert {name: taken[name] for name in named} == named
    if options is not Filters:
        keywords = inspect.signature(function).parameters.values()  # type: ignore[arg-type] # a function
        assert {p.name for p in keywords if p.kind is p.KEYWORD_ONLY} == set(named)


def test_help_and_completion_list_the_options(graph: kg.Graph) -> None:
    """The signature names each option with its default, the method's own ones first."""
    assert list(inspect.signature(graph.timeline).parameters)[:3] == ["actor", "other", "by"]
    assert inspect.signature(graph.path).parameters["weight"].default == "hops"
    assert "min_sources" in inspect.signature(kg.Graph.rank).parameters


def test_every_table_is_a_frame_of_either_library(graph: kg.Graph) -> None:
    """The examples that are type-checked run, and pandas and polars get the same rows and columns."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "typing"))
    from examples import examples, frames  # type: ignore[import-not-found] # in a folder beside this one

    examples(graph)
    for pandas, polars in zip(*frames(graph), strict=True):
        assert (list(pandas.columns), len(pandas)) == (polars.columns, polars.height)


def test_without_the_library_the_line_to_install_it_is_told(graph: kg.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """A frame without pandas or polars is an error with the extra's name."""
    for name in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'dragoman\[pandas\]'"):
        graph.events().to_pandas()
    with pytest.raises(MissingExtraError, match=r"pip install 'dragoman\[polars\]'"):
        graph.query("contacts").to_polars()
