"""Reads blame and demands out of what someone is reported to have said: "Ukraine must withdraw, Lavrov said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, is_of
from kg.extract.frames import Frame, lemma_of
from kg.extract.frames.words import through_measure
from kg.extract.grammar import CONDITIONAL_MODALS
from kg.extract.judgements import ACCUSED
from kg.extract.lexis import words_of
from kg.extract.mentions import Span
from kg.extract.patterns import Pattern, unworded
from kg.extract.syntax import agent, child, grammatical_subject, is_passive, is_verbal, prepositions

DEMANDED = unworded("demanded_of", "that somebody must do something")
THREATENED = unworded("threatened", "what will be done to somebody, or befall him")


def reported(resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each clause under a verb of saying that tells what its subject must do or did wrong."""
    spans = resolver.reading.spans
    for verb in resolver.reading.doc:
        if (
            verb.pos_ != "VERB"
            or spans[verb.i] is not None
            or lemma_of(verb) not in words_of(verb)["report"] - words_of(verb)["denial"]
        ):
            continue
        clauses = list(_clauses(verb))
        speaker = grammatical_subject(verb) if clauses else None
        speakers = resolver.actors(speaker) if speaker is not None else []
        for clause in clauses if speakers else ():
            found = _blame(clause, spans) or _threat(clause)
            if found is not None and found[0] is THREATENED and lemma_of(verb) in words_of(verb)["warning"]:
                continue
            others = _others(found[1], speakers, resolver) if found is not None else []
            if found is not None and others and (len(others) == 1 or found[0] is DEMANDED):
                yield Frame(found[0], verb.i, verb.i, speakers, others)


def voiced_demands(resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each demand that the text of a state's own office makes: "The rebels must lay down arms".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> note = Article("a", "Iran must free the crew. Our states must be strong.", publisher="U.S. Department of State")
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(note).events]
    [('United States', 'Iran')]
    """
    own = resolver.publisher
    if own is None:
        return
    for must in resolver.reading.doc:
        verb = must.head
        main = verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
        if must.lower_ != "must" or not main or resolver.speaker_at(must.i) is not None:
            continue
        span = resolver.reading.spans[subject.i] if (subject := child(verb, "nsubj")) is not None else None
        if (span is not None and span.sort == "people") or any(_says(c) for c in verb.children):
            continue
        speakers = [Reference(own, "who published the text", verb.i, weak=True)]
        others = _others(subject, speakers, resolver) if subject is not None and subject.pos_ != "PRON" else []
        if others and not any(c.dep_ == "neg" for c in must.children):
            yield Frame(DEMANDED, verb.i, must.i, speakers, others)


def _says(clause: Token) -> bool:
    """Whether a clause beside another says who says it: "Chad, the minister said, must act"."""
    return clause.dep_ in ("parataxis", "ccomp") and lemma_of(clause) in words_of(clause)["report"]


def _clauses(verb: Token) -> Iterator[Token]:
    """Give the clauses that a verb of saying reports, before it, behind it or around it."""
    heads = [c for c in verb.children if c.dep_ == "ccomp" and is_verbal(c)]
    if not heads and verb.dep_ == "parataxis" and is_verbal(verb.head) and verb.nbor(-1).i >= 0:
        heads = [verb.head]
    for head in heads:
        yield head
        yield from (c for c in head.children if c.dep_ == "conj" and is_verbal(c))


def _blame(clause: Token, spans: Sequence[Span | None]) -> tuple[Pattern, Token] | None:
    """Give what a clause says of whom: a demand or an accusation."""
    words = words_of(clause)
    subject = grammatical_subject(clause)
    auxiliaries = {c.lower_ for c in clause.children if c.dep_ in ("aux", "neg")}
    if subject is None:
        return None
    obliged = lemma_of(clause) in ("need", "have") and any(c.dep_ == "xcomp" for c in clause.children)
    if "must" in auxiliaries or (obliged and not auxiliaries & {"not", "n't", "would", "may", "might", "will"}):
        return DEMANDED, subject
    if _left_undone(clause):
        return ACCUSED, subject
    if auxiliaries & {"not", "n't", "would", "may", "might", "could", "should", "will"}:
        return None
    lemma = lemma_of(clause)
    served = _served(clause, subject)
    if served is not None:
        return ACCUSED, served
    if lemma in words["bearing"] and any(lemma_of(c) in words["guilt"] for c in clause.children if c.dep_ == "dobj"):
        return ACCUSED, subject
    if lemma in ("lie", "rest") and lemma_of(subject) in words["guilt"]:
        return next(((ACCUSED, o) for p, o in prepositions(clause) if p.lower_ in ("with", "on", "at")), None)
    if {lemma, *(lemma_of(c) for c in clause.children if c.dep_ == "xcomp")} & words["misdeed"]:
        return ACCUSED, subject
    things = [c for c in clause.children if c.dep_ == "dobj"]
    armed = any((span := spans[c.i]) is not None and span.sort == "group" for c in things)
    done = {lemma_of(c) for c in things} | ({"rebel"} if armed else set())
    done |= {lemma_of(o) for p, o in prepositions(clause) if p.lower_ == "as"}  # "is using them as human shields"
    if not is_passive(clause) and any(f"{lemma} {thing}" in words["misdeed"] for thing in done):
        return ACCUSED, subject
    if lemma == "be":
        told = {lemma_of(c) for c in clause.children if c.dep_ in ("acomp", "attr", "xcomp")}
        named = _whose_work(clause)
        if named is not None:
            return ACCUSED, named
        behind = (through_measure(o) for p, o in prepositions(clause) if p.lower_ == "behind")
        if told & words["answerable"] or any(lemma_of(o) in words["deed"] for o in behind):
            return ACCUSED, subject
    return None


def _served(clause: Token, subject: Token) -> Token | None:
    """Give for whom those work who are spoken of: "spied for Iran", "mercenaries in the pay of Iran", "backed by Iran".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said the men had been spying for Chile. Cuba said the hackers were backed by Chad."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "accused"]
    [('Peru', 'Chile'), ('Cuba', 'Chad')]
    """
    words, lemma = words_of(clause), lemma_of(clause)
    if lemma_of(subject) not in words["henchman"]:
        return None
    paid = (o for p, o in prepositions(subject) if p.lower_ in ("in", "on") and o.lower_ in words["wage"])
    payer = next((o for pay in paid for p, o in prepositions(pay) if p.lower_ == "of"), None)
    if payer is not None:
        return payer
    if is_passive(clause) and lemma in words["backing"]:
        return agent(clause)
    master = next((o for p, o in prepositions(clause) if p.lower_ == "for"), None)
    secret = master is not None and lemma_of(master) in words["secretService"]
    return master if lemma == "spy" or (lemma == "work" and secret) else None


def _left_undone(clause: Token) -> bool:
    """Whether it tells of a duty that was not done: "has failed to honour the accord", "does not respect it"."""
    words, modals = words_of(clause), CONDITIONAL_MODALS | {"can", "must", "should", "shall"}
    if any(c.dep_ == "aux" and c.lower_ in modals for c in clause.children):
        return False
    if lemma_of(clause) in words["neglecting"]:
        duties = [c for c in clause.children if c.dep_ == "xcomp"]
    else:
        duties = [clause] if any(c.dep_ == "neg" for c in clause.children) else []
    return any(
        lemma_of(verb) in words["dutiful"]
        or any(f"{lemma_of(verb)} {lemma_of(c)}" in words["dutiful"] for c in verb.children if c.dep_ == "dobj")
        for verb in duties
    )


def _whose_work(clause: Token) -> Token | None:
    """Give who did it: "was the work of Iran", "was Iran's doing", "is the victim of a plot by Iran"."""
    words = words_of(clause)
    for told in (c for c in clause.children if c.dep_ == "attr"):
        if lemma_of(told) in words["handiwork"]:
            owner = child(told, "poss")
            return owner or next((o for p, o in prepositions(told) if p.lower_ == "of"), None)
        if lemma_of(told) in words["suffererOf"]:
            deed = next((o for p, o in prepositions(told) if p.lower_ == "of"), None)
            if deed is None or lemma_of(deed) not in words["deed"] | words["scheme"]:
                return None
            by = next((a for c in deed.children if c.dep_ == "acl" and (a := agent(c)) is not None), None)
            return by or deed
    return None


def _threat(clause: Token) -> tuple[Pattern, Token] | None:
    """Give whom a clause threatens: "Syria will pay a price", "it would hit back if Syria fired"."""
    words = words_of(clause)
    if not any(c.lower_ in CONDITIONAL_MODALS - {"may", "might", "could"} for c in clause.children if c.dep_ == "aux"):
        return None
    if any(c.dep_ == "neg" for c in clause.children):
        return None
    subject = child(clause, "nsubj", "nsubjpass")
    pays = any(
        lemma_of(c) in words["penance"] and (lemma_of(c) != "price" or _modified(c) & words["steep"])
        for c in clause.children
        if c.dep_ == "dobj"
    )
    if subject is not None and (
        lemma_of(clause) in words["rueing"] or (lemma_of(clause) in words["suffering"] and pays)
    ):
        return THREATENED, subject
    if lemma_of(clause) not in words["retorting"]:
        return None
    for c in clause.children:
        if c.dep_ == "advcl" and any(m.lower_ in ("if", "unless", "should") for m in c.children):
            other = child(c, "nsubj")
            return (THREATENED, other) if other is not None else None
    return None


def _modified(noun: Token) -> set[str]:
    """Give the lemmas of the adjectives before a noun."""
    return {lemma_of(c) for c in noun.children if c.dep_ == "amod"}


def _others(subject: Token, speakers: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give the party that is spoken of, if it is neither the speaker nor the speaker's own side."""
    if subject.pos_ == "PRON" and subject.lower_ in ("it", "this", "that", "what"):
        return []
    # Rebels are not on the side of the state that they live in.
    own = [(r.entity,) if r.entity.kind == "group" else (r.entity, r.entity.state(), r.entity.ground) for r in speakers]
    mine = {e for side in own for e in side if e is not None}
    found = [r for r in resolver.actors(subject) if r.entity.kind != "place"]
    if subject.pos_ == "NOUN" and lemma_of(subject) not in resolver.acts:
        found = [r for r in found if not r.owned or lemma_of(subject) in words_of(subject)["deed"]]
    if any(is_of(r.entity, mine) for r in found) or len(found) > 2:
        return []
    return found
