"""Finds the other side by what a sentence says beside the act: whose relations it strains, where an envoy is posted."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, is_of, sides
from kg.extract.frames.gap import Gap
from kg.extract.frames.parties import apart, merge
from kg.extract.frames.words import lemma_of
from kg.extract.subjects import doer
from kg.extract.syntax import is_verbal, prepositions, verb_above


def whose_relations(gap: Gap) -> list[Reference] | None:
    """Read "threatened retaliation, a new low in its relations with Chad" as against Chad.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Rwanda threatened retaliation, marking a new low in its relations with South Africa."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('threatened', 'South Africa')]
    """
    if gap.match.literal is None:
        return None
    own = sides(gap.subjects)
    for noun in gap.verb.subtree:
        if noun.pos_ != "NOUN" or lemma_of(noun) not in gap.resolver.words["bond"] or noun.i < gap.verb.i:
            continue
        theirs = next((c for c in noun.children if c.dep_ == "poss"), None)
        if theirs is None or not all(is_of(r.entity, own) for r in gap.resolver.actors(theirs)):
            continue
        found = [r for p, o in prepositions(noun) if p.lower_ in ("with", "to") for r in gap.resolver.actors(o)]
        if len(found) == 1:
            return apart(found, gap.subjects) or None
    return None


def where_posted(gap: Gap) -> list[Reference] | None:
    """Read "Spain's ambassador to Argentina lodged a complaint" as one with Argentina.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Spain's ambassador to Argentina lodged a complaint over the seizure of the trawler."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Spain', 'Argentina')]
    """
    spans = gap.resolver.reading.spans
    posted = dict.fromkeys(s.posted for r in gap.subjects if (s := spans[r.token]) is not None and s.posted is not None)
    return [Reference(state, "the state of the posting", gap.verb.i, weak=True) for state in posted] or None


def whose_bond(verb: Token, resolver: Resolver) -> list[Reference]:
    """Give the two whose relations are told to have been cut: "Peru and Chile restored ties, broken off in 1978".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru and Chile restored ties, which were broken off in 1978. Cuba resumed ties with Iran cut in May."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [[a.name for d in e.dyads() for a in d] for e in found if e.predicate == "severed_ties_with"]
    [['Peru', 'Chile'], ['Cuba', 'Iran']]
    """
    bond = verb.head
    if verb.dep_ not in ("relcl", "acl") or lemma_of(bond) not in resolver.words["bond"]:
        return []
    above = verb_above(bond)
    subject = doer(above) if is_verbal(above) else None
    hosts = (bond, above) if subject is not None else (bond,)
    others = [o for host in hosts for p, o in prepositions(host) if p.lower_ in ("with", "to", "between")]
    found = merge(resolver.owners(bond, frozenset({bond.i})), [r for o in others for r in resolver.actors(o)])
    if len(found) < 2 and subject is not None:
        found = merge(resolver.actors(subject), found)
    return found if len(found) == 2 else []
