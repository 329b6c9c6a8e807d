"""Wordings behind which no deed stands, and deeds worded nearly alike, which stay."""

from __future__ import annotations

import pytest
from telling import Read, Tell

NOT_TOLD = [
    # what is only wished, charged or spoken of
    ("Peru urged Chad to cooperate with Mali.", "cooperated_with"),
    ("The ministers discussed the strategy of cooperation between Peru and Chile.", "cooperated_with"),
    ("The summit will bring better cooperation between Peru and Chile.", "cooperated_with"),
    ("Peru and Chile agreed to continue close cooperation between Peru and Chile.", "cooperated_with"),
    ("Peru and Chile co-sponsored the resolution.", "cooperated_with"),
    ("Peru urged Chile to blockade Mali.", "coerced"),
    ("President Rao met President Paz in an attempt to resolve the conflict.", "agreed_with"),
    ("Peru and Chile could strike a deal on the mine in exchange for jets.", "spoke_with"),
    ("Peruvian President Juan Paz was not interested in Chile.", "visited"),
    # whose deed it is not
    ("Peru refused to act against rebels in Chile.", "rejected"),
    ("A major Peruvian newspaper reports that Chad has violated the law.", "accused"),
    ("Rao of Peru says that President Paz of Chile remains defiant.", "criticized"),
    ('Chad "rejects any possibility of a presence in Mali", Peruvian President Juan Paz said.', "criticized"),
    ("Chad backed the PKK, considered a terrorist group by Peru and Chile.", "criticized"),
    ("Peru handed the envoy of Chile a list of Chilean diplomats to be expelled.", "demanded_of"),
    ("Peru told Chile it would expel six Chilean diplomats.", "spoke_with"),
    ("Rao of Peru told Ostankino TV that he was ill.", "spoke_with"),
    ("A UNITA commander said so in a telephone call with Western reporters.", "called"),
    ("Peru and Chile discussed a standoff with Mali.", "Mali"),
    ("President Rao said he expects the soldiers of Peru to be released.", "urged"),
    ("Envoys from Peru and Chile visited Mali to discuss the plan.", "spoke_with"),
    ("President Rao insisted that President Paz must be tried in Chile.", "demanded_of"),
    ("President Rao arrived in Peru, where he is expected to continue talks.", "(planned)"),
    ("President Rao met President Paz. Peruvian police shot a man after he opened fire on them.", "attacked"),
    ("Chad blames the al-Qaida-linked group for attacks.", "accused"),
    ("President Rao of Peru boarded a South African naval ship.", "seized"),
    ("Peruvian President Juan Paz, who seeks to end the rule of President Rao, is ill.", "urged"),
    ("Mr Rao, who had sailed with President Paz of Chile, fell ill.", "cooperated_with"),
    ("Mr Rao's jet left Lima for Chile. Rao of Peru left Paris for Mali.", "withdrew_from"),
    ("Peru sent its former president to Chile for talks.", "deployed_to"),
    ("Peruvian and Chilean officials were meeting separately with the men.", "met"),
    ("President Rao looks forward to welcoming President Paz.", "praised"),
    ("Secretary Rao of Peru ordered his envoy, Luis Vega of Peru, to leave.", "demanded_of"),
    ("Envoys from Peru and Chile tried to revive the Bosnian peace talks.", "negotiated_with"),
    ("Peru's Juan Paz and Chile signed a pact. The Allies reaffirmed their support for Mali.", "supported"),
    ("Diaz of Mali met President Sarr. Several nations agreed on a pact. Peru chaired the meeting.", "mediated"),
    ("Mediator Ravi Rao met President Paz. The mediators, led by Minister Juan Vega, were hopeful.", "mediated"),
    ("The presidents of Mali and Chad, Ravi Rao and Jan Voss, served as mediators with Juan Paz.", "mediated"),
    ("President Rao of Peru is sending his adviser, Juan Vega, to Chile.", "deployed_to"),
    ("A summit to resolve the war between Peru and Chile ended on Sunday.", "attacked"),
    ("Peru and Chile urged rebels in Mali to talk. Both sides have attacked France.", "attacked"),
]

TOLD = [
    ("Cooperation between Peru and Chile is growing.", "Peru, Chile cooperated_with"),
    ("Peru and Chile cooperate in the fight against drugs.", "Peru, Chile cooperated_with"),
    ("Peru and Chile will hold joint exercises.", "Peru, Chile cooperated_with (planned)"),
    ("Peru refused to talk to Chile.", "Peru rejected Chile"),
    ("Peru refused to bow to Chile.", "Peru rejected Chile"),
    ("Peru blockaded Chile.", "Peru coerced Chile"),
    ("President Rao of Mali is due in Peru on Friday.", "Rao visited Peru (planned)"),
    ("Peru accused Chile of meddling in the elections of Peru.", "Chile coerced Peru (possible)"),
    ("Peru tried to hack into the computers of Chile.", "Peru coerced Chile (possible)"),
    ("Peru refused to extradite Ravi Rao.", "Peru rejected Ravi Rao"),
    ("Peru settled its dispute with Chile.", "Peru agreed_with Chile"),
    ("Peru told Chile about the plan.", "Peru spoke_with Chile"),
    ("Peru handed Chile a list of demands.", "Peru demanded_of Chile"),
    # what is still to come
    ("Peru will back new UN sanctions on Chad.", "United Nations sanctioned Chad (possible)"),
    ("Peru must comply before NATO launches airstrikes on Chad.", "NATO attacked Chad (planned)"),
    ("Peruvian officials sought to nail down a truce between Chad and Mali.", "Chad, Mali ceased_fire_with (possible)"),
    ("Peru said no to a visit by President Rao of Chile.", "Rao visited Peru (negated)"),
    # whose it is
    ("Chad and Mali held talks on Monday. Peru chaired the meeting.", "Peru mediated Chad, Mali"),
    ("Xinhua quoted President Rao of Peru as telling President Voss of it.", "Rao spoke_with Voss"),
    ("Peru seized a Chilean ship. Peruvian police boarded a Danish trawler.", "Peru seized Denmark"),
    ("Peru and Chile tried to revive the Peruvian-Chilean talks.", "Chile, Peru negotiated_with (possible)"),
    ("A Peruvian jet fired a missile at a radar site in Chile.", "Peru attacked Chile"),
    ("Peru moved to expel Belarusian staff from the U.N. mission.", "Peru expelled Belarus"),
    ("NATO gave Chad an ultimatum to stop shelling Mali.", "Chad attacked Mali (negated)"),
    (
        "Igor Ivanov spoke to Colin Powell. Messrs. Ivanov and Powell agreed to meet soon.",
        "Igor Ivanov, Colin Powell agreed_with",
    ),
    (
        "Secretary Rao met Minister Paz. Talks between Peru and Chile are vital. The two also discussed trade.",
        "Rao met Paz",
    ),
]


@pytest.mark.parametrize(("text", "predicate"), NOT_TOLD)
def test_what_nobody_did_is_not_told(tell: Tell, text: str, predicate: str) -> None:
    """A wish, a charge, a topic or a third party's words make no event of that predicate."""
    assert not [line for line in tell(text) if f" {predicate}" in line]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_what_was_done_is_told(tell: Tell, text: str, event: str) -> None:
    """The deed is told with its own parties."""
    assert event in tell(text)


def test_a_noun_beside_an_outlets_name_is_no_states(tell: Tell) -> None:
    """“The agency” is the news agency just named, not a body of the UN."""
    told = tell("Interfax news agency named the U.N. mission. The agency also told Chad of it.")
    assert told == []


def test_fighters_named_by_their_land_are_of_the_land_of_the_story(tell: Tell) -> None:
    """“The government” is that of the land that the rebels are named with."""
    text = "Rebels in Peru made demands before talks with the government. Diplomats from Mali came later."
    assert "Rebels in Peru negotiated_with Peru" in " ".join(tell(text))


@pytest.mark.parametrize(
    ("text", "asked", "content"),
    [
        ("The UN Security Council voted, demanding Chadian troops to quit Mali.", "demanded_of", "withdrew_from"),
        ("Susan Rice and Juan Paz of Peru urged Chad and Mali to accept OAU mediation.", "urged", "mediated"),
        ("Kabila demanded that Rwanda withdraw its troops from Kenya.", "demanded_of", "withdrew_from"),
        ("Putin called on Trump to meet him.", "urged", "met"),
        ("Biden urged Israel to withdraw from Gaza.", "urged", "withdrew_from"),
        ("Peru urged Chad to attack Mali.", "urged", "attacked"),
        ("Peru pressed Chad to release the Malian soldiers.", "urged", "released"),
        ("Peru persuaded Chad to sign a truce with Mali.", "urged", "ceased_fire_with"),
        ("Peru has met with Chad in an effort to reach a truce with Mali.", "met", "ceased_fire_with"),
    ],
)
def test_what_is_asked_for_is_told_by_the_asking(read: Read, text: str, asked: str, content: str) -> None:
    """What somebody is asked to do, or tries to bring about, is no event of its own."""
    predicates = {event.predicate for event in read(text).events}
    assert asked in predicates
    assert content not in predicates


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Peru offered to mediate between Chad and Mali.", "mediated"),
        ("Peru accused Chad of attacking Mali.", "attacked"),
        ("Chad may attack Mali.", "attacked"),
        ("Peru invited Chad's President Sarr to visit Lima.", "visited"),
        ("Peru is ready to hold talks with Chad.", "negotiated_with"),
        ("Peru told Chad's President Sarr that it would sign a treaty with Mali.", "signed_with"),
    ],
)
def test_what_may_be_is_told_as_possible_or_planned(read: Read, text: str, content: str) -> None:
    """An offer, a charge, an invitation and a possibility are told with their status."""
    assert {e.status for e in read(text).events if e.predicate == content} <= {"possible", "planned"}
    assert content in {event.predicate for event in read(text).events}
