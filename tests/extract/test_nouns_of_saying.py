"""Demands, calls and charges are told by nouns too, with a clause of their own, and stay said when they are refused."""

from __future__ import annotations

import pytest
from telling import Read, Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Washington's demand that Iraq withdraw was refused.", "United States demanded_of Iraq"),
        ("Britain's call for Argentina to withdraw was ignored.", "United Kingdom urged Argentina"),
        ("An appeal by Japan that North Korea sign the treaty came late.", "Japan urged North Korea"),
        ("Russia's insistence that Ukraine pay its debts angered Kiev.", "Russia demanded_of Ukraine"),
        (
            "The White House's demand for the extradition of the men from Libya failed.",
            "United States demanded_of Libya",
        ),
    ],
)
def test_a_noun_tells_whom_a_demand_is_made_to_by_its_clause(tell: Tell, text: str, line: str) -> None:
    """Who is to act in the clause of a demand is the one that it is made to."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "The hope that Iraq would withdraw faded in Washington.",
        "Washington's report that Iran tested a missile was read.",
        "The U.S. demand for oil from Saudi Arabia fell.",
    ],
)
def test_other_nouns_with_a_clause_demand_nothing(tell: Tell, text: str) -> None:
    """A hope, a report and a market's demand are no requests."""
    assert not [line for line in tell(text) if "urged" in line or "demanded_of" in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Germany urged an end to Russia's military campaign in Chechnya.", "Germany urged Russia"),
        ("Japan called for a halt to French nuclear tests.", "Japan urged France"),
        ("Iran pressed for an end to Iraqi attacks.", "Iran urged Iraq"),
        ("Greece demanded a halt to Turkish flights.", "Greece demanded_of Turkey"),
    ],
)
def test_who_is_to_end_something_is_whose_it_is(tell: Tell, text: str, line: str) -> None:
    """An end of what somebody does is asked of whoever does it."""
    assert line in tell(text)


def test_an_end_of_what_nobody_does_is_asked_of_nobody(tell: Tell) -> None:
    """Poverty and fighting as such have no doer."""
    assert tell("Germany called for an end to poverty.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Washington's demand that Iraq withdraw was rejected.",
        "The U.S. demand to Iraq has been refused.",
        "Washington's charge that Iraq hid weapons was denied.",
    ],
)
def test_what_was_said_stays_said_though_it_is_refused(read: Read, text: str) -> None:
    """A demand that is refused was made, unlike a visit that is refused."""
    said = [e.status for e in read(text).events if e.predicate in ("demanded_of", "accused")]
    assert said == ["actual"]


def test_a_demand_that_is_dropped_is_negated(read: Read) -> None:
    """Only who demands can take it back."""
    assert [e.status for e in read("A Chinese demand to Taiwan was scrapped.").events] == ["negated"]
