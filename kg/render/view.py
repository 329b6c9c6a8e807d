"""What a page shows: frozen records of actors, events, tellings and articles, ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kg.model import Kind, Precision, Status

Role = Literal["subject", "object", "trigger"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a sentence: offsets within the sentence, and whose it is."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class ViewArticle:
    """An article as a source: what a reader needs to find it again."""

    id: str
    title: str
    publisher: str | None
    url: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence of one article that tells an event, with the status and claimant of that sentence."""

    article: int
    """Index into `View.articles`."""
    sentence: str
    marks: tuple[Mark, ...]
    status: Status
    claimant: str | None


@dataclass(frozen=True, slots=True)
class ViewPredicate:
    """How a predicate is worded, classed and scored; the score runs from −10 (conflict) to 10 (cooperation)."""

    name: str
    label: str
    class_: str
    score: float
    symmetric: bool


@dataclass(frozen=True, slots=True)
class ViewActor:
    """An actor of the graph; `rank` runs from 0 to 1, `code` is the ISO code of its state or its acronym."""

    id: str
    label: str
    kind: Kind
    code: str
    rank: float
    aliases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    flag: str = ""
    """The two letters of its flag among the emoji, its own or that of whom a person stands for."""


@dataclass(frozen=True, slots=True)
class ViewEvent:
    """One occasion, with all its tellings; subjects, objects and predicate are indexes into the view."""

    id: str
    predicate: int
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    status: Status
    date: str | None
    precision: Precision
    place: str
    topic: str
    tellings: tuple[Telling, ...]
    sources: int
    """Number of outlets that tell it."""
    disputed: bool
    """Some tellings say that it happened, others that it did not."""

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The (subject, object) index pairs of the event; those of its subjects where it has no objects."""
        if self.objects:
            return tuple((s, o) for s in self.subjects for o in self.objects if s != o)
        return tuple((a, b) for n, a in enumerate(self.subjects) for b in self.subjects[n + 1 :])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a page does not show because the graph is beyond what one file carries."""

    actors: int = 0
    events: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """All that a page shows, in a fixed order: the same graph gives the same view."""

    actors: tuple[ViewActor, ...] = ()
    predicates: tuple[ViewPredicate, ...] = ()
    events: tuple[ViewEvent, ...] = ()
    articles: tuple[ViewArticle, ...] = ()
    left_out: LeftOut = field(default=LeftOut())
