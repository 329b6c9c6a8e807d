"""Finds where forces were that are told to go, where the sentence leaves it out: "would pull its troops out"."""

from __future__ import annotations

from kg.extract.coreference import Reference, sides
from kg.extract.coreference.records import with_states
from kg.extract.frames.gap import Gap
from kg.extract.frames.words import lemma_of

_TOLD_WITHIN = 8
"""Sentences back to where the forces were told to be."""


def where_they_were(gap: Gap) -> list[Reference] | None:
    """Read "withdrew them", "would pull its troops out" as from where the same was told to have them, or to take it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad sent troops to Mali in 1987, but withdrew them three years later."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Chad', 'deployed_to', 'Mali'), ('Chad', 'withdrew_from', 'Mali')]
    """
    thing = gap.match.literal
    if thing is None or not (thing.lower_ == "them" or lemma_of(thing) in gap.resolver.words["troop"]):
        return None
    doers = sides(gap.subjects)
    for deed in gap.resolver.deeds_before(gap.verb.i, _TOLD_WITHIN):
        if deed.predicate in ("deployed_to", "seized", "withdrew_from") and doers & with_states(deed.doers):
            return [Reference(e, "where its forces were told to be", gap.verb.i, weak=True) for e in deed.targets]
    return []


def across_border(gap: Gap) -> list[Reference] | None:
    """Read "moved troops to the border" as against the other side, and "sent them over it to fight rebels" as to there.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Kenya sent 500 troops across the border to fight al-Shabab. Chad sent troops to the border to fish."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "deployed_to"]
    [('Kenya', 'Somalia')]
    """
    near = [o for o in gap.match.objects if lemma_of(o) in ("border", "frontier")]
    found = gap.other_side() if near else None
    states = found and [r for r in found if r.entity.kind != "group"]
    over = any(o.head.lower_ in ("across", "over", "into") for o in near)
    if states or not over or gap.pattern.predicate != "deployed_to":
        return states
    aims = [c for c in gap.verb.subtree if c.tag_ == "VB" and any(t.tag_ == "TO" for t in c.children)]
    hunted = [r.entity for c in aims for o in c.children if o.dep_ == "dobj" for r in gap.resolver.actors(o)]
    own = sides(gap.subjects)
    lands = dict.fromkeys(land for e in hunted if e.kind == "group" and (land := e.state() or e.ground) is not None)
    return [
        Reference(land, "where those are who are fought", gap.verb.i) for land in lands if land not in own
    ] or states
