"""Verbs in the present that look like nouns, words with hyphens, and what a state is to another."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru captures Chile over a border dispute.", "Peru seized Chile"),
        ("Peru raids Chile over a border dispute.", "Peru attacked Chile"),
        ("Peru bolsters Chile in the dispute.", "Peru supported Chile"),
        ("Peru breaks off talks with Chile.", "Peru rejected Chile"),
        ("Peru orders Chile out.", "Peru expelled Chile"),
        ("Peru adheres to the truce with Chile.", "Peru ceased_fire_with Chile"),
        ("Peru flees Chile over a border dispute.", "Peru withdrew_from Chile"),
        ("Peru, which wages war on Chile, is poor.", "Peru attacked Chile"),
        ("The Peruvian army bombards a Chilean village.", "Peru attacked Chile"),
    ],
)
def test_what_is_told_in_the_present_is_a_verb(tell: Tell, text: str, event: str) -> None:
    """Also where it may be a plural, and in all the ways in which its object begins."""
    assert any(event in line for line in tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "South Korean military exercises this weekend worry China.",
        "France brands sell well in Chile.",
        "Peru flights over Chile were full.",
        "The Peru tours the agency sells go to Chile.",
    ],
)
def test_plurals_stay_nouns(tell: Tell, text: str) -> None:
    """A plural behind a name is no verb where no object follows."""
    assert tell(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru's sit-in against Chile surprised many people.", "Peru protested_against Chile"),
        ("Peru co-signed the treaty with Chile on Monday.", "Peru signed_with Chile"),
        ("Peru's fact-finding mission to Chile surprised many people.", "Peru visited Chile"),
        ("Peru's sabre-rattling against Chile surprised many people.", "Peru threatened Chile"),
        ("The hand-to-hand combat between Peru and Chile was long.", "Peru, Chile attacked"),
        ("Prices rose after the horse-trading between Peru and Chile.", "Peru, Chile negotiated_with"),
    ],
)
def test_a_word_with_a_hyphen_is_one_word(tell: Tell, text: str, event: str) -> None:
    """The tokenizer takes it apart; every one that a wording has is put together again."""
    assert any(event in line for line in tell(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru condemned neighbouring Chile on Monday.", "Peru criticized Chile"),
        ("Peru invaded its northern neighbour Chile on Monday.", "Peru attacked Chile"),
        ("Peru backed its ally Chile in the dispute.", "Peru supported Chile"),
        ("Peru forgave the debt of Chile.", "Peru aided Chile"),
        ("Peruvian troops may wound Chilean soldiers.", "Peru attacked Chile"),
        ("Peru, which has a long border, protested to Chile.", "Peru protested_against Chile"),
        ("Peru, a member of the bloc, recalled its ambassador from Chile.", "Peru recalled Chile"),
    ],
)
def test_words_between_a_verb_and_a_state(tell: Tell, text: str, event: str) -> None:
    """What a state is to another, and what stands behind its name, hide no verb."""
    assert any(event in line for line in tell(text))
