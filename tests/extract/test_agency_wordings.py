"""Wordings of agency leads: what the 1990s told in one sentence, and the metaphors that look like it."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Latvian police handed over three separatists to Belarus.", "Latvia cooperated_with Belarus"),
        ("Chechen rebels turned over 12 Russian captives in Vedeno.", "Chechen rebels released Russia"),
        (
            "FMLN guerrillas handed over their rifles to Mexico.",
            "Farabundo Martí National Liberation Front conceded_to",
        ),
        ("Togo handed over the body of a Beninese pilot.", "Togo released Benin"),
    ],
)
def test_a_particle_that_is_a_preposition_elsewhere(tell: Tell, text: str, line: str) -> None:
    """What is handed over is an object, though "over" and "in" govern nouns of other wordings."""
    assert any(line in told for told in tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru dared Chile to open its archives.", "Peru urged Chile"),
        ("Norway lodged a request with Sweden for more ferries.", "Norway urged Sweden"),
        ("Jordan's army objects to the deployment of a Syrian force.", "Jordan rejected Syria"),
        ("Kenya extended an invitation to Ghana's top negotiator to visit.", "Kenya invited Ghana"),
        ("Saddam Hussein has rebuffed U.N. calls to disarm.", "Saddam Hussein rejected United Nations"),
        ("India refused Nepal an entry visa.", "India rejected Nepal"),
        ("France gave a cautious welcome on Friday to a statement by Sinn Fein.", "France praised Sinn Féin"),
        ("Oman and Yemen opened a new rail link.", "Oman, Yemen cooperated_with"),
        ("Oman and Yemen set up a customs union.", "Oman, Yemen cooperated_with"),
        ("Chile bought 40 helicopters from Sweden.", "Chile cooperated_with Sweden"),
        ("Congress voted $100 million in military aid to Honduras.", "US Congress aided Honduras"),
        ("Egypt set up a field hospital for Rwanda's refugees.", "Egypt aided Rwanda"),
        ("Chad provided bases to Sudanese rebels.", "Chad aided Sudanese rebels"),
        ("The World Bank halted lending to Kenya.", "World Bank sanctioned Kenya"),
        ("Pakistan repatriated 35 Indian fishermen on Thursday.", "Pakistan released India"),
        ("Burma lifted the house arrest of Aung San Suu Kyi.", "Myanmar released Aung San Suu Kyi"),
        ("The last U.S. marines sailed away from Haiti.", "United States withdrew_from Haiti"),
        ("Iran expressed regret to Kuwait.", "Iran conceded_to Kuwait"),
        ("India has stepped up patrols along its border with China.", "India mobilized_against China"),
        ("Russia has reinforced its troops in Tajikistan.", "Russia deployed_to Tajikistan"),
        (
            "Jewish settlers rallied in front of Yitzhak Rabin's home.",
            "Israeli settlers protested_against Yitzhak Rabin",
        ),
        (
            "Turkish students went on hunger strike outside the Chinese embassy.",
            "Turkish students protested_against China",
        ),
    ],
)
def test_what_agencies_wrote(tell: Tell, text: str, line: str) -> None:
    """Each wording is told with who did it and to whom."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway challenged Sweden in the final.",
        "The striker handed over the ball to Smith.",
        "Smith gave a warm welcome to the guests.",
        "The company set up a camp for children in Norway.",
        "Norway bought two players from Sweden.",
        "The bank halted lending to farmers.",
        "The crew sailed away from Haiti.",
    ],
)
def test_what_only_looks_like_it(tell: Tell, text: str) -> None:
    """Sport, business and private dealings tell nothing."""
    assert tell(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Russia said it might cut off gas supplies to Estonia.", "Russia threatened Estonia"),
        ("Peru said it would bomb Ecuador.", "Peru threatened Ecuador"),
        ("The guerrilla group ETA said it would attack Spain again.", "ETA threatened Spain"),
    ],
)
def test_who_says_that_they_would_strike_threatens(tell: Tell, text: str, line: str) -> None:
    """A hostile act that its own doer announces is a threat."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Analysts said Russia might cut off gas supplies to Estonia.",
        "Peru said it would not bomb Ecuador.",
        "Peru said Chile would bomb Ecuador.",
        "Israel said it would withdraw from Lebanon.",
    ],
)
def test_what_others_foresee_is_no_threat(tell: Tell, text: str) -> None:
    """Neither a forecast nor a denial nor a pull-out threatens anybody."""
    assert not [line for line in tell(text) if " threatened " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("India says Pakistan is behind a wave of bombings.", "India accused Pakistan"),
        ("Zaire said Uganda was arming Tutsi rebels.", "Zaire accused Uganda"),
        ("Armenia said Azerbaijan had broken the truce.", "Armenia accused Azerbaijan"),
        ("Turkey claimed Greece was training terrorists.", "Turkey accused Greece"),
    ],
)
def test_misdeeds_that_are_told_of_others_accuse_them(tell: Tell, text: str, line: str) -> None:
    """Who says that another did wrong accuses the other."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "India says Pakistan is behind schedule.",
        "Armenia said Azerbaijan had broken the record.",
        "Mali said it broke the truce.",
    ],
)
def test_no_misdeed_no_accusation(tell: Tell, text: str) -> None:
    """What is no wrong, or one's own, is no accusation."""
    assert not [line for line in tell(text) if " accused " in line]


def test_the_dead_are_not_of_the_place_where_they_died(tell: Tell) -> None:
    """Whose soldiers are killed is told by their own state before the place."""
    told = tell("Somali militiamen killed 24 Pakistani peacekeepers in Mogadishu.")
    assert "Somali militiamen attacked Pakistan" in told
    assert "Somali militiamen attacked Somalia" not in told
