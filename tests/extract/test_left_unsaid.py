"""Parties that a sentence leaves to its context, or that the parser hangs elsewhere, are found where they are sure."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Blinken posted a message on Twitter blaming Iran for the attack.", "Antony Blinken accused Iran"),
        ("France commends and supports the efforts of Oman.", "France praised Oman"),
        ("Lavrov urged the embassy to reconsider and spoke with Blinken.", "Sergey Lavrov spoke_with Antony Blinken"),
        ("Iran launched missiles targeting US troops.", "Iran attacked United States"),
        ("Iran fired rockets aimed at Israel.", "Iran attacked Israel"),
        ("Xi held a meeting with visiting US Secretary of State Antony Blinken.", "Xi Jinping met Antony Blinken"),
        ("The envoys, led by Antony Blinken, landed in Ankara.", "Antony Blinken visited Turkey"),
    ],
)
def test_who_does_it_is_found_past_what_stands_between(tell: Tell, text: str, line: str) -> None:
    """A participle on a thing, a shared object, a verb behind an infinitive: each has its doer and its target."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Turkey summoned its ambassador to Israel for consultations.", "Turkey recalled Israel"),
        ("Turkey summoned the ambassador of Israel.", "Turkey summoned Israel"),
        ("Britain called in the Chinese ambassador.", "United Kingdom summoned China"),
        ("Serbia called home its ambassador to France.", "Serbia recalled France"),
        ("Sweden has called its ambassador in Tehran home.", "Sweden recalled Iran"),
        ("Mexico ordered its ambassador home from Cuba.", "Mexico recalled Cuba"),
        ("Venezuela ordered its envoy, Bernardo Alvarez, back from Washington.", "Venezuela recalled United States"),
        ("The Egyptian ambassador in Tel Aviv was called home.", "Egypt recalled Israel"),
        ("India and Pakistan withdrew their high commissioners.", "India, Pakistan recalled India, Pakistan"),
        ("Ecuador has asked its ambassador to return from Bogota.", "Ecuador recalled Colombia"),
        ("Turkey has called its ambassador home from Israel.", "Turkey recalled Israel"),
    ],
)
def test_a_states_own_envoy_is_called_home(tell: Tell, text: str, line: str) -> None:
    """Summoning the envoy of another state is no recall."""
    assert tell(text) == [line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Japan summoned Ambassador Wang Yi of China.", ["Japan summoned Wang Yi"]),
        ("The company called home its engineers.", []),
        ("The president called home from Washington.", []),
        ("Greek Foreign Minister George Papandreou, whose country holds the presidency, left.", []),
    ],
)
def test_a_name_is_of_the_office_that_goes_with_it(tell: Tell, text: str, lines: list[str]) -> None:
    """A wording finds its "ambassador" beside a name too, and nobody is held or called home for having an office."""
    assert tell(text) == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("India and Pakistan agreed on a truce in talks mediated by Qatar.", "Qatar mediated India, Pakistan"),
        ("Iran attacked Iraq. Oman condemned the attack.", "Oman criticized Iran"),
        ("Iran attacked Iraq. The operation was condemned by Oman.", "Oman criticized Iran"),
        ("Armenia accused Azerbaijan of an attack and demanded an explanation.", "Armenia demanded_of Azerbaijan"),
        ("Chad and Sudan accused each other of arming rebels.", "Chad, Sudan accused Chad, Sudan"),
    ],
)
def test_the_other_side_is_the_one_told_before(tell: Tell, text: str, line: str) -> None:
    """What is answered to, demanded or mediated is between those whom the story just told of."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "France condemned the weather.",
        "Russia supported the Geneva process.",
        "This was done as called for in the Joint Statement of Iran.",
    ],
)
def test_a_thing_without_an_owner_tells_no_other_side(tell: Tell, text: str) -> None:
    """The weather is nobody's deed, and a process called after a town is not its state's."""
    assert tell(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Egyptian foreign minister Sameh Shoukry and his Greek and Cypriot counterparts, Nikos Dendias and "
            "Nikos Christodoulides, met in Cairo.",
            "Sameh Shoukry, Nikos Dendias, Nikos Christodoulides met",
        ),
        ("Lavrov urged Iran to stop its attacks on Iraq.", "Iran attacked Iraq"),
        ("Tanzania condemned South Africa for its raid on Botswana.", "South Africa attacked Botswana"),
    ],
)
def test_names_behind_offices_and_its_are_told_apart(tell: Tell, text: str, line: str) -> None:
    """Names behind an office of several hold it in their order; "its" is whose deed is asked about or blamed."""
    assert line in tell(text)


def test_the_two_delegations_are_the_subjects_of_the_sentence_before(tell: Tell) -> None:
    """A pair that acted is nearer at hand than a pair that it dealt with."""
    told = tell("Iran and Iraq signed accords with Oman and Qatar. The two delegations met in Muscat.")
    assert "Iran, Iraq met" in told


def test_to_break_bread_is_no_rupture(tell: Tell) -> None:
    """What two parties break must be ties, relations or talks."""
    assert tell("Norway and Denmark broke bread with each other.") == []
    assert tell("Norway and Denmark broke off relations.") == ["Norway, Denmark severed_ties_with"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Japan condemned the launch that North Korea carried out.", "Japan criticized North Korea"),
        ("Spain deplores the attacks which Hamas launched on civilians.", "Spain criticized Hamas"),
        ("Iran rejected the offer that the United States made.", "Iran rejected United States"),
    ],
)
def test_a_deed_is_of_whom_its_relative_clause_names(tell: Tell, text: str, line: str) -> None:
    """What is condemned or rejected is that of the subject of the clause that tells of it."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Iran accused Iraq of spying. Tehran moved troops to the border.", "Iran mobilized_against Iraq"),
        ("Iran accused Iraq of spying. Iranian troops were sent to the frontier.", "Iran deployed_to Iraq"),
        ("Iran accused Iraq of spying. Tehran scrapped talks on fishing.", "Iran rejected Iraq"),
        ("Peru accused Chile of meddling. Chile refused to extradite Alberto Fujimori.", "Chile rejected Peru"),
        ("Serbia refused to hand over the general to Croatia.", "Serbia rejected Croatia"),
        ("Russian warplanes were sent to Syria.", "Russia deployed_to Syria"),
        ("Turkish troops were massed on the border with Iraq.", "Turkey mobilized_against Iraq"),
        ("French paratroopers landed in Mali.", "France deployed_to Mali"),
        ("Syrian shells landed in Turkey.", "Syria attacked Turkey"),
        ("France is giving the Djiboutian army medical help.", "France aided Djibouti"),
        ("France gave the Chadian army weapons.", "France aided Chad"),
        ("Hezbollah enjoys the support of Iran.", "Iran supported Hezbollah"),
    ],
)
def test_parties_are_found_without_a_word_for_them(tell: Tell, text: str, line: str) -> None:
    """Troops tell whose they are, the story whose the border is and who wants a man, an army whose state is helped."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Iran accused Iraq of spying. Refugees were moved to the border.",
        "Poland sent officials to the border.",
        "The company called off talks on a merger.",
        "The team landed in Italy.",
        "Hezbollah has the support of farmers.",
    ],
)
def test_no_troops_no_party_and_no_other_side(tell: Tell, text: str) -> None:
    """Refugees at a border, a firm's talks and a team's arrival are no acts of states."""
    assert [line for line in tell(text) if "accused" not in line] == []
