"""Dates of news text: every usual wording is found, and resolved as a reader of that day would."""

from __future__ import annotations

import calendar
import datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.extract.dates import DateExpression, Tense, find_dates

FRIDAY = datetime.date(2022, 7, 22)


def only(text: str) -> DateExpression:
    found = find_dates(text)
    assert len(found) == 1, found
    return found[0]


def day(text: str, tense: Tense = "past", anchor: datetime.date | None = None) -> str | None:
    return only(text).resolve(FRIDAY, tense, anchor).date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They met on 22 April 2022 in Oslo.", "2022-04-22"),
        ("They met on April 22, 2022, in Oslo.", "2022-04-22"),
        ("They met on the 22nd of April 2022.", "2022-04-22"),
        ("They met on Friday, April 22, 2022.", "2022-04-22"),
        ("They met on April 22nd.", "2022-04-22"),
        ("They met Sept. 5, 2021.", "2021-09-05"),
        ("The talks of 2022-04-22 failed.", "2022-04-22"),
        ("The talks of 22.04.2022 failed.", "2022-04-22"),
        ("The talks of 22/04/2022 failed.", "2022-04-22"),
        ("He travelled to Moscow, July 12-15, 2021.", "2021-07-12"),
        ("From March 6 to 10, 2022, they talked.", "2022-03-06"),
        ("From 7 May to 10 May there were conversations.", "2022-05-07"),
        ("From December 30, 2021 to January 2, 2022, they talked.", "2021-12-30"),
        ("The attack on the night of 5 to 6 May failed.", "2022-05-06"),
        ("They met on 4 July last year.", "2021-07-04"),
        ("They met on the 19th.", "2022-07-19"),
        ("They met on the 27th.", "2022-06-27"),
        ("On the morning of February 13 he died.", "2022-02-13"),
        ("They met on New Year's Eve.", "2021-12-31"),
        ("They met on Feb 29.", "2020-02-29"),
        ("On May 4 they met.", "2022-05-04"),
    ],
)
def test_days_of_the_calendar(text: str, date: str) -> None:
    """A day is found in every news form; without a year it is the last such day before publication."""
    assert day(text) == date


@pytest.mark.parametrize(
    ("text", "date", "tense"),
    [
        ("They met on December 20.", "2021-12-20", "past"),
        ("They will meet on December 20.", "2022-12-20", "future"),
        ("They will meet on January 9.", "2023-01-09", "future"),
        ("The summit opened on July 25.", "2022-07-25", "past"),
        ("The summit opens on July 25.", "2022-07-25", "present"),
        ("They will meet on the 20th.", "2022-08-20", "future"),
        ("They will meet on the 31st.", "2022-07-31", "future"),
    ],
)
def test_tense_chooses_the_year(text: str, date: str, tense: Tense) -> None:
    """Tense decides between last and next, unless that is most of a year away and the other is near."""
    assert day(text, tense) == date


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("on Monday", "2022-07-18", "2022-07-25"),
        ("on Friday", "2022-07-22", "2022-07-22"),
        ("last Friday", "2022-07-15", "2022-07-15"),
        ("last Tuesday", "2022-07-19", "2022-07-19"),
        ("next Tuesday", "2022-07-26", "2022-07-26"),
        ("next Friday", "2022-07-29", "2022-07-29"),
        ("this Friday", "2022-07-22", "2022-07-22"),
        ("this Sunday", "2022-07-24", "2022-07-24"),
        ("this coming Friday", "2022-07-29", "2022-07-29"),
        ("on Monday morning", "2022-07-18", "2022-07-25"),
        ("late Sunday", "2022-07-17", "2022-07-24"),
        ("earlier on Thursday", "2022-07-21", "2022-07-28"),
        ("on Sunday night into Monday", "2022-07-18", "2022-07-25"),
        ("overnight from Sunday to Monday", "2022-07-18", "2022-07-25"),
        ("from Monday to Wednesday", "2022-07-18", "2022-07-25"),
        ("on Tuesday last week", "2022-07-12", "2022-07-12"),
        ("on Tuesday of next week", "2022-07-26", "2022-07-26"),
    ],
)
def test_weekdays(text: str, past: str, future: str) -> None:
    """A weekday is the last one for what happened and the next one for what is planned."""
    assert (day(text), day(text, "future")) == (past, future)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("today", "2022-07-22"),
        ("earlier today", "2022-07-22"),
        ("this morning", "2022-07-22"),
        ("tonight", "2022-07-22"),
        ("overnight", "2022-07-22"),
        ("yesterday", "2022-07-21"),
        ("last night", "2022-07-21"),
        ("the day before yesterday", "2022-07-20"),
        ("tomorrow", "2022-07-23"),
        ("the day after tomorrow", "2022-07-24"),
        ("two days ago", "2022-07-20"),
        ("3 days earlier", "2022-07-19"),
        ("a day earlier", "2022-07-21"),
        ("in five days", "2022-07-27"),
        ("48 hours ago", "2022-07-20"),
        ("two years ago today", "2020-07-22"),
    ],
)
def test_days_counted_from_publication(text: str, date: str) -> None:
    """Words such as yesterday count from the day of publication."""
    assert day(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("five days later", "2022-03-06"),
        ("two days earlier", "2022-02-27"),
        ("the next day", "2022-03-02"),
        ("on the following day", "2022-03-02"),
        ("the day after", "2022-03-02"),
        ("the previous day", "2022-02-28"),
        ("the same day", "2022-03-01"),
        ("that day", "2022-03-01"),
        ("that evening", "2022-03-01"),
        ("later in the day", "2022-03-01"),
        ("hours later", "2022-03-01"),
        ("overnight", "2022-03-01"),
        ("the following Friday", "2022-03-04"),
    ],
)
def test_days_counted_from_an_anchor(text: str, date: str) -> None:
    """Words such as later count from the event that the caller names."""
    assert day(text, anchor=datetime.date(2022, 3, 1)) == date


@pytest.mark.parametrize("text", ["five days later", "the next day", "the same day", "a day after the ship sailed"])
def test_no_anchor(text: str) -> None:
    """What looks forward from another event is unknown without that event."""
    assert only(text).resolve(FRIDAY).precision == "unknown"


def test_complement() -> None:
    """In "a day after the ship sailed" the ship sailed a day before the main event."""
    found = only("a day after the ship sailed")
    assert found.complement
    assert found.inverse().resolve(FRIDAY, anchor=FRIDAY).date == "2022-07-21"


@pytest.mark.parametrize(
    ("text", "precision", "partial"),
    [
        ("in April", "month", "2022-04"),
        ("in May Lithuania left", "month", "2022-05"),
        ("in December", "month", "2021-12"),
        ("in April 2021", "month", "2021-04"),
        ("in April of 2021", "month", "2021-04"),
        ("at the start of September", "month", "2021-09"),
        ("last July", "month", "2021-07"),
        ("in July last year", "month", "2021-07"),
        ("in 2014", "year", "2014"),
        ("in mid-2014", "year", "2014"),
        ("in spring 2021", "year", "2021"),
        ("in the summer of 2021", "year", "2021"),
        ("last week", "week", "2022-W28"),
        ("next week", "week", "2022-W30"),
        ("earlier this month", "month", "2022-07"),
        ("last month", "month", "2022-06"),
        ("earlier this year", "year", "2022"),
        ("last year", "year", "2021"),
        ("a week ago", "week", "2022-W28"),
        ("three months ago", "month", "2022-04"),
        ("ten years ago", "year", "2012"),
        ("over the weekend", "week", "2022-W28"),
        ("in the 1970s", "unknown", "197X"),
        ("in the coming days", "unknown", None),
        ("in recent weeks", "unknown", None),
        ("several days ago", "unknown", None),
    ],
)
def test_coarse_dates(text: str, precision: str, partial: str | None) -> None:
    """Weeks, months and years give no day but the part that is known."""
    assert only(text).resolve(FRIDAY) == (None, precision, partial)


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the town.",
        "Theresa May and April Smith said no.",
        "the supply boat Unaizah May 4",
        "Under the 120-day deal, 2,000 tons of grain left 3 ports at 5 p.m.",
        "the Good Friday Agreement",
        "a report of USA Today",
        "They meet every Friday.",
        "Resolution 2231 of the Security Council",
        "a $1999 bill and 2001 ships",
        "the fall of Kabul",
        "31 June",
        "",
    ],
)
def test_no_date(text: str) -> None:
    """Words and numbers that look like dates are left alone."""
    assert find_dates(text) == []


def test_context() -> None:
    """Whether a date belongs to a noun, or only bounds the time, is told."""
    assert only("Saturday’s talks failed").attributive
    assert only("the 2015 nuclear accord").attributive
    assert not only("on Saturday talks failed").attributive
    assert only("twice since November").bounds
    assert only("until Monday morning").bounds
    assert not only("on Monday").bounds


def test_unpublished() -> None:
    """Without a publication date only full dates resolve."""
    assert only("on 4 May 2021").resolve(None).date == "2021-05-04"
    for text in ("on Monday", "on 4 May", "in April", "yesterday", "last week", "on the 4th"):
        assert only(text).resolve(None) == (None, "unknown", None)


days = st.dates(datetime.date(1990, 1, 1), datetime.date(2089, 12, 31))
tenses: st.SearchStrategy[Tense] = st.sampled_from(["past", "present", "future"])
WITH_YEAR = (
    "{d} {month} {y}", "{month} {d}, {y}", "{month} {d} {y}", "{d} {short} {y}", "{short}. {d}, {y}",
    "{y}-{m:02}-{d:02}", "{weekday}, {month} {d}, {y}", "{weekday} {d} {month} {y}", "{d}th of {month} {y}",
    "the {d}th of {month}, {y}",
    "{y}/{m:02}/{d:02}", "{d:02}.{m:02}.{y}", "{month} {d}th, {y}",
)  # fmt: skip
SENTENCES = ("They met on {}.", "On {} they met", "({})", "He said: “{}”.", "{}", "Oslo, {}: they met in 3 rooms")


def rendered(form: str, date: datetime.date) -> str:
    if date.month == 5:
        form = form.replace("{short}.", "{short}")  # May is no short form, so its dot ends a sentence
    return form.format(
        d=date.day,
        m=date.month,
        y=date.year,
        month=calendar.month_name[date.month],
        short=calendar.month_abbr[date.month],
        weekday=calendar.day_name[date.weekday()],
    )


@settings(deadline=None)
@given(days, st.sampled_from(WITH_YEAR), st.sampled_from(SENTENCES), days | st.none(), tenses)
def test_rendered_dates(
    date: datetime.date, form: str, sentence: str, published: datetime.date | None, tense: Tense
) -> None:
    """Every form of every day with a year is found, and resolved to that day whatever the publication date."""
    found = find_dates(sentence.format(rendered(form, date)))
    assert [f.resolve(published, tense).date for f in found] == [date.isoformat()]


@settings(deadline=None)
@given(days, st.sampled_from(("{d} {month}", "{month} {d}", "{weekday}, {month} {d}")), st.integers(0, 250))
def test_days_without_a_year(date: datetime.date, form: str, ago: int) -> None:
    """A day of the last months without its year is found back from the publication date."""
    assume((date.month, date.day) != (2, 29))
    published = date + datetime.timedelta(ago)
    assert only(f"They met on {rendered(form, date)}.").resolve(published).date == date.isoformat()


@settings(deadline=None)
@given(days, st.integers(0, 6))
def test_weekdays_of_the_last_week(published: datetime.date, ago: int) -> None:
    """The weekday of any of the seven days up to publication names that day."""
    date = published - datetime.timedelta(ago)
    assert only(f"They met on {calendar.day_name[date.weekday()]}.").resolve(published).date == date.isoformat()


PIECES = st.sampled_from(
    "on in last next this the of and to May March 4 31 30th 2022 1999 , - – Monday Friday night day days week month "
    "year ago later after before two a 's overnight into weekend spring early mid- 1970s 2022-02-31 . ( early".split()
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=80), days | st.none(), tenses, days | st.none())
def test_any_text(text: str, published: datetime.date | None, tense: Tense, anchor: datetime.date | None) -> None:
    """No text raises; spans lie in the text without overlap; only a day gives an ISO date."""
    position = 0
    for found in find_dates(text):
        assert position <= found.start < found.end <= len(text)
        position = found.end
        resolved = found.resolve(published, tense, anchor)
        assert (resolved.date is not None) == (resolved.precision == "day")
        if resolved.date:
            datetime.date.fromisoformat(resolved.date)
            assert resolved.partial == resolved.date
        found.inverse().resolve(published, tense, anchor)


@pytest.mark.parametrize("published", [datetime.date.min, datetime.date.max])
def test_ends_of_the_calendar(published: datetime.date) -> None:
    """At the ends of the calendar a date stays unknown instead of raising."""
    for text in (
        "last Monday",
        "next Monday",
        "2 years ago",
        "in May",
        "on May 5",
        "next week",
        "on the 9th",
        "tomorrow",
    ):
        only(text).resolve(published)
