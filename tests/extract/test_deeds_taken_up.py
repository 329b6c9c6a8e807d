"""Deeds taken up by a noun or a clause: whose launch it was, whom deaths are blamed on, who says what after it."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Iran launched a missile on Sunday. Japan condemned the launch.", "Japan criticized Iran"),
        ("Iran tested a missile. The Fijian minister called the test illegal.", "Fiji criticized Iran"),
        (
            "Sarr said Chad would leave the bloc. The announcement drew a strong rebuke from Peru.",
            "Peru criticized Sarr",
        ),
        ("Peru blamed the deaths of two miners on Chad.", "Peru accused Chad"),
        ("Peru blamed the attack on the Peruvian camp on Chad.", "Peru accused Chad"),
        ("Peru blamed the unrest - in which six people died - on Chad.", "Peru accused Chad"),
        ("Peru blamed Chad for the attack on Mali.", "Peru accused Chad"),
        ("Chadian troops crossed the river in a raid that killed six Libyans.", "Chad attacked Libya"),
        ("Norway was among the countries that praised Peru.", "Norway praised Peru"),
        ("Chad is one of the states which support Iran.", "Chad supported Iran"),
        ("Peru put its relations with Chad on ice.", "Peru severed_ties_with Chad"),
        ("Peru is opposed to Chile's plan.", "Peru rejected Chile"),
    ],
)
def test_a_deed_taken_up_has_a_doer(tell: Tell, text: str, line: str) -> None:
    """A noun that takes up a deed, or a clause that lays it to somebody, says whose it is."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Iran tested a missile. Japan condemned a launch.", "Japan criticized Iran"),
        ("Peru blamed Chad for the attack on Mali.", "Peru accused Mali"),
        ("The parliament of Peru declared the killings of Syrians a genocide.", "Peru attacked Syria"),
        ("Rao of Peru spoke of Chad's claim of sovereignty.", "Chad accused Peru"),
        ("Six Canadians were killed by a suicide bomber in Kabul, Afghanistan.", "Afghanistan attacked Canada"),
        ("Sarr of Peru sacked the judges of Lima.", "Sarr attacked Peru"),
        ("The foreign ministers of Peru and Chad spoke of a new era.", "Peru spoke_with Chad"),
        ("Sarr warned protesters that Chad would fall.", "Sarr warned Chad"),
        ("The ethnic Albanian leaders condemned Serbia.", "Albania criticized Serbia"),
        ("Foreign Minister Rao of Peru called on the military regime to stop the violence.", "Rao urged Peru"),
        ("Rao lamented the killing of Raul Reyes, whom he called a friend.", "Rao attacked Raul Reyes"),
    ],
)
def test_whose_deed_it_is_not(tell: Tell, text: str, line: str) -> None:
    """Who only tells of a deed, warns others of it or stands in its place did not do it."""
    assert line not in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Rao said the raid was a crime and called on Hamas to free the men.", "Rao urged Hamas"),
        ("Sudan said Chad had attacked two towns and urged France to act.", "Sudan urged France"),
        ("Rao said the talks were useful and thanked Peru.", "Rao praised Peru"),
        ("Peru said that Iran had failed to halt enrichment.", "Peru accused Iran"),
        ("Peru expelled the Chadian ambassador on accusations that he had incited riots.", "Peru accused Chad"),
    ],
)
def test_who_says_what_comes_after_a_reported_clause(tell: Tell, text: str, line: str) -> None:
    """What people do by speaking is done by who spoke, not by what he spoke of."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("“The test is a grave violation of Security Council resolutions,” Rao said.", "UN Security Council"),
        ("“The Chadian government never wanted to violate or belittle the borders of Peru,” Rao said.", "accused Chad"),
    ],
)
def test_a_quotation_blames_no_victim(tell: Tell, text: str, line: str) -> None:
    """Whose rule is broken is not blamed, nor who is said never to have wanted it."""
    assert not any(line in told for told in tell(text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Peru ordered its ambassadors to Chile and Brazil to return.", ["Peru recalled Chile, Brazil"]),
        ("Peru told its envoy to Chile to come home.", ["Peru recalled Chile"]),
        ("Peru has recalled its ambassador to Chile in response to the vote.", ["Peru recalled Chile"]),
        ("Peru summoned the Chadian envoy and demanded the release of its citizens.", ["Peru demanded_of Chad"]),
        ("Hamas attacked Israel. Hamas demanded the release of Palestinian prisoners.", ["Hamas demanded_of Israel"]),
        ("Boko Haram attacked a village. The Islamists accused Chad of piracy.", ["Boko Haram accused Chad"]),
        ("Peru voted to impose sanctions on Chad.", ["Peru sanctioned Chad"]),
    ],
)
def test_envoys_captives_and_votes(tell: Tell, text: str, lines: list[str]) -> None:
    """An envoy is recalled from where he serves, a release is demanded of who holds the captives."""
    assert set(lines) <= set(tell(text))
