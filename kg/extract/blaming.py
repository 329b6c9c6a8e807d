"""Reads from the parse who is blamed or praised for a thing."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import is_verbal, undergoer, verb_above


def blamed_for(thing: Token) -> Token | None:
    """Give who is blamed or praised for a thing: "condemned Chad for its raid", "held it responsible for its raid"."""
    preposition = thing.head
    if thing.dep_ != "pobj" or preposition.lower_ not in ("for", "over"):
        return None
    blame, verb = preposition.head, verb_above(preposition.head)
    held = blame.dep_ in ("oprd", "acomp") and blame.lemma_ in words_of(blame)["answerable"]
    if not is_verbal(verb) or not (held or verb.lemma_ in words_of(verb)["blame"]):
        return None
    return undergoer(verb)
