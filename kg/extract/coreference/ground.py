"""The ground that the parts of the resolver stand on: the article, and what each part may ask of the others."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Container, Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.extract.coreference.records import Deed, Reference, Seen, Speaker
from kg.extract.entities import Entities, Entity
from kg.extract.lexis import predicates_of, words_of
from kg.extract.masking import Reading
from kg.extract.mentions import Span
from kg.extract.titles import Titles

BESIDE = frozenset({"near", "outside", "around", "along"})
"""Prepositions of where a thing is that say nothing of whose it is: "army positions near Huambo"."""


class Ground(ABC):
    """What is known of one article; `date` is the day it was written."""

    def __init__(self, reading: Reading, entities: Entities, titles: Titles, date: str | None) -> None:
        self.reading = reading
        self.entities = entities
        self.titles = titles
        self.words = words_of(reading.doc)
        self.predicates = predicates_of(reading.doc)
        self.dependants = self.words["dependant"]
        """Nouns that belong to a state."""
        self.date = date
        self.seen: list[Seen] = []
        self.speakers: list[Speaker] = []
        self.home: tuple[Entity, ...] = ()
        self.author: Entity | None = None
        """Who "I" is outside quotations."""
        self.dateline: Entity | None = None
        self.topics: tuple[Entity, ...] = ()
        """The state named most, and with it the other one where the text is of two."""
        self.publisher: Entity | None = None
        """The state whose office published the text, where its name says so."""
        self.publisher_words: frozenset[str] = frozenset()
        """The words of the publisher's name, in lower case."""
        self.publisher_office = ""
        """The office of "the Minister" in its texts, or of who leads where it is his own office."""
        self.official = False
        """Whether the publisher's name is that of an office, so that the text says what the state thinks."""
        self.deeds: list[Deed] = []
        """The acts found so far."""
        self.victims: Mapping[str, frozenset[str]] = {}
        """Nouns of acts whose "of" names the one it is done to ("the invasion of Iraq"), with what names the doer."""
        self.acts: Mapping[str, frozenset[str]] = {}
        """Nouns that take up an act told before, with the predicates that they can stand for."""
        self.taken_up: dict[int, tuple[str, tuple[Entity, ...]]] = {}
        """Whom phrases for several were found to stand for, with their noun: "the two sides", "they"."""
        self.documents: dict[str, list[Reference]] = {}
        self._hyphenated: list[tuple[int, tuple[Entity, ...]]] | None = None
        self._joiners: list[tuple[Token, Token]] = []
        """Words that put others beside a subject: "together with"."""
        self._roles: dict[int, tuple[Reference, ...]] = {}
        self._bare: dict[str, tuple[int, Entity]] = {}
        """Where "the minister" was first found to be whom."""
        self._pronouns: dict[int, tuple[Reference, ...]] = {}

    @property
    def topic(self) -> Entity | None:
        """The state that the article is about: the one named most."""
        return next(iter(self.topics), None)

    def speaker_at(self, i: int) -> Entity | None:
        """Give who speaks at a token, where it is inside speech."""
        for speaker in self.speakers:
            if speaker.start <= i < speaker.end:
                return speaker.entity
        return None

    def quoted(self, i: int) -> bool:
        """Whether a token is inside speech, of whomever."""
        return any(speaker.start <= i < speaker.end for speaker in self.speakers)

    @staticmethod
    def definite(token: Token) -> bool:
        """Whether the noun takes up something known: "the strike", "this government"."""
        return any(c.lower_ in ("the", "this", "that") for c in token.children if c.dep_ == "det")

    @abstractmethod
    def actors(self, token: Token, *, seen: frozenset[int] = frozenset()) -> list[Reference]:
        """Give the actors that the phrase headed by `token` stands for, with all that is coordinated with it."""

    def state_before(self, token: Token, among: Container[str] | None = None) -> Entity | None:
        """Give the state named before a phrase that it can stand for, of some if their names are given."""
        blocked = self.coarguments(token)
        return self.latest(
            token, lambda e: e.kind == "state" and e not in blocked and (among is None or e.name in among)
        )

    def told_near(self, token: Token) -> Iterator[Seen]:
        """Give the mentions before a token in its sentence and the one before."""
        here = self.reading.sentence_of[token.i]
        return (s for s in self.seen if s.token < token.i and here - s.sentence <= 1)

    @abstractmethod
    def met_just_before(self, i: int, subjects: Sequence[Reference]) -> list[Reference]:
        """Give with whom the subjects were told to talk just before."""

    def deeds_before(self, i: int, within: int | None = None) -> Iterator[Deed]:
        """Give the acts told before token i, the last one first, up to `within` sentences away."""
        here = self.reading.sentence_of
        for deed in reversed(self.deeds):
            if deed.at < i and (within is None or here[i] - here[deed.at] <= within):
                yield deed

    @abstractmethod
    def partner(self, entity: Entity, i: int, predicate: str = "") -> Entity | None:
        """Give whom the text just told this actor, or its state, to deal with."""

    @abstractmethod
    def across(self, entity: Entity) -> Entity | None:
        """Give the other state of a text that is of two."""

    @abstractmethod
    def one(self, token: Token, seen: frozenset[int]) -> Sequence[Reference]:
        """Give the actors of one conjunct."""

    @abstractmethod
    def coarguments(self, token: Token) -> tuple[Entity, ...]:
        """Give the entities that a phrase in object place cannot stand for."""

    @abstractmethod
    def owners(self, token: Token, seen: frozenset[int]) -> list[Reference]:
        """Give the actors that modify a noun."""

    @abstractmethod
    def role(self, token: Token, span: Span) -> tuple[Reference, ...]:
        """Give who is meant by an office without a name."""

    @abstractmethod
    def officer(self, state: Entity, span: Span, token: Token) -> Reference:
        """Give the holder of a plural role for one state."""

    @abstractmethod
    def they(self, token: Token) -> Sequence[Reference]:
        """Give the several in focus."""

    @abstractmethod
    def organ(self, token: Token, span: Span) -> Sequence[Reference]:
        """Give the state that an organ acts for."""

    @abstractmethod
    def at_home(self, token: Token, what: str) -> tuple[Reference, ...]:
        """Give whose "the government", "the army", "the rebels" most likely is."""

    @abstractmethod
    def unnamed_fighters(self, token: Token, named: str = "") -> tuple[Reference, ...]:
        """Give "rebels", "militants" whom nothing names as a group by that word."""

    @abstractmethod
    def latest(self, token: Token, fits: Callable[[Entity], bool]) -> Entity | None:
        """Give the entity of the best earlier mention that fits."""

    @abstractmethod
    def pronoun(self, token: Token) -> tuple[Reference, ...]:
        """Give who is meant by a pronoun."""
