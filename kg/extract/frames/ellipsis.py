"""Frames of those who do the same as others, told without the act: "as did Niger", "Poland followed suit"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.coreference import Resolver
from kg.extract.frames.parties import apart, freed
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import predicates_of, words_of
from kg.extract.syntax import child, is_passive, prepositions

_AUXILIARIES = frozenset({"do", "have", "be"})
_LOOKS_BACK = 2
"""Sentences in which the act of others is looked for."""


def same_acts(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give what others did too: the act told last before, by whoever is said to have done the same.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> told = Extractor().extract(Article("a", "Mali recalled its envoy from Chad, as did Niger."))
    >>> [(e.subjects[0].name, e.predicate) for e in told.events]
    [('Mali', 'recalled'), ('Niger', 'recalled')]
    """
    out: list[Frame] = []
    mutual = predicates_of(doc)["level"]
    for verb, subject in _alike(doc):
        models = _models(frames, verb, resolver)
        doers = resolver.actors(subject)
        for model in models:
            if model.objects and model.predicate not in mutual:
                others = apart(doers, [*model.subjects, *model.objects])
                suffers = verb.lemma_ == "be" and is_passive(doc[model.verb])  # "was arrested, as were two Danes"
                if others and suffers:
                    held = [freed(r) for r in others]
                    out.append(replace(model, trigger=verb.i, verb=verb.i, objects=held, literal=None))
                elif others:
                    out.append(replace(model, trigger=verb.i, verb=verb.i, subjects=others, literal=None))
    return out


def _alike(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Give the verbs that only say that somebody did the same, each with its subject."""
    words = words_of(doc)
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        if verb.lemma_ in _AUXILIARIES and verb.dep_ in ("advcl", "conj", "ROOT", "ccomp"):
            subject = child(verb, "nsubj")
            opened = any(c.lower_ in ("as", "so") and c.i == verb.i - 1 for c in verb.children)
            inverted = subject is not None and subject.i > verb.i and opened
            same = child(verb, "dobj")
            if subject is not None and (inverted or (same is not None and same.lower_ in words["likewise"])):
                yield verb, subject
        elif lemma_of(verb) in words["following"]:
            thing, subject = child(verb, "dobj"), child(verb, "nsubj")
            things = [thing] if thing is not None else [o for _, o in prepositions(verb)]
            if subject is not None and any(t.lemma_ in words["example"] for t in things):
                yield verb, subject


def _models(frames: list[Frame], verb: Token, resolver: Resolver) -> list[Frame]:
    """Give the frames of the act told last before a verb."""
    sentence = resolver.reading.sentence_of
    near = [f for f in frames if f.verb < verb.i and sentence[verb.i] - sentence[f.verb] < _LOOKS_BACK]
    last = max((f.verb for f in near), default=-1)
    return [f for f in near if f.verb == last and f.trigger == f.verb]
