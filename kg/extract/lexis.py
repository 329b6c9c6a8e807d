"""What the rules ask of the ontology about a word or a predicate; a parsed text carries the answers with it.

The words are those of the lexicon that the text is read with, a user's own among them: `lemma_of(noun) in
words_of(noun)["rally"]`. So a rule needs a token and nothing else, and no set of words stands in Python.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
    hyphened: frozenset[str]
    """Words with hyphens, of the wordings and of their own class, which the tokenizer takes apart."""
    joined: frozenset[str]
    """The same without their hyphen, as the parser sees those of two parts."""
    presents: Mapping[str, tuple[str, str]]
    """Each verb that a wording begins with and its past form, by its form in the present: by "wages" wage, waged."""
    pasts: Mapping[str, str]
    """Verbs by their irregular past forms."""
    nouns: frozenset[str]
    """Words that stand in a wording elsewhere than as its verb: most are nouns too."""

    @classmethod
    def of(cls, lexicon: Lexicon) -> Lexis:
        """Take all from a lexicon."""
        words = lexicon.words
        wordings = (*lexicon.wordings, *lexicon.idle)
        heads = (w.pattern.split()[1] for w in wordings if w.part == "verb")
        others = (word for w in wordings for word in _nouns_of(w.pattern.split()[2 if w.part == "verb" else 0 :]))
        hyphened = words["hyphenated"].union(*(_HYPHENED.findall(w.pattern) for w in wordings))
        irregular = by_first_word(words["pastForm"])
        return cls(
            words,
            lexicon.traits,
            by_first_word(words["spelling"]),
            by_first_word(words["plainer"]),
            hyphened,
            frozenset(w.replace("-", "") for w in hyphened if w.count("-") == 1),
            presents(_each(heads), irregular),
            {past: verb for verb, past in irregular.items()},
            _each(others) | lexicon.acts.keys(),
        )


_HYPHENED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


def _nouns_of(groups: Sequence[str]) -> Iterator[str]:
    """Leave out the verbs of what is to be done: "comply" in "S urge O to comply ..."."""
    for before, group, after in zip(("", *groups), groups, (*groups[1:], ""), strict=False):
        if before != "to" or after not in ("...", ""):
            yield group


def _each(groups: Iterable[str]) -> frozenset[str]:
    """Give the words of groups of alternatives: "raid", "shell" of "raid|shell"."""
    return frozenset(word for group in groups for word in group.strip("()").split("|") if word.isalpha())


def presents(verbs: Iterable[str], irregular: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Give each verb and its past form by its form in the third person of the present.

    >>> presents(["ram", "apply", "flee"], {"flee": "fled"})
    {'rams': ('ram', 'rammed'), 'applies': ('apply', 'applied'), 'flees': ('flee', 'fled')}
    """
    found: dict[str, tuple[str, str]] = {}
    for verb in verbs:
        stem = verb[:-1] if verb[-1:] == "y" and verb[-2:-1] not in _VOWELS else ""
        ending = "es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"
        short = _SHORT.fullmatch(verb) is not None
        past = f"{stem}ied" if stem else f"{verb}{verb[-1] if short else ''}{'d' if verb.endswith('e') else 'ed'}"
        found[f"{stem}ies" if stem else verb + ending] = verb, irregular.get(verb, past)
    return found


_VOWELS = "aeiou"
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""A verb of one syllable that doubles its last letter: "ram", "rammed"."""


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
    return lexis_of(text).words


def predicates_of(text: Token | Doc) -> Sets:
    """Give the predicates that are read alike, by the name of what they share (lexicon/traits.ttl)."""
    return lexis_of(text).predicates


def is_among(predicate: str, names: Collection[str], traits: Sets) -> bool:
    """Whether a predicate is one of those that a row is for: by its name, or by a trait as in "@reaction"."""
    return any(predicate in traits[n[1:]] if n.startswith("@") else predicate == n for n in names)


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


def lexis_of(text: Token | Doc) -> Lexis:
    """Give all that a text is read with: what it carries, else the shipped lexicon."""
    doc = text.doc if isinstance(text, Token) else text
    found: Lexis = doc.user_data.get(_KEY) or _shipped()
    return found


@functools.lru_cache(maxsize=1)
def _shipped() -> Lexis:
    return Lexis.of(load_lexicon())
