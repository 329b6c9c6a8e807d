"""Reads blame that a noun tells: "what it called Peru's failure to act", "spoke of violations by Chad"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.entities import Entity
from kg.extract.frames import Frame, lemma_of
from kg.extract.frames.deeds import struck_just_before
from kg.extract.frames.words import through_measure
from kg.extract.lexis import occurrences, words_of
from kg.extract.reported import blamed
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import agent, child, is_passive, is_verbal, prepositions
from kg.extract.wrongs import ACCUSED, CRITICIZED, is_bad, owner_of, wrong_told


def charges(resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each wrong of another that somebody names.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mali left over what it called Chad's failure to act. Peru complained of violations by Chile."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate in ("accused", "criticized")]
    [('Peru', 'Chile'), ('Mali', 'Chad')]
    """
    for token in occurrences(resolver.reading.doc, resolver.words["bringingUp"] | {"what"}):
        if token.lower_ == "what":
            named = _named(token)
        elif token.pos_ == "VERB":
            named = _brought_up(token)
        else:
            continue
        for verb, speaker, wrong in named:
            owner = (_whose(wrong, resolver) or _beside(verb, wrong)) if is_bad(wrong) else None
            by = resolver.actors(speaker) if owner is not None else []
            if owner is None or not by or len(by) > 2 or any(r.entity.kind == "place" for r in by):
                continue
            others = blamed(owner, by, resolver)
            if others:
                yield Frame(ACCUSED, verb.i, verb.i, by, others)


def _whose(wrong: Token, resolver: Resolver) -> Token | None:
    """Give whose a wrong is, behind "of" too where that is not who suffers it: "the lies of Chad"."""
    owner = owner_of(wrong)
    if owner is not None or lemma_of(wrong) in resolver.victims or lemma_of(wrong) in resolver.words["wrongdoing"]:
        return owner
    return next((o for p, o in prepositions(wrong) if p.lower_ == "of" and o.pos_ == "PROPN"), None)


def resentments(resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each feeling against another that stands beside a name: "Mali, angered by Chad's raid, said".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mali, angry at Chad, left. Peru, sharply critical of the Chilean plan, said nothing."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "criticized"]
    [('Mali', 'Chad'), ('Peru', 'Chile')]
    """
    for feeling in occurrences(resolver.reading.doc, resolver.words["resenting"]):
        if feeling.dep_ not in ("amod", "acl", "advcl"):
            continue
        who = feeling.head
        if feeling.dep_ == "advcl":
            subject = grammatical_subject(who)
            if subject is None or feeling.i > who.i:
                continue
            who = subject
        elif feeling.i < who.i:
            continue
        by = [r for r in resolver.actors(who) if r.entity.kind != "place"]
        for p, cause in prepositions(feeling) if by and len(by) < 3 else ():
            if p.lower_ in ("at", "by", "with", "of", "over", "about"):
                others = _behind(cause, by, resolver)
                if others:
                    yield Frame(CRITICIZED, feeling.i, feeling.i, by, others)


def _behind(cause: Token, by: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give who is behind what somebody resents: Chad, in "Chad", "Chad's raid", "the raid by Chad"."""
    owner = owner_of(cause)
    return blamed(cause, by, resolver) or (blamed(owner, by, resolver) if owner is not None else [])


def displeasures(resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each anger that is voiced at what was just told: "Chad shelled a town. Peru voiced outrage".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad shelled a town in Mali. Peru expressed outrage. Cuba voiced hope."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "criticized"]
    [('Peru', 'Chad')]
    """
    words = resolver.words
    for verb in occurrences(resolver.reading.doc, words["voicing"]):
        anger = child(verb, "dobj") if verb.pos_ == "VERB" else None
        if anger is None or lemma_of(anger) not in words["displeasure"] or is_passive(verb):
            continue
        if any(p.lower_ not in ("in", "on") for host in (verb, anger) for p, _ in prepositions(host)):
            continue
        subject = grammatical_subject(verb)
        by = [r for r in resolver.actors(subject) if r.entity.kind != "place"] if subject is not None else []
        others = struck_just_before(verb, by, resolver) if by else []
        if others:
            yield Frame(CRITICIZED, verb.i, verb.i, by, others)


_Named = tuple[Token, Token, Token]
"""The verb that names a wrong, who names it, and the wrong."""


def _named(what: Token) -> Iterator[_Named]:
    """Read "what it called a breach by Chad", "what they say is Chad's meddling", "what Peru sees as"."""
    verb = what.head
    words = words_of(what)
    if lemma_of(verb) == "be":
        told = verb.head if verb.dep_ in ("ccomp", "relcl") else verb
        wrongs = [c for c in verb.children if c.dep_ == "attr"]
    else:
        told = verb
        wrongs = [c for c in verb.children if c.dep_ in ("oprd", "attr", "dobj", "ccomp") and c.i > verb.i]
        wrongs += [o for p, o in prepositions(verb) if p.lower_ == "as"]
        stated = [verb.head] if verb.dep_ == "csubj" else [c for c in verb.children if c.dep_ == "ccomp"]
        wrongs += [c for be in stated if lemma_of(be) == "be" for c in be.children if c.dep_ == "attr"]
    if told.dep_ == "relcl" and told.head.i > what.i:  # what is called so took the place of "what"
        wrongs.append(told.head)
    lemma = lemma_of(told)
    if not is_verbal(told) or (lemma not in words["naming"] and lemma not in words["report"] - words["denial"]):
        return
    speaker = agent(told) if is_passive(told) else grammatical_subject(told)
    if speaker is not None and speaker.i != what.i:
        yield from ((told, speaker, through_measure(w)) for w in wrongs if w.pos_ in ("NOUN", "PROPN"))


def _brought_up(verb: Token) -> Iterator[_Named]:
    """Read "cited Chad's failure", "spoke of violations by Chad", "complained about Chadian meddling"."""
    speaker = grammatical_subject(verb) if not is_passive(verb) and child(verb, "neg") is None else None
    if speaker is None:
        return
    things = [c for c in verb.children if c.dep_ == "dobj"]
    things += [o for p, o in prepositions(verb) if p.lower_ in ("of", "to", "about", "over", "at")]
    for thing in things:
        for noun in (thing, *(c for c in thing.children if c.dep_ == "conj")):
            yield verb, speaker, through_measure(noun)


def _beside(verb: Token, wrong: Token) -> Token | None:
    """Give the doer that the parser hung on the verb: "complained of repeated breaches by Chad"."""
    if is_passive(verb):
        return None
    return next((o for p, o in prepositions(verb) if p.lower_ == "by" and p.i > wrong.i and o.tag_ != "VBG"), None)


def told_in(tokens: list[Token], speaker: Entity, resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each clause of a quotation that tells a wrong of another party, and each wrong of his."""
    wrongs = resolver.words["wrongdoing"] | resolver.words["ill"]
    for noun in tokens:
        if noun.pos_ != "NOUN" or lemma_of(noun) not in wrongs:
            continue
        owner = owner_of(noun) if noun.dep_ in ("dobj", "pobj", "conj") and not not_done(noun) else None
        by = [Reference(speaker, "who is quoted", noun.i)]
        others = blamed(owner, by, resolver) if owner is not None else []
        if others:
            yield Frame(ACCUSED, noun.i, noun.i, by, others)
    for verb in tokens:
        told = wrong_told(verb, resolver.reading.spans) if is_verbal(verb) and verb.dep_ != "aux" else None
        if told is None:
            continue
        by = [Reference(speaker, "who is quoted", verb.i)]
        others = blamed(told[1], by, resolver)
        if others:
            yield Frame(told[0], verb.i, verb.i, by, others)


def not_done(noun: Token) -> bool:
    """Whether a wrong is none, not done yet or paid for: "no attack", "any aggression", "pay for its crimes"."""
    words = words_of(noun)
    paid = noun.dep_ == "pobj" and lemma_of(noun.head.head) in words["suffering"]
    return paid or any(c.lower_ == "no" or c.lower_ in words["supposed"] for c in noun.children)
