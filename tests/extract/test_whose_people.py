"""Whose the people and things are that an act hits, where nothing right beside them says so."""

from __future__ import annotations

import pytest
from telling import Tell

CASES = (
    ("The Nicaraguan navy seized two U.S.-owned fishing boats.", "Nicaragua seized United States"),
    ("U.S.-Soviet talks began in Geneva.", "Soviet Union, United States negotiated_with"),
    ("FARC guerrillas killed five policemen on Friday.", "FARC attacked Colombia"),
    ("FARC guerrillas have freed four soldiers.", "FARC released Colombia"),
    ("Chad froze the assets of two firms linked to Hezbollah.", "Chad seized Hezbollah"),
    ("Ethiopian troops captured three towns held by Al-Shabaab.", "Ethiopia seized Al-Shabaab"),
    ("The Iranian army said 2,600 Iraqis had been killed.", "Iran attacked Iraq"),
    ("Some 500 Americans were barred from Chad.", "Chad sanctioned United States"),
    ("Iran launched its second offensive in three days against Iraq.", "Iran attacked Iraq"),
    ("The Omani navy intercepted an Iranian ship fishing in its waters.", "Oman seized Iran"),
    ("Peru imposed a ban on the supply of oil and arms to Haiti.", "Peru sanctioned Haiti"),
    ("Peru banned imports of logs and timber products originating in Liberia.", "Peru sanctioned Liberia"),
    ("A raid by Palestinian militants left two Israeli soldiers dead.", "Palestinian militants attacked Israel"),
    ("Hamas was behind the last suicide bombing in Israel.", "Hamas attacked Israel"),
    ("The military wing of Hamas claimed responsibility for a bombing in Israel.", "Hamas attacked Israel"),
    ("Some of the French soldiers arrived in Chad on Friday.", "France deployed_to Chad"),
    ("US warships blasted an Iranian platform.", "United States attacked Iran"),
    ("Peru will levy duties on the imported metals from Chad.", "Peru sanctioned Chad (planned)"),
    ("Sri Lankan troops sank five rebel boats.", "Sri Lanka attacked rebels"),
    ("Sri Lankan jets bombed guerrilla-held territory.", "Sri Lanka attacked guerrillas"),
    ("Russia expelled four staff at the British embassy.", "Russia expelled United Kingdom"),
    ("Thai jets pounded a communist rebel camp with bombs.", "Thailand attacked rebels"),
)


@pytest.mark.parametrize(("sentence", "line"), CASES, ids=[case[0] for case in CASES])
def test_those_who_are_hit_are_found(tell: Tell, sentence: str, line: str) -> None:
    """A participle, the land of the fighters or a site says whose they are."""
    assert line in tell(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hamas fighters killed five soldiers.",
        "The minister thanked those who freed six hostages held by the FARC.",
        "The Peruvian embassy said 20 Chileans had been killed.",
        "Iraq was ousted from Kuwait.",
    ],
)
def test_nobody_is_made_up(tell: Tell, sentence: str) -> None:
    """An occupied land, a captor, a bystander and a loser are no party that the rules supply."""
    assert [
        line for line in tell(sentence) if any(f" {p} " in line for p in ("attacked", "released", "sanctioned"))
    ] == []
