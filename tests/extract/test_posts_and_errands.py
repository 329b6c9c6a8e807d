"""Who is named behind a post or a description, stays told by their length, datelines, and idioms of one voice."""

from __future__ import annotations

import pytest

from kg import Article
from kg.extract import Extractor


def told(text: str, published: str = "1996-12-06", publisher: str | None = None) -> set[tuple[str, str, str]]:
    """Read a short article and give its dyads, those who did it together in both orders."""
    out = set()
    for e in Extractor().extract(Article("x", text, published=published, publisher=publisher)).events:
        objects = e.objects or e.subjects
        out |= {(s.name, e.predicate, o.name) for s in e.subjects for o in objects if s is not o}
    return out


@pytest.mark.parametrize(
    ("text", "dyad"),
    [
        (
            "Minister Ararat Mirzoyan received the Head of the Delegation of the European Union to Chad, "
            "Ambassador Ann Cole.",
            ("Ararat Mirzoyan", "hosted", "Ann Cole"),
        ),
        ("Peter Smith met Pierre Buyoya, a Tutsi, who seized Burundi.", ("Pierre Buyoya", "seized", "Burundi")),
        ("LONDON 1996-12-06 - The British government warned Iran.", ("United Kingdom", "warned", "Iran")),
        ("Washington -- The State Department warned Iran.", ("United States", "warned", "Iran")),
        ("Ann Cole spent three days in Sudan.", ("Ann Cole", "visited", "Sudan")),
        ("Troops from Ecuador and Peru have been battling over the border.", ("Ecuador", "attacked", "Peru")),
        ("Peru and Chile settled their last differences.", ("Peru", "agreed_with", "Chile")),
        ("Peru has blamed harsh words from Chile for the failure.", ("Peru", "accused", "Chile")),
        ("Peru condemned the repression against demonstrators in Libya.", ("Peru", "criticized", "Libya")),
        ("Peru ordered to return its ambassador to Chile for consultations.", ("Peru", "recalled", "Chile")),
        (
            "The talks toward a trade agreement between Canada and Britain go on.",
            ("Canada", "negotiated_with", "United Kingdom"),
        ),
    ],
)
def test_who_and_what_is_told(text: str, dyad: tuple[str, str, str]) -> None:
    """Each sentence tells its one dyad."""
    assert dyad in told(text)


def test_the_prime_minister_of_an_office_is_its_own() -> None:
    """In a text of Downing Street a prime minister of another state who is named is not "the Prime Minister"."""
    text = "The Prime Minister spoke to the Prime Minister of Canada Justin Trudeau today."
    found = told(text, "2025-02-05", "Prime Minister's Office, 10 Downing Street")
    assert ("Keir Starmer", "spoke_with", "Justin Trudeau") in found


def test_the_foreign_minister_of_another_state_is_not_the_publishers() -> None:
    """The State Department has no foreign minister, so that the one it names is meant."""
    text = "Foreign Minister Celso Amorim of Brazil arrived on Monday. The Foreign Minister praised Chad."
    assert ("Celso Amorim", "praised", "Chad") in told(text, "2010-05-04", "U.S. Department of State")


@pytest.mark.parametrize(
    "text", ["Peru and Chile speak with one voice on Iran.", "Peru and Chile have spoken in one voice."]
)
def test_one_voice_is_no_conversation(text: str) -> None:
    """Who speaks with one voice speaks to others."""
    assert not [t for t in told(text) if t[1] == "spoke_with"]


def test_a_word_before_a_double_dash_can_be_no_place() -> None:
    """A clause set off by dashes is no dateline."""
    assert ("Russia", "praised", "Chad") in told("Russia -- at last -- praised Chad.")
