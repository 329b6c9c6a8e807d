"""Reads warnings and threats out of a told clause: "any attack will be met with force", "would fight if Chad came"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames import Frame, lemma_of
from kg.extract.grammar import CONDITIONAL_MODALS
from kg.extract.lexis import words_of
from kg.extract.patterns import Pattern, unworded
from kg.extract.stances.told import (
    Told,
    condition,
    has_modal,
    is_negated,
    on_own_side,
    other_party,
    phrases_of,
)
from kg.extract.syntax import child, grammatical_subject, is_passive, prepositions

WARNED = unworded("warned", "what another's act will bring")
THREATENED = unworded("threatened", "what one's own side will do to another")
_FIRM = CONDITIONAL_MODALS - {"may", "might"}
_IN_CASE = frozenset({"to", "against", "for", "if", "after", "over", "on", "at", "upon"})


def threats(told: Told, resolver: Resolver) -> Iterator[Frame]:
    """Give whom a told clause warns or threatens.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said an attack by Chile would lead to war. Cuba vowed to fight if Chad invaded."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in found if e.status == "actual"]
    [('Cuba', 'threatened', 'Chad'), ('Peru', 'warned', 'Chile')]
    """
    found = (
        _what_it_brings(told, resolver)
        or _how_it_is_seen(told, resolver)
        or _what_we_do(told, resolver)
        or _what_befalls(told, resolver)
    )
    if found is not None:
        warns = lemma_of(told.verb) in words_of(told.verb)["warning"] - words_of(told.verb)["threat"]
        yield Frame(WARNED if warns else found[0], told.verb.i, told.verb.i, told.speakers, found[1])


_Found = tuple[Pattern, list[Reference]] | None


def _what_it_brings(told: Told, resolver: Resolver) -> _Found:
    """Read "any attack by Chad would be met with force", "Chad's move will have grave consequences"."""
    clause, words = told.clause, words_of(told.clause)
    act = child(clause, "nsubj", "nsubjpass", "csubj")
    warns = lemma_of(told.verb) in words["warning"]
    if is_negated(clause) or not has_modal(clause, CONDITIONAL_MODALS):
        return None
    dire = _dire(clause)
    if child(clause, "expl") is not None:
        case = condition(clause) if dire else None
        others = other_party(child(case, "nsubj"), told, resolver) if case is not None else []
        return (WARNED, others) if others else None
    if act is None or act.pos_ == "PRON":
        return None
    harming = lemma_of(clause) in words["doingHarm"]
    if lemma_of(act) not in words["hostileAct"] and not ((warns or harming) and act.pos_ == "NOUN"):
        return None
    answered = is_passive(clause) and lemma_of(clause) in words["repelling"] and dire
    if not (answered or harming or (lemma_of(clause) in words["leadingTo"] and dire)):
        return None
    others = other_party(act, told, resolver)
    if not others and harming:
        harmed = [c for c in clause.children if c.dep_ == "dobj" and lemma_of(c) in words["bond"]]
        others = [r for c in harmed for r in other_party(c, told, resolver)]
    return (WARNED, others) if others else None


def _dire(clause: Token) -> bool:
    """Whether a clause names something dire: "consequences", "with force", "in coffins"."""
    dire = words_of(clause)["dire"]
    things = [c for c in clause.children if c.dep_ in ("dobj", "attr", "oprd", "xcomp", "acomp", "advmod")]
    things += [o for _, o in prepositions(clause)]
    return any(
        lemma_of(x) in dire
        for thing in things
        for x in (thing, *(c for c in thing.children if c.dep_ == "conj"), *(o for _, o in prepositions(thing)))
    )


def _how_it_is_seen(told: Told, resolver: Resolver) -> _Found:
    """Read "would regard an attack by Chad as an act of war", "would be seen as a declaration of war"."""
    clause, words = told.clause, words_of(told.clause)
    if lemma_of(clause) not in words["repelling"] or not has_modal(clause, CONDITIONAL_MODALS) or is_negated(clause):
        return None
    act = child(clause, "nsubjpass") if is_passive(clause) else child(clause, "dobj")
    as_war = any(
        p.lower_ == "as" and (lemma_of(o) in words["warlike"] or o.lower_ in words["warlike"])
        for node in (clause, *((act,) if act is not None else ()))
        for p, o in prepositions(node)
    )
    others = other_party(act, told, resolver) if as_war else []
    return (WARNED, others) if others else None


def _what_we_do(told: Told, resolver: Resolver) -> _Found:
    """Read "would respond to any attack by Chad", "will go to war if Chad wins", "is ready to strike if"."""
    clause, words = told.clause, words_of(told.clause)
    ready = next((c for c in clause.children if c.dep_ in ("acomp", "xcomp") and c.lower_ in words["poised"]), None)
    act = child(ready, "xcomp") if ready is not None else clause
    if act is None:
        return None
    waits = bool(phrases_of(clause) & words["standingIdle"])
    if waits != is_negated(clause):
        return None
    act = child(act, "xcomp") or act if waits else act
    announced = ready is not None or clause.dep_ == "xcomp" or has_modal(clause, _FIRM)
    if not announced or not (phrases_of(act) & words["countering"] or (waits and act is clause)):
        return None
    if not on_own_side(grammatical_subject(clause) if clause.dep_ != "xcomp" else None, told, resolver):
        return None
    case = condition(act) or condition(clause) or (condition(told.verb) if clause.dep_ == "xcomp" else None)
    if case is not None:
        others = other_party(child(case, "nsubj", "nsubjpass"), told, resolver)
        if not others and is_passive(case):
            others = [r for p, o in prepositions(case) if p.lower_ == "by" for r in other_party(o, told, resolver)]
        others = others or told.hearers
        return (THREATENED, others) if others else None
    for node in (act, *(c for c in act.children if c.dep_ in ("dobj", "xcomp", "advcl"))):
        for p, o in prepositions(node):
            if p.lower_ not in _IN_CASE and o.lower_ not in words["eventOf"]:
                continue
            for noun in (o, *(x for _, x in prepositions(o))):
                against = p.lower_ == "against" and noun is o
                hostile = against or lemma_of(noun) in words["hostileAct"] - words["bidTold"]
                if hostile and (others := other_party(noun, told, resolver)):
                    return THREATENED, others
    if told.hearers and lemma_of(told.verb) != "vow":
        return THREATENED, told.hearers
    return None


def _what_befalls(told: Told, resolver: Resolver) -> _Found:
    """Read "Chad will pay dearly", "Chad can expect a strong reaction", "Chad will be punished"."""
    clause, words = told.clause, words_of(told.clause)
    subject = child(clause, "nsubj", "nsubjpass")
    if subject is None or is_negated(clause):
        return None
    ahead = clause.tag_ == "VBG" or has_modal(clause, CONDITIONAL_MODALS)
    if ahead and phrases_of(clause) & words["erring"]:
        others = [r for r in other_party(subject, told, resolver) if not r.owned]
        return (WARNED, others) if others else None
    if not has_modal(clause, CONDITIONAL_MODALS | {"can"}):
        return None
    if is_passive(clause):
        held = lemma_of(clause) == "hold" and any(lemma_of(c) in words["answerable"] for c in clause.children)
        sure = has_modal(clause, frozenset({"will", "shall", "'ll"})) or condition(clause) is not None
        if not (held or (sure and lemma_of(clause) in words["smiting"])):
            return None
        if lemma_of(subject) in words["exposed"]:
            others = other_party(subject, told, resolver)
            return (THREATENED, others) if others else None
    else:
        bad = any(lemma_of(c) in words["sufferedHarm"] for c in clause.children if c.dep_ == "dobj")
        dearly = any(c.lower_ in words["dearly"] for c in clause.children if c.dep_ in ("advmod", "acomp", "dobj"))
        if not (lemma_of(clause) in words["undergoing"] and (bad or (lemma_of(clause) == "pay" and dearly))):
            return None
    others = [r for r in other_party(subject, told, resolver) if not r.owned]
    return (THREATENED, others) if others else None
