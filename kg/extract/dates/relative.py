"""Reads wordings that count from publication or from another event: weekdays, shifts, units of time."""

from __future__ import annotations

import re

from kg.extract.dates.context import Fields, direction_of, vague, word_before
from kg.extract.dates.expression import Unit
from kg.extract.dates.patterns import NUMBERS, WEEKDAY, WEEKDAYS
from kg.model import Precision

_WEEKDAY_IN = re.compile(WEEKDAY)
_UNIT_IN = re.compile(r"minute|moment|hour|day|night|fortnight|weekend|week|month|year|decade|centur", re.IGNORECASE)
_RECURRING = frozenset(["every", "each", "any", "good", "black", "bloody", "super", "ash", "holy", "maundy", "palm"])
_NOUN_OF_PAPER = re.compile(r"\s(?:Times|Telegraph|Mail|Mirror|Express|Agreement)\b")
_LEVELS: dict[str, tuple[Unit, Precision, int]] = {
    "day": ("day", "day", 1),
    "night": ("day", "day", 1),
    "week": ("week", "week", 1),
    "weekend": ("week", "week", 1),
    "fortnight": ("week", "week", 2),
    "month": ("month", "month", 1),
    "year": ("year", "year", 1),
    "decade": ("year", "unknown", 10),
    "centur": ("year", "unknown", 100),
}
_HALVES: dict[str, tuple[Unit, Precision, int]] = {"year": ("month", "month", 6), "month": ("week", "week", 2)}
"""Half of a unit, for "a year and a half ago"."""


def weekday_date(wording: str, match: re.Match[str]) -> Fields | None:
    named = list(_WEEKDAY_IN.finditer(wording))
    before, lead = word_before(match.string, match.start()), wording[: named[0].start()].lower()
    if before in _RECURRING or _NOUN_OF_PAPER.match(match.string, match.end()):
        return None
    fields: Fields = {"kind": "weekday", "precision": "day", "span": len(named) > 1}
    between = wording[named[0].end() : named[-1].start()] if len(named) > 1 else ""
    overnight = "night" in lead or "into" in between or (" night" in wording and "early" in between)
    chosen = named[-1] if len(named) > 1 and overnight else named[0]
    if "and" in between.split() and not overnight:
        fields["span"] = True
    fields["weekday"] = WEEKDAYS[chosen[0].lower()]
    of_week = re.search(r"(last|this|next|previous|following)\sweek$", wording)
    if of_week:
        anchored = of_week[1] in {"previous", "following"}
        shift = {"last": -1, "previous": -1, "this": 0}.get(of_week[1], 1)
        return fields | {"unit": "week", "shift": shift, "anchored": anchored}
    direction = direction_of(lead)
    if "previous" in lead or "following" in lead or "the next" in lead:
        return fields | {"anchored": True, "shift": direction or 1}
    if "coming" in lead:
        return fields | {"shift": 1}
    return fields | {"direction": direction}


_SINCE_WHEN = re.compile(
    r"\b(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|\d+)th|only|latest|last|[a-z]{2,}est|most \w+)"
    r"\b[^.,;:]{0,50}$",
    re.IGNORECASE,
)
"""What comes before "in five years" where it tells how long it has been so."""


def shift_date(wording: str, match: re.Match[str]) -> Fields | None:
    words = wording.lower().split()
    name = _UNIT_IN.findall(wording)[0].lower()
    ahead = words[0] == "in"
    if ahead and (_SINCE_WHEN.search(match.string[: match.start()]) or match.string[match.end() :].startswith(" of ")):
        return None  # "the first talks in 22 years", "in three days of talks"
    count = words[1] if ahead else words[0]
    today = words[-1] == "today"
    how = words[-2 if today else -1]
    number = int(count) if count.isdigit() else NUMBERS.get(count, 0)
    if "few" in words or "couple" in words or "number" in words:
        number = 0
    if how == "prior" and not re.match(r"\sto\b", match.string[match.end() :]):
        how = "earlier"
    back = how in {"ago", "earlier", "before", "beforehand", "previously", "prior"}
    anchored = not ahead and how not in {"ago", "hence", "now"}
    after = match.string[match.end() : match.end() + 3]
    complement = how in {"before", "after", "prior"} and bool(re.match(r"\s\w", after))
    base: Fields = {"kind": "shift", "anchored": anchored, "complement": complement}
    if name in {"minute", "moment", "hour"}:
        days = round(number / 24) if name == "hour" and number >= 20 else 0
        return base | {"precision": "day", "shift": -days if back else days}
    if not number:
        return vague(wording, match)
    unit, precision, times = _LEVELS[name]
    if "half" in words:
        unit, precision, times = _HALVES.get(name, ("day", "unknown", 0))
        number = 2 * number + 1
    if "or" in words:
        precision = "unknown"
    if today:  # "two years ago today"
        precision = "day"
    return base | {"precision": precision, "shift": number * times * (-1 if back else 1), "unit": unit}


def named_date(wording: str, match: re.Match[str]) -> Fields | None:
    words = wording.lower()
    before = match.string[: match.start()]
    if wording == "Today" and re.search(r"\w\s$", before):  # the name of a paper or a programme
        return None
    fields: Fields = {"kind": "shift", "precision": "day"}
    if "yesterday" in words:
        return fields | {"shift": -2 if words.startswith("the day") else -1}
    if "tomorrow" in words:
        return fields | {"shift": 2 if words.startswith("the day") else 1}
    if words == "last night":
        return fields | {"shift": -1}
    if words == "overnight":
        return {"kind": "overnight", "precision": "day", "anchored": True}
    if words in {"today", "tonight"} or "this" in words.split() or words.endswith("today"):
        return fields
    fields["anchored"] = True
    unit = _UNIT_IN.findall(words)[0] if words.endswith((" after", " before")) else "day"
    if unit != "day":
        fields |= {"unit": unit, "precision": unit}
    if re.search(r"next|following|after$", words):
        fields["shift"] = 1
    elif re.search(r"previous|preceding|before$", words):
        fields["shift"] = -1
    if words.endswith((" after", " before")):
        fields["complement"] = bool(re.match(r"\s\w", match.string[match.end() :]))
    offset = 3 if words.startswith("on ") else 0
    return fields | {"offset": offset}


def unit_date(wording: str, match: re.Match[str]) -> Fields:
    words = wording.lower()
    name = _UNIT_IN.findall(words)[-1]
    if name == "decade":
        return vague(wording, match)
    unit, precision, _ = _LEVELS[name]
    anchored = bool(re.search(r"\b(?:that|same|the (?:previous|preceding|following|next))\b", words))
    shift = direction_of(words) or 0
    if name == "weekend" and not anchored and shift == 0 and direction_of(words) is None:
        return {"kind": "unit", "precision": "week", "unit": "week", "weekday": 5}
    return {"kind": "unit", "precision": precision, "unit": unit, "shift": shift, "anchored": anchored}
