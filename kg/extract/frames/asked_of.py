"""Finds of whom something is asked where the clause names nobody: who holds the captives, who was just called in."""

from __future__ import annotations

from kg.extract.coreference import Reference
from kg.extract.frames.captives import freed_ones, keepers
from kg.extract.frames.crowds import PROTEST
from kg.extract.frames.gap import Gap
from kg.extract.frames.parties import apart
from kg.extract.syntax import chain_of, child, is_verbal, prepositions, verb_above


def where_it_lies(gap: Gap) -> list[Reference] | None:
    """Read "demanded that the sites in Iran be opened", "urged the release of prisoners in Iran" as to Iran.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru demanded that the camps in Chad be closed."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('demanded_of', 'Chad')]
    """
    resolver = gap.resolver
    verb = gap.verb
    told = [s for c in verb.children if c.dep_ == "ccomp" for s in c.children if s.dep_ == "nsubjpass"]
    things = told if any(e.sort == "that" for e in gap.pattern.elements) else []
    if gap.match.literal is not None and gap.literal_among("freeing"):
        things += freed_ones(gap.match.literal)
    sites = [o for t in things for p, o in prepositions(t) if p.lower_ in ("in", "inside")]
    return [r for o in sites for r in resolver.actors(o) if r.entity.kind == "state" and not r.owned][:1] or None


def dealt_with_above(gap: Gap) -> list[Reference] | None:
    """Read "called in the Chinese envoy to protest the raid" as a protest to whom the clause above deals with."""
    verb = chain_of(gap.verb)
    judged = _judged_above(gap)
    if judged:
        return judged
    asks = gap.pattern.predicate in ("demanded_of", PROTEST)  # "summoned the envoy and demanded an answer"
    joined = asks and gap.verb.dep_ == "conj" and is_verbal(gap.verb.head)
    purpose = any(c.tag_ == "TO" for c in verb.children) or verb.tag_ == "VBG"
    if not joined and (verb.dep_ not in ("xcomp", "advcl") or not purpose):
        return None
    above = gap.verb.head.i if joined else verb.head.i
    for deed in reversed(gap.resolver.deeds):
        likes = gap.resolver.predicates
        dealt = likes["addressed"] | (likes["petitionedBeside"] if joined else frozenset())
        if deed.at == above and deed.predicate in dealt:
            public = gap.pattern.predicate == PROTEST  # a protest is to the state, a demand to who was written to
            others = dict.fromkeys(((e.state() or e) if public else e) for e in deed.targets)
            return [Reference(e, "whom the clause above deals with", gap.verb.i, weak=True) for e in others]
    return None


def _judged_above(gap: Gap) -> list[Reference]:
    """Read "the vote in Peru was rejected by Chad, which called for a rerun" as a call on Peru.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru's arrests were condemned by Chad, which demanded the release of all protesters."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('criticized', 'Peru'), ('demanded_of', 'Peru')]
    """
    who = gap.verb.head
    if gap.verb.dep_ != "relcl" or gap.pattern.predicate == PROTEST:
        return []
    clause = verb_above(who)
    for deed in gap.resolver.deeds:
        if deed.at == clause.i and deed.predicate in gap.resolver.predicates["reaction"]:
            doers = {r.entity for r in gap.subjects}
            states = [e.state() or e for e in deed.targets]
            if doers <= set(deed.doers):
                return [Reference(e, "of whom the clause above tells", gap.verb.i, weak=True) for e in states]
    return []


def who_holds_them(gap: Gap) -> list[Reference] | None:
    """Read "asked for consular access", "demanded their release" as of who was told to hold the asker's people.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Iran arrested three Swedish tourists. The Swedish government asked for consular access."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('detained', 'Sweden'), ('urged', 'Iran')]
    """
    if not gap.literal_among("freeing"):
        return None
    own = [e for r in gap.subjects for e in dict.fromkeys((r.entity.state() or r.entity, r.entity))]
    found = apart(keepers(own, gap.verb, gap.resolver), gap.subjects)
    whose = gap.match.literal is not None and child(gap.match.literal, "poss") is not None
    return found or (gap.other_side() if whose else []) or None  # "had asked for their extradition"
