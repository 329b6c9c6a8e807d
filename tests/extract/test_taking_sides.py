"""Tests for who blames, punishes, backs or sends away whom, where the sentence says it in a roundabout way."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru said Chile must be held to account for the deaths.", "Peru accused Chile"),
        ("Peru said the coup attempt had been organized and financed by Chile.", "Peru accused Chile"),
        ("Peru said there was no doubt that Chile was behind the attack.", "Peru accused Chile"),
        ("It is clear that Chile is arming the rebels, Peru's president said.", "Dina Boluarte accused Chile"),
        ("Peru is convinced that Chile was behind the attack.", "Peru accused Chile"),
        ("Peru says the raid is proof that Chile is arming the rebels.", "Peru accused Chile"),
        ("Moscow called it a provocation by NATO.", "Russia accused NATO"),
        ("Oslo called the raid an Israeli crime against civilians.", "Norway accused Israel"),
        ("Ghana has joined the chorus of criticism of Ivory Coast.", "Ghana criticized Ivory Coast"),
        ("Sweden's condemnation of Burundi was echoed by Norway.", "Norway criticized Burundi"),
    ],
)
def test_blame_may_be_told_through_a_passive_a_certainty_or_a_name(tell: Tell, text: str, line: str) -> None:
    """What is clear, proved or called by a name is somebody's wrong as much as what is said."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru is not sure that Chile was behind the attack.",
        "Peru said elections must be held in Chile.",
        "Peru said the hospital had been organized and financed by Chile.",
    ],
)
def test_doubt_and_good_works_are_no_blame(tell: Tell, text: str) -> None:
    """Neither who is not sure accuses, nor who tells of a hospital."""
    assert not [line for line in tell(text) if "accused" in line]


@pytest.mark.parametrize("side", ["the other side", "the other", "each other"])
def test_two_may_blame_the_other_side(tell: Tell, side: str) -> None:
    """The other side of two is each of them to the other."""
    assert tell(f"Both Armenia and Azerbaijan accused {side} of lying.")[0] == (
        "Armenia, Azerbaijan accused Armenia, Azerbaijan"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sweden condemned the arrest of journalists in Burundi.",
        "Sweden voiced alarm at the arrest of opposition leaders in Burundi.",
        'Sweden was "deeply disturbed" by the execution in Burundi of a dissident.',
    ],
)
def test_what_only_rulers_do_is_held_against_the_land(tell: Tell, text: str) -> None:
    """Whom a state arrests or tries, it does so at home."""
    assert "Sweden criticized Burundi" in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The Peruvian ambassador was told to report to the Chilean Foreign Ministry.", "Chile summoned Peru"),
        ("The Peruvian envoy was asked to come to the Foreign Ministry in Santiago.", "Chile summoned Peru"),
        ("All 40 staff at the Chilean embassy in Lima were told to leave the country.", "Peru expelled Chile"),
        ("An American protest was delivered to Beijing.", "United States protested_against China"),
        ("Cuba restored ties with Mexico that had been cut in 2004.", "Cuba, Mexico severed_ties_with "),
        ("Iran and Egypt restored relations, which were broken off in May.", "Iran, Egypt severed_ties_with "),
    ],
)
def test_diplomats_are_called_in_and_sent_away_by_their_hosts(tell: Tell, text: str, line: str) -> None:
    """The place tells who does it, and relations that were cut are those told of."""
    assert any(told.strip() == line.strip() for told in tell(text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Canada announced the termination of assistance to Honduras.", ["Canada sanctioned Honduras"]),
        ("Australia is considering trade sanctions against Fiji.", ["Australia sanctioned Fiji (possible)"]),
        ("Canada announced new measures against Belarus.", ["Canada sanctioned Belarus"]),
        ("Canada imposed sanctions on Lukashenko's regime.", ["Canada sanctioned Belarus"]),
        ("UN sanctions imposed on Libya over the Lockerbie bombing stay.", ["United Nations sanctioned Libya"]),
        ("Germany pledged continued U.S. aid.", []),
        ("Canada took steps to ease the crisis.", []),
    ],
)
def test_measures_hit_whom_they_are_on_and_not_where_it_began(tell: Tell, text: str, lines: list[str]) -> None:
    """What they are for names no other target, and whose aid it is, gets none."""
    assert tell(text) == lines


def test_what_is_done_out_of_solidarity_backs_somebody(tell: Tell) -> None:
    """The act stands for whom it is with."""
    assert "Cuba supported Bolivia" in tell("In an act of solidarity with Bolivia, Cuba sent doctors home.")


def test_a_view_that_somebody_has_a_role_backs_nobody(tell: Tell) -> None:
    """What two share is a view, whatever it is about."""
    assert not [t for t in tell("Iraq and Iran shared the view that the role of Brazil is vital.") if "supported" in t]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Peru claimed that Chile was complying with the truce.", []),
        ("Peru claimed that Chile had broken the truce.", ["Peru accused Chile"]),
        ("Peru admitted that a Chilean plane had strayed over the border.", []),
        ("The charter ties Peru to the alliance with Chile.", []),
        ("Peru linked Chile to the FARC.", ["Peru accused Chile"]),
        ("Peru is deeply concerned about the worsening situation in Chile.", []),
        ("Peru is deeply concerned about the crackdown in Chile.", ["Peru criticized Chile"]),
        ("India said the bombing was carried out with Pakistani help.", ["India accused Pakistan"]),
        ("Peru drove out two Chilean diplomats.", ["Peru expelled Chile"]),
    ],
)
def test_not_all_that_is_said_of_others_blames_them(tell: Tell, text: str, lines: list[str]) -> None:
    """A claim must tell of a wrong, and a worry of a deed."""
    assert tell(text) == lines
