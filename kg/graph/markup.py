"""The few pieces of HTML that a notebook's cell is made of; every text in them is made inert and escaped."""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterable, Sequence

from kg.model import Precision
from kg.network.edges import span
from kg.render.text import inert, web_address

LONGEST_SENTENCE = 300
_CELL = "text-align:left;vertical-align:top"


def plain(text: object) -> str:
    """Give a text on one line, with what would steer a display made visible, shortened where it is very long."""
    line = " ".join(inert(str(text)).split())
    return line if len(line) <= LONGEST_SENTENCE else line[: LONGEST_SENTENCE - 1].rstrip() + "…"


def escaped(text: object) -> str:
    """Give a text for HTML.

    >>> escaped('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    return html.escape(plain(text), quote=True)


def linked(text: object, url: str | None) -> str:
    """Give a text as a link where the address is one of the web, else the text alone."""
    address = web_address(url)
    if address is None:
        return escaped(text)
    return f'<a href="{html.escape(address, quote=True)}" target="_blank" rel="noopener noreferrer">{escaped(text)}</a>'


def faint(markup: str) -> str:
    """Show markup smaller and fainter, as a note to what stands above."""
    return f'<div style="font-size:90%;opacity:.75">{markup}</div>'


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table; the cells of `rows` are markup, those of `header` texts."""
    head = "".join(f'<th scope="col" style="{_CELL}">{escaped(name)}</th>' for name in header)
    body = "".join("<tr>" + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in row) + "</tr>" for row in rows)
    return f'<table style="border-collapse:collapse"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def when(date: str | None, precision: Precision) -> str:
    """Write a date as precisely as it is known.

    >>> when("2025-05-10", "week"), when("2025-05-10", "month"), when(None, "unknown")
    ('week of 2025-05-05', '2025-05', 'undated')
    """
    first, _ = span(date, precision)
    if not first:
        return "undated"
    day = datetime.date.fromordinal(first).isoformat()
    return {"year": day[:4], "month": day[:7], "week": f"week of {day}"}.get(precision, day)


def counted(number: int, what: str) -> str:
    """Write a number with its noun: "1 source", "2 sources"."""
    return f"{number} {what}{'s' * (number != 1)}"
