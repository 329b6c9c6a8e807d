"""Finds whose an election is that somebody abroad judges: "observers described the vote as fair"."""

from __future__ import annotations

from kg.extract.coreference import Reference, sides
from kg.extract.frames.gap import Gap
from kg.extract.frames.parties import apart
from kg.extract.frames.words import lemma_of
from kg.extract.syntax import prepositions


def whose_vote(gap: Gap) -> list[Reference] | None:
    """Give the state that votes, named behind the vote or the one that the text is about.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru elected a president on Sunday. The European Union described the vote as fair."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('European Union', 'praised', 'Peru')]
    """
    resolver, words = gap.resolver, gap.resolver.words
    things = [t for t in (*gap.match.objects, gap.match.literal) if t is not None]
    things += [o for t in things for p, o in prepositions(t) if p.lower_ == "of"]  # "the outcome of the vote"
    vote = next((t for t in things if lemma_of(t) in words["ballot"]), None)
    if vote is None:
        return None
    sites = [o for t in things for p, o in prepositions(t) if p.lower_ in ("in", "of", "across")]
    there = [r for o in sites for r in resolver.actors(o) if r.entity.kind == "state"]
    if there:
        return apart(there, gap.subjects) or None
    own = sides(gap.subjects)
    told = [e for e in resolver.topics if e not in own]
    return [Reference(told[0], "whose vote it is", vote.i, weak=True)] if len(told) == 1 else None
