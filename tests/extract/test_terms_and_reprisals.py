"""Reads what one side makes its acts depend on, what it threatens to do, and the answers to what was asked."""

from __future__ import annotations

import pytest

from kg import Article
from kg.extract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Give one extractor for all sentences."""
    return Extractor()


def told(extractor: Extractor, text: str, predicate: str) -> set[tuple[str, str]]:
    """Give who did it to whom, for one predicate."""
    events = extractor.extract(Article("a", text, published="1995-06-12")).events
    return {(s.name, o.name) for e in events if e.predicate == predicate for s in e.subjects for o in e.objects}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("India said it would not talk to Pakistan until it stopped arming the rebels.", ("India", "Pakistan")),
        ("Peru said it would sign the treaty only if Ecuador withdrew its troops.", ("Peru", "Ecuador")),
        ("Oman will not open its border unless Yemen hands over the gunmen.", ("Oman", "Yemen")),
        ("Syria says the return of the heights by Israel is a condition for peace.", ("Syria", "Israel")),
        ("Iran demanded that its assets in Canada be released.", ("Iran", "Canada")),
    ],
)
def test_what_must_come_first_is_demanded(extractor: Extractor, text: str, pair: tuple[str, str]) -> None:
    """What another must do before one does something is a demand of him."""
    assert pair in told(extractor, text, "demanded_of")


def test_ones_own_condition_is_no_demand(extractor: Extractor) -> None:
    """Who waits for something of his own asks nobody for it."""
    text = "Peru said it would not sign the treaty until its parliament had met."
    assert not told(extractor, text, "demanded_of")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Iran says it will close the strait if Kuwait attacks its ships.", ("Iran", "Kuwait")),
        ("Ghana said it would have no choice but to use force should Togo cross the border.", ("Ghana", "Togo")),
        ("Chile said any Peruvian ship entering the zone would be sunk.", ("Chile", "Peru")),
        ("North Korea said it would turn the South Korean capital into a sea of fire.", ("North Korea", "South Korea")),
        ("Russia said it would crush the Chechen rebels.", ("Russia", "Chechen rebels")),
        ("The Kenyan minister said Uganda would pay a heavy price.", ("Kenya", "Uganda")),
        ("Cuba said Haiti would live to regret its raid.", ("Cuba", "Haiti")),
        ("Mali said all options were on the table if Niger refused.", ("Mali", "Niger")),
    ],
)
def test_an_act_in_case_of_a_wrong_is_a_threat(extractor: Extractor, text: str, pair: tuple[str, str]) -> None:
    """What a side will do if another wrongs it, or will do to ruin another, is a threat."""
    assert pair in told(extractor, text, "threatened")


@pytest.mark.parametrize(
    "text",
    [
        "Peru said it would meet Chile if it did not attack.",
        "Peru said it would strike a deal with Chile.",
    ],
)
def test_a_friendly_act_is_no_threat(extractor: Extractor, text: str) -> None:
    """What a side will do for another threatens nobody."""
    assert not told(extractor, text, "threatened")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Turkey said its patience with Syria was running out.", ("Turkey", "Syria")),
        ("Hosni Mubarak said Israel would bear the responsibility for a failure.", ("Hosni Mubarak", "Israel")),
    ],
)
def test_what_is_to_come_of_it_is_a_warning(extractor: Extractor, text: str, pair: tuple[str, str]) -> None:
    """Who says that his patience ends, or who will have to answer for it, warns."""
    assert pair in told(extractor, text, "warned")


@pytest.mark.parametrize(
    ("text", "predicate", "pair"),
    [
        ("Chad's response to the appeal of France was cool.", "urged", ("France", "Chad")),
        ("North Korea rejected the South's demand to open the site.", "rejected", ("North Korea", "South Korea")),
        ("Inspectors with the United Nations warned Iraq of delays.", "warned", ("United Nations", "Iraq")),
        ("Canada seeks a timetable from Japan for the talks.", "urged", ("Canada", "Japan")),
        ("Margaret Thatcher said the time had come for Libya to act.", "urged", ("Margaret Thatcher", "Libya")),
        ("Serbia questioned the right of the United Nations to send men.", "rejected", ("Serbia", "United Nations")),
    ],
)
def test_what_is_asked_and_answered(extractor: Extractor, text: str, predicate: str, pair: tuple[str, str]) -> None:
    """What is wanted of another, and the answer to it, name both sides."""
    assert pair in told(extractor, text, predicate)
