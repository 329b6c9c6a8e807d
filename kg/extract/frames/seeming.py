"""Says of verbs that fit a wording whether they only seem to tell its act: sent home, told to others, flown."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.frames.records import Frame, Match
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import words_of
from kg.extract.patterns import Pattern
from kg.extract.syntax import child, is_verbal


def is_told_to(verb: Token) -> bool:
    """Whether somebody else makes them do it: "was ordered to leave", "gave them until Friday to begin leaving"."""
    given = verb.head if verb.dep_ == "xcomp" and verb.tag_ == "VBG" else verb
    if "give" in (lemma_of(given.head), lemma_of(given.head.head)) and given.dep_ in ("advcl", "relcl", "xcomp", "acl"):
        return True
    return verb.dep_ in ("xcomp", "ccomp") and lemma_of(verb.head) in words_of(verb)["objectControl"]


def spoke_of(verb: Token) -> bool:
    """Whether it is only told what they said: "both ministers spoke of a new era"."""
    return verb.lemma_ == "speak" and any(p.lower_ == "of" for p in verb.children if p.dep_ == "prep")


def told_to_others(verb: Token, pattern: Pattern, match: Match) -> bool:
    """Whether a warning is for somebody else than its clause is about: "warned opponents that Chad would fall".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Sarr warned protesters that Chad would fall. Sarr warned that Chad would fall."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('warned', 'Chad')]
    """
    if not pattern.elements or pattern.elements[-1].sort != "that":
        return False
    asked = {t.i for t in match.objects}
    return any(
        c.dep_ in ("dobj", "dative") and c.pos_ == "NOUN" and c.tag_ == "NNS" and c.i not in asked
        for c in verb.children
    )


def is_home(frame: Frame) -> bool:
    """Whether all that it is done to is the doers' own state."""
    own = {r.entity.state() for r in frame.subjects}
    return all(r.entity in own for r in frame.objects)


def is_measure(token: Token) -> bool:
    """Whether measures do it, which hit nobody with arms."""
    return lemma_of(token) in words_of(token)["measure"] | words_of(token)["sanction"]


def also_asked(asked: list[Token]) -> list[Token]:
    """Give those who are asked in a clause joined to that of the first: "demanded that Chad go and that Mali sign"."""
    clauses = [t.head for t in asked if t.dep_ in ("nsubj", "nsubjpass") and is_verbal(t.head)]
    joined = (c for clause in clauses for c in clause.children if c.dep_ == "conj" and is_verbal(c))
    marked = (c for c in joined if any(m.dep_ == "mark" and m.lower_ in ("for", "that") for m in c.children))
    return [s for c in marked if (s := child(c, "nsubj", "nsubjpass")) is not None]
