"""Links events of different articles that tell of one occasion, and those that contradict each other.

All links follow from the merged graph alone, so they are the same whatever the order of the articles. They
stand in a graph of their own, which each run replaces.
"""

from __future__ import annotations

import hashlib
import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import BASE
from kg.ontology.vocabulary import Vocabulary
from kg.store.merging.occasions import Occasion, Represents, read_occasions, read_represents
from kg.store.merging.rules import MOST, PARTIAL, Difference, by_date, by_parties, by_predicate, pairs, vagueness
from kg.store.terms import LINKS_GRAPH, node, term, text

if TYPE_CHECKING:
    from kg.store.store import Store

_LONGEST = 31
"""How far apart, in days, a date that is only a month may lie from the day that it holds."""


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


def reconcile(store: Store) -> list[Link]:
    """Find all links of the store and write them, in place of those of before."""
    links = find_links(read_occasions(store.backend), read_represents(store.backend), store.vocabulary)
    store.replace_graph(LINKS_GRAPH, _statements(links))
    return links


def find_links(occasions: Iterable[Occasion], represents: Represents, vocabulary: Vocabulary) -> list[Link]:
    """Find the links among events, sorted; the order in which the events come does not matter."""
    found: list[tuple[Occasion, Occasion, Link]] = []
    for one, other in _candidates(sorted(occasions, key=lambda o: o.iri), represents, vocabulary):
        link = _link(one, other, represents, vocabulary)
        if link is not None:
            found.append((one, other, link))
    return sorted(_settled(found))


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


def _candidates(
    occasions: list[Occasion], represents: Represents, vocabulary: Vocabulary
) -> Iterator[tuple[Occasion, Occasion]]:
    """Give the pairs worth comparing, each once: events that share a pair of parties and come near in time."""
    buckets: defaultdict[tuple[str, ...], list[Occasion]] = defaultdict(list)
    for occasion in occasions:
        for key in _keys(occasion, represents):
            buckets[key].append(occasion)
    longest = max((predicate.link_days for predicate in vocabulary.predicates.values()), default=14)
    seen: set[tuple[str, str]] = set()
    for key in sorted(buckets):
        for one, other in _near(buckets[key], longest):
            pair = (one.iri, other.iri) if one.iri < other.iri else (other.iri, one.iri)
            if pair not in seen:
                seen.add(pair)
                yield (one, other) if one.iri < other.iri else (other, one)


def _keys(occasion: Occasion, represents: Represents) -> set[tuple[str, ...]]:
    """The pairs of parties of an event, each party also as whom it stands for."""

    def roots(side: frozenset[str]) -> set[str]:
        return {root for actor in side for root in (actor, *represents.get(actor, ()))}

    subjects, objects = roots(occasion.subjects), roots(occasion.objects)
    pairs = itertools.product(subjects, objects) if objects else itertools.combinations(subjects, 2)
    return {tuple(sorted(pair)) for pair in pairs if pair[0] != pair[1]}


def _near(bucket: list[Occasion], longest: int) -> Iterator[tuple[Occasion, Occasion]]:
    by_day: defaultdict[int, list[Occasion]] = defaultdict(list)
    loose = [occasion for occasion in bucket if not occasion.dated]
    for occasion in bucket:
        if occasion.dated and occasion.first is not None:
            by_day[occasion.first].append(occasion)
    for together in by_day.values():
        yield from itertools.combinations(together, 2)
    days = sorted(by_day)
    for occasion in loose:
        if occasion.first is not None and occasion.last is not None:
            begin, end = occasion.first - _LONGEST, occasion.last + _LONGEST
        elif occasion.published is not None:
            begin, end = occasion.published - longest, occasion.published
        else:
            continue
        for day in days[bisect_left(days, begin) : bisect_right(days, end)]:
            yield from ((occasion, other) for other in by_day[day])
    yield from itertools.combinations(loose, 2)


def _settled(found: list[tuple[Occasion, Occasion, Link]]) -> Iterator[Link]:
    """Where a vaguely dated report fits several occasions of the same two and of different days, leave open which."""
    fits: defaultdict[str, list[Occasion]] = defaultdict(list)
    for one, other, link in found:
        if link.relation != "contradicts" and vagueness(one) != vagueness(other):
            vague, dated = sorted((one, other), key=vagueness, reverse=True)
            fits[vague.iri].append(dated)
    for one, other, link in found:
        vague, dated = sorted((one, other), key=vagueness, reverse=True)
        rivals = [
            rival
            for rival in fits[vague.iri]
            if vagueness(vague) != vagueness(dated)
            and rival.predicate == dated.predicate
            and (rival.first, rival.last) != (dated.first, dated.last)
            and pairs(rival) & pairs(dated)
        ]
        if rivals and link.relation != "contradicts":
            yield Link(vague.iri, dated.iri, "mayTellOf", f"{link.reason}; there are {len(rivals) + 1} that it fits")
        else:
            yield link


def _statements(links: Iterable[Link]) -> Iterator[ox.Triple]:
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
