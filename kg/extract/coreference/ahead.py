"""Finds whom a pronoun means that stands before its name: "In Chad, where he is on a visit, Mr Rao said"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import PERSON, child, is_verbal

_ASIDE = frozenset({"advcl", "relcl", "acl", "pcomp"})
_HIM = frozenset({"him", "her"})


def subject_ahead(pronoun: Token) -> Token | None:
    """Give the person who is the subject of the main clause, where a clause with "he" comes before it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Before he left for Chad, Indian President Ravi Rao met Juan Paz."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "visited"]
    [('Ravi Rao', 'Chad')]
    """
    clause = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or not is_verbal(clause):
        return None
    main = pronoun.sent.root
    subject = child(main, "nsubj", "nsubjpass")
    if subject is None or subject.text != PERSON or subject.i < pronoun.i or clause.i == main.i:
        return None
    node, aside = clause, False
    while node.head.i != node.i and node.i != main.i:
        aside = aside or node.dep_ in _ASIDE
        if node.i == subject.i:
            return None
        node = node.head
    first = all(t.text != PERSON for t in pronoun.doc[pronoun.sent.start : pronoun.i])
    other = any(t.lower_ in _HIM and t.dep_ in ("dobj", "pobj", "dative") for t in main.subtree if t.i > subject.i)
    return subject if aside and first and not other else None
