"""Finds who takes part in talks of which only the other side is named beside them: "no progress in talks with Iran"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.parties import apart, themselves
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import words_of
from kg.extract.subjects import grammatical_subject, undergoer
from kg.extract.syntax import agent, child, is_passive, is_verbal, prepositions

_TOPIC = frozenset({"over", "about", "on", "of", "for", "to", "into", "against"})
"""Prepositions of what somebody is told, asked or sent for: "criticised Peru over talks with Chile"."""
_STEPS = 8


def participants(noun: Token, partners: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give who talks with the partners, up the sentence from the noun: whose step, clause or report it stands in.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "The arrival of Peru's King Rao for talks with King Sarr was delayed."
    >>> [(e.predicate, e.subjects[0].name) for e in Extractor().extract(Article("a", text)).events if e.objects]
    [('negotiated_with', 'Rao')]
    >>> text = "Peru's Foreign Minister Rao left for Geneva, where talks with Chad are planned."
    >>> [(e.predicate, e.subjects[0].name) for e in Extractor().extract(Article("a", text)).events if e.objects]
    [('visited', 'Rao'), ('negotiated_with', 'Rao')]
    """
    node, words = noun, words_of(noun)
    if noun.tag_[:2] != "NN":
        return []
    spare: list[Reference] = []
    for _ in range(_STEPS):
        head = node.head
        if head.i == node.i:
            return spare
        if is_verbal(head):
            if node.dep_ in ("dobj", "nsubjpass") and lemma_of(head) in words["ofOthersTalks"] | {"discuss"}:
                return []  # "met to discuss the status of the talks with Chad"
            if node.dep_ == "ccomp" and lemma_of(head) in words["mandative"] and node.tag_ in ("VB", "VBN"):
                return spare  # "recommended that talks with Chad be resumed"
            found = _of_clause(node, head, resolver)
        elif node.dep_ == "relcl" and any(c.lower_ == "where" for c in node.children):
            found = []  # "left for Geneva, where talks with Chad are planned"
        elif head.pos_ in ("NOUN", "PROPN"):
            if lemma_of(head) in words["asked"]:
                return []  # "Rao's call for talks with Chad" is to others
            found = [] if node.dep_ == "conj" else resolver.actors(head)
            found = found or resolver.owners(head, frozenset({head.i, noun.i})) or _behind(head, node, resolver)
        else:
            found = []
        if node.dep_ in ("ccomp", "dep") and lemma_of(head) in words["report"] | words["speak"]:
            open_ended = any(c.lower_ in words["openEnded"] for c in noun.children)
            found = [] if open_ended else _whose_word(found, partners)
        others = apart(found, partners)
        if others and len(others) < len(found):
            return spare
        if spare:
            own = {r.entity for r in spare}
            spare = [r for r in others if r.entity.kind == "person" and r.entity.state() in own] or spare
        elif others and _may_speak_for_itself(others, partners):
            spare = others  # "Rao said that Peru hoped for a talk with King Sarr"
        elif others:
            return others
        node = head
    return spare


def _may_speak_for_itself(found: list[Reference], partners: list[Reference]) -> bool:
    """Whether a state is told to talk with a person, so that its own man may be told above."""
    return all(r.entity.kind == "state" for r in found) and all(r.entity.kind == "person" for r in partners)


def beside_their(noun: Token, verb: Token, doers: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give whom one deals with at a meeting that is theirs: "Rao gave Sarr a ring during their meeting"."""
    theirs = any(c.dep_ == "poss" and c.lower_ == "their" for c in noun.children)
    if not theirs or len(doers) != 1:
        return []
    target = child(verb, "dative") or undergoer(verb)
    if target is not None and target.pos_ == "ADP":
        target = child(target, "pobj")
    found = apart(resolver.actors(target), doers) if target is not None else []
    return found if len(found) == 1 and found[0].entity.kind == doers[0].entity.kind else []


def at_talks(noun: Token, verb: Token, doers: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give whom one asks or offers something at talks of which no party is named: "in talks, Peru asked Chile to".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "In talks in Geneva, Peru demanded that Chile pay its debts."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events if e.objects]
    [('negotiated_with', 'Chile'), ('demanded_of', 'Chile')]
    """
    words = words_of(noun)
    preposition = noun.head
    while preposition.dep_ == "prep" and preposition.lower_ == "of" and preposition.head.dep_ == "pobj":
        preposition = preposition.head.head
    if preposition.lower_ not in ("in", "at", "during") or preposition.head.i != verb.i or len(doers) != 1:
        return []
    if noun.tag_ != "NNS" or noun.lemma_ not in words["talk"] or lemma_of(verb) not in words["atTalks"]:
        return []
    if any(c.dep_ in ("poss", "nmod", "amod") and resolver.reading.spans[c.i] is not None for c in noun.children):
        return []
    clause = child(verb, "ccomp")
    asked = child(verb, "dative") or undergoer(verb) or (child(clause, "nsubj") if clause is not None else None)
    if asked is not None and asked.pos_ == "ADP":
        asked = child(asked, "pobj")
    found = apart(resolver.actors(asked), doers) if asked is not None else []
    one, other = doers[0].entity, found[0].entity if len(found) == 1 else None
    peers = other is not None and (other.kind == "person") == (one.kind == "person") and other.state() != one.state()
    return found if peers else []


def _behind(step: Token, path: Token, resolver: Resolver) -> list[Reference]:
    """Give whose step it is that leads to talks: "the departure of a delegation for talks with Chad"."""
    if step.lemma_ in words_of(step)["stage"]:
        return []
    behind = [o for p, o in prepositions(step) if p.lower_ in ("of", "by") and p.i != path.i]
    return themselves([r for o in behind for r in resolver.actors(o)])


def _whose_word(speakers: list[Reference], partners: list[Reference]) -> list[Reference]:
    """Let who speaks of talks with a state stand for the own one: "Rao said talks with Chad had made progress"."""
    if any(r.entity.kind == "person" for r in partners):
        return speakers
    return [r.as_state() for r in speakers]


def sent_to(noun: Token, verb: Token, resolver: Resolver) -> list[Reference]:
    """Give whom a verb sends, asks or invites to talks: "sent Rao to Cairo for talks", "Rao was invited for talks"."""
    node = noun
    while node.head.i not in (verb.i, node.i):
        node = node.head
    if node.dep_ != "prep" or node.lower_ not in ("for", "to"):
        return []
    return [r for r in _of_clause(node, verb, resolver) if r.entity.kind == "person"]


def _of_clause(node: Token, verb: Token, resolver: Resolver) -> list[Reference]:
    """Give who does what the clause says, or to whom it is done for the talks: "sent Rao to Cairo for talks"."""
    subject = grammatical_subject(verb)
    if node.dep_ in ("prep", "pcomp") and node.lower_ in _TOPIC:
        if is_passive(verb):
            return themselves(resolver.actors(subject)) if subject is not None else []
        target = undergoer(verb)
        met = resolver.actors(target) if target is not None else []
        if met:
            return met
    if is_passive(verb):
        by = agent(verb)
        if by is not None and by.i != node.i:
            return resolver.actors(by)
    if subject is None or subject.i == node.i:
        return []
    return resolver.actors(subject)
