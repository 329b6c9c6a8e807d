"""Links events of different articles that tell of one occasion, and those that contradict each other.

All links follow from the merged graph alone, so they are the same whatever the order of the articles.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model import BASE
from kg.ontology.vocabulary import Vocabulary
from kg.store.merging.candidates import Pair, candidates
from kg.store.merging.occasions import Occasion, Occasions, Represents
from kg.store.merging.rules import MOST, PARTIAL, Difference, by_date, by_parties, by_predicate, pairs, vagueness
from kg.store.terms import node, term, text


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two events (IRIs) and how they belong together; `relation` is a local name of the ontology.

    moreSpecificThan and sameOccasionAs tell of one occasion, mayTellOf leaves open of which, and contradicts
    says that what the one tells the other denies.
    """

    one: str
    other: str
    relation: str
    reason: str


Found = tuple[Occasion, Occasion, Link]


def find_links(occasions: Occasions, represents: Represents, vocabulary: Vocabulary) -> list[Link]:
    """Find the links among events, sorted."""
    return sorted(settled(linked(candidates(occasions, represents, vocabulary), represents, vocabulary)))


def linked(pairs: Iterable[Pair], represents: Represents, vocabulary: Vocabulary) -> Iterator[Found]:
    """Give those of the pairs that belong together, each with its link by itself."""
    for one, other in pairs:
        if (link := _link(one, other, represents, vocabulary)) is not None:
            yield one, other, link


def _link(one: Occasion, other: Occasion, represents: Represents, vocabulary: Vocabulary) -> Link | None:
    contradicts = _contradict(one, other)
    if not contradicts and not _agree(one, other):
        return None
    predicate = by_predicate(one, other, vocabulary)
    if predicate is None or (contradicts and predicate.cost):
        return None
    symmetric = all(p.symmetric for o in (one, other) if (p := vocabulary.predicates.get(o.predicate)))
    parties = by_parties(one, other, represents, both_ways=symmetric)
    if parties is None:
        return None
    days = max((p.link_days for o in (one, other) if (p := vocabulary.predicates.get(o.predicate))), default=14)
    date = by_date(one, other, days)
    if date is None or predicate.cost + parties.cost + date.cost > MOST:
        return None
    if len(one.articles | other.articles) < 2:
        return None
    closer = predicate.more and not date.cost and parties.reason in ("", PARTIAL)
    if one.articles & other.articles and not closer:
        return None  # an article that tells both tells them apart, but for a talk that it also calls a call
    reason = "; ".join(found.reason for found in (predicate, parties, date) if found.reason)
    if contradicts:
        first, second = sorted((one.iri, other.iri))
        return Link(first, second, "contradicts", reason or "one says it happened, the other not")
    return _directed(
        one, other, (predicate, parties, date), reason, tells_more=bool(predicate.more or not predicate.cost)
    )


def _directed(one: Occasion, other: Occasion, found: tuple[Difference, ...], reason: str, *, tells_more: bool) -> Link:
    directions = {difference.more for difference in found if difference.more}
    if tells_more and directions == {1}:
        return Link(one.iri, other.iri, "moreSpecificThan", reason)
    if tells_more and directions == {-1}:
        return Link(other.iri, one.iri, "moreSpecificThan", reason)
    first, second = sorted((one.iri, other.iri))
    return Link(first, second, "sameOccasionAs", reason)


def _agree(one: Occasion, other: Occasion) -> bool:
    """Whether both say that it happened; or, of one and the same day, that it is planned or possible."""
    shared = one.statuses & other.statuses
    return "actual" in shared or bool(one.dated and other.dated and shared - {"negated"})


def _contradict(one: Occasion, other: Occasion) -> bool:
    if "actual" in one.statuses & other.statuses:
        return False
    return any("actual" in a.statuses and "negated" in b.statuses for a, b in ((one, other), (other, one)))


def settled(found: Iterable[Found]) -> Iterator[Link]:
    """Where a vaguely dated report fits several occasions of the same two and of different days, leave open which.

    All links of each vague report must be among those given.
    """
    fits: defaultdict[str, list[Occasion]] = defaultdict(list)
    open_ones: list[tuple[Occasion, Occasion, Link]] = []
    for one, other, link in found:
        vague = vaguer(one, other)
        if vague is None or link.relation == "contradicts":
            yield link
            continue
        dated = other if vague is one else one
        fits[vague.iri].append(dated)
        open_ones.append((vague, dated, link))
    for vague, dated, link in open_ones:
        rivals = [
            rival
            for rival in fits[vague.iri]
            if rival.predicate == dated.predicate
            and (rival.first, rival.last) != (dated.first, dated.last)
            and pairs(rival) & pairs(dated)
        ]
        if rivals:
            yield Link(vague.iri, dated.iri, "mayTellOf", f"{link.reason}; there are {len(rivals) + 1} that it fits")
        else:
            yield link


def vaguer(one: Occasion, other: Occasion) -> Occasion | None:
    """Give the one of two events whose day is the less known; none where they are alike in that."""
    if vagueness(one) == vagueness(other):
        return None
    return max(one, other, key=vagueness)


def link_triples(links: Iterable[Link]) -> Iterator[ox.Triple]:
    """Write links as the graph of links holds them."""
    for link in links:
        one, other = node(link.one), node(link.other)
        this = node(
            f"{BASE}link/{hashlib.sha256(f'{link.one} {link.relation} {link.other}'.encode()).hexdigest()[:20]}"
        )
        relation = term(f"dip:{link.relation}")
        yield ox.Triple(this, term("rdf:type"), term("dip:Link"))
        yield ox.Triple(this, term("dip:from"), one)
        yield ox.Triple(this, term("dip:to"), other)
        yield ox.Triple(this, term("dip:relation"), relation)
        yield ox.Triple(this, term("dip:reason"), text(link.reason))
        yield ox.Triple(one, relation, other)
        if link.relation != "mayTellOf":
            same = term("dip:contradicts" if link.relation == "contradicts" else "dip:sameOccasionAs")
            yield ox.Triple(one, same, other)
            yield ox.Triple(other, same, one)
