"""Agency leads: protests told in passing, crowds of cities, and those who were hit along with a thing."""

from __future__ import annotations

import pytest
from telling import Read, Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Belgrade students marched against Slobodan Milosevic.",
            "Belgrade students protested_against Slobodan Milošević",
        ),
        ("Thai villagers blocked a bridge in protest at a Burmese raid.", "Thai villagers protested_against Myanmar"),
        ("Chile boycotted the summit in protest against Peru's decision.", "Chile protested_against Peru"),
        (
            "Lebanese students held a sit-in outside U.N. offices against Israeli raids.",
            "Lebanese students protested_against Israel",
        ),
    ],
)
def test_protests_told_in_passing(tell: Tell, text: str, line: str) -> None:
    """Whatever is done in protest is a protest, and against whom counts before where."""
    assert tell(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Lyon resigned in protest at the budget.",
        "Belgrade restaurants closed on Monday.",
        "Syria recalled its ambassador from Iraq.",
    ],
)
def test_no_protest(tell: Tell, text: str) -> None:
    """A budget is nobody's, restaurants are no crowd, and a recall without a word of protest is none."""
    assert not [line for line in tell(text) if " protested_against " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Two Thai soldiers died when Cambodian troops shelled a post.", "Cambodia attacked Thailand"),
        ("PKK rebels ambushed a bus carrying Turkish soldiers.", "Kurdistan Workers' Party attacked Turkey"),
        ("Cuba has 50,000 troops stationed in Angola.", "Cuba deployed_to Angola"),
        ("Zaire gave Belgian technicians 48 hours to get out.", "Zaire expelled Belgium"),
        ("Argentina reduced its diplomatic ties with Iran.", "Argentina severed_ties_with Iran"),
        ("Belarus took a Russian television station off the air.", "Belarus coerced Russia"),
    ],
)
def test_who_is_hit_along_with_a_thing(tell: Tell, text: str, line: str) -> None:
    """Those aboard, those who died of it and those stationed somewhere are found."""
    assert line in tell(text)


def test_who_died_of_something_else(tell: Tell) -> None:
    """Soldiers who drowned when a boat sank were not attacked by anybody."""
    assert tell("Two Thai soldiers died when a boat carrying fruit sank.") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Vatican denied a report that it had offered asylum to Manuel Noriega.", {"negated"}),
        ("UNITA said it no longer recognised Jose Eduardo dos Santos as president.", {"negated"}),
        ("Togo has recognised Kosovo.", {"actual"}),
    ],
)
def test_what_is_denied_or_no_longer_so(read: Read, text: str, status: set[str]) -> None:
    """A denied report and what somebody no longer does are negated."""
    assert {event.status for event in read(text).events} == status


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Malawi has deported two Mozambican journalists.", "Malawi coerced Mozambique"),
        ("Syria and Lebanon coordinated their positions ahead of talks with Israel.", "Syria, Lebanon cooperated_with"),
    ],
)
def test_who_is_dealt_with(tell: Tell, text: str, line: str) -> None:
    """The deported are not set free, and whom talks ahead are with has no part in what comes before."""
    assert [told.strip() for told in tell(text) if "(planned)" not in told] == [line]


def test_the_police_protest_against_nobody(tell: Tell) -> None:
    """Those who protest are the students whom the police deal with."""
    told = tell("Kenyan police teargassed students protesting against President Daniel arap Moi.")
    assert not [line for line in told if " protested_against " in line]
