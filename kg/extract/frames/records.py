"""Records of the wordings that fired, of those that nearly did, and of the words that fill a pattern."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.patterns import Pattern


@dataclass(slots=True)
class Frame:
    """A wording that fired: its trigger token, and the actors on each side."""

    pattern: Pattern
    trigger: int
    verb: int
    """The verb that governs the trigger and carries status and time (the trigger itself where it is a verb)."""
    subjects: list[Reference]
    objects: list[Reference]
    literal: int | None = None
    """The noun literal that completes the wording, where there is one."""
    predicate: str = ""
    """The predicate of the wording, or the one that its parties make of it."""

    day: int | None = None
    """The word of the day that the parties have for themselves, where others of the wording have another."""

    def __post_init__(self) -> None:
        self.predicate = self.predicate or self.pattern.predicate


@dataclass(slots=True)
class NearMiss:
    """A wording that nearly fired, and what stopped it."""

    pattern: Pattern
    trigger: int
    why: str


@dataclass(slots=True)
class Match:
    """Tokens that fill a pattern's slots."""

    subject: Token | None
    objects: list[Token] = field(default_factory=list)
    literal: Token | None = None
    behind: Token | None = None
    """The noun that the wording has behind a preposition: "talks" in "sent a team to talks with O"."""
    locative: bool = False
    """Whether the object was found behind a preposition of place."""


@dataclass(slots=True)
class Search:
    """The search of one article: who its phrases stand for, what nearly fired, which nouns a verb already used."""

    resolver: Resolver
    misses: list[NearMiss] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def miss(self, pattern: Pattern, token: Token, why: str) -> None:
        """Note that a pattern nearly fired at a token."""
        self.misses.append(NearMiss(pattern, token.i, why))
