"""Finds the refusals that an act answers: "expelled two envoys over Chad's refusal to hand over the suspect"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.coreference import Resolver, is_of, sides
from kg.extract.frames.parties import apart
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of
from kg.extract.patterns import unworded
from kg.extract.syntax import is_verbal

_REFUSED = unworded("rejected", "a refusal that another answers")
_BECAUSE = frozenset("to over after following for of at by despite".split())


def refusals_answered(frames: Sequence[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give who refused something to whom who acts on it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Kenya expelled two Chadian envoys over Chad's refusal to extradite a suspect."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in found]
    [('Kenya', 'expelled', 'Chad'), ('Chad', 'rejected', 'Kenya')]
    """
    acts = [f for f in frames if f.predicate in resolver.predicates["decided"] and is_verbal(doc[f.verb])]
    out: list[Frame] = []
    for act in acts:
        refusal = _refusal_behind(doc[act.verb], resolver)
        if refusal is None:
            continue
        by = resolver.owners(refusal, frozenset({refusal.i}))
        own = sides(by)
        asking = [r.as_state() for r in act.subjects]
        if by and len(by) == 1 and any(is_of(o.entity, own) for o in act.objects):
            objects = apart(asking, by)
            refusing = [replace(r, owned=False) for r in by]
            out += [Frame(_REFUSED, refusal.i, refusal.i, refusing, objects)] if objects else []
    return out


def _refusal_behind(verb: Token, resolver: Resolver) -> Token | None:
    """Give the refusal because of which something is done."""
    for t in verb.subtree:
        if t.i <= verb.i or t.dep_ != "pobj" or lemma_of(t) not in resolver.words["refusing"]:
            continue
        if t.head.lower_ in _BECAUSE and any(c.dep_ in ("acl", "relcl", "xcomp") for c in t.children):
            return t
    return None
