"""Phrases without a name stand for whom the text named before."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Putin met Modi. He praised him.", "Vladimir Putin praised Narendra Modi"),
        ("Giorgia Meloni met Macron. She criticised him.", "Giorgia Meloni criticized Emmanuel Macron"),
        ("Poland criticised Hungary. It also criticised Slovakia.", "Poland criticized Slovakia"),
        ("France and Germany met. They condemned Russia.", "France, Germany criticized Russia"),
    ],
)
def test_pronouns_follow_the_subject(tell: Tell, text: str, line: str) -> None:
    """He, she, it and they stand for those last in focus of their gender and number."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Macron met Modi. The two leaders signed an agreement.", "Emmanuel Macron, Narendra Modi signed_with"),
        ("Putin met Xi. The two sides signed a treaty.", "Russia, China signed_with"),
        ("Iran and Iraq agreed to meet. Both countries criticised Israel.", "Iran, Iraq criticized Israel"),
    ],
)
def test_the_two_are_those_who_met(tell: Tell, text: str, line: str) -> None:
    """Two leaders are the persons of the last pair, two sides or countries their states."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Rubio met Lavrov. The secretary of state criticised Iran.", "Marco Rubio criticized Iran"),
        ("Vladimir Putin met Xi. The Russian leader praised Xi.", "Vladimir Putin praised Xi Jinping"),
        ("France's president met Modi.", "Emmanuel Macron met Narendra Modi"),
        ("The Turkish foreign minister met Modi.", "Hakan Fidan met Narendra Modi"),
    ],
)
def test_a_role_is_its_holder(tell: Tell, text: str, line: str) -> None:
    """A role is the person named with it before, or the one in office at the time."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Lavrov met his counterpart Wang Yi.", "Sergey Lavrov met Wang Yi"),
        (
            "French Foreign Minister Jean-Noël Barrot called his Egyptian counterpart Badr Abdelatty.",
            "Jean-Noël Barrot called Badr Abdelatty",
        ),
        ("British Foreign Secretary David Lammy met his Turkish counterpart.", "David Lammy met Turkey"),
    ],
)
def test_a_counterpart_is_who_holds_the_same_office(tell: Tell, text: str, line: str) -> None:
    """A named counterpart is that person, an unnamed one stands for the state."""
    assert tell(text) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Trump met Putin, who praised him.", "Vladimir Putin praised Donald Trump"),
        ("Macron, whose government criticised Iran, met Modi.", "France criticized Iran"),
    ],
)
def test_relative_pronouns_stand_for_the_noun_before(tell: Tell, text: str, line: str) -> None:
    """Who and whose take up their antecedent."""
    assert line in tell(text)


def test_i_is_who_speaks(tell: Tell) -> None:
    """In a quotation the first person is the speaker."""
    assert tell("“I called Xi on Friday,” Putin said.") == ["Vladimir Putin called Xi Jinping"]


def test_a_noun_takes_up_the_act_told_before(tell: Tell) -> None:
    """Who condemns "the attack" condemns its doer."""
    assert tell("Russia attacked Ukraine; Poland condemned the attack.") == [
        "Russia attacked Ukraine",
        "Poland criticized Russia",
    ]


def test_we_without_a_speaker_or_publisher_is_nobody_invented(tell: Tell) -> None:
    """A statement of nobody condemns in nobody's name."""
    assert tell("We condemn Russia's attack on Ukraine.") == ["Russia attacked Ukraine"]


def test_we_is_the_publisher(tell: Tell) -> None:
    """In a ministry's own text the first person is its state."""
    lines = tell("We condemn Russia.", publisher="Ministry of Foreign Affairs of Poland")
    assert lines == ["Poland criticized Russia"]
