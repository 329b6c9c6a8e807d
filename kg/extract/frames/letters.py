"""Finds whose a letter is that names only whom it is to: "in a letter to Rao, the King says"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import words_of
from kg.extract.syntax import is_passive, is_verbal, prepositions

_SENDING = frozenset({"send", "dispatch"})


def said_in(letter: Token) -> Token | None:
    """Give the verb of what is said or asked in a letter: "in a letter to Rao, Peru asked for talks".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru proposed talks in a letter to President Rao."
    >>> [e.subjects[0].name for e in Extractor().extract(Article("a", text)).events if e.predicate == "wrote_to"]
    ['Peru']
    """
    verb = letter.head.head
    verb = verb.head if verb.dep_ in ("dobj", "nsubj") else verb.head.head if verb.dep_ == "pobj" else verb
    if letter.dep_ == "pobj" and letter.head.lower_ == "with" and lemma_of(letter.head.head) in _SENDING:
        return letter.head.head  # "sent its minister to Rome with a message for the Pope"
    if letter.dep_ != "pobj" or letter.head.lower_ != "in" or not is_verbal(verb) or is_passive(verb):
        return None
    asked = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if asked is not None and lemma_of(asked) in words_of(letter)["asked"]:
        return verb  # "made the request in a letter"
    return verb if lemma_of(verb) in words_of(letter)["report"] | words_of(letter)["request"] else None


def authors(letter: Token, said: Token | None, speakers: list[Reference]) -> list[Reference]:
    """Keep who of the speakers can write it: a state only asks, and in no letter that another signed."""
    if said is None or not speakers:
        return []
    signed = any(p.lower_ in ("from", "by") for p, _ in prepositions(letter))
    asks, says = (lemma_of(said) in words_of(letter)[name] for name in ("request", "report"))
    asks = asks or not says or lemma_of(said) in _SENDING
    return [r for r in speakers if (says and r.entity.kind == "person") or (asks and not signed)]
