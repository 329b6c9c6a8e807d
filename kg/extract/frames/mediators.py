"""Says between whom somebody mediates of whom the sentence only says that he does: "a truce, the UN mediator said"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver, is_of, side_of, sides
from kg.extract.entities import Entity
from kg.extract.frames.parties import apart
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of, through_measure
from kg.extract.lexis import occurrences, predicates_of, words_of
from kg.extract.patterns import unworded
from kg.extract.subjects import doer
from kg.extract.syntax import PERSON, agent, child, is_passive, is_verbal, prepositions

_STANDS_BETWEEN = unworded("mediated", "who is told to mediate beside what two sides did")
_LOOKS_BACK = 2
"""Sentences between what two did and the word of who mediated it."""
_MOST = 4
_BY = frozenset({"of", "by", "from"})
_BY_EFFORT = frozenset({"through", "thanks", "to", "after", "following", "by", "via", "with"})
_UNDER = frozenset({"under", "with", "through", "by", "thanks", "via", "after", "following", "in", "to", "at", "of"})


def persuaded(doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give who got two sides to come to terms: "Rao persuaded Peru and Chile to sign a truce".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Rao of Mali got Peru and Chile to sign a truce."
    >>> [(e.predicate, e.subjects[0].name) for e in Extractor().extract(Article("a", text)).events][0]
    ('mediated', 'Rao')
    """
    out: list[Frame] = []
    words = words_of(doc)
    for verb in occurrences(doc, words["bringingTo"]):
        if not is_verbal(verb):
            continue
        clause = next((c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "advcl") and c.i > verb.i), None)
        if clause is None or lemma_of(clause) not in words["comingToTerms"] or is_passive(verb):
            continue
        whom = child(clause, "nsubj") or child(verb, "dobj")
        subject = doer(verb)
        if whom is None or subject is None or whom.i > clause.i or clause.tag_ != "VB":
            continue
        sides_, who = resolver.actors(whom), resolver.actors(subject)
        between = [r for r in who if not is_of(r.entity, sides(sides_))]
        if len(between) < len(who):
            continue  # "Rao and Paz will try to get the parties to accept it", of whom none is their own
        two = _are_two_sides([r.entity for r in sides_], sides(between)) and not _are_of_one_state(sides_)
        rivals = len(sides_) == 1 and whom.tag_ == "NNS" and lemma_of(whom) in words["rivals"]
        if between and (two or rivals):
            out.append(Frame(_STANDS_BETWEEN, verb.i, verb.i, between, sides_))
    return out


def _are_of_one_state(parties: Sequence[Reference]) -> bool:
    states = {side_of(r.entity) for r in parties}
    return len(states) == 1 and all(r.entity.kind in ("state", "person") for r in parties)


def mediators(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give who mediated what two sides did in the sentence, or in one just before.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru and Chile signed a truce. President Rao of Chad acted as mediator."
    >>> [(e.subjects[0].name, [a.name for a in e.objects]) for e in Extractor().extract(Article("a", text)).events][1:]
    [('Rao', ['Peru', 'Chile'])]
    """
    out: list[Frame] = []
    known = [f for f in frames if f.predicate == "mediated"]
    sentence_of = resolver.reading.sentence_of
    for cue, found in _cues(doc, resolver, {f.verb for f in known}):
        here = sentence_of[cue.i]
        told = sides(*(f.subjects for f in (*known, *out) if abs(sentence_of[f.trigger] - here) <= _LOOKS_BACK))
        between = [r for r in found if not is_of(r.entity, told)]
        if not between:
            continue
        parties = _between(cue, between, resolver) or _dealing(cue, between, frames, resolver)
        parties = parties or _addressed(cue, between, resolver)
        if parties:
            out.append(Frame(_STANDS_BETWEEN, cue.i, cue.i, between, parties))
    return out


def _cues(doc: Doc, resolver: Resolver, told: set[int]) -> Iterator[tuple[Token, list[Reference]]]:
    """Give the words by which somebody is told to mediate, with who it is; `told` are verbs that say between whom."""
    words = words_of(doc)
    cues = words["mediator"] | words["auspices"] | words["guarantor"] | words["byEffort"] | words["presiding"]
    cues |= words["drafting"] | words["helping"] | words["mediating"] | {"bring"}
    for token in doc:
        span = resolver.reading.spans[token.i]
        if span is not None:
            if span.sort in ("person", "role") and _is_mediator(token, span.role, resolver):
                yield token, _called_so(token, resolver) or resolver.actors(token)
            continue
        lemma = lemma_of(token)
        if lemma not in cues:
            continue
        if lemma in words["mediator"]:
            yield token, _called_so(token, resolver)
        elif lemma in words["auspices"]:
            yield token, _behind(token, resolver)
        elif lemma in words["guarantor"] and token.pos_ == "NOUN":
            yield token, _called_so(token, resolver)
        elif lemma in words["byEffort"] and token.dep_ == "pobj" and token.head.lower_ in _BY_EFFORT:
            yield token, _behind(token, resolver)
        elif token.lower_.endswith("ing") and token.dep_ in ("pcomp", "pobj") and lemma in words["presiding"]:
            who = child(token, "nsubj", "compound") if token.head.lower_ == "with" else None
            yield token, resolver.actors(who) if who is not None else []
        elif lemma in words["drafting"] and token.dep_ == "acl" and lemma_of(token.head) in words["thirdsPlan"]:
            by = agent(token)
            yield token, resolver.actors(by) if by is not None else []
        elif lemma == "bring" and _is_of_accord(token) and any(c.lower_ == "about" for c in token.children):
            who = doer(token)
            yield token, resolver.actors(who) if who is not None else []
        elif lemma in words["helping"] and token.dep_ == "pobj" and token.head.lower_ == "with":
            host = token.head.head
            yield token, _behind(token, resolver) if is_verbal(host) and _is_of_accord(host) else []
        elif lemma in words["mediating"] and token.tag_ in ("VBN", "VBD") and token.dep_ == "amod":
            names = [t for t in doc[max(token.i - 3, token.sent.start) : token.i] if t.lower_ != "-"]
            yield token, resolver.actors(names[-1]) if names else []
        elif (
            lemma in words["mediating"]
            and is_verbal(token)
            and token.i not in told
            and (_is_of_accord(token) or lemma in words["reconciling"])
        ):
            subject = agent(token) if is_passive(token) else doer(token)
            yield token, resolver.actors(subject) if subject is not None else []


def _is_mediator(token: Token, role: str, resolver: Resolver) -> bool:
    """Whether an office makes its holder a mediator: "UN mediator Jan Rao", "the mediators", no former one."""
    called = f" {role} "
    held = "former" not in resolver.reading.source(token.i).casefold().split()
    return held and any(f" {word} " in called or f" {word}s " in called for word in words_of(token)["mediator"])


def _called_so(noun: Token, resolver: Resolver) -> list[Reference]:
    """Read "with X as mediator", "X acted as mediator", "X was the mediator"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        host, before = noun.head.head, noun.doc[noun.head.i - 1]
        if before.dep_ == "pobj" and before.head.lower_ == "with":
            return resolver.actors(before)
        if is_verbal(host):
            served = lemma_of(host) in words_of(noun)["servingAs"]
            subject = doer(host) if served else None
            return resolver.actors(subject) if subject is not None else []
        return resolver.actors(host)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("through", "via", "by"):
        return [
            replace(r, owned=False) for r in resolver.owners(noun, frozenset({noun.i}))
        ]  # "through Swiss mediators"
    if noun.dep_ == "appos" or (
        noun.dep_ in ("nsubj", "dobj", "pobj") and lemma_of(noun) in words_of(noun)["mediator"]
    ):
        return resolver.actors(noun.head) if noun.dep_ == "appos" else _named_behind(noun, resolver)
    if noun.dep_ == "attr" and lemma_of(noun.head) == "be":
        subject = doer(noun.head)
        return resolver.actors(subject) if subject is not None else []
    return []


def _named_behind(mediator: Token, resolver: Resolver) -> list[Reference]:
    """Read "the mediator between Peru and Chile, Ravi Rao, said": the name stands behind a comma."""
    for token in mediator.doc[mediator.i + 1 : mediator.sent.end - 1]:
        if is_verbal(token):
            return []
        if token.text == ",":
            name = token.nbor(1)
            return resolver.actors(name) if name.text == PERSON and name.dep_ in ("appos", "nsubj") else []
    return []


def _between(cue: Token, between: Sequence[Reference], resolver: Resolver) -> list[Reference]:
    """Give between whom somebody is called a mediator: "Rao, the mediator in the talks between Peru and Chile".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao of Mali, the mediator in the dispute between Peru and Chile, is in Rome."
    >>> [(e.predicate, [a.name for a in e.objects]) for e in Extractor().extract(Article("a", text)).events][0]
    ('mediated', ['Peru', 'Chile'])
    """
    if lemma_of(cue) not in words_of(cue)["mediator"]:
        return []
    affairs = [o for p, o in prepositions(cue) if p.lower_ in ("in", "at", "of", "for", "to")]
    hosts = [cue, *affairs, *(o for a in affairs for p, o in prepositions(a) if p.lower_ == "of")]
    behind = [o for h in hosts for p, o in prepositions(h) if p.lower_ in ("between", "among")]
    parties = [r for o in behind for r in resolver.actors(o)]
    return parties if _are_two_sides([r.entity for r in parties], sides(between)) else []


def _behind(noun: Token, resolver: Resolver) -> list[Reference]:
    """Read "under the auspices of X", "following weeks of mediation by X", "at X's mediation"."""
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and through_measure(top.head.head).i != top.head.head.i:
        top = top.head.head
    if top.dep_ != "pobj" or top.head.lower_ not in _UNDER:
        return []
    hosts = [(p, o) for t in (noun, top.head) for p, o in prepositions(t)]
    behind = [r for p, o in hosts if p.lower_ in _BY and p.i > noun.i for r in resolver.actors(o)]
    behind = behind or [
        r for p, o in prepositions(top.head.head) if p.lower_ == "by" and p.i == noun.i + 1 for r in resolver.actors(o)
    ]
    return behind or resolver.owners(noun, frozenset({noun.i}))


def _is_of_accord(verb: Token) -> bool:
    """Whether what is mediated is an accord or talks: "helped to broker the agreement", "facilitated the contacts"."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    if verb.dep_ in ("acl", "relcl") and not things:
        things = [verb.head]
    known = words_of(verb)["accord"] | words_of(verb)["gathering"] | words_of(verb)["comingTogether"]
    return any(lemma_of(through_measure(t)) in known for t in things)


def _dealing(cue: Token, between: Sequence[Reference], frames: Iterable[Frame], resolver: Resolver) -> list[Reference]:
    """Give the two sides that deal with each other in the sentence, or else in one just before."""
    sentence_of, joint = resolver.reading.sentence_of, predicates_of(cue)["joint"] - {"attacked"}
    own = sides(between)
    near = joint | {"spoke_with"} | ({"attacked"} if cue.dep_ in ("acl", "relcl") else set())
    here = [f for f in frames if f.predicate in near and sentence_of[f.trigger] == sentence_of[cue.i]]
    told: dict[frozenset[Entity], list[Reference]] = {}
    for frame in here:
        parties = [*frame.subjects, *apart(frame.objects, frame.subjects)]
        if not _are_two_sides([r.entity for r in parties], own):
            if any(r.entity in own for r in parties):
                return []  # who deals with them himself
            continue
        told.setdefault(frozenset(r.entity.state() or r.entity for r in parties), parties)
    if told:
        found = next(iter(told.values())) if len(told) == 1 else []
        return [replace(r, reason="a party of what is mediated", weak=True) for r in found]
    reach = 1 if lemma_of(cue) == "chair" else _LOOKS_BACK  # many a meeting is chaired
    for deed in resolver.deeds_before(cue.i, reach):
        if deed.predicate in joint and not any(resolver.mediates(e) for e in deed.parties):
            entities = deed.parties if _are_two_sides(deed.parties, own) else ()
            return [Reference(e, "a party of what is mediated", cue.i, weak=True) for e in entities]
    return []


def _addressed(cue: Token, between: Sequence[Reference], resolver: Resolver) -> list[Reference]:
    """Give the two sides whom a mediator waits for, gives or tells something: "mediators gave Peru and Chile a day".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Egyptian mediators are waiting for Hamas and Fatah to reply."
    >>> [(e.predicate, [a.name for a in e.objects]) for e in Extractor().extract(Article("a", text)).events]
    [('mediated', ['Hamas', 'Fatah'])]
    """
    verb = cue.head
    if cue.dep_ != "nsubj" or not is_verbal(verb) or lemma_of(verb) in words_of(cue)["meetsWhom"]:
        return []
    clauses = [c for c in verb.children if c.dep_ in ("ccomp", "advcl") and child(c, "mark") is not None]
    whom = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    whom += [s for c in clauses if c.tag_ == "VB" and (s := child(c, "nsubj")) is not None]
    whom += [o for p, o in prepositions(verb) if p.lower_ in ("for", "on")]
    for token in whom:
        sides_ = resolver.actors(token)
        if _are_two_sides([r.entity for r in sides_], sides(between)) and not _are_of_one_state(sides_):
            return sides_
    return []


def _are_two_sides(parties: Sequence[Entity], own: set[Entity]) -> bool:
    return 2 <= len(parties) <= _MOST and not any(is_of(e, own) for e in parties)
