"""Finds surface forms of known actors in a tokenised text: longest match, left to right, in one pass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Entry = tuple[str, str]
"""Name of an actor's record, and how the form stands for it: name, alias, adjective, people, metonym or place."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `start` to `end` (exclusive) are a known form of the actors in `entries`."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def plain(word: str) -> str:
    """Fold curly apostrophes to straight ones and drop diacritics.

    >>> plain("Erdoğan’s"), plain("Çavuşoğlu"), plain("Işık")
    ("Erdogan's", 'Cavusoglu', 'Isik')
    """
    if word.isascii():
        return word
    text = word.replace("’", "'").replace("ʼ", "'").replace("ı", "i").replace("ł", "l").replace("ø", "o")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


_INITIALS_JOINED = re.compile(r"(?<=[A-Z]\.)(-)(?=\w)")


def at_hyphens(word: str) -> list[str]:
    """Split what a tokenizer leaves whole where initials with points go before a hyphen: "U.S.-owned".

    >>> at_hyphens("U.S.-owned"), at_hyphens("U.N.-backed"), at_hyphens("re-opened")
    (['U.S.', '-', 'owned'], ['U.N.', '-', 'backed'], ['re-opened'])
    """
    return _INITIALS_JOINED.split(word) if ".-" in word else [word]


class FormIndex:
    """A trie over the words of all forms; words are compared without diacritics, with their case."""

    def __init__(
        self, forms: Iterable[tuple[str, tuple[Entry, ...]]], tokenise: Callable[[str], Sequence[str]]
    ) -> None:
        self._root: dict[str, dict[str, object]] = {}
        for form, entries in forms:
            node = self._root
            for word in tokenise(form):
                node = node.setdefault(plain(word), {})  # type: ignore[assignment]
            known = node.get("")
            if known is None or entries[0][1] != "place":
                node[""] = entries if known is None else (*known, *entries)  # type: ignore[assignment]

    def find(self, words: Sequence[str]) -> list[Hit]:
        """Find the known forms among `words` (plain, see `plain`), longest first, without overlap."""
        hits: list[Hit] = []
        root, i, count = self._root, 0, len(words)
        while i < count:
            node = root.get(words[i])
            if node is None:
                i += 1
                continue
            best, entries, j = 0, None, i + 1
            while True:
                if "" in node:
                    best, entries = j, node[""]
                if j >= count:
                    break
                following = node.get(words[j])
                if following is None:
                    break
                node, j = following, j + 1  # type: ignore[assignment]
            if entries is None:
                i += 1
            else:
                hits.append(Hit(i, best, entries))  # type: ignore[arg-type]
                i = best
        return hits


_PIECE = re.compile(r"\w+(?:\.\w+)*\.?|[^\w\s]")


def rough_words(form: str) -> list[str]:
    """Split a form roughly, for tests without a spaCy tokenizer."""
    return _PIECE.findall(form)
