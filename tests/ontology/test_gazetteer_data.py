"""What must hold of every actor in the shipped files."""

from __future__ import annotations

import re
from collections import Counter

import pyoxigraph
import pytest
import rdflib

from kg.model import BASE
from kg.ontology.codes import state_codes
from kg.ontology.files import ontology_file
from kg.ontology.gazetteer import FILES, load_gazetteer

SHARED = {
    "Foreign Office": {"Pakistan", "United Kingdom"},  # both are called so; the text tells which
    "Congo": {"Democratic Republic of the Congo", "Republic of the Congo"},
    "Congolese": {"Democratic Republic of the Congo", "Republic of the Congo"},
    "Dominican": {"Dominica", "Dominican Republic"},
    "Dominicans": {"Dominica", "Dominican Republic"},
    "George Bush": {"George H. W. Bush", "George W. Bush"},
    "Serb": {"Serbia", "Bosnian Serbs", "Croatian Serbs"},
    "Serbs": {"Serbia", "Bosnian Serbs", "Croatian Serbs"},
    "Croat": {"Croatia", "Bosnian Croats"},
    "Croats": {"Croatia", "Bosnian Croats"},
    "Republic of Vietnam": {"South Vietnam", "Vietnam"},  # the day tells which
    "CPC": {"Caspian Pipeline Consortium", "Chinese Communist Party"},
}
"""Forms that stand for several actors, the likelier one first in `forms`; any other is a mistake."""


@pytest.mark.parametrize(
    ("kind", "least"), [("state", 200), ("organisation", 400), ("group", 250), ("person", 2000), ("place", 3500)]
)
def test_every_kind_is_well_represented(kind: str, least: int) -> None:
    """The gazetteer covers all states and the actors of four decades of news."""
    counts = Counter(record.kind for record in load_gazetteer().records.values())
    assert counts[kind] >= least


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_turtle_to_both_parsers(name: str) -> None:
    """pyoxigraph and rdflib read the same number of statements."""
    path = ontology_file(name)
    quads = set(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
    assert len(rdflib.Graph().parse(path, format="turtle")) == len(quads) > 0


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith("roles.ttl")])
def test_the_iri_of_an_actor_is_that_of_its_name(name: str) -> None:
    """Extraction makes the IRI from the name, so the file must say the same."""
    records = load_gazetteer().records
    for triple in pyoxigraph.parse(path=str(ontology_file(name)), format=pyoxigraph.RdfFormat.TURTLE):
        if triple.predicate.value.endswith("#label"):
            assert triple.subject.value == records[triple.object.value].iri


def test_no_form_stands_for_two_actors_by_mistake() -> None:
    """On any one day a form has one actor, save a capital that is also a place, and the few that are listed."""
    gazetteer = load_gazetteer()
    shared: dict[str, set[str]] = {}
    for form, readings in gazetteer.forms.items():
        for day in ("1987-03-01", "1991-10-01", "1995-06-01", "2015-06-01", None):
            names = {name for name, how in gazetteer.standing(readings, day) if how != "place"}
            if len(names) > 1:
                shared.setdefault(form, set()).update(names)
    assert shared == SHARED
    places = {form for form, readings in gazetteer.forms.items() if [how for _, how in readings].count("place") > 1}
    assert places <= {"San Jose"}


def test_nearly_every_state_has_a_code_and_a_wikidata_id() -> None:
    """The 205 states that have an ISO code are known by their Wikidata id too."""
    states = {record.name: record for record in load_gazetteer().records.values() if record.kind == "state"}
    assert len(state_codes()) >= 205
    assert set(state_codes()) <= set(states)
    assert all(re.fullmatch("[A-Z]{2}", code) for code in state_codes().values())
    assert sum(bool(states[name].wikidata) for name in state_codes()) >= 200


def test_wikidata_ids_are_well_formed_and_used_once() -> None:
    """One item, one actor."""
    ids = [record.wikidata for record in load_gazetteer().records.values() if record.wikidata]
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in ids)
    assert len(ids) == len(set(ids))


def test_offices_are_in_order_and_in_our_time() -> None:
    """An office ends after it begins, and none begins after 2027."""
    for record in load_gazetteer().records.values():
        starts = [office.start for office in record.offices if office.start]
        assert starts == sorted(starts), record.name
        for office in record.offices:
            assert office.start is None or "1900" < office.start < "2028", record.name
            assert not (office.start and office.end) or office.start[:4] <= office.end[:4], record.name
            assert office.represents in load_gazetteer().records


def test_only_people_hold_offices_and_every_person_has_a_gender() -> None:
    """Pronouns are resolved by gender."""
    for record in load_gazetteer().records.values():
        assert (record.gender is not None) == (record.kind == "person"), record.name
        assert record.kind == "person" or not record.offices, record.name


@pytest.mark.parametrize("role", ["president", "prime minister", "foreign minister", "king", "secretary-general"])
def test_an_office_does_not_overlap_with_the_next_by_years(role: str) -> None:
    """Two holders of one office in one state share at most the year of the handover and the next."""
    gazetteer = load_gazetteer()
    joint = {("Cambodia", "prime minister")}
    for state in (record.name for record in gazetteer.records.values() if record.kind in ("state", "organisation")):
        for year in range(1980, 2026):
            both = set(gazetteer.holders(role, state, f"{year}")) & set(gazetteer.holders(role, state, f"{year + 1}"))
            assert len(both) <= 2 or (state, role) in joint, (state, year, both)


def test_the_country_of_an_actor_is_a_state_or_a_territory() -> None:
    """Nobody belongs to a city or to a club."""
    records = load_gazetteer().records
    for record in records.values():
        if record.country:
            assert records[record.country].kind in ("state", "place"), record.name


def test_no_form_is_a_common_word() -> None:
    """Words that begin many sentences are no names, whatever cities are called."""
    words = "Of Man Best Reading Mobile Bath Split Wells Male Mary Nancy Orlando Lincoln Hamilton Jackson The A North"
    forms = load_gazetteer().forms
    assert [word for word in words.split() if word in forms] == []


def test_iris_are_under_the_base() -> None:
    """Each record's IRI starts as all actors' do."""
    assert all(record.iri.startswith(f"{BASE}id/") for record in load_gazetteer().records.values())
