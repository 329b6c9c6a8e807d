"""How two actors are linked: paths through events, each hop with its evidence."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np

from kg.errors import KgError
from kg.network.best import Answer, all_paths, cheapest
from kg.network.corridor import read_between
from kg.network.cost import UNIT, WEIGHTS, Cost
from kg.network.edges import STATUSES, Edges, Ints, Party
from kg.network.evidence import Evidence, evidence_of
from kg.network.filters import Filter
from kg.network.schedules import all_journeys
from kg.network.shortest import Chain, Search
from kg.network.temporal import NEVER, Aim, InTime, journeys
from kg.network.view import View

MOST_TOLD = 5
MOST_PATHS = 1_000
"""How many paths are given at most where all are asked for."""
DEFAULT_HOPS = 5
"""How far a search goes where it must be told: k best, weighed, in time, through actors or around hubs."""
MOST_THROUGH = 4


@dataclass(frozen=True, slots=True)
class HopEvent:
    """One event that joins the two actors of a hop; `forward` where its subject is the actor left.

    `date` is a day, month or year, or "first/last" where it is a week (ISO 8601), empty if unknown; `sources` counts
    outlets; `evidence` holds the sentences, by date of the article.
    """

    iri: str
    predicate: str
    class_: str
    score: float
    date: str
    status: str
    sources: int
    forward: bool
    symmetric: bool
    evidence: tuple[Evidence, ...] = ()

    @property
    def when(self) -> str:
        """The date as it is read."""
        return self.date.replace("/", " to ") or "undated"

    @property
    def sentences(self) -> tuple[Evidence, ...]:
        """The evidence with each sentence of an outlet once: one sentence may tell an event in two words."""
        once: dict[tuple[str, str], Evidence] = {}
        for told in self.evidence:
            once.setdefault((told.outlet, told.sentence), told)
        return tuple(once.values())


@dataclass(frozen=True, slots=True)
class Hop:
    """A step from one actor to the next, with the events that make it: the one told best first, or the one in time.

    Where nothing but representation joins them, `events` is empty and `represents` says so.
    """

    source: Party
    target: Party
    events: tuple[HopEvent, ...]
    total: int
    """How many events join the two; `events` holds at most MOST_TOLD of them."""
    represents: str = ""
    """Which of the two ("source" or "target") stands for the other, where that is known and asked for."""


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of hops; `cost` is in hops, or by the weight asked for; `arrival` the ISO date of a path in time."""

    hops: tuple[Hop, ...]
    cost: float
    arrival: str | None = None

    @property
    def actors(self) -> tuple[Party, ...]:
        return (self.hops[0].source, *(hop.target for hop in self.hops)) if self.hops else ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: from whom to whom (IRIs), through which events and actors, and what counts as short.

    `max_hops` none means any length for a plain shortest path, and DEFAULT_HOPS where more is asked. With `every`, all
    paths up to that length, the shorter first. `through` is passed in whatever order. `wait` is in days; `certain` asks
    for an order in time that holds whatever the days of events dated by week, month or year.
    """

    source: str
    target: str
    filter: Filter = field(default_factory=Filter)
    k: int = 1
    max_hops: int | None = None
    every: bool = False
    weight: str = "hops"
    directed: bool = False
    through: tuple[str, ...] = ()
    in_time: Aim | None = None
    wait: int | None = None
    certain: bool = False

    def __post_init__(self) -> None:
        for wrong, what, advice in (
            (self.k < 1, f"{self.k} paths cannot be sought.", "Ask for 1 or more."),
            (self.max_hops is not None and self.max_hops < 1, f"no path has {self.max_hops} hops.", "Allow 1 or more."),
            (self.wait is not None and self.wait < 0, f"a wait of {self.wait} days is none.", "Give 0 or more."),
            (self.wait is not None and not self.in_time, "a wait has no meaning without time.", "Add --in-time."),
            (self.weight not in WEIGHTS, f"there is no weight {self.weight}.", f"Choose from {', '.join(WEIGHTS)}."),
            (
                bool(self.in_time) and self.weight != "hops",
                "a path in time cannot be weighed as well.",
                "Leave one out.",
            ),
            (self.certain and not self.in_time, "certainty is about order in time.", "Add --in-time."),
            (len(self.through) > MOST_THROUGH, f"more than {MOST_THROUGH} actors to pass.", "Name fewer."),
            (self.source == self.target, "both ends are the same actor.", "Name two actors."),
        ):
            if wrong:
                raise KgError(what, place="path", advice=advice)

    @property
    def limit(self) -> int | None:
        """The most hops a path may have, or none."""
        plain = self.k == 1 and not (self.every or self.through or self.in_time or self.filter.hubs is not None)
        if self.max_hops is None and plain and self.weight == "hops":
            return None
        return self.max_hops or DEFAULT_HOPS


class _Found(NamedTuple):
    chain: tuple[str, ...]
    hops: tuple[tuple[int, Ints], ...]
    """For each hop the number of rows that make it, and those to be shown."""
    cost: float
    arrival: int | None


def find_paths(view: View, question: Question) -> list[Path]:
    """Answer a question, best first; an empty list where there is no such path (`kg.network.reasons` says why)."""
    found = _read_and_search(view, question)
    edges = view.edges
    told = evidence_of(view.store, (edges.event_iri(row) for path in found for _, rows in path.hops for row in rows))
    parties = view.known({iri for path in found for iri in path.chain})
    return [
        Path(
            tuple(
                _hop(view, parties[left], parties[right], rows, number, told)
                for (left, right), (number, rows) in zip(pairwise(path.chain), path.hops, strict=True)
            ),
            path.cost,
            datetime.date.fromordinal(path.arrival).isoformat() if path.arrival else None,
        )
        for path in found
    ]


def _read_and_search(view: View, question: Question) -> list[_Found]:
    """Read as little as the question allows: where paths come by number of hops, one hop more at a time."""

    def read(most: int | None) -> int | None:
        return read_between(
            view, question.source, question.target, question.filter, directed=question.directed, most=most
        )

    limit = question.limit
    if view.whole:
        return _search(view, question, limit)
    if question.every or question.weight != "hops" or question.in_time == "arrival":
        read(limit)
        return _search(view, question, limit)
    distance = read(None)
    if distance is None or (limit is not None and distance > limit):
        return []
    if limit is None:
        return _search(view, question, None)
    found: list[_Found] = []
    for most in range(distance, limit + 1):
        read(most)
        if len(found := _search(view, question, most)) == question.k:
            break
    return found


def search_for(view: View, question: Question) -> Search:
    """Set up the search of a question over what the view has read."""
    edges, topology = view.edges, view.topology
    passed = question.filter.rows(edges)
    ends = edges.nodes((question.source, question.target))
    closed: frozenset[int] = frozenset()
    if question.filter.hubs is not None:
        hubs = np.flatnonzero(topology.degrees(passed) >= question.filter.hubs)
        closed = frozenset(hubs.tolist()) - {*ends.tolist(), *edges.nodes(question.through).tolist()}
    if question.filter.until is not None:
        newest = question.filter.until.toordinal()
    else:
        rows = topology.steps(ends, passed).row
        newest = int(edges.last[rows].max(initial=0))
    return Search(topology, passed, Cost(edges, question.weight, newest=newest), question.directed, closed)


def _search(view: View, question: Question, most: int | None) -> list[_Found]:
    edges = view.edges
    source, target = edges.node(question.source), edges.node(question.target)
    through = tuple(edges.nodes(question.through).tolist())
    if source is None or target is None or len(through) < len(question.through):
        return []
    search = search_for(view, question)
    if question.in_time:
        return [
            _named(search, answer.walk, answer.rows, 0, answer.key[0 if question.in_time == "arrival" else 1])
            for answer in _in_time(search, question, source, target, _rules(question, question.in_time, through, most))
        ]
    if question.every:
        chains = islice(all_paths(search, source, target, most or DEFAULT_HOPS, through=through), MOST_PATHS)
        return [_named(search, chain, (), search.price(chain), None) for chain in chains]
    answers = islice(cheapest(search, source, target, most=most, through=through), question.k)
    return [_named(search, answer.walk, (), answer.key[0], None) for answer in answers]


def _rules(question: Question, aim: Aim, through: tuple[int, ...], most: int | None) -> InTime:
    filter_ = question.filter
    return InTime(
        aim,
        start=filter_.since.toordinal() if filter_.since else 1,
        end=filter_.until.toordinal() if filter_.until else NEVER,
        wait=question.wait,
        certain=question.certain,
        most=most or DEFAULT_HOPS,
        through=through,
    )


def _in_time(search: Search, question: Question, source: int, target: int, rules: InTime) -> list[Answer]:
    if question.every:
        return sorted(islice(all_journeys(search, source, target, rules), MOST_PATHS))
    return list(islice(journeys(search, source, target, rules), question.k))


def _named(search: Search, chain: Chain, rows: tuple[int, ...], price: int, arrival: int | None) -> _Found:
    edges = search.topology.edges
    hops = tuple((1, np.array([row])) for row in rows) or tuple(_joining(search, *hop) for hop in pairwise(chain))
    cost = float(len(chain) - 1) if search.cost.weight == "hops" else round(price / UNIT, 3)
    return _Found(tuple(edges.iri(node) for node in chain), hops, cost, arrival)


def _joining(search: Search, left: int, right: int) -> tuple[int, Ints]:
    """Give the number of rows that join two actors, and the best: told by most outlets, then the newest."""
    edges = search.topology.edges
    steps = search.steps(np.array([left]))
    rows = steps.row[steps.target == right]
    # Names of events, not row numbers, decide among equals: rows are numbered by what happens to have been read.
    order = sorted(rows.tolist(), key=lambda row: (-edges.sources[row], -edges.last[row], edges.event_iri(row)))
    return len(rows), np.array(order[:MOST_TOLD])


def _hop(
    view: View, source: Party, target: Party, rows: Ints, number: int, told: Mapping[str, tuple[Evidence, ...]]
) -> Hop:
    edges = view.edges
    events, represents = [], ""
    for row in rows.tolist():
        event = hop_event(edges, row, source.iri, told)
        if edges.told[row]:
            events.append(event)
        else:
            represents = "source" if event.forward else "target"
            number -= 1
    return Hop(source, target, tuple(events), number, represents)


def hop_event(edges: Edges, row: int, source: str, told: Mapping[str, tuple[Evidence, ...]]) -> HopEvent:
    """Give the event of a row as seen from one of its actors (IRI), with its evidence."""
    term = edges.terms[edges.predicate[row]]
    iri = edges.event_iri(row)
    return HopEvent(
        iri=iri,
        predicate=edges.predicates[edges.predicate[row]],
        class_=term.class_,
        score=term.score,
        date=edges.date(row),
        status=STATUSES[edges.status[row]],
        sources=int(edges.sources[row]),
        forward=edges.iri(int(edges.subject[row])) == source,
        symmetric=term.symmetric,
        evidence=told.get(iri, ()),
    )
