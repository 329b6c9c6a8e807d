"""What the builders of date expressions share: the words around a match and the direction that words point in."""

from __future__ import annotations

import re
from typing import Any, Literal

Fields = dict[str, Any]
"""Fields of a DateExpression other than its offsets."""

YEAR_IN = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
YEAR_SHIFT = re.compile(r"\b(last|this|next)\syear$")
NOUN_AFTER = re.compile(r"\s[^\W\d_][\w-]*")
WORD_BEFORE = re.compile(r"([^\W\d_][\w.'’-]*)\s+$")
_DIRECTION = re.compile(r"\b(last|past|next|coming|this|previous|following)\b")
FUNCTION_WORDS = frozenset(
    "and or but when that which who as at by in on of for from to with after before until since while where was were "
    "is are has have had will would in under over amid following during between because if than the a an he she it "
    "they we it's through despite about against into along via saying according".split()
)


def word_before(text: str, start: int) -> str:
    found = WORD_BEFORE.search(text, max(0, start - 24), start)
    return found[1].lower() if found else ""


def direction_of(words: str) -> Literal[-1, 0, 1] | None:
    found = _DIRECTION.findall(words)
    if not found:
        return None
    if "last" in found or "past" in found or "previous" in found:
        return -1
    return 0 if found[0] == "this" and len(found) == 1 else 1


def vague(_wording: str, _match: re.Match[str]) -> Fields:
    return {"kind": "vague", "precision": "unknown"}
