"""Finds the date expressions of a sentence in one pass over its text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

from kg.extract.dates import relative, stated
from kg.extract.dates.context import FUNCTION_WORDS, NOUN_AFTER, Fields, vague, word_before
from kg.extract.dates.expression import DateExpression
from kg.extract.dates.patterns import HINT, PATTERN

_POSSESSIVE = re.compile(r"['’]s?\b")
_YEARS_AHEAD = 50
_BUILDERS: dict[str, Callable[[str, re.Match[str]], Fields | None]] = {
    "calendar": stated.calendar_date,
    "numeric": stated.numeric_date,
    "month": stated.month_date,
    "weekday": relative.weekday_date,
    "ordinal": stated.ordinal_date,
    "holiday": stated.holiday_date,
    "year": stated.year_date,
    "decade": stated.decade_date,
    "season": stated.season_date,
    "shift": relative.shift_date,
    "named": relative.named_date,
    "unit": relative.unit_date,
    "vague": vague,
}


def find_dates(text: str, published: datetime.date | None = None) -> list[DateExpression]:
    """Find the date expressions of one sentence in text order, without overlap.

    Offsets count in `text`. What names no possible day (31 June) is left out, and so is a bare number that would be a
    year more than fifty years after `published`. Never raises.

    >>> published = datetime.date(2022, 7, 22)
    >>> [found.resolve(published).date for found in find_dates("They met on Monday and on July 4.")]
    ['2022-07-18', '2022-07-04']
    """
    if HINT.search(text) is None:
        return []
    found: list[DateExpression] = []
    for match in PATTERN.finditer(text):
        kind = match.lastgroup
        if kind is None:
            continue
        fields = _BUILDERS[kind](match[0], match)
        if fields is None or not _possible(fields):
            continue
        if kind == "year" and published is not None and fields["year"] > published.year + _YEARS_AHEAD:
            continue
        start, end = match.start() + fields.pop("offset", 0), match.end()
        modifier = fields.pop("modifier", False)
        fields["attributive"] = modifier or _POSSESSIVE.match(text, end) is not None or _before_noun(text, start, end)
        found.append(DateExpression(start, end, preposition=word_before(text, start), **fields))
    return found


def _before_noun(text: str, start: int, end: int) -> bool:
    """Whether an article before and a noun after make the date an attribute: "the July 4 talks"."""
    noun = NOUN_AFTER.match(text, end)
    return (
        noun is not None
        and noun[0].strip() not in FUNCTION_WORDS
        and word_before(text, start) in {"the", "a", "an", "its"}
    )


def _possible(fields: Fields) -> bool:
    """Whether a calendar has such a day at all."""
    if fields["kind"] != "calendar" or fields.get("day") is None or fields.get("month") is None:
        return True
    try:
        datetime.date(fields.get("year") or 2024, fields["month"], fields["day"])
    except ValueError:
        return False
    return True
