"""Finds whom measures hit and who keeps others out: "tariffs on cars from Mali", "Peru's sanctions target Chad"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.words import lemma_of, through_measure
from kg.extract.lexis import words_of
from kg.extract.syntax import child, conjuncts, is_passive, is_verbal, prepositions

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
    if noun.dep_ != "pobj" or behind >= noun.sent.end:
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
