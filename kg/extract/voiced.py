"""Reads blame and demands out of the text of a state's own office, which nobody in it says: "The rebels must go"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames import Frame, lemma_of
from kg.extract.lexis import words_of
from kg.extract.patterns import unworded
from kg.extract.reported import DEMANDED, blamed, is_only_to_know, other_side
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import child, is_passive, is_verbal
from kg.extract.wrongs import ACCUSED, wrong_told

VOICED = unworded("accused", "a wrong that the text of an office tells of")
HARM = unworded("criticized", "a harm that the text of an office tells of")
ADVISED = unworded("urged", "what the text of an office says that somebody should do")


def voiced_demands(resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each demand that the text of a state's own office makes: "The rebels must lay down arms".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> note = Article("a", "Iran must free the crew. Our states must be strong.", publisher="U.S. Department of State")
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(note).events]
    [('United States', 'Iran')]
    >>> note = Article("a", "Peru should leave Chad at once. The law should pass.", publisher="Ministry of Chad")
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(note).events]
    [('Chad', 'urged', 'Peru')]
    """
    own = resolver.publisher
    if own is None:
        return
    for clause in _own_clauses(resolver):
        modals = {c.lower_: c for c in clause.children if c.dep_ == "aux"}
        must = modals.get("must")
        asked = must or (modals.get("should") if resolver.official and not _is_judged(clause) else None)
        subject = child(clause, "nsubj")
        if asked is None or subject is None or subject.pos_ == "PRON" or asked.i < subject.i:
            continue
        span = resolver.reading.spans[subject.i]
        if (
            (must is not None and is_only_to_know(clause))
            or (span is not None and span.sort == "people")
            or child(clause, "neg") is not None
        ):
            continue
        speakers = [Reference(own, "who published the text", clause.i, weak=True)]
        others = other_side(subject, speakers, resolver)
        if others:
            yield Frame(DEMANDED if must is not None else ADVISED, clause.i, asked.i, speakers, others)


def voiced_wrongs(resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each wrong of another that the text of a state's own office states as its own view.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad is violating the truce. It is clear that Mali is fuelling the war."
    >>> found = Extractor().extract(Article("a", text, publisher="Ministry of Foreign Affairs of Peru")).events
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in found]
    [('Peru', 'accused', 'Chad'), ('Peru', 'criticized', 'Mali')]
    >>> Extractor().extract(Article("a", text, publisher="Peru Times")).events
    ()
    """
    own = resolver.publisher
    if own is None or not resolver.official:
        return
    for clause in _own_clauses(resolver):
        told = wrong_told(clause, resolver.reading.spans)
        if told is None or (told[1].pos_ == "PRON" and told[1].lower_ not in ("which", "who")):
            continue
        by = [Reference(own, "who published the text", clause.i, weak=True)]
        others = blamed(told[1], by, resolver)
        if others:
            yield Frame(VOICED if told[0] is ACCUSED else HARM, clause.i, clause.i, by, others)


def _own_clauses(resolver: Resolver) -> Iterator[Token]:
    """Give the main clauses that nobody in the text says, and what it calls clear: "it is clear that Chad lied"."""
    for verb in resolver.reading.doc:
        main = verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT")
        if not main or not is_verbal(verb) or resolver.speaker_at(verb.i) is not None or resolver.quoted(verb.i):
            continue
        if any(_says(c) for c in verb.children):
            continue
        yield verb
        yield from (c for c in verb.subtree if c.dep_ == "relcl" and is_verbal(c) and _goes_on(c))
        plain = words_of(verb)["plain"]
        if lemma_of(verb) == "be" and any(lemma_of(c) in plain for c in verb.children if c.dep_ == "acomp"):
            subject = grammatical_subject(verb)
            if subject is not None and subject.lower_ == "it":
                heads = (verb, *(c for c in verb.children if c.dep_ == "acomp"))
                yield from (c for h in heads for c in h.children if c.dep_ == "ccomp" and is_verbal(c))


def _goes_on(clause: Token) -> bool:
    """Whether a relative clause only adds what is so: "the regime, which continues its repression"."""
    return clause.left_edge.nbor(-1).text == "," and child(clause, "neg") is None


def _is_judged(clause: Token) -> bool:
    """Whether what should be is a state or a verdict, which asks nobody: "should be strong", "should be seen as"."""
    return lemma_of(clause) == "be" or is_passive(clause)


def _says(clause: Token) -> bool:
    """Whether a clause beside another says who says it: "Chad, the minister said, must act"."""
    return clause.dep_ in ("parataxis", "ccomp") and lemma_of(clause) in words_of(clause)["report"]
