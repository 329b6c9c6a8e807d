"""Participles behind demands, relative clauses behind places, leaders of bodies, verbs that share no negation."""

from __future__ import annotations

import pytest
from telling import Read, Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Chad demanded that Sudan withdraw, accusing it of aggression.", "Chad accused Sudan"),
        (
            "They are at odds, with Moscow defending President Bashar al-Assad and Washington"
            "  providing support to the Syrian opposition.",
            "United States supported Syrian National Coalition",
        ),
        ("Oman condemned the Israeli raid in Rome, which killed two men.", "Oman criticized Israel"),
        ("Tony Blair met the leader of the biggest movement, Ivan Brun.", "Tony Blair met Ivan Brun"),
        ("The head of Russia's Foreign Ministry called on Iran to stop.", "Sergey Lavrov urged Iran"),
        ("Chad did not comment but on Tuesday accused Libya of spying.", "Chad accused Libya"),
        ("Spain condemned the repression in Iran.", "Spain criticized Iran"),
        ("Chad and Sudan agreed on a temporary ceasefire deal.", "Chad, Sudan ceased_fire_with"),
        (
            "Minister Petr Pavlov received Ambassador Extraordinary and Plenipotentiary of Norway to Peru Ivan Brun.",
            "Petr Pavlov hosted Ivan Brun",
        ),
        ("Lima, The Minister, Mr. Petr Pavlov, met Mr. Ivan Brun.", "Petr Pavlov met Ivan Brun"),
        (
            "Minister Petr Pavlov was handed a copy of his credentials by Ambassador Ivan Brun.",
            "Petr Pavlov met Ivan Brun",
        ),
        ("Norway sanctioned current and former officials from the Government of Peru.", "Norway sanctioned Peru"),
    ],
)
def test_what_hangs_on_what(tell: Tell, text: str, line: str) -> None:
    """Each clause, participle and title is read with what it belongs to."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Chad said that Libya had expelled envoys, accusing Sudan of spying.", "Chad accused Sudan"),
        ("Peru is defending Cuba and Chile.", "Chile supported Cuba"),
        (
            "China condemned a bombing that killed 22 people including UN employees in Mogadishu.",
            "China criticized United Nations",
        ),
        (
            "The EU condemned yesterday's attack in Kabul, which claimed many lives.",
            "European Union criticized Afghanistan",
        ),
        ("Spain condemned the violence in Iran.", "Spain criticized Iran"),
        (
            "China condemned the attack against its embassy in Peru. China will cooperate with Peru.",
            "China criticized Peru",
        ),
        ("Chad and Sudan agreed on a trade deal.", "Chad ceased_fire_with Sudan"),
        ("Norway sanctioned former and future partners of Peru.", "Norway sanctioned Oman"),
    ],
)
def test_what_does_not(tell: Tell, text: str, line: str) -> None:
    """What stands near is not therefore meant: victims, places, who is only reported on."""
    assert line not in tell(text)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad did not comment but on Tuesday accused Libya of spying.", "actual"),
        ("Chad will not comment or accuse Libya of spying.", "negated"),
        ("Chad has not accused Libya or Sudan of spying.", "negated"),
    ],
)
def test_a_finite_verb_shares_no_negation(read: Read, text: str, status: str) -> None:
    """A negation reaches bare verbs, not a past that stands for itself."""
    assert {e.status for e in read(text).events} == {status}


def test_what_is_out_of_the_question_is_not(tell: Tell) -> None:
    """Talks of which there is no question, or no prospect, are none."""
    assert "Cuba negotiated_with Peru (negated)" in tell("Cuba said there was no question of talks with Peru.")
    assert "Cuba negotiated_with Peru (negated)" in tell("Cuba sees no prospect of talks with Peru.")
