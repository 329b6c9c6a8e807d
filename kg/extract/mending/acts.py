"""Mends phrases that tell the parties of an act told by a noun, and hang on a word beside it."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import child, is_verbal

_DONE_TO = frozenset({"on", "against", "at", "upon", "of", "to", "from", "in"})


def mend_doer(by: Token) -> None:
    """Hang who does a deed on it, behind whom it is aimed at: "concerns about coercion against Lithuania by Smith".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("They discussed concerns about economic coercion against Lithuania by the NATO.")
    >>> mend_parse(doc)
    >>> doc[8].text, doc[8].head.text
    ('by', 'coercion')
    """
    deed = _deed_before(by, _DONE_TO)
    if deed is not None and by.head.i != deed.i and not is_verbal(by.head):
        by.head, by.dep_ = deed, "prep"


def _deed_before(preposition: Token, words: frozenset[str]) -> Token | None:
    """Give the deed before a name right before a preposition: "attacks" in "attacks by Israel on"."""
    name = preposition.nbor(-1) if preposition.i else preposition
    before = name.head
    if preposition.dep_ not in ("prep", "agent") or name.dep_ != "pobj" or name.pos_ != "PROPN":
        return None
    if before.lower_ not in words or before.head.pos_ != "NOUN":
        return None
    deed, known = before.head, words_of(name)
    return deed if deed.lemma_ in known["deed"] | known["attack"] else None


def mend_destination(to: Token) -> None:
    """Hang where a journey goes on the journey, behind whose it is: "recalled the visit of Smith to Versailles".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("He gave an overview of the visit of a delegation of the NATO to Estonia.")
    >>> mend_parse(doc)
    >>> doc[13].text, doc[13].head.text
    ('to', 'visit')
    """
    place = child(to, "pobj")
    node = to.nbor(-1) if to.i else to
    if to.dep_ not in ("prep", "dative") or place is None or place.pos_ != "PROPN":
        return
    while node.dep_ in ("pobj", "prep", "compound", "poss", "amod", "det") and node.head.i < to.i:
        node = node.head
        if node.dep_ != "prep" and node.pos_ == "NOUN" and node.lemma_ in words_of(node)["journey"]:
            of = child(node, "prep")
            if of is not None and of.lower_ in ("of", "by") and to.head.i != node.i:
                to.head, to.dep_ = node, "prep"
            return


def mend_meant(clause: Token) -> None:
    """Read "said the envoy to be expelled was Smith" as which envoy it is, not as a clause beside another.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith said the diplomat to be expelled would not be Smith.")
    >>> mend_parse(doc)
    >>> doc[3].dep_, doc[3].head.text, doc[6].dep_, doc[6].head.text
    ('nsubj', 'be', 'relcl', 'diplomat')
    """
    who, saying = child(clause, "nsubjpass"), clause.head
    if clause.tag_ != "VBN" or who is None or not is_verbal(saying) or not any(c.tag_ == "TO" for c in clause.children):
        return
    told = next((c for c in saying.children if c.dep_ == "ccomp" and c.i > clause.i and is_verbal(c)), None)
    if told is None or child(told, "nsubj", "nsubjpass", "expl") is not None:
        return
    for mark in [c for c in clause.children if c.dep_ == "mark"]:
        mark.head = told
    who.head, who.dep_ = told, "nsubj"
    clause.head, clause.dep_ = who, "relcl"
