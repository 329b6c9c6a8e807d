"""Phrases for two or more stand for those whom the article is about together, not for those named last."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Armenia and Azerbaijan agreed on a treaty. Macron and Kaja Kallas welcomed it. "
            "Each side has accused the other of firing.",
            "Armenia, Azerbaijan accused Armenia, Azerbaijan",
        ),
        (
            "Saudi Arabia and Iran held talks in Beijing. Riyadh thanked Iraq and Oman. "
            "The two governments signed an agreement.",
            "Saudi Arabia, Iran signed_with",
        ),
        (
            "Talks between Serbia and Kosovo opened on Monday. France and Germany urged restraint. "
            "Kaja Kallas condemned both sides.",
            "Kaja Kallas criticized Serbia, Kosovo",
        ),
        (
            "Brazil, India and China signed a treaty. Macron praised Modi. "
            "António Guterres praised the three governments.",
            "António Guterres praised Brazil, India, China",
        ),
        (
            "Putin told Michel about the Armenia-Azerbaijan border and about talks between the two countries.",
            "Armenia, Azerbaijan negotiated_with",
        ),
    ],
)
def test_the_sides_are_those_who_deal_with_each_other(tell: Tell, text: str, line: str) -> None:
    """Onlookers, mediators and those who are thanked are no party, however near they are named."""
    assert any(told.startswith(line) for told in tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Macron met Modi. Putin met Xi. The two leaders signed an agreement.",
            "Vladimir Putin, Xi Jinping signed_with",
        ),
        (
            "Russia and Ukraine agreed on a truce. António Guterres met Putin when the two signed a memorandum.",
            "António Guterres, Vladimir Putin signed_with",
        ),
        (
            "Macron and Merz met in Paris. Marco Rubio and Sergey Lavrov looked on. Modi praised both leaders.",
            "Narendra Modi praised Emmanuel Macron, Friedrich Merz",
        ),
        (
            "Marco Rubio and Sergey Lavrov met in Geneva. The two ministers signed an agreement.",
            "Marco Rubio, Sergey Lavrov signed_with",
        ),
        ("Fatah and Hamas met. The two parties, Fatah and Hamas, signed a treaty.", "Fatah, Hamas signed_with"),
    ],
)
def test_the_two_fit_their_noun(tell: Tell, text: str, line: str) -> None:
    """Leaders lead, ministers hold a ministry; those just named go first where they fit as well."""
    assert any(told.startswith(line) for told in tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Macron and Merz met in Paris. António Guterres praised the two main Albanian parties.",
            "António Guterres praised Albania",
        ),
        ("France and Germany met. Bangladesh closed two of its ports to India.", "Bangladesh coerced India"),
    ],
)
def test_two_of_one_state_are_no_two_actors(tell: Tell, text: str, line: str) -> None:
    """Parties or things of one state are not the pair of the story."""
    assert tell(text)[1:] == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Marco Rubio called Sergey Lavrov on Friday. They agreed to meet in Geneva.",
            "Marco Rubio, Sergey Lavrov met (planned)",
        ),
        (
            "Kaja Kallas visited Skopje together with Mark Rutte. They were received by Macron.",
            "Emmanuel Macron hosted Kaja Kallas, Mark Rutte",
        ),
        (
            "Russia and Ukraine signed a truce. Macron received the two delegations and urged them to comply.",
            "Emmanuel Macron urged Russia, Ukraine",
        ),
    ],
)
def test_they_are_those_told_of_together(tell: Tell, text: str, line: str) -> None:
    """A call or a common visit makes two of them, and "them" behind another object takes that object up."""
    assert line in tell(text)


def test_themselves_are_the_subject_of_their_clause(tell: Tell) -> None:
    """A reflexive never leaves its clause."""
    text = "Macron met Modi. Marco Rubio urged Brazil and Peru to sign a treaty among themselves."
    assert not any("signed_with" in line and ("Macron" in line or "Modi" in line) for line in tell(text))
