"""Finds whose an election or a verdict is that somebody judges: "observers described the vote as fair"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.coreference import Reference, sides
from kg.extract.frames.gap import Gap
from kg.extract.frames.parties import apart
from kg.extract.frames.words import lemma_of
from kg.extract.syntax import prepositions

_BEFORE = 150
"""Words before a verdict among which its court is looked for."""


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


def whose_verdict(gap: Gap) -> list[Reference] | None:
    """Give the court of which the text told last, whose verdict somebody turns down or hails.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "A German court found that Chad shot four Danes. Chad dismissed the verdict as biased."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][1:2]
    [('Chad', 'Germany')]
    """
    words = gap.resolver.words
    things = [t for t in gap.match.objects if lemma_of(t) in words["verdict"]]
    if not any(c.lower_ in ("the", "this") for t in things for c in t.children):
        return None
    doc, spans = gap.verb.doc, gap.resolver.reading.spans
    for token in reversed(doc[max(gap.verb.i - _BEFORE, 0) : gap.verb.i]):
        span = spans[token.i]
        named = span.entity.name.casefold().split() if span is not None and span.entity is not None else []
        if token.lower_ in words["tribunal"] or words["tribunal"].intersection(named):
            found = apart([replace(r, owned=False) for r in gap.resolver.actors(token)], gap.subjects)
            if found:
                return found
    return None
