"""Decisions about actors: joined, kept apart, undone; and what is suggested."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from gold_extractions import extractions
from sample_extractions import CALL, PUTIN, TALK, TRUMP, article, event, first, many, second, third

from kg.errors import ActorError, StoreError
from kg.model import BASE, Actor, Extraction
from kg.ontology.vocabulary import load_vocabulary
from kg.store import open_store
from kg.store.actors import suggest
from kg.store.exports.rdf import sorted_nquads
from kg.store.quads import statements
from kg.store.recovery import recover, rewritten

DONALD = Actor("Donald J Trump", "person", represents="United States")


def fourth() -> Extraction:
    """A call by somebody who is Trump under another name."""
    source = article("fourth", CALL, publisher="Fourth Paper")
    return Extraction(source, (event(source, CALL, "called", DONALD, PUTIN, date="2025-05-19"),))


@pytest.mark.parametrize("told", [first(), second(), third(), *many(12), *extractions(), *extractions(grouped=True)])
def test_an_article_can_be_recovered_from_its_graph(told: Extraction) -> None:
    """Reading the triples back and writing them again gives the same triples."""
    triples = statements(told, load_vocabulary())
    assert set(rewritten(recover(triples), triples, load_vocabulary())) == set(triples)


def test_a_merge_makes_one_actor_of_two() -> None:
    """After the merge both papers tell the one call, the old name finds the actor, and its edges have moved."""
    with open_store() as store:
        store.record_all((first(), fourth()))
        store.merge_actors(["Donald J Trump"], "Donald Trump", why="a middle initial")
        (call,) = store.events(predicate="called")
        assert call.sources == 2
        assert store.actor_iri("Donald J Trump") == TRUMP.iri
        assert not store.query("ASK { ?donald dip:called ?o }", donald=DONALD.iri)
        assert store.query("ASK { ?donald owl:sameAs ?trump }", donald=DONALD.iri, trump=TRUMP.iri)


def test_an_undone_merge_leaves_no_trace_in_the_graph() -> None:
    """Undoing gives the bytes of before, while the log keeps both lines."""
    with open_store() as store:
        store.record_all((first(), second(), fourth()))
        before = sorted_nquads(store)
        decision = store.merge_actors(["Donald J Trump"], "Donald Trump")
        assert sorted_nquads(store) != before
        store.undo_decision(decision.id, why="two people after all")
        assert sorted_nquads(store) == before
        assert [d.kind for d in store.decisions] == ["merge", "undo"]


def test_decisions_hold_for_articles_that_come_later() -> None:
    """Deciding before or after reading gives the same bytes, in every order."""
    written = set()
    for seed in range(4):
        with open_store() as store:
            steps = [first(), second(), fourth(), None]
            random.Random(seed).shuffle(steps)
            if steps.index(None) < max(steps.index(first()), steps.index(fourth())):
                steps.remove(None)
                steps.append(None)
            for step in steps:
                if step is None:
                    store.merge_actors(["Donald J Trump"], "Donald Trump")
                else:
                    store.record(step)
            store.record(fourth())
            written.add(sorted_nquads(store))
    assert len(written) == 1


def test_a_split_keeps_two_people_under_one_name_apart() -> None:
    """In the named article the actor is another one; elsewhere nothing changes; undoing joins them again."""
    with open_store() as store:
        store.record_all((first(), fourth(), second()))
        before = sorted_nquads(store)
        decision = store.split_actor("Vladimir Putin", "Vladimir Putin (painter)", ["fourth"], why="another man")
        calls = {frozenset(a.name for a in (*e.subjects, *e.objects)) for e in store.events(predicate="called")}
        assert calls == {
            frozenset({"Donald Trump", "Vladimir Putin"}),
            frozenset({"Donald J Trump", "Vladimir Putin (painter)"}),
        }
        painter = next(a for a in store.actors() if a.name == "Vladimir Putin (painter)")
        assert painter.wikidata is None and "Vladimir Putin" in painter.aliases
        store.undo_decision(decision.id)
        assert sorted_nquads(store) == before


def test_decisions_follow_each_other() -> None:
    """Who was merged into one that is merged in turn becomes the last."""
    with open_store() as store:
        store.record_all((first(), fourth()))
        store.merge_actors(["Donald J Trump"], "Donald Trump")
        store.merge_actors(["Donald Trump"], "Marco Rubio")
        assert store.query("ASK { id:Marco_Rubio dip:called id:Vladimir_Putin }")
        assert "Donald J Trump" not in {a.name for a in store.actors()}


def test_a_removed_article_is_removed_from_what_is_kept_beside() -> None:
    """Nothing of an article stays when it goes, not even as it was read."""
    with open_store() as store, open_store() as never:
        for opened in (store, never):
            opened.record_all((first(), fourth()) if opened is store else (first(),))
        store.merge_actors(["Donald J Trump"], "Donald Trump")
        store.remove("fourth")
        store.undo_decision(1)
        assert sorted_nquads(store) == sorted_nquads(never)


def test_the_log_is_appended_to_and_read_again(tmp_path: Path) -> None:
    """Each decision is one line with who, when and why; reopening changes nothing."""
    with open_store(tmp_path / "g") as store:
        store.record_all((first(), fourth()))
        store.merge_actors(["Donald J Trump"], "Donald Trump", why="a middle initial", who="Ada")
        after = sorted_nquads(store)
    (line,) = (tmp_path / "g" / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    row = json.loads(line)
    assert (row["who"], row["why"], row["into"]["name"]) == ("Ada", "a middle initial", "Donald Trump")
    assert row["when"].startswith("20")
    with open_store(tmp_path / "g") as store:
        assert sorted_nquads(store) == after


def test_a_decision_that_was_written_but_not_applied_is_applied_on_opening(tmp_path: Path) -> None:
    """A process that is killed between the log and the graph loses nothing; half a line is no decision."""
    with open_store(tmp_path / "g") as store, open_store() as memory:
        for opened in (store, memory):
            opened.record_all((first(), fourth()))
        memory.merge_actors(["Donald J Trump"], "Donald Trump")
        expected = sorted_nquads(memory)
    row = {"id": 1, "kind": "merge", "actors": [DONALD.iri], "into": {"name": "Donald Trump", "kind": "person"}}
    text = json.dumps(row | {"who": "x", "when": "y", "why": "z"}) + '\n{"id": 2, "kind": "mer'
    (tmp_path / "g" / "decisions.jsonl").write_text(text, encoding="utf-8")
    with open_store(tmp_path / "g") as store:
        without_log = {line for line in sorted_nquads(store).splitlines() if b"graph/decisions> <" not in line}
        assert {line for line in expected.splitlines() if b"graph/decisions> <" not in line} == without_log
        store.undo_decision(1)
    with open_store(tmp_path / "g") as store:
        assert [d.kind for d in store.decisions] == ["merge", "undo"], "half a line is not built upon"


@pytest.mark.parametrize(
    ("do", "error", "said"),
    [
        (lambda s: s.merge_actors(["Nobody"], "Donald Trump"), ActorError, "no actor"),
        (lambda s: s.merge_actors(["Donald Trump"], "Donald Trump"), StoreError, "into itself"),
        (lambda s: s.undo_decision(7), StoreError, "no decision 7"),
        (lambda s: s.split_actor("Donald Trump", "Donald Trump", ["first"]), StoreError, "another name"),
        (lambda s: s.split_actor("Donald Trump", "Other", ["nowhere"]), StoreError, "no such article"),
    ],
)
def test_a_decision_that_cannot_stand_is_refused(do: object, error: type[Exception], said: str) -> None:
    """What is refused leaves neither a line nor a change."""
    with open_store() as store:
        store.record(first())
        before = sorted_nquads(store)
        with pytest.raises(error, match=said):
            do(store)  # type: ignore[operator]
        assert sorted_nquads(store) == before and list(store.decisions) == []


def person(name: str, *aliases: str, behind: str | None = None, wikidata: str | None = None) -> Actor:
    return Actor(name, "person", aliases, wikidata, behind)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (person("Sergey Lavrov"), person("Sergei Lavrov"), "nearly the same spelling"),
        (person("S. Lavrov"), person("Sergey Lavrov"), "an initial that fits"),
        (person("Lavrov"), person("Sergey Lavrov"), "without a first name"),
        (person("Xi Jinping"), person("Jinping Xi"), "another order"),
        (person("Recep Erdogan", wikidata="Q39259"), person("Tayyip Erdoğan", wikidata="Q39259"), "Wikidata"),
        (person("MBS"), person("Mohammed bin Salman", "MBS"), "is an alias of"),
    ],
)
def test_likely_duplicates_are_suggested_with_the_reason(one: Actor, other: Actor, reason: str) -> None:
    """Spelling, initials, order of words, aliases and Wikidata each suggest a pair."""
    (found,) = suggest([one, other])
    assert any(reason in words for words in found.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("George Bush"), person("Barack Obama")),
        (person("Michelle Obama"), person("Barack Obama")),
        (person("Kim Jong Un", behind="North Korea"), person("Kim Jong An", behind="South Korea")),
        (person("Georgia"), Actor("Georgia", "state")),
    ],
)
def test_what_is_not_alike_is_not_suggested(one: Actor, other: Actor) -> None:
    """A shared surname alone, another kind or another state suggests nothing."""
    assert suggest([one, other]) == []


def test_actors_that_deal_with_each_other_are_two() -> None:
    """Who calls somebody is not that somebody."""
    source = article("x", TALK)
    one, other = person("Sergey Lavrov"), person("Sergei Lavrov")
    with open_store() as store:
        store.record(Extraction(source, (event(source, TALK, "called", one, other),)))
        assert store.suggest_actors() == []


def test_the_log_names_the_line_that_is_wrong(tmp_path: Path) -> None:
    """A broken line before the last is not passed over."""
    with open_store(tmp_path / "g") as store:
        store.record(first())
    (tmp_path / "g" / "decisions.jsonl").write_text("nonsense\n{}\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"decisions\.jsonl:1"):
        open_store(tmp_path / "g")


def test_merging_is_refused_to_readers(tmp_path: Path) -> None:
    """A store that is open for reading takes no decisions."""
    with open_store(tmp_path / "g") as store:
        store.record_all((first(), fourth()))
    with open_store(tmp_path / "g", read_only=True) as reader, pytest.raises(StoreError, match="reading only"):
        reader.merge_actors([DONALD.iri], f"{BASE}id/Donald_Trump")


def test_links_follow_decisions() -> None:
    """Once two records are one actor, what the papers tell of them is linked; undone, it no longer is."""
    talk = article("talk", CALL)
    told = Extraction(talk, (event(talk, CALL, "spoke_with", Actor("D Trump", "person"), PUTIN, date="2025-05-19"),))
    with open_store() as store:
        store.record_all((first(), told))
        assert store.reconcile() == 0
        store.merge_actors(["D Trump"], "Donald Trump")
        rows = [(row["relation"], row["reason"]) for row in store.query("occasions")]
        assert rows == [("moreSpecificThan", "called is a kind of spoke_with")]
        store.undo_decision(1)
        assert list(store.query("occasions")) == []
