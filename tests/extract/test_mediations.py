"""Who mediated is told by phrases beside what two sides did, and whose act is judged by clauses beside it."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("US-brokered talks between Israel and Syria failed.", "United States mediated Israel, Syria"),
        ("The Egyptian-mediated truce between Israel and Hamas held.", "Egypt mediated Israel, Hamas"),
        ("Iran and Iraq signed the accord with the mediation of Algeria.", "Algeria mediated Iran, Iraq"),
        ("The accord was signed by Iran and Iraq under the auspices of the UN.", "United Nations mediated Iran, Iraq"),
    ],
)
def test_a_phrase_beside_an_accord_tells_its_mediator(tell: Tell, text: str, line: str) -> None:
    """Participles before the noun and auspices behind it name who stood between the two."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "US-led forces attacked Islamic State.",
        "Iran and Iraq signed the accord in Algeria.",
        "Iran and Iraq held talks with the office of Antony Blinken.",
    ],
)
def test_whoever_is_only_near_mediates_nothing(tell: Tell, text: str) -> None:
    """Leading, hosting and having an office are no mediation."""
    assert not [line for line in tell(text) if " mediated " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Iran tested a missile, which France condemned.", "France criticized Iran"),
        ("Iran tested a missile, a step that Germany denounced.", "Germany criticized Iran"),
        ("In a move that China denounced, Japan bought the islands.", "China criticized Japan"),
    ],
)
def test_what_a_relative_clause_judges_is_the_doing_of_the_main_clause(tell: Tell, text: str, line: str) -> None:
    """A clause on what the sentence tells is for or against whoever did it."""
    assert line in tell(text)


def test_an_accord_told_long_before_is_praised_for_both(tell: Tell) -> None:
    """ "The accord" takes it up however far back; "an accord" is another one."""
    story = "Iran and Iraq signed a treaty in Geneva. Rain fell. Snow fell. Hail fell. Leaves fell. "
    assert "Germany praised Iran, Iraq" in tell(story + "Germany hailed the accord as historic.")
    assert not [line for line in tell(story + "Germany hailed an accord.") if " praised " in line]


def test_a_state_that_announces_a_passive_does_it(tell: Tell) -> None:
    """ "Will be expelled, Belgium said" is Belgium's doing, unless its own people are meant."""
    assert "Belgium expelled Rwanda (planned)" in tell("Rwandan diplomats will be expelled, Belgium said.")
    assert not [line for line in tell("Belgian diplomats will be expelled, Belgium said.") if " expelled " in line]


def test_a_mediation_without_its_sides_is_between_those_who_dealt(tell: Tell) -> None:
    """Who mediated is told, and that it did not happen; between whom is told before."""
    told = tell("India and Pakistan agreed to a truce. There was no mediation by the United States.")
    assert "United States mediated India, Pakistan (negated)" in told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("New Delhi, 13 May 2025\n\nThe ambassador of Pakistan was called in.", "India summoned Pakistan"),
        (
            "The ambassador of Norway was summoned to the Ministry of Foreign Affairs of Russia. "
            "The envoy of Finland was called in as well.",
            "Russia summoned Finland",
        ),
    ],
)
def test_a_ministry_that_does_not_name_its_state_is_placed_by_its_text(tell: Tell, text: str, line: str) -> None:
    """The city and day at the head, or its full name in the first lines, say whose ministry writes."""
    assert line in tell(text, publisher="Ministry of Foreign Affairs")


def test_a_newspaper_in_a_capital_speaks_for_nobody(tell: Tell) -> None:
    """Only bodies of a state are taken for it."""
    assert "India summoned Pakistan" not in tell(
        "New Delhi, 13 May 2025\n\nThe ambassador of Pakistan was called in.", publisher="The Daily Paper"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Peru broke off relations with Chile. It took Brazilian brokering to mend them.",
            "Brazil mediated Peru, Chile",
        ),
        ("Peru and Chile held talks. Brazil hosted the session.", "Brazil hosted Peru, Chile"),
        ("Peru and Chile signed the accord. The ceremony was hosted by Brazil.", "Brazil hosted Peru, Chile"),
        (
            "Peru and Chile met. They expressed their gratitude to Bolivia, which hosted earlier rounds of their "
            "dialogue, and to Brazil for receiving the present round.",
            "Brazil hosted Peru, Chile",
        ),
    ],
)
def test_a_third_stands_between_those_who_were_just_told_of(tell: Tell, text: str, line: str) -> None:
    """Talks are hosted for those who talk, and a quarrel is mediated between those who fell out."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile held talks. Brazil hosted the games.",
        "Peru and Chile held talks. Brazil will host a summit.",
        "Peru and Chile fought for years. Brazil hosted a conference on trade.",
        "Peru and Chile signed an accord. Brazil received the news with relief.",
    ],
)
def test_whoever_hosts_something_else_hosts_nobody_told_before(tell: Tell, text: str) -> None:
    """Games, some summit and the news are not the talks."""
    assert not [line for line in tell(text) if " hosted " in line]


def test_places_of_talks_are_no_parties_of_a_mediation(tell: Tell) -> None:
    """ "Rounds in Baghdad and Muscat" were not between Iraq and Oman."""
    text = "Peru broke off relations with Chile. Rounds in Baghdad and Muscat led nowhere; it took Chinese mediation."
    assert "China mediated Peru, Chile" in tell(text)
