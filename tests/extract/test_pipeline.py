"""What reads the masked text: the parts of a pipeline that are needed, each asked no more than it must be."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import Extractor, load_pipeline
from kg.extract.attributes import QuickRuler, quick
from kg.extract.pipeline import Reader
from kg.model import Article

WORDS = (
    *(
        "gonna",
        "y'all",
        "let's",
        "c'mon",
        "ain't",
        "'s",
        "there",
        "is",
        "were",
        "an",
        "The",
        "that",
        "but",
        "\n\n",
        "  ",
    ),
    *("I", "me", "it", "have", "has", "did", "not", "n't", "which", "this", "met", "Putin", "nothin'", "to", "be", ","),
)
LISTENING = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 8,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"},
    }
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The default pipeline, for this module alone."""
    return load_pipeline()


def attributes(doc: Doc) -> list[tuple[str, ...]]:
    """All that rules of attributes may set."""
    return [(t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_, t.norm_) for t in doc]


def parsed(nlp: Language, text: str) -> Doc:
    """A doc as it comes to the ruler."""
    doc = nlp.make_doc(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = nlp.get_pipe(name)(doc)
    return doc


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)))
@example("There's nothin' y'all are gonna do; it ain't so, let's go.")
@example("Did the men who do that have it? I don't.\n\n  They gotta, c'mon!")
def test_the_quick_ruler_says_what_the_ruler_says(nlp: Language, text: str) -> None:
    """Whatever the text, with rules about one word and about two."""
    ruler = nlp.get_pipe("attribute_ruler")
    doc = parsed(nlp, text)
    assert attributes(quick(ruler)(doc.copy())) == attributes(ruler(doc.copy()))


def test_a_ruler_that_remembers_says_the_same_of_articles(nlp: Language, root: Path) -> None:
    """What it learnt from one text holds in the next."""
    ruler = nlp.get_pipe("attribute_ruler")
    fast = quick(ruler)
    assert isinstance(fast, QuickRuler)
    texts = sorted((root / "tests/gold/dev/articles").glob("*.txt"))
    assert len(texts) > 20
    for path in texts:
        doc = parsed(nlp, path.read_text(encoding="utf-8"))
        assert attributes(fast(doc.copy())) == attributes(ruler(doc.copy())), path.name


def test_rules_of_a_user_hold_too() -> None:
    """A rule that asks more than the kind of word, and one that is added for one spelling."""
    nlp = load_pipeline()
    ruler = nlp.get_pipe("attribute_ruler")
    ruler.add([[{"SHAPE": "XXXX"}]], {"POS": "X"})  # type: ignore[attr-defined]
    ruler.add([[{"LOWER": "met", "TAG": "VBD"}]], {"LEMMA": "encounter"})  # type: ignore[attr-defined]
    doc = parsed(nlp, "NATO met Putin.")
    read = quick(ruler)(doc.copy())
    assert attributes(read) == attributes(ruler(doc.copy()))
    assert (read[0].pos_, read[1].lemma_) == ("X", "encounter")


def test_names_are_asked_for_where_nothing_announces_them() -> None:
    """The recogniser reads the one sentence with a name that nothing announces, and finds the person."""
    extractor, asked = Extractor(), []
    recogniser = extractor.read.recogniser
    assert recogniser is not None

    def noting(doc: Doc) -> Doc:
        asked.append(doc.text)
        return recogniser(doc)

    extractor.read.recogniser = noting
    text = "Putin called Trump on Friday. Iran and Mark Minton of the EU reached an accord. They will meet Xi."
    doc = extractor.analyse(Article("a", text, published="2025-05-19")).reading.doc
    assert [t.text for t in doc if t.ent_type_] == ["Mark", "Minton"]
    (sentence,) = asked
    assert "Minton" in sentence
    assert "called" not in sentence
    assert "will meet" not in sentence


def test_a_pipeline_without_a_recogniser_reads_on() -> None:
    """Disabled by the user: names that are announced are found as before."""
    nlp = load_pipeline()
    nlp.disable_pipe("ner")
    assert Reader(nlp).recogniser is None
    (event,) = Extractor(nlp).extract(Article("a", "Putin met Trump.")).events
    assert event.predicate == "met"


def test_a_recogniser_that_listens_takes_its_turn(nlp: Language) -> None:
    """It cannot be asked about some sentences by itself, as its vectors come from another pipe."""
    assert Reader(nlp).recogniser is not None
    listening = spacy.load(nlp.meta["lang"] + "_" + nlp.meta["name"], exclude=["ner"])
    listening.add_pipe("ner", config=LISTENING)
    assert Reader(listening).recogniser is None


def test_a_reader_knows_when_its_pipeline_has_changed() -> None:
    """After a pipe is disabled, it is of another pipeline."""
    nlp = load_pipeline()
    reader = Reader(nlp)
    assert reader.is_of(nlp)
    nlp.disable_pipe("ner")
    assert not reader.is_of(nlp)
