"""Two who deal with each other, in all shapes of their names, and governments with the state behind them."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The government of Colombia and the ELN signed a ceasefire.", "ceased_fire_with"),
        ("Talks between the government of Sri Lanka and the Tamil Tigers began in Geneva.", "negotiated_with"),
        ("The regime in Khartoum and Chad signed a deal.", "Sudan, Chad signed_with"),
        ("Officials from Sudan and the Rapid Support Forces met on Monday.", "Sudan, Rapid Support Forces met"),
        ("Fighting between Sudan's military and the Rapid Support Forces broke out.", "Sudan, Rapid Support Forces"),
        ("Fighting between Peru and the leader of the Shining Path broke out on Monday.", "Peru, Shining Path"),
        ("Talks between Sudan and the rival Rapid Support Forces began.", "Sudan, Rapid Support Forces"),
        ("A meeting of Peruvian negotiators and Chile's army was held in Geneva.", "Peru, Chile met"),
        ("A treaty signed by Norway's parliament and Hezbollah entered into force.", "Norway, Hezbollah signed_with"),
        ("Qatar is mediating between the Sudanese government and Hamas.", "Qatar mediated Sudan, Hamas"),
        ("Oman has helped broker talks between Mali and Niger.", "Oman mediated Mali, Niger"),
        ("Peru has agreed with Chilean officials on a prisoner swap.", "Peru exchanged_prisoners_with Chile"),
        ("Turkey warned the government of Chile against sending troops.", "Turkey warned Chile"),
        ("Peru gave the Sudanese government in Khartoum 10 million dollars in aid.", "Peru aided Sudan"),
        ("Turkey's Foreign Minister left for Geneva, where talks with Peru are planned.", "negotiated_with Peru"),
        ("An attack by Hezbollah on Chad killed ten people.", "Hezbollah attacked Chad"),
        ("Peru denied attacking Chilean authorities.", "Peru attacked Chile (negated)"),
        ("ASEAN demanded that Peruvian President Juan Paz apologise.", "ASEAN demanded_of Juan Paz"),
        ("Chilean forces called on the Peruvian Ministry of Defence to show restraint.", "Chile urged Peru"),
    ],
)
def test_both_parties_are_told(tell: Tell, text: str, line: str) -> None:
    """Organs with their state, groups with an adjective, and lists of a state and a group."""
    assert any(line in told for told in tell(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Peru, backed by Cuba, and Chile agreed on a truce.", "Cuba, Chile"),
        ("An attack by Hezbollah on Chad killed ten people.", "Lebanon"),
        (
            "Turkey's Foreign Minister left for Geneva, where talks with Peru are planned.",
            "Switzerland negotiated_with",
        ),
        ("They thanked the leader of the rebels and the army for a meeting of envoys with Peru.", "army met"),
        ("Peru and Chile formed a government of national unity with Mali in mind.", "government"),
        ("The rival to Peru's team is Chile.", "Peru"),
        ("The African Union came under criticism from Chilean forces.", "attacked"),
        ("Peru repeated accusations that Chile arms the rebels.", "Chile aided rebels (actual)"),
    ],
)
def test_nobody_else_is_told(tell: Tell, text: str, wrong: str) -> None:
    """A backer, a place and an army that stands by itself are no parties."""
    assert not any(wrong in told for told in tell(text))
