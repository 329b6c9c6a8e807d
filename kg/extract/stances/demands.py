"""Reads what another is asked for out of a told clause: "it is time for Chad to leave"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, sides
from kg.extract.frames import Frame, lemma_of
from kg.extract.lexis import occurrences, words_of
from kg.extract.patterns import unworded
from kg.extract.stances.told import (
    Told,
    condition,
    has_modal,
    is_inverted,
    is_negated,
    named_party,
    no_choice,
    other_party,
)
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import child, is_passive, is_verbal, prepositions

URGED = unworded("urged", "that somebody should do something")
_SHOULD = frozenset({"should", "ought"})
_MUST = frozenset({"must", "should", "ought"})
_WILL = frozenset({"will", "would", "'ll", "’ll", "can"})
_WITH = frozenset({"on", "upon", "with", "in", "up", "to"})


def demands(told: Told, resolver: Resolver) -> Iterator[Frame]:
    """Give whom a told clause asks for something.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said it was time for Chad to leave. Cuba said the ball was in the court of Mali."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "urged"]
    [('Peru', 'Chad'), ('Cuba', 'Mali')]
    """
    asked = _should(told.clause) or _due(told.clause) or _only_if(told.clause) or _driven(told.clause) or _told_to(told)
    if asked is not None and _is_for_both(asked, told, resolver):
        return
    onus = _onus(told.clause) if asked is None else None
    others = named_party(asked, told, resolver) if asked is not None else other_party(onus, told, resolver)
    if not others:
        others = _must_be_done(told, resolver)
    if not others and asked is not None and asked.pos_ == "PRON":
        others = told.hearers  # "told Chad that it had no choice but to leave"
    if not others and _commands(told.clause) and resolver.quoted(told.clause.i):
        others = told.hearers  # "“Stop the shelling,” he told Chad"
    if others:
        yield Frame(URGED, told.verb.i, told.verb.i, told.speakers, others)


def _is_for_both(asked: Token, told: Told, resolver: Resolver) -> bool:
    """Whether the speaker's own side is among those who should do something, so that it asks nothing of the others.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao of Peru said Peru and Chile should work together."
    >>> Extractor().extract(Article("a", text)).events
    ()
    """
    several = [r.entity for r in resolver.actors(asked)]
    own = sides(told.speakers)
    return len(several) > 1 and any(e in own for e in several)


def hopes(resolver: Resolver) -> Iterator[Frame]:
    """Give who is asked by a hope: "hopes that Chad will withdraw", "expects Chad to"."""
    for verb in resolver.reading.doc:
        if verb.pos_ != "VERB":
            continue
        verb_words = words_of(verb)
        for clause in (c for c in _hoped(verb) if is_verbal(c) and not is_passive(c) and not is_negated(verb)):
            subject, other = grammatical_subject(verb), child(clause, "nsubj")
            if subject is None or other is None or other.lower_ == "it":  # "hoped it would ease the tension"
                continue
            if not has_modal(clause, _WILL) or is_negated(clause):
                continue
            if lemma_of(other) in verb_words["talk"] | verb_words["gathering"]:  # "hopes the talks will resume"
                continue
            speakers = resolver.actors(subject)
            others = named_party(other, Told(clause, verb, speakers), resolver) if speakers else []
            others = [r for r in others if not r.weak and r.entity.name.split()[-1] != "Talks"]
            if others and lemma_of(clause) not in ("be", "have", "win"):
                yield Frame(URGED, verb.i, verb.i, speakers, others)


def _hoped(verb: Token) -> Iterator[Token]:
    """Give the clauses of what is hoped: "hopes that Chad will", "voiced the hope that Chad would"."""
    words = words_of(verb)
    if lemma_of(verb) in words["hoping"]:
        yield from (c for c in verb.children if c.dep_ == "ccomp")
    for hope in (c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in words["hope"]):
        if lemma_of(verb) in words["lightVerb"]:
            yield from (c for node in (verb, hope) for c in node.children if c.dep_ in ("acl", "ccomp", "relcl"))


def asked_there(resolver: Resolver) -> Iterator[Frame]:
    """Give the state in which what is called for is to be: "called for elections in Chad".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru called for free and fair elections in Chad. Cuba called for rain in Mali."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'Chad')]
    """
    words = resolver.words
    for verb in occurrences(resolver.reading.doc, words["callingFor"]):
        if verb.pos_ != "VERB" or is_passive(verb):
            continue
        if child(verb, "oprd") is not None:
            continue  # "called the vote in Chad fair"
        asked = [c for c in verb.children if c.dep_ == "dobj"]
        asked += [o for p, o in prepositions(verb) if p.lower_ == "for"]
        subject = grammatical_subject(verb)
        speakers = resolver.actors(subject) if subject is not None else []
        for noun in asked if 0 < len(speakers) < 3 else ():
            inside = [t for t in noun.subtree if t.pos_ in ("PROPN", "NOUN", "ADJ") and resolver.reading.spans[t.i]]
            there = [t for t in inside if t.dep_ == "pobj" and t.head.lower_ == "in"]
            parties = [t for t in inside if resolver.actors(t)]
            if lemma_of(noun) not in words["goodToHave"] or len(there) != 1 or len(parties) != 1:
                continue
            others = [
                r for r in named_party(there[0], Told(verb, verb, speakers), resolver) if r.entity.kind == "state"
            ]
            if others:
                yield Frame(URGED, verb.i, verb.i, speakers, others)


def weights(resolver: Resolver) -> Iterator[Frame]:
    """Give who is asked by how much what he does matters: "stressed the importance of Chad opening its borders"."""
    words = resolver.words
    for verb in occurrences(resolver.reading.doc, words["stressing"]):
        if verb.pos_ != "VERB":
            continue
        subject = grammatical_subject(verb)
        for need in (c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in words["weight"]):
            told = Told(verb, verb, resolver.actors(subject) if subject is not None else [])
            for p, o in prepositions(need) if told.speakers else ():
                doing = any(c.tag_ == "VBG" and c.i > o.i for c in (*need.children, *o.children, *p.children))
                asked = o if o.tag_ != "VBG" else child(o, "nsubj", "poss")
                others = named_party(asked, told, resolver) if asked is not None and (doing or asked is not o) else []
                if others and p.lower_ == "of":
                    yield Frame(URGED, verb.i, verb.i, told.speakers, others)


def _should(clause: Token) -> Token | None:
    """Read "Chad should leave", "Chad had better leave", "Chad had to do more"."""
    if (is_negated(clause) and lemma_of(clause) == "be") or is_inverted(clause):
        return None
    had = clause.lower_ == "had" or any(c.lower_ in ("had", "'d") for c in clause.children if c.dep_ == "aux")
    better = any(c.lower_ == "better" for node in (clause, *clause.children) for c in node.children)
    if (had and better) or has_modal(clause, _SHOULD):
        if lemma_of(clause) == "be" or (is_passive(clause) and lemma_of(clause) in words_of(clause)["judged"]):
            return None
        return grammatical_subject(clause)
    return None


def _told_to(told: Told) -> Token | None:
    """Read "told Chad that it must leave", where "it" is who is told."""
    subject = child(told.clause, "nsubj")
    theirs = subject is not None and subject.lower_ in ("it", "they", "he", "she") and bool(told.hearers)
    warned = lemma_of(told.verb) in words_of(told.verb)["warning"]
    obliged = lemma_of(told.clause) in ("have", "need") and any(c.dep_ == "xcomp" for c in told.clause.children)
    obliged = obliged and not is_negated(told.clause)  # "told them that they had to leave"
    return subject if theirs and not warned and (obliged or has_modal(told.clause, frozenset({"must"}))) else None


def _driven(clause: Token) -> Token | None:
    """Read "Chad has no choice but to leave", "Chad has three days to leave"."""
    if lemma_of(clause) != "have" or is_negated(clause):
        return None
    spans = words_of(clause)["span"]
    timed = (c for c in clause.children if c.dep_ == "dobj" and lemma_of(c) in spans and child(c, "nummod") is not None)
    left = no_choice(clause) or next(timed, None)
    to_do = left is not None and any(t.tag_ == "TO" for t in clause.subtree if t.i > left.i)
    return child(clause, "nsubj") if to_do else None


def _commands(clause: Token) -> bool:
    """Whether a quoted clause is an order: "Stop the shelling at once", "Do not touch the dam".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = '"Leave our land," President Diaz of Peru told Chad.'
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][-1]
    ('urged', 'Chad')
    """
    if clause.tag_ != "VB" or lemma_of(clause) in words_of(clause)["unsaidOrder"]:
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl", "mark") or c.tag_ in ("MD", "TO") for c in clause.children):
        return False
    return clause.left_edge.i == 0 or clause.left_edge.nbor(-1).is_quote or clause.left_edge.nbor(-1).is_punct


def _must_be_done(told: Told, resolver: Resolver) -> list[Reference]:
    """Read "the attacks by Chad must be stopped", "the troops of Chad should be withdrawn"."""
    clause, words = told.clause, words_of(told.clause)
    if not is_passive(clause) or not has_modal(clause, _MUST) or is_inverted(clause):
        return []
    thing = child(clause, "nsubjpass")
    acts = words["hostileAct"] | words["neededAct"] | words["ownForce"] | words["bidTold"]
    if thing is None or lemma_of(thing) not in acts or lemma_of(clause) not in words["undoing"]:
        return []
    return [r for r in other_party(thing, told, resolver) if r.entity.kind != "person"] or told.hearers


def _due(clause: Token) -> Token | None:
    """Read "it is time for Chad to leave", "it is vital that Chad leave", "it is up to Chad to decide"."""
    words = words_of(clause)
    if lemma_of(clause) not in words["coming"] or is_negated(clause):
        return None
    what = [c for c in clause.children if c.dep_ in ("attr", "acomp", "prep", "advmod", "ccomp")]
    due = [c for c in what if lemma_of(c) in words["due"] and not any(d.lower_ == "no" for d in c.children)]
    subject = child(clause, "nsubj", "expl")
    if subject is not None and lemma_of(subject) in words["due"]:
        due.append(subject)
    for head in due:
        for node in (clause, head):
            for c in node.children:
                inner = (
                    child(c, "nsubj", "nsubjpass") if c.dep_ in ("relcl", "advcl", "ccomp", "acl", "xcomp") else None
                )
                marks = {m.lower_ for m in c.children if m.dep_ in ("mark", "aux")}
                bare = head.lower_ == "time" and not marks and c.dep_ != "advcl"  # "it is high time Chad left"
                told = marks & {"for", "that", "to"} or bare
                if inner is not None and inner.pos_ != "PRON" and told and not marks & _WILL:
                    return inner
    to_do = any(c.dep_ in ("xcomp", "advcl", "ccomp") and child(c, "aux") is not None for c in clause.children)
    up = [o for p, o in prepositions(clause) if p.lower_ in ("up", "to")]
    if subject is not None and subject.lower_ == "it" and to_do and up:
        return up[-1]
    return None


def _only_if(clause: Token) -> Token | None:
    """Read "there can be no peace unless Chad leaves", "no talks until Chad frees them"."""
    if lemma_of(clause) != "be" or child(clause, "expl") is None:
        return None
    none = any(d.lower_ == "no" for c in clause.children if c.dep_ == "attr" for d in c.children)
    case = condition(clause, frozenset({"unless", "until", "till"})) if none or is_negated(clause) else None
    return child(case, "nsubj") if case is not None else None


def _onus(clause: Token) -> Token | None:
    """Read "the ball is in Chad's court", "the onus is on Chad"."""
    subject = child(clause, "nsubj")
    if subject is None or lemma_of(clause) not in words_of(clause)["lying"]:
        return None
    if lemma_of(subject) not in words_of(clause)["onus"] or is_negated(clause):
        return None
    if lemma_of(subject) == "responsibility" and lemma_of(clause) != "be":
        return None  # that is blame
    return next((o for p, o in prepositions(clause) if p.lower_ in _WITH), None)
