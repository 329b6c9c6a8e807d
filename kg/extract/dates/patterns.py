"""The wordings of dates, as one pattern whose outermost named group tells the kind of the expression."""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1}
HOLIDAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "valentine's day": (2, 14),
    "may day": (5, 1),
}
DAYS_LATER = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4}
"""Days after the beginning: "on the second night of the war"."""
PARTS_OF_DAY = frozenset({"day", "night", "morning", "evening", "hour"})
HOUR = re.compile(r"\d{1,2}[:.]\d\d\b|\d{1,2} (?:[ap]\.? ?m\b|gmt|utc|o'clock)|(?:noon|midnight|dawn)\b")
"""An hour, behind "at"."""

_FULL = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
)
MONTH = rf"(?:(?:{_FULL})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
_LATER_YEAR = r"(?:,?\s(?:of\s)?(?:1[5-9]|20)\d\d\b(?!\s?(?:GMT|UTC|local|hrs|hours)))?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:morning|afternoon|evening|night|noon|lunchtime|midnight|dawn|nightfall)"
_TO = r"\s?(?:[-–—]|to|through|until|till|and|&|into)\s?"
_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty)"
)
_SOME = r"(?:a\sfew|several|some|many|a\scouple\sof|a\snumber\sof|recent|coming|past|last|next|following)"
_UNIT = r"(?:minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)"
_SEASON = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Winter)"

_CALENDAR = (
    rf"(?:{WEEKDAY}(?:\s{_PART})?(?:,\s?|\s\(?|\s?\())?(?:"
    rf"(?:the\s)?{DAY}(?:\s(?:of\s)?{MONTH})?(?:{_TO}(?:the\s)?{DAY})?\s(?:of\s)?{MONTH}{_LATER_YEAR}"
    rf"|{MONTH}\s(?:the\s)?{DAY}(?!\s?(?:%|percent|per\scent|million|billion)|[:,.]\d)"
    rf"(?:(?:,\s(?:1[5-9]|20)\d\d)?{_TO}(?:{MONTH}\s)?{DAY}(?![:,.]?\d))?{_LATER_YEAR}"
    rf")(?:\s(?:last|this|next)\syear\b|,?\s\(?{WEEKDAY}\b\)?)?"
)
_NUMERIC = (
    r"(?<![\d/.-])(?:(?:1[5-9]|20)\d\d(?P<iso>[-/.])\d{1,2}(?P=iso)\d{1,2}"
    r"|\d{1,2}(?P<sep>[-/.])\d{1,2}(?P=sep)(?:19|20)\d\d)(?![\d/-])"
)
_MONTH_ONLY = (
    rf"(?:(?:last|next|this|early|late|mid|earlier|later|past)[\s-](?:in\s|this\s|past\s)?)?{MONTH}(?!\s?\d{{1,2}}(?!\d))"
    rf"(?:{_TO}{MONTH})?(?:,?\s(?:of\s)?(?:1[5-9]|20)\d\d\b|\s(?:last|this|next)\syear\b)?"
)
_WEEKDAYS = (
    r"(?:overnight\s(?:on\s|from\s|into\s|to\s)?|(?:the\s)?night\s(?:of\s|from\s|to\s|into\s))?"
    r"(?:(?:(?:this|the)\s)?(?:last|next|this|past|coming|previous|following)\s)?"
    rf"(?:(?:earlier|later|early|late)\s(?:on\s|this\s|last\s)?)?{WEEKDAY}\b(?:\s{_PART}\b)?"
    rf"(?:(?:{_TO}|\sand\sinto\s)(?:the\s)?(?:early\s)?{WEEKDAY}\b(?:\s{_PART}\b)?)?"
    r"(?:\s(?:of\s)?(?:last|this|next|the\sprevious|the\sfollowing)\sweek\b)?"
)
_SHIFT = (
    rf"{_COUNT}\s(?:more\s)?{_UNIT}s?(?:\sor\s(?:so|two)|\sand\sa\shalf)?\s"
    r"(?:ago|later|earlier|afterwards?|beforehand|previously|before|after|hence|prior|from\snow)\b(?:\stoday\b)?"
    rf"|{_SOME}\s{_UNIT}s\s(?:ago|later|earlier|afterwards?|before|after)\b"
    r"|(?:minutes|hours|days|weeks|months|years|decades|moments)\s(?:ago|later|earlier|afterwards?)\b"
    rf"|[Ii]n\s{_COUNT}\s(?:days?|weeks?|months?|years?)(?:'\stime|’\stime)?\b"
)
_NAMED_DAY = (
    r"the\sday\sbefore\syesterday|the\sday\safter\stomorrow|yesterday|today|tomorrow|tonight|overnight|last\snight"
    rf"|(?:earlier\s|later\s|early\s|late\s)?this\s(?:very\s)?{_PART}\b|(?:earlier|later)\stoday"
    r"|(?:on\s)?the\s(?:very\s)?(?:next|following|same|previous|preceding)\s(?:day|night|morning|afternoon|evening)"
    r"|the\sday\s(?:before|after)|(?:later|earlier)\s(?:in\sthe|that|the\ssame)\s(?:day|evening|night|afternoon|morning)"
    r"|(?:on\s)?that\s(?:very\s|same\s)?(?:day|night|evening|morning|afternoon)"
    r"|the\s(?:year|month|week)\s(?:after|before)"
)
_UNITS = (
    r"(?:(?:earlier|later|early|late)\s(?:in\s)?|(?:the\s)?(?:start|beginning|end|middle|course)\sof\s)?"
    r"(?:last|this|next|the\s(?:previous|preceding|following|next|same|coming)|that)\s(?:past\s)?"
    r"(?:week(?:end)?|month|year|decade)\b(?!-)"
    r"|(?:the|a)\sweekend\b"
)
_SEASONS = (
    rf"(?:(?:last|next|this|early|late|the)\s)+{_SEASON}\b"
    rf"(?:\s(?:of\s)?(?:1[5-9]|20)\d\d\b)?|{_SEASON}\s(?:of\s)?(?:1[5-9]|20)\d\d\b"
)
_YEAR = r"(?:(?:early|late|mid)[\s-]|(?<![\d.,:/$€£#-]))(?:1[5-9]|20)\d\d\b(?![\d%/]|[.,:]\d|-\w)"
_DECADE = r"(?:(?:early|late|mid)[\s-])?(?:the\s)?(?:1[5-9]|20)\d0['’]?s\b"
_VAGUE = (
    r"[Ii]n\s(?:the\s)?(?:near|not\stoo\sdistant|foreseeable)\sfuture"
    rf"|(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin)\s(?:the\s|these\s)?{_SOME}\s(?:{_COUNT}\s|few\s|several\s)?{_UNIT}s?\b"
)
_HOLIDAY = r"(?:New\sYear['’]s\s(?:Day|Eve)|Christmas\s(?:Day|Eve)|Boxing\sDay|Valentine['’]s\sDay|May\sDay)"
_ORDINAL = (
    r"(?<=[Oo]n\s)the\s(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b"
    r"(?=[,.;:)]|$|\s(?:and|to|of\sth|that|when|at|by|in|he|she|they|it|the|with|for|after|before)\b)"
)

PATTERN = re.compile(
    rf"(?<![\w/@#])(?:(?P<numeric>{_NUMERIC})|(?P<calendar>{_CALENDAR})|(?P<decade>{_DECADE})|(?P<holiday>{_HOLIDAY})|(?P<weekday>{_WEEKDAYS})"
    rf"|(?P<month>{_MONTH_ONLY})|(?P<vague>{_VAGUE})|(?P<shift>(?i:{_SHIFT}))|(?P<named>(?i:{_NAMED_DAY})\b)"
    rf"|(?P<unit>(?i:{_UNITS}))|(?P<season>{_SEASONS})|(?P<ordinal>{_ORDINAL})|(?P<year>{_YEAR}))"
)
HINT = re.compile(
    r"\d|day|week|[Mm]onth|[Yy]ear|[Nn]ight|morning|noon|evening|[Tt]omorrow|later|ago\b|earlier"
    r"|future|spring|summer|autumn|winter|Spring|Summer|Autumn|Winter|centur|decade"
    r"|dawn|Eve\b|(?i:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
