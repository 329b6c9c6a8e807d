"""Which events count: dates, classes, predicates, status, number of sources, actors and hubs to avoid."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from kg.errors import KgError
from kg.network.edges import STATUSES, UNDATED, Edges, Flags, span
from kg.ontology.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Filter:
    """The events and actors that a search may use; empty sets and none mean no restriction.

    An event counts as in the range of dates if it may have happened in it (a month counts if any of its days does);
    an undated one never does. `avoid` holds actors' IRIs, `hubs` the number of neighbours from which an actor
    that is not itself asked for is no longer passed through. With `represents`, who stands for whom is a step too.
    """

    since: datetime.date | None = None
    until: datetime.date | None = None
    classes: frozenset[str] = frozenset()
    predicates: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset({"actual"})
    min_sources: int = 1
    avoid: frozenset[str] = frozenset()
    hubs: int | None = None
    represents: bool = False

    def __post_init__(self) -> None:
        if wrong := sorted(self.status - set(STATUSES)):
            raise KgError(
                f"there is no status {', '.join(wrong)}.", place="status", advice=f"Choose from {', '.join(STATUSES)}."
            )
        if self.since and self.until and self.since > self.until:
            raise KgError(
                f"the range is empty: since {self.since} is after until {self.until}.",
                place="since",
                advice="Exchange the two dates.",
            )

    def rows(self, edges: Edges) -> Flags:
        """Flag the rows of `edges` that pass; rows of representation pass every filter but that of actors."""
        passed = np.array([status in self.status for status in STATUSES])[edges.status]
        if self.since:
            passed &= edges.last >= self.since.toordinal()
        if self.until:
            passed &= (edges.first <= self.until.toordinal()) & (edges.first != UNDATED)
        if self.classes:
            passed &= np.array([term.class_ in self.classes for term in edges.terms], dtype=bool)[edges.predicate]
        if self.predicates:
            passed &= np.array([name in self.predicates for name in edges.predicates], dtype=bool)[edges.predicate]
        if self.min_sources > 1:
            passed &= edges.sources >= self.min_sources
        passed = passed | ~edges.told if self.represents else passed & edges.told
        if self.avoid:
            open_ = np.ones(edges.size, dtype=bool)
            open_[edges.nodes(self.avoid)] = False
            passed &= open_[edges.subject] & open_[edges.object]
        return passed

    def parts(self) -> Iterator[tuple[str, str, Filter]]:
        """Give each restriction in force: its name, how a user states it, and the filter without it."""
        if self.since:
            yield "since", f"since {self.since}", replace(self, since=None)
        if self.until:
            yield "until", f"until {self.until}", replace(self, until=None)
        if self.classes:
            yield "classes", f"class {', '.join(sorted(self.classes))}", replace(self, classes=frozenset())
        if self.predicates:
            yield "predicates", f"predicate {', '.join(sorted(self.predicates))}", replace(self, predicates=frozenset())
        if len(self.status) < len(STATUSES):
            yield "status", f"status {', '.join(sorted(self.status))}", replace(self, status=frozenset(STATUSES))
        if self.min_sources > 1:
            yield "min_sources", f"the minimum of {self.min_sources} sources", replace(self, min_sources=1)
        if self.avoid:
            names = sorted(iri.rsplit("/", 1)[-1].replace("_", " ") for iri in self.avoid)
            yield "avoid", f"avoiding {', '.join(names)}", replace(self, avoid=frozenset())
        if self.hubs is not None:
            yield "hubs", f"avoiding actors with {self.hubs} neighbours or more", replace(self, hubs=None)


def filter_for(
    vocabulary: Vocabulary,
    *,
    since: datetime.date | str | None = None,
    until: datetime.date | str | None = None,
    classes: Collection[str] = (),
    predicates: Collection[str] = (),
    status: Collection[str] = ("actual",),
    min_sources: int = 1,
    avoid: Collection[str] = (),
    hubs: int | None = None,
    represents: bool = False,
) -> Filter:
    """Make a filter from what a user writes; KgError where a date, class or predicate is not one.

    Dates may be days, months or years ("2025-03" until is the end of March). A predicate stands for its
    sub-properties too: `spoke_with` also passes `called` and `met`. Classes are taken in any case.
    """
    wanted = {_known(name, vocabulary.predicates, "predicate") for name in predicates}
    return Filter(
        since=_day(since, "since", 0),
        until=_day(until, "until", 1),
        classes=frozenset(_known(name, vocabulary.classes, "class") for name in classes),
        predicates=frozenset(
            name for name in vocabulary.predicates if any(vocabulary.covers(general, name) for general in wanted)
        ),
        status=frozenset(_known(name, STATUSES, "status") for name in status),
        min_sources=min_sources,
        avoid=frozenset(avoid),
        hubs=hubs,
        represents=represents,
    )


def _known(name: str, known: Iterable[str], what: str) -> str:
    """Give a word of the vocabulary as it is written there; small and capital letters and spaces do not matter."""
    bare = name.strip().removeprefix("dip:")
    spelt = re.sub(r"[\s-]+", "_", bare).casefold()
    listed = {one.casefold(): one for one in sorted(known)}
    if spelt in listed:
        return listed[spelt]
    close = difflib.get_close_matches(spelt, listed, n=1, cutoff=0.5)
    meant = f"Did you mean {listed[close[0]]}? " if close else ""
    raise KgError(f"there is no {what} {bare}.", place=what, advice=f"{meant}Choose from {', '.join(listed.values())}.")


def _day(date: datetime.date | str | None, name: str, end: int) -> datetime.date | None:
    if not isinstance(date, str):
        return date
    try:
        first, last = span(date)
        if len(date) not in (4, 7, 10) or not first:
            raise ValueError
    except ValueError:
        raise KgError(f"{date!r} is no date.", place=name, advice="Write it as 2025-03-14, 2025-03 or 2025.") from None
    return datetime.date.fromordinal((first, last)[end])
