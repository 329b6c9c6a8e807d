"""What is told beside the act of a sentence: stays, onward journeys, refusals by condition, bids that are answered."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Hillary Clinton, in Peru for talks, urged Chile to disarm.", "Hillary Clinton visited Peru"),
        ("In Cairo as part of a regional tour, Robert Gates warned Iran.", "Robert Gates visited Egypt"),
        ("Hu Jintao, in Lima for a trade summit, met George Bush.", "Hu Jintao visited Peru"),
        ("Javier Solana stopped in Ankara en route to Tehran.", "Javier Solana visited Iran (planned)"),
        ("A United Nations team left Geneva on its way to Chad.", "United Nations visited Chad (planned)"),
        ("Gordon Brown is on his way to Beijing.", "Gordon Brown visited China (planned)"),
        ("Kim Jong Il passed through Beijing, bound for Moscow.", "Kim Jong Il visited Russia (planned)"),
    ],
)
def test_a_stay_told_beside_a_name_is_a_visit(tell: Tell, text: str, line: str) -> None:
    """People are where their name says that they are for a purpose, and are to be where they are on their way to."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ships carrying aid left Cyprus on their way to Gaza.",
        "Angela Merkel, in Berlin for a meeting with Sarkozy, praised him.",
        "The rebels, in Sudan for a long time, attacked Chad.",
        "A North Korean ship bound for Syria was stopped by Cyprus.",
        "The Russian economy, in trouble for years, was praised by Bush.",
    ],
)
def test_ships_and_those_at_home_are_on_no_visit(tell: Tell, text: str) -> None:
    """Things on their way, people in their own state and stays without a purpose tell no visit."""
    assert not [line for line in tell(text) if " visited " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Moscow cannot agree with Condoleezza Rice's statement.", "Russia rejected Condoleezza Rice"),
        ("Iran does not accept the demand by the EU.", "Iran rejected European Union"),
        ("China said it could not accept the American proposal.", "China rejected United States"),
        ("Iran said it would not return to talks until Washington apologised.", "Iran rejected United States"),
        ("Syria will not sign the accord unless Israel leaves the Golan.", "Syria rejected Israel"),
        ("Eritrea refuses to withdraw until Ethiopia accepts the border.", "Eritrea rejected Ethiopia"),
    ],
)
def test_what_is_not_accepted_is_rejected(tell: Tell, text: str, line: str) -> None:
    """Who cannot accept, or will not act until another has, turns the other down."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Iran will return to talks when Washington apologises.",
        "The summit will not start until Peru arrives.",
        "Iran accepted the demand by the EU.",
        "Rice did not know until Lavrov called.",
    ],
)
def test_delays_and_acceptance_are_no_refusals(tell: Tell, text: str) -> None:
    """A promise, a late start, an acceptance and not knowing turn nobody down."""
    assert not [line for line in tell(text) if " rejected " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Israel rejected Egypt's demand for an apology.", "Egypt demanded_of Israel"),
        ("Turkey brushed off the EU's call for restraint.", "European Union urged Turkey"),
        ("Pyongyang has rejected Seoul's call for family reunions.", "South Korea urged North Korea"),
        ("Sudan denied Chad's accusation that it armed the rebels.", "Chad accused Sudan"),
        ("Iran ignored a request by France to free the hikers.", "France urged Iran"),
        ("Tehran dismissed British allegations of interference.", "Iran rejected United Kingdom"),
        ("Israel rejected Syria's offer of talks.", "Israel rejected Syria"),
    ],
)
def test_who_answers_was_asked(tell: Tell, text: str, line: str) -> None:
    """A bid is to who turns it down, and whose it is stands before it though "of" says what it is about."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The Chadian prime minister said troops would be sent to help Sudan.", "Chad deployed_to Sudan (planned)"),
        ("Angela Merkel announced that sanctions would be imposed on Belarus.", "Germany sanctioned Belarus (planned)"),
        ("The French foreign minister said aid would be flown to Burma.", "France aided Myanmar (planned)"),
        ("Hugo Chávez said the ambassador to Bogota would be recalled.", "Venezuela recalled Colombia (planned)"),
    ],
)
def test_who_announces_an_act_will_do_it(tell: Tell, text: str, line: str) -> None:
    """What a leader says will be done, naming nobody, is done by the own state."""
    assert line in tell(text)


def test_analysts_do_not_do_what_they_foresee(tell: Tell) -> None:
    """Who is no state's speaker announces nothing, and what somebody else is to do is not the speaker's."""
    assert tell("Analysts said sanctions would be imposed on Belarus.") == []
    told = tell("Angela Merkel said that sanctions would be imposed on Belarus by Poland.")
    assert "Germany sanctioned Belarus (planned)" not in told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Poland, where the United States plans to build a radar, praised Bush.", "United States deployed_to Poland"),
        ("The minister spoke in Iraq, where Britain has stationed 4,000 troops.", "United Kingdom deployed_to Iraq"),
        ("Rebels seized Zelmo, a northern town.", "Rebels seized Zelmo"),
        ("Ethiopian troops shelled the town of Dolmeyne.", "Ethiopia attacked Dolmeyne"),
        ("Kofi Annan visited Dadaab, a settlement near the border.", "Kofi Annan visited Dadaab"),
    ],
)
def test_places_are_named_before_and_described(tell: Tell, text: str, line: str) -> None:
    """A clause with "where" is about the place before it, and a place is one by what the text calls it."""
    assert [t for t in tell(text) if t.startswith(line)]


@pytest.mark.parametrize(
    "text", ["Smith, a town councillor, visited Iran.", "Ahmad Karzai, a village elder said, visited Iran."]
)
def test_a_person_beside_a_town_is_no_place(tell: Tell, text: str) -> None:
    """Who is a councillor of a town is a person."""
    assert all(not line.endswith("Smith") and not line.endswith("Karzai") for line in tell(text))
    assert [line for line in tell(text) if line.endswith("visited Iran")] or "elder" in text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Nicolas Sarkozy signed a decree on the recognition of Kosovo.", "Nicolas Sarkozy recognized Kosovo"),
        ("Georgia's parliament passed a bill on the severing of ties with Russia.", "Georgia severed_ties_with Russia"),
        ("Álvaro Uribe signed an order for the expulsion of two Peruvian envoys.", "Álvaro Uribe expelled Peru"),
        ("A law on the recognition of Israel was passed by the Bahraini parliament.", "Bahrain recognized Israel"),
    ],
)
def test_who_signs_the_decree_does_what_it_says(tell: Tell, text: str, line: str) -> None:
    """A decree, a law or an order does what its title says, and who issues it does it."""
    assert line in tell(text)


def test_a_book_or_a_criticised_decree_does_nothing(tell: Tell) -> None:
    """Only issuing a document puts it into force."""
    assert tell("Barack Obama signed a book on the recognition of Kosovo.") == []
    told = tell("Iran criticised a decree on the recognition of Israel.")
    assert not [line for line in told if " recognized " in line]
