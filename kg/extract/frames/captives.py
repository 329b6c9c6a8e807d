"""Finds whom somebody frees where the sentence does not name them, and who is to free whom others want freed."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.entities import Entity
from kg.extract.frames.custody import holders_of
from kg.extract.frames.gap import Gap
from kg.extract.frames.parties import apart, freed
from kg.extract.frames.records import Frame, Match
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import occurrences, words_of
from kg.extract.patterns import Pattern, unworded
from kg.extract.syntax import child, is_passive, prepositions, those_named

_HELD = unworded("detained", "somebody among the hostages whom others were told to hold")
_TOLD_WITHIN = 8
"""Sentences back to who was told to hold the hostages."""


def whom_it_held(gap: Gap) -> list[Reference] | None:
    """Read "freed them", "let the men go" as those whom the same was told to hold.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Iran seized 15 British sailors. Tehran freed them on Friday."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('detained', 'United Kingdom'), ('released', 'United Kingdom')]
    """
    resolver, doers = gap.resolver, {r.entity for r in gap.subjects}
    things = gap.match.objects or ([gap.match.literal] if gap.match.literal is not None else [])
    known = any(
        t.pos_ == "PRON" or (lemma_of(t) in resolver.words["whoIsHeld"] and resolver.definite(t)) for t in things
    )
    if not known:
        return None
    for deed in resolver.deeds_before(gap.verb.i):
        if deed.predicate in ("detained", "seized") and doers & set(deed.doers):
            return [Reference(e, "whom it was told to hold", gap.verb.i, weak=True) for e in deed.targets]
    return None


def whom_to_free(pattern: Pattern, match: Match, objects: list[Reference]) -> bool:
    """Whether a demand names only who is to be freed: "demanded the release of Rao" is a demand of who holds Rao."""
    noun = match.literal
    if noun is None or pattern.predicate not in ("demanded_of", "urged"):
        return False
    words = words_of(noun)
    freed = freed_ones(noun) if lemma_of(noun) in words["freeing"] else []
    people = words["captive"] | words["troop"] | words["compatriot"] | words["civilCraft"]
    if any(r.entity.kind != "person" for r in objects):  # "the release of the Chadian sailors"
        return bool(freed) and all(o.pos_ == "NOUN" and {lemma_of(o), o.lower_} & people for o in freed)
    return bool(freed)


def captors_of(match: Match, captives: list[Reference], verb: Token, resolver: Resolver) -> list[Reference]:
    """Give who holds those whom others want freed, as was told or as is told of them in passing.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru called for the release of Moses Rao, who has been held by Chad since May."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][:1]
    [('urged', 'Chad')]
    """
    told, noun = keepers([r.entity for r in captives], verb, resolver), match.literal
    return told or [r for o in (freed_ones(noun) if noun is not None else ()) for r in holders_of(o, resolver)]


def freed_ones(noun: Token) -> list[Token]:
    """Give whose freedom it is: "the release of Rao", "his release"."""
    whose = child(noun, "poss")
    return [o for p, o in prepositions(noun) if p.lower_ == "of"] or ([whose] if whose is not None else [])


def keepers(captives: Sequence[Entity], verb: Token, resolver: Resolver) -> list[Reference]:
    """Give who was told to hold some, of whom others want something: of a force its state, not the force itself."""
    told = resolver.captors(captives, verb)
    return [r if r.entity.kind == "group" else r.as_state() for r in told]


def who_let_them_go(verb: Token, thing: Token | None, resolver: Resolver) -> list[Reference]:
    """Give who took those whom he was just told to free: "freed two engineers. They had been kidnapped in April".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Hamas freed two Peruvian engineers. They had been kidnapped in April."
    >>> [(e.predicate, e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('released', 'Hamas', 'Peru'), ('detained', 'Hamas', 'Peru')]
    """
    if thing is None or not (thing.pos_ == "PRON" or _taken_up(thing, resolver)) or thing.lower_ in ("who", "which"):
        return []
    for deed in resolver.deeds_before(verb.i, 1):
        if (
            deed.predicate == "released"
            and resolver.reading.sentence_of[deed.at] < resolver.reading.sentence_of[verb.i]
        ):
            return [Reference(e, "who let them go", verb.i, weak=True) for e in deed.doers]
    return []


def whom_it_let_go(gap: Gap) -> list[Reference] | None:
    """Read "they had been kidnapped", "after holding them" as those whom the same was just told to free."""
    if not is_passive(gap.verb) and not any(o.pos_ == "PRON" for o in gap.match.objects):
        return None
    doers = {r.entity for r in gap.subjects}
    for deed in gap.resolver.deeds_before(gap.verb.i, 1):
        if deed.predicate == "released" and doers & set(deed.doers):
            return [Reference(e, "whom it was told to free", gap.verb.i, weak=True) for e in deed.targets]
    return None


def _taken_up(thing: Token, resolver: Resolver) -> bool:
    known = resolver.words["whoIsHeld"] | resolver.words["civilCraft"]
    return lemma_of(thing) in known and resolver.definite(thing)


def hostages_named(doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give who is told to be among the hostages whom somebody was told to hold.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Hamas took two Danes hostage. Among the hostages are the ambassadors of Peru and Chile."
    >>> [(e.predicate, [o.name for o in e.objects]) for e in Extractor().extract(Article("a", text)).events]
    [('detained', ['Denmark']), ('detained', ['Peru', 'Chile'])]
    """
    out: list[Frame] = []
    for hostages in occurrences(doc, ("hostage", "captive")):
        those = those_named(hostages)
        if those is None or child(hostages, "acl", "relcl") is not None:
            continue
        told = resolver.deeds_before(hostages.i, _TOLD_WITHIN)
        held = next((d for d in told if d.predicate in resolver.predicates["keepingCaptive"]), None)
        holders = [Reference(e, "who was told to hold them", hostages.i, weak=True) for e in held.doers] if held else []
        named = apart([freed(r) for r in resolver.actors(those)], holders)
        if holders and named:
            out.append(Frame(_HELD, hostages.i, hostages.i, holders, named))
    return out
