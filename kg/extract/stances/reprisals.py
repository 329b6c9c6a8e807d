"""Reads what a side threatens to do itself: "would respond to any attack by Chad", "will go to war if Chad wins"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames import lemma_of
from kg.extract.grammar import CONDITIONAL_MODALS
from kg.extract.lexis import words_of
from kg.extract.patterns import Pattern, unworded
from kg.extract.stances.told import (
    Told,
    condition,
    has_modal,
    is_dire,
    is_negated,
    named_party,
    no_choice,
    on_own_side,
    other_party,
    phrases_of,
)
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import child, is_passive, is_verbal, prepositions

THREATENED = unworded("threatened", "what one's own side will do to another")
_FIRM = CONDITIONAL_MODALS - {"may", "might"}
_IN_CASE = frozenset({"to", "against", "for", "if", "after", "over", "on", "at", "upon"})


def reprisal(told: Told, resolver: Resolver) -> tuple[Pattern, list[Reference]] | None:
    """Give whom a told clause threatens with an act of the speaker's own side.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said it would close the border if Chile attacked. Cuba said it had no choice but to fight Chad."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "threatened"]
    [('Peru', 'Chile'), ('Cuba', 'Chad')]
    """
    clause, words = told.clause, words_of(told.clause)
    act, announced = _act(clause)
    waits = bool(phrases_of(clause) & words["standingIdle"])
    if act is None or waits != is_negated(clause):
        return None
    act = child(act, "xcomp") or act if waits else act
    case = condition(act) or condition(clause) or _condition_beside(told)
    strikes = bool(phrases_of(act) & words["countering"]) or (waits and act is clause) or is_ruinous(act)
    warned = case is not None and lemma_of(told.verb) in words["warning"]
    provoked = case is not None and _is_hostile(case) and (warned or lemma_of(act) not in words["obliging"])
    announced = announced or (warned and has_modal(clause, CONDITIONAL_MODALS))  # "warned that it might fight if"
    open_choice = case is not None and _leaves_options(clause)
    if not open_choice and not (announced and (strikes or provoked)):
        return None
    own = grammatical_subject(clause) if clause.dep_ != "xcomp" else None
    if not open_choice and not on_own_side(own, told, resolver):
        return None
    if case is None and lemma_of(act) in words["mustering"]:
        return None  # that is what it does, not what it says
    others = _in_case(case, told, resolver) if case is not None else _aimed_at(act, told, resolver)
    if not others and strikes and lemma_of(told.verb) != "vow":
        others = told.hearers
    if not others and case is None and phrases_of(act) & words["strikingBack"]:
        others = who_struck_last(told, resolver)
    return (THREATENED, others) if others else None


def who_struck_last(told: Told, resolver: Resolver) -> list[Reference]:
    """Give who was just told to strike the speaker's side: "Chad raided a Peruvian fort. Peru vowed to respond"."""
    blows = resolver.predicates["hostile"] & resolver.predicates["undone"] | {"expelled", "detained"}
    for deed in resolver.deeds_before(told.verb.i, 2):
        if deed.predicate in blows and told.own & {*deed.targets, *(e.state() for e in deed.targets)}:
            found = [e for e in deed.doers if e not in told.own]
            return [Reference(e, "who just struck the side that answers", told.verb.i, weak=True) for e in found]
    return []


def is_ruinous(act: Token) -> bool:
    """Whether an act is to ruin its object: "will crush the rebels", "will turn the city into a sea of fire"."""
    words = words_of(act)
    return lemma_of(act) in words["smiting"] or (lemma_of(act) in words["turningInto"] and is_dire(act))


def _act(clause: Token) -> tuple[Token | None, bool]:
    """Give what a side is to do, and whether it is said firmly: "is ready to strike", "has no choice but to fight"."""
    words = words_of(clause)
    ready = next((c for c in clause.children if c.dep_ in ("acomp", "xcomp") and c.lower_ in words["poised"]), None)
    if ready is not None:
        return child(ready, "xcomp"), True
    choice = no_choice(clause)
    if choice is not None:
        infinitives = [t for t in clause.subtree if t.i > choice.i and t.tag_ == "VB" and is_verbal(t)]
        return (infinitives[0] if infinitives else None), True
    return clause, clause.dep_ == "xcomp" or has_modal(clause, _FIRM)


def _condition_beside(told: Told) -> Token | None:
    """Give a condition that the parser hung on the verb of saying: "vowed to fight if Chad came"."""
    case = condition(told.verb)
    return case if case is not None and case.i > told.clause.i else None


def _is_hostile(case: Token) -> bool:
    """Whether what a condition tells would be done against the speaker: "if Chad attacked", "unless it left"."""
    unless = any(m.lower_ == "unless" for m in case.children if m.dep_ == "mark")
    return unless or is_negated(case) or bool(phrases_of(case) & words_of(case)["provoking"])


def _leaves_options(clause: Token) -> bool:
    """Whether a clause leaves open what will be done: "all options are on the table"."""
    subject = child(clause, "nsubj")
    return subject is not None and lemma_of(subject) in words_of(clause)["openOption"] and lemma_of(clause) == "be"


def _in_case(case: Token, told: Told, resolver: Resolver) -> list[Reference]:
    """Give whose act would be answered: "if Chad attacked", "if shells were fired from Chad"."""
    others = other_party(child(case, "nsubj", "nsubjpass"), told, resolver)
    if others or not is_passive(case):
        return others or told.hearers
    return [
        r for p, o in prepositions(case) if p.lower_ in ("by", "from") for r in other_party(o, told, resolver)
    ] or told.hearers


def _aimed_at(act: Token, told: Told, resolver: Resolver) -> list[Reference]:
    """Give whom an act is to hit or to answer: "will crush the rebels", "would respond to an attack by Chad"."""
    words = words_of(act)
    target = child(act, "dobj")
    if target is not None and lemma_of(target) in words["hostileAct"] - words["bidTold"]:
        if lemma_of(act) in words["repelling"] | words["retorting"]:  # "will fight any invasion by Chad"
            return other_party(target, told, resolver)
    elif target is not None and is_ruinous(act):
        exposed = lemma_of(target) in words["exposed"]
        hit = named_party(target, told, resolver) or (other_party(target, told, resolver) if exposed else [])
        if hit:
            return hit
    for node in (act, *(c for c in act.children if c.dep_ in ("dobj", "xcomp", "advcl"))):
        for p, o in prepositions(node):
            if p.lower_ not in _IN_CASE and o.lower_ not in words["eventOf"]:
                continue
            for noun in (o, *(x for _, x in prepositions(o))):
                against = p.lower_ == "against" and noun is o
                exposed = p.lower_ == "at" and lemma_of(noun) in words["exposed"]
                hostile = against or exposed or lemma_of(noun) in words["hostileAct"] - words["bidTold"]
                if hostile and (others := other_party(noun, told, resolver)):
                    return others
    return []
