"""Finds whose the people and things are that an act hits, where nothing right beside them says so."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, is_of, sides
from kg.extract.entities import Entity
from kg.extract.frames.gap import Gap
from kg.extract.frames.words import lemma_of, through_measure
from kg.extract.lexis import words_of
from kg.extract.mentions import Span
from kg.extract.subjects import grammatical_subject, undergoer
from kg.extract.syntax import child, conjuncts, is_passive, is_verbal, prepositions

_TIES = frozenset({"with", "to", "in", "by", "from", "at", "for"})
_SITES = frozenset({"in", "at", "inside", "near", "outside", "around", "off", "across"})


def _named(verb: Token, resolver: Resolver) -> bool:
    """Whether the object of a verb names somebody, so that no more is to be looked for."""
    thing = undergoer(verb)
    return thing is not None and bool(resolver.actors(thing))


def tied_to(things: list[Token], verb: Token, resolver: Resolver) -> list[Reference]:
    """Give those whom a participle ties people or things to: "firms linked to Hamas", "a town held by the rebels".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad imposed sanctions on three firms linked to Hezbollah."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('sanctioned', 'Hezbollah')]
    """
    if _named(verb, resolver):
        return []
    nouns = [t for o in things for n in (o, through_measure(o)) for t in conjuncts(n) if t.pos_ in ("NOUN", "NUM")]
    return [r for noun in dict.fromkeys(nouns) for r in _tie(noun, resolver)]


def _tie(noun: Token, resolver: Resolver) -> list[Reference]:
    words = resolver.words["boundTo"]
    for clause in noun.children:
        if clause.dep_ not in ("acl", "relcl") or lemma_of(clause) not in words:
            continue
        if clause.dep_ == "relcl" and not is_passive(clause):
            holder = grammatical_subject(clause)  # "towns the rebels had taken"
            if holder is None or holder.i == noun.i:
                continue
            return resolver.actors(holder)
        behind = [o for c in clause.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
        behind = behind or [o for p, o in prepositions(clause) if p.lower_ in _TIES]
        found = [r for o in behind for r in resolver.actors(o)]
        if found:
            return found
    return []


def at_home(things: list[Token], gap: Gap) -> list[Reference]:
    """Give the state whose soldiers, posts and towns fighters of the land deal with: "FARC killed five soldiers".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "FARC guerrillas killed five soldiers in an ambush. Hamas fighters killed five soldiers."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('FARC', 'Colombia')]
    >>> text = "UNITA rebels overran Quibaxe and shelled a police station."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('seized', 'Angola'), ('attacked', 'Angola')]
    """
    if _named(gap.verb, gap.resolver):
        return []
    there = next((c for c in gap.verb.children if c.lower_ == "there" and c.dep_ == "advmod"), None)
    if there is not None:  # "stormed a mall in Kenya and held hostages there"
        return [r for r in gap.resolver.actors(there) if r.entity.kind == "state"]
    if any(t.lower_ == "border" and t.i and t.nbor(-1).lower_ in ("cross", "-") for t in gap.verb.sent):
        return []  # "in a cross-border raid"
    taken = gap.pattern.predicate in ("attacked", "seized")
    return lands_hit(things, gap.subjects, gap.verb, gap.resolver, taken=taken)


def lands_hit(
    things: list[Token], subjects: list[Reference], trigger: Token, resolver: Resolver, *, taken: bool
) -> list[Reference]:
    """Give the lands of fighters whose people, and where it is `taken` or hit whose places, they deal with."""
    words = resolver.words
    kinds = words["hitAtHome"] | words["standingAtHome"] if taken else words["hitAtHome"]
    nouns = [n for o in things for t in (o, through_measure(o)) for n in conjuncts(t)]
    hit = [n for n in nouns if lemma_of(n) in kinds or (taken and _unknown_town(n, resolver))]
    if not hit or any(_is_foreign(n, resolver) for n in hit):
        return []
    lands = dict.fromkeys(land for r in subjects for land in (_land_of(r, resolver),) if land is not None)
    return [Reference(land, f"the people of {land.name}", trigger.i, weak=True) for land in lands]


def _is_foreign(noun: Token, resolver: Resolver) -> bool:
    """Whether the words around people or things say that they are of elsewhere: "foreign ships", "ships for Oman"."""
    spans, alien = resolver.reading.spans, resolver.words["alien"]
    span = resolver.reading.spans[noun.i]
    if span is not None and alien & set(span.role.split()):
        return True
    beside = (t for t in noun.subtree if t.i != noun.i)
    return any(t.lower_ in alien if t.i < noun.i else _of_somewhere(spans[t.i]) for t in beside)


def _of_somewhere(span: Span | None) -> bool:
    return span is not None and any(e.kind == "state" for e in span.actors())


def _unknown_town(name: Token, resolver: Resolver) -> bool:
    """Whether a name is one that nothing knows, as of a town that fighters took."""
    return name.pos_ == "PROPN" and resolver.reading.spans[name.i] is None


def _land_of(reference: Reference, resolver: Resolver) -> Entity | None:
    """Give the state that fighters fight in: theirs by the story, or by what is known of a group with a name."""
    group = reference.entity
    if group.kind != "group" or " from " in group.name:
        return None  # "fighters from Chad" are told of elsewhere
    owners = resolver.owners(resolver.reading.doc[reference.token], frozenset({reference.token}))
    owner = next((r.entity for r in owners if r.entity.kind == "state"), None)
    record = group.record
    known = resolver.entities.of_record(record.country) if record is not None and record.country else None
    about = resolver.topic if group.unnamed() and len(resolver.topics) == 1 else None
    land = owner or group.ground or known or about
    if land is None or land.kind != "state" or (land.record is not None and land.record.occupied):
        return None
    others = [e for e in resolver.topics if e is not land]
    return None if record is not None and owner is None and others else land


def where_struck(verb: Token, subjects: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give the land or town in which people or things without an owner are hit: "shelled three farms near Basra".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Iranian gunners shelled three farms near Basra."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Iran', 'Iraq')]
    """
    thing = child(verb, "dobj", "nsubjpass")
    if _named(verb, resolver) or any(r.entity.kind == "person" for r in subjects):
        return []
    hosts = [verb, *([t for t in thing.subtree if t.dep_ in ("acl", "pobj")] if thing is not None else [])]
    attack = next((o for _, o in prepositions(verb) if lemma_of(o) in resolver.words["attack"]), None)
    if attack is not None:  # "were killed in a strike by helicopters near Basra"
        hosts += [attack, *(o for p, o in prepositions(attack) if p.lower_ == "by")]
    sites = [o for host in hosts for p, o in prepositions(host) if p.lower_ in _SITES and p.i > verb.i]
    return [r for o in sites for r in resolver.actors(o) if r.entity.kind in ("state", "place") and not r.owned][:1]


def report_above(verb: Token) -> Token | None:
    """Give the verb of speaking under which something is told: "said" in "said 2,600 had been killed"."""
    node = verb
    while node.dep_ in ("ccomp", "conj") and is_verbal(node.head) and node.head.i != node.i:
        node = node.head
    return node if node.i != verb.i and lemma_of(node) in words_of(node)["speak"] else None


def who_reports_losses(verb: Token, victims: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give who did it where one at war tells of the other's losses: "Iran said 2,600 Iraqis had been killed".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "The Iranian army said 2,600 Iraqis had been killed."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Iran', 'Iraq')]
    """
    report = report_above(verb)
    if report is None:
        return []
    speaker = child(report, "nsubj")
    states = [r.entity.state() for r in resolver.actors(speaker)] if speaker is not None else []
    hit = {r.entity.state() for r in victims} - {None}
    fought = [d for d in resolver.deeds if d.predicate == "attacked"]
    span = resolver.reading.spans[speaker.i] if speaker is not None else None
    armed = span is not None and bool(set(span.role.split()) & resolver.titles.forces)
    return [
        Reference(s, "who tells of the other's losses", verb.i, weak=True)
        for s in states
        if s is not None and s.kind == "state" and hit and s not in hit
        if armed or any(s in d.parties and hit & set(d.parties) for d in fought)
    ]


def where_reported(gap: Gap) -> list[Reference] | None:
    """Give the land whose officials tell of people killed there: "Yemeni officials said a US strike killed two people".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Yemeni officials said a US drone strike killed 13 civilians."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][:1]
    [('United States', 'Yemen')]
    """
    verb, resolver = gap.verb, gap.resolver
    report = report_above(verb)
    speaker = child(report, "nsubj") if report is not None else None
    span = resolver.reading.spans[speaker.i] if speaker is not None else None
    people = resolver.words["casualty"]
    thing = undergoer(verb)
    if speaker is None or span is None or span.sort not in ("organ", "role") or thing is None:
        return None
    if (lemma_of(thing) not in people and thing.pos_ != "NUM") or any(
        t.lower_ in resolver.words["alien"] for t in thing.lefts
    ):
        return None
    lands = [replace(r.as_state(), owned=False, weak=True) for r in resolver.actors(speaker)]
    own = sides(gap.subjects)
    return [r for r in lands if r.entity.kind == "state" and not is_of(r.entity, own)][:1] or None


def posted_here(gap: Gap) -> list[Reference] | None:
    """Read "Iran's ambassador in Bonn went home; Germany had recalled its own envoy" as recalled from Iran.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Iran's ambassador to Peru left for home after Peru recalled its own envoy."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][-1]
    ('recalled', 'Iran')
    """
    own = {r.entity.state() or r.entity for r in gap.subjects}
    for t in gap.verb.doc[gap.verb.sent.start : gap.verb.i]:
        span = gap.resolver.reading.spans[t.i]
        if span is None or span.posted is None or span.posted not in own or span.entity is None:
            continue
        sender = span.entity.state() or span.entity
        if sender not in own:
            return [Reference(sender, "whose envoy is posted here", t.i, weak=True)]
    return None
