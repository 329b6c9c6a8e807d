"""Reads blame and demands out of what someone is quoted as saying: "Sudan has shown total disregard," Lantos said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.entities import Entity
from kg.extract.frames import Frame, lemma_of
from kg.extract.patterns import Pattern
from kg.extract.syntax import doer, prepositions, undergoer
from kg.ontology import Wording

_SHORTEST = 5
"""A quoted scrap of fewer words says too little of whom it judges."""


def _pattern(predicate: str, what: str) -> Pattern:
    return Pattern(Wording(predicate, what, "verb"), frozenset(), frozenset(), frozenset(), False)


ACCUSED = _pattern("accused", "a quotation that tells of wrongdoing")
CRITICIZED = _pattern("criticized", "a quotation that disapproves")


class Judgements:
    """Finds who blames whom, or demands something of whom, in direct speech."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self._wrong = words["wrongdoing"]
        self._bad = words["disapproval"]
        self._naming = words["naming"]

    def find(self, resolver: Resolver) -> Iterator[Frame]:
        """Give one frame for each sentence of a quotation that judges exactly one other party.

        Sentences that name several parties say too little of who is blamed.
        """
        reading = resolver.reading
        for speaker in resolver.speakers:
            if speaker.entity is None or speaker.end - speaker.start < _SHORTEST:
                continue
            for first, last in _sentences(reading.sentence_of, speaker.start, min(speaker.end, len(reading.doc))):
                frame = self._judge(resolver, speaker.entity, [reading.doc[i] for i in range(first, last)])
                if frame is not None:
                    yield frame

    def named(self, resolver: Resolver) -> Iterator[Frame]:
        """Give one frame for each act or actor that someone calls bad: "called the move disproportionate"."""
        for verb in resolver.reading.doc:
            if verb.lemma_ not in self._naming or verb.pos_ != "VERB" or resolver.reading.spans[verb.i] is not None:
                continue
            target = undergoer(verb)
            words = [c for c in verb.children if c.dep_ in ("oprd", "attr", "acomp") and c.i > verb.i]
            words += [o for p, o in prepositions(verb) if p.lower_ == "as"]
            words += [c for w in words for c in w.children if c.dep_ in ("amod", "conj", "compound")]
            lemmas = {lemma_of(w) for w in words}
            if target is None or not lemmas & (self._bad | self._wrong):
                continue
            subject = doer(verb)
            subjects = resolver.actors(subject) if subject is not None else []
            objects = [r for r in resolver.actors(target) if all(r.entity is not x.entity for x in subjects)]
            if target.lower_ in ("it", "this", "that") or not subjects or not objects:
                continue
            yield Frame(ACCUSED if lemmas & self._wrong else CRITICIZED, verb.i, verb.i, subjects, objects)

    def _judge(self, resolver: Resolver, speaker: Entity, tokens: list[Token]) -> Frame | None:
        others: dict[Entity, Token] = {}
        for token in tokens:
            span = resolver.reading.spans[token.i]
            if span is None or span.sort == "date" or (span.place is not None and token.dep_ == "pobj"):
                continue
            for entity in span.actors():
                if entity is speaker or entity is speaker.state() or entity.state() is speaker:
                    continue
                if entity.kind in ("state", "group", "organisation") or (
                    entity.kind == "place" and token.dep_ == "nsubj"
                ):
                    others.setdefault(entity, token)
        if len(others) != 1:
            return None
        entity, place = next(iter(others.items()))
        lemmas = {lemma_of(t) for t in tokens if resolver.reading.spans[t.i] is None}
        blames = lemmas & self._wrong
        if not blames and not lemmas & self._bad:
            return None
        negated = sum(t.dep_ == "neg" for t in tokens)
        if negated and not lemmas & self._bad:
            return None
        trigger = next(
            t for t in tokens if lemma_of(t) in self._wrong | self._bad and resolver.reading.spans[t.i] is None
        )
        pattern = ACCUSED if blames else CRITICIZED
        return Frame(
            pattern,
            trigger.i,
            trigger.i,
            [Reference(speaker, "who is quoted", trigger.i)],
            [Reference(entity, "whom the quotation judges", place.i)],
        )


def _sentences(sentence_of: list[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for i in range(start, end):
        if i + 1 == end or sentence_of[i + 1] != sentence_of[i]:
            yield first, i + 1
            first = i + 1
