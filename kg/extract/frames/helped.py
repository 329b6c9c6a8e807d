"""Finds whom help, sympathy or backing is for where a place, a journey or a plan says so and no name does."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.coreference import Reference, sides
from kg.extract.entities import Entity
from kg.extract.frames.gap import Gap
from kg.extract.frames.parties import apart
from kg.extract.frames.words import lemma_of
from kg.extract.subjects import doer, grammatical_subject
from kg.extract.syntax import is_passive, is_verbal, prepositions, verb_above

_WHERE = frozenset({"in", "of", "from", "across", "around", "near", "at", "inside", "throughout"})
_CLAUSES = frozenset({"conj", "ccomp", "xcomp", "advcl", "relcl", "parataxis"})
_FOR = frozenset({"for", "to", "with", "toward", "towards"})
_SOME = frozenset({"a", "an", "several", "some", "various"})


def where_it_helps(gap: Gap) -> list[Reference] | None:
    """Give the land of those whom aid or sympathy is for: "five million dollars for the victims of a storm in Peru".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad pledged five million dollars for the victims of a storm in Peru."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('aided', 'Peru')]
    """
    if gap.pattern.predicate != "aided" and not gap.literal_among("courtesy"):
        return None
    receivers = [o for o in gap.match.objects if _behind_for(o)]
    sites = [t for o in receivers for t in o.subtree if t.i > o.i and t.dep_ == "pobj" and t.head.lower_ in _WHERE]
    there = (r for t in sites for r in gap.resolver.actors(t) if r.entity.kind in ("state", "place") and not r.owned)
    return apart(list(there), gap.subjects)[:1] or None


def _behind_for(noun: Token) -> bool:
    """Whether a noun says for whom it is: "for refugees", "to the survivors"."""
    return noun.dep_ in ("pobj", "pcomp") and noun.head.lower_ in _FOR


def whose_guest_promises(gap: Gap) -> list[Reference] | None:
    """Give the land that a guest is in who promises aid there: "visited Peru and pledged ten million dollars in aid".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao visited Peru on Monday. He promised a soft loan of ten million dollars."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('visited', 'Peru'), ('aided', 'Peru')]
    """
    if gap.match.literal is None or any(map(_behind_for, gap.match.objects)) or gap.verb.dep_ == "relcl":
        return None
    own = sides(gap.subjects)
    for deed in gap.resolver.deeds_before(gap.verb.i, 1):
        there = deed.predicate == "visited" or deed.predicate in gap.resolver.predicates["faceToFace"]
        if not there or not own & set(deed.parties):
            continue
        others = dict.fromkeys((e.state() or e) for e in deed.parties if e not in own and e.state() not in own)
        return [Reference(e, "where the guest promised it", gap.verb.i, weak=True) for e in others][:1] or None
    return None


def whose_guest_signs(gap: Gap) -> list[Reference] | None:
    """Give the land that a guest is in who signs accords there: "arrived in Peru and signed two accords".

    What is known from before ("the accord") may be with others.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Minister Rao stopped in Lima, where he signed two accords. He flew to Chad and signed a trade pact."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [e.objects[0].name for e in found if e.predicate == "signed_with"]
    ['Peru', 'Chad']
    """
    pact = gap.match.literal
    if pact is None or any(c.dep_ in ("det", "poss") and c.lower_ not in _SOME for c in pact.children):
        return None
    guests = [r.entity for r in gap.subjects if r.entity.kind == "person"]
    beside = {p.lower_ for t in (pact, gap.verb) for p, _ in prepositions(t)}
    if len(guests) != 1 or beside & {"with", "between", "of"}:
        return None
    own, told = {guests[0], guests[0].state()}, gap.resolver
    where = gap.verb.head if gap.verb.dep_ == "relcl" and any(c.lower_ == "where" for c in gap.verb.children) else None
    if where is not None:
        lands = [r.entity for r in told.actors(where) if r.entity.kind == "state"]
    else:
        visits = (d for d in told.deeds_before(gap.verb.i, 1) if d.predicate == "visited" and guests[0] in d.doers)
        lands = [e for d in visits for e in d.targets if e.kind == "state"]
    found = [e for e in lands if e not in own][:1]
    return [Reference(e, "where the guest signed it", gap.verb.i, weak=True) for e in found] or None


def whose_plan_it_is(gap: Gap) -> list[Reference] | None:
    """Give who makes the plan that others back: "France led an effort, backed by Chad, to end the siege".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru put forward a resolution backed by Chile."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Chile', 'supported', 'Peru')]
    """
    plan = gap.verb.head
    if gap.verb.dep_ not in ("acl", "relcl") or lemma_of(plan) not in gap.resolver.words["bid"]:
        return None
    maker = verb_above(plan)
    if plan.dep_ != "dobj" or not is_verbal(maker) or lemma_of(maker) not in gap.resolver.words["putting"]:
        return None
    subject = doer(maker)
    return apart(gap.resolver.actors(subject), gap.subjects) or None if subject is not None else None


def the_one_behind(gap: Gap) -> list[Reference] | None:
    """Give the one other actor named behind the act in its own clause: "announced aid to victims of a storm off Peru".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Jordan hailed the growth of its trade with Peru. The king hailed ties between Chad and Mali."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Jordan', 'Peru')]
    """
    undergone = any(lemma_of(o) in gap.resolver.victims for o in gap.match.objects)  # "welcomed the release of Rao"
    plain = gap.pattern.predicate == "recognized" and gap.match.literal is None  # "recognised the role that X played"
    if is_passive(gap.verb) or undergone or plain:
        return None
    own = sides(gap.subjects)
    found: dict[Entity, Reference] = {}
    for token in _behind(gap.verb):
        if gap.pattern.predicate == "aided" and token.head.dep_ == "agent":
            continue  # "rescued hostages kidnapped by militants"
        span = gap.resolver.reading.spans[token.i]
        if span is None or span.sort == "date":
            continue
        for r in gap.resolver.actors(token):
            if r.entity not in own and r.entity.state() not in own:
                found.setdefault(
                    r.entity.state() or r.entity, Reference(r.entity, "the one named behind", token.i, weak=True)
                )
    named = [r for r in found.values() if r.entity.kind != "place" or not gap.pattern.object_kinds]
    return named if len(found) == len(named) == 1 else None  # "builds a dam on the Nile"


def _behind(verb: Token) -> Iterator[Token]:
    """Give the words behind a verb that hang on it by no further clause of its own."""
    for c in verb.children:
        if c.i > verb.i and c.dep_ not in _CLAUSES and c.lower_ != "as":  # "welcomed the raid as a warning to Chad"
            inside = [t.subtree for t in c.subtree if t.dep_ == "relcl"]
            aside = {t.i for clause in inside for t in clause}
            yield from (t for t in c.subtree if t.i not in aside)


def guests_at(thing: Token, gap: Gap) -> list[Reference]:
    """Read "signed it at a ceremony hosted by Peru", "was at a lunch given by Sarr" as of who did so, or was there.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao of Peru attended a dinner given by President Sarr of Chad."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('hosted', 'Rao')]
    """
    at = thing.dep_ == "pobj" and thing.head.lower_ in ("at", "during", "in", "after")
    meal = lemma_of(thing) in gap.resolver.words["meal"] and (at or lemma_of(thing.head) == "attend")
    verb = verb_above(thing)
    there = grammatical_subject(verb) if (at or meal) and is_verbal(verb) else None
    guests = apart(gap.resolver.actors(there), gap.subjects) if there is not None else []
    return guests if len(guests) > 1 or meal else []
