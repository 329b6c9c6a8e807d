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
