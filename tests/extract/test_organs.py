"""Organs without an owner are those named before; a communiqué's own officials tell whose it is."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Guyana took Venezuela to the International Court of Justice. Brazil praised Guyana. "
            "The judges ordered Venezuela to halt the referendum.",
            "International Court of Justice demanded_of Venezuela",
        ),
        (
            "Nick Adderley wrote to the US embassy in London. The embassy rejected the request by Britain.",
            "United States rejected United Kingdom",
        ),
        (
            "Chadian rebels attacked Sudan on Monday. France criticised Sudan. The rebels attacked Libya.",
            "Chadian rebels attacked Libya",
        ),
    ],
)
def test_an_organ_is_the_one_named_before(tell: Tell, text: str, line: str) -> None:
    """The court, the embassy and the rebels take up the body or the group that the text named."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "The United States praised France. The rebels attacked Chad.",
        "U.S. citizens left Chad. The United States praised France. The rebels attacked Chad.",
    ],
)
def test_rebels_without_a_group_are_rebels(tell: Tell, text: str) -> None:
    """No state and no civilians are taken for fighters whom the text did not name."""
    assert [line for line in tell(text) if "attacked" in line] == ["rebels attacked Chad"]


def test_each_story_has_its_own_place(tell: Tell) -> None:
    """In a round-up the government is that of the dateline above, not of the first."""
    text = (
        "KIGALI, Rwanda (AP) — Rwanda expelled the Belgian ambassador.\n\n"
        "MANILA – Rodrigo Duterte appeared in court. Sara Duterte accused the government of treason."
    )
    assert "Sara Duterte accused Philippines" in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Sweden allowed a march today. We condemn the attack in front of our Embassy in Stockholm. Our Minister, "
            "Mr. Hakan Fidan, telephoned his Swedish counterpart. We urge the Swedish authorities to act.",
            "Turkey urged Sweden",
        ),
        (
            "The President of the Republic spoke with President Félix Tshisekedi. "
            "Emmanuel Macron recalled the friendship of the two states.",
            "Emmanuel Macron spoke_with Félix Tshisekedi",
        ),
    ],
)
def test_a_communique_is_of_those_whose_officials_it_has(tell: Tell, text: str, line: str) -> None:
    """Our minister's state is "we", and the president whom nothing places is the publisher's own."""
    assert line in tell(text, publisher="Ministry A")


def test_a_president_with_a_title_is_not_the_own_one(tell: Tell) -> None:
    """Without a president named by his name alone nobody is guessed to publish the text."""
    text = "The President of the Republic left for Kinshasa. President Tshisekedi met President Kagame."
    assert tell(text, publisher="Presidency A") == ["Félix Tshisekedi met Paul Kagame"]


def test_our_colleague_is_not_our_own_official(tell: Tell) -> None:
    """A colleague or friend of "ours" is another state's."""
    text = "Kenya received our colleague, Mr. Jean-Noël Barrot. We condemn Iran."
    assert "France criticized Iran" not in tell(text, publisher="State House A")
