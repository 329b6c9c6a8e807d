"""Reads names of two words or more that nothing announced."""

from __future__ import annotations

from kg.extract.mentions.draft import Draft
from kg.extract.mentions.names import is_name, line_is_title, name_run, owner_before
from kg.extract.mentions.span import Span


def read_strangers(draft: Draft) -> None:
    """Read names of two words or more that nothing announced: "Hun Manet writes", "the contractor Alan Gross"."""
    i = 0
    while i < len(draft.words):
        if i in draft.taken or not is_name(draft, i) or i in draft.covered:
            i += 1
            continue
        end = name_run(draft, i)
        if end <= i + 1:
            i = max(end, i + 1)
            continue
        if _stranger(draft, i, end):
            owner = owner_before(draft, i)
            start = owner.start if owner is not None else i
            entity = draft.entities.person(draft.text(i, end))
            if owner is not None and entity.record is None:
                entity.represents = entity.represents or draft.seat(owner)
            entity.first = min(entity.first, i)
            draft.claim(Span(start, end, "person", entity, "a name of two words"))
        i = end


def _stranger(draft: Draft, i: int, end: int) -> bool:
    """Whether the capitalised words from i to end are a person's name by their form and what stands around them."""
    if draft.overlaps(i, end):
        return False
    words = [draft.raw[t] for t in range(i, end)]
    if any(
        w in draft.titles.no_persons or w in draft.titles.body_names or (w.isupper() and len(w) > 2) or w[0].isdigit()
        for w in words
    ):
        return False
    if sum(w[0].isupper() for w in words) < 2 or any(not (w[0].isalpha() or w in "-.'") for w in words):
        return False
    if (
        i > 0
        and i not in draft.breaks
        and draft.lower[i - 1] in ("the", "a", "an", "this", "-", "of", "in", "at", "near", "“", '"', "‘")
    ):
        return False
    if end < len(draft.words) and draft.lower[end] == "-":
        return False
    common = draft.titles.common
    if draft.starts(i) and (draft.lower[i] in common or line_is_title(draft, i)):
        return False
    return sum(draft.lower[t] in common for t in range(i, end)) < len(words) - 1 or (
        len(words) == 2 and not any(draft.lower[t] in common for t in range(i, end))
    )
