"""One article's tellings of one occasion are one event; two occasions stay two."""

from __future__ import annotations

import pytest
from telling import Read, Tell


@pytest.mark.parametrize(
    ("text", "line", "tellings"),
    [
        (
            "Putin called Trump on Friday. Putin spoke with Trump on Friday.",
            "Vladimir Putin called Donald Trump",
            2,
        ),
        (
            "Putin spoke with Trump on Friday. Putin called Trump on Friday.",
            "Vladimir Putin called Donald Trump",
            2,
        ),
        (
            "Putin called Trump. The call between Putin and Trump lasted two hours.",
            "Vladimir Putin called Donald Trump",
            2,
        ),
        (
            "Macron met Modi and Starmer on Friday. Macron met Modi on Friday.",
            "Emmanuel Macron met Narendra Modi, Keir Starmer",
            2,
        ),
    ],
)
def test_two_tellings_of_one_day_are_one_event(read: Read, tell: Tell, text: str, line: str, tellings: int) -> None:
    """The more specific predicate and the fuller list of parties stay, with the sentences of both."""
    assert tell(text) == [line]
    (event,) = read(text).events
    assert len(event.mentions) == tellings


def test_two_days_are_two_events(read: Read) -> None:
    """The same parties and act on two known days do not join."""
    events = read("Putin met Trump on 2 May 2025. Putin met Trump on 9 May 2025.").events
    assert [event.date for event in events] == ["2025-05-02", "2025-05-09"]


def test_calls_each_way_on_two_days_are_two(tell: Tell) -> None:
    """Who called is kept for each."""
    assert tell("Putin called Trump on Friday. Trump called Putin on Sunday.") == [
        "Vladimir Putin called Donald Trump",
        "Donald Trump called Vladimir Putin",
    ]


def test_a_fact_and_a_plan_stay_apart(tell: Tell) -> None:
    """A call that took place is not the one that is to come."""
    assert tell("Putin called Trump. Putin will call Trump on Friday.") == [
        "Vladimir Putin called Donald Trump",
        "Vladimir Putin called Donald Trump (planned)",
    ]


def test_a_blow_and_the_blow_back_are_two(tell: Tell) -> None:
    """A directed act has a direction."""
    assert tell("Iran attacked Israel. Israel attacked Iran.") == ["Iran attacked Israel", "Israel attacked Iran"]


def test_the_surer_date_stays(read: Read) -> None:
    """A telling with a day gives it to one that has only the day of the report."""
    (event,) = read("Putin called Trump. Putin spoke with Trump on Sunday.").events
    assert (event.predicate, event.date, event.precision) == ("called", "2025-05-18", "day")
