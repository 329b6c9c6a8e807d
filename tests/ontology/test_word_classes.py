"""Word classes include others, predicates share traits, and what is wrong in either is named with its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.extract import Extractor
from kg.model import Article
from kg.ontology import load_lexicon
from kg.store.validation import validate_ontology

HEAD = """
@prefix lex: <https://w3id.org/dragoman/lexicon#> .
@prefix dip: <https://w3id.org/dragoman/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def written(folder: Path, body: str) -> Path:
    path = folder / "mine.ttl"
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def test_a_class_has_the_words_of_those_it_includes() -> None:
    """What lex:country holds is also in the classes that include it, and in those that include these."""
    words = load_lexicon().words
    assert words["onlyStates"] < words["stateGroup"]
    assert words["monarch"] < words["crowned"]
    assert words["counterpart"] < words["companion"] < words["vagueRole"]


def test_a_users_word_reaches_the_classes_that_include_its_class(tmp_path: Path) -> None:
    """A word added to a class is in those above it too, even where classes include each other in a circle."""
    path = written(
        tmp_path,
        """lex:counterpart lex:word "opposite" .
        lex:one lex:includes lex:other ; lex:word "a" . lex:other lex:includes lex:one ; lex:word "b" .""",
    )
    words = load_lexicon([path]).words
    assert "opposite" in words["vagueRole"]
    assert words["one"] == words["other"] == {"a", "b"}


def test_an_unknown_class_cannot_be_included(tmp_path: Path) -> None:
    """Including a class without words is an error that names the file and both classes."""
    path = written(tmp_path, "lex:crowd lex:includes lex:nobody .")
    with pytest.raises(OntologyError, match=r"mine\.ttl: lex:crowd includes lex:nobody"):
        load_lexicon([path])


@pytest.mark.parametrize(
    "body", ["lex:hostile lex:holdsFor dip:frowned_at .", 'dip:frowned_at lex:takenUpBy "frown" .']
)
def test_traits_and_nouns_of_acts_are_of_known_predicates(tmp_path: Path, body: str) -> None:
    """A trait, and a noun that takes up an act, belongs to a predicate of the vocabulary."""
    with pytest.raises(OntologyError, match=r"mine\.ttl.*frowned_at is none"):
        load_lexicon([written(tmp_path, body)])


def test_a_users_file_adds_to_traits_and_nouns_of_acts(tmp_path: Path) -> None:
    """A predicate gets a trait, and an act a noun, by a line of Turtle."""
    path = written(tmp_path, 'lex:hostile lex:holdsFor dip:accused . dip:attacked lex:takenUpBy "pounding" .')
    lexicon = load_lexicon([path])
    assert lexicon.traits["hostile"] == load_lexicon().traits["hostile"] | {"accused"}
    assert lexicon.acts["pounding"] == {"attacked"}


def test_what_a_user_adds_is_read_by_the_rules(tmp_path: Path) -> None:
    """A verb that a user calls one of asking makes what follows only possible, as those of the lexicon do."""
    text = "Russia nudged Ukraine to sign an agreement with Turkey."
    article = Article("a", text, published="2024-05-01")
    path = written(tmp_path, 'lex:request lex:word "nudge" . lex:objectControl lex:word "nudge" .')

    def told(extractor: Extractor) -> set[tuple[str, str, str]]:
        events = extractor.extract(article).events
        return {
            (s.name, e.status, o.name)
            for e in events
            if e.predicate == "signed_with"
            for s in e.subjects
            for o in e.objects
        }

    assert told(Extractor(lexicon=[path])) == {("Ukraine", "possible", "Turkey")}
    assert told(Extractor()) != told(Extractor(lexicon=[path]))


def test_a_word_class_without_a_definition_does_not_validate(tmp_path: Path) -> None:
    """The meta-shape wants a definition of every word class and trait, and the right kind of members."""
    path = written(
        tmp_path,
        """lex:mine lex:word "x" . lex:other skos:definition "y" ; lex:includes lex:nothing .
        lex:third lex:holdsFor lex:mine . lex:fourth lex:takenUpBy "z" .""",
    )
    messages = {v.message for v in validate_ontology(path)}
    assert {
        "a word class has one definition",
        "lex:includes names classes of words",
        "a trait has one definition",
        "a trait holds for predicates",
        "only a predicate is taken up by a noun",
    } <= messages
