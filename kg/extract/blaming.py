"""Reads from the parse who is blamed or praised for a thing."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.subjects import undergoer
from kg.extract.syntax import child, is_verbal, prepositions, verb_above


def blamed_for(thing: Token) -> Token | None:
    """Give who is blamed or praised for a thing: "condemned Chad for its raid", "held it responsible for its raid"."""
    preposition = thing.head
    if thing.dep_ != "pobj":
        return None
    preposition = _answering(preposition) or preposition
    if preposition.lower_ not in ("for", "over", "because", "in", "on"):
        return None
    blame, verb = preposition.head, verb_above(preposition.head)
    held = blame.dep_ in ("oprd", "acomp") and blame.lemma_ in words_of(blame)["answerable"]
    if not is_verbal(verb):
        return None
    if (
        verb.lemma_ in words_of(verb)["impose"] | words_of(verb)["measuring"]
        and (hit := _whom_it_hits(verb)) is not None
    ):
        return hit if hit.i < thing.i else None
    if not (held or verb.lemma_ in words_of(verb)["blame"] | words_of(verb)["turning"]) or preposition.lower_ == "in":
        return None
    return undergoer(verb)


def _answering(preposition: Token) -> Token | None:
    """Give the preposition above that says what is answered: "in" of "in response to", "because" of "because of".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru announced sanctions against Chad in response to its attacks on Mali."
    >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'sanctioned'), ('Chad', 'attacked')]
    """
    above = preposition.head
    if preposition.lower_ == "of" and above.lower_ == "because":
        return above
    answers = preposition.lower_ in ("to", "for") and above.lemma_ in words_of(above)["inAnswer"]
    return above.head if answers and above.dep_ == "pobj" and above.head.lower_ == "in" else None


def _whom_it_hits(verb: Token) -> Token | None:
    """Give whom a measure is imposed on: "imposed sanctions on Chad over its support for the rebels"."""
    measure = child(verb, "dobj")
    words = words_of(verb)
    if measure is None or measure.lemma_.casefold() not in words["sanction"] | words["measure"]:
        return None
    hosts = (pair for host in (measure, verb) for pair in prepositions(host))
    return next((o for p, o in hosts if p.lower_ in ("on", "against", "upon")), None)
