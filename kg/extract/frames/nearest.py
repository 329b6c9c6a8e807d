"""Finds a party by its place in the sentence where the parser gives no grammatical link to it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.words import lemma_of, noun_matches, through_measure
from kg.extract.lexis import words_of
from kg.extract.subjects import doer
from kg.extract.syntax import child, is_passive, is_verbal, prepositions

_FARTHEST = 14
"""Words between a wording and the preposition of its object; what is farther belongs to something else."""


_INTO = frozenset("in into inside on onto within through".split())
"""Prepositions of the place where a weapon comes down."""


def clause_after(token: Token) -> Iterator[Token]:
    """Give the words behind a token up to the next clause: a finite verb, a semicolon, the end of the sentence."""
    end = min(token.sent.end, token.i + 1 + _FARTHEST)
    for t in token.doc[token.i + 1 : end]:
        if t.text in (";", ":", "\u2014", "\u2013") or (is_verbal(t) and t.tag_ in ("VBD", "VBZ", "VBP", "MD")):
            return
        if t.tag_ == "VB" and t.dep_ == "conj":
            return  # "voted to denounce the coup and to deny recognition to the government of X"
        yield t


def name_behind(anchor: Token, words: frozenset[str]) -> list[Token]:
    """Find a name right behind one of the prepositions, though the parser hung it elsewhere."""
    for t in clause_after(anchor):
        if t.lower_ not in words or t.pos_ not in ("ADP", "SCONJ", "PART"):
            continue
        target = child(t, "pobj")
        if target is not None and target.pos_ == "PROPN":
            return [target]
    return []


def pact_behind(signature: Token | None) -> list[Token]:
    """Find with whom the pact is that gets a signature: "put their signatures to separate but equal pacts with X".

    The parser takes "to separate" for a verb there.
    """
    if signature is None or lemma_of(signature) in words_of(signature)["pact"]:
        return []
    for t in clause_after(signature):
        if t.pos_ == "NOUN" and lemma_of(t) in words_of(t)["pact"]:
            return [o for p, o in prepositions(t) if p.lower_ == "with"]
    return []


def subject_before(verb: Token, resolver: Resolver) -> list[Reference]:
    """Give the first actor of the sentence that stands before a finite verb without a subject of its own."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or child(verb, "nsubj", "nsubjpass") is not None:
        return []
    spans = resolver.reading.spans
    for t in verb.doc[verb.sent.start : verb.i]:
        span = spans[t.i]
        if (
            span is None
            or span.sort in ("date", "adjective", "place")
            or t.dep_ in ("pobj", "poss", "compound", "amod")
        ):
            continue
        return resolver.actors(t)
    return []


def speaking_above(verb: Token) -> Token | None:
    """Give the subject of the clause around a participle that hangs on a thing: "posted a message blaming Iran"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBG":
        return None
    node = verb.head
    while node.head.i != node.i and (not is_verbal(node) or (node.dep_ == "prep" and is_verbal(node.head))):
        node = node.head
    return doer(node) if is_verbal(node) and node.i < verb.i else None


def aimed_at(weapon: Token) -> list[Token]:
    """Give what a weapon is meant for or hits: "missiles targeting US troops", "a shell that landed in Chad"."""
    for c in weapon.children:
        if c.dep_ == "relcl" and lemma_of(c) in words_of(weapon)["impact"]:
            struck = child(c, "dobj")
            return [struck] if struck is not None else [o for p, o in prepositions(c) if p.lower_ in _INTO]
        if c.dep_ not in ("acl", "relcl") or c.lemma_ not in words_of(weapon)["aim"]:
            continue
        own = child(c, "dobj")
        return [own] if own is not None else [o for p, o in prepositions(c) if p.lower_ in ("at", "against", "toward")]
    return []


def laden_with_aid(vessel: Token) -> bool:
    """Whether what arrives somewhere brings aid: "a Greek plane carrying tents landed in Ankara".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "A Greek plane loaded with tents and blankets landed in Ankara."
    >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
    [('Greece', 'aided')]
    """
    words = words_of(vessel)
    counted = next((o for p, o in prepositions(vessel) if p.lower_ == "of"), None)
    if counted is not None and laden_with_aid(counted):
        return True  # "the first of five planes carrying food"
    loads = (c for c in vessel.children if c.dep_ in ("acl", "relcl") and lemma_of(c) in words["carrying"])
    freight = (o for c in loads for o in (child(c, "dobj"), *(o for p, o in prepositions(c) if p.lower_ == "with")))
    with_it = [o for p, o in prepositions(vessel) if p.lower_ == "with"]  # "two planes with tents"
    return any(o is not None and noun_matches(through_measure(o), words["goods"]) for o in (*freight, *with_it))


def launched_by(weapon: Token, resolver: Resolver) -> list[Reference]:
    """Give who sent what strikes: "rockets fired from Gaza struck", "a missile launched by Iran", "fire from Chad"."""
    hosts = dict.fromkeys((weapon, through_measure(weapon)))  # "dozens of rockets fired by Hamas"
    if all(lemma_of(t) not in words_of(t)["missile"] | words_of(t)["arm"] for t in hosts):
        return []
    sent = [r for t in hosts for p, o in prepositions(t) if p.lower_ == "from" for r in resolver.actors(o)]
    if sent:
        return sent
    for c in (c for t in hosts for c in t.children):
        if c.dep_ in ("acl", "relcl") and lemma_of(c) in words_of(weapon)["launching"]:
            found = [r for p, o in prepositions(c) if p.lower_ in ("from", "by") for r in resolver.actors(o)]
            within = [i for p in c.children if p.lower_ == "from" for i in p.children if i.dep_ in ("prep", "pcomp")]
            found = found or [r for i in within for o in i.children if o.dep_ == "pobj" for r in resolver.actors(o)]
            if found:
                return found
    return []


def striking_verb(attack: Token) -> Token | None:
    """Give the verb that tells what was used or destroyed in an attack: "Peru used gunships in a raid on Chile"."""
    if attack.dep_ != "pobj" or attack.head.lower_ not in ("in", "during", "for"):
        return None
    verb = attack.head.head
    if not is_verbal(verb):
        verb = verb.head  # "used gunships in a raid", read as gunships that are in a raid
    used = is_verbal(verb) and not is_passive(verb) and lemma_of(verb) in words_of(verb)["striking"]
    return verb if used else None
