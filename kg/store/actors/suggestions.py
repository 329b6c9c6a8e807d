"""Which actors may be one and the same: likely pairs, each with its reasons."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kg.model import Actor
from kg.store.actor_names import folded

_LEAST = 0.6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two actors that may be one: `score` from 0 to 1, and the reasons in words."""

    one: Actor
    other: Actor
    score: float
    reasons: tuple[str, ...]


def _same_wikidata(one: Actor, other: Actor) -> str:
    return "the same Wikidata item" if one.wikidata and one.wikidata == other.wikidata else ""


def _alias(one: Actor, other: Actor) -> str:
    for a, b in ((one, other), (other, one)):
        if folded(a.name) in {folded(alias) for alias in b.aliases}:
            return f"{a.name} is an alias of {b.name}"
    return ""


def _same_words(one: Actor, other: Actor) -> str:
    return "the same words in another order" if sorted(_words(one)) == sorted(_words(other)) else ""


def _initials(one: Actor, other: Actor) -> str:
    a, b = _words(one), _words(other)
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1] or a[0] == b[0]:
        return ""
    shorter = min(a[0], b[0], key=len)
    fits = len(shorter) == 1 and a[0][0] == b[0][0]
    return "the same surname, and an initial that fits" if fits else ""


def _surname_only(one: Actor, other: Actor) -> str:
    a, b = sorted((_words(one), _words(other)), key=len)
    return "the same surname, one without a first name" if len(a) == 1 and len(b) > 1 and b[-1] == a[0] else ""


def _spelling(one: Actor, other: Actor) -> str:
    a, b = folded(one.name), folded(other.name)
    close = min(len(a), len(b)) > 4 and difflib.SequenceMatcher(None, a, b).ratio() >= 0.88
    return "nearly the same spelling" if close else ""


REASONS: tuple[tuple[Callable[[Actor, Actor], str], float], ...] = (
    (_same_wikidata, 1.0),
    (_alias, 0.9),
    (_same_words, 0.9),
    (_initials, 0.8),
    (_spelling, 0.75),
    (_surname_only, 0.65),
)
"""What speaks for one actor, and how much; the strongest counts, and each further one adds a little."""


def suggest(actors: Iterable[Actor], apart: Iterable[frozenset[str]] = ()) -> list[Suggestion]:
    """Give the pairs of one kind that may be one actor, the likeliest first.

    `apart` are pairs of IRIs that are two: such as deal with each other. Who stands for different states is
    taken for two unless the reasons are strong.
    """
    kept_apart = set(apart)
    found = []
    for one, other in _pairs(sorted(actors, key=lambda actor: actor.iri)):
        if frozenset((one.iri, other.iri)) in kept_apart:
            continue
        said = [(reason(one, other), weight) for reason, weight in REASONS]
        weights = sorted((weight for words, weight in said if words), reverse=True)
        if not weights:
            continue
        score = weights[0] + 0.03 * (len(weights) - 1)
        if one.represents and other.represents and one.represents != other.represents:
            score -= 0.3
        if score >= _LEAST:
            reasons = tuple(words for words, _ in said if words)
            found.append(Suggestion(one, other, round(min(score, 1.0), 2), reasons))
    return sorted(found, key=lambda s: (-s.score, s.one.iri, s.other.iri))


def _pairs(actors: list[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Give the pairs worth looking at: of one kind, with a word, its beginning, or a Wikidata item in common."""
    buckets: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, actor in enumerate(actors):
        words = {word for name in (actor.name, *actor.aliases) for word in folded(name).split()}
        keys = {word for word in words if len(word) > 2} | {word[:4] + "…" for word in words if len(word) > 3}
        for key in (*keys, *((actor.wikidata,) if actor.wikidata else ())):
            buckets[actor.kind, key].append(number)
    pairs = {pair for numbers in buckets.values() if len(numbers) <= 200 for pair in combinations(numbers, 2)}
    for one, other in sorted(pairs):
        yield actors[one], actors[other]


def _words(actor: Actor) -> list[str]:
    return folded(actor.name).replace(".", " ").replace("-", " ").split() or [""]
