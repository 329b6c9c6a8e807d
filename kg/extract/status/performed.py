"""What is done already by trying, pledging, deciding, agreeing or voting to do it."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import predicates_of, words_of
from kg.extract.syntax import child, is_verbal

_OF_EFFORT = frozenset({"at", "of", "in"})
_HANGING = frozenset({"pobj", "prep", "conj", "dobj", "nsubj", "nsubjpass", "attr"})


def performed_by(verb: Token, predicate: str) -> Token | None:
    """Give the verb above a clause by which the act is done, so that the act has its status.

    Who tries to mediate mediates, who pledges to support supports, and a decision to impose sanctions is one.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mali tried to reconcile Peru and Chile. Cuba remains committed to supporting Chad. "
    >>> text += "Togo decided to recall its envoy from Niger. Oman will pledge to support Iran."
    >>> [(e.predicate, e.status) for e in Extractor().extract(Article("a", text)).events]
    [('mediated', 'actual'), ('supported', 'actual'), ('recalled', 'actual'), ('supported', 'planned')]
    """
    traits, words = predicates_of(verb), words_of(verb)
    while verb.dep_ == "conj" and verb.tag_ == "VB" and child(verb, "aux", "nsubj") is None:
        verb = verb.head  # "voted to suspend Syria and put sanctions on it"
    lemma = verb.head.lemma_ if verb.dep_ == "xcomp" else ""
    if predicate in traits["doneByPledging"]:
        pledge = _above(verb, words["pledging"], words["commitmentMade"], frozenset({"to"}))
        if pledge is not None:
            return pledge
    if predicate in traits["doneByTrying"]:
        trying = _above(verb, words["trying"], words["effortMade"], _OF_EFFORT)
        return trying or _above(verb, words["trying"], words["commitmentMade"], frozenset({"to"}))
    if any(c.lower_ == "whether" for c in verb.children):
        return None
    agreed = predicate in traits["doneByAgreeing"] and lemma in words["agreeTo"]
    decided = predicate in traits["doneByDeciding"] and lemma in words["deciding"]
    voted = predicate in traits["doneByVoting"] and lemma == "vote"
    return verb.head if agreed or decided or voted else None


def is_avowed(verb: Token) -> bool:
    """Whether a lasting stance is avowed, so that it is there: "will always stand with Chad", "would continue to"."""
    words = words_of(verb)
    lasting = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in words["unchanging"] else None
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in (lasting or verb).children)
    always = any(c.dep_ == "advmod" and c.lower_ in words["unchanging"] for c in verb.children)
    return modal and (always or lasting is not None)


def _above(verb: Token, verbs: frozenset[str], nouns: frozenset[str], gerund: frozenset[str]) -> Token | None:
    """Give the verb that an infinitive or gerund is under, or the one that its noun is under: "in a bid to mediate"."""
    within = verb.dep_ == "pcomp" and verb.head.lower_ in gerund
    head = verb.head.head if within else verb.head
    if head.lemma_ in verbs and (within or verb.dep_ == "xcomp"):
        return head if is_verbal(head) else head.head
    if head.lemma_ not in nouns or not (within or verb.dep_ in ("acl", "relcl")):
        return None
    while head.dep_ in _HANGING and not is_verbal(head):
        head = head.head
    return head if is_verbal(head) else None
