"""Tells in which language an article is written."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_READ = 3_000
"""Characters that are looked at: the language of a news text shows in its first paragraphs."""
_ENGLISH = frozenset(
    "the of and to that for it was with by from he his had has have been are not will would which their they were "
    "this said who after before about on its she her but".split()
)
_SHARE = 0.18
"""The share of these words in English prose is a quarter to a third, in other languages a twentieth at most."""
_SURE = 0.95
"""How likely a text must be of any other language than English; which of them it is matters less."""
_FEWEST_WORDS = 8
"""A shorter text is names for the most part, which have no language."""
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_WORD = re.compile(r"[^\W\d_]+")
_CODES = {
    "ara": "ar", "chi": "zh", "deu": "de", "eng": "en", "fra": "fr", "fre": "fr", "ger": "de", "hin": "hi", "ita": "it",
    "jpn": "ja", "kor": "ko", "nld": "nl", "pol": "pl", "por": "pt", "rus": "ru", "spa": "es", "swe": "sv", "tur": "tr",
    "ukr": "uk", "zho": "zh",
}  # fmt: skip
_NAMES = {
    "arabic": "ar", "chinese": "zh", "dutch": "nl", "english": "en", "french": "fr", "german": "de", "hindi": "hi",
    "italian": "it", "japanese": "ja", "korean": "ko", "polish": "pl", "portuguese": "pt", "russian": "ru",
    "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk",
}  # fmt: skip


def language_of(text: str, stated: str | None = None) -> str:
    """Give the language as a code of two letters, or "" where nothing tells.

    What the text shows surely goes before what is stated of it: pages often state the language of their template.

    >>> language_of("Le ministre a rencontré son homologue à Paris, où ils ont parlé de la guerre.", "English")
    'fr'
    >>> language_of("Macron met Modi in Paris."), language_of("Kanzler Merz in Kiew.", "deu")
    ('', 'de')
    """
    start = text[:_READ]
    words = _WORD.findall(start.casefold())
    if words and sum(word in _ENGLISH for word in words) >= _SHARE * len(words) and len(words) >= _FEWEST_WORDS:
        return "en"
    letters = sum(map(len, words))
    foreign = letters >= 10 and len(_LATIN.findall(start)) < letters / 2  # scripts without spaces have few words
    if len(words) >= _FEWEST_WORDS or foreign:
        ranked = _identifier().rank(start)
        if dict(ranked)["en"] <= 1 - _SURE:
            return str(ranked[0][0])
    return code(stated)


def code(stated: str | None) -> str:
    """Give the code of a language as sources state it ("en-GB", "eng", "English"), "" where it is none.

    >>> code("en-GB"), code("eng"), code("English"), code("pt_BR"), code("¿?")
    ('en', 'en', 'en', 'pt', '')
    """
    plain = (stated or "").strip().casefold()
    first = re.split(r"[-_,; ]", plain)[0]
    if plain in _NAMES:
        return _NAMES[plain]
    return _CODES.get(first, first) if re.fullmatch(r"[a-z]{2,3}", first) else ""


@cache
def _identifier() -> LanguageIdentifier:
    """Load the classifier, which takes a second, when a text first needs it: plain English does not."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Without the codes of three letters: creoles and dialects that short texts are easily taken for.
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier
