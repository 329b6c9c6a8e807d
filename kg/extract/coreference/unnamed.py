"""Says of a pronoun, by its sentence alone, that it is for somebody unnamed, or not for who is in focus."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.mentions import Span


def turned_on_another(token: Token) -> bool:
    """Whether "it" opens a sentence behind one whose subject turned on another: "X condemns Y. It has ..."."""
    if token.dep_ != "nsubj" or token.head.dep_ != "ROOT" or not token.sent.start:
        return False
    before = token.doc[token.sent.start - 1].sent.root
    return before.lemma_ in words_of(token)["turning"]


def is_of_nobody(token: Token, spans: Sequence[Span | None]) -> bool:
    """Whether it is for somebody without a name, told before in the sentence: "killed a man after he fired".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao met President Paz. Peruvian police shot a man after he opened fire on them."
    >>> [e.predicate for e in Extractor().extract(Article("a", text)).events]
    ['met']
    """
    some = False
    for t in token.doc[token.sent.start : token.i]:
        span = spans[t.i]
        if span is not None and span.sort in ("person", "role"):
            return False
        some = some or (t.lower_ in words_of(t)["somebody"] and any(c.lower_ == "a" for c in t.children))
    return some
