"""Judges an act by what stands right before it and says that it did not come about: "nearly invaded"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.status.verdict import Verdict
from kg.extract.syntax import child, is_verbal

_IN_PLACE_OF = frozenset({("rather", "than"), ("instead", "of"), ("lieu", "of")})
_INVERTED = frozenset({"had", "were", "should"})


def judge_before(act: Token, verdict: Verdict) -> None:
    """Judge a verb by "nearly", and a verb or noun by what is done in its place: "rather than send troops".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru nearly invaded Chile. It recalled its envoy instead of sending troops to Chile."
    >>> [(e.predicate, e.status) for e in Extractor().extract(Article("a", text)).events][::2]
    [('attacked', 'negated'), ('deployed_to', 'negated')]
    """
    doc, known = act.doc, words_of(act)
    i = (act.i if is_verbal(act) else act.left_edge.i) - 1
    first = act.sent.start
    while i > first and doc[i].pos_ == "AUX":
        i -= 1
    if is_verbal(act) and i >= first and (doc[i].lower_ in known["almost"] or _follows(doc[i], ("all", "but"))):
        verdict.say("negated", doc[i].lower_)
    while i > first and is_verbal(act) and doc[i].pos_ in ("ADV", "AUX", "PART"):
        i -= 1
    if i > first and (doc[i - 1].lower_, doc[i].lower_) in _IN_PLACE_OF:
        verdict.say("negated", f"{doc[i - 1].lower_} {doc[i].lower_}")


def _follows(token: Token, phrase: tuple[str, str]) -> bool:
    return token.i > token.sent.start and (token.nbor(-1).lower_, token.lower_) == phrase


def is_supposed(verb: Token) -> bool:
    """Whether a clause supposes what did not happen, without an "if": "had Peru invaded Chile, prices would fall"."""
    subject = child(verb, "nsubj", "nsubjpass")
    first = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
    if subject is None or first is None or first.i > subject.i or first.lower_ not in _INVERTED:
        return False
    return verb.sent[-1].text != "?" and (first.i == verb.sent.start or first.nbor(-1).is_punct)


def asked_to_stop(deed: Token) -> bool:
    """Whether somebody is asked to stop doing it: "urged Chad to stop arming them", "Chad must cease shelling"."""
    stop, words = deed.head, words_of(deed)
    if deed.tag_ != "VBG" or stop.lemma_ not in words["ceasing"]:
        return False
    if any(c.lower_ in ("must", "should", "ought") for c in stop.children if c.dep_ == "aux"):
        return True
    asked = any(c.tag_ == "TO" for c in stop.children) and stop.head.lemma_ in words["objectControl"]
    return asked or any(c.lower_ in ("if", "unless", "until") for c in stop.children if c.dep_ == "mark")
