"""Brings the links up to date where little has changed: reads and compares what that concerns, and nothing else.

The links are those that comparing everything anew would give. A link rests on its two events, on whom their actors
stand for and, where one of the two is vaguely dated, on the other links of that one; so around each changed event are
compared again the events that share its parties, and around each vague one of these, theirs.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from kg.ontology.vocabulary import Vocabulary
from kg.store.backend import Backend
from kg.store.merging.candidates import candidates_of
from kg.store.merging.links import Found, Link, link_triples, linked, settled, vaguer
from kg.store.merging.occasions import Occasion, Represents, ordinal, read_occasions, read_represents
from kg.store.merging.rules import vagueness
from kg.store.selecting import chosen, rows
from kg.store.terms import DIP, LINKS_GRAPH

if TYPE_CHECKING:
    from kg.store.store import Store
    from kg.store.unlinked import Changes

MOST = 500
"""Changed events up to which nobody counts how many there are in all."""
SHARE = 20
"""Where one event in so many has changed, comparing everything anew is as fast."""

# Of what a changed subject is part: the event that it mentions, those that it tells as an article.
_CONCERNED = (
    "SELECT DISTINCT ?e WHERE {{ {at} ?e gaf:denotedBy ?x }}",
    "SELECT DISTINCT ?e WHERE {{ {at} ?m prov:wasDerivedFrom ?x . ?e gaf:denotedBy ?m }}",
)
_EVENTS = "SELECT ?e WHERE { ?e dip:predicate ?p }"
_OF_ACTORS = tuple(f"SELECT DISTINCT ?e WHERE {{{{ {{at}} ?e {role} ?x }}}}" for role in ("dip:subject", "dip:object"))
_REPRESENTED_BY = (
    "SELECT DISTINCT ?a WHERE {{ {at} ?a dip:represents ?x FILTER NOT EXISTS {{ ?a a dip:Tenure }} }}",
    "SELECT DISTINCT ?a WHERE {{ {at} ?t dip:represents ?x . ?t dip:holder ?a }}",
)
_WHEN = tuple(f"SELECT ?x ?o WHERE {{{{ {{at}} ?x {name} ?o }}}}" for name in ("sem:hasTimeStamp", "dip:datePrecision"))
_LINKS = tuple(
    f"SELECT ?one ?other ?relation ?reason WHERE {{{{ {{at}} GRAPH {LINKS_GRAPH} {{{{ ?l {end} ?x . ?l dip:from ?one . "
    "?l dip:to ?other . ?l dip:relation ?relation . ?l dip:reason ?reason }} }}"
    for end in ("dip:from", "dip:to")
)


def renew_links(store: Store, changes: Changes) -> bool:
    """Bring the links of a store up to date after some changes; false, and nothing done, where they are too many."""
    backend = store.backend
    now = read_represents(backend, changes.stood_for)
    moved = [actor for actor, stood_for in changes.stood_for.items() if now.get(actor, frozenset()) != stood_for]
    concerned = changes.subjects | _column(backend, _CONCERNED, changes.subjects) | _column(backend, _OF_ACTORS, moved)
    changed = read_occasions(backend, concerned)
    if len(changed) > MOST and SHARE * len(changed) > sum(1 for _ in rows(backend, _EVENTS)):
        return False
    around = _Around(backend, store.vocabulary)
    found = around.linked(changed)
    old = _links(backend, concerned)
    ends = {end for link in old for end in (link.one, link.other)}
    ends |= {vague.iri for one, other, _ in found if (vague := vaguer(one, other)) is not None}
    loose = [occasion for occasion in read_occasions(backend, ends - concerned) if vagueness(occasion)]
    vague_ends = {occasion.iri for occasion in loose}
    again = [
        (one, other, link)
        for one, other, link in around.linked(loose)
        if not concerned & {one.iri, other.iri}
        and (vague := vaguer(one, other)) is not None
        and vague.iri in vague_ends
    ]
    compared = {frozenset((one.iri, other.iri)) for one, other, _ in again}
    old |= {link for link in _links(backend, vague_ends) if frozenset((link.one, link.other)) in compared}
    new = set(settled([*found, *again]))
    store.change_graph(LINKS_GRAPH, link_triples(sorted(old - new)), link_triples(sorted(new - old)))
    return True


class _Around:
    """Finds the links of some events with all others, reading the others by the parties that they share."""

    def __init__(self, backend: Backend, vocabulary: Vocabulary) -> None:
        self._backend = backend
        self._vocabulary = vocabulary
        self._events: dict[str, set[str]] = {}

    def linked(self, some: Sequence[Occasion]) -> list[Found]:
        """Give the links of the chosen events, each by itself."""
        standing = read_represents(self._backend, {actor for one in some for actor in one.actors})
        shared = {one.iri: self._sharing(one, standing) for one in some}
        days = _days(self._backend, set().union(*shared.values()))
        near = {
            iri
            for one in some
            for iri in shared[one.iri]
            if not one.dated or days.get(iri) is None or days[iri] == one.first
        }
        known = {one.iri: one for one in some}
        others = [*some, *read_occasions(self._backend, near - known.keys())]
        represents = read_represents(self._backend, {actor for one in others for actor in one.actors})
        return [*linked(candidates_of(some, others, represents, self._vocabulary), represents, self._vocabulary)]

    def _sharing(self, one: Occasion, represents: Represents) -> set[str]:
        """Give the events (IRIs) that two parties of this one take part in, or those who stand for them."""
        at = {actor: self._taking_part(actor, represents.get(actor, frozenset())) for actor in one.actors}
        if one.objects:
            return set().union(*(at[s] for s in one.subjects)) & set().union(*(at[o] for o in one.objects))
        return set().union(*(at[a] & at[b] for a, b in itertools.combinations(sorted(one.subjects), 2)))

    def _taking_part(self, actor: str, represented: Collection[str]) -> set[str]:
        if actor not in self._events:
            alike = {actor, *represented, *_column(self._backend, _REPRESENTED_BY, [actor])}
            self._events[actor] = _column(self._backend, _OF_ACTORS, alike)
        return self._events[actor]


def _days(backend: Backend, events: Collection[str]) -> dict[str, int | None]:
    """Give the day of each event of which the very day is known."""
    stated: list[dict[str, str]] = [{}, {}]
    for kept, query in zip(stated, _WHEN, strict=True):
        for at in chosen("x", events):
            kept.update((iri, value) for iri, value in rows(backend, query.format(at=at)))
    dates, precisions = stated
    return {iri: ordinal(date) for iri, date in dates.items() if precisions.get(iri) == "day"}


def _links(backend: Backend, events: Collection[str]) -> set[Link]:
    """Read the links that any of these events (IRIs) is an end of."""
    return {
        Link(one, other, relation.removeprefix(DIP), reason)
        for query in _LINKS
        for at in chosen("x", events)
        for one, other, relation, reason in rows(backend, query.format(at=at))
    }


def _column(backend: Backend, queries: Iterable[str], iris: Collection[str]) -> set[str]:
    """Give what queries of one column find for any of these IRIs."""
    return {found for query in queries for at in chosen("x", iris) for (found,) in rows(backend, query.format(at=at))}
