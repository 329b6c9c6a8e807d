"""Says whose a meeting is that names nobody: that of the two who speak after it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.words import lemma_of
from kg.extract.syntax import prepositions

_BESIDE = frozenset({"after", "during", "following", "in", "at", "before"})
_OF_SOMEBODY = frozenset({"of", "between", "among", "with", "involving"})


def held_by(noun: Token, predicate: str, doers: Sequence[Reference], resolver: Resolver) -> bool:
    """Whether the two who do what is told beside a meeting held it: "after talks in Rome, Rao and Sarr said".

    "The talks" of which two states speak may be those of others.
    """
    if predicate not in resolver.predicates["meeting"] or len(doers) != 2:
        return False
    kinds = {r.entity.kind for r in doers}
    if len(kinds) > 1 or of_one_state(doers):
        return False
    stage = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if stage.dep_ != "pobj" or stage.head.lower_ not in _BESIDE:
        return False
    owned = [c.lower_ for c in noun.children if c.dep_ in ("poss", "det", "nmod", "amod")]
    if any(c in resolver.words["openEnded"] for c in owned):
        return False
    theirs = "their" in owned
    if not theirs and ({"his", "her", "its"} & set(owned) or resolver.owners(noun, frozenset({noun.i}))):
        return False
    if not theirs and kinds != {"person"} and "the" in owned:
        return False
    beside = (pair for host in (noun, stage) for pair in prepositions(host) if pair[1].i != noun.i)
    return not any(p.lower_ in _OF_SOMEBODY and lemma_of(o) != lemma_of(stage) for p, o in beside)


def of_one_state(parties: Sequence[Reference]) -> bool:
    """Whether all are of one and the same state, as colleagues are."""
    states = {r.entity.state() for r in parties}
    return len(states) == 1 and None not in states


def is_part_of(one: Reference, other: Reference, noun: Token) -> bool:
    """Whether one of two bodies is the other's: "the General Assembly meeting of the United Nations"."""
    bodies = {one.entity.kind, other.entity.kind} == {"organisation"}
    before, behind = sorted((one.token, other.token))
    return bodies and before < noun.i < behind and noun.doc[behind].head.lower_ == "of"
