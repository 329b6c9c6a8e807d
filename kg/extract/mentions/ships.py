"""Reads warships by the prefix of their navy: "HMS Duncan" sails for the United Kingdom."""

from __future__ import annotations

from kg.extract.mentions.draft import Draft
from kg.extract.mentions.span import Span


def read_ships(draft: Draft) -> None:
    """Read warships by the prefix of their navy: "HMS Duncan" sails for the United Kingdom."""
    for k, word in enumerate(draft.raw[:-1]):
        state = draft.titles.navies.get(word)
        if state is None or k in draft.taken or not draft.raw[k + 1][0].isupper() or k + 1 in draft.taken:
            continue
        end = k + 2
        while (
            end < len(draft.words)
            and end - k < 5
            and end not in draft.taken
            and draft.raw[end][0].isupper()
            and end not in draft.breaks
        ):
            end += 1
        entity = draft.entities.of_record(state)
        draft.claim(Span(k, end, "organ", entity, f"a ship of {state}", "warship", head=None))
