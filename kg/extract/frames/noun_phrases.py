"""Reads the phrase around an event's noun: what it shares with nouns beside it, its complements, its clause."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.parties import merge
from kg.extract.frames.words import lemma_of, noun_matches, through_measure
from kg.extract.lexis import words_of
from kg.extract.patterns import Pattern
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import child, is_verbal, prepositions

_ALONG = frozenset({"on", "along", "at", "across", "over"})
"""Prepositions of fighting at a line between two."""
_ROUTING = frozenset({"after", "following", "under", "amid"})
"""Prepositions of strikes to which fighters give way."""
_PARTIES = frozenset({"between", "among", "with", "against", "by"})


def met_there(noun: Token, resolver: Resolver) -> list[Reference]:
    """Give with whom it is, behind its day and place: "his meetings next week in Amman with X and in Cairo with Y".

    The parser hangs such a row of phrases on the verb before it.
    """
    doc, spans = noun.doc, resolver.reading.spans
    found: list[Reference] = []
    i, last = noun.i + 1, noun.sent.end - 1
    while i < last:
        span = spans[i + 1]
        placed = span is not None and (span.sort in ("state", "place") or span.place is not None)
        here = spans[i]
        dated = (here is not None and here.sort == "date") or doc[i].lower_ == "here"
        comma = doc[i].text == "," and (span is not None or doc[i + 1].lower_ in ("in", "at", "with"))
        if dated or comma:
            i += 1
        elif doc[i].lower_ in ("in", "at") and placed:
            i += 2
        elif doc[i].lower_ == "and" and found and doc[i + 1].lower_ in ("in", "at"):
            i += 1
        elif doc[i].lower_ == "with" and span is not None and span.sort in ("person", "role"):
            found = merge(found, resolver.actors(doc[i + 1]))
            i += 2
        else:
            break
    return found


def clause_beside(noun: Token) -> Token | None:
    """Give the subject of the clause right behind a noun, however parsed: "Rabin's demand that Syria expel X"."""
    doc, i = noun.doc, noun.i + 1
    if i + 2 < len(doc) and doc[i].lower_ in ("by", "from") and doc[i].head.i == noun.i:
        i = next(iter(doc[i].children), doc[i]).i + 1  # "a call by France for Rwanda to disarm"
    if i + 2 >= len(doc) or doc[i].lower_ not in ("that", "for"):
        return None
    subject = doc[i + 2] if doc[i + 1].dep_ == "det" and i + 3 < len(doc) else doc[i + 1]
    wanted = ["TO"] if doc[i].lower_ == "for" else ["VB", "VBP", "MD"]
    if subject.dep_ in ("nmod", "compound") and doc[i].lower_ == "that":
        wanted.append("JJ")  # "that Somalia expel armed groups", read as groups of some kind
    return subject if subject.nbor(1).tag_ in wanted and subject.pos_ in ("PROPN", "NOUN") else None


def sharing(noun: Token) -> list[Token]:
    """Give the nouns beside it that whom it is done to may hang on: "the harassment and expulsion of diplomats"."""
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return [noun.head]
    return [c for c in noun.children if c.dep_ == "conj" and c.pos_ == "NOUN"]


def staged(noun: Token, pattern: Pattern) -> list[Token]:
    """Give what else a party may hang on: "an exchange of letters between", "a round of talks opened between".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "A new round of talks opened on Monday between Peru and Chile."
    >>> [(e.predicate, [a.name for a in e.subjects]) for e in Extractor().extract(Article("a", text)).events]
    [('negotiated_with', ['Peru', 'Chile'])]
    """
    hosts = [o for p, o in prepositions(noun) if any(p.lower_ in words for words, _ in pattern.complements)]
    words = words_of(noun)
    hosts.extend(o for p, o in prepositions(noun) if p.lower_ == "with" and lemma_of(o) in words["takingPart"])
    if noun.dep_ in ("nsubj", "nsubjpass"):  # "talks are under way between", "were expected to open between"
        hosts.extend(c for c in noun.head.children if c.dep_ == "xcomp" and lemma_of(c) in words["happen"])
        if noun.head.lemma_ == "be":
            hosts.append(noun.head)
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return hosts
    stage = noun.head.head
    if lemma_of(stage) not in words["stage"]:
        return hosts
    hosts.append(stage)
    if stage.dep_ in ("nsubj", "nsubjpass") and lemma_of(stage.head) in words["happen"] | words["arranging"]:
        hosts.append(stage.head)
    return hosts


def complemented(noun: Token, pattern: Pattern) -> bool:
    """Whether the literal complements of a noun wording are there: "release of hostages"."""
    found = list(prepositions(noun)) if pattern.complements else []
    return all(
        any(p.lower_ in words and any(noun_matches(t, nouns) for t in (o, through_measure(o))) for p, o in found)
        for words, nouns in pattern.complements
    )


def in_idle_phrase(noun: Token, pattern: Pattern) -> bool:
    """Whether a noun stands in a phrase that tells no event."""
    wanted = pattern.object_prepositions
    return not wanted or any(p.lower_ in wanted for p, _ in prepositions(noun))


def only_there(guest: Token) -> bool:
    """Whether "with" tells of who is at talks and no party to them: "with Peru looking on", "with UN observers".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru and Chile signed the treaty with Brazil and Mali in attendance."
    >>> [(a.name, b.name) for e in Extractor().extract(Article("a", text)).events for a, b in e.dyads()]
    [('Peru', 'Chile')]
    """
    words, doc = words_of(guest), guest.doc
    if lemma_of(guest) in words["bystander"]:
        return True
    clauses = [c for c in guest.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBG"]
    if guest.dep_ == "nsubj":
        clauses.append(guest.head)
    if any(lemma_of(c) in words["lookingOn"] for c in clauses):
        return True
    behind = doc[guest.i + 1 : min(guest.i + 4, guest.sent.end)]
    if not len(behind):
        return False
    if behind[0].lower_ == "as":
        known = words["bystander"] | words["guarantor"]
        return any(lemma_of(t) in known for t in behind)
    if behind[0].lower_ == "in" and len(behind) > 1:
        return lemma_of(behind[1]) in words["lookingOn"]
    return lemma_of(behind[0]) in words["lookingOn"] and behind[0].tag_ in ("VBG", "JJ")


def at_their_border(noun: Token, resolver: Resolver) -> list[Reference]:
    """Give the two at whose border there is fighting of nobody else: "clashes along the border between Mali and Chad".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Clashes on the border of Mali and Chad killed two. Hamas fought on the border of Israel and Egypt."
    >>> [[a.name for a in e.subjects] for e in Extractor().extract(Article("a", text)).events]
    [['Mali', 'Chad']]
    """
    if any(p.lower_ in _PARTIES for p, _ in prepositions(noun)) or child(noun, "poss") is not None:
        return []
    hosts = [noun, *([noun.head] if noun.dep_ in ("nsubj", "attr", "nsubjpass") and is_verbal(noun.head) else [])]
    lines = [o for host in hosts for p, o in prepositions(host) if p.lower_ in _ALONG and p.i > noun.i]
    if any(s is not None and s.sort == "group" for s in resolver.reading.spans[noun.sent.start : noun.sent.end]):
        return []
    words = words_of(noun)
    for line in (t for t in lines if lemma_of(t) in words["sharedLine"]):
        named = [o for p, o in prepositions(line) if p.lower_ in ("between", "of")]
        parting = [line.nbor()] if line.i + 1 < line.sent.end and lemma_of(line.nbor()) in words["partingTwo"] else []
        named += [o for c in parting for o in c.children if o.dep_ == "dobj"]
        found = [r for o in named for r in resolver.actors(o)]
        pairs = (pair for i, pair in resolver.hyphenated() if line.i - 4 <= i < line.i)  # "the Thai-Cambodian border"
        found += [Reference(e, "at whose border it is", line.i) for pair in pairs for e in pair]
        states = [r for r in found if r.entity.kind == "state"]
        if len(states) == 2:
            return states
    return []


def driven_out(strike: Token, resolver: Resolver) -> list[Reference]:
    """Give the fighters who give way to strikes told beside: "rebels pulled out of the town after French strikes".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Hamas pulled out of the town after Israeli strikes. Tourists fled the town after Israeli strikes."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Israel', 'Hamas')]
    """
    before = strike.head
    if strike.dep_ not in ("pobj", "dobj") or before.lower_ not in _ROUTING or not is_verbal(before.head):
        return []
    verb = before.head
    if lemma_of(verb) not in words_of(verb)["givingWay"] or child(verb, "neg") is not None:
        return []
    subject = grammatical_subject(verb)
    return [r for r in resolver.actors(subject) if r.entity.kind == "group"] if subject is not None else []
