"""A wording that matched and names nobody whom it is done to: what the rows that find him look at."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.implied import other_side
from kg.extract.frames.records import Match
from kg.extract.frames.words import lemma_of
from kg.extract.patterns import Pattern

AT = frozenset({"in", "at", "inside", "across"})
"""Prepositions of where a thing stands or an act takes place."""
KNOWN = frozenset({"the", "this", "that", "these", "those", "such", "any"})
"""Determiners of what is known from before, or of any of its kind."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A wording that matched and names nobody whom it is done to."""

    verb: Token
    pattern: Pattern
    match: Match
    subjects: list[Reference]
    resolver: Resolver

    def literal_among(self, name: str) -> bool:
        """Whether the noun of the wording is of a class of words."""
        return self.match.literal is not None and lemma_of(self.match.literal) in self.resolver.words[name]

    def other_side(self) -> list[Reference]:
        """Give whom the doer was told to deal with before."""
        return other_side(self.subjects, self.verb, self.resolver, against=self.pattern.predicate)

    def names_a_stranger(self) -> bool:
        """Whether who is accused stands before the clause, though nothing knows him: "a banker it accuses of theft".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Chad asked Mali to hand over a banker it accuses of theft."
        >>> [e.predicate for e in Extractor().extract(Article("a", text)).events]
        ['urged']
        """
        behind = self.verb.dep_ == "relcl" and self.verb.head in self.match.objects
        return behind and self.pattern.predicate == "accused"
