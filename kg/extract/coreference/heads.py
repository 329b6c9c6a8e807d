"""Finds by whom or by what name the parse tells a phrase: its leader, the name it is known by."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.mentions import Span
from kg.extract.syntax import is_verbal, prepositions

_FARTHEST_LEADER = 14
"""Words behind a delegation in which its leader is looked for."""


def leader(token: Token, seen: frozenset[int]) -> Token | None:
    """Give who leads: "a delegation headed by Wang Yi"."""
    if token.lemma_ not in words_of(token)["led"]:
        return None
    of = [o for c in token.children if c.lower_ in ("of", "from") for o in c.children if o.dep_ == "pobj"]
    members = [o for o in of if o.pos_ == "NOUN"]  # "of the government, led by Rao"
    for c in (c for host in (token, *members) for c in host.children):
        led_by = _by_whom(c, seen) if c.dep_ == "acl" and c.lemma_ in words_of(token)["head"] else None
        if led_by is not None:
            return led_by
    return _leader_behind(token, seen)


def _leader_behind(token: Token, seen: frozenset[int]) -> Token | None:
    """Give who leads, told behind whose it is: "a delegation from the Chilean parliament, led by Wang Yi"."""
    for t in token.doc[token.i + 1 : min(token.sent.end, token.i + _FARTHEST_LEADER)]:
        if is_verbal(t) and t.tag_ not in ("VBN", "VBG"):
            return None
        if t.tag_ == "VBN" and t.lemma_ in words_of(token)["head"] and t.nbor(-1).text == ",":
            return _by_whom(t, seen)
    return None


def _by_whom(participle: Token, seen: frozenset[int]) -> Token | None:
    """Give the agent of a participle: "led by Wang Yi"."""
    doers = (o for b in participle.children if b.dep_ == "agent" for o in b.children if o.dep_ == "pobj")
    return next((o for o in doers if o.i not in seen), None)


def known_as(token: Token, seen: frozenset[int], spans: Sequence[Span | None]) -> Token | None:
    """Give the name by which a body is known: "the militia known as the Taleban".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "The student militia known as the Taleban attacked an Iranian post."
    >>> Extractor().extract(Article("a", text)).events[0].subjects[0].name
    'Taliban'
    """
    known = (c for c in token.children if c.dep_ == "acl" and c.lower_ == "known")
    names = (o for c in known for p, o in prepositions(c) if p.lower_ == "as" and o.i not in seen)
    named = ((o, spans[o.i]) for o in names)
    return next((o for o, s in named if s is not None and s.sort in ("organisation", "group")), None)
