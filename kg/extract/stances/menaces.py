"""Finds whom a warning or a threat is for that names nobody: whom its doer deals with beside, who just struck him."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, is_of
from kg.extract.frames import Frame, lemma_of
from kg.extract.lexis import occurrences, words_of
from kg.extract.stances.reprisals import THREATENED, who_struck_last
from kg.extract.stances.threats import WARNED
from kg.extract.stances.told import Told, has_modal, is_negated, on_own_side, phrases_of
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import child, is_passive, is_verbal, prepositions

_FIRM = frozenset({"will", "would", "'ll", "’ll", "shall"})
_UPON = frozenset({"to", "against", "on", "with", "at", "toward", "towards"})
_IN_TALK = frozenset({"in", "during", "at", "after", "following", "over"})


def menaces(resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each warning or threat whose own words name nobody.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru accused Chad of the raid and warned of reprisals. Mali met Cuba and warned of a drought."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "warned"]
    [('Peru', 'Chad')]
    """
    words = resolver.words
    for verb in occurrences(resolver.reading.doc, words["menacingWith"]):
        if verb.pos_ != "VERB" or is_passive(verb) or is_negated(verb):
            continue
        subject = grammatical_subject(verb)
        speakers = resolver.actors(subject) if subject is not None else []
        if not speakers or len(speakers) > 2 or any(r.entity.kind == "place" for r in speakers):
            continue
        told = Told(verb, verb, speakers)
        answer = _answer(verb)
        if (answer is None and not _says_what_it_will_do(told, resolver)) or _names_whom(verb, answer, told, resolver):
            continue
        others = dealt_with(told, resolver, resolver.predicates["menacedBeside"])
        if not others and answer is not None:
            others = who_struck_last(told, resolver)
        if others:
            warns = lemma_of(verb) in words["warning"] - words["threat"]
            yield Frame(WARNED if warns else THREATENED, verb.i, verb.i, speakers, others)


def _answer(verb: Token) -> Token | None:
    """Give what is to follow: "warned of reprisals", "threatened retaliation", "vowed to respond"."""
    words = words_of(verb)
    things = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    things += [o for p, o in prepositions(verb) if p.lower_ in ("of", "about") and p.i > verb.i]
    acts = (c for c in verb.children if c.dep_ == "xcomp" and phrases_of(c) & words["strikingBack"])
    things = [t for t in things if lemma_of(t) in words["requital"] and not any(c.lower_ == "no" for c in t.children)]
    return next(iter(things), None) or next(acts, None)


def _says_what_it_will_do(told: Told, resolver: Resolver) -> bool:
    """Whether one warns of what one's own side will do: "warned that it would take the islands"."""
    for clause in told.verb.children:
        if clause.dep_ != "ccomp" or not is_verbal(clause) or is_negated(clause):
            continue
        subject = grammatical_subject(clause)
        if subject is not None and has_modal(clause, _FIRM) and on_own_side(subject, told, resolver):
            return True
    return False


def _names_whom(verb: Token, answer: Token | None, told: Told, resolver: Resolver) -> bool:
    """Whether somebody else is named whom it may be for: "warned Chad", "of action against Chad", "if Chad attacks"."""
    named = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    hosts = [verb, *([answer] if answer is not None else [])]
    named += [o for host in hosts for p, o in prepositions(host) if p.lower_ in _UPON]
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "advcl", "xcomp") and c.i > verb.i]
    named += [t for c in clauses for t in c.subtree if t.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss")]
    found = [r for t in named for r in resolver.actors(t)]
    return any(not is_of(r.entity, told.own) and r.entity not in told.own for r in found)


def dealt_with(told: Told, resolver: Resolver, beside_it: Collection[str]) -> list[Reference]:
    """Give with whom the same deals in the words before: "accused Chad and warned", "in a letter to Chad, warned"."""
    verb = told.verb
    places: set[int] = set()
    joined = verb.dep_ == "conj" or (verb.dep_ in ("advcl", "xcomp") and child(verb, "nsubj", "mark") is None)
    if joined and is_verbal(verb.head):
        places = {verb.head.i, *(c.i for c in verb.head.children if c.dep_ == "dobj")}
    avenges = any(c.dep_ == "dobj" and lemma_of(c) in words_of(verb)["vengeance"] for c in verb.children)
    fronted = {o.i for p, o in prepositions(verb) if p.lower_ in _IN_TALK}
    fronted |= {c.i for c in verb.children if c.dep_ == "advcl" and any(m.lower_ == "after" for m in c.children)}
    likes = resolver.predicates
    for deed in resolver.deeds_before(verb.i, 0):
        same = any(is_of(e, told.own) or e in told.own for e in deed.doers)
        beside = deed.at in places and (deed.predicate in beside_it or deed.predicate in likes["conversing"])
        struck = deed.predicate in likes["hostile"]
        struck = struck and (avenges or any(is_of(e, told.own) for e in deed.targets))
        if same and (beside or (deed.at in fronted and deed.predicate in likes["conversing"])):
            others = deed.targets
        elif deed.at in fronted and struck:
            others = deed.doers
        else:
            continue
        found = [e for e in others if not is_of(e, told.own) and e.kind != "place"]
        if len(found) in (1, 2):
            return [Reference(e, "with whom the same deals beside", verb.i, weak=True) for e in found]
    return []
