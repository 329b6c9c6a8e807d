"""Finds whom somebody frees where the sentence does not name them: "Tehran freed them on Friday"."""

from __future__ import annotations

from kg.extract.coreference import Reference
from kg.extract.frames.gap import Gap
from kg.extract.frames.words import lemma_of


def whom_it_held(gap: Gap) -> list[Reference] | None:
    """Read "freed them", "let the men go" as those whom the same was told to hold.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Iran seized 15 British sailors. Tehran freed them on Friday."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('detained', 'United Kingdom'), ('released', 'United Kingdom')]
    """
    resolver, doers = gap.resolver, {r.entity for r in gap.subjects}
    things = gap.match.objects or ([gap.match.literal] if gap.match.literal is not None else [])
    known = any(
        t.pos_ == "PRON" or (lemma_of(t) in resolver.words["whoIsHeld"] and resolver.definite(t)) for t in things
    )
    if not known:
        return None
    for deed in resolver.deeds_before(gap.verb.i):
        if deed.predicate in ("detained", "seized") and doers & set(deed.doers):
            return [Reference(e, "whom it was told to hold", gap.verb.i, weak=True) for e in deed.targets]
    return None
