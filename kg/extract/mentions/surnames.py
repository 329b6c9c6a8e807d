"""Takes a title with a family name for whom the full name named before, which a later reader found."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.entities import Entity, name_words
from kg.extract.mentions.draft import Draft


def unite_surnames(draft: Draft) -> None:
    """Make one of a full name and a later title with its family name.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mr. Johan Ralte met Vladimir Putin. Minister Ralte praised Peru."
    >>> [e.subjects[0].name for e in Extractor().extract(Article("a", text)).events]
    ['Johan Ralte', 'Johan Ralte']
    """
    entities = draft.entities
    people = list(entities.persons())
    full: dict[str, list[Entity]] = {}
    for entity in people:
        words = name_words(entity.name)
        if len(words) > 1:
            full.setdefault(words[-1], []).append(entity)
    same: dict[Entity, Entity] = {}
    for entity in people:
        words = name_words(entity.name)
        if len(words) > 1 or entity.record is not None or words[0] not in full or _is_crowned(draft, entity):
            continue
        before = [e for e in full[words[0]] if e.first < entity.first and _may_be(e, entity)]
        if len(before) == 1:
            same[entity] = before[0]
    for entity, known in same.items():
        known.names.update(entity.names)
        known.offices.extend(entity.offices)
        known.represents = known.represents or entity.represents
        known.gender = known.gender or entity.gender
        del entities.by_name[entity.name]
    if same:
        draft.found[:] = [
            replace(
                s,
                entity=same.get(s.entity, s.entity) if s.entity is not None else None,
                members=tuple(same.get(e, e) for e in s.members),
            )
            for s in draft.found
        ]


def _may_be(known: Entity, called: Entity) -> bool:
    """Whether one is not told to act for another state than the other."""
    states = {e.state() for e in (known, called)} - {None}
    return len(states) < 2


def _is_crowned(draft: Draft, entity: Entity) -> bool:
    crowned = draft.titles.words["crowned"]
    return any(held.role.split()[-1:] and held.role.split()[-1] in crowned for held in entity.offices)
