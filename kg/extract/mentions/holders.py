"""Makes the person who holds a role: the entity, its office and state, its mention."""

from __future__ import annotations

from kg.extract.entities import Holding, name_words
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.role import Role
from kg.extract.mentions.span import Span


def add_person(draft: Draft, role: Role, start: int, end: int, first: int, last: int, reason: str) -> None:
    """Make the person of a role and claim tokens `start` to `end`; the name is tokens `first` to `last` (exclusive)."""
    if draft.overlaps(start, end):
        return
    title = draft.titles.head_of(role.role)
    if draft.collecting:
        if len(name_words(draft.text(first, last))) > 1:
            draft.entities.person(draft.text(first, last), title, role.represents)
        return
    entity = draft.entities.person(draft.text(first, last), title, role.represents)
    if entity.first > start:
        entity.first = start
    represents = role.represents
    if represents is None and entity.record is not None:
        represents = draft.listed_state(entity, title)
    if represents is not entity:
        entity.represents = entity.represents or represents
    role.role = draft.titles.singular(role.role)
    if (
        role.role
        and draft.titles.is_office(role.role)
        and not any(h.role == role.role and h.represents is represents for h in entity.offices)
    ):
        entity.offices.append(Holding(role.role, represents, role.former))
    if role.posted is not None and entity.represents is None:
        entity.represents = represents
    words = set(role.role.split()) | {draft.lower[i] for i in range(start, first)}
    if entity.gender is None:
        entity.gender = "f" if words & draft.titles.female else "m" if words & draft.titles.male else None
    draft.claim(
        Span(start, end, "person", entity, f"named with {reason}", role.role, role.determiner, posted=role.posted)
    )
