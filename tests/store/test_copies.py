"""Articles that repeat one text are found, and are one source."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import kg
from kg.articles import read
from kg.articles.sketch import sketch, values_of
from kg.model import Article
from kg.network import network
from kg.store.copies import groups_of

WIRE = (
    "President Vladimir Putin called President Donald Trump on Monday, the Kremlin said in a statement. The two "
    "leaders spoke for two hours about the war in Ukraine and agreed that their negotiators would meet again. "
    "Trump said afterwards that the tone and spirit of the conversation were excellent. Ukrainian officials were "
    "informed about the call on the same evening, and European leaders said that they would discuss its outcome at a "
    "meeting in Brussels on Tuesday. Analysts cautioned that earlier conversations had not led to a ceasefire, and "
    "that fighting along the front line had in fact become more intense since the last round of talks was held."
)
CUT = WIRE[: WIRE.index(" Analysts cautioned")]
OTHER = (
    "The Kremlin reported on Monday that Vladimir Putin had called Donald Trump. According to its press service the "
    "conversation dealt with Ukraine, trade and the Middle East. In Washington the White House confirmed that the call "
    "had taken place but gave no details of what was discussed. The two presidents last spoke by telephone in March, "
    "when they discussed a pause in attacks on power plants and other energy facilities of both countries."
)


def test_a_wire_report_in_many_papers_is_one_source(tmp_path: Path) -> None:
    """Also cut and with another headline; a report of its own and a paper's own second report are others."""
    papers = {"wire": WIRE, "paper-a": "LONDON — " + WIRE, "paper-b": CUT, "own": OTHER}
    for name, text in papers.items():
        head = f"---\nsource: {name}\ntitle: {name} reports\ndate: 2025-05-20\n---\n"
        (tmp_path / f"{name}.txt").write_text(head + text, encoding="utf-8")
    with kg.build(tmp_path) as graph:
        assert graph.building.copies == 2
        ((first, *rest),) = graph.store.copies()
        assert {iri.rpartition("/")[2] for iri in (first, *rest)} == {"wire", "paper-a", "paper-b"}
        call = max(graph.events(predicate="called"), key=lambda event: len(event.mentions))
        assert (len({mention.article.id for mention in call.mentions}), call.sources) == (4, 2)
        assert {row["sources"] for row in graph.query("well-sourced", least=2)} == {2}
        assert max(data["sources"] for _, _, data in network(graph.store).edges(data=True)) == 2
        graph.remove("wire")
        assert {a.id for a in graph.articles() if a.shares} == {"paper-a", "paper-b"}
        graph.remove("paper-a")
        assert graph.store.copies() == []


def test_the_groups_do_not_depend_on_the_order() -> None:
    """Two groups and a loner come out of any order; the first published is the head."""
    texts = {
        "a": WIRE,
        "b": CUT,
        "c": OTHER,
        "d": OTHER.replace("Monday", "Tuesday"),
        "e": " ".join(WIRE.split()[::-1]),
    }
    days = {"a": "2025-05-21", "b": "2025-05-20", "c": None, "d": "2025-05-22", "e": None}
    for seed in range(5):
        names = sorted(texts)
        random.Random(seed).shuffle(names)
        found = groups_of((name, sketch(texts[name]), days[name]) for name in names)
        assert sorted(found) == [("b", "a"), ("d", "c")]


def test_a_text_that_returns_after_weeks_is_no_copy() -> None:
    """Formulas of statements come again; a day that is not known is no reason against."""
    sketches = [sketch(WIRE)] * 2
    assert list(groups_of(zip("ab", sketches, ["2025-05-01", "2025-06-01"], strict=True))) == []
    assert list(groups_of(zip("ab", sketches, ["2025-05-01", None], strict=True))) == [("a", "b")]


def test_sketches_of_other_versions_are_not_compared() -> None:
    """A new method makes new sketches, and old ones stay alike among themselves."""
    new = sketch(WIRE)
    old = "0:" + new.partition(":")[2]
    assert list(groups_of(zip("abc", [new, old, old], [None] * 3, strict=True))) == [("b", "c")]


@pytest.mark.parametrize("words", [0, 1, 39])
def test_short_texts_have_no_sketch(words: int) -> None:
    """Two short notices may be alike by chance."""
    assert sketch("word " * words) == ""


def test_the_sketch_is_the_same_everywhere() -> None:
    """Sketches of other machines and processes can be compared: this one was computed once and written down."""
    version, values = values_of(sketch(WIRE))
    assert (version, values[:4].tolist()) == ("2", [4075, 26192, 49111, 56879])
    assert sketch(WIRE) == sketch(WIRE.upper().replace(",", " ;"))


def test_no_two_articles_of_the_project_are_taken_for_copies(root: Path) -> None:
    """Reports of one event by several outlets share names and quotations, and stay several sources."""
    gold = root / "tests" / "gold"
    articles = [item for item in read([root / "seeds", gold / "own" / "articles"]) if isinstance(item, Article)]
    sketches = [(a.iri, sketch(a.readable), a.published) for a in articles]
    iris, found, days = zip(*[row for row in sketches if row[1]], strict=True)
    assert len(iris) > 20
    assert list(groups_of(zip(iris, found, days, strict=True))) == []
