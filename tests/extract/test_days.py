"""Each party has the day that stands behind it, and acts have the day of a crisis or the hour that is told of them."""

from __future__ import annotations

import pytest
from telling import Read


def days(read: Read, text: str) -> list[tuple[str, str | None]]:
    """Give the object and the day of each event."""
    return [(", ".join(a.name for a in e.objects), e.date) for e in read(text).events]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Angela Merkel met Sergey Lavrov on 5 May and Wang Yi on 6 May.",
            [("Sergey Lavrov", "2025-05-05"), ("Wang Yi", "2025-05-06")],
        ),
        (
            "Marco Rubio spoke to Sergey Lavrov on 8 May and again on 10 May, and to Wang Yi on 12 May.",
            [("Sergey Lavrov", "2025-05-08"), ("Sergey Lavrov", "2025-05-10"), ("Wang Yi", "2025-05-12")],
        ),
        (
            "Marco Rubio will visit Egypt on Tuesday, Jordan on Wednesday and Kuwait on Thursday.",
            [("Egypt", "2025-05-20"), ("Jordan", "2025-05-21"), ("Kuwait", "2025-05-22")],
        ),
        (
            "Peru signed treaties with Chile in May 1999 and with Bolivia in 2001.",
            [("Chile", "1999-05-01"), ("Bolivia", "2001-01-01")],
        ),
        (
            "Marco Rubio met Sergey Lavrov in Cairo on Friday and Wang Yi on Saturday.",
            [("Sergey Lavrov", "2025-05-16"), ("Wang Yi", "2025-05-17")],
        ),
    ],
)
def test_each_party_has_the_day_behind_it(read: Read, text: str, told: list[tuple[str, str | None]]) -> None:
    """A row of parties with days of their own is as many occasions."""
    assert days(read, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Marco Rubio met Sergey Lavrov and Wang Yi on Friday.",
        "On Friday, Marco Rubio met Sergey Lavrov and Wang Yi.",
        "Marco Rubio met Sergey Lavrov, who left on Friday, and Wang Yi.",
    ],
)
def test_parties_without_days_of_their_own_were_there_together(read: Read, text: str) -> None:
    """One day for all is one occasion."""
    assert [both for both, _ in days(read, text) if "Wang Yi" in both] == ["Sergey Lavrov, Wang Yi"]


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("on the first night of the crisis", "2025-05-05"),
        ("on the third day of the war", "2025-05-07"),
        ("on the second day of his visit", "2025-05-19"),
    ],
)
def test_the_days_of_a_crisis_count_from_the_first_that_is_named(read: Read, phrase: str, day: str) -> None:
    """A war has a first day; that of a visit is no day that the text tells of."""
    story = "Fighting broke out on 5 May. Rain fell. Iran was silent. Nobody came. The UN met. "
    text = f"{story}Putin called Trump {phrase}."
    assert next(e.date for e in read(text).events if e.predicate == "called") == day


def test_without_any_day_the_first_of_a_crisis_is_unknown(read: Read) -> None:
    """It is not the day of the report."""
    (event,) = read("Putin called Trump on the first day of the war.").events
    assert event.date is None


@pytest.mark.parametrize(
    ("words", "day", "precision"),
    [
        ("at 3:35 p.m.", "2025-05-16", "day"),
        ("at 4 p.m.", "2025-05-16", "day"),
        ("at noon", "2025-05-16", "day"),
        ("at 5 meetings", None, "unknown"),
    ],
)
def test_an_hour_is_one_of_the_day_that_the_text_tells_of(
    read: Read, words: str, day: str | None, precision: str
) -> None:
    """Also in a clause that would else be background."""
    events = read(f"Iran and Iraq agreed on Friday. The deal was ready when Putin had called Trump {words}").events
    assert [(e.date, e.precision) for e in events if e.predicate == "called"] == [(day, precision)]


@pytest.mark.parametrize("opening", ["Of the two envoys,", "Between the talks,"])
def test_a_text_may_begin_with_a_preposition(read: Read, opening: str) -> None:
    """Nothing stands before the first word, where a day is looked for."""
    [event] = read(f"{opening} Marco Rubio met Wang Yi.").events
    assert event.predicate == "met"
