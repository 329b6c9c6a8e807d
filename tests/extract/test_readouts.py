"""Readouts of ministries and presidencies: styles, two offices of one person, one's own officials, courtesies."""

from __future__ import annotations

import pytest
from telling import MONDAY, Mentions, Read, Tell

from kg import Article
from kg.extract import Extractor


@pytest.mark.parametrize(
    "phrase",
    [
        "His Highness the Amir Sheikh Sabah Al-Ahmad Al-Jaber Al-Sabah",
        "H.E. Mr. Sabah Al-Ahmad Al-Jaber Al-Sabah",
        "HE Deputy Prime Minister and Minister of Foreign Affairs Sheikh Sabah Al-Ahmad Al-Jaber Al-Sabah",
        "Deputy Prime Minister – Minister of Trade Sabah Al-Ahmad Al-Jaber Al-Sabah",
        "His Royal Highness Prince Sabah Al-Ahmad Al-Jaber Al-Sabah",
    ],
)
def test_a_style_and_two_offices_belong_to_the_name_behind_them(mentions: Mentions, phrase: str) -> None:
    """A style, a courtesy and a second office are one mention with the name."""
    assert [text for text, _ in mentions(f"{phrase} met Xi Jinping.")] == [phrase, "Xi Jinping"]


def test_two_offices_may_be_two_persons(mentions: Mentions) -> None:
    """ "The President and Foreign Minister Lavrov" are two."""
    found = [text for text, _ in mentions("The President and Foreign Minister Sergey Lavrov met Xi Jinping.")]
    assert found == ["President", "Foreign Minister Sergey Lavrov", "Xi Jinping"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "King Abdullah II met Xi Jinping. His Majesty King Abdullah thanked him. His Majesty also called Macron.",
            "Abdullah II called Emmanuel Macron",
        ),
        (
            "H.E. Retno Marsudi met Lavrov. Her Excellency thanked Xi Jinping.",
            "Retno Marsudi praised Xi Jinping",
        ),
        ("Macron received Modi. He thanked his interlocutor.", "Emmanuel Macron praised Narendra Modi"),
        ("Macron called Modi. The President, he said, thanked Macron.", "Emmanuel Macron called Narendra Modi"),
        (
            "Macron met Modi. They praised the ties of Iran and Iraq. They condemned Russia.",
            "Macron, Modi criticized Russia",
        ),
    ],
)
def test_who_is_meant_without_a_name(tell: Tell, text: str, line: str) -> None:
    """Styles, "his interlocutor" and "they" are the person of whom the text told."""
    told = [t.replace("Emmanuel Macron", "Macron").replace("Narendra Modi", "Modi") for t in tell(text)]
    assert line.replace("Emmanuel Macron", "Macron").replace("Narendra Modi", "Modi") in told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Macron called Xi Jinping and offered condolences on the death of his mother.", "supported Xi Jinping"),
        ("Macron offered his condolences to Modi on the loss of lives in Iran.", "supported Narendra Modi"),
        ("Macron expressed condolences over the earthquake in Turkey.", "supported Turkey"),
    ],
)
def test_condolences_are_to_whom_they_are_said(tell: Tell, text: str, line: str) -> None:
    """They go to whom the sentence names, else to whom one was just told to talk."""
    assert [t for t in tell(text) if "supported" in t] == [f"Emmanuel Macron {line}"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Macron made a telephone call to Modi.", ["Emmanuel Macron called Narendra Modi"]),
        ("Macron will on Tuesday, 20 May 2025, host Modi.", ["Emmanuel Macron hosted Narendra Modi (planned)"]),
        ("Envoy Ana Ruiz was dispatched to Fiji.", ["Ana Ruiz visited Fiji"]),
        ("Soldiers of France were dispatched to Mali.", ["France deployed_to Mali"]),
        ("Macron flew to Oman to take part in the Committee of the Arab League.", ["Emmanuel Macron visited Oman"]),
        ("China and Nauru resumed diplomatic relations.", ["China, Nauru recognized"]),
        ("Macron accepted credentials from Ambassador Ana Ruiz of Chile.", ["Emmanuel Macron hosted Ana Ruiz"]),
        ("France demands the release of Ana Ruiz.", []),
        ("Blinken spoke with counterparts from our Baltic Allies.", []),
    ],
)
def test_what_is_done_in_words_of_ministries(tell: Tell, text: str, lines: list[str]) -> None:
    """Calls, visits, credentials; a demand for a person's freedom is not made of that person."""
    assert tell(text) == lines


def test_a_demand_for_the_release_of_a_person_is_made_of_who_holds_the_person(tell: Tell) -> None:
    """The captor is who was told to detain."""
    assert "France demanded_of Iran" in tell("Iran detained Ana Ruiz. France demanded the release of Ana Ruiz.")


def test_summoned_is_the_envoy_and_not_who_had_it_done(tell: Tell) -> None:
    """ "On the instructions of the minister, the ambassador was summoned": the minister was not."""
    text = "On the instructions of Sergey Lavrov, the French Ambassador was summoned to the Russian Foreign Ministry."
    assert tell(text) == ["Russia summoned France"]


@pytest.mark.parametrize(
    ("publisher", "state"), [("Ministry of Foreign Affairs, Fiji", "Fiji"), ("Fiji Broadcasting Corporation", None)]
)
def test_those_named_without_a_state_are_the_own_officials_of_an_office(publisher: str, state: str | None) -> None:
    """A ministry names its own minister without the state; a broadcaster of the same land may mean anyone."""
    text = "The Foreign Minister, Ana Ruiz, met Sergey Lavrov in Oslo."
    found = Extractor().extract(Article("a", text, published=MONDAY, publisher=publisher))
    assert [o.represents.name if o.represents else None for o in found.offices if o.person.name == "Ana Ruiz"] == [
        state
    ]


def test_the_text_of_a_treaty_is_no_signature(read: Read) -> None:
    """A treaty that is being written is possible."""
    found = read("The text of a peace treaty between Armenia and Azerbaijan was discussed.")
    assert [(e.predicate, e.status) for e in found.events] == [("signed_with", "possible")]
