"""Reads unnamed groups with the people or place that they are of."""

from __future__ import annotations

from kg.extract.entities import Entity
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.span import Span

FACTIONS = frozenset(
    """rebels rebel guerrillas guerrilla guerillas militants militant insurgents insurgent gunmen gunman separatists
    separatist opposition extremists extremist terrorists terrorist militiamen militias militia paramilitaries
    mercenaries demonstrators demonstrator protesters protestors protester students student workers worker farmers
    farmer activists activist dissidents nationalists fundamentalists settlers refugees refugee loyalists mutineers
    hijackers hackers elders tribesmen nationalist separatists secessionists islamists jihadists fighters landowners
    prisoners detainees inmates civilians villagers migrants fishermen clerics""".split()
)
"""Plural heads that make a group of their own, not the state, as the one who acts ("Chechen rebels")."""


def read_factions(draft: Draft) -> None:
    """Read factions with their people: "Fijian rebels", "Hutu rebel leaders", "French farmers"."""
    for k, low in enumerate(draft.lower):
        if low not in FACTIONS or k in draft.taken or not (low.endswith("s") or low in ("opposition", "militia")):
            continue
        left = k
        while (
            left - 1 >= 0
            and left not in draft.breaks
            and (left - 1) not in draft.taken
            and (left - 1) not in draft.covered
            and (draft.lower[left - 1] in FACTIONS or draft.lower[left - 1] in draft.titles.faction_qualities)
        ):
            left -= 1
        hit = draft.hit_to.get(left)
        if hit is None:
            _read_place_behind(draft, left, k)
            continue
        if draft.kind(hit) not in ("state", "place", "group") or draft.overlaps(hit.start, hit.end):
            continue
        if draft.how(hit) not in ("adjective", "people", "name", "alias"):
            continue
        if draft.kind(hit) == "group":
            draft.claim(Span(hit.start, k + 1, "group", draft.entity_of(hit), "fighters of a named group"))
            continue
        state = draft.seat(hit)
        entity = _faction(draft, hit.start, k + 1, state)
        draft.claim(Span(hit.start, k + 1, "group", entity, f"a faction named with {state.name}", plural=True))


def _read_place_behind(draft: Draft, left: int, k: int) -> None:
    """Read a faction with the place behind it: "rebels in the Congo"; it begins at `left`, its head is token k."""
    if not draft.lower[k].endswith("s") or k + 2 >= len(draft.words) or draft.lower[k + 1] not in ("in", "of", "from"):
        return
    hit = draft.hit_from.get(k + 3 if draft.lower[k + 2] == "the" else k + 2)
    if hit is None or draft.kind(hit) not in ("state", "place") or draft.how(hit) in ("adjective", "people"):
        return
    after = draft.lower[hit.end] if hit.end < len(draft.words) else "."
    if after in (",", "and") or draft.overlaps(left, hit.end):
        return
    entity = _faction(draft, left, hit.end, draft.seat(hit))
    draft.claim(Span(left, hit.end, "group", entity, "a faction with its place", plural=True))


def _faction(draft: Draft, start: int, end: int, state: Entity) -> Entity:
    """Make the group of an unnamed faction: "Chechen rebels" is not Chechnya."""
    name = draft.text(start, end)
    entity = draft.entities.by_name.get(name)
    if entity is None:
        entity = Entity(name, "group", plural=True)
        if draft.lower[end - 1] in draft.titles.compatriots:
            entity.home = state
        draft.entities.by_name[name] = entity
    entity.names.setdefault(name)
    entity.first = min(entity.first, start)
    return entity
