"""Words in capitals as they are written elsewhere: names such as "Mr. RAO Anand", and openings such as "FRANCE has"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from spacy.vocab import Vocab

from kg.extract.grammar import HE
from kg.extract.titles import Titles

_SHORT = 3
_VOWELS = frozenset("aeiouy")
_ACRONYM = 5
"""Letters that a word has at most which is taken for an acronym where nothing is known of it: "RENAMO" is longer."""
_OPENING = 4
"""Words in capitals at most with which a paragraph opens; a line of more is a heading."""


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


def with_plain_openings(words: Sequence[str], breaks: Iterable[int], known: Container[str], vocab: Vocab) -> list[str]:
    """Give the words of a text with those in capitals that open a paragraph as newspapers print it: "FRANCE has".

    >>> from kg.extract import Extractor
    >>> e = Extractor()
    >>> def plain(text):
    ...     return " ".join(with_plain_openings(text.split(), [0], e.gazetteer.forms, e.nlp.vocab))
    >>> plain("SOUTH AFRICA has left NATO"), plain("BRITISH TROOPS have left"), plain("THE Premier left")
    ('South Africa has left NATO', 'British troops have left', 'The Premier left')
    >>> plain("HE Mr Rao left")
    'HE Mr Rao left'
    >>> plain("UNITA has left"), plain("SPD members left"), plain("LIMA , Peru")
    ('UNITA has left', 'SPD members left', 'LIMA , Peru')
    """
    out = list(words)
    times = Counter(words)
    for first in breaks:
        end = first
        while end < len(words) and words[end].isupper() and words[end].isalpha():
            end += 1
        if not first < end <= first + _OPENING or end >= len(words) or not words[end][:1].isalpha():
            continue
        for i in range(first, end):
            low, name = words[i].casefold(), words[i].capitalize()
            if words[i] in known or times[words[i]] > 1:
                continue  # "NATO has", and what is written so elsewhere too
            named = (
                name in known or f"{out[i - 1] if i > first else ''} {name}" in known or _opens_name(i, words, known)
            )
            if vocab[low].is_stop:
                if end == first + 1 and low in HE:
                    break  # "HE Mr Rao" is no pronoun
                out[i] = name if i == first else low
            elif named or len(low) > _ACRONYM or (len(low) == _ACRONYM and not _VOWELS.isdisjoint(low)):
                out[i] = low if i > first and not named and low.endswith("s") else name
    return out


def _opens_name(i: int, words: Sequence[str], known: Container[str]) -> bool:
    """Whether a word and the next are a name: "SOUTH AFRICA"."""
    return i + 1 < len(words) and f"{words[i]} {words[i + 1]}".title() in known


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
