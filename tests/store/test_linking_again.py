"""Linking again after a few changes gives what linking everything anew gives, and looks at nothing else."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Actor, Article, Event, Extraction, Mention, Office, Precision, Status
from kg.network.view import View, get_ready
from kg.store import open_store
from kg.store.additions import written as nquads_of
from kg.store.exports.rdf import sorted_nquads
from kg.store.merging import renewing
from kg.store.store import Store
from kg.store.terms import LINKS_GRAPH

LEADERS = [Actor(f"Leader {n}", "person", represents=f"State {n}" if n < 2 else None) for n in range(3)]
STATES = [Actor(f"State {n}", "state") for n in range(2)]
WIRE = "The envoys of both states met again and spoke of grain, of prisoners and of the border for hours. " * 4
MARKS = ("2024-03-04", "2024-03-05", "2024-03-09", "2024-04-01")


def written(name: int, version: int) -> Extraction:
    """Give an article of few actors, days and texts, so that much of it tells of what others tell."""
    chance = random.Random(f"{name} {version}")
    day = chance.choice((*MARKS, None))
    text = WIRE if chance.random() < 0.4 else f"{name} {version} " + " ".join(chance.choices("abcdefghij", k=60))
    article = Article(f"a{name}", text, published=day, publisher=f"Paper {chance.randrange(3)}")
    events = []
    for at in range(chance.randint(1, 4)):
        one, other, third = chance.choice((LEADERS, chance.sample(LEADERS + STATES, 3)))
        predicate = chance.choice(("called", "spoke_with", "attacked"))
        date = chance.choice((*MARKS, None))
        precision: Precision = chance.choice(("day", "day", "week", "month", "year")) if date else "unknown"
        status: Status = chance.choice(("actual", "actual", "actual", "actual", "negated", "planned"))
        subjects, objects = ((one,), (other,)) if chance.random() < 0.8 else ((one, other, third), ())
        mention = Mention(article.id, at, at + 9, text[at : at + 9], at, at + 1)
        events.append(
            Event(predicate, subjects, objects, status, date, precision, None, None, None, (mention,), "S tell O")
        )
    person, state = chance.choice(LEADERS), chance.choice(STATES)
    return Extraction(article, tuple(events), (Office(person, "envoy", state),) if chance.random() < 0.3 else ())


def anew(store: Store) -> bytes:
    """Give the bytes of a store in which the same articles were linked at once."""
    with open_store() as other:
        for graph in store.backend.graphs():
            if graph.value.startswith("https://w3id.org/dragoman/article/"):
                other.replace_graph(graph, store.backend.triples(graph))
        other.reconcile()
        return sorted_nquads(other)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 14), min_size=6, max_size=15, unique=True),
    st.lists(st.tuples(st.integers(0, 14), st.integers(0, 3)), min_size=1, max_size=8),
    st.integers(0, 3),
)
def test_any_history_gives_the_links_of_the_whole(first: list[int], then: list[tuple[int, int]], often: int) -> None:
    """Articles come, change and go, linked after each or after several: links and copies are those of linking anew."""
    with open_store() as store:
        store.record_all(written(name, 0) for name in first)
        store.reconcile()
        for number, (name, version) in enumerate(then):
            if version == 3:
                store.remove(f"a{name}")
            else:
                store.record(written(name, version))
            if number % 4 >= often:
                store.reconcile()
        store.reconcile()
        assert sorted_nquads(store) == anew(store)


def test_the_histories_have_links_of_every_kind_and_copies() -> None:
    """The articles of these tests are worth linking: without any the tests would say nothing."""
    relations: set[str] = set()
    for version in range(3):
        with open_store() as store:
            store.record_all(written(name, version) for name in range(15))
            store.reconcile()
            relations |= {link.relation for link in store.links()}
            assert store.copies()
    assert relations == {"moreSpecificThan", "sameOccasionAs", "mayTellOf", "contradicts"}


def test_only_what_has_changed_is_compared(tmp_path: Path) -> None:
    """Links that are taken out by hand stay out when another article comes, and return when all is compared anew."""
    with open_store(tmp_path / "store") as store:
        store.record_all(written(name, 0) for name in range(12))
        links = store.reconcile()
    stranger, other = Actor("Stranger", "person"), Actor("Other", "person")
    with open_store(tmp_path / "store") as store:
        store.replace_graph(LINKS_GRAPH, ())
        for name in ("one", "two"):
            mention = Mention(name, 0, 9, WIRE[:9], 0, 3)
            told = ("called" if name == "one" else "spoke_with", (stranger,), (other,), "actual", "2024-03-04", "day")
            store.record(Extraction(Article(name, WIRE), (Event(*told, None, None, None, (mention,)),)))
        assert store.reconcile() == 1
        assert store.reconcile(anew=True) == links + 1 > 5


def test_what_a_cluster_wrote_is_linked_and_seen_by_the_network(tmp_path: Path) -> None:
    """Articles that come written are changes like any other: they are linked, and kept columns are renewed."""
    with open_store(tmp_path / "store") as store:
        store.record_all(written(name, 0) for name in range(9))
        store.reconcile()
    get_ready(tmp_path / "store")
    with open_store(tmp_path / "store") as store:
        told = [written(name, 0) for name in (9, 10, 11)]
        store.record_written((e.article.iri, nquads_of(e, store.vocabulary, reader="")) for e in told)
        store.reconcile()
        assert sorted_nquads(store) == anew(store)
    with open_store(tmp_path / "store", read_only=True) as store, open_store() as fresh:
        fresh.record_all(written(name, 0) for name in range(12))
        fresh.reconcile()
        assert len(View(store).load().edges) == len(View(fresh).load().edges)


def test_a_kill_before_linking_leaves_it_to_the_next(tmp_path: Path) -> None:
    """What was recorded and not linked is linked by the next process, in which nothing has changed."""
    with open_store(tmp_path / "store") as store:
        store.record_all(written(name, 0) for name in range(12))
        store.reconcile()
    with open_store(tmp_path / "store") as store:
        store.record_all(written(name, 0) for name in (12, 13, 14))
    with open_store(tmp_path / "store") as store:
        store.reconcile()
        assert sorted_nquads(store) == anew(store)
        assert not (tmp_path / "store" / "unlinked").exists()


def test_other_rules_link_everything_anew(tmp_path: Path) -> None:
    """Links made by another version of the rules, or another vocabulary, are not trusted."""
    with open_store(tmp_path / "store") as store:
        store.record_all(written(name, 0) for name in range(30))
        links = store.reconcile()
        store.replace_graph(LINKS_GRAPH, ())
    (tmp_path / "store" / "linked").write_text("rules of old", encoding="utf-8")
    with open_store(tmp_path / "store") as store:
        assert store.reconcile() == links
        assert any("is a kind of" in link.reason for link in store.links())
        flat = {name: dataclasses.replace(p, parent=None) for name, p in store.vocabulary.predicates.items()}
        vocabulary = dataclasses.replace(store.vocabulary, predicates=flat)
    with open_store(tmp_path / "store", vocabulary=vocabulary) as store:
        store.reconcile()
        assert not any("is a kind of" in link.reason for link in store.links())


def test_many_changes_are_linked_by_comparing_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a large part of the events has changed, the result is the same, and found at once."""
    monkeypatch.setattr(renewing, "MOST", 3)
    with open_store() as store:
        store.record_all(written(name, 0) for name in range(10))
        store.reconcile()
        store.record_all(written(name, 0) for name in range(10, 15))
        store.reconcile()
        assert sorted_nquads(store) == anew(store)
