"""Makes the person who holds a role: the entity, its office and state, its mention."""

from __future__ import annotations

from kg.extract.entities import Entity, Holding, name_words
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.role import Role
from kg.extract.mentions.span import Span
from kg.extract.mentions.styles import note_style


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
    note_style(draft, entity, start, first)
    draft.claim(
        Span(start, end, "person", entity, f"named with {reason}", role.role, role.determiner, posted=role.posted)
    )


_LINKS = (["and"], ["–"], ["—"], ["-"], ["/"])


def first_of_two(draft: Draft, role: Role) -> bool:
    """Take an office in with the one that its holder is named with: "Deputy Premier and Minister of Trade Li Wei".

    So it is with two titles side by side: "Special Envoy Ambassador Juma Abdi".
    """
    joined = draft.lower[role.end : role.end + 1] in _LINKS
    if role.plural or role.end in draft.breaks:
        return False
    named = next((s for s in draft.found if s.start == role.end + joined and s.sort == "person"), None)
    if named is None or named.entity is None or named.members or named.determiner or not named.role:
        return False
    if not draft.titles.is_office(named.role) or not _holds_both(draft, role, named.entity):
        return False
    holder = named.entity
    state = role.represents or holder.represents
    holder.represents = holder.represents or state
    holder.offices.append(Holding(role.role, state, role.former))
    note_style(draft, holder, role.start, role.head)
    reason = "named with two offices"
    draft.claim(Span(role.start, named.end, "person", holder, reason, named.role, role.determiner, posted=named.posted))
    return True


def _holds_both(draft: Draft, role: Role, holder: Entity) -> bool:
    """Whether the first of two offices before a name is that person's too, and not somebody else's."""
    words = role.role.split()
    if draft.lower[role.end] in draft.titles.heads:
        return True  # "Special Envoy Ambassador Juma Abdi"
    if draft.titles.words["beside"] & set(words):
        return True
    if holder.record is None:
        return words[-1:] == ["minister"] and not role.determiner
    date = draft.entities.date
    return any(o.role == role.role and (date is None or o.held_on(date)) for o in holder.record.offices)
