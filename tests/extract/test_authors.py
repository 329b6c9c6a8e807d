"""Who "I" is outside quotations, and how names stand with letters, portfolios and bodies."""

from __future__ import annotations

import pytest
from telling import Mentions, Tell

from kg.extract import Extractor
from kg.model import Article


def told_by(extractor: Extractor, text: str, title: str, publisher: str) -> list[str]:
    """Give what a release of an office tells, as "subject predicate object"."""
    article = Article("release", text, title=title, publisher=publisher, published="2001-12-07")
    return [f"{s.name} {e.predicate} {o.name}" for e in extractor.extract(article).events for s, o in e.dyads()]


@pytest.mark.parametrize(
    ("title", "publisher", "who"),
    [
        ("Visit to Fiji", "Minister for Foreign Affairs of Australia", "Alexander Downer"),
        ("Statement by the President on the visit", "White House", "George W. Bush"),
        ("Remarks by Foreign Minister Louis Michel", "Ministry of Foreign Affairs of Belgium", "Louis Michel"),
        ("Trip to Fiji", "Ministry of Foreign Affairs of Russia", "Igor Ivanov"),
    ],
)
def test_i_is_who_wrote_the_text(extractor: Extractor, title: str, publisher: str, who: str) -> None:
    """A release that says "I" is by whom its title names, or by who held the publisher's office on the day."""
    assert f"{who} visited Fiji" in told_by(extractor, "I will visit Fiji on 10 December.", title, publisher)


def test_i_is_nobody_in_a_newspaper(extractor: Extractor) -> None:
    """Without an office that published the text, "I" is not told of."""
    assert told_by(extractor, "I will visit Fiji on 10 December.", "Statement by the President", "Daily News") == []


def test_i_in_a_quotation_is_its_speaker(extractor: Extractor) -> None:
    """Inside a quotation "I" is who is quoted, whoever wrote the text."""
    told = told_by(
        extractor,
        'I regret this. "I will visit Fiji", New Zealand Prime Minister Helen Clark said.',
        "Statement by Alexander Downer",
        "Minister for Foreign Affairs of Australia",
    )
    assert told == ["Helen Clark visited Fiji"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kazakhstan Minister of Justice Marat Beketayev criticised Chad.", "Marat Beketayev"),
        ("Mr Edwin Tong, SC, criticised Chad.", "Edwin Tong"),
        ("Foreign Minister Bob Carr MP criticised Chad.", "Bob Carr"),
        ("The acting head of the U.S. Embassy, Mr. Kenneth Brill, criticised Chad.", "Kenneth Brill"),
        ("Ukraine's Agriculture and Food Ministry criticised Chad.", "Ukraine"),
    ],
)
def test_names_stand_with_offices_and_letters(tell: Tell, text: str, name: str) -> None:
    """What an office is for, letters of honour and names of bodies are no surnames."""
    assert tell(text) == [f"{name} criticized Chad"]


def test_letters_belong_to_the_name(mentions: Mentions) -> None:
    """The letters behind a name are part of its mention."""
    assert ("Mr Edwin Tong, SC,", "Edwin Tong") in mentions("Mr Edwin Tong, SC, criticised Chad.")
