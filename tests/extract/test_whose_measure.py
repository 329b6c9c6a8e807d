"""Who lifts a measure, who is given leave, and who stops firing."""

from __future__ import annotations

import pytest
from telling import Read, Tell


@pytest.mark.parametrize(
    "text",
    [
        "Hamas would fight to end the Israeli occupation of Palestinian land.",
        "Kuwait urged Qatar to end the Iraqi occupation.",
    ],
)
def test_nobody_ends_the_occupation_of_another_state(tell: Tell, text: str) -> None:
    """What is a third state's own is not given up by whoever wants it ended."""
    assert not [line for line in tell(text) if "withdrew_from" in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("France lifted its embargo on Iraq.", "France conceded_to Iraq"),
        ("The United States lifted the U.S. embargo on Cuba.", "United States conceded_to Cuba"),
        ("Britain lifted EU sanctions on Iraq.", "United Kingdom conceded_to Iraq"),
        ("Turkey lifted the Iraqi embargo.", "Turkey conceded_to Iraq"),
    ],
)
def test_a_measure_is_lifted_by_its_owner_or_by_a_member_of_a_body(tell: Tell, text: str, line: str) -> None:
    """One's own measure, that of a body, and one that is only called after the state it is on."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Turkey granted permission to Russia to attack Georgia.", "Russia attacked Georgia (possible)"),
        ("Turkey gave Russia permission on Monday to attack Georgia.", "Russia attacked Georgia (possible)"),
        ("Turkey gave Russia the right to attack Georgia.", "Russia attacked Georgia (possible)"),
        ("Turkey gave Russia arms to attack Georgia.", "Turkey attacked Georgia"),
    ],
)
def test_who_is_given_leave_does_what_it_is_for(tell: Tell, text: str, line: str) -> None:
    """The infinitive of a permission is done by who gets it, that of a gift by the giver as before."""
    assert line in tell(text)


def test_what_one_has_leave_to_do_is_only_possible(read: Read) -> None:
    """Permission tells no deed."""
    found = read("Turkey gave Russia permission on Monday to attack Georgia.").events
    assert {e.predicate: e.status for e in found} == {"conceded_to": "actual", "attacked": "possible"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Cuba granted Canada access.", "Cuba conceded_to Canada"),
        ("Iran denied flight clearance to Iraq.", "Iran rejected Iraq"),
        ("NATO suspended the bombardment against Serbia.", "NATO ceased_fire_with Serbia"),
    ],
)
def test_leave_and_fire_given_and_withheld(tell: Tell, text: str, line: str) -> None:
    """Leave that is given yields, leave that is withheld rejects, fire that is held is a truce."""
    assert line in tell(text)


def test_the_summit_that_they_will_meet_for_is_to_come(read: Read) -> None:
    """What people will meet for is as far ahead as their meeting."""
    found = read("Putin and Xi are due to meet next March for their first summit.").events
    assert {e.status for e in found} == {"planned"}


def test_a_ruling_is_welcomed_of_whoever_ruled(tell: Tell) -> None:
    """ "The ruling" takes up what was decided before."""
    text = "The International Court of Justice rejected American objections. Libya hailed the ruling."
    assert tell(text)[-1] == "Libya praised International Court of Justice"


def test_provoked_attacks_are_no_pressure(tell: Tell) -> None:
    """Who provokes raids or anger does nothing to those who raid or are angry."""
    assert tell("Hamas provoked the heaviest Israeli air raids.") == []
    assert tell("Hamas provoked Israel.") == ["Hamas coerced Israel"]
