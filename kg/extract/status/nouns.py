"""Judges a noun by its own words: "no talks", "the planned visit", "a proposal to meet"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.status.verdict import Verdict
from kg.extract.syntax import prepositions


def judge_noun(noun: Token, verdict: Verdict) -> None:
    """Judge an event noun by its determiner, its adjectives and a "before" or "talks on" in front of it."""
    before, words = noun.head, words_of(noun)
    if any(
        c.dep_ in ("relcl", "acl") and any(a.lower_ in ("will", "shall") for a in c.children) and not _under_which(c)
        for c in noun.children
    ):
        verdict.say("planned", "will")
    if noun.dep_ == "pobj" and (before.lower_ == "before" or (before.lower_ == "of" and before.head.lower_ == "ahead")):
        verdict.say("planned", "before")
    if (
        noun.dep_ == "pobj"
        and before.lower_ in ("on", "about", "over", "towards", "toward", "for")
        and before.head.lemma_ in words["negotiation"]
        and any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)
    ):
        verdict.say("possible", before.head.lower_)
    if noun.dep_ == "pobj" and before.lower_ in ("for", "to") and before.head.lower_ in words["willing"]:
        verdict.say("possible", before.head.lower_)  # "is ready for talks"
    if noun.dep_ == "pobj" and before.lower_ in ("of", "about") and before.head.lemma_.casefold() in words["feared"]:
        verdict.say("possible", before.head.lower_)  # "fears of an attack", "the risk of war"
    if noun.dep_ == "pobj" and before.lower_ == "of" and _only_considered(before.head):
        verdict.say("possible", before.head.head.lemma_)
    if (
        noun.dep_ == "pobj"
        and before.lower_ == "of"
        and before.head.lemma_ in words["draft"]
        and any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)
    ):
        verdict.say("possible", before.head.lower_)
    if _is_scheduled(noun):
        verdict.say("planned", "scheduled")
    for c in noun.children:
        low = c.lemma_.casefold()
        if c.dep_ in ("det", "neg") and c.lower_ in ("no", "neither"):
            verdict.say("negated", c.lower_)
        elif c.dep_ in ("amod", "compound", "advmod"):
            if {low, c.lower_} & words["planAdjective"]:
                verdict.say("planned", c.lower_)
            elif c.lower_ in words["possibleAdjective"] or low in ("propose", "threaten"):
                verdict.say("possible", c.lower_)


def _is_scheduled(noun: Token) -> bool:
    """Whether a clause behind an act says that it is to come: "has meetings scheduled with", "talks that are due".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "The row put at risk talks between Chad and Peru that were slated for next month."
    >>> [(e.predicate, e.status) for e in Extractor().extract(Article("a", text)).events]
    [('negotiated_with', 'planned')]
    """
    known = words_of(noun)["planAdjective"]
    for c in noun.children:
        if c.dep_ == "acl" and c.tag_ == "VBN" and c.lower_ in known:
            return True
        due = [c] if c.tag_ == "VBN" else [s for s in c.children if s.dep_ == "acomp"]
        if (
            c.dep_ == "relcl"
            and any(t.lower_ in known for t in due)
            and any(b.lemma_ == "be" for b in (c, *c.children))
        ):
            held = noun.head.lemma_ in words_of(noun)["takePlace"] - {"be"}
            return not held or noun.dep_ != "nsubj"
    return False


def _under_which(clause: Token) -> bool:
    """Whether a clause tells what is done by an accord that there is: "their accord, under which Peru will pay"."""
    return any(p.lower_ in ("under", "by") and o.lower_ == "which" for p, o in prepositions(clause))


def _only_considered(noun: Token) -> bool:
    """Whether a noun is what is only considered: "were considering a renewal of their pact"."""
    verb = noun.head
    letters = [o for p, o in prepositions(noun) if p.lower_ == "of" and o.lemma_ in words_of(o)["letter"]]
    if any(c.dep_ == "poss" for o in letters for c in o.children):
        return False  # "discussed the text of Rao's letter"
    coming = (c for p, o in prepositions(noun) if p.lower_ == "of" for c in o.children if c.dep_ == "amod")
    if verb.lemma_ == "discuss" and any(c.lower_ in words_of(noun)["planAdjective"] for c in coming):
        return False  # "discussed the details of Rao's coming visit"
    if verb.lemma_ == "offer" and noun.lemma_ in words_of(noun)["toldOf"]:
        return False  # "offered no assessment of his meeting with Rao"
    return noun.dep_ == "dobj" and noun.pos_ == "NOUN" and verb.lemma_ in words_of(noun)["offering"]


def judge_plan(noun: Token, verdict: Verdict) -> None:
    """Judge what a noun announces: "a plan to visit", "the refusal to meet", "no intention of leaving"."""
    low, words = noun.lemma_.casefold(), words_of(noun)
    if low not in words["noMatter"] and any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children):
        verdict.say("negated", f"no {low}")
    elif low in words["refusalNoun"]:
        verdict.say("negated", low)
    elif low in words["planNoun"]:
        verdict.say("planned", low)
    elif low in words["possibilityNoun"]:
        verdict.say("possible", low)


def is_only_wanted(proof: Token) -> bool:
    """Whether somebody asks for proof of what is told, so that it is not known: "wants proof that Chad armed them"."""
    words = words_of(proof)
    return proof.lemma_ in words["proving"] and proof.dep_ == "dobj" and proof.head.lemma_ in words["wanting"]
