"""Frames of visits that leave out where: "arrived on Sunday for a visit", "met Rao on the first day of his visit"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.entities import Entity
from kg.extract.frames.journeys import travellers
from kg.extract.frames.parties import themselves
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of
from kg.extract.patterns import unworded
from kg.extract.subjects import grammatical_subject, undergoer
from kg.extract.syntax import agent, is_verbal, phrase_of, prepositions, verb_above

_UNPLACED = unworded("visited", "a visit that leaves out where: to those who are met or await it, or where one writes")
_COMPANY = unworded("visited", "with whom somebody goes on a journey")
_WHERE = frozenset({"to", "in", "at", "into", "from", "on", "through", "across"})
_LOOK_BACK = 3
"""Sentences back to where somebody was told to be, or whom he was told to meet."""


def unplaced(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give the visits that leave out where, to the state of those who are met, who await them, or of the dateline.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Indian President Ravi Rao met Peruvian President Juan Paz on the first day of his visit."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "visited"]
    [('Ravi Rao', 'Peru')]
    """
    search = _Search(frames, resolver)
    out: list[Frame] = []
    words = resolver.words
    for token in doc:
        if token.pos_ == "NOUN" and lemma_of(token) in words["callAtPlace"]:
            found = search.visit(token)
        elif token.pos_ == "VERB" and phrase_of(token) in words["arriving"]:
            found = search.arrival(token)
        elif token.tag_ == "VBN" and lemma_of(token) in words["accompanying"]:
            found = search.company(token)
        elif token.lower_ == "visiting" and token.dep_ in ("amod", "compound", "nmod"):
            found = search.guest(token)
        else:
            continue
        if found is not None:
            out.append(found)
            search.journeys.append(found)
    return out


class _Search:
    """Looks for the place of the visits of one article."""

    def __init__(self, frames: list[Frame], resolver: Resolver) -> None:
        self._frames = frames
        self._resolver = resolver
        self._words = resolver.words
        self._sentence_of = resolver.reading.sentence_of
        self.journeys = [f for f in frames if f.predicate == "visited"]

    def visit(self, noun: Token) -> Frame | None:
        """Read "a three-day visit", "his visit", "a visit by Rao" without a place."""
        if self._has_place(noun):
            return None
        verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") and is_verbal(noun.head) else noun
        guests = travellers(noun, self._resolver, self._frames)
        above = verb_above(noun)
        if not guests and noun.dep_ == "pobj" and phrase_of(above) in self._words["arriving"]:
            return None  # "arrived for a visit" is told by its verb
        return self._told(noun, verb, guests)

    def arrival(self, verb: Token) -> Frame | None:
        """Read "Rao arrived on Sunday" without a place."""
        subject = grammatical_subject(verb)
        if subject is None or subject.pos_ not in ("PROPN", "PRON") or self._has_place(verb):
            return None
        return self._told(verb, verb, themselves(self._resolver.actors(subject)))

    def guest(self, word: Token) -> Frame | None:
        """Read "visiting Foreign Minister Rao" as visiting where it is written."""
        return self._told(word, word, self._resolver.actors(word.head))

    def company(self, verb: Token) -> Frame | None:
        """Read "Rao is accompanied by Minister Sarr" as a journey of both, where Rao was just told to make one."""
        chief, by = undergoer(verb), agent(verb)
        if chief is None or by is None or verb.dep_ in ("acl", "advcl"):
            return None
        leaders = {r.entity for r in self._resolver.actors(chief)}
        others = [r for r in themselves(self._resolver.actors(by)) if r.entity.kind == "person"]
        here = self._sentence_of[verb.i]
        for frame in reversed(self.journeys):
            if 0 <= here - self._sentence_of[frame.trigger] <= _LOOK_BACK and leaders & {
                r.entity for r in frame.subjects
            }:
                own = {r.entity.state() for r in others}
                places = [r for r in frame.objects if r.entity not in own]
                return Frame(_COMPANY, verb.i, verb.i, others, places) if others and places else None
        return None

    def _has_place(self, head: Token) -> bool:
        """Whether it is said where, also by a noun: "arrived in the region"."""
        spans = self._resolver.reading.spans
        behind = (spans[o.i] for p, o in prepositions(head) if p.lower_ in _WHERE)
        return any(span is None or span.sort != "date" for span in behind)

    def _told(self, trigger: Token, verb: Token, found: list[Reference]) -> Frame | None:
        """Give the visit of the people found, where a place is known that they were not told to be at anyway."""
        guests = [r for r in found if r.entity.kind == "person" and r.entity.state() is not None]
        homes = {r.entity.state() for r in guests}
        if len(homes) != 1 or self._placed(trigger, guests[0].entity):
            return None
        home = homes.pop()
        hosts = (*self._met(trigger, guests[0].entity), *self._awaiting(trigger), self._resolver.dateline)
        host = next((h for h in hosts if h is not None and h is not home and h.kind == "state"), None)
        if host is None:
            return None
        return Frame(
            _UNPLACED, trigger.i, verb.i, guests, [Reference(host, "where the visit must be", trigger.i, weak=True)]
        )

    def _placed(self, trigger: Token, guest: Entity) -> bool:
        """Whether the guest was just told to be somewhere."""
        here = self._sentence_of[trigger.i]
        near = (f for f in self.journeys if 0 <= here - self._sentence_of[f.trigger] <= _LOOK_BACK)
        return any(r.entity is guest for f in near for r in f.subjects)

    def _met(self, trigger: Token, guest: Entity) -> Iterator[Entity | None]:
        """Give the state of those whom the guest meets in the sentence."""
        here = self._sentence_of[trigger.i]
        together = self._resolver.predicates["faceToFace"]
        for frame in self._frames:
            if frame.predicate not in together or self._sentence_of[frame.trigger] != here:
                continue
            parties = [r.entity for r in (*frame.subjects, *frame.objects)]
            states = {e.state() for e in parties if e is not guest} - {guest.state()}
            if guest in parties and len(states) == 1:
                yield states.pop()

    def _awaiting(self, trigger: Token) -> Iterator[Entity | None]:
        """Give the state of those who announce the visit or make ready for it: "Peru said that Rao would arrive"."""
        verb = verb_above(trigger)
        while True:
            if phrase_of(verb) in self._words["announcingGuests"] and verb.i != trigger.i:
                subject = grammatical_subject(verb)
                found = themselves(self._resolver.actors(subject)) if subject is not None else []
                yield from (r.entity.state() or r.entity for r in found)
            if verb.dep_ not in ("ccomp", "xcomp", "advcl", "conj") or not is_verbal(verb.head):
                return
            verb = verb.head
