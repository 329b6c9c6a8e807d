"""Tells whether its subject leaves undone, lacks or overdoes what a clause says: "has done nothing to stop it"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.frames import lemma_of
from kg.extract.grammar import CONDITIONAL_MODALS
from kg.extract.lexis import words_of
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import prepositions

UNREAL = CONDITIONAL_MODALS | {"should", "must", "can", "ca", "wo"}
"""Modals of what is not, or not yet, so."""


def is_denied(clause: Token) -> bool:
    """Whether a clause is denied: "is not", "no longer is", "has never been"."""
    subject = grammatical_subject(clause)
    none = subject is not None and any(c.lower_ in ("neither", "no") for c in subject.children)
    return none or any(
        c.dep_ == "neg" or (c.lower_ == "longer" and any(n.lower_ == "no" for n in c.children)) for c in clause.children
    )


def left_undone(clause: Token) -> bool:
    """Whether it tells of a duty that was not done: "has failed to honour the accord", "has done nothing".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said Chile had yet to honour the accord. Mali said Chad had done little to stop the raids."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "accused"]
    [('Peru', 'Chile'), ('Mali', 'Chad')]
    """
    words = words_of(clause)
    lemma = lemma_of(clause)
    if any(c.dep_ == "aux" and c.lower_ in UNREAL for c in clause.children):
        return False
    if lemma == "do" and not is_denied(clause):
        return any(
            lemma_of(c) in words["scant"] or c.lower_ in words["scant"] for c in clause.children if c.i > clause.i
        )
    yet = lemma == "have" and any(c.lower_ == "yet" for c in clause.children)
    if yet or lemma in words["neglecting"]:
        duties = [c for c in clause.children if c.dep_ == "xcomp"]
    else:
        duties = [clause] if is_denied(clause) else []
    return any(_is_duty(verb) for verb in duties)


def lacks(clause: Token) -> bool:
    """Whether its subject has not what it should: "has no right", "lacks the will", "is not serious"."""
    words = words_of(clause)
    things = [c for c in clause.children if c.dep_ in ("dobj", "attr", "acomp")]
    things += [o for p, o in prepositions(clause) if p.lower_ in ("in", "with")]
    if is_denied(clause):
        return any({lemma_of(t)} & (words["dutifulState"] | words["virtue"]) for t in things)
    if lemma_of(clause) in words["lacking"]:
        return any(lemma_of(t) in words["virtue"] for t in things)
    return any(
        lemma_of(t) in words["virtue"] and any(c.lower_ in ("no", "little") for c in t.children if c.dep_ != "prep")
        for t in things
    )


def overdoes(clause: Token) -> bool:
    """Whether its subject is too much of something, or should have done otherwise: "was too slow", "should have asked".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said Chile was too quick to act. Mali said Chad should have waited."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "criticized"]
    [('Peru', 'Chile'), ('Mali', 'Chad')]
    """
    helpers = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    if helpers & {"should", "ought"}:
        return clause.tag_ == "VBN" and "have" in helpers
    if helpers & UNREAL or is_denied(clause):
        return False
    told = [c for c in clause.children if c.dep_ in ("acomp", "advmod", "attr", "dobj") and c.i > clause.i]
    return any(c.lower_ == "too" and c.i < t.i for t in told for c in t.children)


def is_untrusted(clause: Token) -> bool:
    """Whether its subject is said to deserve no trust: "cannot be trusted", "should not be allowed to dictate"."""
    helpers = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    never = is_denied(clause) and any(c.dep_ == "auxpass" for c in clause.children)
    return never and bool(helpers & {"can", "ca", "could"}) and lemma_of(clause) in words_of(clause)["trusting"]


def _is_duty(verb: Token) -> bool:
    """Whether it is a duty to do what a verb says, with what goes with it: "comply", "keep the promise"."""
    duties, lemma = words_of(verb)["dutiful"], lemma_of(verb)
    beside = [c for c in verb.children if c.dep_ in ("dobj", "prt", "advmod", "acomp")]
    beside += [o for p, o in prepositions(verb) if p.lower_ in ("on", "for", "out", "up", "to")]
    return lemma in duties or any(f"{lemma} {form}" in duties for c in beside for form in (lemma_of(c), c.lower_))
