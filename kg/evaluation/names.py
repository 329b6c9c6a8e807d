"""Tells whether two names stand for the same actor, as a lenient reader would."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

_SHORT = {"un": "united nations", "us": "united states", "uk": "united kingdom", "eu": "european union"}


@lru_cache(maxsize=50_000)
def plain(name: str) -> str:
    """Give a name without case, diacritics, punctuation, article and possessive.

    >>> plain("The U.S."), plain("Recep Tayyip Erdoğan's")
    ('united states', 'recep tayyip erdogan')
    """
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    text = re.sub(r"[’']s\b", "", "".join(letters).casefold())
    text = re.sub(r"[^\w ]+", " ", text).strip()
    text = re.sub(r"^(?:the|a|an) ", "", text)
    words = text.replace("u s a", "us").replace("u s", "us").split()
    return " ".join(_SHORT.get(word, word) for word in words)


def same_name(one: str, other: str, *, given: str) -> bool:
    """Tell whether two plain names agree: equal, a bare surname `given` for the whole name, or words left out."""
    if one == other:
        return True
    short, long = sorted((one.split(), other.split()), key=len)
    if len(short) == 1:
        return given.split() == short and long[-1] == short[0] and len(long) <= 4 and "of" not in long
    return set(short) <= set(long) and ("of" in short or "of" not in long)


def same_actor(wanted: Iterable[str], given: Iterable[str]) -> bool:
    """Tell whether any accepted name is any of the given names."""
    found = [plain(name) for name in given]
    return any(same_name(plain(name), other, given=other) for name in wanted for other in found)


def names(actor: str | Mapping[str, Any]) -> list[str]:
    """Give the name and the aliases of a predicted actor."""
    if isinstance(actor, str):
        return [actor]
    return [str(actor["name"]), *map(str, actor.get("aliases") or ())]
