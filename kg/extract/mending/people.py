"""Mends phrases of people: an office given to somebody, who leads a force, "both" before what they are to do."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import PERSON, child, is_verbal


def mend_named(name: Token) -> None:
    """Read "named Smith his envoy" as a person who is given an office, not as one phrase.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith named Smith envoy.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[3].dep_
    ('dobj', 'oprd')
    """
    if name.text != PERSON or name.head.dep_ != "dobj":
        return
    office = name.head
    verb = office.head
    if (
        is_verbal(verb)
        and name.i == verb.i + 1
        and office.i == name.i + 1
        and verb.lemma_ in words_of(verb)["appointing"]
    ):
        name.head, name.dep_ = verb, "dobj"
        office.dep_ = "oprd"


def mend_both(both: Token) -> None:
    """Read "asked both to withdraw" as who is asked.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("She met Smith and Miller and asked both to do all they could.")
    >>> mend_parse(doc)
    >>> doc[7].dep_, doc[7].head.text
    ('dobj', 'asked')
    """
    if both.i + 1 >= len(both.doc):
        return
    before = both.nbor(-1) if both.i else both
    those = both.head
    empty = before.dep_ == "prep" and child(before, "pobj") is None
    if empty and those.dep_ == "dobj" and those.head.i == before.head.i and both.i < those.i:
        those.head, those.dep_ = before, "pobj"  # "call upon both governments to"
    if both.nbor(1).lower_ != "to":
        return
    asked, what = both.nbor(-1) if both.i else both, both.head
    if is_verbal(asked) and what.dep_ in ("xcomp", "ccomp", "advcl") and what.head.i == asked.i:
        both.dep_, both.head = "dobj", asked


def mend_leader(name: Token) -> None:
    """Read "the chief of the rebel force, Smith" as who the chief is, not as another name of the force.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("He contacted the chief of the biggest force, Smith.")
    >>> mend_parse(doc)
    >>> doc[9].head.text
    'chief'
    """
    body = name.head
    if name.pos_ != "PROPN" or body.pos_ != "NOUN" or body.dep_ != "pobj" or body.head.lower_ != "of":
        return
    leader, words = body.head.head, words_of(name)
    leads = leader.lemma_ in words["vagueHead"] | words["headOfBody"] | words["headOfState"]
    if leader.pos_ == "NOUN" and leads and name.left_edge.nbor(-1).text == ",":
        name.head = leader


def mend_set_free(free: Token) -> None:
    """Read "set free Danish hostages", "set free about half of them" as setting them free.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Hamas set free Danish hostages.")
    >>> mend_parse(doc)
    >>> doc[4].dep_, doc[4].head.text
    ('dobj', 'set')
    """
    verb = free.nbor(-1) if free.lower_ == "free" and free.i > free.sent.start else free
    if verb.lemma_ != "set" or not is_verbal(verb) or child(verb, "dobj") not in (None, free.head):
        return
    about = child(verb, "prep")
    whom: Token | None = None
    if free.dep_ == "amod" and free.head.i > free.i:
        whom = free.head
    elif about is not None and about.i == free.i + 1 and about.lower_ in ("about", "around", "over"):
        whom = child(about, "pobj")
    if whom is None:
        return
    free.head, free.dep_ = verb, "oprd"
    whom.head, whom.dep_ = verb, "dobj"
    if about is not None and about.i == free.i + 1:
        about.head, about.dep_ = whom, "advmod"
