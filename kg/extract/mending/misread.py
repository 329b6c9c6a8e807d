"""Mends verbs that the parser takes for adjectives of what they are done to, or for nouns."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.syntax import child, is_verbal


def mend_past(verb: Token) -> None:
    """Read a past with a doer of its own as the verb: "the Taliban criticised forces, officials said".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("He said the NATO threatened authorities with severe consequences.")
    >>> mend_parse(doc)
    >>> doc[4].dep_, doc[4].head.text, doc[5].dep_, doc[5].head.text
    ('ccomp', 'said', 'dobj', 'threatened')
    """
    thing = verb.head
    if verb.tag_ not in ("VBD", "VBN") or child(verb, "nsubj") is None or verb.i > thing.i:
        return
    above = thing.head
    verb.dep_ = "ccomp" if thing.dep_ == "dobj" else thing.dep_
    verb.head = verb if above.i == thing.i else above
    thing.head, thing.dep_ = verb, "dobj"
    verb.tag_, verb.pos_ = "VBD", "VERB"
    for c in [c for c in thing.children if c.dep_ == "prep" and c.i > thing.i and c.lower_ != "of"]:
        c.head = verb
    for c in [c for c in above.children if c.dep_ == "prep" and thing.i < c.i and above.i < verb.i]:
        c.head = verb  # "said the alliance threatened authorities [with severe consequences]"


def mend_that_clause(verb: Token) -> None:
    """Read what stands last in a clause with "that" and a subject as its verb: "demanded that the bloc apologise".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Serbia demanded that the alliance apologize.")
    >>> mend_parse(doc)
    >>> doc[5].tag_
    'VB'
    """
    clause = child(verb, "mark") is not None and child(verb, "nsubj") is not None and is_verbal(verb.head)
    if clause and verb.tag_ == "NN" and child(verb, "cop", "det") is None:
        verb.tag_, verb.pos_ = "VB", "VERB"


def mend_main_past(verb: Token) -> None:
    """Read a past between two names as the verb of a sentence without one: "the visit to Chad angered France".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Peru's decision to send troops to Chad angered France.")
    >>> mend_parse(doc)
    >>> doc[7].dep_, doc[7].head.text, doc[8].dep_, doc[9].dep_
    ('pobj', 'to', 'ROOT', 'dobj')
    """
    whom, root = verb.head, verb.sent.root
    name = verb.nbor(-1) if verb.i else verb
    if whom.pos_ != "PROPN" or whom.dep_ != "pobj" or whom.i != verb.i + 1 or root.pos_ != "NOUN" or root.i > verb.i:
        return
    if name.pos_ != "PROPN" or name.head.i not in (verb.i, whom.i) or not verb.lower_.endswith("ed"):
        return
    name.head, name.dep_ = whom.head, "pobj"
    verb.tag_, verb.pos_ = "VBD", "VERB"
    whom.head, whom.dep_ = verb, "dobj"
    verb.head, verb.dep_ = verb, "ROOT"
    root.head, root.dep_ = verb, "nsubj"
