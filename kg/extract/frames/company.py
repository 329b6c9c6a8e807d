"""Finds who does an act too, or has it done to him, as "along with" and "accompanied by" tell."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import words_of
from kg.extract.subjects import grammatical_subject, undergoer
from kg.extract.syntax import agent, child, prepositions


def companions(verb: Token, resolver: Resolver, *, in_person: bool = False) -> list[Reference]:
    """Give those who do it too: "along with Kara-Murza", "together with Iran", "joined Iran in denouncing".

    Who only accompanies somebody does what he does `in_person`.
    """
    if verb.dep_ == "pcomp" and verb.head.lower_ == "in" and lemma_of(verb.head.head) == "join":
        joined = undergoer(verb.head.head)
        found = resolver.actors(joined) if joined is not None else []
        return [r for r in found if r.entity.record is None or not r.entity.record.wide]
    subject = grammatical_subject(verb)
    for host in (verb, subject) if in_person else ():
        for c in host.children if host is not None else ():
            if (
                c.dep_ in ("acl", "advcl")
                and c.tag_ == "VBN"
                and lemma_of(c) in words_of(c)["accompanying"]
                and (by := agent(c)) is not None
            ):
                return [r for r in resolver.actors(by) if r.entity.kind == "person"]
    escort = next((o for _, o in prepositions(verb) if in_person and lemma_of(o) == "company"), None)
    if escort is not None and any(p.lower_ == "of" for p, _ in prepositions(escort)):  # "in the company of Rao"
        return [r for p, o in prepositions(escort) for r in resolver.actors(o) if r.entity.kind == "person"]
    if subject is not None and _with_whom_it_is_done_to(verb):
        return []
    beside = [c for c in subject.children if c.dep_ == "prep" and c.i > subject.i] if subject is not None else []
    for c in (*verb.children, *beside):
        if c.lower_ == "along" and child(c, "pobj") is not None:
            continue  # "massed troops along its border with Iran"
        if c.dep_ in ("prep", "advmod") and c.lower_ in ("along", "together", "alongside"):
            for inner in c.subtree:
                if inner.dep_ == "pobj" and inner.head.lower_ in ("with", "alongside"):
                    return resolver.actors(inner)
        if c.dep_ == "prep" and c.lower_ == "with" and c.i and c.nbor(-1).lower_ in ("along", "together"):
            return [r for o in c.children if o.dep_ == "pobj" for r in resolver.actors(o)]
    return []


def _with_whom_it_is_done_to(verb: Token) -> bool:
    """Whether "along with" joins others to whom it is done to: "killed Rao along with sixteen other rebels"."""
    hit = child(verb, "dobj")
    along = next((c for c in verb.children if c.lower_ in ("along", "together", "alongside")), None)
    return hit is not None and along is not None and hit.i < along.i and lemma_of(verb) in words_of(verb)["doneToBoth"]
