"""Infinitives behind a noun that a day parts from it, votes to none, stops by, what is sent that is no force."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from telling import Tell

from kg import Article
from kg.extract import Extractor

Judge = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def judge() -> Judge:
    """Give the predicates of a text with their status."""
    extractor = Extractor()
    return lambda text: [
        (e.predicate, e.status) for e in extractor.extract(Article("a", text, published="2024-05-09")).events
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenya made a plea to Chad on Monday to send troops to Mali.", ("deployed_to", "possible")),
        ("Peru made an offer to Chile on Friday to send doctors to Cuba.", ("aided", "possible")),
        ("Iran repeated its refusal on Monday to release two French tourists.", ("released", "negated")),
        ("Cuba announced a decision on Friday to expel two Canadian diplomats.", ("expelled", "planned")),
        ("Cuba clinched a deal on Friday to send doctors to Haiti.", ("aided", "planned")),
        ("Iran criticized Israel by 52 votes to none.", ("criticized", "actual")),
        ("Hamas would have none of an Egyptian proposal.", ("rejected", "actual")),
        ("Peru's president met Rao on his way home from Mali.", ("visited", "actual")),
        ("Boubacar Sarr stopped by to see President Emmanuel Macron.", ("met", "actual")),
        ("Washington will expel two Malian envoys, Ellen Wolf told reporters.", ("expelled", "planned")),
        ("The UN Security Council met on Monday at the request of Sudan.", ("urged", "actual")),
        ("Peru denied reports of secret talks with Chad.", ("negotiated_with", "negated")),
        ("Peru confirmed reports of secret talks with Chad.", ("negotiated_with", "actual")),
        ("Poland sent an envoy on Friday to visit Kyiv.", ("visited", "actual")),
        ("Rao visited Chad on his way to Mali.", ("visited", "planned")),
        ("Peru hinted at talks with Chad.", ("negotiated_with", "possible")),
    ],
)
def test_what_was_done_and_what_is_only_meant(judge: Judge, text: str, told: tuple[str, str]) -> None:
    """What is asked, agreed or denied is not done, and what only sounds so is."""
    assert told in judge(text)


def test_who_is_to_do_what_a_plea_asks(tell: Tell) -> None:
    """Whom a plea is made to is to do what it asks."""
    assert "Chad deployed_to Mali (possible)" in tell("Kenya made a plea to Chad on Monday to send troops to Mali.")


@pytest.mark.parametrize(
    "text",
    [
        "Malta sent 90 migrants back to Libya.",
        "Hamas sent word to Cairo late on Monday that it could live with the text.",
        "Chad sent shockwaves to Mali.",
        "Rwanda rushed to Congo.",
    ],
)
def test_what_is_no_force(tell: Tell, text: str) -> None:
    """Who is sent back, and word that is sent, are no forces."""
    assert not [line for line in tell(text) if "deployed_to" in line]


@pytest.mark.parametrize(
    "text",
    [
        "Chad sent hundreds more to Mali.",
        "Chad rushed paratroopers to Mali.",
        "Three frigates were dispatched by Chad to Mali.",
        "Chad deployed to Mali.",
        "Troops from Chad were sent to Mali.",
    ],
)
def test_forces_that_are_sent(tell: Tell, text: str) -> None:
    """Troops, ships and numbers of them are deployed."""
    assert "Chad deployed_to Mali" in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Oman relayed a letter from Chad to Mali, accusing Libya of spying.", "Chad accused Libya"),
        ("Kenya received a letter from Chad, demanding that it free two pilots.", "Chad demanded_of Kenya"),
        ("Chad sent a letter to Mali, warning it against an attack.", "Chad warned Mali"),
        ("Tony Blair launched an attack on France in his speech in New York.", "Tony Blair criticized France"),
        ("Chad launched an attack on Mali on Monday, Rao said in a speech.", "Chad attacked Mali"),
        ("Chad made contact with Tunisian officials.", "Chad spoke_with Tunisia"),
        ("Tony Blair cancelled a temple visit in Mali.", "Tony Blair visited Mali (negated)"),
        ("Chad upheld Mali.", "Chad supported Mali"),
    ],
)
def test_who_writes_and_what_is_only_said(tell: Tell, text: str, line: str) -> None:
    """Who wrote a letter says what is in it, whoever brings it; an attack in a speech is words."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Oman relayed a letter from Chad to Mali, accusing Libya of spying.", "Oman accused"),
        ("Tony Blair launched an attack on France in his speech in New York.", "attacked"),
        ("Chad restored contact with two Tunisian ferries.", "spoke_with"),
        ("A court in Chad upheld the conviction of Ivan Brun.", "supported"),
        ("Chad and Mali agreed on a pause in their tariff war.", "attacked"),
        ("Rao cancelled a trip to Tokyo over the shrine visit by Japan's premier.", "Fumio Kishida visited"),
        ("An Antonov transport plane crashed in Chad.", "Antonov"),
    ],
)
def test_what_is_not_told_at_all(tell: Tell, text: str, predicate: str) -> None:
    """A carrier says nothing, a craft is no party, and a tariff war no war."""
    assert not [line for line in tell(text) if predicate in line]
