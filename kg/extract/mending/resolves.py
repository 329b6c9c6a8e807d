"""Hangs an infinitive on what somebody means, asks or agrees to do, where the parser hung it on the verb."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import child, is_verbal, prepositions, rings


def mend_resolve(clause: Token) -> None:
    """Hang an infinitive on what somebody means to do, not on the verb: "condemned the plan of Peru to invade Chad".

    So also behind a day, or behind with whom an accord is made: "made a plea yesterday to free him", "signed a pact
    with Peru to send troops".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germans criticised the plan of Peru to invade Chad.")
    >>> mend_parse(doc)
    >>> doc[7].dep_, doc[7].head.text
    ('acl', 'plan')
    >>> doc = load_pipeline()("Germans repeated their threat yesterday to invade Chad.")
    >>> mend_parse(doc)
    >>> doc[6].dep_, doc[6].head.text
    ('acl', 'threat')
    """
    verb = clause.head
    if clause.dep_ not in ("advcl", "xcomp") or not is_verbal(verb) or clause.left_edge.tag_ != "TO":
        return
    resolve = child(verb, "dobj") or child(verb, "nsubjpass")
    if resolve is None or resolve.i > clause.i or rings(verb):
        return
    between = clause.doc[resolve.i : clause.left_edge.i]
    if any(t.tag_ in ("VB", "VBZ") or (t.tag_ == "VBD" and t.dep_ != "auxpass") for t in between):
        return
    whose = resolve.dep_ == "dobj" and (_is_owned(resolve, between.end) or _is_laid_on(resolve, between.end))
    if whose or _is_parted(resolve, between.end):
        clause.head, clause.dep_ = resolve, "acl"


def _is_owned(resolve: Token, end: int) -> bool:
    """Whether somebody's plan is told: "the plan of Peru"."""
    known = resolve.lemma_ in words_of(resolve)["resolve"]
    return known and any(c.lower_ in ("of", "by") and c.i < end for c in resolve.children)


def _is_laid_on(pressure: Token, end: int) -> bool:
    """Whether it is told on whom pressure is put, who is to do what follows: "put pressure on Chad to leave".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Hungary put pressure on Romania to withdraw from Iran.")
    >>> mend_parse(doc)
    >>> doc[6].dep_, doc[6].head.text
    ('acl', 'pressure')
    """
    laid = pressure.lemma_ in words_of(pressure)["laidOn"]
    hosts = (pressure, pressure.head)
    return laid and any(p.lower_ in ("on", "upon", "to") and o.i < end for h in hosts for p, o in prepositions(h))


def _is_parted(resolve: Token, end: int) -> bool:
    """Whether a day, or with whom an accord is made, stands between a noun and its infinitive."""
    words = words_of(resolve)
    agreed = words["deal"] | words["treaty"]
    said = words["resolve"] | words["possibilityNoun"] | words["planNoun"] | words["refusalNoun"]
    lemma, between = resolve.lemma_, resolve.doc[resolve.i + 1 : end]
    if lemma == "call" and resolve.head.lemma_ in ("have", "hold"):
        return False  # "held a call yesterday to discuss trade"
    if lemma in agreed and any(t.lower_ == "with" for t in between):
        return True
    return lemma in said | agreed and any(t.lower_ == "yesterday" for t in between)
