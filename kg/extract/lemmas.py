"""Mends the lemmas that the small model's rules get wrong: "staged" is stage, not "stag"; all in one spelling."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc

from kg.extract.lexis import lexis_of, words_of

_VOWELS = "aeiou"


def mend_lemma(form: str, lemma: str, known: Container[str]) -> str:
    """Give the lemma that a past or -ing form most likely has, by what the lexicon knows.

    >>> words = {"stage", "hope", "reappoint", "ready", "install", "rap", "rape", "stop"}
    >>> [mend_lemma(f, l, words) for f, l in (("staged", "stag"), ("readied", "readie"), ("installed", "instal"))]
    ['stage', 'ready', 'install']
    >>> mend_lemma("raped", "rap", words), mend_lemma("stopped", "stop", words)
    ('rape', 'stop')
    """
    if len(lemma) > 2 and lemma[-1] not in "wxye" + _VOWELS and form in (lemma + "ed", lemma + "ing"):
        short = lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS and sum(c in _VOWELS for c in lemma) == 1
        if (short or lemma not in known) and lemma + "e" in known:
            return lemma + "e"
    if lemma in known:
        return lemma
    candidates = [lemma + "e", lemma[:-1], lemma[:-2] + "y" if lemma.endswith("ie") else "", lemma + lemma[-1:]]
    return next((c for c in candidates if c and c in known), lemma)


def mend_lemmas(doc: Doc, known: Container[str]) -> None:
    """Mend the lemmas of a tagged doc, in place, and write them in the American spelling of the lexicon."""
    lexis = lexis_of(doc)
    spellings = lexis.spellings
    for token in doc:
        if token.lower_ == "wound" and token.i + 1 < len(doc) and token.nbor(1).lower_ == "up" and token.tag_ != "NN":
            token.lemma_ = "wind"  # "wound up three days of talks"
        elif token.lower_ == "retook":
            token.lemma_, token.tag_ = "retake", "VBD"
        elif token.tag_ in ("VBG", "JJ") and token.lower_ in lexis.joined:
            token.lemma_ = token.lower_
        elif token.tag_ == "VBZ" and token.lower_ in lexis.presents:
            token.lemma_ = lexis.presents[token.lower_][0]  # "wages" is wage, not "wag"
        elif token.lemma_ == token.lower_ in lexis.pasts and token.pos_ == "VERB" and token.lower_ not in known:
            token.lemma_ = lexis.pasts[token.lower_]  # "forgave"
        elif token.tag_ in ("VBD", "VBN", "VBG"):
            lemma = token.lemma_
            mended = mend_lemma(token.lower_, lemma.casefold(), known)
            if mended != lemma:
                token.lemma_ = mended
        elif token.tag_ == "NNS" and token.lower_.endswith("ses"):
            single = token.lower_[:-1]
            if token.lemma_.casefold() not in known and single in known:  # "doses" is dose, not "dos"
                token.lemma_ = single
        elif token.tag_ in ("NNP", "NNPS") and token.lower_ in words_of(token)["fighters"] and not token.is_upper:
            token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", token.lower_.removesuffix("s")  # "the Islamists"
        american = spellings.get(token.lemma_.casefold())
        if american is not None:
            token.lemma_ = american
