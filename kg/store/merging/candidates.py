"""Which events are worth comparing: those that share a pair of parties and come near each other in time."""

from __future__ import annotations

import itertools
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import numpy as np

from kg.ontology.vocabulary import Vocabulary
from kg.store.merging.occasions import Occasion, Occasions, Represents

T = TypeVar("T")

Pair = tuple[Occasion, Occasion]
Key = tuple[str, str]
"""Two parties, in the order of their IRIs."""


def candidates(occasions: Occasions, represents: Represents, vocabulary: Vocabulary) -> Iterator[Pair]:
    """Give the pairs worth comparing, each once and the lesser IRI first."""
    longest = longest_wait(vocabulary)
    for key, bucket in _shared_keys(occasions, represents):
        keys: dict[str, set[Key]] = {}

        def is_first(one: Occasion, other: Occasion, key: Key = key, keys: dict[str, set[Key]] = keys) -> bool:
            """Whether the two share no lesser pair of parties, under which they have come already."""
            for each in (one, other):
                if each.iri not in keys:
                    keys[each.iri] = _keys(each, represents)
            return min(keys[one.iri] & keys[other.iri]) == key

        for one, other in _near(bucket, longest):
            if is_first(one, other):
                yield (one, other) if one.iri < other.iri else (other, one)


def candidates_of(
    chosen: Iterable[Occasion], occasions: Iterable[Occasion], represents: Represents, vocabulary: Vocabulary
) -> Iterator[Pair]:
    """Give of the same pairs those that one of the chosen events is part of."""
    longest = longest_wait(vocabulary)
    buckets: defaultdict[Key, list[Occasion]] = defaultdict(list)
    for occasion in occasions:
        for key in _keys(occasion, represents):
            buckets[key].append(occasion)
    seen: set[tuple[str, str]] = set()
    for one in chosen:
        for key in sorted(_keys(one, represents)):
            near = (other for other in buckets.get(key, ()) if other.iri != one.iri and come_near(one, other, longest))
            yield from _unseen(((one, other) for other in near), seen)


def longest_wait(vocabulary: Vocabulary) -> int:
    """Give the days that a report of anything may come after it."""
    return max((predicate.link_days for predicate in vocabulary.predicates.values()), default=14)


def come_near(one: Occasion, other: Occasion, longest: int) -> bool:
    """Tell whether two events may be of one time; whether they are, the rules say (rules.by_date)."""
    if one.first is not None and one.last is not None:
        if other.first is not None and other.last is not None:
            return one.first <= other.last and other.first <= one.last
        return other.published is not None and one.first <= other.published <= one.last + longest
    if other.first is not None:
        return come_near(other, one, longest)
    return one.published is not None and other.published is not None and abs(one.published - other.published) <= longest


def _shared_keys(occasions: Occasions, represents: Represents) -> Iterator[tuple[Key, list[Occasion]]]:
    """Give the pairs of parties that several events share, each with these events."""
    columns, actors = occasions.columns, occasions.columns.actors
    stands_for = [
        (actor, *(actors.number(one) for one in represents.get(name, ()))) for actor, name in enumerate([*actors.texts])
    ]
    keys, events = array("q"), array("q")
    for event in range(len(columns)):
        sides = ({root for actor in side.of(event) for root in stands_for[actor]} for side in columns.sides)
        for one, other in _pairs(*sides):
            keys.append(min(one, other) << 32 | max(one, other))
            events.append(event)
    key, event_of = (np.frombuffer(part, dtype=np.int64) for part in (keys, events))
    order = np.argsort(key, kind="stable")
    bounds = np.flatnonzero(np.r_[True, np.diff(key[order]) != 0, True]) if len(order) else np.zeros(1, dtype=np.int64)
    for begin, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        some = np.unique(event_of[order[begin:end]])
        if len(some) > 1:
            both = int(key[order[begin]])
            first, last = sorted((actors.texts[both >> 32], actors.texts[both & 0xFFFFFFFF]))
            yield (first, last), [occasions.occasion(event) for event in some.tolist()]


def _keys(occasion: Occasion, represents: Represents) -> set[Key]:
    """The pairs of parties of an event, each party also as whom it stands for."""
    subjects, objects = (
        {root for actor in side for root in (actor, *represents.get(actor, ()))}
        for side in (occasion.subjects, occasion.objects)
    )
    return {(one, other) if one < other else (other, one) for one, other in _pairs(subjects, objects)}


def _pairs(subjects: set[T], objects: set[T]) -> Iterator[tuple[T, T]]:
    pairs = itertools.product(subjects, objects) if objects else itertools.combinations(subjects, 2)
    return (pair for pair in pairs if pair[0] != pair[1])


def _unseen(pairs: Iterable[Pair], seen: set[tuple[str, str]]) -> Iterator[Pair]:
    for one, other in pairs:
        first, second = (one, other) if one.iri < other.iri else (other, one)
        if (first.iri, second.iri) not in seen:
            seen.add((first.iri, second.iri))
            yield first, second


def _near(bucket: Sequence[Occasion], longest: int) -> Iterator[Pair]:
    """Give the pairs of a bucket that come near in time, found along the calendar."""
    days: defaultdict[int, list[Occasion]] = defaultdict(list)
    spans: list[Occasion] = []
    undated: list[Occasion] = []
    for occasion in bucket:
        if occasion.dated and occasion.first is not None:
            days[occasion.first].append(occasion)
        elif occasion.first is not None:
            spans.append(occasion)
        elif occasion.published is not None:
            undated.append(occasion)
    for together in days.values():
        yield from itertools.combinations(together, 2)
    calendar = sorted(days)
    for one in spans:
        for day in calendar[_from(calendar, one.first) : _past(calendar, one.last)]:
            yield from ((one, other) for other in days[day])
    for one in undated:
        if one.published is not None:
            for day in calendar[_from(calendar, one.published - longest) : _past(calendar, one.published)]:
                yield from ((one, other) for other in days[day])
    yield from _along(spans, lambda one: one.first, lambda one: one.last)
    yield from _along(undated, lambda one: one.published, lambda one: (one.published or 0) + longest)
    undated.sort(key=lambda one: one.published or 0)
    appeared = [one.published or 0 for one in undated]
    for one in spans:
        for other in undated[_from(appeared, one.first) : _past(appeared, (one.last or 0) + longest)]:
            yield one, other


def _along(
    some: Iterable[Occasion], begin: Callable[[Occasion], int | None], end: Callable[[Occasion], int | None]
) -> Iterator[Pair]:
    """Give the pairs of which one begins before the other has ended."""
    ordered = sorted(some, key=lambda one: begin(one) or 0)
    begins = [begin(one) or 0 for one in ordered]
    for at, one in enumerate(ordered):
        yield from ((one, other) for other in ordered[at + 1 : _past(begins, end(one))])


def _from(ordered: Sequence[int], day: int | None) -> int:
    return bisect_left(ordered, day or 0)


def _past(ordered: Sequence[int], day: int | None) -> int:
    return bisect_right(ordered, day or 0)
