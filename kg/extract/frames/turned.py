"""Frames of refusals that are worded as what is not done: "cannot accept the plan", "will not sign until X leaves"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.extract.coreference import Resolver, is_of, sides
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import words_of
from kg.extract.patterns import unworded
from kg.extract.subjects import doer, grammatical_subject
from kg.extract.syntax import child, is_passive, is_verbal

_UNTIL = unworded("rejected", "that somebody will not do something until another has")
_WILL = frozenset("will would can could shall wo ca 'll 'd cannot".split())
_CONDITIONS = frozenset({"until", "till", "unless"})


def turned_down(frames: list[Frame], doc: Doc) -> list[Frame]:
    """Turn what is not accepted into its rejection: "Iran does not accept the American offer".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said it could not accept the proposal of Chile. Brazil accepted the proposal of Chile."
    >>> [(e.predicate, e.status) for e in Extractor().extract(Article("a", text)).events]
    [('rejected', 'actual'), ('agreed_with', 'actual')]
    """
    out: list[Frame] = []
    for frame in frames:
        verb = doc[frame.verb]
        negated = child(verb, "neg") if frame.verb == frame.trigger else None
        accepting = negated is not None and frame.objects and lemma_of(verb) in words_of(verb)["acceptance"]
        if negated is None or not accepting or frame.predicate not in ("agreed_with", "conceded_to", "supported"):
            out.append(frame)
        elif frame.pattern.elements and not frame.pattern.reciprocal:
            out.append(Frame(frame.pattern, negated.i, negated.i, frame.subjects, frame.objects, predicate="rejected"))
    return out


def conditional_refusals(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give the refusals that name what another must do first: "will not return to talks until Rice apologises".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Syria will not sign the accord unless Israel leaves. It will not rain until Peru wins."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name, e.status) for e in found if e.predicate == "rejected"]
    [('Syria', 'rejected', 'Israel', 'actual')]
    """
    out: list[Frame] = []
    known = {(f.verb, f.predicate) for f in frames}
    conditional = {t.sent.start: t.sent for t in doc if t.lower_ in _CONDITIONS}
    for verb in (t for sentence in conditional.values() for t in sentence):
        refused = _refused(verb)
        condition = _condition(refused) if refused is not None else None
        if refused is None or condition is None or (verb.i, "rejected") in known:
            continue
        subject, other = doer(verb), grammatical_subject(condition)
        subjects = resolver.actors(subject) if subject is not None else []
        own = sides(subjects)
        others = [r for r in (resolver.actors(other) if other is not None else []) if not r.owned and not r.weak]
        others = [r for r in others if r.entity.kind != "place" and not is_of(r.entity, own)]
        if subjects and len(others) == 1 and not any(r.owned or r.entity.kind == "place" for r in subjects):
            said = refused if refused.i == verb.i else verb
            at = child(said, "neg") or said
            out.append(Frame(_UNTIL, at.i, at.i, subjects, others))
    return out


def _refused(verb: Token) -> Token | None:
    """Give what somebody will not do: "sign" in "will not sign", "to sign" in "refuses to sign"."""
    if verb.pos_ != "VERB" or is_passive(verb):
        return None
    if lemma_of(verb) in words_of(verb)["refuse"]:
        return child(verb, "xcomp")
    willing = any(c.dep_ == "aux" and c.lower_ in _WILL for c in verb.children)
    dealing = lemma_of(verb) in words_of(verb)["dealing"]
    return verb if willing and dealing and child(verb, "neg") is not None else None


def _condition(verb: Token) -> Token | None:
    """Give the clause that says what must come first, behind the verb or what hangs on it."""
    clauses = (c for node in (verb, *verb.children) for c in node.children if c.dep_ == "advcl" and is_verbal(c))
    return next((c for c in clauses if any(m.lower_ in _CONDITIONS for m in c.children) and c.i > verb.i), None)
