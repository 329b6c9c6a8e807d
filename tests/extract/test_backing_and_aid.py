"""What reports say in somebody's favour, aid told by its amount, and what nobody does with their own state."""

from __future__ import annotations

import pytest

from tests.extract.telling import Tell


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("John Key said Israel had the right to defend itself.", "John Key supported Israel"),
        ("Paul Keating stressed that Japan remained a close friend.", "Paul Keating praised Japan"),
        ("Brian Mulroney said Kenya had played a constructive role.", "Brian Mulroney praised Kenya"),
        ("Bob Hawke argued that Chad was justified in expelling the rebels.", "Bob Hawke supported Chad"),
        ("Olof Palme hailed the efforts that Zambia was making.", "Olof Palme praised Zambia"),
        ("Oman welcomed the steps Kenya has taken to fight piracy.", "Oman praised Kenya"),
        ("Joe Clark noted Oman's constructive role.", "Joe Clark praised Oman"),
        ("Cuban troops fought alongside Angolan forces.", "Cuba cooperated_with Angola"),
        ("China presented 20 tractors to Laos as a gift.", "China aided Laos"),
        ("Italy announced the resumption of aid to Albania.", "Italy aided Albania"),
        ("NATO admitted Croatia on Wednesday.", "Croatia joined NATO"),
        ("Fiji said it was sorry for the deaths of Samoan fishermen.", "Fiji conceded_to Samoa"),
        ("America stands by Kenya, the senator said.", "United States supported Kenya"),
        ("Olof Palme held Zambia in high esteem.", "Olof Palme praised Zambia"),
        ("The Cuban people stood firmly by Angola.", "Cuba supported Angola"),
        ("Olof Palme voiced satisfaction at the growth of ties with Zambia.", "Olof Palme praised Zambia"),
        ("Norway remains the largest donor to the Palestinians.", "Norway aided Palestine"),
        ("Britain expressed sincere regret for the torture of Kenyans.", "United Kingdom conceded_to Kenya"),
        ("Angola counted on the friendship of Cuba.", "Cuba supported Angola"),
        ("Jacques Chirac came down on the side of Lebanon.", "Jacques Chirac supported Lebanon"),
        (
            "Norway announced nearly five million dollars in additional emergency aid to Yemen.",
            "Norway aided Yemen",
        ),
        ("Sweden will provide two million dollars to help rebuild Angola.", "Sweden aided Angola (planned)"),
        ("Tanzania and Iran set up a joint chamber of commerce.", "Tanzania, Iran cooperated_with"),
        (
            "A memorandum was signed by the Iranian oil minister and his counterpart from Oman.",
            "Iran, Oman signed_with",
        ),
    ],
)
def test_what_is_done_for_others(tell: Tell, text: str, told: str) -> None:
    assert told in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Turkish President Turgut Ozal said Greece had no right to defend the islands.",
        "Joe Clark said that Canada had shown courage.",
        "Fiji offered its condolences along with Samoa.",
        "Zambia must repay a debt that it owes to Japan.",
    ],
)
def test_what_is_not(tell: Tell, text: str) -> None:
    assert not [line for line in tell(text) if " praised " in line or " supported " in line]
