"""Recording articles, replacing them, removing them: what the graph then says."""

from __future__ import annotations

import dataclasses
import itertools
import random
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_extractions import CALL, PUTIN, RUSSIA, TALK, TRUMP, article, event, first, many, second, third

from kg.errors import StoreError
from kg.model import BASE, Actor, Extraction
from kg.store import open_store
from kg.store.exports.rdf import sorted_nquads
from kg.store.store import Store

CALLED = "SELECT ?o WHERE { id:Donald_Trump dip:called ?o }"


def merged_is_union(store: Store) -> bool:
    """Whether the default graph holds exactly what the named graphs hold."""
    engine = store.backend.engine  # type: ignore[attr-defined]
    named = {quad.triple for quad in engine if isinstance(quad.graph_name, ox.NamedNode)}
    return named == {quad.triple for quad in engine.quads_for_pattern(None, None, None, ox.DefaultGraph())}


def test_an_actual_event_asserts_its_edge() -> None:
    """The simplest query finds whom Trump called."""
    with open_store() as store:
        store.record(first())
        assert list(store.query(CALLED)) == [{"o": PUTIN.iri}]


def test_a_symmetric_edge_holds_both_ways_and_another_does_not() -> None:
    """Who was called also called; who was attacked did not attack."""
    with open_store() as store:
        store.record_all((first(), second()))
        assert store.query("ASK { id:Vladimir_Putin dip:called id:Donald_Trump }")
        assert store.query("ASK { id:Russia dip:attacked id:Ukraine }")
        assert not store.query("ASK { id:Ukraine dip:attacked id:Russia }")


@pytest.mark.parametrize("status", ["planned", "possible", "negated"])
def test_what_did_not_happen_asserts_no_edge(status: str) -> None:
    """A planned, possible or negated event stands in the graph without a direct edge."""
    source = article("x", CALL)
    told = event(source, CALL, "called", TRUMP, PUTIN, status=status)  # type: ignore[arg-type]
    with open_store() as store:
        store.record(Extraction(source, (told,)))
        assert not store.query("ASK { ?a dip:called ?b }")
        assert [e.status for e in store.events()] == [status]


def test_every_dyad_of_a_call_of_three_is_an_edge_of_one_event() -> None:
    """Three leaders on one line are one event and three pairs."""
    source = article("x", CALL)
    third_leader = Actor("Keir Starmer", "person")
    told = event(source, CALL, "called", (TRUMP, PUTIN, third_leader), (), date="2025-05-19")
    with open_store() as store:
        store.record(Extraction(source, (told,)))
        assert len(list(store.events())) == 1
        assert len(list(store.query("SELECT * { ?a dip:called ?b }"))) == 6


def test_a_mention_points_at_its_sentence_in_the_source() -> None:
    """The fragment of a mention counts characters of the article (RFC 5147)."""
    extraction = first()
    with open_store() as store:
        store.record(extraction)
        for row in store.query("SELECT ?m ?said WHERE { ?e gaf:denotedBy ?m . ?m dip:sentence ?said }"):
            start, end = str(row["m"]).partition("#char=")[2].split(",")
            assert extraction.article.text[int(start) : int(end)] == row["said"]


def test_what_is_stored_comes_back_as_it_was() -> None:
    """Events, actors and articles read back from the graph are those that were recorded."""
    with open_store() as store:
        store.record(first())
        talk = next(e for e in store.events(predicate="spoke_with"))
        assert (talk.date, talk.precision, talk.place and talk.place.name) == ("2025-05-17", "day", "Istanbul")
        (mention,) = talk.mentions
        assert (mention.sentence, mention.status, mention.rule) == (TALK, "actual", "S call O")
        assert mention.article.publisher == "First Paper"
        assert TRUMP in set(store.actors())
        (possible,) = [e for e in store.events() if e.status == "possible"]
        claimant = possible.mentions[0].attributed_to
        assert claimant is not None and claimant.name == "Marco Rubio"


def test_events_are_narrowed_by_actor_predicate_and_date() -> None:
    """Each filter of events() takes away what does not fit it."""
    with open_store() as store:
        store.record_all((first(), second()))
        assert {e.predicate for e in store.events(actor="Vladimir Putin")} == {"called", "met"}
        assert [e.predicate for e in store.events(since="2025-05-18", until="2025-05-19", predicate="attacked")] == [
            "attacked"
        ]
        assert [e.date for e in store.events(until="2025-05-18")] == ["2025-05-17"]


def test_one_call_told_by_two_papers_is_one_event_with_two_sources() -> None:
    """The order in which a text names the parties does not make another event."""
    with open_store() as store:
        store.record_all((first(), second()))
        (call,) = store.events(predicate="called")
        assert (len(call.mentions), call.sources) == (2, 2)
        assert [s.name for s in call.subjects] == ["Donald Trump"] and [o.name for o in call.objects] == [
            "Vladimir Putin"
        ]


def test_a_denial_stands_beside_the_report() -> None:
    """What one paper says and another denies is one event that is disputed, and still actual."""
    with open_store() as store:
        store.record_all((second(), third()))
        (strike,) = store.events(predicate="attacked")
        assert strike.disputed and strike.status == "actual"


def test_an_unchanged_article_is_skipped() -> None:
    """The same content changes nothing, and is known before it is read."""
    with open_store() as store:
        assert not store.has(first().article)
        assert store.record(first())
        assert store.has(first().article)
        assert not store.record(first())


def test_another_reader_makes_an_article_new() -> None:
    """What an older lexicon read is not taken for what the newer one would read."""
    with open_store() as store:
        store.record(first(), reader="lexicon 1")
        assert store.has(first().article, reader="lexicon 1")
        assert not store.has(first().article, reader="lexicon 2")


def test_an_edited_article_takes_back_what_it_no_longer_says() -> None:
    """Reading an article again replaces its graph, and leaves what others say too."""
    edited = dataclasses.replace(first(), events=first().events[1:])
    with open_store() as store:
        store.record_all((first(), second()))
        store.record(edited)
        assert store.query("ASK { id:Donald_Trump dip:called id:Vladimir_Putin }"), "the second paper still says it"
        (call,) = store.events(predicate="called")
        assert [m.article.id for m in call.mentions] == ["second"]
        assert merged_is_union(store)


def test_a_removed_article_takes_only_its_own_statements() -> None:
    """After a removal the store is, byte for byte, as if the article had never been read."""
    with open_store() as store, open_store() as never:
        store.record_all((first(), second(), third()))
        never.record_all((first(), third()))
        assert store.remove("second")
        assert sorted_nquads(store) == sorted_nquads(never)
        assert not store.remove("second")


def test_removing_takes_no_graph_that_is_not_an_article() -> None:
    """The vocabulary cannot be removed by passing its name for an article."""
    with open_store() as store:
        assert not store.remove(f"{BASE}graph/vocabulary")
        assert store.query("ASK { dip:called dip:score ?s }")


def test_every_order_gives_the_same_bytes() -> None:
    """All six orders of three articles give one and the same dataset."""
    written = set()
    for order in itertools.permutations((first(), second(), third())):
        with open_store() as store:
            for extraction in order:
                store.record(extraction)
            written.add(sorted_nquads(store))
    assert len(written) == 1


def test_one_by_one_and_all_at_once_give_the_same_bytes(tmp_path: Path) -> None:
    """Batches, single transactions, disk and memory make no difference."""
    extractions = list(many(40))
    with open_store() as single, open_store(tmp_path / "g") as batch:
        for extraction in random.Random(3).sample(extractions, len(extractions)):
            single.record(extraction)
        assert batch.record_all(extractions) == 40
        assert sorted_nquads(single) == sorted_nquads(batch)
        assert merged_is_union(single) and merged_is_union(batch)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["record", "edit", "remove"])), max_size=14))
def test_the_merged_graph_is_always_the_union(steps: list[tuple[int, str]]) -> None:
    """Whatever is recorded, edited and removed, in whatever order, only the articles last there count."""
    extractions = list(many(6, seed=9))
    there: dict[int, Extraction] = {}
    with open_store() as store, open_store() as fresh:
        for number, step in steps:
            extraction = extractions[number]
            if step == "remove":
                store.remove(extraction.article)
                there.pop(number, None)
                continue
            if step == "edit":
                extraction = dataclasses.replace(extraction, events=extraction.events[:-1])
            store.record(extraction)
            there[number] = extraction
        fresh.record_all(there.values())
        assert merged_is_union(store)
        assert sorted_nquads(store) == sorted_nquads(fresh)


def test_text_that_no_format_can_hold_is_stored_safely(tmp_path: Path) -> None:
    """Control characters and broken Unicode become U+FFFD, and every export can be read again."""
    hostile = 'A\x00B\ud800 <script>alert("x")</script> \\" \u2028 } INSERT DATA { '
    source = article("x/../y?z#<w>", hostile, publisher="P\x07")
    told = event(source, hostile, "called", Actor('Nobody "\x01" <b>', "person"), PUTIN)
    with open_store() as store:
        store.record(Extraction(source, (told,), (), ()))
        store.record(dataclasses.replace(Extraction(source, (told,)), quotes=()))
        (found,) = store.events()
        assert "<script>" in found.mentions[0].sentence and "\x00" not in found.mentions[0].sentence
        for suffix in ("nq", "ttl", "rdf", "jsonld", "trig", "nt"):
            path = store.export(tmp_path / f"x.{suffix}")
            assert list(ox.parse(path=str(path)))
        store.record(Extraction(source))
        assert merged_is_union(store)


def test_an_undated_event_stays_with_its_article() -> None:
    """Two undated calls in two papers may be two calls, and are not joined by the hash."""
    with open_store() as store:
        for name in ("one", "two"):
            source = article(name, CALL)
            store.record(Extraction(source, (event(source, CALL, "called", TRUMP, PUTIN),)))
        assert len(list(store.events())) == 2


def test_a_date_that_no_calendar_has_is_left_out() -> None:
    """A month becomes its first day, with its precision; the thirtieth of February becomes nothing."""
    source = article("x", CALL)
    month = dataclasses.replace(event(source, CALL, "met", RUSSIA, PUTIN, date="2025-05"), precision="month")
    with open_store() as store:
        store.record(Extraction(source, (month, event(source, CALL, "called", RUSSIA, PUTIN, date="2025-02-30"))))
        assert {(e.date, e.precision) for e in store.events()} == {("2025-05-01", "month"), (None, "unknown")}


def test_a_closed_store_says_so() -> None:
    """Using a store after close() is an error that tells what to do."""
    store = open_store()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.record(first())
