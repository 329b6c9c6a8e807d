"""Reports of news agencies have their own layout and way of naming people, and are read as other texts are."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    "dateline",
    ["THE HAGUE, Netherlands (AP)_ ", "THE HAGUE, Netherlands (AP) _ ", "ROME, Aug. 3 (Wire) -- ", ""],
)
def test_a_dateline_is_no_part_of_the_first_sentence(tell: Tell, dateline: str) -> None:
    """Place, state and agency before a dash of any kind are nobody in the first sentence."""
    assert tell(f"{dateline}Turkey accused Greece.") == ["Turkey accused Greece"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Chairman of the Organization for Security and Cooperation in Europe (OSCE) Flavio Cotti", "Flavio Cotti"),
        ("Director of the U.S. Federal Bureau of Investigation (FBI) Louis Freeh", "Louis Freeh"),
        ("Director of the U.S. Federal Bureau of Investigation Louis Freeh", "Louis Freeh"),
    ],
)
def test_an_abbreviation_may_stand_between_an_office_and_a_name(tell: Tell, text: str, line: str) -> None:
    """The person acts, not the body whose abbreviation stands in brackets."""
    assert tell(f"{text} visited Kenya.") == [f"{line} visited Kenya"]


def test_an_abbreviation_before_a_verb_makes_no_person(tell: Tell) -> None:
    """A body with its abbreviation acts as itself."""
    assert tell("The Organization of African Unity (OAU) condemned Sudan.") == [
        "Organisation of African Unity criticized Sudan"
    ]


def test_the_chief_of_a_body_is_whoever_directs_it(tell: Tell) -> None:
    """ "Chief" stands for the office that leads a body, where someone was named with it."""
    text = "Director of the Federal Bureau of Investigation (FBI) Louis Freeh visited Kenya. The FBI chief met Putin."
    assert "Louis Freeh met Vladimir Putin" in tell(text)


def test_the_minister_is_no_prime_minister(tell: Tell) -> None:
    """A lower office is not that of the one who was named with the higher one."""
    text = "Prime Minister Deve Gowda visited Nepal. India's minister accused Pakistan."
    assert tell(text)[-1] == "India accused Pakistan"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The U.S. demand has been refused by the Taliban.", "Taliban rejected United States"),
        ("The Iranian invitation was declined by Russia.", "Russia rejected Iran"),
        ("Russia's offer was ignored by Georgia.", "Georgia rejected Russia"),
        ("The offer by Russia was ignored by Georgia.", "Georgia rejected Russia"),
    ],
)
def test_by_names_the_doer_of_a_passive_alone(tell: Tell, text: str, line: str) -> None:
    """Who refuses is behind "by", and whose offer it is stands with the offer."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Russia expected a good relationship with Madeleine Albright, nominated by Bill Clinton.",
            "Bill Clinton appointed Madeleine Albright",
        ),
        ("Macron ended a trip to India, undertaken to thank Modi.", "Emmanuel Macron praised Narendra Modi"),
    ],
)
def test_a_participle_behind_a_comma_is_of_the_person_before_it(tell: Tell, text: str, line: str) -> None:
    """A participle set off by a comma belongs to the person right before it, but not to a place."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Xi told visiting President Putin that ties were good.",
            ["Xi Jinping met Vladimir Putin", "Vladimir Putin visited China"],
        ),
        ("Xi met visiting Prime Minister Modi.", ["Xi Jinping met Narendra Modi", "Narendra Modi visited China"]),
        ("Xi held talks with visiting President Putin.", ["Vladimir Putin visited China"]),
    ],
)
def test_a_guest_is_met_and_visits(tell: Tell, text: str, lines: list[str]) -> None:
    """ "Visiting" before an office makes him who is told or met a guest of the other side's state."""
    assert set(lines) <= set(tell(text))


@pytest.mark.parametrize("text", ["Putin said after visiting China that he met Xi.", "Putin is visiting China."])
def test_whoever_is_visiting_a_state_is_the_visitor(tell: Tell, text: str) -> None:
    """As a verb the same word tells the subject's own visit."""
    assert "Vladimir Putin visited China" in tell(text)


def test_who_is_named_to_an_office_is_the_one_before_it(tell: Tell) -> None:
    """The office behind a name is no person."""
    assert tell("President Nelson Mandela named Trevor Manuel finance minister.") == [
        "Nelson Mandela appointed Trevor Manuel"
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Iran hit out at Bahrain for its arrests.", "Iran criticized Bahrain"),
        ("Sri Lanka reacted angrily to India's remarks.", "Sri Lanka criticized India"),
        ("Iran wants compensation from Iraq.", "Iran demanded_of Iraq"),
    ],
)
def test_angry_words_and_wants_of_headlines(tell: Tell, text: str, line: str) -> None:
    """Short words of the wire say what longer ones do."""
    assert line in tell(text)
