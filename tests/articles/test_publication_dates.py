"""Publication dates are read as written, and never guessed."""

from __future__ import annotations

import pytest

from kg.articles.dates import publication_date
from kg.errors import ArticleError


@pytest.mark.parametrize(
    "written",
    [
        "2025-05-19",
        "2025-5-19",
        "2025-05-19T23:30:00-05:00",
        "2025-05-19 10:00",
        "20250519",
        "20250519T101500Z",
        "19 May 2025",
        "May 19, 2025",
        "Monday, May 19, 2025",
        "19th May 2025",
        "Mon, 19 May 2025 10:00:00 GMT",
    ],
)
def test_the_usual_forms_give_the_day_written(written: str) -> None:
    """ISO, RFC 2822 and worded dates all give the day as it stands, whatever the time zone."""
    assert publication_date(written) == "2025-05-19"


@pytest.mark.parametrize("written", [None, "", " ", "null", "unknown"])
def test_no_date_is_none(written: str | None) -> None:
    """A date left empty is none."""
    assert publication_date(written) is None


@pytest.mark.parametrize(
    "written", ["05/06/2025", "yesterday", "2025-02-30", "2025-05", "99999", "20250230", "\x1b[31m"]
)
def test_what_is_ambiguous_or_impossible_is_refused(written: str) -> None:
    """A date that may mean two days, or none, is an error that shows it and tells the right form."""
    with pytest.raises(ArticleError, match="YYYY-MM-DD"):
        publication_date(written)
