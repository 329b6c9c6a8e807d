"""Reads what calendar wordings state: days, months, years, seasons."""

from __future__ import annotations

import re

from kg.extract.dates.context import (
    FUNCTION_WORDS,
    NOUN_AFTER,
    WORD_BEFORE,
    YEAR_IN,
    YEAR_SHIFT,
    Fields,
    direction_of,
    word_before,
)
from kg.extract.dates.patterns import DAY, HOLIDAYS, MONTH, MONTHS, WEEKDAYS

_MONTH_IN = re.compile(MONTH)
_DAY_IN = re.compile(rf"(?<![\d:]){DAY}(?!\d)")
_MONTH_WORDS = frozenset(
    ["in", "since", "until", "till", "last", "next", "this", "early", "late", "mid", "of", "during"]
)
_MORE_MONTH_WORDS = _MONTH_WORDS | {"by", "from", "to", "before", "after", "between", "and", "through", "for", "each"}
_YEAR_WORDS = frozenset(
    "in since by during until till before after of from between for early late mid around circa "
    "spring summer autumn winter fall end back as".split()
)
_YEAR_JOINED = re.compile(r"\d{4}\s(?:and|to|or|through)\s$")
_FOUR_DIGITS = re.compile(r"\d{4}")


def _month_number(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]


def calendar_date(wording: str, match: re.Match[str]) -> Fields | None:
    months, years = _MONTH_IN.findall(wording), YEAR_IN.findall(wording)
    without_years = YEAR_IN.sub(" ", wording)
    days = [int(re.sub(r"\D", "", d)) for d in _DAY_IN.findall(without_years)]
    if not months or not days:
        return None
    span = len(days) > 1
    if not years and months[0] == "May" and _after_name(match):
        return None
    pick = -1 if span and _into_the_last(match) else 0
    return {
        "kind": "calendar",
        "precision": "day",
        "year": int(years[pick]) if years else None,
        "month": _month_number(months[pick]),
        "day": days[pick],
        "span": span,
        **({} if years else _of_year(wording)),
    }


def _after_name(match: re.Match[str]) -> bool:
    """Whether "May 4" follows a capitalised word, as in the name of a ship."""
    before = WORD_BEFORE.search(match.string, max(0, match.start() - 24), match.start())
    return (
        before is not None
        and before[1][0].isupper()
        and before[1].lower() not in _MORE_MONTH_WORDS | {"on", *WEEKDAYS}
        and match[0].startswith("May")
    )


def _into_the_last(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 24) : match.start()].lower()
    return "overnight" in before or "night of " in before or "night from " in before


def numeric_date(wording: str, _: re.Match[str]) -> Fields | None:
    first, second, third = (int(part) for part in re.split(r"[-/.]", wording))
    if first > 31:
        year, month, day = first, second, third
    elif "." in wording or first > 12:
        year, month, day = third, second, first
    elif second > 12:
        year, month, day = third, first, second
    elif first == second:
        year, month, day = third, second, first
    else:
        return {"kind": "calendar", "precision": "year", "year": third}
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return {"kind": "calendar", "precision": "day", "year": year, "month": month, "day": day}


def month_date(wording: str, match: re.Match[str]) -> Fields | None:
    found = _MONTH_IN.search(wording)
    assert found is not None
    years = YEAR_IN.findall(wording)
    lead = wording[: found.start()].lower().split()
    tail = wording[found.end() :]
    name = found[0].rstrip(".")
    if not years and not YEAR_SHIFT.search(tail):
        before = lead[0] if lead else word_before(match.string, match.start())
        allowed = _MONTH_WORDS if name.lower() in {"may", "march", "mar"} else _MORE_MONTH_WORDS
        if before.split("-")[0] not in allowed:
            return None
        if name == "May" and before == "of" and not lead:
            return None
    fields: Fields = {"kind": "calendar", "precision": "month", "month": _month_number(name)}
    if years:
        return fields | {"year": int(years[-1])}
    return fields | (_of_year(tail) or {"direction": direction_of(" ".join(lead))})


def _of_year(wording: str) -> Fields:
    """The year that "July last year" counts from publication; no fields where the wording names none."""
    found = YEAR_SHIFT.search(wording)
    return {"unit": "year", "shift": direction_of(found[1]) or 0} if found else {}


def ordinal_date(wording: str, _: re.Match[str]) -> Fields:
    return {"kind": "calendar", "precision": "day", "day": int(re.sub(r"\D", "", wording))}


def holiday_date(wording: str, match: re.Match[str]) -> Fields:
    month, day = HOLIDAYS[wording.lower().replace("’", "'")]
    year = re.match(r",?\s((?:19|20)\d\d)\b", match.string[match.end() : match.end() + 7])
    return {"kind": "calendar", "precision": "day", "month": month, "day": day, "year": int(year[1]) if year else None}


def year_date(wording: str, match: re.Match[str]) -> Fields | None:
    before = word_before(match.string, match.start())
    lead = re.match(r"(?:early|late|mid)", wording)
    punctuation = match.string[: match.start()].rstrip()[-1:]
    joined = _YEAR_JOINED.search(match.string, max(0, match.start() - 14), match.start())
    possessive = before.endswith(("'s", "’s")) or before in {"the", "a", "an", "its", "their", "his", "her", "our"}
    if not (lead or possessive or joined or before in _YEAR_WORDS or punctuation == "("):
        return None
    year = YEAR_IN.findall(wording)
    noun = NOUN_AFTER.match(match.string, match.end())
    if possessive and not lead and (noun is None or noun[0].strip() in FUNCTION_WORDS):
        return None
    return {"kind": "calendar", "precision": "year", "year": int(year[-1]), "modifier": possessive and not lead}


def decade_date(wording: str, _: re.Match[str]) -> Fields:
    return {"kind": "decade", "precision": "unknown", "year": int(_FOUR_DIGITS.findall(wording)[0])}


def season_date(wording: str, _: re.Match[str]) -> Fields | None:
    years, direction = YEAR_IN.findall(wording), direction_of(wording.lower())
    if years:
        return {"kind": "calendar", "precision": "year", "year": int(years[-1])}
    if direction is not None:
        return {"kind": "shift", "precision": "year", "shift": direction, "unit": "year"}
    if re.search(r"(?:fall|Fall|Spring|Winter|Summer|Autumn)$", wording):  # "the fall of Kabul", "the Arab Spring"
        return None
    return {"kind": "vague", "precision": "unknown"}
