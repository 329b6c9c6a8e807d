"""Whom aid, sympathy and backing are for where a place, a journey or a plan says so, and what is bought and signed."""

import pytest

from kg import Article
from kg.extract import Extractor


def told(extractor: Extractor, text: str) -> set[tuple[str, str, str]]:
    """Give the dyads of a text: who, what, to whom."""
    found = extractor.extract(Article("a", text, published="1996-08-20")).events
    sided = {(s.name, e.predicate, o.name) for e in found for s in e.subjects for o in e.objects}
    return sided | {(e.subjects[0].name, e.predicate, p.name) for e in found if not e.objects for p in e.subjects[1:]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway has set aside 20 million kroner for people fleeing the fighting in Sudan.",
            ("Norway", "aided", "Sudan"),
        ),
        ("Premier Rao arrived in Togo on Tuesday and pledged 10 million dollars in aid.", ("Rao", "aided", "Togo")),
        ("Germany is to provide help worth 30 million marks to Ghana.", ("Germany", "aided", "Ghana")),
        (
            "Italy sent condolences to the families of those killed in the quake in Iran.",
            ("Italy", "supported", "Iran"),
        ),
        ("France led an effort, backed by Chad, to end the siege.", ("Chad", "supported", "France")),
        ("Kenya signed a gas deal worth 20 billion dollars with Iran.", ("Kenya", "signed_with", "Iran")),
        ("Peru ordered 18 Russian-made fighters.", ("Peru", "cooperated_with", "Russia")),
        ("Chile will buy four German submarines.", ("Chile", "cooperated_with", "Germany")),
        ("The accord was signed during talks between Peru and Chile.", ("Peru", "signed_with", "Chile")),
        ("Japan apologised for crimes committed against the Polish people.", ("Japan", "conceded_to", "Poland")),
        ("Mali is one of only three states to recognise Kosovo.", ("Mali", "recognized", "Kosovo")),
        ("Oman and Yemen have delimited their border.", ("Oman", "agreed_with", "Yemen")),
    ],
)
def test_whom_it_is_for_is_found_without_a_name_beside_it(
    extractor: Extractor, text: str, expected: tuple[str, str, str]
) -> None:
    """The land of those who suffer, the guest's host, the planner and the maker are the other party."""
    assert expected in told(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway set aside 20 million kroner for roads.",
        "Premier Rao left Togo in May. In June the Premier pledged 10 million dollars for schools.",
        "France led an effort, backed by its farmers, to end the siege.",
        "Peru ordered 18 new jets.",
    ],
)
def test_nobody_is_helped_where_nothing_says_whom(extractor: Extractor, text: str) -> None:
    """Money for things at home, plans backed at home and wares of no maker have no other party."""
    assert not {p for _, p, _ in told(extractor, text)} & {"aided", "supported", "cooperated_with"}


def test_states_named_of_several_are_those_who_act(extractor: Extractor) -> None:
    """Of "EU states such as Spain and Italy" it is Spain and Italy that back the plan, and not the Union."""
    found = told(extractor, "EU states such as Spain and Italy support the Peruvian plan.")
    assert {s for s, p, _ in found if p == "supported"} == {"Spain", "Italy"}


def test_a_land_in_brackets_is_part_of_the_name_before_it(extractor: Extractor) -> None:
    """Ministers listed with their lands in brackets are a list of persons."""
    text = "Foreign Ministers Toomas Rao (Estonia), Janis Sarr (Latvia) and Ana Tell (Lithuania) agreed to cut tariffs."
    found = extractor.extract(Article("a", text)).events
    assert [s.name for e in found for s in e.subjects] == ["Toomas Rao", "Janis Sarr", "Ana Tell"]


def test_a_paper_sent_to_a_third_is_signed_by_nobody_with_anybody(extractor: Extractor) -> None:
    """A memorandum that two send to a third is no pact between the two."""
    found = told(extractor, "Peru and Chile had sent the Brazilian Presidency a memorandum demanding trials.")
    assert "signed_with" not in {p for _, p, _ in found}


def test_satisfaction_with_a_visit_praises_no_host(extractor: Extractor) -> None:
    """Who is satisfied with his visit praises nobody."""
    assert "praised" not in {
        p for _, p, _ in told(extractor, "President Rao expressed satisfaction with his visit to Peru.")
    }
