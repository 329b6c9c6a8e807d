"""The whole chain: any text is read, offsets hold, nothing of one article reaches the next."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.errors import PipelineError
from kg.extract import Extractor, load_pipeline
from kg.extract.extractor import words_of_form
from kg.extract.forms import at_hyphens
from kg.model import Article, Extraction

TEXTS = (
    "Putin called Trump on Friday. “We agreed,” he said.",
    "",
    "Iran, Iraq and Oman met. The leaders of all three signed a treaty on 3 May 2025.",
    "President Ada Byron met Emmanuel Macron.",
    "Byron met Emmanuel Macron.",
)

NAMES = ("Vladimir Putin", "the Russian president", "Xi", "US officials", "Iran and Oman", "they", "him", "Kyiv", "we")
GLUE = (
    "met",
    "called",
    ", who attacked",
    "and",
    ".",
    "\n\n",
    "“",
    "”",
    "will visit",
    "by",
    "’s",
    ";",
    "on Monday",
    "to",
)
scraps = st.lists(st.sampled_from(NAMES + GLUE), max_size=25).map(" ".join)


def check(extraction: Extraction) -> None:
    """Whatever was read: offsets lie in the text, and nobody deals with himself."""
    text = extraction.article.text
    for event in extraction.events:
        assert all(subject.name != object_.name for subject, object_ in event.dyads())
        assert list(event.dyads())
        for mention in event.mentions:
            assert 0 <= mention.start <= mention.trigger_start < mention.trigger_end <= mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.sentence
    for quote in extraction.quotes:
        assert text[quote.start : quote.end] == quote.text


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(st.text(max_size=300), scraps))
@example("\x00\x1b[31m\u202e Putin met\x85Trump\u2028.")
@example("." * 500)
@example("“" * 50 + "”" * 50)
@example("Putin " * 300)
@example("Iran, " * 200 + "and Oman met.")
@example("a" * 5000)
@example("\N{ZERO WIDTH JOINER}\N{COMBINING ACUTE ACCENT}met Trump")
@example(" \t\r\n")
def test_any_text_is_read(extractor: Extractor, text: str) -> None:
    """No text raises, whatever it holds; offsets lie inside it, and no actor deals with itself."""
    check(extractor.extract(Article("a", text, published="2025-05-19")))


def test_batches_give_the_same_as_single_articles(extractor: Extractor) -> None:
    """pipe keeps order and content, whatever the batch size."""
    articles = [Article(f"a{n}", text, published="2025-05-19") for n, text in enumerate(TEXTS)]
    single = [extractor.extract(article) for article in articles]
    for batch in (1, 2, 32):
        assert list(extractor.pipe(articles, batch=batch)) == single


def test_the_order_of_articles_changes_nothing(extractor: Extractor) -> None:
    """An article is read by itself alone."""
    articles = [Article(f"a{n}", text, published="2025-05-19") for n, text in enumerate(TEXTS)]
    forward = {e.article.id: e for e in extractor.pipe(articles)}
    backward = {e.article.id: e for e in extractor.pipe(reversed(articles))}
    assert forward == backward


def test_boilerplate_is_not_read_and_offsets_count_in_the_source(extractor: Extractor) -> None:
    """What was blanked tells nothing, and the sentence is cut out of the untouched text."""
    text = "Iran attacked Israel.\n\nPutin met Trump."
    blanked = " " * 21 + text[21:]
    extraction = extractor.extract(Article("a", text, masked=blanked))
    (event,) = extraction.events
    assert event.predicate == "met"
    check(extraction)


def test_every_event_says_by_which_wording(extractor: Extractor) -> None:
    """The rule is the predicate with the pattern of the lexicon that fired."""
    (event,) = extractor.extract(Article("a", "Putin called Trump.")).events
    assert event.rule == "called: S call O:person"


def test_the_mention_is_the_sentence_and_the_trigger(extractor: Extractor) -> None:
    """A mention holds the sentence, and inside it the word that tells the event."""
    text = "It rained. Putin called Trump. It rained."
    (event,) = extractor.extract(Article("a", text)).events
    (mention,) = event.mentions
    assert (mention.sentence, text[mention.trigger_start : mention.trigger_end]) == ("Putin called Trump.", "called")


def test_a_model_that_is_not_installed_is_told() -> None:
    """The error names the pipeline and what to do."""
    with pytest.raises(PipelineError, match="en_core_web_nothing"):
        load_pipeline("en_core_web_nothing")


def test_events_stand_in_text_order(extractor: Extractor) -> None:
    """The first sentence's event comes first."""
    extraction = extractor.extract(Article("a", "Putin met Xi. Iran attacked Israel. Macron called Modi."))
    starts = [event.mentions[0].trigger_start for event in extraction.events]
    assert len(starts) == 3
    assert all(a < b for a, b in itertools.pairwise(starts))


def test_a_model_is_loaded_once_in_a_process() -> None:
    """Extractors of one model share it and the forms of the shipped actors; one with actors of its own reads them."""
    first, second = Extractor(), Extractor()
    assert first.nlp is second.nlp
    assert first.extract(Article("a", "Peru met Chad.")) == second.extract(Article("a", "Peru met Chad."))


def test_forms_are_split_as_texts_are(extractor: Extractor) -> None:
    """The short way round the tokenizer gives the words of every known form as the tokenizer gives them."""
    for form in extractor.gazetteer.forms:
        told = [word for token in extractor.nlp.tokenizer(form) for word in at_hyphens(token.text)]
        assert words_of_form(extractor.nlp, form) == told
