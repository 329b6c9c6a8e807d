"""Finds whom a call for an end to fighting is for: those between whom it is, or who were told to fight each other."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, is_of, side_of, sides
from kg.extract.entities import Entity
from kg.extract.frames import lemma_of
from kg.extract.frames.words import is_truce
from kg.extract.lexis import words_of
from kg.extract.syntax import prepositions

_AMONG = frozenset({"between", "among"})
_WHERE = frozenset({"in", "on", "at", "along", "near", "around"})
_WITHIN = 6
"""Sentences in which those who fight are still the ones meant."""
_PARTIES = frozenset({"state", "group"})


def those_who_fight(wanted: Token, speakers: Sequence[Reference], resolver: Resolver) -> list[Reference]:
    """Give whom it is asked of that they stop: "called for an end to the war between Chad and Mali", "for a truce".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Fighting between Chad and Mali went on. The EU called for a ceasefire. Peru called for elections."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [[a.name for a in e.objects] for e in found if e.predicate == "urged"]
    [['Chad', 'Mali']]
    """
    fight = _fight(wanted)
    if fight is None:
        return _where_unrest_is(wanted, speakers, resolver)
    between = [o for t in dict.fromkeys((wanted, fight)) for p, o in prepositions(t) if p.lower_ in _AMONG]
    named = [r for o in between for r in resolver.actors(o)]
    if not between:
        hosts = (wanted.head, wanted, fight)
        where = [o for t in hosts for p, o in prepositions(t) if p.lower_ in _WHERE and p.i > wanted.i]
        lands = {r.entity for o in where for r in resolver.actors(o)}
        named = _who_fought(wanted, lands, resolver)
    own = sides(speakers)
    parties = [r for r in named if not is_of(r.entity, own) and r.entity.kind != "place"]
    return parties if len(named) == 2 else _where_unrest_is(wanted, speakers, resolver)


def those_at_odds(wanted: Token, speakers: Sequence[Reference], resolver: Resolver) -> list[Reference]:
    """Give the two who were told to fight, to whom calm is urged without a name: "Kenya called for restraint".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad shelled a town in Mali. Kenya appealed for restraint."
    >>> [[a.name for a in e.objects] for e in Extractor().extract(Article("a", text)).events if e.predicate == "urged"]
    [['Chad', 'Mali']]
    """
    if lemma_of(wanted) not in words_of(wanted)["quieting"]:
        return []
    named = _who_fought(wanted, set(), resolver)
    own = sides(speakers)
    parties = [r for r in named if not is_of(r.entity, own)]
    return parties if len(named) == 2 else []


def _where_unrest_is(wanted: Token, speakers: Sequence[Reference], resolver: Resolver) -> list[Reference]:
    """Give the one state that the text is of, where the unrest there is to end: "called for an end to the unrest".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Rioters burned shops in Chad. Chad's army was called out. Peru called for an end to the unrest."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('urged', 'Chad')]
    """
    inner = _stopped(wanted, words_of(wanted)["unrest"])
    land = resolver.topic
    if inner is None or land is None or len(resolver.topics) > 1 or not resolver.definite(inner):
        return []
    if any(o.pos_ == "PROPN" for t in (wanted.head, inner) for _, o in prepositions(t)):
        return []
    return [] if is_of(land, sides(speakers)) else [Reference(land, "where the unrest is", wanted.i, weak=True)]


def _stopped(wanted: Token, kind: frozenset[str]) -> Token | None:
    """Give what of a kind is to stop: "the fighting" in "an end to the fighting"."""
    if lemma_of(wanted) not in words_of(wanted)["stoppage"]:
        return None
    behind = (pair for t in (wanted, wanted.head) for pair in prepositions(t))
    inner = (o for p, o in behind if p.lower_ in ("to", "of", "in") and (p.head == wanted or p.i == wanted.i + 1))
    return next((o for o in inner if lemma_of(o) in kind), None)


def _fight(wanted: Token) -> Token | None:
    """Give what is to stop, or the truce that is to be: "an end to the fighting", "a ceasefire"."""
    words = words_of(wanted)
    if lemma_of(wanted) in words["truce"] or is_truce(wanted, lemma_of(wanted)):
        return wanted
    return _stopped(wanted, words["strife"])


def _who_fought(wanted: Token, lands: set[Entity], resolver: Resolver) -> list[Reference]:
    """Give the two who were told last to fight, if what the call is about is not in the land of others."""
    for deed in resolver.deeds_before(wanted.i, _WITHIN):
        if deed.predicate != "attacked":
            continue
        parties = list(dict.fromkeys(map(side_of, deed.parties)))
        at_home = {e.represents or e.ground for e in parties if e.kind == "group"}
        if len(parties) != 2 or any(e.kind not in _PARTIES for e in parties):
            return []
        if lands and not lands & {*parties, *at_home}:
            return []
        return [Reference(e, "who was told to fight", wanted.i, weak=True) for e in parties]
    return []
