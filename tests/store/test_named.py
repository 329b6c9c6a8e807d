"""The library of named queries: each is documented, runs, and finds what it promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as day
from pathlib import Path

import pytest
from gold_extractions import extractions
from sample_extractions import first, many, second, third

from kg.errors import ActorError, QueryError
from kg.model import Article, Extraction
from kg.store import named_queries, open_store
from kg.store.store import Store

DOCS = Path(__file__).parent.parent.parent / "docs" / "queries.md"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store() as opened:
        opened.record_all((*extractions(), first(), second(), third(), *printed_twice()))
        opened.reconcile()
        yield opened


def printed_twice() -> Iterator[Extraction]:
    """Give a report that two papers print."""
    text = "The envoys of both states met again and spoke of grain, of prisoners and of the border for hours. " * 4
    for name, published in (("agency", "2025-05-20"), ("daily", "2025-05-21")):
        yield Extraction(Article(name, text, published=published, publisher=name.title()))


FINDS = [
    ("timeline", {"actor": "JD Vance"}, {"event": "JD Vance spoke with Narendra Modi", "date": day(2025, 5, 9)}),
    ("contacts", {"since": "2025-05-19", "until": "2025-05-19"}, {"one": "Donald Trump", "how": "called"}),
    ("spokespeople", {}, {"person": "Sergey Lavrov", "office": "foreign minister", "behind": "Russia"}),
    ("copies", {}, {"article": "daily", "first": "agency", "first_publisher": "Agency"}),
    ("disputed", {}, {"event": "United States mediated with India", "denier": "Randhir Jaiswal"}),
    ("active-dyads", {"least": "3"}, {"month": "2022-07", "one": "Russia"}),
    ("balance", {}, {"month": "2017-06", "one": "Bahrain", "other": "Qatar", "events": 5}),
    ("sanctions", {}, {"sender": "Norway", "what": "expelled", "target": "Russia"}),
    ("mediations", {}, {"mediator": "China", "one": "Iran", "other": "Saudi Arabia", "status": "actual"}),
    ("first-and-last", {}, {"one": "Faisal bin Farhan", "first": day(2023, 4, 6), "last": day(2023, 6, 2)}),
    ("only-here", {"article": "17-mea-briefing"}, {"event": "Ajit Doval spoke with Marco Rubio"}),
    ("claims", {}, {"claimant": "Randhir Jaiswal", "status": "negated"}),
    ("ahead", {}, {"status": "planned", "event": "Russia exchanged prisoners with Ukraine"}),
    ("quotations", {"actor": "Donald Trump"}, {"text": "A good call."}),
    ("offices", {}, {"person": "Sergey Lavrov", "office": "foreign minister", "of": "Russia"}),
    ("evidence", {"one": "India", "other": "Pakistan"}, {"event": "India called Pakistan"}),
    ("between", {"one": "Saudi Arabia", "other": "Iran"}, {"third": "China"}),
    ("well-sourced", {}, {"event": "Bahrain severed ties with Qatar", "sources": 2}),
    ("visits", {"since": "2023-06-01"}, {"who": "Antony Blinken", "what": "visited", "whom": "Saudi Arabia"}),
    ("conflicts", {"least": "2"}, {"one": "Cambodia", "other": "Thailand"}),
    ("publishers", {}, {"publisher": "First Paper", "articles": 1, "events": 3}),
    ("occasions", {}, {"linked": "Norway accused Russia", "relation": "moreSpecificThan"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "wanted"), FINDS, ids=[name for name, _, _ in FINDS])
def test_a_named_query_finds_what_it_promises(
    store: Store, name: str, given: dict[str, str], wanted: dict[str, object]
) -> None:
    """Each query of the library gives, among others, a row that is known to be in the development set."""
    rows = list(store.query(name, **given))
    assert any(all(row[key] == value for key, value in wanted.items()) for row in rows), rows[:20]


def test_every_query_of_the_library_is_tested_and_documented() -> None:
    """No query is without a test above, a title, a meaning of each parameter, and its place in the cookbook."""
    assert {name for name, _, _ in FINDS} == set(named_queries())
    cookbook = DOCS.read_text(encoding="utf-8")
    for name, query in named_queries().items():
        assert query.title.endswith(".") and f"## {name}\n" in cookbook
        assert query.title in cookbook
        for parameter in query.parameters:
            assert f"?{parameter.name}" in query.sparql and parameter.kind in ("actor", "article", "date", "number")


def test_the_cookbook_shows_what_a_query_gives(store: Store) -> None:
    """The row and the number of rows that the cookbook prints under each query are those that it gives."""
    sections = DOCS.read_text(encoding="utf-8").split("\n## ")[1:]
    shown = {section.split("\n")[0]: section.split("```")[1].strip().splitlines()[1:] for section in sections}
    for name, given, wanted in FINDS:
        rows = list(store.query(name, **given))
        row = next(row for row in rows if all(row[key] == value for key, value in wanted.items()))
        *lines, count = shown[name]
        assert dict(line.split(maxsplit=1) for line in lines) == {k: str(v) for k, v in row.items() if v is not None}
        assert count == f"({len(rows)} row{'' if len(rows) == 1 else 's'})"


def test_a_general_report_is_not_counted_beside_the_specific_one(store: Store) -> None:
    """A call that another paper calls a talk is one contact."""
    rows = [r for r in store.query("contacts") if r["other"] == "Tamim bin Hamad al-Thani" or "Tamim" in str(r["one"])]
    assert [(r["one"], r["how"]) for r in rows if r["date"] == day(2017, 6, 5)] == [
        ("Sabah al-Ahmad al-Sabah", "called")
    ]


def test_parameters_are_resolved_as_people_write_them(store: Store) -> None:
    """An actor may be named without accents or case, by alias or by IRI."""
    expected = list(store.query("timeline", actor="Vladimir Putin"))
    for name in ("vladimir putin", "id:Vladimir_Putin", "https://w3id.org/dragoman/id/Vladimir_Putin", "Putin"):
        assert list(store.query("timeline", actor=name)) == expected
    assert store.actor_iri("Recep Tayyip Erdogan") == store.actor_iri("Recep Tayyip Erdoğan")


@pytest.mark.parametrize(
    ("name", "given", "error", "said"),
    [
        ("timelin", {}, QueryError, "Did you mean timeline?"),
        ("timeline", {}, QueryError, "actor is missing .*timeline actor=… "),
        ("timeline", {"actor": "JD Vance", "sinse": "2020"}, QueryError, "no parameter 'sinse'.*Use it as: timeline"),
        ("timeline", {"actor": "JD Vance", "since": "May"}, QueryError, "a date such as"),
        ("active-dyads", {"least": "many"}, QueryError, "a whole number"),
        ("timeline", {"actor": "Vladimir Putn"}, ActorError, "Did you mean Vladimir Putin"),
        ("timeline", {"actor": "id:Nobody"}, ActorError, "no actor"),
        ("only-here", {"article": "http://exa mple"}, QueryError, "no IRI"),
    ],
)
def test_a_wrong_call_is_told_what_to_do(
    store: Store, name: str, given: dict[str, str], error: type[Exception], said: str
) -> None:
    """The query, the parameter or the actor that was meant is suggested."""
    with pytest.raises(error, match=said):
        store.query(name, **given)


def test_a_name_of_several_actors_is_not_guessed() -> None:
    """An alias that two actors bear gives both to choose from."""
    extractions_of_people = list(many(12))
    with open_store() as store:
        store.record_all(extractions_of_people)
        people = [a for a in store.actors() if a.kind == "person"]
        assert store.actor_iri(people[0].aliases[0]) == people[0].iri


def test_every_query_comes_to_an_end_on_many_events() -> None:
    """No query multiplies its parts with each other: all run over a thousand events."""
    with open_store() as store:
        store.record_all(many(200))
        given = {"actor": "Person 1", "one": "Person 1", "other": "Person 2", "article": "a00001"}
        for name, query in named_queries().items():
            wanted = {p.name: given[p.name] for p in query.parameters if p.default is None}
            list(store.query(name, **wanted))
