"""Finds of whom it is demanded that something end which the text told, or that says itself whose it is."""

from __future__ import annotations

from kg.extract.coreference import Reference, is_of, sides
from kg.extract.frames.gap import Gap
from kg.extract.frames.parties import apart
from kg.extract.frames.words import lemma_of
from kg.extract.syntax import child, is_passive, prepositions

_WITHIN = 2
"""How many sentences back an act is told that is to be undone."""


def whose_act_is_to_end(gap: Gap) -> list[Reference] | None:
    """Read "demanded that Chad's blockade be lifted", "that Chadian troops be withdrawn" as demands of Chad.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru demanded that Chadian troops be withdrawn."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'Chad')]
    """
    words = gap.resolver.words
    acts = words["hostileAct"] | words["ownForce"] | words["measure"] | words["sanction"]
    for clause in (c for c in gap.verb.children if c.dep_ == "ccomp" and is_passive(c)):
        thing = child(clause, "nsubjpass")
        if thing is None or lemma_of(thing) not in acts or lemma_of(clause) in words["judged"]:
            continue
        owners = [o for p, o in prepositions(thing) if p.lower_ == "by"]
        found = [r for o in owners for r in gap.resolver.actors(o)] or gap.resolver.actors(thing)
        found = [r for r in apart(found, gap.subjects) if r.entity.kind != "place"]
        if found:
            return found
    return None


def who_is_to_undo_it(gap: Gap) -> list[Reference] | None:
    """Read "Chad invaded Mali. The UN demanded an immediate withdrawal" as a demand of Chad.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad invaded Mali. The UN demanded an immediate withdrawal. Peru demanded a vote."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "demanded_of"]
    [('United Nations', 'Chad')]
    """
    words, resolver = gap.resolver.words, gap.resolver
    things = [*gap.match.objects, *([gap.match.literal] if gap.match.literal is not None else [])]
    asked = next((t for t in things if lemma_of(t) in words["neededAct"]), None)
    theirs = asked is not None and any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in asked.children)
    freed = next((c for c in gap.verb.children if c.dep_ == "ccomp" and lemma_of(c) in words["settingFree"]), None)
    if asked is not None and not theirs:
        if any(c.dep_ in ("poss", "acl", "relcl") for c in asked.children):
            return None
        if any(p.lower_ in ("of", "from", "by", "to") for p, _ in prepositions(asked)):
            return None
    own = sides(gap.subjects)
    clauses = [c for c in gap.verb.children if c.dep_ == "ccomp" and lemma_of(c) in words["leaving"]]
    gone = any(s.lower_ == "they" for c in clauses for s in c.children if s.dep_ == "nsubj")
    tried = [c for c in gap.verb.children if c.dep_ == "ccomp" and lemma_of(c) in words["judged"]]
    gone = gone or any(s.lower_ == "those" for c in tried for s in c.children if s.dep_ == "nsubjpass")
    held = freed is not None or (asked is not None and lemma_of(asked) in words["freeing"])
    if not held and not gone and (asked is None or theirs):
        return None
    for deed in resolver.deeds_before(gap.verb.i, _WITHIN):
        if deed.predicate not in (resolver.predicates["keepingCaptive"] if held else resolver.predicates["undone"]):
            continue
        if deed.doers and not any(is_of(e, own) for e in deed.doers):
            return [Reference(e, "who did what is to be undone", gap.verb.i, weak=True) for e in deed.doers]
    return None
