"""A title with a family name is whoever bore the full name before."""

from __future__ import annotations

import pytest
from telling import Read


def people(read: Read, text: str) -> list[str]:
    """Who praises, in the order of the text."""
    return [event.subjects[0].name for event in read(text).events if event.predicate == "praised"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("H.E. Johan Ralte praised Peru. Ambassador Ralte praised Mali.", ["Johan Ralte", "Johan Ralte"]),
        ("Mr. Johan Ralte praised Peru. Minister Ralte praised Mali.", ["Johan Ralte", "Johan Ralte"]),
        ("Peru's Johan Ralte praised Chad. President Ralte praised Mali.", ["Johan Ralte", "Johan Ralte"]),
    ],
)
def test_the_full_name_came_before(read: Read, text: str, names: list[str]) -> None:
    """However it was announced."""
    assert people(read, text) == names


def test_who_is_named_in_full_only_later_is_another(read: Read) -> None:
    """It may be a relative."""
    assert people(read, "King Ralte praised Chad. Mr. Johan Ralte praised Mali.") == ["Ralte", "Johan Ralte"]


def test_the_day_of_a_meeting_is_its_own(read: Read) -> None:
    """Though another act is told in its clause."""
    (met,) = read("After a meeting between Putin and Trump on 12 May, Peru recalled its envoy.").events
    assert (met.predicate, met.date) == ("met", "2025-05-12")


def test_calls_of_congratulation_ask_for_nothing(read: Read) -> None:
    """They are calls."""
    told = read("Putin received congratulatory calls from the Presidents of Peru and Chile.").events
    assert {event.predicate for event in told} == {"called"}
