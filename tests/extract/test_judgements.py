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
        "“Russia and Iran have committed war crimes,” Emmanuel Macron said.",
        "“France has committed war crimes,” Emmanuel Macron said.",
        "“War crimes by Russia.” Macron said.",
    ],
)
def test_doubtful_blame_is_none(tell: Tell, text: str) -> None:
    """Denial, two parties, the speaker's own state and scraps of words judge nobody."""
    assert tell(text) == []


def test_the_quotation_has_its_speaker(read: Read) -> None:
    """The words are kept as they stand, with who says them."""
    (quote,) = read("“Russia has committed war crimes,” Emmanuel Macron said.").quotes
    assert (quote.speaker and quote.speaker.name, quote.text) == ("Emmanuel Macron", "Russia has committed war crimes,")


def test_what_is_told_in_a_quotation_is_by_the_speaker(read: Read) -> None:
    """An act inside quotation marks is attributed to who is quoted."""
    (event,) = read("Putin said: “Trump will meet Xi.”").events
    assert event.attributed_to is not None and event.attributed_to.name == "Vladimir Putin"
