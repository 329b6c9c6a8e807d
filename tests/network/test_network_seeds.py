"""Answers on the seed articles, checked by hand against their text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.articles import read
from kg.extract import Extractor
from kg.model import Extraction
from kg.network import View, linkage
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
