"""Finds who is named of several: "three countries, including Norway", "leaders, among them Rao", "such as Iran"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import prepositions


def included(several: Token) -> list[Token]:
    """Give those who are named of a group: "ten officials, including the minister", "several leaders, among them X"."""
    out = _among_them(several)
    for t in several.subtree:
        if t.i <= several.i or t.head.pos_ == "VERB" or _told_apart(t, several):
            continue
        if t.lower_ == "including" or (t.lower_ == "as" and t.i and t.nbor(-1).lower_ == "such"):
            out.extend(c for c in t.children if c.dep_ == "pobj")
    return out


def _told_apart(word: Token, several: Token) -> bool:
    """Whether a clause stands between: "a bombing that killed ten people including UN staff" includes nobody."""
    node = word.head
    while node.i not in (several.i, node.head.i) and node.dep_ not in ("relcl", "acl"):
        node = node.head
    return node.i != several.i


def are_parties(several: Token) -> bool:
    """Whether a plural stands for states, persons or groups that can act: "countries", "a variety of leaders".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Rao met with a number of his counterparts, including ministers from Chad and Peru."
    >>> [[o.name for o in e.objects] for e in Extractor().extract(Article("a", text)).events]
    [['Chad', 'Peru']]
    """
    words = words_of(several)
    if several.lemma_.casefold() in words["unit"]:
        several = next((o for p, o in prepositions(several) if p.lower_ == "of"), several)
    parties = words["stateGroup"] | words["personGroup"] | words["actingBody"] | words["participant"]
    return several.tag_ in ("NNS", "NNPS") and several.lemma_.casefold() in parties


def _among_them(several: Token) -> list[Token]:
    """Give the names behind "among them", where no other plural stands between."""
    measured = {o.i for p, o in prepositions(several) if p.lower_ == "of"}  # "dozens of foreigners, among them"
    for t in several.doc[several.i + 1 : several.sent.end - 2]:
        if t.i in measured:
            continue
        if t.lower_ == "among" and t.nbor(1).lower_ in ("them", "whom"):
            return [c for c in t.doc[t.i + 2 : t.i + 4] if c.pos_ == "PROPN"]
        if t.tag_ in ("NNS", "NNPS", "VBD", "VBZ", "VBP"):
            break
    return []
