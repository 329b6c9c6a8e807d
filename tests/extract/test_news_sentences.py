"""News sentences of conflict and diplomacy whose parties stand elsewhere than in subject and object."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("An Israeli missile hit a van near Tyre, killing eight children.", "Israel attacked Lebanon"),
        ("Hezbollah captured two Israeli soldiers and killed eight.", "Hezbollah attacked Israel"),
        (
            "Clashes broke out between Turkish troops, who advanced into Iraq, and the PKK.",
            "Turkey, Kurdistan Workers' Party attacked",
        ),
        ("In June Russia cut off Belarus's gas supply over unpaid bills.", "Russia coerced Belarus"),
        ("Chavez said that Peru “raided Ecuador, flagrantly violated Ecuador’s border.”", "Peru coerced Ecuador"),
    ],
)
def test_an_attack_is_on_who_is_named_around_it(tell: Tell, text: str, line: str) -> None:
    """Whom it hits may be told by the place above, by those just captured, or behind a relative clause."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Turkish troops, who advanced into Iraq, and the PKK clashed.", "Kurdistan Workers' Party deployed_to Iraq"),
        ("Chavez said that Peru “raided Ecuador, flagrantly violated Ecuador’s border.”", "Chávez accused Ecuador"),
        ("Egyptian police stormed a house in Cairo, killing four people.", "Egypt attacked Egypt"),
        ("Tang appealed to the world to offer help to Myanmar.", "Tang aided Myanmar"),
        ("Merkel will travel to two former Soviet republics.", "Soviet Union"),
        ("Israel invaded Lebanon. NATO was mentioned. Coalition planes bombed Syria.", "Israel attacked Syria"),
        ("Akayev fled Kyrgyzstan on Monday.", "withdrew_from"),
        ("Italy said that the question is not concerned with what the UN decides.", "criticized"),
    ],
)
def test_who_stands_near_is_not_always_a_party(tell: Tell, text: str, wrong: str) -> None:
    """Who is wronged is not accused, one's own land is not attacked, and a land of the past is nobody."""
    assert not [line for line in tell(text) if wrong in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Karzai said that the NATO air strike could not be justified.", "Hamid Karzai criticized NATO"),
        ("Iran said that the NATO raid can in no way be acceptable.", "Iran criticized NATO"),
        ("Bush has openly called Sudan a police state.", "George W. Bush criticized Sudan"),
        ("Bush characterised Israel's actions as self-defence.", "George W. Bush supported Israel"),
        (
            "Paris voiced regret at Washington's criticism of a massacre by Chadian troops.",
            "United States criticized Chad",
        ),
        ("Annan has been pushing for Sudan to accept a force.", "Kofi Annan urged Sudan"),
        ("Israel has served Syria with an ultimatum.", "Israel demanded_of Syria"),
        ("The United States blocked a move by the Arab League to table a text.", "United States rejected Arab League"),
        ("Hezbollah is ready for an open war with Israel.", "Hezbollah threatened Israel"),
    ],
)
def test_what_is_said_of_a_deed_is_told_of_its_doer(tell: Tell, text: str, line: str) -> None:
    """What cannot be justified is criticised, what is called self-defence supported."""
    assert line in tell(text, date="2006-07-20")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "A Cambodian commander said on Monday his country had released 13 Thai soldiers.",
            "Cambodia released Thailand",
        ),
        ("Thailand sent soldiers to a disputed stretch of the Cambodian border.", "Thailand deployed_to Cambodia"),
        ("Thailand has 24 hours to pull its troops out, Hun Sen warned on Monday.", "Hun Sen warned Thailand"),
        (
            "Robert Mugabe spoke in Harare. The Zimbabwean ruler was expected to fly to Tanzania.",
            "Robert Mugabe visited Tanzania (planned)",
        ),
        ("Ethiopian tanks have headed to Mogadishu.", "Ethiopia deployed_to Somalia"),
    ],
)
def test_a_party_is_told_by_land_border_or_rank(tell: Tell, text: str, line: str) -> None:
    """An officer's country, the stretch of a border, a clause before the warning and a ruler name the parties."""
    assert line in tell(text, date="2007-10-15")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("South Africa, Libya, Tanzania and Angola had also agreed to send soldiers.", "agreed_with"),
        ("The Foreign Ministry told Thais to think twice before visiting Cambodia.", "visited"),
        (
            "Hun Sen met Sompong Amornvivat. “Thailand sent troops. We will not let them stay,” Hun Sen said.",
            "Hun Sen ",
        ),
    ],
)
def test_who_does_the_same_or_speaks_is_no_party(tell: Tell, text: str, wrong: str) -> None:
    """Those who also agreed did not agree with one another; nationals are no visit; the speaker is none of "them"."""
    assert not [line for line in tell(text, date="2008-10-15") if wrong in line and " met " not in line]


def test_a_raid_that_is_called_justified_is_not_criticized(tell: Tell) -> None:
    """A word of approval disapproves only where it is denied."""
    assert not [line for line in tell("Karzai said that the NATO air strike was justified.") if "criticized" in line]


def test_who_asks_that_he_do_something_asks_somebody_else(tell: Tell) -> None:
    """The pronoun in a demand is not who demands."""
    lines = tell("Lam Akol has written to Kofi Annan demanding that he appoint a new envoy.", date="2006-10-26")
    assert "Lam Akol demanded_of Kofi Annan" in lines


def test_the_owner_of_what_an_act_hits_is_not_its_doer(tell: Tell) -> None:
    """ "Its businesses" under U.S. sanctions are those of the other side."""
    lines = tell("North Korea refused to return to talks, because of U.S. sanctions imposed on some of its firms.")
    assert "United States sanctioned North Korea" in lines


def test_a_name_without_a_title_may_open_a_paragraph(tell: Tell) -> None:
    """Two capitalised words at the start of a paragraph are a person, and no listed bearer of the family name."""
    lines = tell(
        "The envoys conferred.\n\nHwang Joon-kook, a diplomat, left. Hwang telephoned Sung Kim.", date="2016-01-06"
    )
    assert "Hwang Joon-kook called Sung Kim" in lines
