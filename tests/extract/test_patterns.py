"""A wording of the lexicon becomes a pattern: heads, slots, literal words, prepositions."""

from __future__ import annotations

import pytest

from kg.extract.patterns import Element, compile_noun, compile_patterns, compile_verb
from kg.ontology import Wording, load_lexicon


def test_a_verb_with_a_literal_noun_and_a_preposition() -> None:
    """Alternatives are sets; S and O are slots; the preposition leads to O."""
    pattern = compile_verb(Wording("sanctioned", "S impose|slap sanction|embargo on|against O:state", "verb"))
    assert pattern.heads == {"impose", "slap"}
    assert pattern.elements == (
        Element("noun", frozenset({"sanction", "embargo"})),
        Element("preposition", frozenset({"on", "against"})),
    )
    assert pattern.object_kinds == {"state"}
    assert (pattern.reciprocal, pattern.inverse) == (False, False)


@pytest.mark.parametrize(
    ("wording", "reciprocal", "inverse"),
    [("S&O meet", True, False), ("S meet O", False, False), ("O receive letter from S", False, True)],
)
def test_the_slots_say_who_does_it(wording: str, reciprocal: bool, inverse: bool) -> None:
    """S&O is both together; a wording that begins with O is turned round."""
    pattern = compile_verb(Wording("x", wording, "verb"))
    assert (pattern.reciprocal, pattern.inverse) == (reciprocal, inverse)


@pytest.mark.parametrize(
    ("wording", "sorts"),
    [
        ("S call on|upon O to", ["preposition", "to"]),
        ("S carry out attack on O", ["particle", "noun", "preposition"]),
        ("S demand that O", ["that"]),
        ("S threaten to ... O", ["within"]),
    ],
)
def test_particles_clauses_and_infinitives_are_told_apart(wording: str, sorts: list[str]) -> None:
    """Each step of a wording has its sort."""
    assert [element.sort for element in compile_verb(Wording("x", wording, "verb")).elements] == sorts


def test_a_noun_has_prepositions_for_both_sides() -> None:
    """ "Visit of S to O" finds its doer by "of" and its goal by "to"."""
    pattern = compile_noun(Wording("visited", "visit|trip of S to|in O:state", "noun"))
    assert (pattern.heads, pattern.doer, pattern.object_prepositions) == ({"visit", "trip"}, {"of"}, {"to", "in"})
    assert pattern.object_kinds == {"state"}


def test_the_more_literal_wording_comes_first() -> None:
    """What says more is tried before what says less, whatever the order of the file."""
    short = Wording("met", "S meet O", "verb")
    long = Wording("cooperated_with", "S meet demand of O", "verb")
    for order in ((short, long), (long, short)):
        assert [pattern.predicate for pattern in compile_patterns(order).verbs["meet"]] == ["cooperated_with", "met"]


def test_every_shipped_wording_compiles() -> None:
    """No line of the lexicon is lost: each has at least one head in the index."""
    lexicon = load_lexicon()
    patterns = compile_patterns((*lexicon.idle, *lexicon.wordings))
    indexed = {p.wording for index in (patterns.verbs, patterns.nouns) for found in index.values() for p in found}
    assert indexed == {*lexicon.idle, *lexicon.wordings}
