"""Tests of who takes part in talks of which only the other side is named beside them."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The arrival of President Rao of Peru for talks with King Sarr was delayed.", "Rao negotiated_with Sarr"),
        ("Chad's position in talks with Sudan has weakened.", "Chad negotiated_with Sudan"),
        ("No progress was made in talks with Chad, Peru said.", "Peru negotiated_with Chad"),
        ("In a speech after talks with Chadian leaders, President Rao praised them.", "Rao negotiated_with Chad"),
        ("Norway sent Minister Dag Berg to Lima for talks with President Rao.", "Dag Berg negotiated_with Rao"),
        ("President Rao is expected in Oslo for a meeting with King Sarr.", "Rao met Sarr (planned)"),
        ("President Rao, on his way to a meeting with King Sarr, declined comment.", "Rao met Sarr"),
        ("Peru's delegates left for talks with Chad.", "Peru negotiated_with Chad"),
    ],
)
def test_whose_talks_they_are_stands_above_them(tell: Tell, text: str, line: str) -> None:
    """A step, a clause or a report above talks says who is the other party."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru welcomed the talks with Chad.",
        "Peru mediated the talks with Chad.",
        "President Rao of Peru said that any talks with Chad must be fair.",
    ],
)
def test_talks_of_others_are_not_whose_verb_it_is(tell: Tell, text: str) -> None:
    """Who welcomes talks or speaks of any talks takes no part in them."""
    assert not [line for line in tell(text) if "negotiated_with" in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Sergei Lavrov met John Kerry. Aides were cool about the Kerry-Lavrov talks.", "negotiated_with"),
        ("Talks involving Chad, Togo and Mali were held in Paris.", "Chad, Togo, Mali negotiated_with"),
        ("The issue was raised with Chad, Peru said.", "Peru spoke_with Chad"),
        ("It was President Rao's message to King Sarr.", "Rao wrote_to Sarr"),
        ("President Rao gave King Sarr a ring during their meeting in Rome.", "Rao met Sarr"),
        ("President Rao spoke after two days of meetings here with King Sarr.", "Rao met Sarr"),
        ("President Rao told a joint news conference with King Sarr that all was well.", "Rao met Sarr"),
        ("Chadian and Togolese envoys failed in another round of bargaining.", "Chad, Togo negotiated_with"),
        (
            "Minister Rao will pass a message from President Vladimir Putin to King Sarr.",
            "Vladimir Putin wrote_to Sarr",
        ),
    ],
)
def test_parties_stand_in_unusual_places(tell: Tell, text: str, line: str) -> None:
    """Two names in one word, a participle, the speaker of a passive, and the author of what another hands over."""
    assert any(line in told for told in tell(text))


def test_a_double_name_is_one_person(tell: Tell) -> None:
    """A hyphen between names parts two persons only where both are known."""
    assert not [line for line in tell("Jean-Marie Kone met Ana Ruiz-Diaz.") if "Jean," in line or "Ruiz," in line]
