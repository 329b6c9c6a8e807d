"""Finds whom an objection is against that names nobody, and who is blamed for a deed whose doer is not told."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.blaming import blamed_for
from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.answers import answered_by
from kg.extract.lexis import words_of
from kg.extract.subjects import doer, undergoer
from kg.extract.syntax import child, is_passive, is_verbal

_IN_ANSWER = frozenset("despite amid amidst over under after following because notwithstanding".split())
"""Prepositions of what somebody does something against or after."""


def objected_to(noun: Token, resolver: Resolver) -> list[Reference]:
    """Give who acts in spite of it, or whom it moves to something: "pressure from Rome forced Chad to yield"."""
    verb = _defying_verb(noun)
    if verb is None:
        return []
    acting = doer(verb)
    if noun.dep_ == "nsubj":
        acting = child(verb, "dobj") if not is_passive(verb) else None
    return resolver.actors(acting) if acting is not None else []


def blamed(noun: Token, resolver: Resolver) -> list[Reference]:
    """Give whom somebody blames for it: "blamed Chad for the killing of two men", "held it responsible for"."""
    whom = blamed_for(noun)
    if whom is None and noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for", "with", "in"):
        verb = noun.head.head if noun.head.head.pos_ != "ADJ" else noun.head.head.head
        whom = undergoer(verb) if is_verbal(verb) and verb.lemma_ in resolver.words["charging"] else None
    return resolver.actors(whom) if whom is not None else []


def protested(noun: Token, resolver: Resolver) -> list[Reference]:
    """Give to whom the protest against a deed is: "summoned Chad's envoy to protest the seizure of a ship".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru summoned the Chadian ambassador to protest the seizure of a Peruvian ship."
    >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'summoned'), ('Peru', 'protested_against'), ('Chad', 'seized')]
    """
    verb = noun.head
    deed = next(resolver.deeds_before(noun.i, 0), None)
    if noun.dep_ != "dobj" or deed is None or deed.at != verb.i or deed.predicate != "protested_against":
        return []
    return [Reference(e, "to whom the protest is", noun.i, weak=True) for e in deed.targets]


def _defying_verb(noun: Token) -> Token | None:
    """Give the verb whose subject does what others object to: "went ahead despite protests from Rome"."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "NOUN":
        first = first.head
    preposition = first.head
    if first.dep_ == "nsubj" and is_verbal(preposition):
        return preposition
    answering = answered_by(first, words_of(noun)["defying"])
    if answering is not None or first.dep_ != "pobj":
        return answering
    if preposition.lower_ == "of" and preposition.head.lower_ in words_of(noun)["inSpite"]:
        preposition = preposition.head.head
        return preposition.head if preposition.lower_ == "in" and is_verbal(preposition.head) else None
    verb = preposition.head
    if (
        verb.pos_ == "NOUN"
        and words_of(noun)["claim"] & {noun.lemma_}
        and preposition.lower_ not in ("despite", "amid")
    ):
        return None  # "expressed concern over Peru's claim"
    while verb.pos_ == "NOUN" and verb.dep_ in ("pobj", "prep", "dobj") and verb.head.i < verb.i:
        verb = verb.head.head if verb.dep_ == "pobj" else verb.head
    return verb if preposition.lower_ in _IN_ANSWER and is_verbal(verb) else None
