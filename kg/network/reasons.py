"""Why there is no path: who has no events, what the filter cut, and the nearest path that exists without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from kg.network.edges import STATUSES
from kg.network.filters import Filter
from kg.network.questions import Path, Question, find_paths
from kg.network.view import View

FAR = 12
"""How many hops are tried where only their number stands between two actors."""
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Cut:
    """A restriction that stands between the two: what it is, and the nearest path that there is without it."""

    name: str
    restriction: str
    nearest: Path


@dataclass(frozen=True, slots=True)
class Reason:
    """Why there is no path: one sentence, and each restriction whose absence alone would give one, nearest first."""

    sentence: str
    cuts: tuple[Cut, ...] = ()


def why_none(view: View, question: Question) -> Reason:
    """Say why a question has no path."""
    parties = view.known({question.source, question.target, *question.through})
    one, other = (parties[iri].name for iri in (question.source, question.target))
    for iri in (question.source, question.target, *question.through):
        if reason := _alone(view, question, iri, parties[iri].name):
            return reason
    cuts = sorted(_cuts(view, question), key=lambda cut: (len(cut.nearest.hops), cut.name))
    filtered = (_filtered(view, question, iri, parties[iri].name) for iri in (question.source, question.target))
    cause = " ".join(filter(None, filtered)) or f"There is no such path from {one} to {other}."
    if cuts:
        listed = "; ".join(f"without {cut.restriction}, {_length(cut.nearest)}" for cut in cuts)
        return Reason(f"{cause} There is one {listed}.", tuple(cuts))
    bare = Question(question.source, question.target, Filter(status=frozenset(STATUSES)))
    if nearest := find_paths(view, bare):
        parts = [text for _, text, _ in _parts(question)]
        return Reason(
            f"{cause} No single restriction is the cause, but all together "
            f"({', '.join(parts)}). Without them, {_length(nearest[0])}.",
            (Cut("all", ", ".join(parts), nearest[0]),),
        )
    return Reason(
        f"{one} and {other} are in different parts of the graph, which no event joins. "
        + " ".join(filter(None, (_reach(view, iri, parties[iri].name) for iri in (question.source, question.target))))
    )


def _alone(view: View, question: Question, iri: str, name: str) -> Reason | None:
    """Say so where one of the actors has no events at all, or none that pass the filter."""
    view.grow([iri])
    edges = view.edges
    node = edges.node(iri)
    own = ((edges.subject == node) | (edges.object == node)) if node is not None else edges.told & False
    rows = own & edges.told
    if not rows.any():
        if question.filter.represents and own.any():
            return None
        standing = sorted({row.subject if row.object == iri else row.object for row in view.reader.standing([iri])})
        names = ", ".join(party.name for party in view.known(standing[:MOST_NAMED]).values())
        hint = f" {names} stand{'s' * (len(standing) == 1)} for it or it for them: --represents." if standing else ""
        return Reason(f"{name} is known, but takes part in no event of the graph.{hint}")
    return None


def _filtered(view: View, question: Question, iri: str, name: str) -> str:
    """Say so where none of an actor's events passes the filter, and which restriction keeps out how many."""
    edges = view.edges
    node = edges.node(iri)
    rows = ((edges.subject == node) | (edges.object == node)) & edges.told
    if not rows.any() or (((edges.subject == node) | (edges.object == node)) & question.filter.rows(edges)).any():
        return ""
    cut = [
        f"{text} ({number} without it)"
        for _, text, without in question.filter.parts()
        if (number := int((rows & without.rows(edges)).sum()))
    ]
    what = " or ".join(cut) or "; ".join(text for _, text, _ in question.filter.parts())
    number = int(rows.sum())
    events = "1 event, and it does not pass" if number == 1 else f"{number} events, and none of them passes"
    return f"{name} takes part in {events} the filter: {what}."


def _parts(question: Question) -> Iterator[tuple[str, str, Question]]:
    """Give each restriction in force: its name, its wording, and the question without it."""
    limit = question.limit
    base = replace(question, k=1, every=False, weight="hops", max_hops=limit)
    for name, text, filter_ in question.filter.parts():
        yield name, text, replace(base, filter=filter_)
    if question.directed:
        yield "directed", "following the direction of events", replace(base, directed=False)
    if question.wait is not None:
        yield "wait", f"waiting at most {question.wait} days", replace(base, wait=None)
    if question.certain:
        yield "certain", "certainty of the order", replace(base, certain=False)
    if question.in_time:
        yield "in_time", "the order in time", replace(base, in_time=None, wait=None, certain=False)
    if question.through:
        yield "through", "the actors to pass", replace(base, through=())
    if limit is not None:
        free = not (question.in_time or question.through or question.filter.hubs is not None)
        yield (
            "max_hops",
            f"the limit of {limit} hop{'s' * (limit != 1)}",
            replace(base, max_hops=None if free else max(FAR, limit)),
        )


def _cuts(view: View, question: Question) -> Iterator[Cut]:
    for name, text, without in _parts(question):
        if found := find_paths(view, without):
            yield Cut(name, text, found[0])


def _length(path: Path) -> str:
    hops = len(path.hops)
    chain = ", ".join(actor.name for actor in path.actors[1:-1])
    return f"of {hops} hop{'s' * (hops != 1)}" + (f" by way of {chain}" if chain else "")


def _reach(view: View, iri: str, name: str) -> str:
    """Say who can be reached from an actor, where all of that part of the graph has been read."""
    edges = view.edges
    label = view.topology.components(np.ones(len(edges), dtype=bool))
    inside = [edges.iri(node) for node in np.flatnonzero(label == label[edges.node(iri)]).tolist()]
    others = [other for other in inside if other != iri]
    if not view.has_read(inside):
        return ""
    if len(others) > MOST_NAMED:
        return f"From {name} {len(others)} others can be reached."
    names = ", ".join(party.name for party in view.known(others).values())
    return f"From {name} only {names} can be reached."
