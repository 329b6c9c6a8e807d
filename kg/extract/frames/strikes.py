"""Finds whom an attack struck, where the sentence leaves it out: "claimed responsibility", "hit a village"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference
from kg.extract.frames.gap import AT, Gap
from kg.extract.frames.parties import apart
from kg.extract.frames.words import lemma_of
from kg.extract.syntax import (
    grammatical_subject,
    is_verbal,
    prepositions,
    undergoer,
)

_ABOUT = frozenset({"into", "in", "at", "inside", "across", "near", "outside", "on", "around"})


def struck_before(gap: Gap) -> list[Reference] | None:
    """Read "claimed responsibility" as the attack told last, or the one of which it says whom it hit.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Hamas claimed responsibility for a bombing that killed 21 Israelis."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Hamas', 'Israel')]
    """
    if not gap.literal_among("claimed"):
        return None
    resolver = gap.resolver
    struck = [
        v
        for t in gap.verb.subtree
        if t.pos_ == "NOUN" and "attacked" in resolver.acts.get(lemma_of(t), ())
        for c in t.children
        if c.dep_ in ("relcl", "acl") and lemma_of(c) in resolver.words["deadly"]
        for v in (undergoer(c),)
        if v is not None
    ]
    hit = [r for v in struck for r in resolver.actors(v)]
    return hit or resolver.last_struck(gap.verb.i, "attacked", gap.subjects)


def hit_with_it(gap: Gap) -> list[Reference] | None:
    """Give who was aboard or died of it: "ambushed a bus carrying Thai soldiers", "two Thais died when X struck".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "At least 20 Angolan soldiers died when Namibian troops ambushed a convoy."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Namibia', 'Angola')]
    """
    words, verb, resolver = gap.resolver.words, gap.verb, gap.resolver
    loads = (c for o in gap.match.objects for c in o.children if c.dep_ == "acl" and lemma_of(c) in words["carrying"])
    found = [r for c in loads for o in c.children if o.dep_ == "dobj" for r in resolver.actors(o)]
    above = verb.head
    if not found and verb.dep_ == "advcl" and lemma_of(above) in words["deadly"] | words["dying"]:
        when = any(m.lower_ in ("when", "as", "after") for m in verb.children if m.dep_ in ("advmod", "mark"))
        dead = undergoer(above) if lemma_of(above) in words["deadly"] else grammatical_subject(above)
        found = resolver.actors(dead) if when and dead is not None else []
    return apart(found, gap.subjects) or None


def of_the_same(gap: Gap) -> list[Reference] | None:
    """Read "captured two Israeli soldiers and killed eight" as eight of the same."""
    verb = gap.verb
    number = any(o.pos_ == "NUM" for o in gap.match.objects)
    above = undergoer(verb.head) if number and verb.dep_ == "conj" and is_verbal(verb.head) else None
    return gap.resolver.actors(above) or None if above is not None else None


def where_it_stands(gap: Gap) -> list[Reference] | None:
    """Give the state or place of the thing that is hit: "struck targets in Kharkiv"."""
    things = [o for o in gap.match.objects if o.pos_ == "NOUN"]
    blamed = gap.pattern.predicate == "criticized"
    if blamed and any(lemma_of(o) in gap.resolver.words["circumstance"] or _is_attack(o, gap) for o in things):
        return None  # "concern over the situation in Mali", "condemned an attack in Mali" blames no Malian
    near = [o for thing in things for p, o in prepositions(thing) if p.lower_ in AT]
    near += [o for p, o in prepositions(gap.verb) if p.lower_ == "inside"]
    return [r for o in near for r in gap.resolver.actors(o) if r.entity.kind in ("state", "place")] or None


def _is_attack(act: Token, gap: Gap) -> bool:
    """Whether an act is one that a land suffers rather than does: "the attack in Kabul", not "the arrests in Iran"."""
    return lemma_of(act) in gap.resolver.words["attack"] or "attacked" in gap.resolver.acts.get(lemma_of(act), ())


def where_told(gap: Gap) -> list[Reference] | None:
    """Give where the act above took place: "hit a van near Tyre, killing eight children"."""
    people = gap.resolver.words["casualty"]
    struck = any(o.pos_ == "NUM" or lemma_of(o) in people for o in gap.match.objects)
    above = gap.verb.head
    if not struck or gap.verb.dep_ not in ("advcl", "conj") or not is_verbal(above):
        return None
    thing = undergoer(above)
    if thing is not None and gap.resolver.actors(thing):
        return gap.resolver.actors(thing)
    hosts = [above, *([thing] if thing is not None else [])]
    near = [o for host in hosts for p, o in prepositions(host) if p.lower_ in _ABOUT]
    return [r for o in near for r in gap.resolver.actors(o) if r.entity.kind in ("state", "place")] or None


def struck_back(gap: Gap) -> list[Reference] | None:
    """Read "hit a village" as an attack on who was just told to have attacked those who did it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Thai jets bombed Cambodia on Friday. Cambodian rockets hit Sisaket province."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Thailand', 'Cambodia'), ('Cambodia', 'Thailand')]
    """
    if not gap.subjects or not any(lemma_of(o) in gap.resolver.words["populated"] for o in gap.match.objects):
        return None
    own = {r.entity for r in gap.subjects}
    for deed in gap.resolver.deeds_before(gap.verb.i, 2):
        if deed.predicate == "attacked" and own & set(deed.targets):
            doers = [e for e in deed.doers if e not in own]
            return [Reference(e, "who attacked them just before", gap.verb.i, weak=True) for e in doers] or None
    return None
