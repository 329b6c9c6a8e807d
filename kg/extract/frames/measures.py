"""Finds whom measures hit and who keeps others out: "tariffs on cars from Mali", "Peru's sanctions target Chad"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.parties import apart
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of, through_measure
from kg.extract.lexis import words_of
from kg.extract.patterns import unworded
from kg.extract.syntax import child, conjuncts, is_passive, is_verbal, prepositions

_AIMED = unworded("sanctioned", "whom the measures just told are for")
_AT = frozenset({"at", "to", "on", "against", "towards", "toward", "upon"})


def made_in(things: list[Token], resolver: Resolver) -> list[Reference]:
    """Give those from whom the goods come, or to whom they go, that a measure hits: "duties on metals from Chad".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru will levy duties on the imported metals from Chad. Peru raised tariffs on steel from Mali."
    >>> [(e.subjects[0].name, e.objects[0].name, e.status) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'Chad', 'planned'), ('Peru', 'Mali', 'actual')]
    """
    goods = [n for o in things for t in (o, through_measure(o)) for n in conjuncts(t) if n.pos_ == "NOUN"]
    origins = [o for noun in goods for p, o in prepositions(noun) if p.lower_ in ("from", "across", "of")]
    origins += [o for noun in goods for o in _right_behind(noun)]
    words = resolver.words["traded"]
    traded = [c for noun in goods for c in noun.children if c.dep_ == "acl" and lemma_of(c) in words]
    origins += [o for c in traded for p, o in prepositions(c) if p.lower_ in ("to", "from", "for", "in", "by")]
    return [r for o in dict.fromkeys(origins) for r in resolver.actors(o) if r.entity.kind != "person"]


def _right_behind(noun: Token) -> list[Token]:
    """Give where goods are from that the parser hung on the verb: "raised tariffs on steel from Chad"."""
    behind = noun.right_edge.i + 1
    if noun.dep_ not in ("pobj", "dobj") or behind >= noun.sent.end:
        return []
    preposition = noun.doc[behind]
    if preposition.lower_ != "from" or not is_verbal(preposition.head):
        return []
    return [c for c in preposition.children if c.dep_ == "pobj"]


def whom_it_hits(measure: Token, resolver: Resolver) -> list[Reference]:
    """Give whom a measure is told to be for by its verb: "the sanctions target Chad", "tariffs aimed at Chad".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru's sanctions target eleven Chadian generals. Mali has been hurt by a Cuban embargo."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'Chad'), ('Cuba', 'Mali')]
    """
    words = words_of(measure)["aiming"]
    if (
        measure.dep_ == "pobj"
        and measure.head.lower_ == "of"
        and lemma_of(measure.head.head) in words_of(measure)["unit"]
    ):
        return whom_it_hits(measure.head.head, resolver)  # "a package of sanctions will target Chad"
    told = [c for c in measure.children if c.dep_ in ("acl", "relcl") and lemma_of(c) in words]
    hit: list[Token] = []
    verb = measure.head
    if measure.dep_ in ("nsubj", "nsubjpass") and lemma_of(verb) in words:
        told.append(verb)
    elif measure.dep_ == "pobj" and verb.dep_ == "agent" and lemma_of(verb.head) in words:
        subject = child(verb.head, "nsubjpass")
        hit = [subject] if subject is not None else []
    for clause in told:
        hit += [c for c in clause.children if c.dep_ == "dobj" and not is_passive(clause)]
        hit += [o for p, o in prepositions(clause) if p.lower_ in _AT]
        purposes = [c for c in clause.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB"]
        purposes += [o for _, o in prepositions(clause) if is_verbal(o)]
        hit += [o for c in purposes for o in c.children if o.dep_ == "dobj"]
    return [r for o in dict.fromkeys(hit) for t in conjuncts(o) for r in resolver.actors(t)]


def in_whose_land(things: list[Token], subjects: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give the state that people and firms without a name have to do with, where it is one: "those who rigged a vote".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru imposed visa bans on three officials responsible for the crackdown on civil society in Chad."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'Chad')]
    """
    listed = resolver.words["listed"]
    nouns = [n for o in things for n in (o, through_measure(o)) if lemma_of(n) in listed or n.lower_ in listed]
    own = {r.entity.state() or r.entity for r in subjects}
    near = [r.entity for n in nouns for t in n.subtree if t.i != n.i for r in resolver.actors(t)]
    lands = [e for e in dict.fromkeys(((e.state() or e) if e.kind == "person" else e) for e in near) if e not in own]
    if len(lands) != 1 or lands[0].kind != "state":
        return []
    return [Reference(lands[0], f"those in {lands[0].name}", things[0].i, weak=True)]


def for_what(verb: Token, subjects: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give whose act a measure answers: "imposed the tariffs because of Chad's failure to open its market".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru imposed the tariffs in response to Chad's refusal to open its market."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][:1]
    [('Peru', 'Chad')]
    """
    acts = [o for p, o in prepositions(verb) if p.lower_ in ("for", "over", "of") and p.i > verb.i]
    acts += [
        o
        for _, answer in prepositions(verb)
        if lemma_of(answer) in resolver.words["inAnswer"]
        for _, o in prepositions(answer)
    ]
    own = {r.entity.state() or r.entity for r in subjects}
    owned = [r for act in acts for c in act.children if c.dep_ == "poss" for r in resolver.actors(c)]
    return [r for r in owned if (r.entity.state() or r.entity) not in own][:1]


def further_targets(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give whom measures told before are said to hit: "The measures will target Chad's banks".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru imposed sanctions on Mali. The measures will target Chad's oil sector."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'Mali'), ('Peru', 'Chad')]
    """
    told = [f for f in frames if f.predicate == "sanctioned"]
    if not told:
        return []
    words, known = words_of(doc), {f.trigger for f in frames}
    out: list[Frame] = []
    for act in doc:
        if act.dep_ not in ("nsubj", "nsubjpass") or lemma_of(act) not in words["takenMeasure"] or act.i in known:
            continue
        if child(act.head, "neg") is not None:
            continue  # "the sanctions do not target the people of Peru" are on Peru all the same
        before = [f for f in told if f.trigger < act.i]
        hit = whom_it_hits(act, resolver) if before and lemma_of(act.head) in words["aiming"] else []
        objects = apart(hit, before[-1].subjects) if before else []
        if objects:
            out.append(Frame(_AIMED, act.i, act.head.i, before[-1].subjects, objects, act.i))
    return out


def kept_out(verb: Token, resolver: Resolver) -> list[Reference]:
    """Give who keeps somebody out by whence: "was barred from Peru", "was suspended from the Commonwealth".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Some 500 Americans are barred from Chad. Mali was suspended from the African Union."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Chad', 'United States'), ('African Union', 'Mali')]
    """
    if lemma_of(verb) not in words_of(verb)["failure"] | words_of(verb)["shutOut"]:
        return []
    thing = child(verb, "dobj")
    hosts = [verb, *([thing] if thing is not None else [])]
    away = [o for host in hosts for p, o in prepositions(host) if p.lower_ in ("from", "to", "into")]
    away += [o for t in away if is_verbal(t) for o in t.children if o.dep_ in ("dobj", "pobj")]
    away = [t for t in away if t.dep_ != "dobj" or lemma_of(t.head) in words_of(verb)["intrude"]]
    kinds = ("state", "organisation") if lemma_of(verb) in words_of(verb)["failure"] else ("organisation",)
    return [r for o in away for r in resolver.actors(o) if r.entity.kind in kinds and not r.owned]
