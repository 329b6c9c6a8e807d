"""Date lines: the head of a statement and the dated bullet, which date the lines under or beside them."""

from __future__ import annotations

import re

from kg.extract.dates.expression import DateExpression
from kg.extract.dates.find import find_dates

_BULLET = r"\s*(?:[•·▪●○◦‣*■–—-]\s*)?"
_LEAD = re.compile(
    rf"{_BULLET}(?:on\s|the\s)?(?:(?:press\s(?:release|statement)\s)?(?:no|nr|№|#)[.:]?\s?[\w/-]{{1,12}}\s*[,.;:–—-]\s*)?"
    r"(?:(?:[^\W\d_][\w.'’-]*\s?){1,5}[,:]\s*){0,2}(?:dated?:?\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:\s\(?\d{1,2}[:.]\d{2}[^:\n]{0,12})?\s*(?:[:—–]|--|-\s|\||$)")
_WHOLE_LINE = re.compile(r"\s*[.)|]?\s*$")
_LONGEST_HEAD = 90


def header_date(text: str) -> DateExpression | None:
    """Find the date that the first line of `text` opens with, if it is a date line or a dated bullet.

    >>> [header_date(t) is not None for t in ("No: 214, 23 July 2022", "• 24 July: Fire at dawn.", "On 24 July Iran")]
    [True, True, False]
    """
    lead = len(text) - len(text.lstrip())
    stop = text.find("\n", lead)
    line = text[: len(text) if stop < 0 else stop]
    for date in find_dates(line[: lead + _LONGEST_HEAD]):
        before = line[lead : date.start]
        if date.kind == "vague" or date.attributive or not _LEAD.fullmatch(before):
            continue
        if _WHOLE_LINE.match(line, date.end):
            return date if _is_head(before) else None
        return (
            date
            if re.fullmatch(rf"{_BULLET}(?:on\s)?", before, re.IGNORECASE) and _AFTER.match(line, date.end)
            else None
        )
    return None


def _is_head(before: str) -> bool:
    """Whether what stands before the date at the end of a line is a number or a place, not the start of a headline."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", before) if word.lower() not in {"de", "of", "the", "on"}]
    return all(word[0].isupper() or word.lower() in {"date", "dated", "no", "release", "statement"} for word in words)
