"""Statements and remarks of governments: who "we" and "I" are, and what the text judges in its own voice."""

from __future__ import annotations

import pytest
from telling import Tell

from kg.extract.turns import turns

STATE = "US Department of State"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("THE PRESIDENT: Good morning. We met.", ["THE PRESIDENT"]),
        ("SECRETARY RUBIO: Good morning.\n\nQUESTION: Why?", ["SECRETARY RUBIO", "QUESTION"]),
        ("MR. PATEL: Welcome.\n\nMS. LEE: Thank you.\n\nNOTE: It rained.", ["MR. PATEL", "MS. LEE"]),
        ("FOREIGN MINISTER LAVROV: Colleagues, we met.", ["FOREIGN MINISTER LAVROV"]),
        ("READ MORE: How it began\n\nIt ended.", []),
        ("THE FACTS: Who did it\n\nIt ended.", []),
        ("THE PRESIDENTIAL RACE: It goes on.", []),
    ],
)
def test_a_label_in_capitals_with_a_title_is_a_speaker(text: str, labels: list[str]) -> None:
    """One such label makes a transcript; other labels in capitals do not."""
    assert [turn.label for turn in turns(text)] == labels


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "SECRETARY RUBIO: Today I met President Macron in Paris, and it was a good day for all of us.",
            "Marco Rubio met Emmanuel Macron",
        ),
        ("MR. RUBIO: I want to thank Norway for its help.", "Marco Rubio praised Norway"),
        (
            "THE PRESIDENT: I spoke with Prime Minister Modi, and it was a good day for all of us.",
            "Donald Trump spoke_with Narendra Modi",
        ),
    ],
)
def test_i_is_whose_turn_it_is(tell: Tell, text: str, line: str) -> None:
    """The speaker that a label names is read as a name written small would be."""
    assert line in tell(text, publisher=STATE)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "We, the Foreign Ministers of Canada, France, and Japan, and the High Representative of the European "
            "Union, condemn Russia's attack.",
            "Canada, France, Japan, European Union",
        ),
        ("We, the leaders of Canada, France and Japan, condemn Russia's attack.", "Canada, France, Japan"),
        ("We, Canada and France, condemn Russia's attack.", "Canada, France"),
        ("We condemn Russia's attack.", "United States"),
    ],
)
def test_a_joint_statement_is_by_all_who_give_it(tell: Tell, text: str, subjects: str) -> None:
    """Who says "we, the ministers of" is everybody named up to the verb, else the publisher's state."""
    assert tell(text, publisher=STATE) == [f"{subjects} criticized Russia"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Iran's decision to expel a French diplomat is very troubling.", "United States criticized Iran"),
        ("There is no justification for Russia's attack.", "United States criticized Russia"),
        ("Lavrov said the American sanctions were illegal.", "Sergey Lavrov criticized United States"),
        ("Japan said there was no excuse for North Korea's launch.", "Japan criticized North Korea"),
        ("Iran considers the arrest of the editor by Iraq unacceptable.", "Iran criticized Iraq"),
        ("France finds Russia's decision regrettable.", "France criticized Russia"),
    ],
)
def test_what_a_text_finds_bad_is_criticised(tell: Tell, text: str, line: str) -> None:
    """The judge is who reports or considers it, or the state that published the text."""
    assert line in tell(text, publisher=STATE)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Iran's decision is regrettable.", None),
        ("Iran's decision is not regrettable.", STATE),
        ("The American decision is regrettable.", STATE),
        ("Israel said its own raid was disgraceful.", None),
        ("France denied that Russia's decision was illegal.", None),
        ("Iran considers Iraq strong.", None),
        ("There is a justification for Russia's decision.", STATE),
    ],
)
def test_no_judgement_where_nobody_judges_another(tell: Tell, text: str, publisher: str | None) -> None:
    """News has no voice of its own, nobody judges themselves, and what is denied or praised is no criticism."""
    assert not any("criticized" in line for line in tell(text, publisher=publisher))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Japan joined Australia in condemning Russia.", ["Japan, Australia criticized Russia"]),
        ("Japan joined Australia in calling on Iran to stop.", ["Japan, Australia urged Iran"]),
        ("Finland joined NATO in 2023.", ["Finland joined NATO"]),
    ],
)
def test_who_is_joined_in_an_act_does_it_too(tell: Tell, text: str, lines: list[str]) -> None:
    """ "Joined X in condemning" is condemning by both, and no accession."""
    assert tell(text) == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("We want to congratulate Brazil.", "United States praised Brazil"),
        ("We would like to thank Norway.", "United States praised Norway"),
        ("We wish to express our gratitude to Japan.", "United States praised Japan"),
        ("We would like to visit Japan.", "United States visited Japan (possible)"),
        ("We do not want to thank Iran.", "United States praised Iran (negated)"),
        ("Iran wants to thank Iraq.", "Iran praised Iraq (possible)"),
        ("The United States will continue to work with Japan.", "United States cooperated_with Japan (planned)"),
        ("Iran's decision to expel a French diplomat is regrettable.", "Iran expelled France"),
        ("Iran's decision to expel a French diplomat will come soon.", "Iran expelled France (planned)"),
    ],
)
def test_what_saying_does_is_done(tell: Tell, text: str, line: str) -> None:
    """Who says that they want to thank has thanked; a decision that is judged has been taken."""
    assert line in tell(text, publisher=STATE)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The United States holds Iran responsible for the attack.", "United States accused Iran"),
        ("Washington imposed a travel ban and sanctions on Iran.", "United States sanctioned Iran"),
        ("The European Union recognizes the efforts of Qatar.", "European Union praised Qatar"),
        ("Russia recognized the leadership and patience of Kenya.", "Russia praised Kenya"),
        ("Iran stressed the need for Iraq to release the prisoners.", "Iran urged Iraq"),
        ("Russia is alarmed by reports that Rwandan troops have crossed the border.", "Russia criticized Rwanda"),
        ("The expulsion of Russia from the Council of Europe followed.", "Council of Europe expelled Russia"),
        ("The expulsion of British diplomats from Belarus followed.", "Belarus expelled United Kingdom"),
        ("The harassment and expulsion of British diplomats by Iran went on.", "Iran expelled United Kingdom"),
        ("The killing of Israelis by Hamas went on.", "Hamas attacked Israel"),
        ("Our Armed Forces struck targets in Syria.", "United States attacked Syria"),
        ("Iran struck at Iraq in the south.", "Iran attacked Iraq"),
    ],
)
def test_wordings_of_statements(tell: Tell, text: str, line: str) -> None:
    """Small clauses, coordinated nouns and complements of nouns give their parties."""
    assert line in tell(text, publisher=STATE)


@pytest.mark.parametrize(
    "text",
    ["The United States recognizes the role of women.", "Putin ordered the Russian army to withdraw."],
)
def test_no_other_party_no_act(tell: Tell, text: str) -> None:
    """Praise needs an actor, and a leader's order to the own army is no demand."""
    assert tell(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Putin received the ambassador of Chad.", "Vladimir Putin hosted Chad"),
        ("The trade minister of Peru went to Chad on Monday.", "Peru visited Chad"),
        ("The EU urged all stakeholders in Mali to talk.", "European Union urged Mali"),
        ("France called on all political actors in Mali to work for peace.", "France urged Mali"),
        ("Japan paid tribute to the courage of the Ukrainian people.", "Japan praised Ukraine"),
        ("The EU announced nearly $152 million in new assistance for Yemen.", "European Union aided Yemen"),
        ("Turkish tanks entered Syria on Monday.", "Turkey deployed_to Syria"),
        ("The Scholz government condemned Iran.", "Germany criticized Iran"),
        ("Putin will continue on to Riyadh.", "Vladimir Putin visited Saudi Arabia (planned)"),
    ],
)
def test_who_is_meant_by_an_office_a_place_or_a_measure(tell: Tell, text: str, line: str) -> None:
    """Holders without a name are persons, actors in a state are its own, and money in aid is for whom it is for."""
    assert line in tell(text, date="2023-05-19")


def test_meetings_in_a_row_of_places_are_with_each(tell: Tell) -> None:
    """Days and places may stand between a meeting and with whom it is, once or twice."""
    text = "Putin rested in preparation for his meetings next week in Amman with Abdullah II and in Cairo with Sisi."
    assert any("Abdullah II, Abdel Fattah el-Sisi" in line for line in tell(text, date="2023-05-19"))


@pytest.mark.parametrize(
    "text",
    ["Turkey entered Syria in the table of exports.", "Putin's meeting in Amman with reporters was short."],
)
def test_no_act_without_troops_or_partner(tell: Tell, text: str) -> None:
    """Only troops are deployed by entering, and reporters are nobody's party."""
    assert tell(text, date="2023-05-19") == []


def test_a_charge_beside_a_noun_is_against_those_in_it(tell: Tell) -> None:
    """Who is expelled is charged, whether a verb or a noun tells of the expulsion."""
    told = tell("Peru announced the expulsion of three Chilean diplomats, saying they had abused their status.")
    assert "Peru accused Chile" in told
