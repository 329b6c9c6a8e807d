"""Past and -ing forms lead to the verbs of the lexicon."""

from __future__ import annotations

import pytest
from telling import Tell

from kg.extract.lemmas import mend_lemma

KNOWN = {"stage", "levy", "phone", "free", "ready", "install", "stop", "urge"}


@pytest.mark.parametrize(
    ("form", "lemma", "mended"),
    [
        ("staged", "stag", "stage"),
        ("readied", "readie", "ready"),
        ("installed", "instal", "install"),
        ("stopped", "stop", "stop"),
        ("urging", "urg", "urge"),
        ("walked", "walk", "walk"),
        ("", "", ""),
    ],
)
def test_a_cut_lemma_is_mended_by_what_the_lexicon_knows(form: str, lemma: str, mended: str) -> None:
    """A missing e, y or letter is put back where that gives a known verb; others stay."""
    assert mend_lemma(form, lemma, KNOWN) == mended


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Armenia staged an attack on Azerbaijan.", "Armenia attacked Azerbaijan"),
        ("Macron phoned Putin.", "Emmanuel Macron called Vladimir Putin"),
        ("Britain levied sanctions on Russia.", "United Kingdom sanctioned Russia"),
        ("France freed two Russian citizens.", "France released Russia"),
        ("Russia shelled Ukraine.", "Russia attacked Ukraine"),
        ("India rebuffed Pakistan.", "India rejected Pakistan"),
        ("Xi toured France.", "Xi Jinping visited France"),
    ],
)
def test_inflected_verbs_fire(tell: Tell, text: str, line: str) -> None:
    """Regular and irregular past forms of the wordings are recognised in sentences."""
    assert tell(text) == [line]
