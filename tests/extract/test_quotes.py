"""Quotations are found whole, whatever marks a newsroom uses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.quotes import find_quotes


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“We won,” he said. “And we left.”", ["We won,", "And we left."]),
        ('"We won," he said. "And we left."', ["We won,", "And we left."]),
        ("‘We will not be provoked’ – Spain's Albares", ["We will not be provoked"]),
        ("'We won't go', the ministers' spokesman said.", ["We won't go"]),
        ("He said ‘the ministers’ plan is dead’, and left.", ["the ministers’ plan is dead"]),
        ("“I said, ‘When does it end?’ It is a bloodbath.”", ["I said, ‘When does it end?’ It is a bloodbath."]),
        ('“I said, ‘When does it end?"” Trump said.', ['I said, ‘When does it end?"']),
        ("“The ‘bloodbath” is over, and I agree,” Trump wrote.", ["The ‘bloodbath” is over, and I agree,"]),
        ("“He said “yes” to me,” she said.", ["He said “yes” to me,"]),
        ("It is neither “reasonable” nor “actionable”.", ["reasonable", "actionable"]),
        ("« Nous partons », he said.", ["Nous partons"]),
        ('He said that " all is well".', ["all is well"]),
        ("The US's move hit China’s and the ministers’ offices in the ’90s.", []),
        ('A 5" gun and a 6" gun', []),
        ("“”", []),
        ("", []),
    ],
)
def test_marks(text: str, quotes: list[str]) -> None:
    """Curly, straight, single and mismatched marks give the outermost quotation; apostrophes give none."""
    assert quoted(text) == quotes


def test_paragraphs() -> None:
    """A quotation over paragraphs that opens each anew gives one span a paragraph; an open one ends with its own."""
    assert quoted("He said: “We won.\n\n“We left.” Then he left.\n\nThe end.") == ["We won.", "We left."]


def test_wrapped_quotation() -> None:
    """A quotation runs on over the hard line breaks of its paragraph."""
    text = (
        "The foreign minister of the republic said on Monday that “it\n"
        "was a great day for peace and for both of our countries” and\n"
        "that he would travel soon.\n"
    )
    assert quoted(text) == ["it\nwas a great day for peace and for both of our countries"]


def test_transcript() -> None:
    """Each paragraph of an answer is a quotation of its turn; questions and greetings are none."""
    text = (
        "Spokesperson, Mr Rao: Good evening, friends.\n\nQuestion: Your response?\n\n"
        "Spokesperson: Here are “the facts”.\n\nIt is over.\n\nQuestion: Thank you."
    )
    assert quoted(text) == ["Here are “the facts”.", "It is over."]
    assert {q.turn.label for q in find_quotes(text) if q.turn} == {"Spokesperson"}


@settings(deadline=None)
@given(st.text(alphabet="ab ,.'’‘“”\"«»\n—:", max_size=60) | st.text(max_size=60))
def test_any_text(text: str) -> None:
    """No text raises; quotations are words in the text, in order and without overlap."""
    position = 0
    for quote in find_quotes(text):
        assert position <= quote.outer_start <= quote.start < quote.end <= quote.outer_end <= len(text)
        assert text[quote.start : quote.end] == text[quote.start : quote.end].strip()
        position = quote.outer_end


WORDS = st.text(alphabet="abcde", min_size=1, max_size=6)


@settings(deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=5), st.sampled_from(["“”", '""', "«»"]))
def test_written_quotations_are_read_back(inner: list[str], marks: str) -> None:
    """What is put between marks is found between them."""
    assert quoted("He said " + " and ".join(f"{marks[0]}{words}{marks[1]}" for words in inner) + ".") == inner
