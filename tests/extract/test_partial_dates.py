"""A month, a year or a week that is all the text tells is kept, with its precision."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.model import Article


@pytest.mark.parametrize(
    ("words", "date", "precision"),
    [
        ("in February", "2025-02-01", "month"),
        ("in March 2023", "2023-03-01", "month"),
        ("in 2023", "2023-01-01", "year"),
        ("last week", "2025-05-12", "week"),
        ("on 3 May", "2025-05-03", "day"),
    ],
)
def test_what_is_known_of_a_date_is_kept(extractor: Extractor, words: str, date: str, precision: str) -> None:
    """The date is the first day of the month, year or week, and the precision says how far it reaches."""
    article = Article(id="a", text=f"Marco Rubio met Sergey Lavrov {words}.", published="2025-05-20")
    (event,) = extractor.extract(article).events
    assert (event.date, event.precision) == (date, precision)
