"""Finds whom an attack struck, where the sentence leaves it out: "claimed responsibility", "hit a village"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.gap import AT, Gap
from kg.extract.frames.parties import apart, freed
from kg.extract.frames.records import Frame
from kg.extract.frames.words import is_told_before, lemma_of, through_measure
from kg.extract.lexis import words_of
from kg.extract.patterns import unworded
from kg.extract.subjects import grammatical_subject, undergoer
from kg.extract.syntax import child, is_verbal, phrase_of, prepositions

_PROVOKED = unworded("attacked", "an attack that another answers to")
_ANSWERS = frozenset({"response", "reply"})
_TOLD_WITHIN = 3
"""Sentences back to an attack of which somebody says that it was his."""
_ABOUT = frozenset({"into", "in", "at", "inside", "across", "near", "outside", "on", "around"})


def provocations(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give the attack that another answers to: "bombed a camp in response to rocket fire by Hamas".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad bombed a camp in Mali in retaliation for a mortar attack by Boko Haram."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Chad', 'Mali'), ('Boko Haram', 'Chad')]
    """
    out: list[Frame] = []
    words = resolver.words
    told = {(r.entity, o.entity) for f in frames if f.predicate == "attacked" for r in f.subjects for o in f.objects}
    for frame in frames:
        verb = doc[frame.verb]
        if frame.predicate != "attacked" or frame.trigger != frame.verb or not is_verbal(verb):
            continue
        hosts = [o for p, o in prepositions(verb) if p.lower_ == "in" and lemma_of(o) in _ANSWERS | words["reprisal"]]
        causes = [pair for host in hosts for pair in prepositions(host) if pair[0].lower_ in ("to", "for")]
        causes += [(p, o) for p, o in prepositions(verb) if p.lower_ in ("after", "following")]
        for _, cause in causes:
            if lemma_of(cause) not in words["attack"] | words["missile"] | words["violentDeath"]:
                continue
            near = [pair for host in (cause, *hosts) for pair in prepositions(host)]
            by = [r for p, o in near if p.lower_ in ("by", "from") for r in resolver.actors(o)]
            by = [r for r in by if r.entity.kind in ("state", "group", "organisation")]
            struck = [r.as_state() for r in frame.subjects]
            struck = apart(struck, by)
            if by and struck and not any((s.entity, o.entity) in told for s in by for o in struck):
                out.append(Frame(_PROVOKED, cause.i, cause.i, by, struck))
    return out


def struck_before(gap: Gap) -> list[Reference] | None:
    """Read "claimed responsibility" as the attack told last, or the one of which it says whom it hit.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Hamas claimed responsibility for a bombing that killed 21 Israelis."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Hamas', 'Israel')]
    """
    done = gap.literal_among("attack") or gap.literal_among("violentDeath")
    owned_to = done and lemma_of(gap.verb) in gap.resolver.words["committing"]
    if not gap.literal_among("claimed") and not (
        owned_to and not gap.match.objects and is_told_before(gap.match.literal or gap.verb)
    ):
        return None
    resolver = gap.resolver
    struck = [
        v
        for t in gap.verb.subtree
        if t.pos_ == "NOUN" and "attacked" in resolver.acts.get(lemma_of(t), ())
        for c in t.children
        if c.dep_ in ("relcl", "acl") and lemma_of(c) in resolver.words["deadly"]
        for v in (undergoer(c),)
        if v is not None
    ]
    dead = [
        v
        for t in gap.verb.subtree
        if t.pos_ == "NOUN" and lemma_of(t) in resolver.words["attack"] | resolver.words["violentDeath"]
        for c in t.children
        if c.dep_ == "relcl" and lemma_of(c) in resolver.words["dying"]
        for v in (grammatical_subject(c),)
        if v is not None
    ]  # "claimed the attack, in which six Canadian soldiers died"
    raids = (t for t in gap.verb.subtree if t.pos_ == "NOUN" and lemma_of(t) in resolver.words["attack"])
    dead += [v for t in raids for v in fallen_in(t)]
    hit = [r for v in (*struck, *dead) for r in resolver.actors(v)]
    hit = hit or where_it_stands(gap) or []  # "claimed the attack on a hotel in Kabul"
    if not hit and any(o.pos_ == "NOUN" and not _is_attack(o, gap) for o in gap.match.objects):
        return struck_by_nobody(gap)  # "claimed responsibility for the incident"
    return hit or struck_by_nobody(gap) or resolver.last_struck(gap.verb.i, "attacked", gap.subjects)


def fallen_in(attack: Token) -> list[Token]:
    """Give who died in an attack, by the clause behind it: "a raid in which", "during which eight Syrians died".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "A Jordanian raid in which eight Syrians died was condemned."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Jordan', 'Syria')]
    """
    out: list[Token] = []
    words = words_of(attack)
    for clause in attack.children:
        if clause.dep_ not in ("relcl", "acl") or not is_verbal(clause):
            continue
        inside = any(o.lower_ == "which" for p, o in prepositions(clause) if p.lower_ in ("in", "during"))
        if inside and lemma_of(clause) in words["dying"] | words["deadly"]:
            dead = grammatical_subject(clause)
            out += [dead] if dead is not None else []
        if lemma_of(clause) in words["leadingTo"]:  # "an ambush that led to the deaths of nine Chinese workers"
            deaths = [o for _, o in prepositions(clause)] + [c for c in clause.children if c.dep_ == "dobj"]
            out += [o for d in deaths if lemma_of(d) == "death" for p, o in prepositions(d) if p.lower_ == "of"]
    return out


def killers(death: Token, resolver: Resolver) -> list[Reference]:
    """Give whose attack a death was in: "the death of two Turks in mortar fire from Syria", "at the hands of Hamas".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Rao spoke of the death of two Turks in mortar fire from Syria, and of the death of two Poles in a fire."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Syria', 'Turkey')]
    """
    words = resolver.words
    victims = [o for p, o in prepositions(death) if p.lower_ == "of"]
    for host in (death, *victims):
        for p, cause in prepositions(host):
            if p.lower_ == "at" and lemma_of(cause) == "hand":
                return [r for q, o in prepositions(cause) if q.lower_ == "of" for r in resolver.actors(o)]
            if p.lower_ not in ("in", "by", "from") or lemma_of(cause) not in words["attack"] | words["missile"]:
                continue
            near = [
                o for h in (cause, death) for q, o in prepositions(h) if q.lower_ in ("from", "by") and o.i > cause.i
            ]
            by = [r for o in near for r in resolver.actors(o)]
            return by or resolver.owners(cause, frozenset({cause.i}))
    return []


def struck_by_nobody(gap: Gap) -> list[Reference]:
    """Give whom the attack hit that was told last, if no doer was told: "A bomb killed two Thais. Hamas claimed it".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "A car bomb exploded outside the Danish embassy. Hamas claimed responsibility."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Hamas', 'Denmark')]
    """
    resolver, words = gap.resolver, gap.resolver.words
    sentence_of = resolver.reading.sentence_of
    here = sentence_of[gap.verb.i]
    attacked = {d.at for d in resolver.deeds if d.predicate == "attacked"}
    for i in range(gap.verb.i - 1, -1, -1):
        if here - sentence_of[i] > _TOLD_WITHIN or i in attacked:
            return []
        token = gap.verb.doc[i]
        if is_verbal(token) and phrase_of(token) in words["deadly"] | words["hitting"]:
            thing = undergoer(token)
            hit = [thing] if thing is not None else []
        elif is_verbal(token) and phrase_of(token) in words["exploding"]:
            thing = child(token, "dobj", "nsubjpass")
            hit = [thing] if thing is not None else [o for p, o in prepositions(token) if p.lower_ in _ABOUT]
        elif token.pos_ == "NOUN" and lemma_of(token) in words["attack"]:
            hit = fallen_in(token) or [o for p, o in prepositions(token) if p.lower_ in ("on", "against", "of")]
        else:
            continue
        found = [
            r for t in hit for r in resolver.actors(t) or resolver.actors(through_measure(t)) or _aboard(t, resolver)
        ]
        whose = [freed(r.as_state() if r.owned else r) for r in found]
        known = apart(whose, gap.subjects)
        if known:
            return [replace(r, weak=True) for r in known]
    return []


def hit_with_it(gap: Gap) -> list[Reference] | None:
    """Give who was aboard or died of it: "ambushed a bus carrying Thai soldiers", "two Thais died when X struck".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "At least 20 Angolan soldiers died when Namibian troops ambushed a convoy."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Namibia', 'Angola')]
    """
    words, verb, resolver = gap.resolver.words, gap.verb, gap.resolver
    found = [r for o in gap.match.objects for r in _aboard(o, resolver)]
    above = verb.head
    if not found and verb.dep_ == "advcl" and lemma_of(above) in words["deadly"] | words["dying"]:
        when = any(m.lower_ in ("when", "as", "after") for m in verb.children if m.dep_ in ("advmod", "mark"))
        dead = undergoer(above) if lemma_of(above) in words["deadly"] else grammatical_subject(above)
        found = resolver.actors(dead) if when and dead is not None else []
    return apart(found, gap.subjects) or None


def hit_by_the_attack(gap: Gap) -> list[Reference] | None:
    """Give whom the attack is on that killed somebody: "an attack by Hamas on Chad killed ten people".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "An attack by Hezbollah on Chad killed ten people."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('attacked', 'Chad')]
    """
    attack = grammatical_subject(gap.verb)
    if attack is None or lemma_of(attack) not in gap.resolver.words["attack"]:
        return None
    aimed = (t for t in attack.subtree if t.lower_ in ("on", "against") and t.dep_ == "prep")
    hit = [o for p in aimed for o in p.children if o.dep_ == "pobj"]
    return apart([r for o in hit for r in gap.resolver.actors(o)], gap.subjects) or None


def _aboard(vehicle: Token, resolver: Resolver) -> list[Reference]:
    """Give who is in what is hit: "a bus carrying Thai soldiers", "a van full of Thai soldiers".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Namibian troops ambushed a truck full of Angolan soldiers."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Namibia', 'Angola')]
    """
    words = resolver.words
    loads = (c for c in vehicle.children if c.dep_ == "acl" and lemma_of(c) in words["carrying"])
    people = [o for c in loads for o in c.children if o.dep_ == "dobj"]
    filled = (c for c in vehicle.children if c.dep_ in ("amod", "acl") and c.lower_ in words["laden"])
    people += [o for c in filled for p, o in prepositions(c) if p.lower_ in ("of", "with")]
    return [r for o in people for r in resolver.actors(o)]


def of_the_same(gap: Gap) -> list[Reference] | None:
    """Read "captured two Israeli soldiers and killed eight" as eight of the same."""
    verb = gap.verb
    number = any(o.pos_ == "NUM" for o in gap.match.objects)
    above = undergoer(verb.head) if number and verb.dep_ == "conj" and is_verbal(verb.head) else None
    return gap.resolver.actors(above) or None if above is not None else None


def where_it_stands(gap: Gap) -> list[Reference] | None:
    """Give the state or place of the thing that is hit: "struck targets in Kharkiv"."""
    things = [o for o in gap.match.objects if o.pos_ == "NOUN"]
    blamed = gap.pattern.predicate == "criticized"
    nobodys = gap.resolver.words["circumstance"] | gap.resolver.words["takeover"]
    if blamed and any(lemma_of(o) in nobodys or _is_attack(o, gap) for o in things):
        return None  # "concern over the situation in Mali", "condemned an attack in Mali" blames no Malian
    near = [o for thing in things for p, o in prepositions(thing) if p.lower_ in AT]
    parts = [o for o in things if lemma_of(o) in gap.resolver.words["populated"]]  # "the Muslim quarter of Mostar"
    near += [o for part in parts for p, o in prepositions(part) if p.lower_ == "of"]
    near += [o for p, o in prepositions(gap.verb) if p.lower_ == "inside"]
    return [r for o in near for r in gap.resolver.actors(o) if r.entity.kind in ("state", "place")] or None


def _is_attack(act: Token, gap: Gap) -> bool:
    """Whether an act is one that a land suffers rather than does: "the attack in Kabul", not "the arrests in Iran"."""
    return lemma_of(act) in gap.resolver.words["attack"] or "attacked" in gap.resolver.acts.get(lemma_of(act), ())


def place_taken_up(gap: Gap) -> list[Reference] | None:
    """Read "the army fled the town", "shelled the island" as the place that was named last.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chadian rebels are near Goma. On Friday they shelled the town."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Chadian rebels', 'Democratic Republic of the Congo')]
    """
    resolver = gap.resolver
    known = [
        o
        for o in gap.match.objects
        if lemma_of(o) in resolver.words["landmark"]
        and (resolver.definite(o) or any(c.lower_ == "its" for c in o.children))
        and all(
            c.dep_ in ("det", "punct") or c.lower_ == "its" or c.lower_ in resolver.words["takenUpPlace"]
            for c in o.children
        )
    ]
    if not known:
        return None
    at, sentence_of = known[0].i, resolver.reading.sentence_of
    of_it = any(c.lower_ == "its" for c in known[0].children)  # "advanced on Kigali, shelling its airport"
    own = {r.entity for r in gap.subjects} | {r.entity.state() for r in gap.subjects}
    for i in range(at - 1, -1, -1):
        if sentence_of[at] - sentence_of[i] > _TOLD_WITHIN - 1:
            break
        span = resolver.reading.spans[i]
        seat = of_it and span is not None and span.reason.startswith("the seat") and gap.verb.doc[i].dep_ == "pobj"
        if span is None or span.entity is None or not (span.sort == "place" or span.place is not None or seat):
            continue
        place = span.place if span.entity in own else span.entity
        return [Reference(place, "the place named last", at, weak=True)] if place is not None else None
    return None


def where_told(gap: Gap) -> list[Reference] | None:
    """Give where the act above took place: "hit a van near Tyre, killing eight children"."""
    people = gap.resolver.words["casualty"]
    struck = any(o.pos_ == "NUM" or lemma_of(o) in people for o in gap.match.objects)
    above = gap.verb.head
    if not struck or gap.verb.dep_ not in ("advcl", "conj") or not is_verbal(above):
        return None
    thing = undergoer(above)
    if thing is not None and gap.resolver.actors(thing):
        return gap.resolver.actors(thing)
    hosts = [above, *([thing] if thing is not None else [])]
    near = [o for host in hosts for p, o in prepositions(host) if p.lower_ in _ABOUT]
    return [r for o in near for r in gap.resolver.actors(o) if r.entity.kind in ("state", "place")] or None


def fired_first(gap: Gap) -> list[Reference] | None:
    """Read "returned fire" as fire on who was just told to have attacked, in the clause below or before.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Thai troops fired on a French post. The Frenchmen returned fire."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Thailand', 'France'), ('France', 'Thailand')]
    """
    if gap.match.literal is None or gap.match.literal.lower_ != "fire" or lemma_of(gap.verb) != "return":
        return None
    clauses = [c for c in gap.verb.children if c.dep_ == "advcl" and lemma_of(c) in gap.resolver.words["hitting"]]
    first = [d for c in clauses if (d := grammatical_subject(c)) is not None]
    found = apart([r for d in first for r in gap.resolver.actors(d)], gap.subjects)
    if found:
        return found
    own = {r.entity for r in gap.subjects} | {r.entity.state() for r in gap.subjects}
    for deed in gap.resolver.deeds_before(gap.verb.i, 1):
        if deed.predicate == "attacked" and not own & set(deed.doers):
            return [Reference(e, "who fired first", gap.verb.i, weak=True) for e in deed.doers]
    return []


def struck_back(gap: Gap) -> list[Reference] | None:
    """Read "hit a village" as an attack on who was just told to have attacked those who did it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Thai jets bombed Cambodia on Friday. Cambodian rockets hit Sisaket province."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Thailand', 'Cambodia'), ('Cambodia', 'Thailand')]
    """
    struck = gap.resolver.words["standingAtHome"] | gap.resolver.words["populated"]
    if not gap.subjects or not any(lemma_of(o) in struck for o in gap.match.objects):
        return None
    own = {r.entity for r in gap.subjects}
    for deed in gap.resolver.deeds_before(gap.verb.i, 2):
        if deed.predicate == "attacked" and own & set(deed.targets):
            doers = [e for e in deed.doers if e not in own]
            return [Reference(e, "who attacked them just before", gap.verb.i, weak=True) for e in doers] or None
    return None


def who_suffered_it(gap: Gap) -> list[Reference] | None:
    """Read "apologised for the raid", "regretted the deaths" as towards whom it was told to hit.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "NATO helicopters killed nine Afghan children. The NATO commander, John Rao, apologised for the raid."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][-1]
    ('conceded_to', 'Afghanistan')
    """
    known = gap.resolver.words["attack"] | gap.resolver.words["violentDeath"]
    things = (*gap.match.objects, *([gap.match.literal] if gap.match.literal is not None else []))
    if not any(lemma_of(t) in known or lemma_of(t) in ("death", "incident") for t in things):
        return None
    return gap.resolver.last_struck(gap.verb.i, "attacked", gap.subjects) or None
