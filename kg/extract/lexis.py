"""What the rules ask of the ontology about a word or a predicate; a parsed text carries the answers with it.

The words are those of the lexicon that the text is read with, a user's own among them: `lemma_of(noun) in
words_of(noun)["rally"]`. So a rule needs a token and nothing else, and no set of words stands in Python.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.ontology import Lexicon, load_lexicon

_KEY = "kg_lexis"
_NOUNS = "kg_nouns"
_PLACES = "kg_places"

Sets = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Lexis:
    """Word classes by name, and the predicates that have a trait by the name of the trait."""

    words: Sets
    predicates: Sets
    spellings: Mapping[str, str]
    """The lemma as the lexicon writes it, by other spellings."""
    plainer: Mapping[str, str]
    """A word that the parser knows, for some that it does not."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Lexis:
        """Take all from a lexicon."""
        words = lexicon.words
        return cls(words, lexicon.traits, by_first_word(words["spelling"]), by_first_word(words["plainer"]))


def by_first_word(phrases: Iterable[str]) -> dict[str, str]:
    """Read a class of pairs: what stands behind the first word of each phrase, by that word."""
    return {first: rest for first, _, rest in (phrase.partition(" ") for phrase in sorted(phrases))}


def carry(doc: Doc, lexis: Lexis) -> None:
    """Let a parsed text carry the words and predicates that it is read with."""
    doc.user_data[_KEY] = lexis


def carry_nouns(doc: Doc, nouns: Mapping[int, str]) -> None:
    """Let a masked text carry the nouns that go with names, by token: "ambassador" or, for a people, "national"."""
    doc.user_data[_NOUNS] = nouns


def noun_at(token: Token) -> str:
    """Give the noun that goes with a name: "ambassador" for "its ambassador, Niwa", "national" for "Chadians"."""
    nouns: Mapping[int, str] = token.doc.user_data.get(_NOUNS) or {}
    return nouns.get(token.i, "")


def words_of(text: Token | Doc) -> Sets:
    """Give the word classes by name: those that the text carries, else those of the shipped lexicon."""
    return _lexis(text).words


def predicates_of(text: Token | Doc) -> Sets:
    """Give the predicates that are read alike, by the name of what they share (lexicon/traits.ttl)."""
    return _lexis(text).predicates


def is_among(predicate: str, names: Collection[str], traits: Sets) -> bool:
    """Whether a predicate is one of those that a row is for: by its name, or by a trait as in "@reaction"."""
    return any(predicate in traits[n[1:]] if n.startswith("@") else predicate == n for n in names)


def spellings_of(text: Token | Doc) -> Mapping[str, str]:
    """Give the lemma as the lexicon writes it, by other spellings."""
    return _lexis(text).spellings


def occurrences(doc: Doc, lemmas: Collection[str]) -> Iterator[Token]:
    """Give the words of a doc with one of these lemmas, in the order of the text; the lemmas must be mended before.

    >>> from kg.extract import load_pipeline
    >>> [t.text for t in occurrences(load_pipeline()("They met, and he has met them."), {"meet", "he"})]
    ['met', 'he', 'met']
    """
    places: dict[str, list[int]] | None = doc.user_data.get(_PLACES)
    if places is None:
        places = {}
        for i, token in enumerate(doc):
            places.setdefault(token.lemma_.casefold(), []).append(i)
        doc.user_data[_PLACES] = places
    for i in sorted(i for lemma in places.keys() & lemmas for i in places[lemma]):
        yield doc[i]


def _lexis(text: Token | Doc) -> Lexis:
    doc = text.doc if isinstance(text, Token) else text
    found: Lexis = doc.user_data.get(_KEY) or _shipped()
    return found


@functools.lru_cache(maxsize=1)
def _shipped() -> Lexis:
    return Lexis.of(load_lexicon())
