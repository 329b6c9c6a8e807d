"""Reads from the parse who is blamed or praised for a thing."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.subjects import undergoer
from kg.extract.syntax import child, is_verbal, prepositions, verb_above


def blamed_for(thing: Token) -> Token | None:
    """Give who is blamed or praised for a thing: "condemned Chad for its raid", "held it responsible for its raid"."""
    preposition = thing.head
    if thing.dep_ == "pobj" and preposition.lower_ == "to" and preposition.head.lemma_ in words_of(thing)["inAnswer"]:
        hit = _whom_it_hits(verb_above(preposition))  # "announced sanctions on Chad in response to its raid"
        return hit if hit is not None and hit.i < thing.i else None
    if thing.dep_ != "pobj" or preposition.lower_ not in ("for", "over"):
        return None
    blame, verb = preposition.head, verb_above(preposition.head)
    held = blame.dep_ in ("oprd", "acomp") and blame.lemma_ in words_of(blame)["answerable"]
    if not is_verbal(verb):
        return None
    if verb.lemma_ in words_of(verb)["impose"] and (hit := _whom_it_hits(verb)) is not None:
        return hit if hit.i < thing.i else None
    if not (held or verb.lemma_ in words_of(verb)["blame"] | words_of(verb)["turning"]):
        return None
    return undergoer(verb)


def _whom_it_hits(verb: Token) -> Token | None:
    """Give whom a measure is imposed on: "imposed sanctions on Chad over its support for the rebels"."""
    measure = child(verb, "dobj")
    words = words_of(verb)
    if measure is None or measure.lemma_.casefold() not in words["sanction"] | words["measure"]:
        return None
    hosts = (pair for host in (measure, verb) for pair in prepositions(host))
    return next((o for p, o in hosts if p.lower_ in ("on", "against", "upon")), None)
