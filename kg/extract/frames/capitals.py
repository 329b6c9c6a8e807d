"""Finds who answers to a deed where a passive says only in which capital: "was denounced in Tbilisi"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.syntax import prepositions

_SEAT = "the seat of government"


def in_whose_capital(verb: Token, struck: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give the state in whose capital a deed of others is welcomed or condemned.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad's decision to expel the envoy was denounced in Paris. The Peruvian visit was praised in Geneva."
    >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events][:1]
    [('France', 'criticized')]
    """
    mine = {r.entity.state() or r.entity for r in struck}
    for preposition, place in prepositions(verb):
        span = resolver.reading.spans[place.i]
        if preposition.lower_ != "in" or span is None or not span.reason.startswith(_SEAT):
            continue
        return [r for r in resolver.actors(place) if r.entity not in mine]
    return []
