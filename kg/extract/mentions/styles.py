"""Reads the styles of those who rule or serve: "His Highness the Amir", "H.E. Mr. Moon", "Her Majesty"."""

from __future__ import annotations

from kg.extract.entities import Entity
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.span import Span

_WHOSE = ("his", "her", "their")


def before_style(draft: Draft, start: int) -> int:
    """Give where a mention starts with the style before it: "His Royal Highness the Crown Prince", "HE Minister"."""
    if start == 0 or start in draft.breaks:
        return start
    left = start
    while left > 0 and left not in draft.breaks and (left - 1) not in draft.taken and _is_title(draft, left - 1, start):
        left -= 1
    if left == start:
        return start
    if left > 0 and left not in draft.breaks and draft.lower[left - 1] in _WHOSE and (left - 1) not in draft.taken:
        left -= 1
    return left


def _is_title(draft: Draft, i: int, start: int) -> bool:
    low, words = draft.lower[i], draft.titles.words
    if not draft.raw[i][0].isupper():
        return low == "." and i > 0 and i == start - 1 and draft.lower[i - 1] in draft.titles.honorifics
    short = low.rstrip(".") in draft.titles.style_short and draft.raw[i].isupper()
    return short or low in words["style"] or (low in words["styleWord"] and i + 1 < start)


def note_style(draft: Draft, person: Entity, start: int, end: int) -> bool:
    """Note the style among the tokens before a person's name, such as "highness"; say whether there is one."""
    styles, short = draft.titles.words["style"], draft.titles.style_short
    for i in range(start, end):
        low = draft.lower[i].rstrip(".")
        if low in styles or (low in short and draft.raw[i].isupper()):
            person.styles.add(short.get(low, low))
            return True
    return False


def read_styles(draft: Draft) -> None:
    """Read a style that stands for a person by itself: "His Majesty then flew to Muscat"."""
    for i, low in enumerate(draft.lower):
        if low not in draft.titles.words["style"] or i in draft.taken or not draft.raw[i][0].isupper():
            continue
        start = before_style(draft, i + 1)
        if draft.lower[start] in _WHOSE:
            draft.claim(Span(start, i + 1, "role", None, "a style without a name", low, "the", head=i))
