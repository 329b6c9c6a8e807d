"""Says whose a meeting is that names nobody: that of the two who speak after it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, side_of
from kg.extract.frames.records import Match
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import words_of
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import is_verbal, prepositions

_BESIDE = frozenset({"after", "during", "following", "in", "at", "before"})
_STILL_WE = 4
"""Sentences after which "we" need no longer be the two who met."""
_OF_SOMEBODY = frozenset({"of", "between", "among", "with", "involving"})


def held_by(noun: Token, predicate: str, doers: Sequence[Reference], resolver: Resolver) -> bool:
    """Whether the two who do what is told beside a meeting held it: "after talks in Rome, Rao and Sarr said".

    "The talks" of which two states speak may be those of others.
    """
    if predicate not in resolver.predicates["meeting"] or len(doers) != 2:
        return False
    if is_agreed_to(noun) and side_of(doers[0].entity) is not side_of(doers[1].entity):
        return not any(p.lower_ in _OF_SOMEBODY for p, _ in prepositions(noun))
    kinds = {r.entity.kind for r in doers}
    if len(kinds) > 1 or of_one_state(doers):
        return False
    stage = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if stage.dep_ != "pobj" or stage.head.lower_ not in _BESIDE:
        return False
    owned = [c.lower_ for c in noun.children if c.dep_ in ("poss", "det", "nmod", "amod")]
    if any(c in resolver.words["openEnded"] for c in owned):
        return False
    theirs = "their" in owned
    owners = [r for r in resolver.owners(noun, frozenset({noun.i})) if not brokers(r, noun)]
    if not theirs and ({"his", "her", "its"} & set(owned) or owners):
        return False
    if not theirs and kinds != {"person"} and "the" in owned:
        return False
    beside = (pair for host in (noun, stage) for pair in prepositions(host) if pair[1].i != noun.i)
    return not any(p.lower_ in _OF_SOMEBODY and lemma_of(o) != lemma_of(stage) for p, o in beside)


def brokers(owner: Reference, talks: Token) -> bool:
    """Whether whom a participle before talks names only brings others together: "UN-sponsored talks"."""
    mediating = words_of(talks)["mediating"]
    return any(c.tag_ == "VBN" and c.i - 3 < owner.token < c.i and lemma_of(c) in mediating for c in talks.children)


def of_one_state(parties: Sequence[Reference]) -> bool:
    """Whether all are of one and the same state, as colleagues are."""
    states = {r.entity.state() for r in parties}
    return len(states) == 1 and None not in states


def is_part_of(one: Reference, other: Reference, noun: Token) -> bool:
    """Whether one of two bodies is the other's: "the General Assembly meeting of the United Nations"."""
    bodies = {one.entity.kind, other.entity.kind} == {"organisation"}
    before, behind = sorted((one.token, other.token))
    return bodies and before < noun.i < behind and noun.doc[behind].head.lower_ == "of"


def run_their_course(talks: Token, predicate: str) -> bool:
    """Whether talks of nobody in particular are said to begin or to fail: "talks collapsed", "talks, which resumed".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "India blamed Pakistan for the blast. Peace talks broke down on Monday."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.predicate, [s.name for s in e.subjects]) for e in found if e.predicate == "negotiated_with"]
    [('negotiated_with', ['India', 'Pakistan'])]
    """
    if predicate != "negotiated_with" or talks.tag_ != "NNS" or any(_tells_whose(p, o) for p, o in prepositions(talks)):
        return False
    course = words_of(talks)["courseOfTalks"]
    verb = talks.head if talks.dep_ in ("nsubj", "nsubjpass") else None
    verb = verb or next((c for c in talks.children if c.dep_ == "relcl"), None)
    return verb is not None and lemma_of(verb) in course


def _tells_whose(preposition: Token, noun: Token) -> bool:
    return preposition.lower_ in _OF_SOMEBODY or noun.pos_ == "PROPN"


def signatories(verb: Token, match: Match, predicate: str, resolver: Resolver) -> list[Reference]:
    """Give who signs what is signed at their meeting: "the accord, signed after talks between Rao and Sarr".

    Those of both sides who died "in a clash" fought each other.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "The accord was signed at the end of talks between President Rao and President Sarr."
    >>> [(e.predicate, [a.name for a in e.subjects]) for e in Extractor().extract(Article("a", text)).events][:1]
    [('signed_with', ['Rao', 'Sarr'])]
    """
    if predicate == "attacked":
        dead = grammatical_subject(verb)
        fallen = resolver.actors(dead) if dead is not None else []
        return fallen if len({r.entity.state() for r in fallen}) == 2 == len(fallen) else []
    if predicate not in resolver.predicates["accordance"]:
        return []
    hosts = [t for t in (verb, match.literal) if t is not None]
    occasions = [o for h in hosts for p, o in prepositions(h) if p.lower_ in _BESIDE]
    occasions += [inner for o in occasions for p, inner in prepositions(o) if p.lower_ == "of"]
    between = [n for o in occasions for p, n in prepositions(o) if p.lower_ in ("between", "of")]
    found = [r for n in between for r in resolver.actors(n)]
    return found if len(found) > 1 else []


def we_two(verb: Token, resolver: Resolver) -> list[Reference]:
    """Give "we" who did it together, in the words of one of two who just met: "We agreed to go on," he said.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = 'President Rao met President Sarr. "We have agreed to cut tariffs," Rao said.'
    >>> [(e.predicate, [a.name for a in e.subjects]) for e in Extractor().extract(Article("a", text)).events][1:]
    [('agreed_with', ['Rao', 'Sarr'])]
    """
    speaker = resolver.speaker_at(verb.i)
    for deed in resolver.deeds_before(verb.i, _STILL_WE) if speaker is not None else ():
        if deed.predicate in resolver.predicates["conversing"]:
            two = deed.parties if speaker in deed.parties and len(deed.parties) == 2 else ()
            return [Reference(e, "one of the two who met", verb.i, weak=True) for e in two]
    return []


def after_meeting(verb: Token, resolver: Resolver) -> list[Reference]:
    """Give the two who met, of whom one is told to agree: "met Sarr and agreed to cut tariffs".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao met President Sarr on Friday and agreed to reopen the border."
    >>> [(e.predicate, [a.name for a in e.subjects]) for e in Extractor().extract(Article("a", text)).events][1:]
    [('agreed_with', ['Rao', 'Sarr'])]
    """
    first = verb.head
    what = any(c.dep_ == "xcomp" for c in verb.children) or any(p.lower_ == "on" for p, _ in prepositions(verb))
    if verb.dep_ != "conj" or not is_verbal(first) or not what or any(c.dep_ == "nsubj" for c in verb.children):
        return []
    for deed in resolver.deeds_before(verb.i, 0):
        met = deed.predicate in resolver.predicates["conversing"]
        if met and first.i <= deed.at < verb.i and len(deed.doers) == len(deed.targets) == 1:
            return [Reference(e, "one of the two who met", verb.i, weak=True) for e in deed.parties]
    return []


def decided_together(verb: Token, subject: Token | None, resolver: Resolver) -> bool:
    """Whether several decide as one: "the two sides decided", "decided to open offices in each other's capitals".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao met President Sarr. The two leaders decided to reopen the border."
    >>> [(e.predicate, [a.name for a in e.subjects]) for e in Extractor().extract(Article("a", text)).events][1]
    ('agreed_with', ['Rao', 'Sarr'])
    """
    if subject is not None and (subject.i in resolver.taken_up or subject.lower_ in ("they", "we")):
        return True
    return any(
        t.lower_ in ("jointly", "together") or (t.lower_ == "other" and t.nbor(-1).lower_ == "each")
        for t in verb.subtree
    )


def is_agreed_to(talks: Token) -> bool:
    """Whether talks are what somebody consents to: "agreed to peace talks in Geneva".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru and Chile agreed to talks on fishing."
    >>> [(e.predicate, e.status) for e in Extractor().extract(Article("a", text)).events]
    [('agreed_with', 'actual'), ('negotiated_with', 'planned')]
    """
    preposition, words = talks.head, words_of(talks)
    if talks.dep_ != "pobj" or preposition.lower_ not in ("to", "on") or not is_verbal(preposition.head):
        return False
    return lemma_of(talks) in words["talk"] and lemma_of(preposition.head) in words["agreeTo"]


def is_reached_at(talks: Token, thing: Token) -> bool:
    """Whether what is reached hangs on the talks at which it was, rather than is about them: "a deal in talks"."""
    known = words_of(talks)
    reached = lemma_of(thing) in known["accord"] | known["pact"] | known["stipulation"] | known["achieved"]
    at = talks.head.lower_ in ("in", "at", "during", "after", "following")
    return reached and at and thing.dep_ == "dobj" and is_verbal(thing.head)
