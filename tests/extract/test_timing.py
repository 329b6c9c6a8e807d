"""Events have the day that the text gives them, with how sure it is."""

from __future__ import annotations

import pytest
from telling import Read


@pytest.mark.parametrize(
    ("words", "date", "precision"),
    [
        ("on Friday", "2025-05-16", "day"),
        ("on Monday", "2025-05-19", "day"),
        ("yesterday", "2025-05-18", "day"),
        ("two days ago", "2025-05-17", "day"),
        ("on 14 May 2025", "2025-05-14", "day"),
        ("last week", "2025-05-12", "week"),
        ("in April", "2025-04-01", "month"),
        ("in 2022", "2022-01-01", "year"),
    ],
)
def test_date_words_beside_the_act_date_it(read: Read, words: str, date: str | None, precision: str) -> None:
    """Weekdays count back from the publication; weeks, months and years give no day."""
    (event,) = read(f"Putin called Trump {words}.").events
    assert (event.date, event.precision) == (date, precision)


def test_a_weekday_of_a_plan_lies_ahead(read: Read) -> None:
    """The same weekday is the next one where the act is still to come."""
    (past,) = read("Putin called Trump on Friday.").events
    (plan,) = read("Putin will call Trump on Friday.").events
    assert (past.date, plan.date) == ("2025-05-16", "2025-05-23")


def test_without_publication_date_a_weekday_is_no_day(read: Read) -> None:
    """No day is invented."""
    (event,) = read("Putin called Trump on Friday.", date=None).events
    assert event.date is None


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("Putin called Trump.", "2025-05-19", "week"),
        ("Putin has called Trump.", "2025-05-19", "week"),
        ("Rain fell. Putin has called Trump.", None, "unknown"),
        ("Putin will call Trump.", None, "unknown"),
        ("Putin did not call Trump.", None, "unknown"),
    ],
)
def test_news_without_a_date_is_of_the_week_of_the_report(
    read: Read, text: str, date: str | None, precision: str
) -> None:
    """A plain past and a perfect that opens the report have its day within a week; plans and denials have none."""
    (event,) = read(text).events
    assert (event.date, event.precision) == (date, precision)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Putin met Trump on Friday. The next day he called Xi.", ["2025-05-16", "2025-05-17"]),
        ("Macron met Modi on 1 May 2025. He praised India.", ["2025-05-01", "2025-05-01"]),
        ("On Friday, Macron met Modi and praised Starmer.", ["2025-05-16", "2025-05-16"]),
        ("Macron, who visited India in March, met Starmer on Sunday.", ["2025-03-01", "2025-05-18"]),
        ("Putin called Trump, who had met Xi.", ["2025-05-19", None]),
    ],
)
def test_a_date_reaches_what_it_belongs_to(read: Read, text: str, dates: list[str | None]) -> None:
    """A day carries on to coordinated acts and to the next sentence, not out of a relative clause."""
    assert [event.date for event in read(text).events] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Ecuador broke off relations with Colombia on Monday, two days after Colombia bombed Ecuador.",
            {"severed_ties_with": "2025-05-19", "attacked": "2025-05-17"},
        ),
        (
            "Turkey summoned the Russian ambassador on Friday, a day after Turkish jets attacked Syria.",
            {"summoned": "2025-05-16", "attacked": "2025-05-15"},
        ),
        ("Earlier in the day, Putin held talks with Trump.", {"negotiated_with": "2025-05-19"}),
    ],
)
def test_what_another_act_came_after_is_dated_back_from_it(read: Read, text: str, dates: dict[str, str]) -> None:
    """The act behind "a day after" lies before the one in front of it."""
    assert {e.predicate: e.date for e in read(text).events} == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The United States condemns the attack of Iran on Israel on 9 May.", "2025-05-19"),
        ("France condemned the Iranian attack of last week on Israel.", "2025-05-19"),
        ("France condemned Iran on Friday.", "2025-05-16"),
        ("On Friday France condemned the Iranian attack on Israel.", "2025-05-16"),
    ],
)
def test_the_day_of_a_deed_is_not_that_of_the_answer(read: Read, text: str, date: str) -> None:
    """Date words behind the deed date the deed; those beside the verb date what it says."""
    assert next(e.date for e in read(text).events if e.predicate == "criticized") == date


def test_the_day_of_the_blame_is_not_that_of_what_is_blamed(read: Read) -> None:
    """ "For its attack" looks back; "for talks" does not."""
    events = {
        e.predicate: e.date for e in read("Iran was condemned by France on Friday for its attack on Israel.").events
    }
    assert (events["criticized"], events["attacked"]) == ("2025-05-16", None)
