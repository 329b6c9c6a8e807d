"""Frames of aid told by its goods on their way: "Peruvian aid reached Chad", "food from Peru was flown to Chad"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver, sides
from kg.extract.frames.nearest import laden_with_aid
from kg.extract.frames.parties import apart
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of, noun_matches, through_measure
from kg.extract.lexis import occurrences
from kg.extract.patterns import unworded
from kg.extract.syntax import child, prepositions

_UNDER_WAY = unworded("aided", "where somebody's aid goes or arrives")
_THERE = frozenset({"to", "in", "at", "into", "for"})
_OUTSIDE = frozenset({"from", "by"})


def deliveries(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give the aid that is told by where its goods go, whoever brings them.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "A shipment of Peruvian rice reached Chad. Food from Cuba was flown to Mali."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'Chad'), ('Cuba', 'Mali')]
    """
    told = {(s.entity, o.entity) for f in frames if f.predicate == "aided" for s in f.subjects for o in f.objects}
    out: list[Frame] = []
    moving = resolver.words["onTheWay"]
    for verb in occurrences(doc, moving):
        if verb.pos_ != "VERB":
            continue
        cargo = child(verb, "nsubj", "nsubjpass")
        goods = through_measure(cargo) if cargo is not None else None
        if goods is None or cargo is None or not _is_relief(cargo, goods, resolver):
            continue
        aimed = [o for p, o in prepositions(verb) if p.lower_ in _THERE]
        reached = child(verb, "dobj")
        aimed = [reached] if reached is not None else aimed or [o for p, o in prepositions(cargo) if p.lower_ == "for"]
        receivers = [r for t in aimed for r in resolver.actors(t) if r.entity.kind in ("state", "place")]
        givers = apart(_givers(cargo, goods, verb, resolver), receivers)
        if givers and receivers and not any((s.entity, o.entity) in told for s in givers for o in receivers):
            out.append(Frame(_UNDER_WAY, verb.i, verb.i, givers, receivers))
    return out


def _is_relief(cargo: Token, goods: Token, resolver: Resolver) -> bool:
    """Whether what is on its way is aid, or brings some: "a convoy of trucks with food"."""
    return noun_matches(goods, resolver.words["reliefGoods"]) or laden_with_aid(cargo)


def _givers(cargo: Token, goods: Token, verb: Token, resolver: Resolver) -> list[Reference]:
    """Give whose the goods are, or from where they come."""
    found = [r for t in dict.fromkeys((cargo, goods)) for r in resolver.owners(t, frozenset({t.i}))]
    hosts = dict.fromkeys((cargo, goods, verb, *(t for t in cargo.subtree if t.dep_ == "pobj")))
    found = found or [r for t in hosts for p, o in prepositions(t) if p.lower_ in _OUTSIDE for r in resolver.actors(o)]
    return [replace(r, owned=False) for r in found if r.entity.kind in ("state", "organisation", "group", "person")]


def struck_by_disaster(verb: Token, subjects: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give the one land that was told, in the sentence or the two before, to have been struck by a disaster.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "A flood killed hundreds in Mozambique. Chad sent tents, and Peru promised $2 million in aid."
    >>> [(e.predicate, e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('aided', 'Chad', 'Mozambique'), ('aided', 'Peru', 'Mozambique')]
    """
    sentences, disasters = resolver.reading.sentence_of, resolver.words["disaster"]
    own = sides(subjects)
    start = verb.sent.start
    for _ in range(2):
        start = verb.doc[start - 1].sent.start if start else 0
    struck: dict[object, Reference] = {}
    for t in verb.doc[start : verb.i]:
        if t.pos_ not in ("NOUN", "PROPN") or lemma_of(t) not in disasters:
            continue
        for near in verb.doc[t.sent.start : min(t.sent.end, verb.i)]:
            where = near.dep_ == "pobj" and near.head.lower_ in ("in", "of", "across", "off", "near")
            if not (
                where or near.dep_ in ("dobj", "nsubjpass", "poss", "compound", "npadvmod", "nmod", "nsubj", "ROOT")
            ):
                continue
            for r in resolver.actors(near) if resolver.reading.spans[near.i] is not None else ():
                land = r.entity if r.entity.kind == "state" else r.entity.state() if r.entity.kind == "place" else None
                helps = near.dep_ == "nsubj" and t.dep_ == "pobj" and t.head.head.i == near.head.i  # "after it, X sent"
                if land is not None and land not in own and sentences[near.i] == sentences[t.i] and not helps:
                    struck[land] = Reference(land, f"where the {t.lower_} was", verb.i, weak=True)
    return list(struck.values()) if len(struck) == 1 else []
