"""Reads refusals out of what is said not to be done or not to be good: "will never accept the plan"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames import Frame, lemma_of
from kg.extract.frames.answers import proposer
from kg.extract.lexis import words_of
from kg.extract.patterns import unworded
from kg.extract.stances.told import Told, is_negated, on_own_side, other_party, phrases_of
from kg.extract.subjects import doer, grammatical_subject
from kg.extract.syntax import agent, child, is_passive, is_verbal, prepositions

REJECTED = unworded("rejected", "what is said not to be granted to another")
_WILL = frozenset({"will", "would", "wo", "can", "could", "ca", "shall", "does", "do", "should"})


def refusals(told: Told, resolver: Resolver) -> Iterator[Frame]:
    """Give whose proposal, or whom, a told clause turns down.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said the demand of Chile was out of the question. Chad said it would never bow to Mali."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "rejected"]
    [('Chad', 'Mali'), ('Peru', 'Chile')]
    """
    others = _not_wanted(told, resolver) or _no_question(told, resolver) or _never_gets(told, resolver)
    withheld = _withheld(told.clause) if not others else None
    if withheld is not None and on_own_side(grammatical_subject(told.clause), told, resolver):
        others = _bidder(withheld, told, resolver)
    if others:
        yield Frame(REJECTED, told.verb.i, told.verb.i, told.speakers, others)


def plain_refusals(resolver: Resolver) -> Iterator[Frame]:
    """Give the refusals that stand in the news's own voice: "Chad does not accept the ruling of the court"."""
    for verb in resolver.reading.doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("ROOT", "conj", "relcl"):
            continue
        withheld = _withheld(verb)
        if withheld is None:
            continue
        subject = doer(verb)
        speakers = resolver.actors(subject) if subject is not None else []
        if not speakers or len(speakers) > 2 or any(r.owned or r.entity.kind == "place" for r in speakers):
            continue
        others = _bidder(withheld, Told(verb, verb, speakers), resolver)
        if others:
            at = child(verb, "neg") or verb
            yield Frame(REJECTED, at.i, at.i, speakers, others)


def _withheld(verb: Token) -> Token | None:
    """Give the act that somebody says he will not do: "will not accept", "is not ready to talk", "has no plan to"."""
    words = words_of(verb)
    helped = any(c.lower_ in _WILL for c in verb.children if c.dep_ == "aux")
    helped = helped or any(c.lower_ == "never" for c in verb.children)
    none = any(c.dep_ == "dobj" and any(d.lower_ == "no" for d in c.children) for c in verb.children)
    act: Token | None = verb if helped and (is_negated(verb) or none) and not is_passive(verb) else None
    for state in (c for c in verb.children if c.dep_ in ("acomp", "attr", "dobj", "oprd")):
        loath = lemma_of(state) in words["unwilling"]
        willing = lemma_of(state) in words["minded"] and is_negated(verb)
        idle = lemma_of(state) in words["intention"] and (
            is_negated(verb) or any(d.lower_ == "no" for d in state.children)
        )
        if loath or willing or idle:
            inner = (
                *state.children,
                *(o for p, o in prepositions(state)),
                *(v for p in state.children for v in p.children),
            )
            act = next((v for v in inner if v.tag_ in ("VB", "VBG") and is_verbal(v)), act)
    return act if act is not None and phrases_of(act) & words["yielding"] else None


def _bidder(verb: Token, told: Told, resolver: Resolver) -> list[Reference]:
    """Give who would have it granted: whose the bid is, to whom one would yield, who would be allowed."""
    words = words_of(verb)
    halfway = bool(phrases_of(verb) & words["meetingHalfway"])
    things = [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i]
    things += [s for c in verb.children if c.dep_ in ("ccomp", "xcomp") and (s := child(c, "nsubj", "nsubjpass"))]
    things += [
        o for p, o in prepositions(verb) if p.lower_ in ("to", "with", "by", "from", "before", "under", "in", "of")
    ]
    sought = (c for t in things for c in t.children if c.dep_ == "acl" and lemma_of(c) in words["wanting"])
    for by in (agent(c) for c in sought):  # "will not hand over the men sought by Chad"
        if by is not None and (others := other_party(by, told, resolver)):
            return others
    for thing in things:
        bid = lemma_of(thing) in words["bidTold"] | words["hostileAct"]
        if halfway or bid:
            there = [o for p, o in prepositions(thing) if p.lower_ == "in"]
            there += [o for c in thing.children if c.dep_ == "acl" for p, o in prepositions(c) if p.lower_ == "in"]
            for noun in (thing, *there):
                others = [r for r in other_party(noun, told, resolver) if bid or not r.owned]
                if others:
                    return others
    return proposer(things, verb, told.speakers, resolver)


def _not_wanted(told: Told, resolver: Resolver) -> list[Reference]:
    """Read "Chad's plan is unacceptable", "the terms of Chad are out of the question", "makes no sense"."""
    clause, words = told.clause, words_of(told.clause)
    subject = child(clause, "nsubj", "csubj")
    if subject is None or lemma_of(subject) not in words["bidTold"]:
        return []
    told_of = [c for c in clause.children if c.dep_ in ("attr", "acomp", "dobj", "oprd")]
    told_of += [o for _, o in prepositions(clause)]
    told_of += [o for p, o in prepositions(clause) for _, o in prepositions(o)]
    lemmas = {lemma_of(t) for t in told_of}
    senseless = lemma_of(clause) in ("make", "have") and any(
        lemma_of(t) in words["senseOf"] and (d := child(t, "det")) is not None and d.lower_ == "no" for t in told_of
    )
    bad = lemma_of(clause) in words["seeming"] and lemmas & words["notWanted"]
    not_good = lemma_of(clause) == "be" and is_negated(clause) and lemmas & words["wanted"]
    if not (senseless or (bad and not is_negated(clause)) or not_good):
        return []
    return other_party(subject, told, resolver) or proposer([subject], told.verb, told.speakers, resolver)


def _no_question(told: Told, resolver: Resolver) -> list[Reference]:
    """Read "there is no question of talks with Chad"."""
    clause, words = told.clause, words_of(told.clause)
    if lemma_of(clause) not in ("be", "see") or (child(clause, "expl") is None and lemma_of(clause) == "be"):
        return []
    for c in clause.children:
        if c.dep_ in ("attr", "dobj") and lemma_of(c) in words["ruledOut"]:
            no = child(c, "det")
            if no is not None and no.lower_ == "no":
                meant = [o for p in c.children if p.dep_ == "prep" for v in p.children for o in (v, *v.children)]
                for o in meant:
                    for noun in (o, *(x for _, x in prepositions(o))):
                        if others := other_party(noun, told, resolver):
                            return others
    return []


def _never_gets(told: Told, resolver: Resolver) -> list[Reference]:
    """Read "Chad would never get the islands", "will never see it"."""
    clause, words = told.clause, words_of(told.clause)
    never = any(c.lower_ == "never" for c in clause.children)
    if not never or lemma_of(clause) not in words["getting"] or child(clause, "dobj") is None:
        return []
    subject = child(clause, "nsubj")
    others = other_party(subject, told, resolver)
    return [r for r in others if not r.owned]
