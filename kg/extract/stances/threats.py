"""Reads warnings and threats out of a told clause: "any attack will be met with force", "would fight if Chad came"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames import Frame, lemma_of
from kg.extract.frames.deeds import doer_of_deed
from kg.extract.grammar import CONDITIONAL_MODALS
from kg.extract.lexis import words_of
from kg.extract.patterns import Pattern, unworded
from kg.extract.stances.reprisals import THREATENED, reprisal
from kg.extract.stances.told import (
    Told,
    condition,
    has_modal,
    is_dire,
    is_negated,
    other_party,
    phrases_of,
)
from kg.extract.syntax import child, is_passive, is_verbal, prepositions

WARNED = unworded("warned", "what another's act will bring")


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
        or reprisal(told, resolver)
        or _what_befalls(told, resolver)
        or _patience(told, resolver)
        or _last_chance(told, resolver)
        or _goes_on(told, resolver)
        or _not_without_answer(told, resolver)
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
    dire = is_dire(clause)
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
    if not others and dire and not harming:  # "the expulsions would have consequences for Chad"
        hosts = (clause, *(c for c in clause.children if c.dep_ == "dobj"))
        hit = [o for host in hosts for p, o in prepositions(host) if p.lower_ in ("for", "with", "against")]
        others = [r for o in hit for r in other_party(o, told, resolver)]
        others = others or doer_of_deed(act, told.verb, told.speakers, resolver, "warned")
    if not others and harming:
        harmed = [c for c in clause.children if c.dep_ == "dobj" and lemma_of(c) in words["bond"]]
        others = [r for c in harmed for r in other_party(c, told, resolver)]
    return (WARNED, others) if others else None


def _how_it_is_seen(told: Told, resolver: Resolver) -> _Found:
    """Read "would regard an attack by Chad as an act of war", "would be seen as a declaration of war"."""
    clause, words = told.clause, words_of(told.clause)
    if lemma_of(clause) not in words["repelling"] or not has_modal(clause, CONDITIONAL_MODALS) or is_negated(clause):
        return None
    act = child(clause, "nsubjpass") if is_passive(clause) else child(clause, "dobj")
    seen = [o for n in (clause, *((act,) if act is not None else ())) for p, o in prepositions(n) if p.lower_ == "as"]
    seen += [c for c in clause.children if c.dep_ in ("oprd", "attr") or (c.dep_ == "dobj" and c is not act)]
    seen += [c for c in clause.children if c.dep_ == "ccomp" and not is_verbal(c)]
    if not any(lemma_of(o) in words["warlike"] or o.lower_ in words["warlike"] for o in seen):
        return None
    others = other_party(act, told, resolver)
    case = condition(clause) if act is not None and act.lower_ in ("it", "this", "that") else None
    if not others and case is not None:  # "if Chad crossed the line, it would be seen as an act of war"
        others = other_party(child(case, "nsubj"), told, resolver)
    return (WARNED, others) if others else None


def _what_befalls(told: Told, resolver: Resolver) -> _Found:
    """Read "Chad will pay dearly", "Chad can expect a strong reaction", "Chad will be punished"."""
    clause, words = told.clause, words_of(told.clause)
    subject = child(clause, "nsubj", "nsubjpass")
    if subject is None and (doing := child(clause, "csubj", "csubjpass")) is not None:
        subject = child(doing, "nsubj")  # "any ship entering the zone would be sunk"
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
        in_past = told.verb.tag_ == "VBD" and lemma_of(subject) in words["exposed"]
        firm = {"will", "shall", "'ll"} | ({"would"} if in_past else set())
        sure = has_modal(clause, frozenset(firm)) or condition(clause) is not None
        if not (held or (sure and lemma_of(clause) in words["smiting"])):
            return None
        if lemma_of(subject) in words["exposed"]:
            others = other_party(subject, told, resolver)
            return (THREATENED, others) if others else None
    elif _takes_blame(clause):
        others = [r for r in other_party(subject, told, resolver) if not r.owned]
        return (WARNED, others) if others else None
    elif not _suffers(clause):
        return None
    others = [r for r in other_party(subject, told, resolver) if not r.owned]
    return (THREATENED, others) if others else None


def _suffers(clause: Token) -> bool:
    """Whether who acts in a clause comes to harm: "will pay a heavy price", "can expect a reaction", "will rue it"."""
    words = words_of(clause)
    rues = (clause, *(c for c in clause.children if c.dep_ in ("xcomp", "advcl")))
    if any(lemma_of(v) in words["rueing"] for v in rues):
        return True
    things = [c for c in clause.children if c.dep_ == "dobj"]
    bad = any(lemma_of(c) in words["sufferedHarm"] for c in things)
    steep = any(lemma_of(c) == "price" and words["steep"] & {lemma_of(a) for a in c.children} for c in things)
    dearly = any(c.lower_ in words["dearly"] for c in clause.children if c.dep_ in ("advmod", "acomp", "dobj"))
    return lemma_of(clause) in words["undergoing"] and (bad or steep or (lemma_of(clause) == "pay" and dearly))


def _takes_blame(clause: Token) -> bool:
    """Whether who acts in a clause will have to answer for it: "would bear full responsibility for the war"."""
    words = words_of(clause)
    guilt = any(lemma_of(c) in words["guilt"] for c in clause.children if c.dep_ == "dobj")
    return guilt and lemma_of(clause) in words["undergoing"]


def _goes_on(told: Told, resolver: Resolver) -> _Found:
    """Read "said the raids would go on until Chad stopped its fire", "the siege will last unless Chad yields"."""
    clause, words = told.clause, words_of(told.clause)
    act = child(clause, "nsubj")
    lasts = phrases_of(clause) & words["lasting"] and has_modal(clause, CONDITIONAL_MODALS) and not is_negated(clause)
    case = condition(clause, frozenset({"until", "unless", "till"})) if lasts else None
    if act is None or case is None or lemma_of(act) not in words["sanction"] | words["attack"]:
        return None
    others = other_party(child(case, "nsubj", "nsubjpass"), told, resolver)
    return (THREATENED, others) if others else None


def _patience(told: Told, resolver: Resolver) -> _Found:
    """Read "its patience with Chad was running out"."""
    clause, words = told.clause, words_of(told.clause)
    subject = child(clause, "nsubj", "nsubjpass")
    if subject is None or lemma_of(subject) not in words["patience"]:
        return None
    ends = {lemma_of(t) for t in (clause, *clause.children)} & words["wearingOut"]
    others = [
        r for p, o in prepositions(subject) if p.lower_ in ("with", "at", "for") for r in other_party(o, told, resolver)
    ]
    return (WARNED, others or told.hearers) if ends and (others or told.hearers) else None


def _last_chance(told: Told, resolver: Resolver) -> _Found:
    """Read "the talks are Chad's last chance", "it was the last warning to Chad", "Chad has one last chance".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mali said the talks were the last chance for Chad."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Mali', 'warned', 'Chad')]
    """
    clause, words = told.clause, words_of(told.clause)
    chance = child(clause, "attr", "dobj")
    last = chance is not None and any(c.lower_ in ("last", "final", "only") for c in chance.children)
    if chance is None or not last or lemma_of(chance) not in words["lastChance"] or is_negated(clause):
        return None
    owner = child(chance, "poss") or (child(clause, "nsubj") if lemma_of(clause) in ("have", "get") else None)
    if owner is not None and owner.pos_ == "PRON" and told.hearers:
        return WARNED, told.hearers  # "told Chad that it had one last chance"
    behind = [o for p, o in prepositions(chance) if p.lower_ in ("for", "to")]
    to_do = (c for host in (chance, clause) for c in host.children if c.dep_ in ("acl", "relcl", "advcl"))
    behind += [s for c in to_do if c.tag_ == "VB" and (s := child(c, "nsubj")) is not None]
    whom = [owner] if owner is not None else behind
    others = [r for t in whom for r in other_party(t, told, resolver)]
    return (WARNED, others) if others else None


def _not_without_answer(told: Told, resolver: Resolver) -> _Found:
    """Read "the raid will not go unanswered", "such crimes would not remain unpunished".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad shelled a town in Mali. Mali said the raid would not go unpunished."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in found][1:]
    [('Mali', 'threatened', 'Chad')]
    """
    clause, words = told.clause, words_of(told.clause)
    act = child(clause, "nsubj")
    left = any(
        c.lower_ in words["unanswered"] for c in clause.children if c.dep_ in ("acomp", "advmod", "oprd", "xcomp")
    )
    if act is None or not left or not is_negated(clause) or not has_modal(clause, CONDITIONAL_MODALS):
        return None
    others = other_party(act, told, resolver) or doer_of_deed(act, told.verb, told.speakers, resolver, "threatened")
    return (THREATENED, others) if others else None
