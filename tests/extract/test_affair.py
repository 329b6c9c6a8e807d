"""Stories of two states leave the other one unsaid; messages are for whom they are handed to; guests have hosts."""

from __future__ import annotations

import pytest
from telling import Tell

QUARREL = "Peru and Chile are at odds again. Officials in Peru and in Chile, and papers of Peru and Chile, differ. "


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru recalled its ambassador.", "Peru recalled Chile"),
        ("Chile promised retaliation.", "Chile threatened Peru"),
        ("Peru will ease its sanctions on the state airline.", "Peru conceded_to Chile (planned)"),
        ("Chile's allegations of espionage are false.", "Chile accused Peru"),
        ("There was no mediation by Spain.", "Spain mediated Peru, Chile (negated)"),
    ],
)
def test_the_other_state_of_an_affair_goes_without_saying(tell: Tell, text: str, line: str) -> None:
    """Where a text is of two states, an act of one that names nobody is done to the other."""
    assert line in tell(QUARREL + text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru issued an order of the high command.",
        "The rebels declared a truce.",
        "Peru threatened to use force.",
    ],
)
def test_what_is_not_done_to_the_other_state(tell: Tell, text: str) -> None:
    """Not every order, truce or threat is between the two."""
    assert not [line for line in tell(QUARREL + text) if line.split()[1] in ("criticized", "demanded_of", "threatened")]


def test_a_third_state_leaves_it_open(tell: Tell) -> None:
    """Of three states that a text speaks of alike, none is the other one."""
    assert tell(3 * "Peru, Chile and Spain differ. " + "Peru recalled its ambassador.") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kuwait passed on to Qatar a list of demands made by Egypt.", "Egypt demanded_of Qatar"),
        ("The envoy handed Sergey Lavrov a letter from Antony Blinken.", "Antony Blinken wrote_to Sergey Lavrov"),
        ("Oman conveyed to Iran a warning from Israel.", "Israel warned Iran"),
    ],
)
def test_a_message_is_for_whom_it_is_handed_to(tell: Tell, text: str, line: str) -> None:
    """Whoever brings a message, its author says it to the one who gets it."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Barack Obama visited Cuba. Raúl Castro met the visitor.", "Raúl Castro met Barack Obama"),
        ("Donald Trump hosted Keir Starmer. Starmer praised his host.", "Keir Starmer praised Donald Trump"),
        (
            "Emmanuel Macron and Vladimir Putin met. Pope Francis wrote to both presidents.",
            "Pope Francis wrote_to Emmanuel Macron, Vladimir Putin",
        ),
        (
            "Jeremy Hunt rang Mohammad Javad Zarif. He warned the Iranians of consequences.",
            "Jeremy Hunt warned Iran",
        ),
        (
            "Two tests were set by Antony Blinken, the US secretary of state, who also endorsed Kuwait's mediation.",
            "Antony Blinken supported Kuwait",
        ),
        ("Washington armed Albania. The White House stood by its NATO ally.", "United States supported Albania"),
    ],
)
def test_who_is_meant(tell: Tell, text: str, line: str) -> None:
    """Guests, hosts and those told of together are taken up later; nobody warns the own people."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Barack Obama became the first president to visit Cuba.", "Barack Obama visited Cuba"),
        ("Barack Obama will be the first president to visit Cuba.", "Barack Obama visited Cuba (planned)"),
        ("Poland is to recognise Kosovo.", "Poland recognized Kosovo (planned)"),
        ("India and Pakistan agreed to stop firing.", "India, Pakistan ceased_fire_with"),
        ("India and Pakistan are to agree to stop firing.", "India, Pakistan ceased_fire_with (planned)"),
        ("Peru called in the Chilean ambassador to protest the raid.", "Peru protested_against Chile"),
        ("Peru called on the Chilean ambassador to leave.", "Peru urged Chile"),
    ],
)
def test_what_is_done_by_being_first_by_agreeing_by_calling_in(tell: Tell, text: str, line: str) -> None:
    """An infinitive is no plan behind "the first", no hope behind "called in", and a truce agreed is a truce."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Turkey and Greece agreed to cooperate closely.", ["Turkey, Greece agreed_with"]),
        ("Turkey and Greece agreed to stay in contact.", ["Turkey, Greece agreed_with"]),
        ("Turkey and Greece cooperated closely.", ["Turkey, Greece cooperated_with"]),
    ],
)
def test_what_is_agreed_is_told_by_the_accord(tell: Tell, text: str, events: list[str]) -> None:
    """The dealings that two promise each other are what they agreed on, no second event."""
    assert tell(text) == events


@pytest.mark.parametrize(("name", "state"), [("Afganistan", "Afghanistan"), ("the Phillipines", "Philippines")])
def test_a_state_is_known_by_its_usual_misspellings(tell: Tell, name: str, state: str) -> None:
    """Copy that was typed in haste names the same state."""
    assert tell(f"Turkey accused {name}.") == [f"Turkey accused {state}"]


@pytest.mark.parametrize(
    ("opening", "agreed"),
    [
        ("Russia, China and Iran met in Baku.", True),
        ("Russia, China, Iran, Turkey and Syria met in Baku.", False),
    ],
)
def test_so_many_who_agreed_are_a_gathering(tell: Tell, opening: str, agreed: bool) -> None:
    """Where "they" are more than three, it is not said who agreed with whom; those named one by one are told."""
    told = tell(f"{opening} They agreed to act.")
    assert any("agreed_with" in line for line in told) == agreed
    assert any("met" in line for line in told)
