"""Reads what somebody will not do for another, and what he says that another has to do."""

from __future__ import annotations

import pytest

from kg import Article
from kg.extract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Give one extractor for all sentences."""
    return Extractor()


def told(extractor: Extractor, text: str, predicate: str, published: str = "1999-06-12") -> set[tuple[str, str]]:
    """Give who did it to whom, for one predicate."""
    events = extractor.extract(Article("a", text, published=published)).events
    return {(s.name, o.name) for e in events if e.predicate == predicate for s in e.subjects for o in e.objects}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Peru said it would not negotiate with Chile.", ("Peru", "Chile")),
        ("Ghana said it was not ready to talk to Togo.", ("Ghana", "Togo")),
        ("Kenya said it had no intention of meeting the demand of Uganda.", ("Kenya", "Uganda")),
        ("Cuba is unwilling to accept the terms of Haiti.", ("Cuba", "Haiti")),
        ("Oman has never recognised the annexation by Iran.", ("Oman", "Iran")),
        ("Chad ruled out the resumption of talks with Mali.", ("Chad", "Mali")),
    ],
)
def test_what_one_will_not_do_for_another_is_a_refusal(extractor: Extractor, text: str, pair: tuple[str, str]) -> None:
    """Who will not talk or grant something, or has no mind to, rejects it."""
    assert pair in told(extractor, text, "rejected")


@pytest.mark.parametrize("text", ["Peru said it was ready to talk to Chile.", "Peru has plans to meet Chile."])
def test_a_willing_side_refuses_nothing(extractor: Extractor, text: str) -> None:
    """Who is ready to talk rejects nobody."""
    assert not told(extractor, text, "rejected")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("India told Pakistan that it had no choice but to pull out its troops.", ("India", "Pakistan")),
        ("Ecuador said Peru had three days to free the men.", ("Ecuador", "Peru")),
        ("Syria said the attacks by Israel must be stopped.", ("Syria", "Israel")),
        ("India has conveyed that Pakistan must leave.", ("India", "Pakistan")),
        ("Mali was told by Niger that it must leave.", ("Niger", "Mali")),
        ("India made it clear that there can be no talks with Pakistan until it leaves.", ("India", "Pakistan")),
        ("There were calls by Cuba for Haiti to act.", ("Cuba", "Haiti")),
    ],
)
def test_what_another_has_to_do_is_asked_of_him(extractor: Extractor, text: str, pair: tuple[str, str]) -> None:
    """Who is said to have no choice, few days or a duty is asked to act."""
    assert pair in told(extractor, text, "urged") | told(extractor, text, "demanded_of")


def test_a_forum_is_not_threatened(extractor: Extractor) -> None:
    """Who threatens to lay something before a body does not threaten the body."""
    text = "Peru threatened to take the dispute with Chile to the United Nations."
    assert ("Peru", "United Nations") not in told(extractor, text, "threatened")


def test_an_administration_may_have_a_capital(extractor: Extractor) -> None:
    """The government of a president is his state's, however it is written."""
    text = "Ronald Reagan spoke on Monday. The Reagan Administration warned Libya."
    assert told(extractor, text, "warned", "1987-06-12") == {("United States", "Libya")}
