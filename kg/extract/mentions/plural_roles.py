"""Reads roles of several: "the presidents of Colombia and Ecuador, X and Y", "presidents A, B and C"."""

from __future__ import annotations

from kg.extract.entities import Entity, Holding
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.holders import add_person
from kg.extract.mentions.names import name_run
from kg.extract.mentions.role import Role
from kg.extract.mentions.span import Span


def several(draft: Draft, role: Role) -> tuple[Entity, ...]:
    """Read the states of a plural role: "the presidents of Colombia, Ecuador and Venezuela"."""
    if not role.plural or role.represents is None or role.head + 1 >= role.end:
        return ()
    members, role.end = states_behind(draft, role.represents, role.end)
    return members


def states_behind(draft: Draft, first: Entity, end: int) -> tuple[tuple[Entity, ...], int]:
    """Read on from the first of several states to the last: "the governments of China, France and Mali"."""
    members, start = [first], end
    while end + 1 < len(draft.words) and end not in draft.breaks and draft.lower[end] in (",", "and"):
        i = end + 1
        while i < len(draft.words) and draft.lower[i] in ("and", "the"):
            i += 1
        hit = draft.hit_from.get(i)
        if hit is None or draft.kind(hit) not in ("state", "organisation") or draft.how(hit) in ("adjective", "people"):
            break
        members.append(draft.seat(hit))
        end = hit.end
    return (tuple(dict.fromkeys(members)), end) if len(members) > 1 else ((), start)


def named_after(draft: Draft, role: Role, members: tuple[Entity, ...]) -> bool:
    """Read the names that follow in the same order: "the presidents of A and B, X and Y,"."""
    if role.end >= len(draft.words) or draft.lower[role.end] != ",":
        return False
    people: list[tuple[int, int]] = []
    i, office = role.end + 1, draft.titles.singular(role.role)
    while i < len(draft.words) and len(people) < len(members):
        end = name_run(draft, i)
        if end == i:
            return False
        people.append((i, end))
        i = end
        while i < len(draft.words) and draft.lower[i] in (",", "and") and len(people) < len(members):
            i += 1
    if len(people) != len(members) or draft.overlaps(role.start, i):
        return False
    entities = []
    for (first, last), state in zip(people, members, strict=True):
        entity = draft.entities.person(draft.text(first, last), office, state)
        entity.represents = entity.represents or state
        entity.first = min(entity.first, first)
        if not draft.collecting and not any(h.role == office for h in entity.offices):
            entity.offices.append(Holding(office, state, role.former))
        entities.append(entity)
    stop = i + 1 if i < len(draft.words) and draft.lower[i] == "," else i
    draft.claim(
        Span(
            role.start,
            stop,
            "person",
            entities[0],
            "named with the offices before them",
            office,
            members=tuple(entities),
        )
    )
    return True


def share(draft: Draft, role: Role, j: int) -> None:
    """Give the office of a plural role to the names that go on: "presidents A, B and C"."""
    while role.plural and j + 1 < len(draft.words) and draft.lower[j] in (",", "and"):
        i = j + 1
        if draft.lower[i] == "and":
            i += 1
        end = name_run(draft, i)
        if end == i:
            return
        add_person(draft, role, i, end, i, end, "the title it shares")
        j = end
