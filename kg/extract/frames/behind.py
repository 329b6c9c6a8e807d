"""Says what stands behind a preposition of a wording: who does it, how far off it is, and what is only an aside."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.frames.words import lemma_of
from kg.extract.lexis import words_of
from kg.extract.syntax import child, is_verbal


def measured_off(preposition: Token) -> bool:
    """Whether it only says where else a place is: "took a town a few miles from Iran", "a town east of Lima"."""
    if preposition.lower_ == "of":
        return preposition.head.lower_ in words_of(preposition)["compass"] and preposition.head.dep_ == "advmod"
    return preposition.lower_ == "from" and any(c.dep_ == "npadvmod" for c in preposition.children)


def doer_of(target: Token) -> Token:
    """Give who does what a preposition governs: "support for guerrillas fighting the regime"."""
    subject = child(target, "nsubj") if target.dep_ == "pcomp" and is_verbal(target) else None
    return subject if subject is not None else target


def is_aside(preposition: Token, target: Token) -> bool:
    """Whether "with" opens a clause beside the main one: "exchanged views, with the Minister stressing unity"."""
    if preposition.lower_ != "with" or not preposition.i or preposition.nbor(-1).text != ",":
        return False
    return target.dep_ == "pcomp" or any(c.dep_ == "acl" and c.tag_ == "VBG" for c in target.children)


def is_unowned(noun: Token) -> bool:
    """Whether a thing has no name before it that says whose it is: "helicopters", not "Chadian helicopters"."""
    return noun.pos_ == "NOUN" and not any(c.text[0].isupper() for c in noun.lefts)


def undergoes(subject: Token) -> bool:
    """Whether what is so of somebody is done to him, or is his loss: "is glad that Chad was beaten", "that it lost"."""
    return subject.dep_ == "nsubjpass" or lemma_of(subject.head) in words_of(subject)["losing"]
