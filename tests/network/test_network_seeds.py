"""Answers on the seed articles, checked by hand against their text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.articles import read
from kg.extract import Extractor
from kg.model import Article, Extraction
from kg.network import Filter, View, linkage
from kg.network.changing import changes
from kg.network.comparing import compare
from kg.network.ranking import dyads
from kg.store import open_store


@pytest.fixture(scope="module")
def view(seeds: Path) -> Iterator[View]:
    """The seed articles, read and recorded."""
    with open_store() as store:
        for result in Extractor().pipe(article for article in read([seeds]) if hasattr(article, "text")):
            assert isinstance(result, Extraction)
            store.record(result)
        yield View(store)


def test_rubio_and_lavrov(view: View) -> None:
    """Rubio spoke with Lavrov on Saturday, 17 May 2025, and the sentence says so."""
    (hop,) = linkage(view, "Rubio", "Lavrov", predicates=["spoke_with"]).paths[0].hops
    event = hop.events[0]
    assert (event.predicate, event.date, event.status) == ("spoke_with", "2025-05-17", "actual")
    assert event.evidence[0].sentence.startswith("On Saturday, Secretary of State Marco Rubio spoke with")


def test_trump_and_putin(view: View) -> None:
    """The call of Monday, 19 May 2025 links Trump and Putin, by talks only and in time."""
    found = linkage(view, "Trump", "Putin", since="2025-05", classes=["CONSULT"], predicates=["called"], in_time=True)
    assert found.paths[0].arrival == "2025-05-19"
    assert found.paths[0].hops[0].events[0].predicate == "called"


def test_rubio_to_zelenskyy(view: View) -> None:
    """Every hop of a longer path has a sentence of the articles, and is of the status asked for."""
    for path in linkage(view, "Rubio", "Zelenskyy", k=3).paths:
        for hop in path.hops:
            assert hop.events[0].status == "actual"
            assert hop.events[0].evidence[0].sentence


@pytest.fixture(scope="module")
def dev() -> Iterator[View]:
    """Two of the development articles: Albania and Iran in 2022, Thailand and Cambodia in 2025."""
    folder = Path(__file__).parents[1] / "gold" / "dev" / "articles"
    with open_store() as store:
        for path in sorted(folder.iterdir()):
            text = path.read_text(encoding="utf-8")
            if "Tirana" in text or "Sisaket" in text:
                for result in Extractor().pipe(article for article in read([path]) if isinstance(article, Article)):
                    assert isinstance(result, Extraction)
                    store.record(result)
        yield View(store)


def test_albania_and_iran(dev: View) -> None:
    """Albania broke off relations with Iran on Wednesday, 7 September 2022, which is told as the tie's end."""
    found = [one for one in changes(dev, Filter(), datetime.date(2022, 9, 1)) if one.change == "broken off"]
    broken = next(one for one in found if {one.one.name, one.other.name} == {"Albania", "Iran"})
    event = next(event for event in broken.evidence if event.predicate == "severed_ties_with")
    assert event.date == "2022-09-07"
    assert event.evidence[0].sentence.startswith("Albania broke off diplomatic relations with Iran on Wednesday")


def test_most_active_pair(dev: View) -> None:
    """Thailand and Cambodia deal with each other most in their article, and badly; no path leads from there to Iran."""
    pair = next(one for one in dyads(dev, Filter()) if {one.one.name, one.other.name} == {"Cambodia", "Thailand"})
    assert pair.events >= 3
    assert pair.mean < 0
    answer = linkage(dev, "Thailand", "Albania")
    assert answer.reason is not None
    assert "different parts of the graph" in answer.reason.sentence


def test_compare_on_the_seeds(view: View) -> None:
    """Putin and Zelenskyy both deal with Trump, who spoke with both on 19 May 2025."""
    one, other = view.resolve("Putin"), view.resolve("Zelenskyy")
    shared = [row for row in compare(view, Filter(), one.iri, other.iri) if all(row.events)]
    assert "Donald Trump" in {row.partner.name for row in shared}
    assert all(event.evidence for row in shared for event in row.evidence)
