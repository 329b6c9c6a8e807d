"""The record of a mention over the tokens of an article."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.entities import Entity

ONCE_HELD = "an office once held, without a name"
"""The reason of a role that somebody no longer has: "the former foreign minister"."""

FIGHTERS_OF = "fighters of a named group"
"""The reason of fighters whom a name tells of, which may be a people's: "the Hutu rebel group"."""


@dataclass(slots=True)
class Span:
    """A mention over tokens `start` to `end` (exclusive).

    `sort` is person, state, organisation, group, place, people, adjective, organ or role; for a role without a name
    `entity` is what it represents and `role` says which office.
    """

    start: int
    end: int
    sort: str
    entity: Entity | None
    reason: str
    role: str = ""
    determiner: str = ""
    plural: bool = False
    place: Entity | None = None
    posted: Entity | None = None
    members: tuple[Entity, ...] = ()
    """The actors of a list that was read as one mention ("Iran, Iraq and Oman")."""

    head: int | None = None
    """For a role or an organ: the token that heads it, which the parser is shown."""

    def actors(self) -> tuple[Entity, ...]:
        """Give the actor, or the actors of the list."""
        if self.members:
            return self.members
        return (self.entity,) if self.entity is not None else ()
