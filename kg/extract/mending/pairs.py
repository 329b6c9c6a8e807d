"""Mends what the parser makes of two who deal with each other: "between A and B", "a meeting of A and B"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import child, is_verbal


def mend_between(between: Token) -> None:
    """Join the second of two that "between" names to the first, where the parser joined it to something else.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Fighting between Germany's military and the NATO broke out.")
    >>> mend_parse(doc)
    >>> doc[7].text, doc[7].dep_, doc[7].head.text
    ('NATO', 'conj', 'military')
    """
    first, noun = child(between, "pobj"), between.head
    if between.lower_ == "by" and noun.dep_ == "acl" and noun.head.pos_ == "NOUN":
        noun = noun.head  # "a treaty signed by the army and the rebels"
    elif between.lower_ == "by":
        return
    if first is None or child(first, "conj") is not None or noun.i > between.i:
        return
    if between.lower_ == "of" and (noun.tag_ != "NN" or noun.lemma_ not in words_of(noun)["gathering"]):
        return  # "a meeting of envoys and the army", but not "the leader of the rebels and the army"
    cc = between.doc[first.right_edge.i]
    if cc.lower_ != "and" or cc.head.i != first.i:
        cc = next((c for c in noun.children if c.dep_ == "cc" and c.lower_ == "and" and c.i > first.i), cc)
    if cc.lower_ != "and" or cc.i + 1 >= len(between.doc) or cc.nbor(-1).text == ",":
        return
    beside = (*noun.children, *(c for c in noun.head.children if c.dep_ == noun.dep_ and is_verbal(noun.head)))
    other = next((c for c in beside if c.left_edge.i == cc.i + 1 and c.pos_ in ("NOUN", "PROPN")), None)
    if cc.head.i == noun.i and other is not None:
        cc.head = other.head = first  # "[fighting between the army] and the rebels"
        other.dep_ = "conj"
        return
    verb = noun.head if noun.dep_ in ("advcl", "dep") else None
    subject = child(verb, "nsubj") if verb is not None else None
    if subject is not None and verb is not None and subject.left_edge.i == cc.i + 1 and noun.i < verb.i:
        subject.head, subject.dep_ = first, "conj"  # "fighting between Chad and [the rebels broke out]"
        cc.head, noun.dep_, noun.pos_ = first, "nsubj", "NOUN"


def mend_rival(rival: Token) -> None:
    """Read "the rival" before a name as what the one named is: "talks between Smith and the rival NATO".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Talks between Germany and the rival NATO began.")
    >>> mend_parse(doc)
    >>> doc[5].dep_, doc[6].dep_, doc[6].head.text
    ('amod', 'conj', 'Germany')
    """
    name = rival.nbor(1) if rival.i + 1 < len(rival.doc) else rival
    if rival.lower_ != "rival" or name.pos_ != "PROPN" or rival.head.i > rival.i:
        return
    if name.head.i == rival.i or name.dep_ not in ("nsubj", "nsubjpass", "appos"):
        return
    name.head, name.dep_ = rival.head, rival.dep_
    for c in list(rival.children):
        c.head = name
    rival.head, rival.dep_ = name, "amod"


def mend_agreed_on(on: Token) -> None:
    """Hang "on" behind with whom somebody agrees on the verb: "agreed with officials on a swap".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germany has agreed with French officials on a swap.")
    >>> mend_parse(doc)
    >>> doc[6].text, doc[6].head.text
    ('on', 'agreed')
    """
    whom = on.head
    if whom.dep_ == "pobj" and whom.head.lower_ == "with" and whom.head.head.lemma_ == "agree":
        on.head = whom.head.head


def mend_denied(doing: Token) -> None:
    """Read "denied attacking Germans" as what somebody denies to have done, not as somebody denied.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith denied attacking authorities.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[3].head.text
    ('xcomp', 'attacking')
    """
    whom = doing.head
    verb = whom.head
    if (
        doing.tag_ != "VBG"
        or whom.dep_ != "dobj"
        or doing.i != verb.i + 1
        or verb.lemma_ not in words_of(verb)["denial"]
    ):
        return
    doing.head, doing.dep_, doing.pos_, whom.head = verb, "xcomp", "VERB", doing


def mend_between_behind_verb(second: Token) -> None:
    """Read "broke out between X and Y" as between both, not as something that Y did too.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Fighting broke out between troops loyal to Smith and forces loyal to Smith in Chad.")
    >>> mend_parse(doc)
    >>> doc[9].text, doc[9].dep_, doc[9].head.text
    ('forces', 'conj', 'troops')
    """
    if second.pos_ not in ("NOUN", "PROPN") or not is_verbal(second.head):
        return
    verb = second.head
    for preposition in verb.children:
        first = child(preposition, "pobj") if preposition.lower_ == "between" else None
        if first is None or not first.i < second.i or child(first, "conj") is not None:
            continue
        joined = any(t.lower_ == "and" for t in verb.doc[first.i : second.left_edge.i])
        if joined and not any(is_verbal(t) for t in verb.doc[first.i : second.i]):
            second.head = first
            return
