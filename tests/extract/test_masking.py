"""The parser reads short common names in place of mentions, and every token knows where it came from."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.extract.masking import Reading
from kg.model import Article


def masked(extractor: Extractor, text: str) -> Reading:
    reading, _ = extractor.prepare(Article("a", text, published="2025-05-19"))
    return reading


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("US Secretary of State Marco Rubio met Xi Jinping.", "Smith met Smith."),
        ("Iran, Iraq and Oman met on Monday.", "Germans met yesterday."),
        ("French forces attacked the European Union.", "forces attacked the NATO."),
        ("Russian cheese is good.", "Russian cheese is good."),
        ("Putin re-opened talks.", "Putin reopened talks."),
    ],
)
def test_a_mention_is_one_token(extractor: Extractor, text: str, read: str) -> None:
    """Persons, lists, organs, bodies and dates each become one word of their kind."""
    assert masked(extractor, text).doc.text.strip().replace(" .", ".") == read.replace(
        "Putin", masked(extractor, text).doc[0].text
    )


def test_offsets_lead_back_to_the_text(extractor: Extractor) -> None:
    """Start and end of each token cut its source out of the article."""
    text = "  Head of State\tAda Byron – president – met Xi Jinping,\n\nthe U.S. said (“yes”)."
    reading = masked(extractor, text)
    assert all(reading.source(t.i) == text[reading.starts[t.i] : reading.ends[t.i]] for t in reading.doc)
    covered = "".join(reading.source(t.i) for t in reading.doc)
    assert "".join(covered.split()) == "".join(text.split())


def test_sentences_are_ours_not_the_parsers(extractor: Extractor) -> None:
    """Each token has the number of its sentence; a title with a full stop does not end one."""
    reading = masked(extractor, "Mr. Lavrov met Gen. Smith in the U.S. on Monday. He left.")
    assert reading.sentence_of[-1] == 1
    assert [reading.source(t.i) for t in reading.doc if reading.sentence_of[t.i] == 1] == ["He", "left", "."]
