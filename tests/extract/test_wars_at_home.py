"""Whom fighters, forces and armies face in reports from a war, and what they took, fled and offered there."""

from __future__ import annotations

import pytest
from telling import Tell

CASES = (
    ("UNITA rebels overran Quibaxe.", "UNITA seized Angola"),
    ("FARC guerrillas shelled a police station and burned two bridges.", "FARC attacked Colombia"),
    ("Kampala is tense. Uganda said rebels ambushed an army convoy.", "rebels attacked Uganda"),
    ("Kampala is tense. Ugandan soldiers raided a suspected rebel hideout.", "Uganda attacked rebels"),
    ("Khmer Rouge gunmen crossed into Thailand and killed four villagers.", "Khmer Rouge attacked Thailand"),
    ("NATO jets pounded Serb positions to the south of Sarajevo.", "NATO attacked Bosnian Serbs"),
    ("Serb gunners shelled Zagreb.", "Croatian Serbs attacked Croatia"),
    ("Belgrade said Serb troops had entered Kosovo.", "Serbia deployed_to Kosovo"),
    ("A Tamil Tiger suicide squad struck a port in Sri Lanka.", "Liberation Tigers of Tamil Eelam attacked Sri Lanka"),
    ("A Kenyan patrol was fired upon by Somali soldiers.", "Somalia attacked Kenya"),
    ("Sri Lanka captured Vella, a bastion of the Tamil Tigers.", "Sri Lanka seized Liberation Tigers of Tamil Eelam"),
    ("Armenian units fired in the direction of Azerbaijani positions.", "Armenia attacked Azerbaijan"),
    ("Angolan troops dislodged UNITA rebels from Mavinga.", "Angola attacked UNITA"),
    ("Two Israeli soldiers died in an artillery duel with Syrian forces.", "Syria attacked Israel"),
    ("The town of Goma fell to M23 rebels.", "March 23 Movement seized Democratic Republic of the Congo"),
    ("Iraq moved two divisions to within 20 km of the Kuwaiti border.", "Iraq mobilized_against Kuwait"),
    ("Two British frigates sailed for Oman.", "United Kingdom deployed_to Oman"),
    ("The last Israeli tanks rumbled out of southern Lebanon.", "Israel withdrew_from Lebanon"),
    ("Rebels in northern Uganda declared a unilateral truce.", "Rebels in northern Uganda ceased_fire_with Uganda"),
    ("Peru offered the Shining Path a cease-fire.", "Peru ceased_fire_with Shining Path"),
)


@pytest.mark.parametrize(("text", "line"), CASES, ids=[case[0] for case in CASES])
def test_the_other_side_of_a_war_is_found(tell: Tell, text: str, line: str) -> None:
    """Fighters face their own state at home, and a foreign one where the sentence names it."""
    assert any(line in told for told in tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "Hamas fighters killed three sailors.",
        "UNITA captured Diaz.",
    ],
)
def test_what_nobody_took_is_not_told(tell: Tell, text: str) -> None:
    """A group of an occupied land has no state to face, and who captures a name nothing knows takes a town."""
    assert [told for told in tell(text) if "detained" in told or "attacked" in told] == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "“We will carry out raids against UNITA,” said Angolan army spokesman Rui Costa.",
            "Angola attacked UNITA (planned)",
        ),
        ("The rebels “are murdering our peasants,” said Peruvian general Raul Diaz.", "attacked Peru"),
        ("As thousands of Iraqi soldiers gathered near Kuwait, Oman was silent.", "Iraq mobilized_against Kuwait"),
        ("Hezbollah blasted two Israeli gunboats.", "Hezbollah attacked Israel"),
    ],
)
def test_who_speaks_of_forces_stands_for_them(tell: Tell, text: str, line: str) -> None:
    """An officer's "we" is the state whose forces he speaks of, as are "our peasants"."""
    assert any(line in told for told in tell(text))


def test_who_calls_for_a_truce_is_no_party_to_it(tell: Tell) -> None:
    """The other side of a truce is not the one who says that it should come."""
    text = "Diaz warned the rebels. Peru said the Shining Path should stop hostilities. Chile said the M23 should too."
    assert not any("March 23 Movement ceased_fire_with Chile" in told for told in tell(text))
