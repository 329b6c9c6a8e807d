"""When two events may tell of one occasion: three questions, each answered with a difference and its reason.

Two events tell of one occasion when their predicates, their parties and their dates agree; each may differ in
the ways listed here. A difference costs one, and two are the most that a link may cost: a person for a state
and no date, yes; a person for a state, no date and a more general word, no.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from kg.ontology.vocabulary import Vocabulary
from kg.store.merging.occasions import Occasion, Represents

MOST = 2
RARE = 100
"""Days of linkDays from which on a kind of event counts as rare between the same two."""
WEEK, _MONTH = 7, 31
_SOON = 3

Sides = tuple[frozenset[str], frozenset[str]]
"""Subjects and objects, by IRI."""


class Difference(NamedTuple):
    """How two events agree in one respect: what it costs, which tells more (1, -1 or 0), and why."""

    cost: int
    more: int
    reason: str


PARTIAL = "one names more of those present"
SAME = Difference(0, 0, "")


def by_predicate(one: Occasion, other: Occasion, vocabulary: Vocabulary) -> Difference | None:
    """The same predicate; a more general one ("spoke with" for "called"); or two that go together.

    >>> from kg.ontology.vocabulary import load_vocabulary
    >>> def event(predicate):
    ...     nobody = frozenset()
    ...     return Occasion("", predicate, nobody, nobody, nobody, nobody, None, None, None)
    >>> by_predicate(event("called"), event("spoke_with"), load_vocabulary())
    Difference(cost=1, more=1, reason='called is a kind of spoke_with')
    """
    a, b = one.predicate, other.predicate
    if a == b:
        return SAME
    for more, (specific, general) in ((1, (a, b)), (-1, (b, a))):
        if vocabulary.covers(general, specific):
            return Difference(1, more, f"{specific} is a kind of {general}")
    if vocabulary.accompany(a, b):
        return Difference(1, 0, f"{a} and {b} often tell of one occasion")
    return None


def by_parties(one: Occasion, other: Occasion, represents: Represents, *, both_ways: bool) -> Difference | None:
    """The same parties; fewer of those present; or a person or organ for the state it stands for."""
    if both_ways:
        these, those = pairs(one), pairs(other)
        if these == those:
            return SAME
        if these and those and (these < those or those < these):
            return Difference(1, 1 if those < these else -1, PARTIAL)
    pairings = [((one.subjects, one.objects), (other.subjects, other.objects))]
    if both_ways:
        pairings.append((pairings[0][0], (other.objects, other.subjects)))
        if len(one.actors) == 2 == len(other.actors):  # "India and Pakistan spoke", "Rao spoke with Khan"
            pairings.append(((one.actors, frozenset()), (other.actors, frozenset())))
    found = [_sides(a, b, represents, part=not both_ways) for a, b in pairings]
    return min((f for f in found if f is not None), key=lambda f: f.cost, default=None)


def by_date(one: Occasion, other: Occasion, days: int) -> Difference | None:
    """The same day; a longer time that holds the other's; or a report without a date, soon enough after it.

    A year tells little: it is taken only for what is rare between two parties, and as two differences.
    """
    if one.dated and other.dated:
        return SAME if one.first == other.first else None
    if one.first is not None and other.first is not None and one.last is not None and other.last is not None:
        if one.last < other.first or other.last < one.first:
            return None
        spans = one.last - one.first, other.last - other.first
        if max(spans) >= _MONTH:
            return Difference(2, _closer(*spans), "one gives only the year") if days >= RARE else None
        if one.day == other.day and max(spans) < WEEK:
            return Difference(0, _closer(*spans), "one gives the day, the other its week")
        more = _closer(*spans)
        return Difference(1, more, "one is dated more closely" if more else "both are dated to the week or month alone")
    if one.first is None and other.first is None:
        days = days if days >= RARE else min(days, _SOON)  # of what is frequent, there may be another every few days
        if one.published is None or other.published is None or abs(one.published - other.published) > days:
            return None
        return Difference(2, 0, f"neither is dated, and the reports are within {days} days")
    undated, dated, more = (one, other, -1) if one.first is None else (other, one, 1)
    if undated.published is None or dated.first is None or dated.last is None:
        return None
    if not dated.first <= undated.published <= dated.last + days:
        return None
    return Difference(1, more, f"one is not dated, and its report is within {days} days of the other's date")


def vagueness(occasion: Occasion) -> int:
    """Rank how little is known of the day: 0 within a week, 1 the month, 2 the year, 3 nothing."""
    if occasion.first is None or occasion.last is None:
        return 3
    span = occasion.last - occasion.first
    return 0 if span < WEEK else 1 if span < _MONTH else 2


def _closer(one: int, other: int) -> int:
    return (one < other) - (one > other)


def pairs(occasion: Occasion) -> set[frozenset[str]]:
    """Give who dealt with whom in an event, whichever of the two is named first."""
    found: Iterator[tuple[str, str]]
    if occasion.objects:
        found = itertools.product(occasion.subjects, occasion.objects)
    else:
        found = itertools.combinations(occasion.subjects, 2)
    return {frozenset(pair) for pair in found}


def _sides(a: Sides, b: Sides, represents: Represents, *, part: bool) -> Difference | None:
    if a == b:
        return SAME
    for more, (full, few) in ((1, (a, b)), (-1, (b, a))):
        if part and all((p and p <= f) or p == f for f, p in zip(full, few, strict=True)):
            return Difference(1, more, PARTIAL)
    directions: set[int] = set()
    for these, those in zip(a, b, strict=True):
        if bool(these) != bool(those):
            return None
        matched = _matched(these, those, represents)
        if matched is None:
            return None
        directions |= matched
    more = directions.pop() if len(directions) == 1 else 0
    cost = 1 if all(len(x) == len(y) for x, y in zip(a, b, strict=True)) else 2
    return Difference(cost, more, "one names a person or an organ, the other whom it stands for")


def _matched(these: frozenset[str], those: frozenset[str], represents: Represents) -> set[int] | None:
    """Match each actor of the shorter side with one of the longer; gives who of each pair is the closer named."""
    short, long, sign = (these, those, 1) if len(these) <= len(those) else (those, these, -1)
    directions: set[int] = set()
    taken: set[str] = set()
    for actor in sorted(short):
        if actor in long and actor not in taken:
            taken.add(actor)
            continue
        for candidate in sorted(long - taken):
            if candidate in represents.get(actor, ()):
                directions.add(sign)
            elif actor in represents.get(candidate, ()):
                directions.add(-sign)
            else:
                continue
            taken.add(candidate)
            break
        else:
            return None
    return directions
