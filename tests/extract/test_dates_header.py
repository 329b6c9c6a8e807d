"""Date lines and dated bullets."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.dates import header_date

PUBLISHED = datetime.date(2025, 7, 28)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("No: 214, 23 July 2022\n\nFollowing the reports", "2022-07-23"),
        ("New Delhi, 13 May 2025", "2025-05-13"),
        ("Press Release No. 12/2025, May 13, 2025", "2025-05-13"),
        ("July 3, 2022", "2022-07-03"),
        ("\n\nFriday, 22 July 2022\n", "2022-07-22"),
        ("• 24 July: Cambodia pulls its staff out.", "2025-07-24"),
        ("- July 24 – Fighting breaks out.", "2025-07-24"),
        ("24 July — Fighting breaks out.", "2025-07-24"),
        ("On 24 July: Fighting breaks out.", "2025-07-24"),
    ],
)
def test_date_lines(line: str, date: str) -> None:
    """A line of number, place and date, and a bullet that opens with a date, are dated."""
    found = header_date(line)
    assert found is not None
    assert found.resolve(PUBLISHED).date == date


@pytest.mark.parametrize(
    "line",
    [
        "On 24 July Cambodia pulled its staff out.",
        "The ministers met in Oslo, 23 July 2022",
        "In 2014 Russia annexed Crimea.",
        "• Fighting breaks out on 24 July: rockets fall.",
        "Trump calls Putin",
        "",
    ],
)
def test_other_lines(line: str) -> None:
    """A sentence with a date in it is no date line."""
    assert header_date(line) is None


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    """No text raises, and a span lies in the text."""
    found = header_date(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
