"""Weighs which actors the article tells of together: those who met, signed, fought or stand "between A and B"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.coreference.ground import Ground
from kg.extract.coreference.records import Seen
from kg.extract.entities import Entity

_FADES = 0.8
"""What of a telling's weight is left one sentence later."""
_FADES_BARE = 0.5
"""The same for "the two" without a noun, which stands for those just named, as a pronoun does."""
_LASTS = 0.3
"""What stays of the weight to the end where the story opens with the telling."""

_OPENING = 3
"""How many sentences open a story, a dateline among them."""


@dataclass(frozen=True, slots=True)
class Together:
    """Several actors told of together, in which sentence, and how much that says of a pair.

    `level` is whether they deal with each other, rather than standing side by side in a list.
    """

    sentence: int
    entities: tuple[Entity, ...]
    weight: float
    level: bool
    noun: str = ""
    """For a phrase that took them up before: its noun."""


class Pairs(Ground):
    """Who was told of together before a phrase."""

    def together(self, i: int) -> Iterator[Together]:
        """Give all who were told of together before a token."""
        sentence = self.reading.sentence_of
        for seen in self.seen:
            if seen.token < i and len(seen.entities) > 1:
                yield self._named_together(seen)
        for deed in self.deeds:
            parties = deed.targets if deed.predicate == "mediated" else deed.parties
            if deed.at < i and len(parties) > 1:
                level = deed.predicate in self.predicates["level"]
                passing = deed.predicate == "attacked" and self.reading.doc[deed.at].pos_ == "NOUN"
                affair = not passing and deed.predicate in self.predicates["affair"]
                weight = 3.0 if level and not passing else 1.5 if affair else 1.0
                yield Together(sentence[deed.at], parties, weight, level)
            if deed.at < i and len(deed.doers) == 2 and len(deed.targets) > 1 and deed.predicate != "mediated":
                yield Together(sentence[deed.at], deed.doers, 3.0, level=False)  # "A and B signed with C and D"
        for at, (noun, members) in self.taken_up.items():
            if at < i:
                weight = 4.5 if sentence[at] == sentence[i] else 2.0
                yield Together(sentence[at], members, weight, level=True, noun=noun)
        for at, members in self.hyphenated():
            if at < i:
                yield Together(sentence[at], members, 2.5, level=True)

    def _named_together(self, seen: Seen) -> Together:
        """Give a list of names: those "between" whom something is are a pair, those who both did something less so."""
        token = self.reading.doc[seen.token]
        level = token.dep_ == "pobj" and token.head.lower_ == "between"
        weight = 2.5 if level else 2.0 if seen.subject else 1.0
        return Together(seen.sentence, seen.entities, weight / 2 if seen.quoted else weight, level)

    def hyphenated(self) -> Sequence[tuple[int, tuple[Entity, ...]]]:
        """Give the pairs of states before a noun: "the Armenia-Azerbaijan border", "Russian-Turkish relations"."""
        if self._hyphenated is None:
            self._hyphenated = list(self._find_hyphenated())
        return self._hyphenated

    def _find_hyphenated(self) -> Iterator[tuple[int, tuple[Entity, ...]]]:
        spans, doc = self.reading.spans, self.reading.doc
        for i in range(1, len(doc) - 1):
            before, after = spans[i - 1], spans[i + 1]
            if doc[i].text not in ("-", "–") or spans[i] is not None or before is None or after is None:
                continue
            pair = tuple(dict.fromkeys((*before.actors(), *after.actors())))
            if len(pair) == 2 and all(e.kind in ("state", "organisation") for e in pair):
                yield i - 1, pair
        for i, span in enumerate(spans):
            if span is not None and span.sort == "adjective" and len(span.members) == 2:
                yield i, span.members

    def most_told(
        self,
        i: int,
        count: int,
        shaped: Callable[[Iterable[Entity]], tuple[Entity, ...]],
        beside: Iterable[Together] = (),
        *,
        noun: str = "",
        level: bool = False,
    ) -> tuple[Entity, ...]:
        """Give the `count` actors that are told of together most and last before a token.

        `shaped` gives the actors as the phrase would count them, those that it cannot mean left out; with `level`
        names that merely stand side by side count for half. A noun that stood for some before stands for them again.
        """
        here = self.reading.sentence_of[i]
        fades = _FADES if noun else _FADES_BARE
        weights: dict[tuple[frozenset[Entity], int], float] = {}
        members: dict[frozenset[Entity], tuple[Entity, ...]] = {}
        for told in (*self.together(i), *beside):
            found = shaped(told.entities) if len(told.entities) == count else ()
            if len(found) != count:
                continue
            left = fades ** (here - told.sentence)
            if told.sentence < _OPENING:
                left = max(left, _LASTS)
            weight = (told.weight / 2 if level and not told.level else told.weight) * left
            if noun and told.noun == noun:
                weight += 1.5 * 0.9 ** (here - told.sentence)
            who = frozenset(found)
            members[who] = found
            weights[who, told.sentence] = max(weights.get((who, told.sentence), 0.0), weight)
        scores: dict[frozenset[Entity], float] = {}
        for (who, _), weight in weights.items():
            scores[who] = scores.get(who, 0.0) + weight
        best = max(scores, key=lambda who: scores[who], default=None)
        return members[best] if best is not None else ()
