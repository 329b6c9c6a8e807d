"""Reads places that no gazetteer lists but the text describes: "Kalma, a village in Darfur", "the town of Zelmo"."""

from __future__ import annotations

from kg.extract.entities import Entity
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.span import Span

_LONGEST_NAME = 3
_LONGEST_DESCRIPTION = 6


def read_settlements(draft: Draft) -> None:
    """Read places by the word for what they are, before the name with "of" or behind it in an apposition.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Rebels seized Zelmo, a northern town. Chadian planes shelled the village of Kalma in Sudan."
    >>> [e.objects[0].name for e in Extractor().extract(Article("a", text)).events]
    ['Zelmo', 'Kalma']
    """
    populated = draft.titles.words["populated"]
    for k, word in enumerate(draft.lower):
        if word not in populated or k in draft.taken:
            continue
        named = _behind(draft, k) or _before(draft, k)
        if named is not None:
            start, end = named
            draft.claim(Span(start, end, "place", _place(draft, draft.text(start, end)), f"a place called a {word}"))


def _place(draft: Draft, name: str) -> Entity:
    known = draft.entities.by_name.get(name)
    if known is not None and known.kind == "place":
        return known
    return draft.entities.by_name.setdefault(name, Entity(name, "place"))


def _run(draft: Draft, i: int) -> int:
    """Give the end of the capitalised words from i on that nothing else is made of."""
    end = i
    while end < len(draft.words) and end - i < _LONGEST_NAME and _is_free(draft, end):
        if end > i and end in draft.breaks:
            break
        end += 1
    return end


def _is_free(draft: Draft, i: int) -> bool:
    word = draft.raw[i]
    return word[0].isupper() and word.isalpha() and i not in draft.taken and i not in draft.covered


def _behind(draft: Draft, k: int) -> tuple[int, int] | None:
    """Read "the town of Zelmo"."""
    i = k + 2
    if i >= len(draft.words) or draft.lower[k + 1] != "of" or i in draft.breaks:
        return None
    if any(t in draft.covered for t in range(max(k - 3, 0), k)):
        return None  # "the Azerbaijani town of Agdam", "the rebel-held town of Yei" is whose the text says
    end = _run(draft, i)
    return (i, end) if end > i else None


def _before(draft: Draft, k: int) -> tuple[int, int] | None:
    """Read "Zelmo, a town in the north", "Zelmo, the rebels' last town"."""
    i = k - 1
    while i > 0 and k - i < _LONGEST_DESCRIPTION and draft.lower[i] not in ("a", "an", ",", "."):
        i -= 1
    if i < 2 or draft.lower[i] not in ("a", "an") or draft.raw[i - 1] != "," or i in draft.breaks:
        return None
    end = i - 1
    start = end
    while start > 0 and end - start < _LONGEST_NAME and _is_free(draft, start - 1) and start not in draft.breaks:
        start -= 1
    if start < end and draft.lower[start] in draft.titles.common:
        return None
    return (start, end) if start < end else None
