"""Finds who holds, frees and sends home: "Americans held by Chad were freed", "freed from a Chadian jail"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.words import lemma_of, through_measure
from kg.extract.lexis import words_of
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import agent, conjuncts, is_passive, prepositions

_WHERE = frozenset({"in", "by"})


def holders_of(captive: Token, resolver: Resolver) -> list[Reference]:
    """Give who holds somebody by a participle: "three Americans held by Chad", "two engineers jailed in Peru".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mr Rao said that three Cubans held by Chad had been released."
    >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
    [('Chad', 'detained'), ('Chad', 'released')]
    """
    words, custody = words_of(captive)["havingCaptive"], words_of(captive)["custody"]
    for noun in (*conjuncts(captive), through_measure(captive)):
        for clause in noun.children:
            if clause.dep_ not in ("acl", "relcl"):
                continue
            if lemma_of(clause) not in words:
                jails = [o for p, o in prepositions(clause) if p.lower_ == "in" and lemma_of(o) in custody]
                for jail in jails:  # "who had spent eight years in a Libyan prison"
                    if found := resolver.owners(jail, frozenset({jail.i})):
                        return found
                continue
            by = agent(clause)
            if by is not None:
                return resolver.actors(by)
            if clause.dep_ == "relcl" and not is_passive(clause):
                subject = grammatical_subject(clause)  # "the Americans Chad holds"
                return resolver.actors(subject) if subject is not None and subject.i != noun.i else []
            if {lemma_of(clause), *(lemma_of(c) for c in clause.children)} & words_of(captive)["abduct"]:
                return []  # "kidnapped in Chad" is by nobody told
            where = [o for p, o in prepositions(clause) if p.lower_ in _WHERE]
            return [r for o in where for r in resolver.actors(o) if r.entity.kind == "state"][:1]
    return []


def let_out(verb: Token, resolver: Resolver) -> list[Reference]:
    """Give who lets somebody out by whence: "was freed from a Chadian jail", "were released in Chad".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Two Cubans were freed from Chadian custody."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Chad', 'Cuba')]
    """
    custody = words_of(verb)["custody"]
    for preposition, place in prepositions(verb):
        if preposition.lower_ in ("from", "of") and lemma_of(place) in custody:
            found = resolver.owners(place, frozenset({place.i}))
            found = found or [r for p, o in prepositions(place) if p.lower_ == "in" for r in resolver.actors(o)]
            if found:
                return found
        if preposition.lower_ in ("in", "by"):
            states = [r for r in resolver.actors(place) if r.entity.kind == "state"]
            if states:
                return states[:1]
    return []


def held_where(arrest: Token, resolver: Resolver) -> list[Reference]:
    """Give the state in which an arrest took place that names nobody else: "the arrest of Rao in a Geneva hotel".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru protested after the arrest of two Peruvian engineers in Chad."
    >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events][-1]
    ('Chad', 'detained')
    """
    held = [whom for p, whom in prepositions(arrest) if p.lower_ == "of"]
    sites = [o for host in (arrest, *held) for p, o in prepositions(host) if p.lower_ in ("in", "at")]
    for site in sites:
        there = resolver.actors(site) or [r for c in site.children if c.pos_ == "PROPN" for r in resolver.actors(c)]
        lands = [Reference(land, "where the arrest was", arrest.i) for r in there if (land := r.entity.state())]
        if lands and lands[0].entity.kind == "state":
            return lands[:1]
    return []


def abducts(noun: Token) -> bool:
    """Whether a noun is of taking people as no state does where it happens: "the abduction of two envoys in Chad"."""
    return any(lemma_of(noun).startswith(verb) for verb in words_of(noun)["abduct"])


def host_of(envoys: list[Reference], resolver: Resolver, at: int) -> list[Reference]:
    """Give the state that envoys are sent to, which alone can expel them: "the expulsion of Peru's envoy to Chad"."""
    spans = [resolver.reading.spans[r.token] for r in envoys]
    posted = dict.fromkeys(s.posted for s in spans if s is not None and s.posted is not None)
    return [Reference(state, "the state of the posting", at) for state in posted]


def lets_on(go: Token) -> bool:
    """Whether those who are let go are not set free but go on with something: "let the teams go back to work".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad let Peruvian inspectors go back to work. Chad let two Peruvian pilots go."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('released', 'Peru')]
    """
    on = words_of(go)["letGoOn"]
    if go.lemma_ != "go":
        return False
    behind = [lemma_of(o) for _, o in prepositions(go)]
    behind += [lemma_of(o) for c in go.children if c.dep_ == "advmod" for _, o in prepositions(c)]
    return not on.isdisjoint((*behind, *(c.lower_ for c in go.children if c.dep_ in ("advmod", "prt"))))
