"""Agency leads: who acts where a parse, a place or a number of years stands in between."""

from __future__ import annotations

import pytest
from telling import Read, Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("An Iraqi gunman shot dead a U.N. guard in Arbil.", "Iraqi gunman attacked United Nations"),
        ("A right-wing Israeli settler killed a Palestinian.", "Israeli settler attacked Palestine"),
        ("Sudanese planes bombed the SPLA-held town of Yei.", "Sudan attacked Sudan People's Liberation Movement"),
        ("Israel seized a Lebanese-owned freighter.", "Israel seized Lebanon"),
        ("Hamas claimed responsibility for a bombing that killed 21 Israelis.", "Hamas attacked Israel"),
        ("The Security Council tightened sanctions on Libya.", "UN Security Council sanctioned Libya"),
        ("Laos imposed tariffs on $1 billion worth of Thai goods.", "Laos sanctioned Thailand"),
        ("Israeli troops vacated another 6.1 percent of the West Bank.", "Israel withdrew_from Palestine"),
        (
            "Inspectors from the International Atomic Energy Agency entered Iraq.",
            "International Atomic Energy Agency visited",
        ),
        ("The United Nations sent inspectors to communist North Korea.", "United Nations deployed_to North Korea"),
    ],
)
def test_who_acts_and_on_whom(tell: Tell, text: str, line: str) -> None:
    """One of a people, the holder of a town, the body that somebody is from and what is measured are found."""
    assert any(told.startswith(line) for told in tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "A Kurdish rebel leader lives in Paris.",
        "An Israeli student won the chess title in Paris.",
        "Peru's compliance with the treaty is under review by Chile.",
        "Clinton's plan to stop North Korea's nuclear program failed.",
    ],
)
def test_who_does_nothing_to_anybody(tell: Tell, text: str) -> None:
    """A title won, a review and a plan against a program are no events between two."""
    assert tell(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A German call for Turkey to pull out its troops was published.", "Germany urged Turkey"),
        ("Kenya's demand that Somalia expel armed groups was rejected.", "Kenya demanded_of Somalia"),
        ("Sudan has refused Egyptian demands that it hand over militants.", "Sudan rejected Egypt"),
        ("Jonas Savimbi declined an invitation to meet Nelson Mandela.", "Jonas Savimbi rejected Nelson Mandela"),
    ],
)
def test_who_is_asked_is_told_behind_the_noun(tell: Tell, text: str, line: str) -> None:
    """The clause behind a call or a demand names whom it is for, however it was parsed."""
    told = tell(text)
    assert line in told
    assert "Sudan demanded_of Egypt" not in told


def test_in_so_many_years_is_no_day_to_come(tell: Tell) -> None:
    """The first talks in 22 years are held now; talks in 22 days are still to come."""
    assert "United Kingdom met Sinn Féin" in tell(
        "British officials met Sinn Fein representatives for their first formal talks in 22 years."
    )


def test_the_barred_do_not_enter(tell: Tell) -> None:
    """What somebody is barred from does not take place."""
    told = tell("Israel has barred Yasser Arafat from entering Jordan.")
    assert "Yasser Arafat visited Jordan" not in told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Russia hinted at economic sanctions against Latvia.", "Russia threatened Latvia"),
        ("The United States is prepared to bomb Serbia.", "United States threatened Serbia"),
        ("Greece compared the Turks to murderers.", "Greece criticized Turkey"),
    ],
)
def test_hints_and_comparisons(tell: Tell, text: str, line: str) -> None:
    """Who is ready to strike threatens, and whoever is compared to murderers is criticized."""
    assert line in tell(text)


def test_a_comparison_may_be_kind(tell: Tell) -> None:
    """Not every comparison criticizes."""
    assert tell("Greece compared Turkey to Spain.") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Negotiators for Peru and Ecuador agreed on the terms of a truce.", "Peru, Ecuador agreed_with"),
        ("Peru resumed attacks on Ecuadorean army border posts.", "Peru attacked Ecuador"),
        ("Armenian forces captured an Azerbaijani town a few miles from Iran.", "Armenia seized Azerbaijan"),
        ("Turkey demanded Armenia immediately withdraw from Azerbaijan.", "Turkey demanded_of Armenia"),
        ("President Clinton informed Syria of the offer.", "Clinton spoke_with Syria"),
        ("China called for direct air links with Taiwan.", "China urged Taiwan"),
    ],
)
def test_parties_that_stand_further_off(tell: Tell, text: str, line: str) -> None:
    """Those acted for, the owner of an owner, and whoever is to do what is demanded."""
    assert any(told.startswith(line) for told in tell(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A Canadian oil company signed an agreement with Sudan.", "Canada agreed_with Sudan"),
        ("Turkey will ask parliament to wage war if Armenia attacks.", "Turkey urged Armenia"),
        ("Iraqi forces took a village a few miles from Iran.", "Iraq seized Iran"),
    ],
)
def test_who_is_no_party(tell: Tell, text: str, wrong: str) -> None:
    """A firm is not its state, a condition asks nobody, and a place near by is not what was taken."""
    assert wrong not in tell(text)


def test_what_a_body_is_called_on_to_do_is_not_told(read: Read) -> None:
    """The condemnation that somebody calls for has not been spoken."""
    events = read("Zaire called for the Security Council to condemn the raids by Uganda.").events
    assert {e.status for e in events if e.predicate in ("criticized", "urged")} == {"actual"}
    assert "criticized" not in {e.predicate for e in events}
