"""An office speaks of itself, of its head and of whom it deals with, without saying whose they are."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.model import Article

MINISTRY = "Ministry of Foreign Affairs of Peru"
INDIA = "Ministry of External Affairs of India"


def told(extractor: Extractor, publisher: str, text: str) -> list[tuple[str, str, str]]:
    """The dyads of a text that somebody published on a day of 2006."""
    article = Article("a", text, published="2006-05-22", publisher=publisher)
    events = extractor.extract(article).events
    return [(s.name, event.predicate, o.name) for event in events for s, o in event.dyads()]


@pytest.mark.parametrize(
    ("publisher", "text", "dyad"),
    [
        (MINISTRY, "The Ministry condemned the raid by Mali.", ("Peru", "criticized", "Mali")),
        (
            "U.S. Department of State",
            "The Department condemned the raid by Mali.",
            ("United States", "criticized", "Mali"),
        ),
        ("Peru Times", "The Foreign Ministry of Chad met. The Ministry urged Mali to go.", ("Chad", "urged", "Mali")),
        (INDIA, "Prime Minister met Vladimir Putin today.", ("Manmohan Singh", "met", "Vladimir Putin")),
        ("The Kremlin", "Talks with Angela Merkel took place.", ("Vladimir Putin", "negotiated_with", "Angela Merkel")),
        ("Times", "The Foreign Office condemned the raid by Mali.", ("United Kingdom", "criticized", "Mali")),
        ("The Kremlin", "A meeting with Angela Merkel was held.", ("Vladimir Putin", "met", "Angela Merkel")),
    ],
)
def test_an_office_and_its_head(extractor: Extractor, publisher: str, text: str, dyad: tuple[str, str, str]) -> None:
    """The text of an office, and one that names the office in full before."""
    assert told(extractor, publisher, text) == [dyad]


@pytest.mark.parametrize(
    ("publisher", "text"),
    [
        ("Peru Times", "The Ministry condemned the raid by Mali."),
        (MINISTRY, "The Department condemned the raid by Mali."),
        ("Peru Times", "Talks with Angela Merkel took place."),
        ("Peru Times", "Prime Minister met Vladimir Putin today."),
        (MINISTRY, "Talks with the Peruvian Foreign Minister took place."),
    ],
)
def test_nobody_else_is_meant(extractor: Extractor, publisher: str, text: str) -> None:
    """A paper is no office, nor does an office deal with itself."""
    assert told(extractor, publisher, text) == []


def test_the_foreign_office_of_another_state(extractor: Extractor) -> None:
    """It is that of the state which the text tells of."""
    text = "Pakistan recalled its envoy from India. The Foreign Office condemned India."
    assert told(extractor, "Dawn", text)[1] == ("Pakistan", "criticized", "India")


def test_a_ministry_for_europe_is_of_its_state(extractor: Extractor) -> None:
    """A body in the name of a ministry is not who publishes."""
    text = "France condemns the raid by Mali. It calls on Bamako to comply."
    publisher = "Ministry for Europe and Foreign Affairs of France"
    assert ("France", "urged", "Mali") in told(extractor, publisher, text)


@pytest.mark.parametrize(
    "text",
    [
        "I congratulate the people of Rwanda on their independence day on 1 July.",
        "We extend our best wishes to the people of Rwanda as they celebrate their national day on 1 July.",
    ],
)
def test_wishes_for_a_day_to_come_are_made_now(extractor: Extractor, text: str) -> None:
    """The day is that of the holiday."""
    article = Article("a", text, published="2006-05-22", publisher="U.S. Department of State")
    assert [(e.predicate, e.status) for e in extractor.extract(article).events] == [("praised", "actual")]
