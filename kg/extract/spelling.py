"""Shows the parser the American spelling of verbs and the dashes which it was trained on."""

from __future__ import annotations

from collections.abc import Container, Sequence

_HYPHENS = frozenset({"-", "--"})


def with_plain_spelling(words: Sequence[str], verbs: Container[str]) -> list[str]:
    """Give the words of a text with the bare verbs in "-ise" written with "-ize"; `verbs` holds those there are.

    The parser reads "demanded that Peru apologise" as if there were no verb.

    >>> with_plain_spelling(["must", "apologise", "or", "promise"], {"apologize", "promise"})
    ['must', 'apologize', 'or', 'promise']
    """
    return [
        american if word[-3:] == "ise" and word.islower() and (american := word[:-3] + "ize") in verbs else word
        for word in words
    ]


def with_plain_dashes(text: str, words: Sequence[str], offsets: Sequence[int]) -> list[str]:
    """Give the words of a text with the hyphens that stand between blanks written as dashes; each begins at its offset.

    >>> with_plain_dashes("Rao - an ex-general", ["Rao", "-", "an", "ex", "-", "general"], [0, 4, 6, 9, 11, 12])
    ['Rao', '–', 'an', 'ex', '-', 'general']
    """
    return [
        "–" if word in _HYPHENS and text[at - 1 : at] == text[at + len(word) : at + len(word) + 1] == " " else word
        for word, at in zip(words, offsets, strict=True)
    ]
