"""Finds whom an answer is to: who made the proposal, asked, or did what is told in the words just before."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver, is_of, sides
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import occurrences, words_of
from kg.extract.patterns import unworded
from kg.extract.subjects import doer, grammatical_subject
from kg.extract.syntax import child, is_passive, is_verbal, phrase_of, prepositions

ADDRESSED = frozenset({"demanded_of", "urged", "invited", "accused", "warned", "threatened"})
"""What is said to somebody who may answer it."""
_KNOWN = frozenset({"the", "this", "that", "these", "those", "such"})
_REFUSED = unworded("rejected", "a refusal of what was just asked")


def proposer(things: list[Token], verb: Token, subjects: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give who made "the offer", "this idea", in the words just before: "X proposed talks; Y backed the idea"."""
    if not any(_is_known_bid(t) or _sums_up(t, verb) for t in things):
        return []
    own = sides(subjects)
    for t in _before(verb):
        if t.pos_ == "VERB" and lemma_of(t) in words_of(t)["proposing"] and not _in_case(t):
            subject = doer(t)
            found = [r for r in (resolver.actors(subject) if subject is not None else []) if not is_of(r.entity, own)]
            if found:
                return [Reference(r.entity, f"who made “{things[0].lower_}”", things[0].i, weak=True) for r in found]
    return []


def _is_known_bid(thing: Token) -> bool:
    """Whether a noun takes up a proposal or a request, and says nothing of whose it is."""
    known = any(c.dep_ in ("det", "amod", "predet") and c.lower_ in _KNOWN for c in thing.children)
    told = any(p.lower_ in ("of", "from", "by") for p, _ in prepositions(thing))
    bids = words_of(thing)["takenUpBid"]
    if any(c.lower_ == "such" for c in thing.children):  # "ruled out any such meeting"
        bids = bids | words_of(thing)["talk"] | words_of(thing)["gathering"]
    return thing.pos_ == "NOUN" and known and not told and lemma_of(thing) in bids


def _sums_up(thing: Token, verb: Token) -> bool:
    """Whether a noun sums up what was just asked, for a clause behind it: "asked for aid, a request Chad turned down".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru demanded that Chad pull out, a demand Chad rejected at once."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "rejected"]
    [('Chad', 'Peru')]
    """
    first = thing.left_edge
    aside = first.i > 0 and first.lower_ in ("a", "an") and first.nbor(-1).text in (",", "-", "–", "—", "--")
    return (
        aside and verb.dep_ in ("relcl", "acl") and verb.head.i == thing.i and lemma_of(thing) in words_of(thing)["bid"]
    )


def _before(verb: Token) -> Iterator[Token]:
    """Give the words before a verb, nearest first, to the start of the sentence before its own."""
    start = verb.sent.start
    first = verb.doc[start - 1].sent.start if start else 0
    for i in range(verb.i - 1, first - 1, -1):
        yield verb.doc[i]


def refusals(doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give the refusals that name nothing: "Eritrea asked Ethiopia to withdraw. Ethiopia refused"."""
    out: list[Frame] = []
    for verb in occurrences(doc, words_of(doc)["refuse"] | {"say"}):
        if verb.pos_ != "VERB" or is_passive(verb) or not (_refuses(verb) or _says_no(verb)):
            continue
        subject = doer(verb) if resolver.reading.spans[verb.i] is None else None
        subjects = resolver.actors(subject) if subject is not None else []
        asking = (_asker(verb.i, subjects, resolver) or what_was_proposed(verb, subjects, resolver)) if subjects else []
        if asking:
            out.append(Frame(_REFUSED, verb.i, verb.i, subjects, asking))
    return out


def _refuses(verb: Token) -> bool:
    """Whether a verb refuses without saying what: "Ethiopia has flatly refused", "refused to do so", "to free them".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru asked Chad for its files. Chad refused to hand them over. Mali refused to pay a fine."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "rejected"]
    [('Chad', 'Peru')]
    """
    named = (c for c in verb.children if c.dep_ in ("dobj", "xcomp", "ccomp", "prep", "neg", "prt") and c.i > verb.i)
    return lemma_of(verb) in words_of(verb)["refuse"] and all(map(_takes_up, named))


def _takes_up(act: Token) -> bool:
    """Whether what is refused is what was asked: "to do so", "to comply", "to hand them over"."""
    if act.dep_ != "xcomp" or not is_verbal(act):
        return False
    thing = child(act, "dobj")
    if thing is not None:
        known = thing.lower_ in ("it", "them", "that", "this", "him", "her", "so")
        return known or f"{lemma_of(act)} {lemma_of(thing)}" in words_of(act)["complying"]
    so = any(c.lower_ == "so" for c in act.children)
    behind = any(o.pos_ in ("NOUN", "PROPN") for _, o in prepositions(act))
    return (so and lemma_of(act) == "do") or (lemma_of(act) in words_of(act)["complying"] and not behind)


def _says_no(verb: Token) -> bool:
    """Whether somebody says no, and to nobody: "Ethiopia said no"."""
    if lemma_of(verb) != "say" or any(c.dep_ in ("ccomp", "prep", "neg") for c in verb.children):
        return False
    return any(c.lower_ == "no" and c.i == verb.i + 1 and c.dep_ in ("intj", "dobj", "advmod") for c in verb.children)


def what_was_proposed(verb: Token, subjects: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give who just proposed something to nobody by name: "Peru offered talks, but Chad refused".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru offered talks on Monday, but Chad refused. Cuba offered Mali talks. Niger said no."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name, e.status) for e in found]
    [('Chad', 'rejected', 'Peru', 'actual'), ('Cuba', 'negotiated_with', 'Mali', 'possible')]
    """
    own = sides(subjects)
    for t in _before(verb):
        if t.dep_ == "acomp" and lemma_of(t) in words_of(t)["minded"] and not _in_case(t.head):
            ready = grammatical_subject(t.head)  # "Chad says it is ready for talks"
            found = [r for r in (resolver.actors(ready) if ready is not None else []) if not is_of(r.entity, own)]
            return [Reference(r.entity, "who just offered it", verb.i, weak=True) for r in found]
        if t.pos_ != "VERB" or lemma_of(t) not in words_of(t)["proposing"] or _in_case(t):
            continue
        heard = (*(c for c in t.children if c.dep_ in ("dobj", "dative")), *(o for _, o in prepositions(t)))
        if any(resolver.actors(o) for o in heard):
            return []
        subject = doer(t)
        found = [r for r in (resolver.actors(subject) if subject is not None else []) if not is_of(r.entity, own)]
        return [Reference(r.entity, "who just proposed it", verb.i, weak=True) for r in found]
    return []


def _in_case(verb: Token) -> bool:
    """Whether a verb tells only what might be: "if Peru demanded it"."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)


def _asker(i: int, subjects: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give who was just told to ask something of one of the subjects."""
    asked = sides(subjects)
    for deed in resolver.deeds_before(i, 1):
        if deed.predicate in resolver.predicates["asking"] and any(is_of(t, asked) for t in deed.targets):
            return [Reference(e, "who asked for it", i, weak=True) for e in deed.doers if not is_of(e, asked)]
    return []


def answered_by(bid: Token, answers: frozenset[str]) -> Token | None:
    """Give the verb, one of `answers`, by which who was asked answers: "rejected" in "Israel rejected Egypt's demand".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Responding to Peru's appeal for calm, Chile said its army would stay in its barracks."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'urged', 'Chile')]
    """
    if bid.dep_ in ("dobj", "nsubjpass") and is_verbal(bid.head):
        verb, phrase = bid.head, phrase_of(bid.head)
    elif bid.dep_ == "pobj" and is_verbal(bid.head.head):
        verb = bid.head.head
        phrase = f"{lemma_of(verb)} {bid.head.lower_}"
    else:
        return None
    return verb if phrase in answers else None


def answer_to(bid: Token) -> Token | None:
    """Give the noun that says that a bid was answered: "response" in "Chad's response to the appeal was cool"."""
    noun = bid.head.head
    behind = bid.dep_ == "pobj" and bid.head.lower_ in ("to", "of") and noun.pos_ == "NOUN"
    return noun if behind and lemma_of(noun) in words_of(noun)["answerTo"] else None


def doer_of_it(things: list[Token], verb: Token, subjects: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give who did "it", "this": the act told in the sentence before, if one other party did it."""
    if not things or any(t.lower_ not in ("it", "this", "that") for t in things) or child(verb, "ccomp", "xcomp"):
        return []
    own = sides(subjects)
    for deed in resolver.deeds_before(verb.i, 1):
        if deed.predicate in resolver.predicates["encounter"]:
            return []
        others = [e for e in deed.doers if not is_of(e, own)]
        if len(others) == 1 == len(deed.doers) and not (others[0].record is not None and others[0].record.wide):
            return [Reference(others[0], "who did what was just told", verb.i, weak=True)]
    return []
