"""Reads what people do in their own state: protest against its government, or be dealt with by it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, sides
from kg.extract.entities import Entity
from kg.extract.frames.parties import apart, freed
from kg.extract.frames.records import Match
from kg.extract.frames.words import lemma_of, noun_matches
from kg.extract.lexis import words_of
from kg.extract.syntax import child, prepositions

PROTEST = "protested_against"


def crowd(reference: Reference, token: Token, resolver: Resolver) -> Reference:
    """Give the people themselves where a sentence names them by their state: "young Algerians blocked roads"."""
    span = resolver.reading.spans[token.i]
    if span is None or span.sort != "people" or span.members or reference.entity.kind not in ("state", "place"):
        return reference
    ground = reference.entity if reference.entity.kind == "state" else reference.entity.represents
    name = resolver.reading.source(token.i)
    known = resolver.entities.by_name.get(name)
    entity = known or Entity(name, "group", plural=True, ground=ground, first=token.i)
    if known is None:
        entity.names.setdefault(name)
        resolver.entities.by_name[name] = entity
    return replace(reference, entity=entity, owned=False)


def named_people(token: Token) -> Token:
    """Go from a number of people to the people: "thousands of Algerians"."""
    for preposition, inner in prepositions(token):
        if preposition.lower_ == "of" and inner.pos_ in ("NOUN", "PROPN"):
            return inner
    return token


def own_state(verb: Token, match: Match, subjects: list[Reference]) -> list[Reference]:
    """Give the state of those who protest, where the sentence says against whom by nothing else."""
    rally, words = match.literal, words_of(verb)
    if is_gentle(verb, match):
        return []
    if lemma_of(verb) in words["walkOut"]:
        if child(verb, "dobj") is not None or verb.dep_ in ("advcl", "xcomp", "acl"):
            return []
    elif rally is None or not noun_matches(rally, words["protest"]):
        return []
    grounds = [r.entity.ground for r in subjects]
    return [
        Reference(g, f"the state of those who protest, {g.name}", verb.i, weak=True)
        for g in dict.fromkeys(grounds)
        if g is not None and _polices_itself(g)
    ]


def _polices_itself(ground: Entity) -> bool:
    """Whether those who protest in a land mean its state, and not an occupier."""
    return ground.kind == "state" and not (ground.record is not None and ground.record.occupied)


def constables(token: Token, subjects: list[Reference]) -> list[Reference]:
    """Give the state whose police a group meets at home: "Romanian miners clashed with riot police"."""
    if lemma_of(token) not in words_of(token)["keeper"]:
        return []
    grounds = dict.fromkeys(r.entity.ground for r in subjects)
    return [
        Reference(g, f"the {token.lower_} of {g.name}", token.i, weak=True)
        for g in grounds
        if g is not None and _polices_itself(g)
    ]


def unnamed_crowd(token: Token, subjects: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give the people whom a state's own police deal with: "Kenyan police beat demonstrators"."""
    noun = named_people(token)
    low = noun.lower_
    if low not in words_of(noun)["crowd"] or resolver.reading.spans[noun.i] is not None:
        return []
    states = [r.entity for r in subjects if r.entity.kind == "state"]
    if len(states) != 1:
        return []
    known = resolver.entities.by_name.get(low)
    entity = known or Entity(low, "group", plural=True, ground=states[0], first=noun.i)
    if known is None:
        entity.names.setdefault(low)
        resolver.entities.by_name[low] = entity
    return [Reference(entity, f"the {low} in {states[0].name}", noun.i, weak=True)]


def is_gentle(verb: Token, match: Match) -> bool:
    """Whether people come together against somebody abroad or for something, not against the state where they are."""
    hosts = [verb, *([match.literal] if match.literal is not None else [])]
    words = words_of(verb)
    for host in hosts:
        for preposition, noun in prepositions(host):
            if preposition.lower_ in ("against", "for") or (
                preposition.lower_ == "in" and lemma_of(noun) in words["sympathy"]
            ):
                return True
        if any(c.dep_ in ("advcl", "xcomp", "acl", "relcl") and lemma_of(c) in words["gentle"] for c in host.children):
            return True
    return False


def within_state(match: Match, subjects: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give whom a state deals with in its own land: the city or the group itself, not once more the state."""
    out: list[Reference] = []
    own = sides(subjects)
    if not any(freed(r).entity in own for token in match.objects for r in resolver.actors(token)):
        return out
    for token in match.objects:
        for noun in (token, named_people(token)):
            span = resolver.reading.spans[noun.i]
            if span is not None and span.place is not None and noun.dep_ != "poss":
                out.append(Reference(span.place, f"{span.place.name} itself", noun.i, weak=True))
            out.extend(crowd(r, noun, resolver) for r in resolver.actors(noun) if r.entity.kind != "state")
            if span is not None and span.sort == "people":
                out.extend(crowd(r, noun, resolver) for r in resolver.actors(noun))
            if out:
                return [r for r in apart(out, subjects) if r.entity.kind != "state"]
    return []
