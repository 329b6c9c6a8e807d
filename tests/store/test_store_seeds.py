"""The store over what the extractor really reads out of the seeds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.articles import read
from kg.extract import Extractor
from kg.model import Article, Extraction
from kg.ontology.vocabulary import load_vocabulary
from kg.store import named_queries, open_store
from kg.store.exports.rdf import sorted_nquads
from kg.store.quads import statements
from kg.store.recovery import recover, rewritten
from kg.store.store import Store

SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    extractor = Extractor()
    return [extractor.extract(a) for a in read([str(SEEDS)]) if isinstance(a, Article) and a.id != "README"]


@pytest.fixture(scope="module")
def store(extractions: list[Extraction]) -> Iterator[Store]:
    with open_store() as opened:
        opened.record_all(extractions)
        opened.reconcile()
        yield opened


def test_the_call_and_the_talk_are_there(store: Store) -> None:
    """Trump called Putin, and Rubio spoke with Lavrov on 17 May 2025."""
    assert store.query("ASK { id:Donald_Trump dip:called id:Vladimir_Putin }")
    talks = store.events(actor="Sergey Lavrov", predicate="spoke_with")
    assert ("Marco Rubio", "2025-05-17") in {(a.name, e.date) for e in talks for a in (*e.subjects, *e.objects)}


def test_what_is_read_is_valid(store: Store) -> None:
    """The shapes find nothing wrong in what the extractor and the store make of real articles."""
    assert [str(v) for v in store.validate() if v.severity == "violation"] == []


def test_every_sentence_stands_where_it_is_said_to(store: Store, extractions: list[Extraction]) -> None:
    """Offsets in the graph count characters of the source text."""
    texts = {extraction.article.id: extraction.article.text for extraction in extractions}
    mentions = [mention for event in store.events() for mention in event.mentions]
    assert mentions
    for mention in mentions:
        assert texts[mention.article.id][mention.start : mention.end] == mention.sentence


def test_the_rupture_with_qatar_is_told_by_two_articles(store: Store) -> None:
    """The same rupture in two articles is one event with a mention in each."""
    (rupture,) = [e for e in store.events(predicate="severed_ties_with") if "Saudi Arabia" in e.label]
    assert {m.article.id for m in rupture.mentions} == {"13-qatar-rupture", "14-qatar-demands"}


def test_order_does_not_matter(store: Store, extractions: list[Extraction]) -> None:
    """Articles one by one and backwards end in the same bytes."""
    with open_store() as backwards:
        for extraction in reversed(extractions):
            backwards.record(extraction)
        backwards.reconcile()
        assert sorted_nquads(backwards) == sorted_nquads(store)


def test_real_articles_can_be_recovered(extractions: list[Extraction]) -> None:
    """What decisions about actors rewrite is recovered without loss."""
    for extraction in extractions:
        triples = statements(extraction, load_vocabulary())
        again = rewritten(recover(triples), triples, load_vocabulary())
        assert set(again) == set(triples)


def test_every_named_query_runs_on_the_seeds(store: Store) -> None:
    """The whole library answers on real events."""
    given = {"actor": "Vladimir Putin", "one": "Russia", "other": "Ukraine", "article": "trump-putin-call"}
    for name, query in named_queries().items():
        list(store.query(name, **{p.name: given[p.name] for p in query.parameters if p.default is None}))
