"""Fights by name only, holidaymakers and common crime are no events of force."""

from __future__ import annotations

import pytest

from kg import Article
from kg.extract import Extractor

EXTRACTOR = Extractor()


def told(text: str) -> list[tuple[str, str, str]]:
    """Give who did what to whom."""
    events = EXTRACTOR.extract(Article("a", text, published="2024-05-09")).events
    return [(s.name, e.predicate, o.name) for e in events for s, o in e.dyads()]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana and Togo engaged in a war of words.",
        "Ghana waged a war of nerves against Togo.",
        "Ghana fought a propaganda war against Togo.",
        "A trade war between Ghana and Togo broke out.",
        "Ghanaian jets staged mock attacks on a Togolese destroyer.",
        "Ghanaian planes carried out a simulated bombing of Togo.",
        "A mock dogfight between Ghanaian and Togolese jets opened the drill.",
        "Tourists from Ghana invaded Togo last summer.",
        "Ghana vetoed the plan, killing a Togolese request for observers.",
        "Police in Ghana arrested a Togolese man over a robbery.",
        "The court in Accra sentenced a Togolese to five years for fraud.",
        "Two Togolese were arrested in Ghana on charges of theft.",
    ],
)
def test_no_force_is_used(text: str) -> None:
    """Nobody attacks or detains anybody of another state for being of it."""
    assert not {p for _, p, _ in told(text)} & {"attacked", "detained", "coerced", "released"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ghana fought a war of attrition against Togo.", ("Ghana", "attacked", "Togo")),
        ("Ghanaian jets attacked a Togolese destroyer.", ("Ghana", "attacked", "Togo")),
        ("Police in Ghana arrested a Togolese diplomat for spying.", ("Ghana", "detained", "Togo")),
        ("Ghana jailed a Togolese woman on charges of espionage.", ("Ghana", "detained", "Togo")),
        ("Ghana released two Togolese soldiers.", ("Ghana", "released", "Togo")),
    ],
)
def test_force_is_used(text: str, event: tuple[str, str, str]) -> None:
    """What looks alike and is meant."""
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        ("Ghana is in favour of sending troops to Togo.", "deployed_to", "possible"),
        ("Ghana voted in favour of sending troops to Togo.", "deployed_to", "planned"),
        ("Talks between Ghana and Togo failed to take place.", "negotiated_with", "negated"),
        ("Talks between Ghana and Togo took place.", "negotiated_with", "actual"),
        ("It is doubtful that Ghana attacked Togo.", "attacked", "possible"),
    ],
)
def test_what_is_for_it_doubted_or_failed(text: str, predicate: str, status: str) -> None:
    """The status of what somebody is only for, of what is doubted and of what did not come about."""
    events = EXTRACTOR.extract(Article("a", text, published="2024-05-09")).events
    assert [(e.predicate, e.status) for e in events] == [(predicate, status)]


def test_a_past_between_two_names_is_the_verb() -> None:
    """ "Togo angered France" behind a long subject is no name."""
    assert ("Ghana", "deployed_to", "Togo") in told("Ghana's decision to send troops to Togo angered France.")
