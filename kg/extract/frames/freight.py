"""Tells what a verb of going or flying carries: men or arms that go where their carrier does not, things set down."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.frames.words import lemma_of
from kg.extract.lexis import words_of
from kg.extract.patterns import Pattern
from kg.extract.syntax import child


def lands_a_thing(verb: Token, pattern: Pattern) -> bool:
    """Whether forces that are said to go somewhere do it to something else: "parachuted a field hospital into Gaza"."""
    goes = "force" in pattern.subject_kinds and all(e.sort not in ("object", "subject") for e in pattern.elements)
    thing = child(verb, "dobj") if goes and not any(e.sort == "noun" for e in pattern.elements) else None
    return thing is not None and thing.pos_ == "NOUN"


def carries_men(verb: Token) -> bool:
    """Whether men or arms are flown somewhere, so that who flies them goes nowhere."""
    thing = child(verb, "dobj")
    kinds = words_of(verb)["troop"] | words_of(verb)["hardware"] | words_of(verb)["goods"] | words_of(verb)["constable"]
    return thing is not None and (lemma_of(thing) in kinds or lemma_of(thing) == "man")
