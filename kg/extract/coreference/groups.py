"""Says who "the two leaders", "both countries", "the pair" are: those last named together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from kg.extract.coreference.offices import Offices
from kg.extract.coreference.records import Reference
from kg.extract.entities import Entity
from kg.extract.mentions import Span

NUMBERS = {
    "two": 2,
    "both": 2,
    "each": 2,
    "either": 2,
    "pair": 2,
    "three": 3,
    "trio": 3,
    "four": 4,
    "quartet": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
}
_COUNTED = frozenset({"both", "two", "three", "four", "trio", "quartet"})
"""Numbers that stand for their members without a noun."""


class Groups(Offices):
    """Groups told by their number."""

    def group(self, token: Token, span: Span | None) -> Sequence[Reference]:
        """Give the members of "the two leaders", "both countries", "the pair", "the four"."""
        low = token.lemma_.casefold() if span is None else token.lower_
        base = low.rstrip("s")
        count = _count(token, span, low)
        if not count:
            plural = token.tag_ == "NNS" or token.lower_.endswith("s")
            if not (plural and self.definite(token) and base in self.words["twoSides"]):
                return ()
            count = 2
        persons = base in self.words["personGroup"] or low in ("pair", "duo") or base in self.titles.heads
        states = bool({base, low} & self.words["stateGroup"])
        if not (persons or states or low in _COUNTED):
            return ()
        named = span is not None and span.sort == "role" and base not in ("leader", "counterpart")
        members = self._members(token, count, persons, states, base if named else "")
        members = members or self._named_behind(token, count)
        return [Reference(e, f"one of “{token.text}”", token.i) for e in members]

    def _named_behind(self, token: Token, count: int) -> tuple[Entity, ...]:
        """Give those named further on: "urged the sides to calm the border between Armenia and Azerbaijan"."""
        for t in token.doc[token.i + 1 : token.sent.end]:
            span = self.reading.spans[t.i]
            if span is not None and len(span.members) == count and span.sort != "adjective":
                return span.members
        return ()

    def _members(self, token: Token, count: int, persons: bool, states: bool, office: str) -> tuple[Entity, ...]:
        """Give the `count` actors last named together, or else side by side in one sentence, nearest sentence first."""
        here = self.reading.sentence_of[token.i]
        blocked = set(self.coarguments(token))
        strict = token.lemma_.casefold() in self.words["onlyStates"]

        def shaped(entities: Iterable[Entity]) -> tuple[Entity, ...]:
            fitting = (self._as_member(e, persons, states, office) for e in entities if e not in blocked)
            return tuple(
                dict.fromkeys(
                    e for e in fitting if e is not None and e.kind != "place" and not (strict and e.kind != "state")
                )
            )

        for away in range(7):
            inside = [s for s in self.seen if s.sentence == here - away and s.token < token.i]
            for seen in sorted(inside, key=lambda s: (not s.subject, -s.token)):
                if len(seen.entities) == count and len(found := shaped(seen.entities)) == count:
                    return found
            for at, pair in reversed(self.last_pair):
                if at < token.i and self.reading.sentence_of[at] == here - away and len(found := shaped(pair)) == count:
                    return found
            singles = [e for s in inside if len(s.entities) == 1 for e in s.entities]
            people = shaped(e for e in singles if e.kind == "person")
            if not states and len(people) == count:
                return people
            found = shaped(e for e in singles if e.kind != "place")
            if len(found) == count and (away > 0 or states):
                return found
            if away and len(found) > count and (states or persons) and not (count == 2 and len(found) > 4):
                subjects = shaped(e for s in inside if s.subject and len(s.entities) == 1 for e in s.entities)
                if len(subjects) == count:
                    return subjects
        return ()

    def _as_member(self, entity: Entity, persons: bool, states: bool, office: str) -> Entity | None:
        """Give the entity as the group would count it: for "both countries" a president counts as the state."""
        if states and not persons and entity.kind == "person":
            return entity.state()
        if persons and not states and (entity.kind != "person" or (office and not self.holds(entity, office, None))):
            return None
        return entity


def _count(token: Token, span: Span | None, low: str) -> int:
    """Give how many a phrase says there are, 0 where it says nothing."""
    if span is not None and span.determiner in NUMBERS:
        return NUMBERS[span.determiner]
    count = next((NUMBERS[c.lower_] for c in token.children if c.lower_ in NUMBERS), 0)
    if not count and low in ("pair", "trio", "quartet", "duo"):
        return NUMBERS.get(low, 2)
    subject_or_object = token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
    if not count and subject_or_object and token.lower_ in ("both", "two", "three", "four"):
        return NUMBERS[token.lower_]
    return count
