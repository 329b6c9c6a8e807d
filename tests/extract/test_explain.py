"""A reading says why: every link, every wording that fired, every near miss, and every silence."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.extract.explain import Explanation, explain
from kg.model import Article


def why(extractor: Extractor, text: str) -> Explanation:
    return explain(extractor, Article("a", text, published="2025-05-20"))


def test_each_link_has_its_phrase_and_reason(extractor: Extractor) -> None:
    """A name, a seat of government, an army and a pronoun each say whom they stand for and why."""
    text = "Vladimir Putin met Narendra Modi. He said Russian forces attacked Kyiv."
    links = [(link.text, link.actor, link.reason) for link in why(extractor, text).actors]
    assert ("Vladimir Putin", "Vladimir Putin", "a name of the gazetteer") in links
    assert ("Kyiv", "Ukraine", "the seat of government of Ukraine") in links
    assert ("Russian forces", "Russia", "an organ of Russia") in links
    assert ("He", "Vladimir Putin", "“he” for the person in focus") in links


def test_a_list_links_each_of_its_members(extractor: Extractor) -> None:
    """One phrase may stand for several actors."""
    links = why(extractor, "Iran, Iraq and Oman met.").actors
    assert [(link.text, link.actor) for link in links] == [
        ("Iran, Iraq and Oman", name) for name in ("Iran", "Iraq", "Oman")
    ]
    assert links[1].reason == "named in a list"


def test_a_firing_has_wording_slots_status_and_date(extractor: Extractor) -> None:
    """What fired says by which wording, who fills its slots, and what gave status and date."""
    (firing,) = why(extractor, "Macron will visit India on Friday.").fired
    assert (firing.predicate, firing.trigger, firing.status, firing.cues) == ("visited", "visit", "planned", ("will",))
    assert [(link.text, link.actor) for link in firing.subjects] == [("Macron", "Emmanuel Macron")]
    assert [(link.text, link.actor) for link in firing.objects] == [("India", "India")]
    assert (firing.date, firing.precision, firing.date_cue) == ("2025-05-23", "day", "on Friday")
    assert firing.event == 0


def test_offsets_cut_the_phrases_out_of_the_text(extractor: Extractor) -> None:
    """Start and end of links, firings and misses count in the text given."""
    text = "“We met,” said Macron.\nHe called Putin; France condemned the weather."
    explanation = why(extractor, text)
    assert explanation.actors and explanation.fired and explanation.misses
    for link in explanation.actors:
        assert text[link.start : link.end] == link.text
    for part in (*explanation.fired, *explanation.misses):
        assert text[part.start : part.end] == part.trigger


def test_what_was_told_twice_leads_to_one_event(extractor: Extractor) -> None:
    """Two firings of one occasion name the same event."""
    text = "Putin called Trump on Monday. Trump spoke with Putin on Monday."
    explanation = why(extractor, text)
    assert [event.predicate for event in explanation.events] == ["called"]
    assert [(f.predicate, f.event) for f in explanation.fired] == [("called", 0), ("spoke_with", 0)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The weather was nice.", "No actor was found"),
        ("", "No actor was found"),
        ("Macron slept.", "Only one actor was found, Emmanuel Macron, and an event needs two."),
        (
            "France condemned the weather, and Germany slept.",
            "“S condemn|… O” (criticized) fits “condemned”, but",
        ),
        ("Macron and Modi enjoyed a concert.", "no wording of the lexicon fits the verbs enjoy and the nouns concert"),
        ("Macron, Modi.", "Actors were found (Emmanuel Macron, Narendra Modi), but no verb or noun"),
    ],
)
def test_silence_is_explained_in_one_sentence(extractor: Extractor, text: str, sentence: str) -> None:
    """Where no event is told, the reason is the first that holds: actors, their number, near misses, wordings."""
    explanation = why(extractor, text)
    assert explanation.events == ()
    assert explanation.silence is not None
    assert sentence in explanation.silence
    assert explanation.silence.endswith(".") and "\n" not in explanation.silence


def test_where_an_event_is_told_there_is_no_silence(extractor: Extractor) -> None:
    """The sentence about silence is only for silence."""
    assert why(extractor, "Macron met Modi.").silence is None


def test_a_near_miss_says_what_stopped_it(extractor: Extractor) -> None:
    """A wording without an actor on one side names the side."""
    (miss,) = why(extractor, "France condemned the weather, and Germany slept.").misses
    assert (miss.predicate, miss.trigger, miss.why) == ("criticized", "condemned", "no actor as its object")
