"""Says whom a verb's wording is done to, by its words, by whose a thing is, or by what the story told."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extract.coreference import Reference, included, sides, without_treaties
from kg.extract.frames.crowds import (
    PROTEST,
    is_gentle,
)
from kg.extract.frames.doers import Doers
from kg.extract.frames.implied import other_side
from kg.extract.frames.noun_phrases import only_there
from kg.extract.frames.parties import allowed, apart, freed, merge, sender_of, without_kin
from kg.extract.frames.records import Match, Search
from kg.extract.frames.words import lemma_of, through_measure
from kg.extract.grammar import FIRST, OWNING
from kg.extract.patterns import Pattern, Patterns
from kg.extract.syntax import joined_behind, prepositions

_PLACES = frozenset("in inside near at around across along off outside".split())


class VerbArguments:
    """The parties of the verbs of one article; `acts` are nouns that a state acts by."""

    def __init__(self, patterns: Patterns, acts: Mapping[str, frozenset[str]], search: Search) -> None:
        self._patterns = patterns
        self._doers = Doers(acts, search.resolver)
        self._search = search
        self._resolver = search.resolver
        self._words = search.resolver.words
        self._like = search.resolver.predicates
        self._sentence: tuple[int, frozenset[str]] = (-1, frozenset())

    def _with_another(self, verb: Token, pattern: Pattern, match: Match) -> bool:
        """Whether somebody else is who they did it with, though unnamed: "Blinken and Austin met local leaders"."""
        hosts = [t for t in (verb, match.literal) if t is not None]
        if verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp", "acl"):  # "invited to a meeting with Rao to discuss"
            above = [verb.head, *(o for _, o in prepositions(verb.head))]
            hosts += [t for t in above if t.i < verb.i]
        others = [o for h in hosts for p, o in prepositions(h) if p.lower_ == "with" and not only_there(o)]
        between = (
            pattern.predicate == "met" or lemma_of(verb) in self._words["reconciling"]
        )  # "reconciled Peru and Chad"
        met = [c for c in verb.children if c.dep_ == "dobj" and match.literal is None and between]
        return any(map(self._can_take_part, others)) or any(not is_mutual(t) and t.pos_ != "PRON" for t in met)

    def _can_take_part(self, token: Token) -> bool:
        """Whether a phrase stands for people: a name, an office or body, or a noun like "reporters"."""
        span = self._resolver.reading.spans[token.i]
        if span is not None:
            return span.sort != "date"
        titles, lemma = self._resolver.titles, token.lemma_.casefold()
        if token.pos_ == "PROPN":
            return not is_mutual(token)
        return lemma in titles.heads | titles.organs | self._words["led"] or token.lower_ in self._words["crowd"]

    def _objects(self, verb: Token, pattern: Pattern, match: Match, subjects: list[Reference]) -> list[Reference]:
        """Give whom it is done to, by the words of the wording or by what the story told before."""
        predicate, resolver = pattern.predicate, self._resolver
        objects: list[Reference] = []
        if predicate == "summoned" and match.literal is not None:
            envoy = resolver.reading.spans[match.literal.i]
            if envoy is not None and envoy.sort == "role" and envoy.entity is not None:
                return allowed(resolver.actors(match.literal), pattern.object_kinds)  # "the Turkish Ambassador"
        for token in self._of_before_in(self._sited(verb, match, predicate), match, predicate):
            if predicate == "urged" and lemma_of(token) in self._words["gathering"] | self._words["talk"]:
                continue  # "expects the Geneva meeting to last"
            if token.head.lower_ == "with" and lemma_of(token) in self._words["auspices"] | self._words["assistance"]:
                continue  # "with the help of Norwegian mediators"
            if token.lower_ not in ("it", "this", "that") or predicate not in self._like["ofThings"]:
                if predicate != "mediated" and _set_off(verb, token):  # "between Croats and Serbs, backed by the army"
                    objects.extend(resolver.actors(token)[-1:])
                    continue
                later = joined_behind(token, verb.i) if verb.dep_ == "acl" else frozenset()  # "A, backed by B, and C"
                objects.extend(resolver.actors(token, seen=later) or resolver.actors(through_measure(token)))
        named = [r for t in match.objects for i in included(t) for r in resolver.actors(i)]
        kinds = ("person", "group", "organisation", *(("state",) if predicate in ("released", "detained") else ()))
        objects = merge(objects, [r for r in named if r.entity.kind in kinds])
        if predicate == "deployed_to":  # "promised 500 troops for the AU mission in Chad"
            objects = allowed(objects, frozenset({"state", "place"})) or objects
        if predicate == "deployed_to" or predicate in self._like["doneTo"]:
            private = predicate != "deployed_to"  # "they murder our peasants"
            objects = [
                r.as_state() if r.owned and (not private or resolver.reading.doc[r.token].lower_ in FIRST) else r
                for r in objects
            ]
        objects = without_kin(objects, resolver)
        if predicate == "attacked":  # "fought the Sandinistas with American money"
            doc = resolver.reading.doc
            tools = {t.i for t in match.objects if t.dep_ == "pobj" and t.head.lower_ == "with" and t.pos_ == "NOUN"}
            objects = [r for r in objects if not (r.owned and doc[r.token].head.i in tools)]
        aboard = [t for t in (match.literal, *match.objects) if t is not None and self._is_crew(t)]
        if aboard and predicate in ("detained", "released") and (of_ship := self._whose_crew(verb, subjects)):
            objects = of_ship
        if predicate == "expelled":
            objects = [sender_of(r, self._words["diplomat"]) for r in objects]
        if predicate == "recalled" and match.literal is not None and not objects:
            objects = self._post_of(verb, match.literal)
        if not (objects or match.objects) and not any(e.sort == "object" for e in pattern.elements):
            span = resolver.reading.spans[match.literal.i] if match.literal is not None else None
            if span is not None and span.posted is not None:
                objects = [Reference(span.posted, "the state of the posting", verb.i)]
            elif predicate == "recalled" and span is not None and span.determiner in OWNING and span.entity is not None:
                objects = [Reference(span.entity, "the state of the posting", verb.i)]  # "their Honduras envoys"
            elif predicate in (
                "warned",
                "threatened",
                "aided",
                "mediated",
                "urged",
                "attacked",
                "signed_with",
                "negotiated_with",
            ) or (predicate == PROTEST and match.literal is None):
                objects = []
            elif (
                predicate != "conceded_to"
                or match.literal is None
                or lemma_of(match.literal) in self._words["sanction"]
            ):
                affair = predicate != "demanded_of"  # "issued an order" may be one to its own army
                asked = predicate == "ceased_fire_with" and lemma_of(verb.head) in self._words["objectControl"]
                asked = asked or (predicate == "ceased_fire_with" and len(subjects) > 1)  # both stop fighting
                objects = [] if asked else other_side(subjects, verb, resolver, predicate, affair=affair)
        if predicate == PROTEST:
            if match.locative and is_gentle(verb, match):
                return []
            own = {r.entity.ground for r in subjects}
            objects = [r for r in objects if r.entity not in own or resolver.reading.doc[r.token].pos_ != "PRON"]
        if match.literal is not None and match.locative and predicate in self._like["doneTo"]:
            spanned = resolver.reading.spans[match.literal.i] is not None  # "stormed the Chinese embassy in Libya"
            owners = resolver.actors(match.literal) if spanned else []
            owners = owners or resolver.owners(match.literal, frozenset({match.literal.i}))
            objects = apart(owners, subjects) or objects
        if predicate == "conceded_to":  # "apologised for the raid", which was none of whom it hit
            objects = [r for r in objects if not r.reason.startswith("who did")]
        objects = [freed(r) for r in objects]
        if predicate == "recognized" and match.literal is None:  # "recognised the efforts of Peru"
            objects = [r for r in objects if not r.owned]
        if predicate == "visited":
            there = verb.lemma_ != "be"  # "has been in our way"
            objects = [r for r in objects if not self._governs(r.token) and (there or not r.owned)]
        elif pattern.inverse and match.literal is not None and [t.i for t in match.objects] == [match.literal.i]:
            objects = [r for r in objects if r.owned]  # "accepted the King's invitation" is by the King
        else:
            objects = self._doers.present(objects, predicate)
        if predicate in self._like["doneTo"] or predicate == "expelled":  # "expelled over breaches of the convention"
            objects = without_treaties(objects, self._words["treaty"])
        if predicate in self._like["doneTo"]:  # "seized a ship in the Yellow Sea"
            spans = self._resolver.reading.spans
            at_sea = {r.token for r in objects if (s := spans[r.token]) and s.place and self._is_water(s.place.name)}
            objects = [r for r in objects if r.token not in at_sea]
            objects = [r for r in objects if not (r.entity.kind == "place" and self._is_water(r.entity.name))]
        return allowed(objects, pattern.object_kinds)

    def _sited(self, verb: Token, match: Match, predicate: str) -> list[Token]:
        """Give what it is done to, or where that is if nobody owns it: "pulled out of three villages in Lebanon"."""
        if predicate not in self._like["doneTo"] and predicate not in ("withdrew_from", "deployed_to"):
            return match.objects
        if any(t.pos_ != "NOUN" or self._resolver.actors(t) for t in match.objects):
            return match.objects
        held = [t for t in match.objects if t.lemma_.casefold() in self._resolver.dependants]
        sites = [o for t in held for p, o in prepositions(verb) if p.lower_ in ("in", "near", "around", "inside")]
        return sites or match.objects

    def _is_crew(self, token: Token) -> bool:
        """Whether people are said to be of a ship told before: "its crew"."""
        whose = any(c.dep_ == "poss" and c.lower_ in OWNING for c in token.children)
        return whose and lemma_of(token) in self._words["shipboard"]

    def _whose_crew(self, verb: Token, subjects: list[Reference]) -> list[Reference]:
        """Give whose ship it was that the same seized just before: "boarded a Danish ship and are holding its crew".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "India impounded a Peruvian trawler and jailed its crew."
        >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('seized', 'Peru'), ('detained', 'Peru')]
        """
        doers = {r.entity for r in subjects}
        for deed in self._resolver.deeds_before(verb.i, 1):
            if deed.predicate in ("seized", "attacked", "coerced") and doers & set(deed.doers):
                return [Reference(e, "whose ship was taken", verb.i, weak=True) for e in deed.targets]
        return []

    def _is_water(self, name: str) -> bool:
        """Whether a place is a sea or a river, to which nobody does anything."""
        return not self._words["waters"].isdisjoint(name.casefold().split())

    def _of_before_in(self, things: list[Token], match: Match, predicate: str) -> list[Token]:
        """Leave out where it is done, if it is said whose the thing is: "ambushed a convoy of Thais in Mogadishu".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Hamas ambushed a convoy of Danish soldiers in Cyprus."
        >>> [[o.name for o in e.objects] for e in Extractor().extract(Article("a", text)).events]
        [['Denmark']]
        """
        if predicate not in self._like["doneTo"] or len(things) < 2 or match.literal is None:
            return things
        where = [t for t in things if t.dep_ == "pobj" and t.head.lower_ in _PLACES]
        whose = {match.literal.i, through_measure(match.literal).i}
        rest = [t for t in things if t not in where and (t.dep_ != "pobj" or t.head.head.i in whose)]
        return rest if where and any(self._resolver.actors(t) for t in rest) else things

    def _post_of(self, verb: Token, envoy: Token) -> list[Reference]:
        """Give the state where an envoy serves, of whom more is told: "recalled its envoy to Chad in answer to".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru ordered its ambassadors to Chile and Brazil to return to Lima."
        >>> [(e.predicate, [a.name for a in e.objects]) for e in Extractor().extract(Article("a", text)).events]
        [('recalled', ['Chile', 'Brazil'])]
        """
        span = self._resolver.reading.spans[envoy.i]
        if span is not None and span.posted is not None:
            return [Reference(span.posted, "the state of the posting", verb.i)]
        behind = (o for host in (envoy, verb) for p, o in prepositions(host) if p.i == envoy.i + 1 and p.lower_ == "to")
        return [r for o in behind for r in self._resolver.actors(o) if r.entity.kind in ("state", "organisation")]

    def _own_envoy(self, match: Match) -> Reference | None:
        """Read "summoned its ambassador to Germany for consultations" as a recall from Germany."""
        for token in (match.literal, *match.objects):
            if token is None:
                continue
            span = self._resolver.reading.spans[token.i]
            own = any(c.dep_ == "poss" and c.lower_ in OWNING for c in token.children)
            own = own or (span is not None and span.determiner in OWNING)
            if own and span is not None and span.posted is not None:
                return Reference(span.posted, "the state of the posting", token.i)
        return None

    def _on_each_side(self, pattern: Pattern, match: Match) -> bool:
        """Whether two parties do it to each other: "both withdrew their envoys", "both armies massed at the border"."""
        if pattern.predicate == "mobilized_against":
            return any(lemma_of(o) in self._words["sharedLine"] for o in match.objects)
        if pattern.predicate != "recalled":
            return False
        span = self._resolver.reading.spans[match.literal.i] if match.literal is not None else None
        return span is not None and span.determiner == "their" and span.entity is None

    def _owning(self, pattern: Pattern, match: Match, subjects: list[Reference]) -> list[Reference]:
        """Give those of several whose own it is that they end: "Peru and Chad agreed to lift a Chadian blockade".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru and Chad promised to lift the Chadian embargo against Mali."
        >>> [[s.name for s in e.subjects] for e in Extractor().extract(Article("a", text)).events]
        [['Chad']]
        """
        if match.literal is None or len(subjects) < 2 or pattern.predicate not in self._like["byItsOwner"]:
            return subjects
        owners = {r.entity for r in self._resolver.owners(match.literal, frozenset({match.literal.i}))}
        return [r for r in subjects if r.entity in owners] or subjects

    def _of_another(self, pattern: Pattern, match: Match, subjects: list[Reference], objects: list[Reference]) -> bool:
        """Whether what would be lifted or ended is a third state's own: "fights to end the Israeli occupation".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "The mediators are from Peru. Peru hopes to complete the Syrian withdrawal from Lebanon."
        >>> [e.subjects[0].name for e in Extractor().extract(Article("a", text)).events]
        ['Syria']
        """
        if match.literal is None or pattern.predicate not in self._like["byItsOwner"]:
            return False
        if pattern.predicate != "withdrew_from" and lemma_of(match.literal) not in self._words["hold"]:
            return False
        whose = self._resolver.owners(match.literal, frozenset({match.literal.i}))
        owners = [r.entity for r in whose if pattern.predicate != "withdrew_from" or r.token < match.literal.i]
        others = objects if pattern.predicate == "conceded_to" else []  # "the Iraqi embargo" is one on Iraq
        known = sides(subjects, others)
        return any(e.kind == "state" for e in owners) and not known & set(owners)

    def _governs(self, i: int) -> bool:
        """Whether a mention is of a government, to which ministers return without going anywhere."""
        span = self._resolver.reading.spans[i]
        return span is not None and span.sort == "organ" and bool(set(span.role.split()) & self._words["government"])


def _set_off(verb: Token, token: Token) -> bool:
    """Whether a participle right behind a comma tells of the last of those before it."""
    behind = verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and verb.i and verb.nbor(-1).text == ","
    return bool(behind) and token.i < verb.i and token.dep_ == "pobj"


def is_mutual(token: Token) -> bool:
    """Whether a phrase says that it is mutual: "each other", "one another", "each side accused the other"."""
    if token.lower_ in ("side", "party"):  # "both accused the other side"
        return {"the", "other"} <= {c.lower_ for c in token.children}
    return token.lower_ in ("other", "another") and any(c.lower_ in ("each", "one", "the") for c in token.children)
