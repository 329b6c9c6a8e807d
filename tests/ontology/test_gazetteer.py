"""What the gazetteer knows and how it reads names."""

from __future__ import annotations

from kg.ontology.gazetteer import load_gazetteer


def test_the_holder_of_an_office_depends_on_the_date() -> None:
    """On a day in 2025 the US president is Donald Trump, a year before it is Joe Biden."""
    gazetteer = load_gazetteer()
    assert gazetteer.holders("president", "United States", "2025-05-20") == ["Donald Trump"]
    assert gazetteer.holders("president", "United States", "2024-05-20") == ["Joe Biden"]
