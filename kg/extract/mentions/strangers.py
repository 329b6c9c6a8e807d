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
            if _says_of_himself(draft, i):
                entity = draft.entities.person(draft.raw[i])
                entity.first = min(entity.first, i)
                draft.claim(Span(i, i + 1, "person", entity, "a name of one word who speaks"))
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


def _says_of_himself(draft: Draft, i: int) -> bool:
    """Whether one word is the name of who says something with a "he" in it: "Darawa said he met the minister"."""
    word, low = draft.raw[i], draft.lower
    if len(word) < 4 or word.isupper() or not word.isalpha() or i + 3 >= len(draft.words):
        return False
    if low[i] in draft.titles.common or word in draft.titles.no_persons or word in draft.titles.body_names:
        return False
    opens = draft.starts(i) or (low[i - 1] == "," and not draft.raw[i - 2][0].isupper())
    spoken = low[i + 1] in draft.titles.words["saidForm"]
    return opens and spoken and any(w in ("he", "she") for w in low[i + 2 : i + 4])


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
