"""The lexicon: what ships is well formed, and a malformed wording is named with its file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.lexicon import Wording, load_lexicon

HEAD = """
@prefix lex: <https://w3id.org/dragoman/lexicon#> .
@prefix dip: <https://w3id.org/dragoman/ontology#> .
"""


def written(folder: Path, body: str) -> Path:
    path = folder / "mine.ttl"
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def test_every_predicate_has_wordings() -> None:
    """Each of the 42 predicates is worded at least twice."""
    counts = Counter(wording.predicate for wording in load_lexicon().wordings)
    assert len(counts) == 42
    assert min(counts.values()) >= 2


def test_loading_twice_gives_the_same() -> None:
    """The order of the wordings is that of the files, every time."""
    assert load_lexicon() is load_lexicon()


def test_a_users_file_adds_wordings_and_words(tmp_path: Path) -> None:
    """A user's wording comes after the shipped ones, with the light verbs of its noun."""
    path = written(
        tmp_path,
        'dip:hosted lex:noun [ lex:pattern "party of S for O" ; lex:light "throw", "give" ] .'
        ' lex:role lex:word "doge" .',
    )
    lexicon = load_lexicon([path])
    assert lexicon.wordings[-1] == Wording("hosted", "party of S for O", "noun", ("give", "throw"))
    assert "doge" in lexicon.words["role"]
    assert "doge" not in load_lexicon().words["role"]


def test_a_users_wording_replaces_the_shipped_predicate(tmp_path: Path) -> None:
    """The same pattern under another predicate belongs to the user's predicate."""
    shipped = load_lexicon().wordings[0]
    lexicon = load_lexicon([written(tmp_path, f'dip:coerced lex:{shipped.part} "{shipped.pattern}" .')])
    assert [w.predicate for w in lexicon.wordings if w.pattern == shipped.pattern] == ["coerced"]
    assert len(lexicon.wordings) == len(load_lexicon().wordings)


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ('dip:met lex:verb "meet with O"', "exactly one S"),
        ('dip:met lex:verb "S&O meet with O"', "no O beside it"),
        ('dip:met lex:verb "S meet"', "must have one O"),
        ('dip:met lex:verb "O S meet"', "a verb must follow"),
        ('dip:met lex:verb "meet S O"', "must begin with S"),
        ('dip:met lex:verb "S O"', "a verb must follow"),
        ('dip:met lex:noun "S visit to O"', "must begin with the noun"),
        ('dip:met lex:verb "S Meet O"', "neither a slot"),
        ('dip:met lex:verb "S meet|| O"', "neither a slot"),
        ('dip:met lex:verb "S meet O:alien"', "no kind of actor"),
        ('dip:met lex:verb "S (meet) O"', "cannot be optional"),
        ('dip:met lex:verb ""', "empty"),
        ('dip:met lex:verb "S ... meet O"', "neither a slot"),
        ('dip:met lex:verb "S meet @nobody with O"', "no set of words @nobody"),
        ('dip:danced_with lex:verb "S dance with O"', "predicate of the ontology"),
        ('lex:met lex:verb "S meet O"', "predicate of the ontology"),
    ],
)
def test_a_malformed_wording_is_named(tmp_path: Path, statement: str, fault: str) -> None:
    """The error names the file, the wording and what is wrong."""
    with pytest.raises(OntologyError, match=fault) as caught:
        load_lexicon([written(tmp_path, statement + " .")])
    assert "mine.ttl" in caught.value.place


def test_sets_and_alternatives_of_several_words_are_expanded(tmp_path: Path) -> None:
    """Sets become their words, and each alternative of several words a wording of its own."""
    path = written(
        tmp_path, 'lex:fare lex:word "soup", "bread" . dip:aided lex:verb "S {hand out|serve|dish up} @fare to O" .'
    )
    assert [w.pattern for w in load_lexicon([path]).wordings[-3:]] == [
        "S serve bread|soup to O",
        "S hand out bread|soup to O",
        "S dish up bread|soup to O",
    ]


def test_an_idle_wording_tells_no_event(tmp_path: Path) -> None:
    """What stands under lex:idle is kept apart, without a predicate."""
    path = written(tmp_path, 'lex:idle lex:verb "S dodge bullet of O" .')
    assert load_lexicon([path]).idle[-1] == Wording("", "S dodge bullet of O", "verb")


def test_a_file_that_is_no_turtle_is_named(tmp_path: Path) -> None:
    """Broken Turtle gives the file and the line."""
    with pytest.raises(OntologyError, match=r"not Turtle.*line"):
        load_lexicon([written(tmp_path, "dip:met lex:verb .")])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path that does not exist is an error, not an empty lexicon."""
    with pytest.raises(OntologyError, match="cannot be read"):
        load_lexicon([tmp_path / "none.ttl"])
