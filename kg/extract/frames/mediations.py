"""Mediation told in passing, by a phrase beside what was mediated: "the US-brokered truce", "under UN auspices"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver, is_of, sides
from kg.extract.entities import Entity
from kg.extract.frames.records import Frame
from kg.extract.frames.words import is_truce, lemma_of, through_measure
from kg.extract.lexis import predicates_of, words_of
from kg.extract.patterns import unworded
from kg.extract.syntax import agent, child, is_passive, is_verbal, prepositions

_MOST_SIDES = 4
"""More whom somebody brings together are a gathering."""
_DONE_UNDER = "what two sides do whom a third brings together"
_THROUGH = frozenset({"under", "with", "through", "by", "thanks", "via", "after", "in"})


def mediations(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give who mediated what two sides did, where a phrase beside it says so.

    "Egyptian-mediated talks between Israel and Hamas" and "signed under the auspices of the UN" tell it.
    """
    out: list[Frame] = []
    for frame in frames:
        if frame.predicate == "mediated" or frame.predicate not in predicates_of(doc)["joint"]:
            continue
        parties = [*frame.subjects, *frame.objects]
        if len(parties) < 2 or frame.predicate == "attacked":
            continue
        nouns = {i for i in (frame.trigger, frame.literal) if i is not None}
        mediators = [r for i in sorted(nouns) for r in _beside(doc[i], resolver)]
        mediators = mediators or _auspices([doc[i] for i in sorted(nouns | {frame.verb})], resolver)
        own = sides(parties)
        mediators = [r for r in mediators if not is_of(r.entity, own)]  # "talks led by Rao", of one of the two
        if mediators:
            out.append(replace(frame, predicate="mediated", subjects=mediators, objects=parties))
    return out


def _beside(noun: Token, resolver: Resolver) -> list[Reference]:
    """Read "US-brokered", "Egyptian-mediated" before a noun, "brokered by the EU" behind it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "A truce brokered by Peru was signed by Mali and Chad."
    >>> [(e.predicate, e.subjects[0].name) for e in Extractor().extract(Article("a", text)).events][-1]
    ('mediated', 'Peru')
    """
    mediating = words_of(noun)["mediating"] | {"lead"}
    parties = [o for p, o in prepositions(noun) if p.lower_ == "between"]
    told = (c for o in parties for c in o.children if c.dep_ == "relcl" and child(c, "nsubjpass") is not None)
    for c in (*noun.children, *told):  # "talks between Peru and Chile, which are sponsored by Brazil"
        if c.dep_ in ("acl", "relcl") and is_passive(c) and lemma_of(c) in mediating:
            by = agent(c)
            return [r for r in resolver.actors(by) if r.entity.kind != "place"] if by is not None else []
        if c.tag_ == "VBN" and c.i < noun.i and lemma_of(c) in mediating:
            names = [t for t in noun.doc[max(c.i - 3, noun.sent.start) : c.i] if t.lower_ != "-"]
            return resolver.actors(names[-1]) if names else []
    return []


def _auspices(hosts: list[Token], resolver: Resolver) -> list[Reference]:
    """Read "under the auspices of the UN", "with Qatari mediation"."""
    for host in hosts:
        clauses = [host, *(c for c in host.children if c.dep_ in ("acl", "relcl") and is_verbal(c))]
        carried = any(c.lower_ in words_of(host)["indirect"] for clause in clauses for c in clause.subtree)
        for preposition, noun in (pair for clause in clauses for pair in prepositions(clause)):
            if carried and preposition.lower_ in ("through", "via"):
                between = resolver.actors(noun)
                if between:
                    return between
            if preposition.lower_ == "under" and lemma_of(host) in words_of(host)["talk"]:
                chair = [
                    r for r in resolver.actors(noun) if not r.owned and r.entity.kind in ("person", "organisation")
                ]
                if chair:
                    return chair  # "two days of talks under Kofi Annan"
            if preposition.lower_ in _THROUGH and lemma_of(noun) in words_of(noun)["auspices"]:
                behind = [r for p, o in prepositions(noun) if p.lower_ in ("of", "by") for r in resolver.actors(o)]
                return behind or resolver.owners(noun, frozenset({noun.i}))
    return []


def dealings(frames: list[Frame], doc: Doc, nouns: Mapping[str, str]) -> list[Frame]:
    """Give what two sides do under a third: "chaired talks between X and Y" has X and Y talk.

    `nouns` gives the predicate of a noun.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru brokered a truce between Mali and Chad."
    >>> [(e.predicate, e.status) for e in Extractor().extract(Article("a", text)).events]
    [('mediated', 'actual'), ('ceased_fire_with', 'actual')]
    """
    out: list[Frame] = []
    known = {(frozenset(_entities(f)), f.predicate) for f in frames}
    for frame in frames:
        if frame.predicate not in ("mediated", "hosted") or frame.literal is None or frame.trigger != frame.verb:
            continue
        thing = _theirs(frame, doc)
        told = nouns.get("truce" if is_truce(thing, lemma_of(thing)) else lemma_of(thing))
        sides = [r.entity for r in frame.objects]
        between = [p for p, _ in prepositions(thing) if p.lower_ in ("between", "among", "of")]
        if told is None or not between or not 2 <= len(sides) <= _MOST_SIDES:
            continue
        if (frozenset(sides), told) not in known:
            out.append(Frame(unworded(told, _DONE_UNDER), thing.i, frame.verb, frame.objects, [], thing.i))
    return out


def _theirs(frame: Frame, doc: Doc) -> Token:
    """Give the noun of what the two do: of "a go-between in talks between X and Y" the talks."""
    for preposition in (doc[r.token].head for r in frame.objects):
        if preposition.lower_ in ("between", "among") and preposition.head.pos_ == "NOUN":
            return preposition.head
    return through_measure(doc[frame.literal or frame.trigger])


def _entities(frame: Frame) -> list[Entity]:
    return [r.entity for r in (*frame.subjects, *frame.objects)]


def brought_together(frames: list[Frame], doc: Doc) -> list[Frame]:
    """Give the meeting of people whom a mediator brought together: "Museveni brought together Kabila and Kagame"."""
    out: list[Frame] = []
    for frame in frames:
        people = [r for r in frame.objects if r.entity.kind == "person"]
        verb = doc[frame.verb]
        together = any(c.lower_ == "together" for c in verb.children)
        if frame.predicate == "met" and lemma_of(verb) == "join" and 2 <= len(people) <= 4:
            out.append(replace(frame, subjects=people, objects=[]))  # "joined X and Y for talks"
        if frame.predicate == "mediated" and together and 2 <= len(people) <= 4 and frame.trigger == frame.verb:
            out.append(replace(frame, predicate="met", subjects=people, objects=[]))
    return out
