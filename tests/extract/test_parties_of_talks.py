"""Tests of whom talks, meetings and messages are between, where the words for it are of many kinds."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru and Chile got down to hard bargaining on Tuesday.", "Peru, Chile negotiated_with"),
        ("President Rao walked into talks with King Sarr.", "Rao negotiated_with Sarr"),
        ("Minister Berg broached the matter with King Sarr.", "Berg spoke_with Sarr"),
        ("Minister Berg set out the plan to King Sarr.", "Berg spoke_with Sarr"),
        ("Minister Berg brought the case to the attention of King Sarr.", "Berg spoke_with Sarr"),
        ("Minister Berg brought King Sarr a letter from President Rao.", "Rao wrote_to Sarr"),
        ("Minister Berg cabled his condolences to King Sarr.", "Berg wrote_to Sarr"),
        ("An exchange of letters between President Rao and King Sarr came first.", "Rao, Sarr wrote_to"),
        ("President Rao's exchange of letters with King Sarr was published.", "Rao wrote_to Sarr"),
        ("A conversation of President Rao with King Sarr took place in Rome.", "Rao spoke_with Sarr"),
        ("A new round of negotiations opened on Monday between Peru and Chile.", "Peru, Chile negotiated_with"),
        ("They met after the summit in May 1985, between President Rao and King Sarr.", "Rao, Sarr met"),
    ],
)
def test_many_words_tell_of_talks(tell: Tell, text: str, line: str) -> None:
    """Bargaining, broaching, cabling and exchanges of letters are between those whom the sentence names."""
    assert any(line in told for told in tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("In talks in Rome, Peru demanded that Chile pay its debts.", "Peru negotiated_with Chile"),
        ("At the talks, Peru offered Chile a lease of the port.", "Peru negotiated_with Chile"),
        ("In earlier rounds of talks, Peru had asked Chile to pay.", "Peru negotiated_with Chile"),
    ],
)
def test_who_asks_something_at_talks_talks_with_whom_it_asks(tell: Tell, text: str, line: str) -> None:
    """Talks of which no party is named are between who asks and who is asked there."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "In talks with Bolivia, Peru demanded that Chile pay its debts.",
        "In Bolivian talks, Peru demanded that Chile pay its debts.",
        "At talks in Rome, Peru accused Chile of theft.",
    ],
)
def test_talks_of_others_are_not_with_whom_something_is_asked_of(tell: Tell, text: str) -> None:
    """Where somebody else is a party, or only blame is told, who is named last does not talk."""
    assert not [line for line in tell(text) if "negotiated_with Chile" in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru and Chile began indirect talks through Oman.", "Oman mediated Peru, Chile"),
        ("Peru and Chile met in Rome under Italy's chairmanship.", "Italy mediated Peru, Chile"),
        ("President Rao brought Wang Yi and Sergei Lavrov together in Paris.", "Rao mediated Wang Yi, Sergey Lavrov"),
    ],
)
def test_who_carries_words_to_and_fro_mediates(tell: Tell, text: str, line: str) -> None:
    """Indirect talks through somebody, a chair, and bringing together tell a mediator."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("North and South Korea held talks.", "North Korea, South Korea negotiated_with"),
        ("North and South Korean officials met.", "North Korea, South Korea met"),
        ("The two Koreas held talks.", "North Korea, South Korea negotiated_with"),
        ("The heads of state of Peru and Chile, Tom Rao and Ali Sarr, met.", "Tom Rao, Ali Sarr met"),
        ("King Sarr met with Special Envoy of the UN Secretary-General for Chad Tom Rao.", "Sarr met Tom Rao"),
        ("King Sarr met the adviser of President Berg, Tom Rao.", "Sarr met Tom Rao"),
        ("King Sarr met Head of the General Intelligence Service Tom Rao.", "Sarr met Tom Rao"),
        ("King Sarr received yesterday special delegate Tom Rao.", "Sarr hosted Tom Rao"),
        ("King Sarr met here today Foreign Minister Tom Rao of Peru.", "Sarr met Tom Rao"),
        ("King Sarr met officials of the staff, including Foreign Minister Tom Rao.", "Sarr met Tom Rao"),
        ("King Sarr met the U.S. commander in Iraq, General Tom Rao.", "Sarr met Tom Rao"),
        ("King Sarr met Minister of Foreign Affairs of Iran Hussein Amir Rao.", "Sarr met Hussein Amir Rao"),
    ],
)
def test_parties_are_read_whole(tell: Tell, text: str, line: str) -> None:
    """Halves of a divided land, heads of states, and long offices with their names are parties of a meeting."""
    assert any(told.startswith(line) for told in tell(text)), tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Negotiations have been under way since May between Peru and Chile.", "Peru, Chile negotiated_with"),
        ("Talks are expected to begin soon between Peru and Chile.", "Peru, Chile negotiated_with"),
        ("Talks with the participation of Peru and Chile opened in Rome.", "Peru, Chile negotiated_with"),
        ("A second session between President Rao and King Sarr was held.", "Rao, Sarr met"),
        ("President Rao's meeting, on May 5 in Rome, with King Sarr was long.", "Rao met Sarr"),
        ("President Rao met with King Sarr on Monday and with Wang Yi on Tuesday.", "Rao met Wang Yi"),
        ("Tom Rao, Minister of Trade of Peru met with King Sarr.", "Tom Rao met Sarr"),
        ("King Sarr met Tom Rao (Peru), Dag Berg (Norway) and Li Wei (China).", "Sarr met Tom Rao, Dag Berg, Li Wei"),
        ("King Sarr met Tom Rao and Dag Berg, as well as Ambassador Li Wei.", "Sarr met Tom Rao, Dag Berg, Li Wei"),
        ("In a letter to King Sarr, Peru asked for talks.", "Peru wrote_to Sarr"),
        ("Peru proposed talks in a letter to King Sarr.", "Peru wrote_to Sarr"),
        ("Minister Berg engaged King Sarr on trade.", "Berg spoke_with Sarr"),
    ],
)
def test_parties_stand_far_from_the_word_of_their_talks(tell: Tell, text: str, line: str) -> None:
    """A state of affairs, a day, a place, a bracket or a second verb may part the talks and who takes part."""
    assert any(told.startswith(line) for told in tell(text)), tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru facilitated the evacuation of staff from Chad.",
        "Peru gave thanks for the facilitation in Chad.",
        "Peru suggested a visit in a letter from Chad to Togo.",
    ],
)
def test_what_is_no_mediation_and_no_letter(tell: Tell, text: str) -> None:
    """To help an evacuation is no mediation, and a letter that another signed is not who speaks of it writing."""
    assert not [line for line in tell(text) if "mediated" in line or "Peru wrote_to" in line]
