"""Family names that ministries write in capitals, as they are written elsewhere: "Mr. RAO Anand", "Ms. Ann SMITH"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from kg.extract.titles import Titles

_SHORT = 3
_VOWELS = frozenset("aeiouy")


def with_plain_names(words: Sequence[str], titles: Titles, known: Container[str]) -> list[str]:
    """Give the words of a text with family names in capitals as other names; `known` holds what is no person's name.

    >>> from kg.extract import Extractor
    >>> e = Extractor()
    >>> text = "Mr. RAO Anand met Minister Ann SMITH of ASEAN . The EU and RAO agreed ."
    >>> " ".join(with_plain_names(text.split(), e._titles, e.gazetteer.forms))
    'Mr. Rao Anand met Minister Ann Smith of ASEAN . The EU and Rao agreed .'
    >>> " ".join(with_plain_names("Dr. Nkosazana DLAMINI ZUMA met Minister KABA".split(), e._titles, e.gazetteer.forms))
    'Dr. Nkosazana Dlamini Zuma met Minister Kaba'
    """
    shouted = [i for i, word in enumerate(words) if len(word) > 1 and word.isupper() and word.isalpha()]
    names = {words[i] for i in shouted if words[i] not in known and _is_family_name(i, words, titles)}
    if not names:
        return list(words)
    return [word.capitalize() if word in names else word for word in words]


def _is_family_name(i: int, words: Sequence[str], titles: Titles) -> bool:
    """Whether a word in capitals stands in a name behind a courtesy or an office: "Mr. RAO", "Minister Ann SMITH"."""
    low = words[i].casefold()
    if low in titles.heads | titles.honorifics | titles.left | titles.words["titleWord"]:
        return False
    before = [words[k] for k in range(i - 1, max(i - 6, -1), -1) if words[k] != "-"]
    while before and before[0].isupper() and before[0].isalpha() and len(before[0]) > _SHORT:
        del before[0]  # "Dr. Nkosazana DLAMINI ZUMA"
    for given, word in enumerate(before):
        if word.rstrip(".").casefold() in titles.honorifics:
            return True
        if word.casefold() in titles.heads and word[0].isupper() and not word.isupper():
            long = len(words[i]) > _SHORT and not _VOWELS.isdisjoint(low)  # "Minister KABA", not "President BBC"
            return given > 0 or long or (len(words[i]) > 2 and _is_capitalised(words, i + 1))
        if not _is_capitalised([word], 0) or word.casefold() in titles.common:
            return False
    return False


def _is_capitalised(words: Sequence[str], i: int) -> bool:
    """Whether a word is written as a name is."""
    return i < len(words) and words[i][0].isupper() and words[i][1:].islower()
