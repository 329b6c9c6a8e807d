"""Finds accords that talks end in, and those of two who take up the plan of a third."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from kg.extract.coreference import sides
from kg.extract.frames.parties import merge
from kg.extract.frames.records import Frame
from kg.extract.frames.words import is_truce, lemma_of
from kg.extract.lexis import predicates_of, words_of
from kg.extract.patterns import unworded
from kg.extract.syntax import child, prepositions

_ENDS_IN = unworded("agreed_with", "what talks of two sides end in")
_TAKES_UP = unworded("mediated", "whose plan two sides take up")
_TOOK_UP = unworded("agreed_with", "what two sides take up of a third")
_MOST = 4


def accords_of_talks(frames: list[Frame], doc: Doc, nouns: Mapping[str, str]) -> list[Frame]:
    """Give the accord that talks end in: "talks between X and Y produced a truce", "ended without agreement".

    `nouns` gives the predicate of an accord's noun.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Talks between Peru and Chile led to a truce. Talks between Mali and Chad ended without agreement."
    >>> [(e.predicate, e.status) for e in Extractor().extract(Article("a", text)).events][1::2]
    [('ceased_fire_with', 'actual'), ('agreed_with', 'negated')]
    """
    out: list[Frame] = []
    for frame in frames:
        talks = doc[frame.trigger]
        verb = talks.head
        meets = frame.predicate in predicates_of(doc)["meeting"] and talks.dep_ == "nsubj"
        if not meets or lemma_of(verb) not in words_of(verb)["endingIn"]:
            continue
        parties = merge(frame.subjects, frame.objects)
        for noun in _results(verb):
            told = nouns.get("truce" if is_truce(noun, lemma_of(noun)) else lemma_of(noun))
            if told in predicates_of(doc)["accordance"] and 2 <= len(parties) <= _MOST:
                out.append(Frame(_ENDS_IN, noun.i, verb.i, parties, [], noun.i, predicate=told))
                break
    return out


def _results(verb: Token) -> list[Token]:
    """Give what a verb says that something ends in: "ended in agreement", "produced a deal", "broke up without"."""
    thing = child(verb, "dobj")
    behind = [o for p, o in prepositions(verb) if p.lower_ in ("in", "to", "with", "without", "about")]
    return [*([thing] if thing is not None else []), *behind]


def plans_of_a_third(frames: list[Frame], doc: Doc) -> list[Frame]:
    """Let two who take up the plan of a third agree with each other, and the third stand between them.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru and Chile agreed to the plan of Brazil."
    >>> [(e.predicate, e.subjects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('agreed_with', 'Peru'), ('mediated', 'Brazil')]
    """
    out: list[Frame] = []
    for frame in frames:
        thing = doc[frame.literal] if frame.literal is not None else None
        taken = frame.predicate in ("agreed_with", "conceded_to") and thing is not None and frame.trigger == frame.verb
        two = len(frame.subjects) == 2 and not sides(frame.subjects) & sides(frame.objects)
        states = {r.entity if r.entity.kind == "group" else r.entity.state() or r.entity for r in frame.subjects}
        if not taken or not two or len(states) < 2 or not frame.objects or thing is None:
            out.append(frame)
            continue
        if lemma_of(thing) not in words_of(thing)["thirdsPlan"]:
            out.append(frame)
            continue
        out.append(Frame(_TOOK_UP, frame.trigger, frame.verb, frame.subjects, [], frame.literal))
        out.append(Frame(_TAKES_UP, frame.trigger, frame.verb, frame.objects, frame.subjects, frame.literal))
    return out
