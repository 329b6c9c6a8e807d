"""Finds who denies a charge that the text just told: "accused Rwanda of backing rebels, a charge denied by Kigali"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver, is_of, sides
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import occurrences, words_of
from kg.extract.patterns import unworded
from kg.extract.subjects import doer, grammatical_subject
from kg.extract.syntax import agent, child, is_passive, is_verbal, prepositions

_DENIED = unworded("rejected", "a denial of what somebody was just accused of")
_ACCUSED = unworded("accused", "a charge that somebody denies")
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
        simple = _plain_denial(verb, resolver)
        if simple is not None:
            out.append(simple)
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
        for told in frames:  # whom a wording took "it" for
            if accusers and told.predicate == "rejected" and told.verb == verb.i and verb.dep_ == "relcl":
                told.subjects = deniers
        if accusers:
            out.append(Frame(_DENIED, verb.i, verb.i, deniers, accusers))
    return out


def _plain_denial(verb: Token, resolver: Resolver) -> Frame | None:
    """Read "Chad denied it", "has denied any role", "denies that it did so", of who was just accused.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru accused Chad of a plot. Chad denied any involvement. Mali denied it was ill."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'accused', 'Chad'), ('Chad', 'rejected', 'Peru')]
    """
    if verb.pos_ != "VERB" or is_passive(verb) or child(verb, "neg") is not None:
        return None
    thing = child(verb, "dobj", "ccomp")
    if thing is None or thing.i < verb.i or any(p.lower_ in ("by", "from") for p, _ in prepositions(thing)):
        return None
    parts = words_of(verb)["deniedPart"]
    part = lemma_of(thing) in parts and child(thing, "poss") is None
    this = thing.lower_ in ("it", "this", "that")
    charge = lemma_of(thing) in words_of(verb)["claim"]
    if verb.tag_ in ("VBZ", "VBP") and not charge:
        return None  # what somebody always denies is background
    if not (this or part or (thing.dep_ == "ccomp" and lemma_of(verb) == "deny" and is_verbal(thing))):
        return None
    subject = doer(verb)
    deniers = resolver.actors(subject) if subject is not None else []
    own = sides(deniers)
    for deed in resolver.deeds_before(verb.i, 1) if deniers else ():
        if deed.predicate == "accused" and any(is_of(t, own) for t in deed.targets):
            accusers = [Reference(e, "who made the charge", verb.i, weak=True) for e in deed.doers if not is_of(e, own)]
            return Frame(_DENIED, verb.i, verb.i, deniers, accusers) if accusers else None
    return None


def made_charges(doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give who made a charge that is denied: "Chad denied it had broken the truce, a charge made by Peru".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad denied it had broken the truce, an accusation made by Peru."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "accused"]
    [('Peru', 'Chad')]
    """
    words, out = words_of(doc), []
    for noun in occurrences(doc, words["indicting"]):
        if noun.pos_ != "NOUN" or noun.left_edge.i < 2:
            continue
        made = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
        by = agent(made) if made is not None and noun.left_edge.nbor(-1).text in _ASIDE else None
        verb = noun.sent.root
        if by is None or not is_verbal(verb) or lemma_of(verb) not in words["denying"] or verb.i > noun.i:
            continue
        subject = doer(verb)
        accused = resolver.actors(subject) if subject is not None else []
        accusers = [r for r in resolver.actors(by) if not is_of(r.entity, sides(accused))]
        if accused and accusers:
            out.append(Frame(_ACCUSED, noun.i, noun.i, accusers, accused))
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
    if by is None and verb.dep_ == "acl" and verb.tag_ == "VBN":  # "a claim dismissed in Dakar"
        by = next((o for p, o in prepositions(verb) if p.lower_ == "in" and resolver.actors(o)), None)
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
