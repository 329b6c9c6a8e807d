"""Reads the names and demonyms that the gazetteer lists."""

from __future__ import annotations

from kg.extract.entities import Holding
from kg.extract.forms import Hit
from kg.extract.grammar import OWNING
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.names import is_name, name_run, owner_before, role_inside
from kg.extract.mentions.span import Span


def read_hits(draft: Draft) -> None:
    """Read the names that the gazetteer knows, and the rest of a name that goes on behind them."""
    for hit in draft.hits:
        if draft.overlaps(hit.start, hit.end):
            continue
        kind, how = draft.kind(hit), draft.how(hit)
        if kind == "person":
            end = max(hit.end, name_run(draft, hit.start))
            start = hit.start
            while (
                start - 1 >= 0
                and start not in draft.breaks
                and (start - 1) not in draft.taken
                and (is_name(draft, start - 1) and (start - 1) not in draft.covered and not draft.starts(start - 1))
            ):
                start -= 1
            if draft.overlaps(start, end):
                continue
            name_start = start
            owner = owner_before(draft, start)
            if owner is not None:
                start = owner.start
            entity = draft.entities.person(draft.text(name_start, end))
            if owner is not None and entity.represents is None and entity.record is None:
                entity.represents = draft.seat(owner)
            if entity.record is None and (start, end) == (hit.start, hit.end):
                entity = draft.entity_of(hit) if hit.end - hit.start > 1 else entity
            if entity.record is not None and entity.represents is None:
                entity.represents = draft.listed_state(entity, "")
            entity.first = min(entity.first, start)
            role = role_inside(draft, name_start, end)
            if role and not any(h.role == role for h in entity.offices):
                entity.offices.append(Holding(role, draft.listed_state(entity, role) or entity.represents))
            draft.claim(Span(start, end, "person", entity, "a name of the gazetteer", role))
        elif how == "adjective" and _bygone(draft, hit):
            continue
        elif how in ("adjective", "people"):
            draft.claim(Span(hit.start, hit.end, how, draft.entity_of(hit), f"a demonym of {hit.entries[0][0]}"))
        else:
            _read_place_or_body(draft, hit, kind, how)


def _described(draft: Draft, i: int, j: int) -> int:
    """Give where the description before a group's name starts: "rebel Free Syrian Army", "Islamist group Hamas"."""
    titles, left = draft.titles, i
    telling = titles.fighters | titles.creeds | titles.faction_marks
    while left and left not in draft.breaks and left - 1 not in draft.taken and left - 1 not in draft.covered:
        if draft.lower[left - 1] not in telling | titles.faction_bodies | titles.faction_qualities:
            break
        left -= 1
    words = set(draft.lower[left:i])
    return left if words & titles.faction_bodies or (words & telling and j - i > 1) else i


def _bygone(draft: Draft, hit: Hit) -> bool:
    """Whether what the demonym tells of is no more: "two former Soviet republics"."""
    before = hit.start - 1
    if before >= 0 and draft.lower[before] == "-":
        before -= 1
    return before >= 0 and hit.start not in draft.breaks and draft.lower[before] in draft.titles.words["bygoneLand"]


def _is_owned(draft: Draft, i: int, j: int) -> bool:
    """Read "its Foreign Office", "Pakistan's Foreign Office" as an organ of whoever has it; say whether it was one."""
    own = draft.lower[i - 1] in OWNING
    before = i - 2 if draft.lower[i - 1] in ("'s", "'") else i - 1
    hit = draft.hit_to.get(before + 1)
    if hit is not None and (draft.kind(hit) != "state" or draft.seat(hit) is draft.seat(draft.hit_from[i])):
        hit = None
    if not own and hit is None:
        return False
    start = hit.start if hit is not None else i
    state = draft.seat(hit) if hit is not None else None
    reason = f"an organ of {state.name}" if state is not None else "an organ of a state not named with it"
    draft.claim(Span(start, j, "organ", state, reason, draft.text(i, j).casefold(), head=j - 1))
    return True


def _read_place_or_body(draft: Draft, hit: Hit, kind: str, how: str) -> None:
    """Claim a state, place, group or organisation, unless its form is part of a longer personal name."""
    i, j = hit.start, hit.end
    if how == "metonym" and i and _is_owned(draft, i, j):
        return
    if (
        j - i == 1
        and how == "place"
        and (
            (j < len(draft.words) and is_name(draft, j))
            or (i > 0 and is_name(draft, i - 1) and not draft.starts(i - 1))
        )
    ):
        return
    entity = draft.seat(hit)
    place = draft.entity_of(hit) if kind == "place" else None
    if how == "metonym":
        entity.names.setdefault(draft.text(i, j))
    reason = {
        "metonym": f"the seat of government of {entity.name}",
        "place": f"a place in {entity.name}",
    }.get(how, "a name of the gazetteer")
    entity.first = min(entity.first, i)
    if entity.kind == "group" and how in ("name", "alias"):
        i = _described(draft, i, j)
    draft.claim(Span(i, j, entity.kind, entity, reason, place=place))
