"""Pairs gold triples with predicted events, each with at most one, as many as can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from kg.evaluation.gold import Row
from kg.evaluation.names import names, same_actor
from kg.ontology.vocabulary import Vocabulary

Level = Literal["pair", "class", "exact", "fact"]
_FINER: dict[Level, Level] = {"pair": "class", "class": "exact", "exact": "exact", "fact": "exact"}


def fits(triple: Row, event: Row, level: Level, vocabulary: Vocabulary) -> bool:
    """Tell whether a predicted event is the gold triple at a level ("fact" asks for the same as "exact")."""
    subject, object_ = names(event["subject"]), names(event["object"])
    straight = same_actor(triple["s"], subject) and same_actor(triple["o"], object_)
    swapped = same_actor(triple["s"], object_) and same_actor(triple["o"], subject)
    if level == "pair":
        return straight or swapped
    wanted = vocabulary.predicates.get(triple["p"])
    given = vocabulary.predicates.get(event["predicate"])
    if wanted is None or given is None or wanted.class_ != given.class_:
        return False
    if not straight and not (swapped and (wanted.symmetric or given.symmetric)):
        return False
    return level == "class" or wanted.name == given.name


def match(triples: Sequence[Row], events: Sequence[Row], level: Level, vocabulary: Vocabulary) -> dict[int, int]:
    """Give the index of the event matched with each matched triple.

    A maximum bipartite matching: required triples first, and of equal fits the finer one, then the one of the right
    status, then the one of the right date.
    """
    choices = [_choices(triple, events, level, vocabulary) for triple in triples]
    taken: dict[int, int] = {}

    def place(triple: int, tried: set[int]) -> bool:
        for event in choices[triple]:
            if event in tried:
                continue
            tried.add(event)
            if event not in taken or place(taken[event], tried):
                taken[event] = triple
                return True
        return False

    for index in sorted(range(len(triples)), key=lambda index: bool(triples[index].get("optional"))):
        place(index, set())
    return {triple: event for event, triple in taken.items()}


def _choices(triple: Row, events: Sequence[Row], level: Level, vocabulary: Vocabulary) -> list[int]:
    """List the events that fit a triple, the best first."""
    finer = _FINER[level]

    def rank(index: int) -> tuple[bool, bool, bool]:
        event = events[index]
        return (
            not fits(triple, event, finer, vocabulary),
            event.get("status") != triple["status"],
            day(event) != (triple.get("date") or ""),
        )

    return sorted((i for i, event in enumerate(events) if fits(triple, event, level, vocabulary)), key=rank)


def day(event: Row) -> str:
    """Give the day of a predicted event, or "" where it has none."""
    return str(event.get("date") or "")[:10]
