"""What mends do alike: a verb becomes the main one of its clause, a "be" becomes its auxiliary."""

from __future__ import annotations

from spacy.tokens import Token


def make_main(verb: Token, doers: Token) -> None:
    """Make a verb the main one, who stood over it its subject, and what stands behind the verb the verb's own."""
    for c in [c for c in doers.children if c.i > verb.i]:
        c.head = verb
    verb.head, verb.dep_ = verb, "ROOT"
    doers.head, doers.dep_ = verb, "nsubj"


def make_auxiliary(be: Token, verb: Token) -> None:
    """Make a "be" the auxiliary of a verb, which gets all that stood under it."""
    be.head, be.dep_ = verb, "aux"
    for c in list(be.children):
        c.head = verb
