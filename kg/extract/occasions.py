"""Joins what one article tells twice: the same parties, the same kind of act, no two different days."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.model import SYMMETRIC, Actor, Event

Dyad = tuple[str, str]
_SAME_OCCASION = frozenset({"spoke_with", "agreed_with"})
"""General predicates that a more specific one tells of the same occasion; a sanction beside an expulsion is another."""
_RECEIVING = "hosted"
"""Who receives somebody talks to him: "received Rao. The two ministers discussed trade"."""


def _key(predicate: str, s: Actor, o: Actor) -> Dyad:
    return (min(s.name, o.name), max(s.name, o.name)) if predicate in SYMMETRIC else (s.name, o.name)


def join(events: Sequence[Event], parents: Mapping[str, str | None]) -> list[Event]:
    """Join repeated tellings in the order of the text; the most specific predicate and the surest date stay.

    `parents` gives the more general predicate of each. A general report of a dyad is dropped into a specific one of the
    same article; two tellings on two known days stay two events.
    """

    def general(predicate: str) -> set[str]:
        out, p = {predicate}, parents.get(predicate)
        while p in _SAME_OCCASION:
            out.add(p)
            p = parents.get(p)
        return out | {"spoke_with"} if predicate == _RECEIVING else out

    order = sorted(
        range(len(events)), key=lambda i: (-len(general(events[i].predicate)), events[i].status != "actual", i)
    )
    kept: list[tuple[int, Event, dict[Dyad, None]]] = []
    for i in order:
        event = events[i]
        pairs = list(event.dyads())
        mine = {_key(event.predicate, s, o): (s, o) for s, o in pairs}
        for n, (at, other, theirs) in enumerate(kept):
            if event.predicate not in general(other.predicate) or not _together(event, other):
                continue
            both = {
                k for k in mine if _any_way(k, theirs, event.predicate in SYMMETRIC or other.predicate in SYMMETRIC)
            }
            if not both:
                continue
            if len(both) == len(mine):
                kept[n] = (at, _with(other, event), theirs)
                mine = {}
                break
            mine = {k: v for k, v in mine.items() if k not in both}
        if not mine:
            continue
        if len(mine) < len(pairs):
            event = _only(event, list(mine.values()))
        kept.append((i, event, dict.fromkeys(mine)))
    return [event for _, event, _ in sorted(kept, key=lambda row: row[0])]


def _any_way(key: Dyad, keys: Mapping[Dyad, None], symmetric: bool) -> bool:
    return key in keys or (symmetric and (key[1], key[0]) in keys)


def _together(a: Event, b: Event) -> bool:
    if a.date and b.date and a.date != b.date:
        apart = abs((datetime.date.fromisoformat(a.date) - datetime.date.fromisoformat(b.date)).days)
        if (a.precision == "day" and b.precision == "day") or apart > 7:
            return False
    if a.status == b.status:
        return True
    return {a.status, b.status} == {"planned", "possible"}


def _with(kept: Event, other: Event) -> Event:
    """Add the mentions of a repeated telling, and a date where the kept one has none of its own."""
    date, precision = kept.date, kept.precision
    if other.date and (date is None or (precision != "day" and other.precision == "day")):
        date, precision = other.date, other.precision
    claimant = kept.attributed_to if other.attributed_to == kept.attributed_to else None
    return replace(
        kept,
        date=date,
        precision=precision,
        place=kept.place or other.place,
        attributed_to=claimant,
        mentions=(*kept.mentions, *other.mentions),
    )


def _only(event: Event, pairs: list[tuple[Actor, Actor]]) -> Event:
    """Keep an event's remaining dyads; where they are no full product, the first subject's."""
    subjects = list({s.name: s for s, _ in pairs}.values())
    objects = list({o.name: o for _, o in pairs}.values())
    if event.objects and len(subjects) * len(objects) == len(pairs):
        return replace(event, subjects=tuple(subjects), objects=tuple(objects))
    if (
        not event.objects
        and len(subjects) * len(objects) == len(pairs)
        and not ({s.name for s in subjects} & {o.name for o in objects})
    ):
        return replace(event, subjects=tuple(subjects), objects=tuple(objects))
    return event
