"""Reads what one side makes its own acts depend on: "would not talk to Chad until it left"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames import Frame, lemma_of
from kg.extract.lexis import occurrences, words_of
from kg.extract.patterns import unworded
from kg.extract.stances.told import Told, condition, has_modal, is_negated, on_own_side, other_party
from kg.extract.subjects import doer, grammatical_subject
from kg.extract.syntax import child, phrase_of, prepositions

DEMANDED = unworded("demanded_of", "what another must do before one does something")
_NOT_BEFORE = frozenset({"until", "till", "unless", "before"})
_ONLY_THEN = frozenset({"if", "when", "once", "after", "provided"})
_AHEAD = frozenset({"will", "would", "wo", "can", "could", "ca", "'ll", "’ll", "shall", "to"})


def terms(told: Told, resolver: Resolver) -> Iterator[Frame]:
    """Give of whom a told clause makes something depend.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said it would not talk to Chad until it left. Cuba said the withdrawal of Mali was a condition."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "demanded_of"]
    [('Peru', 'Chad'), ('Cuba', 'Mali')]
    """
    others = _needed(told, resolver)
    if not others and _is_open(told, resolver):
        others = _on_condition(told, resolver)
    if others:
        yield Frame(DEMANDED, told.verb.i, told.verb.i, told.speakers, others)


def plain_terms(resolver: Resolver) -> Iterator[Frame]:
    """Give the terms that stand in the news's own voice: "Peru will not sign unless Chad does"."""
    withholding = resolver.words["withholding"]
    first = {phrase.split()[0] for phrase in withholding}
    for verb in resolver.reading.doc:
        if verb.dep_ not in ("ROOT", "conj") or verb.pos_ != "VERB":
            continue
        withheld = verb.lemma_ in first and phrase_of(verb) in withholding and not is_negated(verb)
        if not withheld and (not has_modal(verb, _AHEAD) or _case(verb) is None):
            continue
        subject = doer(verb)
        speakers = resolver.actors(subject) if subject is not None else []
        if speakers and len(speakers) < 3 and not any(r.owned or r.entity.kind == "place" for r in speakers):
            told = Told(verb, verb, speakers)
            others = _unless(told, resolver) if withheld else _on_condition(told, resolver)
            if others:
                yield Frame(DEMANDED, verb.i, verb.i, speakers, others)


def _unless(told: Told, resolver: Resolver) -> list[Reference]:
    """Read "ruled out talks unless Chad frees them", "refused to sign until Chad left".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru has ruled out talks with Chad unless it frees the men. Mali refused to sign until Niger left."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "demanded_of"]
    [('Peru', 'Chad'), ('Mali', 'Niger')]
    """
    case = next((c for t in told.verb.subtree if (c := condition(t, _NOT_BEFORE - {"before"})) is not None), None)
    if case is None or case.i < told.verb.i:
        return []
    subject = child(case, "nsubj", "nsubjpass")
    others = [r for r in other_party(subject, told, resolver) if not r.owned]
    if others or subject is None or subject.lower_ not in ("it", "they", "he", "she"):
        return others
    return _named_in(told.verb, told, resolver)


def stated_demands(resolver: Resolver) -> Iterator[Frame]:
    """Give of whom a demand is that says what it is: "Peru's main demand is the withdrawal of Chadian troops".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru's main demand is the withdrawal of Chadian troops. Cuba's condition is that Mali leave Oman."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "demanded_of"]
    [('Peru', 'Chad'), ('Cuba', 'Mali')]
    """
    for noun in occurrences(resolver.reading.doc, resolver.words["termStated"]):
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "among" else noun.head
        front = noun.dep_ in ("nsubj", "attr") or verb is not noun.head
        if not front or lemma_of(verb) not in resolver.words["settingOutDemands"] or is_negated(verb):
            continue
        speakers = [replace(r, owned=False) for r in resolver.owners(noun, frozenset({noun.i}))]
        if not speakers or len(speakers) > 2 or any(r.entity.kind == "place" for r in speakers):
            continue
        told = Told(verb, verb, speakers)
        acts = [c for c in verb.children if c.i != noun.i and lemma_of(c) in resolver.words["neededAct"]]
        acts += [s for c in verb.children if c.dep_ == "ccomp" and (s := child(c, "nsubj")) is not None]
        others = next((found for act in acts if (found := other_party(act, told, resolver))), [])
        others = [r for r in others if r.entity.kind != "person"]  # "the release of Rao"
        if others:
            yield Frame(DEMANDED, noun.i, noun.i, speakers, others)


def _is_open(told: Told, resolver: Resolver) -> bool:
    """Whether what depends on another is the speaker's act, or a thing: "talks can only resume once Chad leaves"."""
    subject = grammatical_subject(told.clause)
    if on_own_side(subject, told, resolver):
        return True
    return subject is not None and subject.pos_ in ("NOUN", "PRON") and not resolver.actors(subject)


def _on_condition(told: Told, resolver: Resolver) -> list[Reference]:
    """Read "would not talk to Chad until it left", "will sign only if Chad does"."""
    clause = told.clause
    case = _case(clause)
    if case is None or not has_modal(clause, _AHEAD) or has_modal(case, frozenset({"can", "could", "may", "might"})):
        return []
    subject = child(case, "nsubj", "nsubjpass")
    others = other_party(subject, told, resolver)
    if others or subject is None or (subject.pos_ != "PRON" and subject.lower_ not in ("latter", "former")):
        return others
    return _named_in(clause, told, resolver)


def _named_in(clause: Token, told: Told, resolver: Resolver) -> list[Reference]:
    """Give the other side that a clause names, for a pronoun behind it: "talks with Chad until it leaves"."""
    things = [c for c in clause.children if c.dep_ in ("dobj", "dative", "attr")]
    things += [
        o for host in (clause, *things) for p, o in prepositions(host) if p.lower_ in ("to", "with", "from", "on")
    ]
    return next((found for thing in things if (found := other_party(thing, told, resolver))), [])


def _case(clause: Token) -> Token | None:
    """Give the clause on which all depends: "until it left" under a denial, "if it left" under "only"."""
    parts = (c for c in clause.children if c.dep_ in ("attr", "dobj", "nsubj", "nsubjpass"))
    if is_negated(clause) or any(d.lower_ == "no" for c in parts for d in c.children):
        return condition(clause, _NOT_BEFORE)
    case = condition(clause, _ONLY_THEN)
    if case is None:
        return None
    only = any(c.lower_ == "only" for node in (clause, case) for c in node.children if c.dep_ in ("advmod", "mark"))
    return case if only else None


def _needed(told: Told, resolver: Resolver) -> list[Reference]:
    """Read "the withdrawal of Chad is a condition for peace", "the first step is a pullout by Chad"."""
    clause, words = told.clause, words_of(told.clause)
    if lemma_of(clause) not in words["seeming"] or is_negated(clause):
        return []
    subject = child(clause, "nsubj")
    told_of = child(clause, "attr", "acomp")
    if subject is None or told_of is None:
        return []
    for act, need in ((subject, told_of), (told_of, subject)):
        if lemma_of(need) in words["prerequisite"] and lemma_of(act) in words["neededAct"]:
            return other_party(act, told, resolver)
    return []
