"""Reads publication dates as news sources write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from kg.errors import ArticleError

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$")
_WORDED = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")
_NONE = frozenset({"", "none", "null", "unknown", "n/a", "~", "-"})


def publication_date(written: object) -> str | None:
    """Give a date as "YYYY-MM-DD", or None where none is stated.

    Read are ISO dates and times, RFC 2822 ("Mon, 19 May 2025 10:00:00 GMT"), "19 May 2025" and "May 19, 2025".
    The day is the one written, whatever the time zone. Raises ArticleError for anything else: "05/06/2025" may be
    May or June.

    >>> publication_date("2025-05-19T10:00:00Z"), publication_date("May 19, 2025"), publication_date(None)
    ('2025-05-19', '2025-05-19', None)
    """
    if written is None or isinstance(written, (date, datetime)):
        return written.isoformat()[:10] if written else None
    text = str(written).strip()
    if text.casefold() in _NONE:
        return None
    if numbers := (_ISO.match(text) or _COMPACT.match(text)):
        try:
            return date(*map(int, numbers.groups())).isoformat()
        except ValueError:
            raise _unreadable(text) from None
    plain = re.sub(r"(\d)(?:st|nd|rd|th)\b|[,.]", r"\1", text)
    plain = re.sub(r"\b(Sept)\b", "Sep", plain)
    plain = re.sub(r"^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\s+", "", plain)
    for form in _WORDED:
        try:
            return datetime.strptime(plain, form).date().isoformat()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        raise _unreadable(text) from None


def _unreadable(text: str) -> ArticleError:
    return ArticleError(f"the date {text[:40]!r} is not one that can be read.", advice="Write it as YYYY-MM-DD.")
