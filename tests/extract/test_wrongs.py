"""Tests for blame that only the content of a statement tells: deeds, duties left undone, effects and judgements."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Chad said that Peru was fuelling the war in the north.", "Chad criticized Peru"),
        ("Mali said Chile was unfairly protecting its fisheries.", "Mali accused Chile"),
        ("According to Kenya, Cuba is trying to divide the allies.", "Kenya accused Cuba"),
        ("Norway complained that it had been misled by Spain.", "Norway criticized Spain"),
        ("Togo answered with charges that Benin had armed the smugglers.", "Togo accused Benin"),
        ("Peru's claim that Chile exploited the fishermen annoyed everybody.", "Peru criticized Chile"),
        ("Egypt said the dam was evidence of Sudan's failure to act.", "Egypt accused Sudan"),
        ("Cuba's policy poses a threat to the region, Mali said.", "Mali criticized Cuba"),
        ("Kenya said Norway's plan was causing alarm.", "Kenya criticized Norway"),
        ("Brazil said Spain was unwilling to negotiate.", "Brazil criticized Spain"),
        ("Ghana said Togo had no right to close the river.", "Ghana criticized Togo"),
        ("Ghana said Togo was not interested in peace.", "Ghana criticized Togo"),
        ("Peru said Chile no longer honours the accord.", "Peru accused Chile"),
        ("Brazil criticized the way Norway treats refugees.", "Brazil criticized Norway"),
        ("Peru voiced anger over a drill between Kenya and Ghana.", "Peru criticized Kenya, Ghana"),
        ("“We all saw Chile's disruption of the talks,” Peru's foreign minister said.", "Peru accused Chile"),
    ],
)
def test_who_tells_bad_of_another_blames_him(tell: Tell, text: str, line: str) -> None:
    """The clause may tell a deed, a duty left undone, an effect, a lack or a judgement."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad said that Peru was not fuelling the war.",
        "Chad said that neither Peru nor Chile wants to undermine the accord.",
        "Chad asked whether Peru was fuelling the war.",
        "Chad said that Peru would not mislead anybody.",
        "Chad said that Chad's policy was a mistake.",
        "Mali said Cuba had asked Peru to consider blocking the sale.",
        "Mali said Cuba had opened a road to the north.",
        "“We shall answer any further aggression by Peru,” Chad's foreign minister said.",
        "“Peru will pay for its crimes,” Chad's foreign minister said.",
    ],
)
def test_what_is_not_so_or_not_bad_blames_nobody(tell: Tell, text: str) -> None:
    """Denial, a question, what would be, one's own side and what is done without harm blame nobody."""
    assert not [line for line in tell(text) if " accused " in line or " criticized " in line]


def test_the_same_blame_is_told_once(tell: Tell) -> None:
    """Whoever is told to accuse another does not criticise him for it again by what he says."""
    assert tell("Peru accused Chile of piracy and said that its policy was a threat.") == ["Peru accused Chile"]
