"""The one call that answers "how are these two linked?": names, filters and options in, paths or the reason out."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass

from kg.network.filters import filter_for
from kg.network.questions import Path, Question, find_paths
from kg.network.reasons import Reason, why_none
from kg.network.temporal import Aim
from kg.network.view import View
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Linkage:
    """The paths between two actors, best first; where there are none, `reason` says why."""

    question: Question
    paths: tuple[Path, ...]
    reason: Reason | None = None


def linkage(
    source: Store | View,
    one: str,
    other: str,
    *,
    k: int = 1,
    max_hops: int | None = None,
    every: bool = False,
    since: datetime.date | str | None = None,
    until: datetime.date | str | None = None,
    classes: Collection[str] = (),
    predicates: Collection[str] = (),
    status: Collection[str] = ("actual",),
    min_sources: int = 1,
    avoid: Collection[str] = (),
    hubs: int | None = None,
    through: Collection[str] = (),
    weight: str = "hops",
    directed: bool = False,
    in_time: bool | Aim = False,
    wait: int | None = None,
    certain: bool = False,
    represents: bool = False,
) -> Linkage:
    """Find how two actors are linked through events; actors are named by name, alias, surname or IRI.

    `k` best paths, or `every` one up to `max_hops`. `hubs` keeps paths from passing actors with that many neighbours.
    `weight` is hops, recency, sources, cooperation or conflict. Symmetric predicates are passed both ways, others too
    unless `directed`. With `in_time` ("hops" or "arrival" says what is best) no hop is before the last, nor, with
    `wait`, more than so many days after it; for events dated by week, month or year that is so if any of their days
    allow it, or, if `certain`, all. With `represents`, who stands for whom is a hop as well. Raises
    ActorError where a name means nobody, or several.
    """
    view = source if isinstance(source, View) else View(source)

    def iris(names: Collection[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(view.resolve(name).iri for name in names))

    question = Question(
        view.resolve(one).iri,
        view.resolve(other).iri,
        filter_for(
            view.store.vocabulary,
            since=since,
            until=until,
            classes=classes,
            predicates=predicates,
            status=status,
            min_sources=min_sources,
            avoid=iris(avoid),
            hubs=hubs,
            represents=represents,
        ),
        k=k,
        max_hops=max_hops,
        every=every,
        weight=weight,
        directed=directed,
        through=iris(through),
        in_time=("hops" if in_time is True else in_time) or None,
        wait=wait,
        certain=certain,
    )
    found = tuple(find_paths(view, question))
    return Linkage(question, found, None if found else why_none(view, question))


def paths(source: Store | View, one: str, other: str, **options: object) -> list[Path]:
    """Give the paths between two actors, best first, none where there is none; options as for linkage()."""
    return list(linkage(source, one, other, **options).paths)  # type: ignore[arg-type] # passed on as they came
