"""Shows the parser the American spelling of verbs, which it was trained on."""

from __future__ import annotations

from collections.abc import Container, Sequence


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
