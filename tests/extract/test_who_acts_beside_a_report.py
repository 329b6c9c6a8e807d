"""Who acts beside a report: whose call or loss is told, who is hit, who is blamed, who is threatened."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Sudan said Chadian forces had attacked Kassala and called on the United Nations to intervene.",
            ["Sudan urged United Nations", "Sudan accused Chad", "Chad attacked Sudan"],
        ),
        (
            "Sudan said Chadian forces had shelled two of its towns.",
            ["Sudan accused Chad", "Chad attacked Sudan"],
        ),
        ("The Palestinians accuse Israel of stalling, a charge Israel denies.", ["Palestine accused Israel"]),
        ("The Palestinians accuse Israel of stalling, a charge Israel denies.", ["Israel rejected Palestine"]),
        ("Iran blamed the blast on Iraq.", ["Iran accused Iraq"]),
        ("Iran blamed the attack on the embassy on Iraq.", ["Iran accused Iraq"]),
        ("Shelling by Chadian gunners killed nine people in Libya.", ["Chad attacked Libya"]),
        ("Peru charged Chile with giving bases to the FARC.", ["Peru accused Chile", "Chile aided FARC (possible)"]),
        (
            "Chad closed its border with Libya in a move condemned by Egypt.",
            ["Chad sanctioned Libya", "Egypt criticized Chad"],
        ),
        ("Japan suspended aid to Chad, a step welcomed by France.", ["France praised Japan"]),
        ("The Security Council ruled that arms sales to Chad be banned.", ["UN Security Council sanctioned Chad"]),
        ("Japan apologised for sending a ship into Peruvian waters.", ["Japan conceded_to Peru"]),
        ("Tony Blair said the raids would go on until Chad yielded.", ["Tony Blair threatened Chad"]),
        (
            "Rebels of the FARC killed two Peruvian soldiers. Peru said it would respond with force.",
            ["Peru threatened FARC"],
        ),
        ("French peacekeepers came under attack from Chadian tanks.", ["Chad attacked France"]),
        ("Peru threw Chilean troops out of the fort.", ["Peru attacked Chile"]),
        ("Chad and Sudan held two days of talks under Kofi Annan.", ["Kofi Annan mediated Chad", "Sudan"]),
        ("Cuba has sent a ship to waters off Haiti.", ["Cuba deployed_to Haiti"]),
        (
            "Iran accused Iraq of shelling a town and Turkey of helping it.",
            ["Iran accused Iraq, Turkey"],
        ),
        ("Chad blocked EU aid to Peru. Lima called the step hostile.", ["Peru criticized Chad"]),
        ("Peru protested on Sunday after Chilean boats fired on a patrol.", ["Peru protested_against Chile"]),
        ("UN investigators blamed Chad for the raid.", ["United Nations accused Chad"]),
        ("Chad has kept its border with Sudan shut since May.", ["Chad sanctioned Sudan"]),
        ("The Security Council holds Sudan to blame for the raid.", ["UN Security Council accused Sudan"]),
        ("Chad demanded that Sudan end its support of the rebels.", ["Chad demanded_of Sudan"]),
        (
            "Libya called the plan a farce. Chad set conditions of its own, which Libya rejected.",
            ["Libya rejected Chad"],
        ),
    ],
)
def test_who_acts(tell: Tell, text: str, lines: list[str]) -> None:
    """Each act is told of who does it, whatever the report around it."""
    told = " | ".join(tell(text))
    assert all(line in told for line in lines), told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Chadian forces seized a town, Sudan said.", "Sudan accused Chad"),
        ("The United Nations said Chad had attacked Sudan.", "United Nations accused"),
        ("Smith blamed the attack on the pipeline for the shortage.", "accused"),
        ("Turkey has massed troops, according to Kurdish sources.", "Kurds accused"),
        ("Chad, under pressure from its people, put off a visit by the Peruvian foreign secretary.", "coerced"),
        ("Chad let Peruvian inspectors go back to work.", "released"),
        ("Police surrounded the Sudanese embassy in Chad.", "protested_against"),
        ("Tony Blair opposed any division of Sudan.", "rejected Sudan"),
        ("Tony Blair told Sudan not to fear the rebels.", "urged"),
        ("Tony Blair complained in a letter to Kofi Annan that Sudan was late.", "spoke_with"),
        ("Sudan filed a complaint against Chad with the Security Council.", "accused UN Security Council"),
        ("Tony Blair arrived in Chad to rescue the country's peace process.", "aided"),
        ("Tony Blair said he hoped it would ease the tension. He met Chad's president.", "urged"),
        ("Tony Blair said the talks would go on until Chad yielded.", "threatened"),
        ("Chad and Libya tried to reconcile Sudan and Egypt.", "Chad, Libya agreed_with"),
    ],
)
def test_what_nobody_did(tell: Tell, text: str, line: str) -> None:
    """What only looks like an act is none."""
    assert all(line not in told for told in tell(text)), tell(text)
