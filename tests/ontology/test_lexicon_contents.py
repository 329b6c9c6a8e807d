"""What the shipped lexicon holds: no wording in two places, no word twice, the classes that extraction needs."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict

import pytest

from kg.ontology.lexicon import Wording, load_lexicon

SLOTS = ("S", "O", "S&O")


def spelt_out(wording: Wording) -> list[str]:
    """Every way to say a wording, one word from each group of alternatives."""
    tokens = [
        [token] if token.partition(":")[0] in SLOTS else token.strip("()").split("|")
        for token in wording.pattern.split()
    ]
    return [" ".join(words) for words in itertools.product(*tokens)]


def test_no_wording_belongs_to_two_predicates() -> None:
    """Spelt out, each wording stands under one predicate only."""
    owners: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for wording in load_lexicon().wordings:
        for text in spelt_out(wording):
            owners[wording.part, text].add(wording.predicate)
    assert {text: names for text, names in owners.items() if len(names) > 1} == {}


def test_no_word_stands_twice_among_alternatives() -> None:
    """A group of alternatives has each word once."""
    for wording in (*load_lexicon().wordings, *load_lexicon().idle):
        for token in wording.pattern.split():
            words = token.strip("()").split("|")
            assert len(words) == len(set(words)), wording


def test_patterns_are_ready_to_match() -> None:
    """Neither braces nor sets are left for the engine."""
    assert not [w for w in load_lexicon().wordings if set("{}@") & set(w.pattern)]


def test_every_class_has_words() -> None:
    """No word class and no trait of predicates is empty."""
    lexicon = load_lexicon()
    assert [name for name, members in (*lexicon.words.items(), *lexicon.traits.items()) if not members] == []


def test_every_family_is_wide() -> None:
    """Each predicate has many ways to be said, spelt out."""
    ways: Counter[str] = Counter()
    for wording in load_lexicon().wordings:
        ways[wording.predicate] += len(spelt_out(wording))
    assert len(ways) == 42
    assert min(ways.values()) >= 40


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("S telephone O", "called"),
        ("S receive O:person in audience", "hosted"),
        ("S hand over copy to O:person|state|organisation", "met"),
        ("S declare O unwelcome", "expelled"),
        ("S turn down offer of O", "rejected"),
        ("S ink pact with O", "signed_with"),
        ("S break off relation with O", "severed_ties_with"),
        ("S lodge protest with O", "protested_against"),
        ("invasion of O by S", "attacked"),
        ("visit of S to O:state|place|organisation", "visited"),
    ],
)
def test_a_common_wording_has_its_predicate(text: str, predicate: str) -> None:
    """Wordings that every news text uses are under the right predicate."""
    found = {w.predicate for w in load_lexicon().wordings for spelt in spelt_out(w) if spelt == text}
    assert found == {predicate}


def test_idle_wordings_are_kept_apart() -> None:
    """Wordings that tell no event have no predicate and are not among the wordings."""
    lexicon = load_lexicon()
    assert lexicon.idle
    assert not any(w.predicate for w in lexicon.idle)
    assert all(w.predicate for w in lexicon.wordings)
