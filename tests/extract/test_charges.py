"""Tests for blame that a noun, a feeling or a general class of wrongs tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Tell = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Mali left the talks over what it called Chad's failure to act.", "Mali accused Chad"),
        ("Tension rose over what Kenya said was an act of aggression by Sudan.", "Kenya accused Sudan"),
        ("Mali fears what it sees as unfair Chadian trade practices.", "Mali accused Chad"),
        ("Kenya complained of repeated provocations by Ugandan troops.", "Kenya accused Uganda"),
        ("Greece spoke of Turkish violations.", "Greece accused Turkey"),
        ("Peru repeated allegations by Brazil that Chile had armed gunmen.", "Brazil accused Chile"),
    ],
)
def test_a_wrong_that_is_named_is_held_against_its_doer(tell: Tell, text: str, line: str) -> None:
    """Who names a wrong blames whose it is: before the noun, behind "by", in a relative clause."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Mali, angry at Chad, left early.", "Mali criticized Chad"),
        ("India, angered by increased Pakistani rhetoric, said this was not enough.", "India criticized Pakistan"),
        ("The Danish decision angered Norway.", "Norway criticized Denmark"),
        ("Norway attacked Denmark's policy in the Arctic.", "Norway criticized Denmark"),
    ],
)
def test_who_resents_what_another_does_criticises_him(tell: Tell, text: str, line: str) -> None:
    """The feeling may stand beside the name, before the clause or as its verb."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Somalia said Ethiopia was letting gunmen cross the border.", "Somalia accused Ethiopia"),
        ("Nicaragua said Honduras was sheltering gunmen.", "Nicaragua accused Honduras"),
        ("Peru said Chile was delaying a settlement.", "Peru accused Chile"),
        ("Greece said Turkey had done nothing to stop the smugglers.", "Greece accused Turkey"),
        ("Greece said Turkey had yet to honour the accord.", "Greece accused Turkey"),
        ("France said Spain had been too slow to act.", "France criticized Spain"),
        ("France said Spain should have told it of the plan.", "France criticized Spain"),
        ("Cuba said Panama was behaving like a bully.", "Cuba criticized Panama"),
        ("India said Pakistan cannot be trusted.", "India criticized Pakistan"),
        ("Peru said it was wrong of Chile to ban the imports.", "Peru criticized Chile"),
        ("Kenya said it was regrettable that Uganda had left.", "Kenya criticized Uganda"),
        ("Sudan said Egypt's remarks were tantamount to blackmail.", "Sudan accused Egypt"),
        ("Chad said there had been thousands of violations by Libyan forces.", "Chad accused Libya"),
    ],
)
def test_a_verb_and_its_object_can_be_a_wrong_together(tell: Tell, text: str, line: str) -> None:
    """Helping outlaws, stopping what is good, letting others do wrong; too little, too much, likened to something."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Japan said Chad had allowed the inspectors in.",
        "Norway said Sweden had helped the refugees.",
        "Peru said Chile had led the country to an end of the conflict.",
        "Iran said Iraq had made a step forward.",
        "Kenya said it was good that Uganda had stayed.",
        "Mali spoke of no violations by Chad.",
        "Peru said Chile should have peace.",
        "Mali took part in what it called a friendly Chadian feast.",
    ],
)
def test_help_and_leave_for_others_blame_nobody(tell: Tell, text: str) -> None:
    """The same verbs with good objects, good judgements and denied wrongs blame nobody."""
    assert not [line for line in tell(text) if " accused " in line or " criticized " in line]
