"""Records of what a phrase stands for, of who speaks, and of what was named before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.extract.entities import Entity


@dataclass(frozen=True, slots=True)
class Reference:
    """An actor that a phrase stands for, and why."""

    entity: Entity
    reason: str
    token: int
    weak: bool = False
    officer: bool = False
    """Whether an office of the actor is meant whose holder has no name ("the ambassador of Chad"), so a person."""
    owned: bool = False
    """Whether the phrase only belongs to the actor ("Israel's decision"), so that the actor itself goes nowhere."""

    def as_state(self) -> Reference:
        """Let the state or body stand for who acts for it."""
        return replace(self, entity=self.entity.state() or self.entity)


@dataclass(slots=True)
class Speaker:
    """Who speaks in the tokens `start` to `end` (exclusive)."""

    start: int
    end: int
    entity: Entity | None


@dataclass(slots=True)
class Seen:
    """A past mention of one or several actors together."""

    token: int
    sentence: int
    entities: tuple[Entity, ...]
    subject: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that the article told: its trigger, its predicate, who did it and to whom."""

    at: int
    predicate: str
    doers: tuple[Entity, ...]
    targets: tuple[Entity, ...]

    @property
    def parties(self) -> tuple[Entity, ...]:
        """Who did it and to whom, each once."""
        return tuple(dict.fromkeys((*self.doers, *self.targets)))


def sides(*references: Iterable[Reference]) -> set[Entity]:
    """Give the actors that are referred to, each with its state."""
    return with_states(r.entity for some in references for r in some)


def with_states(entities: Iterable[Entity]) -> set[Entity]:
    """Give the actors, each with its state, which is not that of an armed group: rebels fight it."""
    return {e for entity in entities for e in (entity, entity.state() if entity.kind != "group" else None) if e}


def side_of(entity: Entity) -> Entity:
    """Give the side that an actor is on: its state's, but an armed group is on its own, for it fights its state.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "UNITA shelled Angolan troops. Both sides agreed to a truce."
    >>> [(e.predicate, [a.name for a in e.subjects]) for e in Extractor().extract(Article("a", text)).events][-1]
    ('ceased_fire_with', ['UNITA', 'Angola'])
    """
    return entity if entity.kind == "group" else entity.state() or entity


def is_of(entity: Entity, own: set[Entity]) -> bool:
    """Whether an actor, or its state, is among the sides; an armed group is on no state's side.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Colombian President Alvaro Uribe said the FARC must free its hostages."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('demanded_of', 'FARC')]
    """
    return entity in own or (entity.kind != "group" and entity.state() in own)


def is_pact(entity: Entity, papers: frozenset[str]) -> bool:
    """Whether an entity has the name of a pact, which does nothing itself; `papers` are such names' last words."""
    return entity.name.casefold().split()[-1] in papers


def without_treaties(references: Iterable[Reference], treaties: frozenset[str]) -> list[Reference]:
    """Leave out treaties, to which nothing is done: "expelled over breaches of the Vienna Convention"."""
    return [r for r in references if not treaties & set(r.entity.name.casefold().split())]


def unique(references: Iterable[Reference]) -> list[Reference]:
    """Keep the first reference to each actor."""
    out: list[Reference] = []
    for r in references:
        if all(o.entity is not r.entity for o in out):
            out.append(r)
    return out
