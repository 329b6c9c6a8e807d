"""What the rules ask of the ontology about a word or a predicate; a parsed text carries the answers with it.

The words are those of the lexicon that the text is read with, a user's own among them: `lemma_of(noun) in
words_of(noun)["rally"]`. So a rule needs a token and nothing else, and no set of words stands in Python.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.ontology import Lexicon, load_lexicon

_KEY = "kg_lexis"

Sets = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Lexis:
    """Word classes by name, and the predicates that have a trait by the name of the trait."""

    words: Sets
    predicates: Sets

    @classmethod
    def of(cls, lexicon: Lexicon) -> Lexis:
        """Take both from a lexicon."""
        return cls(lexicon.words, lexicon.traits)


def carry(doc: Doc, lexis: Lexis) -> None:
    """Let a parsed text carry the words and predicates that it is read with."""
    doc.user_data[_KEY] = lexis


def words_of(text: Token | Doc) -> Sets:
    """Give the word classes by name: those that the text carries, else those of the shipped lexicon."""
    return _lexis(text).words


def predicates_of(text: Token | Doc) -> Sets:
    """Give the predicates that are read alike, by the name of what they share (lexicon/traits.ttl)."""
    return _lexis(text).predicates


def _lexis(text: Token | Doc) -> Lexis:
    doc = text.doc if isinstance(text, Token) else text
    found: Lexis = doc.user_data.get(_KEY) or _shipped()
    return found


@functools.lru_cache(maxsize=1)
def _shipped() -> Lexis:
    return Lexis.of(load_lexicon())
