"""Finds who denies a charge that the text just told: "accused Rwanda of backing rebels, a charge denied by Kigali"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver, is_of, sides
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import words_of
from kg.extract.patterns import unworded
from kg.extract.syntax import agent, doer, grammatical_subject, is_verbal

_DENIED = unworded("rejected", "a denial of what somebody was just accused of")
_ASIDE = frozenset({",", "-", "–", "—", "--", "("})
_FARTHEST = 6
"""Words from the charge to the verb that denies it."""


def denials(frames: Sequence[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give who denies what he was accused of in the same sentence.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "The UN accuses Rwanda of lying, charges denied by Kigali."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('United Nations', 'accused', 'Rwanda'), ('Rwanda', 'rejected', 'United Nations')]
    """
    denying = words_of(doc)["denying"]
    out: list[Frame] = []
    for verb in doc:
        if verb.lemma_ not in denying and verb.lower_ not in denying:
            continue
        charge = _charge_before(verb)
        if charge is None:
            continue
        sentence = resolver.reading.sentence_of
        accusing = [
            f
            for f in frames
            if f.predicate == "accused" and f.trigger < verb.i and sentence[f.trigger] == sentence[verb.i]
        ]
        deniers = _deniers(charge, verb, accusing, resolver)
        accusers = _accusers(verb, deniers, accusing, resolver) if deniers else []
        if accusers:
            out.append(Frame(_DENIED, verb.i, verb.i, deniers, accusers))
    return out


def _charge_before(verb: Token) -> Token | None:
    """Give the charge beside the sentence that a verb denies: "a charge the US flatly denies"."""
    first = max(verb.i - _FARTHEST, verb.sent.start + 2)
    for noun in reversed(verb.doc[first : verb.i]):
        if lemma_of(noun) not in words_of(noun)["claim"] or noun.pos_ not in ("NOUN", "VERB"):
            continue
        before = noun.nbor(-1)
        opening = before.nbor(-1) if before.lower_ in ("a", "an") else before
        aside = opening.text in _ASIDE or (opening is not before and opening.pos_ in ("NOUN", "PROPN"))
        if aside and (opening is not before or noun.tag_ == "NNS"):
            return noun
    return None


def _deniers(charge: Token, verb: Token, accusing: Sequence[Frame], resolver: Resolver) -> list[Reference]:
    """Give who denies the charge: who stands between it and the verb, or behind "denied by"."""
    by = agent(verb)
    if by is not None:
        return resolver.actors(by)
    subject = doer(verb)
    own = subject is not None and charge.i < subject.i < verb.i
    between = [subject] if own and subject is not None else list(verb.doc[charge.i + 1 : verb.i])
    named = [t for t in between if t.pos_ in ("PROPN", "NOUN", "PRON") and t.lower_ not in ("that", "which")]
    if len(named) == 1 and named[0].pos_ == "PRON" and accusing:
        return [replace(r, reason=f"“{named[0].lower_}” for who is accused") for r in accusing[-1].objects]
    return next((found for t in named if (found := resolver.actors(t))), [])


def _accusers(
    verb: Token, deniers: Sequence[Reference], accusing: Sequence[Frame], resolver: Resolver
) -> list[Reference]:
    """Give who accused one of those who deny it, or else who says it in the sentence."""
    own = sides(list(deniers))
    for frame in reversed(accusing):
        found = [r for r in frame.subjects if not is_of(r.entity, own)]
        if found and any(is_of(o.entity, own) for o in frame.objects):
            return [Reference(r.entity, "who made the charge", verb.i, weak=True) for r in found]
    for claim in verb.doc[verb.sent.start : verb.i]:
        if lemma_of(claim) in words_of(claim)["claim"] and any(c.dep_ == "poss" for c in claim.children):
            return [replace(r, reason="whose claim it is") for r in resolver.owners(claim, frozenset({claim.i}))]
    root = verb.sent.root
    subject = grammatical_subject(root) if is_verbal(root) and root.i < verb.i else None
    if subject is None or root.lemma_ not in resolver.words["report"]:
        return []
    saying = (r for r in resolver.actors(subject) if not is_of(r.entity, own))
    return [Reference(r.entity, "who says what is denied", verb.i, weak=True) for r in saying]
