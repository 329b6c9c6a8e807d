"""Compares words of the text with words of the lexicon: spelling, compounds, and what a measure measures."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from kg.extract.grammar import QUANTIFIERS
from kg.extract.lexis import noun_at, words_of


def lemma_of(token: Token) -> str:
    """Give the lower-case lemma, which `mend_lemmas` has put in the spelling of the lexicon."""
    return token.lemma_.casefold()


def noun_matches(token: Token, words: frozenset[str]) -> bool:
    """Whether a noun phrase's head is one of the words; "phone_call" wants the head and the word before it.

    A name that an office goes with is of that office: "its ambassador, Uichiro Niwa" is an "ambassador". "Two
    Chadians" are nationals.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Two Chadians are being held in Peru on drug charges."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'detained', 'Chad')]
    """
    lemma = lemma_of(token)
    if lemma in words or token.lower_ in words or noun_at(token) in words:
        return True
    if "truce" in words and is_truce(token, lemma):
        return True
    if "warplane" in words and is_aircraft(token):
        return True
    if any(c.lower_ == "forward" and f"{lemma}_forward" in words for c in token.children):
        return True  # "a step forward"
    return any(c.dep_ in ("compound", "amod", "nmod") and f"{lemma_of(c)}_{lemma}" in words for c in token.children)


def is_told_before(attack: Token) -> bool:
    """Whether an attack is one told before: "the attack", "Tuesday's attack"."""
    return any(c.lower_ in ("the", "this", "both") or c.dep_ == "poss" for c in attack.children)


_DIGIT_OR_S = frozenset("0123456789s")
_AIRCRAFT = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,3}[A-Z]?s?")
"""What fighters and bombers are called: "four F-16s", "MiG-29s"."""


def is_aircraft(token: Token) -> bool:
    """Whether a word is the name of a type of warplane: "four F-16s".

    >>> from kg.extract import load_pipeline
    >>> [is_aircraft(t) for t in load_pipeline()("four F-16s")]
    [False, True]
    """
    return token.text[0].isupper() and token.text[-1] in _DIGIT_OR_S and _AIRCRAFT.fullmatch(token.text) is not None


def through_measure(token: Token) -> Token:
    """Go through a measure to what is measured: "10 days of war games", "millions in aid", "a round of talks"."""
    if token.pos_ == "VERB":
        return token  # "set foot in Rwanda" is no set of anything
    units = words_of(token)["unit"]
    for _ in range(2):
        if token.pos_ != "NUM" and lemma_of(token) not in units and token.lower_ not in QUANTIFIERS:
            return token
        measured = (
            o
            for c in token.children
            if c.dep_ == "prep" and c.lower_ in ("of", "in")
            for o in c.children
            if o.dep_ == "pobj"
        )
        inner = next(measured, None)
        if inner is None:
            return token
        token = inner
    return token


def in_title_case(sentence: Span) -> bool:
    """Whether all words of a sentence but the small ones are capitalised, as in "Readout of Smith's Call with Smith".

    >>> from kg.extract import load_pipeline
    >>> nlp = load_pipeline()
    >>> [in_title_case(next(nlp(text).sents)) for text in ("Smith's Call with Smith", "Smith joined the Call")]
    [True, False]
    """
    words = [t.text for t in sentence if t.is_alpha and len(t) > 3 and t.pos_ not in ("ADP", "SCONJ", "DET")]
    return len(words) > 1 and all(w[0].isupper() for w in words)


def through_terms(token: Token) -> Token:
    """Go through what a document consists of to the document: "the terms of the accord", "the wording of a treaty"."""
    if token.pos_ != "NOUN" or lemma_of(token) not in words_of(token)["stipulation"]:
        return token
    behind = (o for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children)
    return next((o for o in behind if o.dep_ == "pobj"), token)


def is_truce(noun: Token, lemma: str) -> bool:
    """Whether an accord says that the fighting is to stop: "an understanding to halt fire", "a ceasefire deal"."""
    known = words_of(noun)
    if lemma not in known["pact"]:
        return False
    for c in noun.children:
        if c.dep_ in ("compound", "amod", "nmod") and lemma_of(c) in known["truce"]:
            return True
        if c.dep_ in ("acl", "relcl") and lemma_of(c) in known["halting"] and any(t.tag_ == "TO" for t in c.children):
            return any(o.dep_ in ("dobj", "xcomp") and lemma_of(o) in known["gunfire"] for o in c.children)
    return False
