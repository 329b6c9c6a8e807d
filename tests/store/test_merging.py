"""Merging: what tells of one occasion is joined or linked, and nothing else is."""

from __future__ import annotations

import dataclasses
import json
import random
from typing import Any

import pytest
from gold_extractions import DEV, extractions
from sample_extractions import RUSSIA, TRUMP, UKRAINE, article, event

from kg.model import Actor, Article, Event, Extraction, Precision, Status
from kg.ontology.vocabulary import load_vocabulary
from kg.store import open_store
from kg.store.exports.rdf import sorted_nquads
from kg.store.merging import Link
from kg.store.records import EventRecord
from kg.store.store import Store

SAME = [json.loads(line) for line in (DEV / "same_events.jsonl").read_text(encoding="utf-8").splitlines()]
VOCABULARY = load_vocabulary()


def linked(store: Store) -> list[Link]:
    """Link the events of a store; gives the links."""
    count = store.reconcile()
    links = store.links()
    assert len(links) == count
    return links


ALSO_TRUE = {
    ("China mediated with Iran", "China mediated with Iran"),
    ("China mediated with Saudi Arabia", "China mediated with Saudi Arabia"),
    ("Donald Trump mediated with India", "United States mediated with India"),
    ("Donald Trump mediated with Pakistan", "United States mediated with Pakistan"),
    ("Hulusi Akar signed an agreement with Oleksandr Kubrakov", "Turkey agreed with Ukraine"),
    ("Hulusi Akar signed an agreement with Sergei Shoigu", "Russia agreed with Turkey"),
    ("India withdrew from Indus Waters Treaty", "India withdrew from Indus Waters Treaty"),
}
"""Links beyond those that same_events.jsonl lists, each looked at: the same occasion, told by an optional triple."""


@pytest.fixture(scope="module", params=[False, True], ids=["dyads", "clauses"])
def merged(request: pytest.FixtureRequest) -> tuple[Store, list[Link], dict[str, EventRecord]]:
    store = open_store()
    store.record_all(extractions(grouped=request.param))
    return store, linked(store), {event.iri: event for event in store.events()}


def told(events: dict[str, EventRecord], mention: dict[str, Any]) -> EventRecord:
    """Find the event that a mention of same_events.jsonl means."""
    (found,) = [
        e
        for e in events.values()
        if e.predicate == mention["p"]
        and e.date == mention["date"]
        and mention["id"] in {m.article.id for m in e.mentions}
        and {mention["s"], mention["o"]} <= {a.name for a in (*e.subjects, *e.objects)}
    ]
    return found


@pytest.mark.parametrize("row", SAME, ids=[row["event"] for row in SAME])
def test_each_pair_is_joined_or_linked(
    merged: tuple[Store, list[Link], dict[str, EventRecord]], row: dict[str, Any]
) -> None:
    """One event, or two with a link between them, a contradiction marked as such, the specific word told apart."""
    _, links, events = merged
    one, other = (told(events, mention) for mention in row["mentions"])
    contradiction = str(row["note"]).startswith("CONTRADICTION")
    if one.iri == other.iri:
        assert one.disputed == contradiction
        assert one.predicate == row["most_specific"]
        return
    (link,) = [link for link in links if {link.one, link.other} == {one.iri, other.iri}]
    assert (link.relation == "contradicts") == contradiction
    if one.predicate != other.predicate:
        specific = next(e for e in (one, other) if e.predicate == row["most_specific"])
        general = other if specific is one else one
        assert VOCABULARY.covers(general.predicate, specific.predicate) or (
            general.predicate in VOCABULARY.predicates[specific.predicate].accompanies
        )
        assert (link.one, link.relation) == (specific.iri, "moreSpecificThan") or link.relation == "sameOccasionAs"


def test_nothing_else_is_linked(merged: tuple[Store, list[Link], dict[str, EventRecord]]) -> None:
    """Every link is one of the listed pairs, or one of a list that has been looked at; a rival day is left open."""
    _, links, events = merged
    listed = {frozenset(told(events, mention).iri for mention in row["mentions"]) for row in SAME}
    for link in links:
        one, other = events[link.one], events[link.other]
        if frozenset((one.iri, other.iri)) in listed:
            continue
        if link.relation == "mayTellOf":
            assert "Subrahmanyam Jaishankar" in one.label and (one.date, other.date) == (None, "2025-05-10")
            continue
        labels = (one.label.replace(" and Sergei Shoigu", ""), other.label.replace("Russia and Ukraine", "Ukraine"))
        assert tuple(sorted(labels)) in ALSO_TRUE or (labels[1], labels[0]) in ALSO_TRUE or "Kubrakov" in labels[0]


def test_no_events_of_several_articles_are_joined_but_those_listed(
    merged: tuple[Store, list[Link], dict[str, EventRecord]],
) -> None:
    """The hash joins only what same_events.jsonl lists, and the agreement of 10 March 2023 that two articles tell."""
    _, _, events = merged
    listed = {told(events, mention).iri for row in SAME for mention in row["mentions"]}
    joined = [e for e in events.values() if len({m.article.id for m in e.mentions}) > 1]
    assert joined and all(e.iri in listed for e in joined)


def test_disputed_lists_the_three_contradictions(
    merged: tuple[Store, list[Link], dict[str, EventRecord]],
) -> None:
    """The strike on Odesa and the American mediation are found with who says it and who denies it."""
    store, _, _ = merged
    rows = {(row["event"], row["says"], row["denies"]) for row in store.query("disputed")}
    assert {row for row in rows if row[1] != row[2]} == {
        ("Russia attacked Ukraine", "03-odesa-moscow-confirms", "02-akar-odesa-statement"),
        ("United States mediated with India", "16-india-pakistan-ceasefire", "17-mea-briefing"),
        ("United States mediated with Pakistan", "16-india-pakistan-ceasefire", "17-mea-briefing"),
    }


def test_links_do_not_depend_on_the_order() -> None:
    """Any order of articles, and any number of runs, gives the same bytes."""
    told_all = list(extractions())
    written = set()
    for seed in range(3):
        with open_store() as store:
            for extraction in random.Random(seed).sample(told_all, len(told_all)):
                store.record(extraction)
                if seed == 2:
                    store.reconcile()
            store.reconcile()
            store.reconcile()
            written.add(sorted_nquads(store))
    assert len(written) == 1


def test_links_go_with_the_article_they_rest_on() -> None:
    """When one of two articles is removed, the next run takes back the link; the other's event stays."""
    with open_store() as store:
        store.record_all(extractions())
        before = set(linked(store))
        assert store.remove("14-qatar-demands")
        gone = before - set(linked(store))
        assert len(gone) == 1 and "called is a kind of spoke_with" in gone.pop().reason
        assert len(list(store.events(actor="Tamim bin Hamad al-Thani", predicate="called", since="2017-06-05"))) == 1


def two(one: Event, other: Event, *articles: Any) -> list[Link]:
    """Give the links of two events in two articles."""
    with open_store() as store:
        for source, told_by in zip(articles, (one, other), strict=True):
            store.record(Extraction(source, (told_by,)))
        return linked(store)


def said(
    source: Article,
    predicate: str,
    subjects: Actor | tuple[Actor, ...],
    objects: Actor | tuple[Actor, ...],
    date: str | None = None,
    status: Status = "actual",
) -> Event:
    """Make an event of an article that says nothing else."""
    return event(source, SAID, predicate, subjects, objects, status=status, date=date)


VANCE = Actor("JD Vance", "person", represents="United States")
RYABKOV = Actor("Sergei Ryabkov", "person", represents="Russia")
ZELENSKYY = Actor("Volodymyr Zelenskyy", "person", represents="Ukraine")
USA = Actor("United States", "state")
A = article("a", "Something was said.", "2025-05-20")
B = article("b", "Something was said.", "2025-05-22")
LATER = article("later", "Something was said.", "2025-05-27")
LATE = article("late", "Something was said.", "2026-03-01")
SAID = "Something was said."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said(A, "called", TRUMP, RYABKOV, "2025-05-18"),
         said(B, "called", TRUMP, RYABKOV, "2025-05-19")),
        (said(A, "called", TRUMP, RYABKOV, "2025-05-18"),
         said(B, "met", TRUMP, RYABKOV, "2025-05-18")),
        (said(A, "called", TRUMP, RYABKOV, "2025-05-18"),
         said(B, "called", VANCE, RYABKOV, "2025-05-18")),
        (said(A, "attacked", RUSSIA, UKRAINE, "2025-05-18"),
         said(B, "attacked", UKRAINE, RUSSIA, "2025-05-18")),
        (said(A, "met", TRUMP, RYABKOV, status="planned"),
         said(B, "met", TRUMP, RYABKOV, "2025-05-21")),
        (said(A, "met", TRUMP, RYABKOV, status="possible"),
         said(B, "met", TRUMP, RYABKOV, status="possible")),
        (said(A, "met", TRUMP, RYABKOV, status="negated"),
         said(B, "met", TRUMP, RYABKOV, status="negated")),
        (said(A, "met", TRUMP, RYABKOV),
         said(B, "met", TRUMP, RYABKOV, "2025-05-21")),
        (said(A, "criticized", ZELENSKYY, RUSSIA),
         said(B, "accused", UKRAINE, RUSSIA, "2025-05-18")),
        (said(A, "met", TRUMP, (RYABKOV, ZELENSKYY), "2025-05-18"),
         said(B, "met", RYABKOV, ZELENSKYY, "2025-05-18")),
    ],
    ids=["other day", "call and meeting", "other person of the state", "other direction", "plan and deed",
         "two possibilities", "two denials", "after the report", "three differences", "not a pair of the other"],
)  # fmt: skip
def test_what_only_looks_alike_is_not_linked(one: Event, other: Event) -> None:
    """Days, directions, persons and statuses keep events apart."""
    assert two(one, other, A, B) == []


def test_an_undated_report_long_after_is_not_linked() -> None:
    """A talk told without a date ten months later is another talk, for all one knows."""
    one = said(A, "spoke_with", TRUMP, RYABKOV, "2025-05-18")
    assert two(one, said(LATE, "spoke_with", TRUMP, RYABKOV), A, LATE) == []


@pytest.mark.parametrize(
    ("one", "other", "relation", "reason"),
    [
        (said(A, "called", TRUMP, RYABKOV, "2025-05-18"),
         said(B, "spoke_with", TRUMP, RYABKOV, "2025-05-18"),
         "moreSpecificThan", "called is a kind of spoke_with"),
        (said(A, "met", (TRUMP, RYABKOV, ZELENSKYY), (), "2025-05-18"),
         said(B, "met", TRUMP, RYABKOV, "2025-05-18"),
         "moreSpecificThan", "one names more of those present"),
        (said(A, "sanctioned", ZELENSKYY, RUSSIA, "2025-05-18"),
         said(B, "sanctioned", UKRAINE, RUSSIA, "2025-05-18"),
         "moreSpecificThan", "a person or an organ"),
        (said(A, "spoke_with", ZELENSKYY, RYABKOV, "2025-05-18"),
         said(B, "spoke_with", (RUSSIA, UKRAINE), (), "2025-05-18"),
         "moreSpecificThan", "a person or an organ"),
        (said(A, "met", TRUMP, RYABKOV, "2025-05-18"),
         said(B, "met", TRUMP, RYABKOV),
         "moreSpecificThan", "one is not dated"),
        (said(A, "visited", TRUMP, UKRAINE, "2025-05-18"),
         said(B, "hosted", UKRAINE, TRUMP, "2025-05-18"),
         None, ""),
        (said(A, "attacked", RUSSIA, UKRAINE, "2025-05-18"),
         said(B, "attacked", RUSSIA, UKRAINE, status="negated"),
         "contradicts", "not dated"),
    ],
    ids=["general word", "fewer present", "person and state", "two persons and two states", "undated",
         "visitor and host", "denial"],
)  # fmt: skip
def test_one_difference_is_linked_with_its_reason(one: Event, other: Event, relation: str | None, reason: str) -> None:
    """The link says which of the two tells more, and why they belong together."""
    links = two(one, other, A, B)
    assert [link.relation for link in links] == ([relation] if relation else [])
    for link in links:
        assert reason in link.reason
        if link.relation == "moreSpecificThan":
            assert link.one == one.iri(A.id)


def test_a_month_holds_its_day() -> None:
    """What one paper dates to a day and another to the month may be one; another month is another event."""
    day = said(A, "signed_with", USA, UKRAINE, "2025-05-18")
    month = Event("signed_with", (USA,), (UKRAINE,), "actual", "2025-05-01", "month", None, None, None, day.mentions)
    (link,) = two(day, month, A, B)
    assert (link.one, link.relation) == (day.iri(A.id), "moreSpecificThan")
    april = Event("signed_with", (USA,), (UKRAINE,), "actual", "2025-04-01", "month", None, None, None, day.mentions)
    assert two(day, april, A, B) == []


def test_a_week_named_by_its_day_costs_nothing() -> None:
    """A report that gives a day without being sure of it may differ in word and in parties as well."""
    sure = said(A, "agreed_with", (USA, RUSSIA), UKRAINE, "2025-05-20")
    unsure = Event("signed_with", (USA,), (UKRAINE,), "actual", "2025-05-20", "week", None, None, None, sure.mentions)
    (link,) = two(sure, unsure, A, B)
    assert link.relation == "sameOccasionAs"
    other_day = Event(
        "signed_with", (USA,), (UKRAINE,), "actual", "2025-05-21", "week", None, None, None, sure.mentions
    )
    assert two(sure, other_day, A, B) == []


def vague(predicate: str, date: str, precision: Precision, *, at: Article = B) -> Event:
    """An event between America and Ukraine, of which only the month or year is known."""
    return dataclasses.replace(said(at, predicate, USA, UKRAINE, date), precision=precision)


def test_a_year_is_taken_for_a_day_only_of_what_is_rare() -> None:
    """Last year's attacks are not the strike of one day; what two sign in a year may be, if nothing else differs."""
    assert two(said(A, "attacked", USA, UKRAINE, "2025-05-18"), vague("attacked", "2025-01-01", "year"), A, B) == []
    (link,) = two(said(A, "signed_with", USA, UKRAINE, "2025-05-18"), vague("signed_with", "2025-01-01", "year"), A, B)
    assert (link.relation, link.reason) == ("moreSpecificThan", "one gives only the year")
    assert (
        two(said(A, "agreed_with", USA, UKRAINE, "2025-05-18"), vague("signed_with", "2025-01-01", "year"), A, B) == []
    )


def test_two_reports_of_a_month_are_not_one_by_their_date() -> None:
    """Two attacks in one month may be two: the hash keeps the articles apart, a link says that they may be one."""
    one, other = (vague("attacked", "2025-05-01", "month", at=source) for source in (A, B))
    assert one.iri("a") != other.iri("b") and one.iri("a") == vague("attacked", "2025-05-01", "month").iri("a")
    (link,) = two(one, other, A, B)
    assert (link.relation, link.reason) == ("sameOccasionAs", "both are dated to the week or month alone")


def test_a_month_that_holds_two_days_is_left_open() -> None:
    """Where an article tells two calls of a month, the report of the month may mean either."""
    with open_store() as store:
        days = tuple(said(A, "called", USA, UKRAINE, f"2025-05-{day}") for day in (11, 18))
        store.record(Extraction(A, days))
        store.record(Extraction(B, (vague("called", "2025-05-01", "month"),)))
        assert [link.relation for link in linked(store)] == ["mayTellOf", "mayTellOf"]


def test_a_report_of_several_talks_is_linked_with_each() -> None:
    """Talks of different pairs on different days are no rivals: the undated report of all of them means each."""
    with open_store() as store:
        calls = (
            said(A, "spoke_with", TRUMP, RYABKOV, "2025-05-18"),
            said(A, "spoke_with", VANCE, RYABKOV, "2025-05-19"),
        )
        store.record(Extraction(A, calls))
        store.record(Extraction(B, (said(B, "spoke_with", (TRUMP, VANCE), RYABKOV),)))
        assert [link.relation for link in linked(store)] == ["sameOccasionAs", "sameOccasionAs"]


def test_two_undated_reports_of_what_is_frequent_are_one_only_soon_after_each_other() -> None:
    """Two papers of one week that tell of criticism may mean the same; two of different weeks need not."""
    one, other = (said(source, "criticized", USA, UKRAINE) for source in (A, B))
    (link,) = two(one, other, A, B)
    assert link.reason == "neither is dated, and the reports are within 3 days"
    assert two(one, said(LATER, "criticized", USA, UKRAINE), A, LATER) == []
