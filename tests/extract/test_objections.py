"""Objections to who goes ahead, deeds laid to somebody's charge, spokesmen for somebody, those who did the same."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Hungary pressed ahead with the law amid mounting criticism from Germany.", "Germany criticized Hungary"),
        ("Turkey began the operation despite warnings from the United States.", "United States warned Turkey"),
        ("NATO went ahead with the expansion over Russia's objections.", "Russia rejected NATO"),
        ("Mali put off the vote in spite of appeals from France.", "France urged Mali"),
        ("Iraq moved its tanks south in the face of threats from Iran.", "Iran threatened Iraq"),
        ("Under pressure from China, Lithuania changed the name of the office.", "China urged Lithuania"),
        ("Despite objections by Peru, Chile kept its fleet there.", "Peru rejected Chile"),
        ("Pressure from Kenya forced Uganda to lift the ban.", "Kenya urged Uganda"),
        ("Greece bowed to warnings from Turkey and sent its frigates home.", "Turkey warned Greece"),
        ("Chad opened its border, winning praise from Niger.", "Niger praised Chad"),
        ("India brushed off criticism from Norway of its bill.", "Norway criticized India"),
    ],
)
def test_an_objection_is_against_who_goes_ahead(tell: Tell, text: str, line: str) -> None:
    """Whom an objection does not name, that is who acts in spite of it, or whom it moves to something."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was finished despite protests from farmers.",
        "Shares in Turkey fell amid warnings from analysts.",
        "Pressure from investors forced Turkey to lift the ban.",
        "Brazil rejected an offer of aid from the G7, prompting an outcry at home.",
    ],
)
def test_no_objection_of_nobody(tell: Tell, text: str) -> None:
    """What farmers and analysts say is no event of states, and an offer is no objection."""
    assert not any(" urged " in line or " warned " in line or " protested_against " in line for line in tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Britain blamed Russia for the poisoning of a British citizen.", "Russia attacked United Kingdom"),
        ("India held Pakistan responsible for the attack on the Indian parliament.", "Pakistan attacked India"),
        ("Kuwait accused Iran of an attack on Kuwaiti oil plants.", "Iran attacked Kuwait"),
        ("Sudan held Chad responsible for the raid.", "Sudan accused Chad"),
        ("Two Israeli soldiers were wounded by gunfire from Lebanon.", "Lebanon attacked Israel"),
        ("China dismissed US criticism of its human rights record.", "China rejected United States"),
    ],
)
def test_a_deed_is_laid_to_the_charge_of_who_is_blamed(tell: Tell, text: str, line: str) -> None:
    """Who is blamed for a deed is told to have done it."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A spokesman for the German government criticised Iran.", "Germany criticized Iran"),
        ("A spokeswoman for the Saudi foreign minister criticised Iran.", "Saudi Arabia criticized Iran"),
        ("A spokesman for Hamas criticised Iran.", "Hamas criticized Iran"),
        ("An adviser to the Ukrainian president criticised Iran.", "Ukraine criticized Iran"),
        ("WARSAW (Reuters) - A spokesman for the Foreign Ministry criticised Iran.", "Poland criticized Iran"),
        (
            '"We condemn Iran," a spokesman for the German government said.',
            "Germany criticized Iran",
        ),
    ],
)
def test_a_spokesman_speaks_for_whom_he_serves(tell: Tell, text: str, line: str) -> None:
    """Those who speak for somebody, or advise him, tell what that side says, in quotations too."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Mali recalled its ambassador from Chad, as did Niger.", "Niger recalled Chad"),
        ("Sweden condemned Iran, and so did Norway.", "Norway criticized Iran"),
        ("Germany expelled two Russian diplomats. Poland followed suit on Tuesday.", "Poland expelled Russia"),
        ("Germany expelled two Russian diplomats and Poland did the same.", "Poland expelled Russia"),
        ("Ghana recognised Kosovo, and Kenya has since followed its example.", "Kenya recognized Kosovo"),
        ("Germany expelled two Russian diplomats and Poland closed its consulate.", "Germany expelled Russia"),
        ("Among those who criticised Iran were Chad and Niger.", "Chad, Niger criticized Iran"),
        ("In Geneva, Iran and Iraq held talks on Monday.", "Iran, Iraq negotiated_with"),
    ],
)
def test_who_did_the_same_did_it(tell: Tell, text: str, line: str) -> None:
    """What is told without the act again is the act told before."""
    assert line in tell(text)


def test_nobody_follows_suit_where_nothing_was_done(tell: Tell) -> None:
    """Without an act before there is none to repeat."""
    assert tell("The house voted on the budget. Poland followed suit on Tuesday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds marched against the Arab League. They clashed with Egyptian police.",
        "Volunteers handed out leaflets in Chad against France and Germany. They criticised Iran.",
    ],
)
def test_they_are_those_who_acted_just_before(tell: Tell, text: str) -> None:
    """Where many whom nothing names are nearer as the subject, "they" is none of the actors before."""
    assert not any(line.startswith(("Arab League", "France", "Germany")) for line in tell(text))
