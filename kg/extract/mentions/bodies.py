"""Reads organisations that no list knows, by a word that names a body."""

from __future__ import annotations

from kg.extract.entities import Entity
from kg.extract.grammar import OWNING
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.names import LETTER
from kg.extract.mentions.span import Span

_LINKS = frozenset({"of", "for", "the", "and", "on", "in", "&"})

_OWNED = OWNING | {"my"}
"""What makes "Armed Forces" those of somebody told before."""


def read_bodies(draft: Draft) -> None:
    """Read organisations that no list knows, by a word that names a body: "Islamic Salvation Front"."""
    _read_written_small(draft)
    for k, word in enumerate(draft.raw):
        if word not in draft.titles.body_names or k in draft.taken:
            continue
        known = draft.covered.get(k)
        if known is not None and known.end - known.start > 1:
            continue
        start, end = _start(draft, k), _end(draft, k)
        if end - start < 2 or draft.overlaps(start, end):
            continue
        if draft.starts(start) and draft.raw[start] in draft.titles.words["memberWord"]:
            continue
        first = draft.hit_from.get(start)
        state = None
        if first is not None and draft.kind(first) == "state":
            if first.end == end - 1 and draft.lower[k] in draft.titles.organs:
                continue
            state = draft.seat(first)
        name = draft.text(start, end)
        if name.casefold() in draft.titles.organs and start and draft.lower[start - 1] in _OWNED:
            continue
        short = _short_form(draft, start, end)
        known_short = draft.hit_from.get(end + 1) if short else None
        if known_short is not None and draft.kind(known_short) in ("group", "organisation"):
            entity = draft.entity_of(known_short)  # "the Lord Resistance Army (LRA)"
            entity.names.setdefault(name)
            draft.claim(Span(start, end + 3, entity.kind, entity, "a name beside its known short form"))
            continue
        entity = _entity(draft, name, start)
        entity.represents = entity.represents or state
        draft.claim(Span(start, end, entity.kind, entity, "a name with a word for a body"))
        if short and known_short is None:
            read_short_form(draft, short, entity, end + 1)


def body_at(draft: Draft, i: int) -> Entity | None:
    """Give the body that no list knows whose name begins at token i: "rebels of the Movement for Justice in Mutara"."""
    k = next((k for k in range(i, min(i + 5, len(draft.raw))) if draft.raw[k] in draft.titles.body_names), None)
    if k is None or k in draft.taken or k in draft.covered or _start(draft, k) != i:
        return None
    end = _end(draft, k)
    return _entity(draft, draft.text(i, end), i) if end - i > 1 and not draft.overlaps(i, end) else None


def body_of_letters(draft: Draft, short: str) -> Entity | None:
    """Give the body whose short form stands in brackets behind its name somewhere: "MJM" of the one above."""
    for at in (i - 1 for i, word in enumerate(draft.raw) if word == short and i and draft.raw[i - 1] == "("):
        for k in range(at - 1, max(at - 9, -1), -1):
            if draft.raw[k] not in draft.titles.body_names or k in draft.covered:
                continue
            start = _start(draft, k)
            if _end(draft, k) == at and at - start > 1 and _short_form(draft, start, at):
                return _entity(draft, draft.text(start, at), start)
    return None


def _entity(draft: Draft, name: str, start: int) -> Entity:
    """Give the body of a name that no list knows, the same one for the same name."""
    armed = not draft.titles.words["armedBody"].isdisjoint(name.casefold().split())
    entity = draft.entities.by_name.setdefault(name, Entity(name, "group" if armed else "organisation"))
    entity.first = min(entity.first, start)
    return entity


def _short_form(draft: Draft, start: int, end: int) -> str:
    """Give the short form in brackets behind a name, where its letters are those of the name: "(SRF)".

    They may stand in the order of another language: "the Mutara Democratic Alliance (ADM)".
    """
    short = draft.short_form_at(end)
    if not short.isalpha() or draft.raw[end + 1] != short:
        return ""
    first, last = draft.raw[start][0], draft.raw[end - 1][0].upper()
    begins = short[0] == first or end + 1 in draft.hit_from  # "the Lord (Resistance Army) (LRA)", of a known one
    capitals = sorted(word[0] for word in draft.raw[start:end] if word[0].isupper())
    return short if (begins and short[-1] == last) or (len(short) > 2 and sorted(short) == capitals) else ""


def read_short_form(draft: Draft, short: str, entity: Entity, first: int) -> None:
    """Read the short form that the article gives to a body, wherever it stands."""
    entity.names.setdefault(entity.name)
    entity.names.setdefault(short)
    for i in range(first, len(draft.raw)):
        from_elsewhere = draft.lower[i + 2 : i + 3] == ["from"]  # "SRF ministers from Peru, Chile and Cuba"
        if draft.raw[i] == short and not from_elsewhere and i not in draft.taken and i not in draft.covered:
            draft.claim(Span(i, i + 1, entity.kind, entity, "a short form that the text gives"))


def _start(draft: Draft, k: int) -> int:
    """Give the first token of the name that holds the body's word at token k."""
    start = k
    while start - 1 >= 0 and start not in draft.breaks and (start - 1) not in draft.taken:
        before = draft.raw[start - 1]
        if _is_part(draft, before) or before == "-" or _is_amid(draft, start - 1):
            start -= 1
        elif (
            draft.lower[start - 1] == "'s"
            and start - 2 >= 0
            and draft.raw[start - 2] in draft.titles.words["ownedBody"]
        ):
            start -= 2
        elif (
            draft.lower[start - 1] in _LINKS
            and start - 2 >= 0
            and draft.raw[start - 2][0].isupper()
            and draft.raw[start - 2] in draft.titles.body_names
        ):
            start -= 2 if (start - 2) not in draft.taken else 1
        else:
            break
    while start < k and (draft.raw[start] == "-" or draft.raw[start] in _LINKS):
        start += 1
    return start


def _is_amid(draft: Draft, i: int) -> bool:
    """Whether a word that is no name by itself stands amid one: "the Mutara Defence Movement"."""
    return draft.raw[i][0].isupper() and i > 0 and i not in draft.breaks and _is_part(draft, draft.raw[i - 1])


def _end(draft: Draft, k: int) -> int:
    """Give the end (exclusive) of the name that holds the body's word at token k."""
    end = k + 1
    while end < len(draft.words) and end not in draft.breaks and end not in draft.taken:
        links = (
            draft.lower[end] in ("of", "for", "the", "on")
            and end + 1 < len(draft.words)
            and (draft.raw[end + 1][0].isupper() or draft.lower[end + 1] == "the")
        ) or _goes_on_in(draft, end)
        if not _is_part(draft, draft.raw[end]) and not links:
            break
        end += 1
    while end - 1 > k and draft.lower[end - 1] in _LINKS:
        end -= 1
    return end


def _goes_on_in(draft: Draft, i: int) -> bool:
    """Whether "in" belongs to a name, by the letters in brackets behind it: "Movement for Justice in Mutara (MJM)"."""
    short = draft.short_form_at(i + 2)
    return draft.lower[i] == "in" and bool(short) and draft.raw[i + 1][0] == short[-1]


def _is_part(draft: Draft, word: str) -> bool:
    return word[0].isupper() and word not in draft.titles.no_names and LETTER.search(word) is not None


def _read_written_small(draft: Draft) -> None:
    """Read groups that no list knows, by a word written small: "the Kifaya group", "the Umma (Nation) party"."""
    for k, low in enumerate(draft.lower):
        if low not in draft.titles.words["partyNoun"] or draft.raw[k][0].isupper() or k in draft.taken:
            continue
        end = k
        if draft.raw[k - 1] == ")" and "(" in draft.raw[max(k - 6, 0) : k]:
            end = k - 2
            while draft.raw[end] != "(":
                end -= 1
        start = end
        while start and start - 1 not in draft.taken and start not in draft.breaks and _is_stranger(draft, start - 1):
            start -= 1
        if start == end or draft.starts(start) or draft.overlaps(start, k + 1):
            continue
        name = draft.text(start, end)
        entity = draft.entities.by_name.setdefault(name, Entity(name, "group"))
        entity.names.setdefault(name)
        entity.first = min(entity.first, start)
        draft.claim(Span(start, k + 1, "group", entity, "a name with a word for a group", head=k))


def _is_stranger(draft: Draft, i: int) -> bool:
    word = draft.raw[i]
    known = i in draft.covered or draft.lower[i] in draft.titles.creeds
    return not known and _is_part(draft, word) and word not in draft.titles.no_persons
