"""Quotations that blame someone are accusations, those that disapprove are criticism."""

from __future__ import annotations

import pytest
from telling import Read, Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("“Russia has committed war crimes,” Emmanuel Macron said.", "Emmanuel Macron accused Russia"),
        ("Macron said: “Israel violated the ceasefire agreement.”", "Emmanuel Macron accused Israel"),
        ('"Iran\'s behaviour is unacceptable," said Marco Rubio.', "Marco Rubio criticized Iran"),
    ],
)
def test_a_quotation_that_judges_one_party_is_an_act(tell: Tell, text: str, line: str) -> None:
    """Words of wrongdoing accuse, words of disapproval criticise; the speaker is the subject."""
    assert tell(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "“Russia did not commit war crimes,” Emmanuel Macron said.",
        "“France has committed war crimes,” Emmanuel Macron said.",
        "“War crimes by Russia.” Macron said.",
    ],
)
def test_doubtful_blame_is_none(tell: Tell, text: str) -> None:
    """Denial, the speaker's own state and scraps of words judge nobody."""
    assert tell(text) == []


def test_the_quotation_has_its_speaker(read: Read) -> None:
    """The words are kept as they stand, with who says them."""
    (quote,) = read("“Russia has committed war crimes,” Emmanuel Macron said.").quotes
    assert (quote.speaker and quote.speaker.name, quote.text) == ("Emmanuel Macron", "Russia has committed war crimes,")


def test_what_is_told_in_a_quotation_is_by_the_speaker(read: Read) -> None:
    """An act inside quotation marks is attributed to who is quoted."""
    (event,) = read("Putin said: “Trump will meet Xi.”").events
    assert event.attributed_to is not None and event.attributed_to.name == "Vladimir Putin"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Iran said France was wrong to close the border.", "Iran criticized France"),
        ("The Russian decision, Poland said, was a mistake.", "Poland criticized Russia"),
        ("Angela Merkel said Greece had behaved irresponsibly.", "Angela Merkel criticized Greece"),
        ("Macron said Turkey had made a mistake.", "Emmanuel Macron criticized Turkey"),
        ("Poland found Russia's behaviour unacceptable.", "Poland criticized Russia"),
        ("Cuba regards the American embargo as illegal.", "Cuba criticized United States"),
        ('Ebrard called Peru\'s measure "unfounded and reprehensible".', "Marcelo Ebrard criticized Peru"),
        ("Cuba termed the American embargo cruel and unjust.", "Cuba criticized United States"),
        ("Macron dismissed the Turkish response as hysteria.", "Emmanuel Macron criticized Turkey"),
        ("Turkey described the Israeli raid as piracy.", "Turkey accused Israel"),
        ("Pakistan said India's accusations were baseless.", "Pakistan rejected India"),
    ],
)
def test_a_judgement_in_other_words_is_an_act(tell: Tell, text: str, line: str) -> None:
    """What somebody says, finds or calls somebody's doing tells the same as the quotation would."""
    assert tell(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Poland said it would be wrong to invite Russia.",
        "Poland said Russia was not wrong to close the border.",
        "Poland asked whether Russia was wrong.",
        "Poland said Russia was right.",
        "Angela Merkel said Germany had made a mistake.",
        "Poland sees Russia as a partner.",
        "Britain declared Iran a friend.",
        "France described the talks with Iran as constructive.",
    ],
)
def test_what_is_not_bad_or_not_so_judges_nobody(tell: Tell, text: str) -> None:
    """Denial, a question, a condition, praise and one's own state are no blame."""
    assert [line for line in tell(text) if "criticized" in line or "accused" in line] == []


def test_a_deed_of_both_sides_is_judged_as_the_other_ones(tell: Tell) -> None:
    """Those who call "the expulsions" bad do not mean their own."""
    story = "Britain expelled four Russian diplomats. Russia expelled four British diplomats. "
    assert "David Miliband criticized Russia" in tell(
        story + "British Foreign Secretary David Miliband called the expulsions unjustified."
    )
