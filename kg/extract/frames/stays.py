"""Frames of stays and onward journeys that are told beside another act: "Rice, in Japan for talks, urged"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.extract.coreference import Resolver
from kg.extract.frames.parties import themselves
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import words_of
from kg.extract.patterns import Pattern, unworded
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import child, is_verbal, prepositions

_STAY = unworded("visited", "that somebody is at a place for a purpose")
_DUE = unworded("visited", "that somebody is due at a place")
_ONWARD = unworded("visited", "where somebody is going on to")
_PURPOSES = frozenset({"for", "on", "as", "during", "en"})
_FARTHEST = 7
"""Words from the place to what somebody is there for: "in Japan as part of her first official visit"."""


def stays(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give the stays of people that are told beside their name, and the journeys that they are on.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Gordon Brown, in Peru on a two-day visit, praised it. He left Lima on his way to Chile."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.objects[0].name, e.status) for e in found if e.predicate == "visited"]
    [('Peru', 'actual'), ('Chile', 'planned')]
    """
    told = {(s.entity, o.entity) for f in frames if f.predicate == "visited" for s in f.subjects for o in f.objects}
    out: list[Frame] = []
    onward = resolver.words["onward"]
    for token in doc:
        low = token.lower_
        if low in ("in", "at") and token.dep_ in ("prep", "relcl"):
            found = _stay(token, resolver) or _now(token, resolver)
        elif low in onward and resolver.reading.spans[token.i] is None:
            found = _onward(token, resolver)
        elif low in resolver.words["awaited"] and token.pos_ in ("ADJ", "VERB", "ADP", "SCONJ"):
            found = _awaited(token, resolver)
        elif low in resolver.words["justBack"]:
            found = _back(token, resolver)
        else:
            continue
        if found is not None and (found.subjects[0].entity, found.objects[0].entity) not in told:
            out.append(found)
    return out


def _stay(preposition: Token, resolver: Resolver) -> Frame | None:
    """Read "X, in Peru for talks, said", "In Peru as part of a tour, X said"."""
    doc, i, end = preposition.doc, preposition.i, preposition.sent.end
    if i + 3 >= end or doc[i + 2].lower_ not in _PURPOSES:
        return None
    behind = doc[i + 3 : min(i + 3 + _FARTHEST, end)]
    purpose = next((t for t in behind if t.pos_ in ("NOUN", "PROPN") and t.dep_ == "pobj"), None)
    if purpose is not None and purpose.lower_ == "part":
        purpose = next((o for p, o in prepositions(purpose) if p.lower_ == "of"), None)
    if purpose is None:
        return None
    brief = doc[i + 2].lower_ == "for" and lemma_of(purpose) in words_of(purpose)["span"]  # "in Peru for a day"
    if not brief and lemma_of(purpose) not in words_of(purpose)["errand"]:
        return None
    guest = _guest(preposition)
    return _visit(guest, doc[i + 1], _STAY, i, resolver) if guest is not None else None


def _now(preposition: Token, resolver: Resolver) -> Frame | None:
    """Read "Rao, currently in Peru, said" and "while in Peru, Rao said"."""
    doc, i, first = preposition.doc, preposition.i, preposition.sent.start
    before = doc[i - 1].lower_ if i > first else ""
    if before == "while":
        node = preposition.head
        verb = node if is_verbal(node) else node.head
        guest = grammatical_subject(verb) if is_verbal(verb) else None
        return _visit(guest, doc[i + 1], _STAY, i, resolver) if guest is not None and i + 1 < len(doc) else None
    beside = i > first + 2 and before in resolver.words["currently"] and doc[i - 2].text == ","
    return _visit(doc[i - 3], doc[i + 1], _STAY, i, resolver) if beside and i + 1 < len(doc) else None


def _back(back: Token, resolver: Resolver) -> Frame | None:
    """Read "Mr Rao, just back from Peru, said" and "Fresh from a visit to Peru, Mr Rao said"."""
    doc, i, end, first = back.doc, back.i, back.sent.end, back.sent.start
    if i + 2 >= end or doc[i + 1].lower_ != "from":
        return None
    start = i - 1 if i > first and doc[i - 1].lower_ in ("just", "newly", "recently") else i
    if start == first:
        subject = grammatical_subject(back.sent.root) if is_verbal(back.sent.root) else None
        guest = subject if subject is not None and subject.i > i else None
    else:
        guest = doc[start - 2] if start > first + 1 and doc[start - 1].text == "," else None
    where = child(doc[i + 1], "pobj")
    if guest is None or where is None:
        return None
    if lemma_of(where) in words_of(where)["journey"] | words_of(where)["errand"]:
        where = next((o for p, o in prepositions(where) if p.lower_ in ("to", "of", "in")), where)
    return _visit(guest, where, _STAY, i, resolver)


def _awaited(due: Token, resolver: Resolver) -> Frame | None:
    """Read "Mr Rao, due in Peru on Monday, said", "expected here today", of the name right before it."""
    doc, i, end = due.doc, due.i, due.sent.end
    if i <= due.sent.start + 1 or doc[i - 1].text != "," or i + 2 >= end:
        return None
    where = doc[i + 1] if doc[i + 1].lower_ == "here" else doc[i + 2] if doc[i + 1].lower_ in ("in", "at") else None
    return _visit(doc[i - 2], where, _DUE, i, resolver) if where is not None else None


def _guest(preposition: Token) -> Token | None:
    """Give whose stay it is: the name right before it, or at the start of a sentence the subject of its clause."""
    first = preposition.sent.start
    if preposition.i == first:
        verb = preposition.head
        return grammatical_subject(verb) if is_verbal(verb) else None
    before = preposition.nbor(-1)
    return before.nbor(-1) if before.text == "," and before.i > first else None


def _onward(way: Token, resolver: Resolver) -> Frame | None:
    """Read "on his way to Peru", "en route to Peru", "bound for Peru", of the subject of the clause."""
    words = frozenset({"to"})
    if way.lower_ == "bound" and way.dep_ in ("advcl", "acl"):
        node, words = way.head, frozenset({"for"})
    elif way.dep_ == "pobj" and (way.lower_ == "route" or any(c.dep_ == "poss" for c in way.children)):
        node = way.head.head
    else:
        return None
    words = frozenset({"from"}) if way.i + 1 < way.sent.end and way.nbor(1).lower_ in ("back", "home") else words
    hosts = (way, way.head, node, *(c for c in way.children if c.i == way.i + 1))
    behind = [o for host in hosts for p, o in prepositions(host) if p.lower_ in words and p.i > way.i]
    guest = grammatical_subject(node) if is_verbal(node) else node
    to = next((o for o in behind if o.i - way.i <= 3), None)
    return _visit(guest, to, _ONWARD, way.i, resolver) if guest is not None and to is not None else None


def _visit(guest: Token, where: Token, pattern: Pattern, trigger: int, resolver: Resolver) -> Frame | None:
    """Give the visit of a person, or of a delegation, to a state or place."""
    sent = lemma_of(guest) in words_of(guest)["led"]
    guests = [r for r in resolver.actors(guest) if r.entity.kind == "person" or (sent and r.entity.kind != "place")]
    guests = guests if sent else themselves(guests)
    places = [r for r in resolver.actors(where) if r.entity.kind in ("state", "place")]
    own = {r.entity.state() for r in guests}
    places = [r for r in places if r.entity not in own]
    return Frame(pattern, trigger, trigger, guests, places) if guests and places else None
