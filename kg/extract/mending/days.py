"""Mends days that hang on the wrong word: "the seizure yesterday of a ship", "for the third day running yesterday"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import child, is_verbal

_OF_TIME = frozenset({"of", "before", "after", "since", "until", "from", "to"})
"""Prepositions that stay with the time before them: "for years of war", "for years after"."""
_THEN = frozenset({"after", "following", "since", "before"})
"""Prepositions of what else happened and when."""


def mend_day(day: Token) -> None:
    """Read "On 22 June Chad passed a law", which the masked text gives as "Yesterday Chad", as a day of the verb.

    >>> import spacy
    >>> from spacy.tokens import Doc
    >>> from kg.extract.mending import mend_parse
    >>> words, tags = ["Yesterday", "Chad", "passed", "laws"], ["NN", "NNP", "VBD", "NNS"]
    >>> kinds, links = ["NOUN", "PROPN", "VERB", "NOUN"], ["compound", "nsubj", "ROOT", "dobj"]
    >>> vocab = spacy.blank("en").vocab
    >>> doc = Doc(vocab, words, tags=tags, pos=kinds, heads=[1, 2, 2, 2], deps=links)
    >>> mend_parse(doc)
    >>> doc[0].dep_, doc[0].head.text
    ('npadvmod', 'passed')
    """
    if day.dep_ not in ("compound", "nmod"):
        return
    subject = day.head
    behind = subject.dep_ in ("dobj", "attr") and day.i == subject.head.i + 1  # "received yesterday the envoy"
    if (subject.dep_ in ("nsubj", "nsubjpass") or behind) and is_verbal(subject.head) and day.i < subject.i:
        day.head = subject.head
        day.dep_ = "npadvmod"


def mend_dated(of: Token) -> None:
    """Hang "of" or "between" on the act before the day that parts them: "the seizure yesterday of a ship".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The dispute began with the seizure yesterday of a tanker by marines.")
    >>> mend_parse(doc)
    >>> doc[7].text, doc[7].head.text
    ('of', 'seizure')
    """
    if of.dep_ not in ("prep", "agent") or not of.i:
        return
    day = of.nbor(-2) if of.i > 2 and of.nbor(-1).text == "," and of.lower_ == "between" else of.nbor(-1)
    if day.i < 1 or day.i > of.i or day.lower_ != "yesterday":
        return
    act = day.nbor(-1)
    if act.lower_ in ("of", "on", "in") and act.i:
        act = act.nbor(-1)  # "the telephone talks of 24 November between"
    known = words_of(act)
    if act.pos_ != "NOUN" or act.lemma_ not in known["deed"] | known["talk"] | known["gathering"] or of.head.i == act.i:
        return
    for c in list(of.head.children):
        if c.i > of.i and c.lower_ == "by" and c.dep_ in ("prep", "agent"):
            c.head = act
    of.head, of.dep_ = act, "prep"


def mend_day_of_noun(day: Token) -> None:
    """Hang a day at the end of "after a meeting …" on the meeting, not on the verb beside it.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Peru recalled its envoy from Mali after a meeting between Germans yesterday.")
    >>> mend_day_of_noun(doc[11])
    >>> doc[11].head.text
    'meeting'
    """
    verb = day.head
    if day.dep_ not in ("npadvmod", "advmod") or not is_verbal(verb):
        return
    before = [c for c in verb.children if c.dep_ == "prep" and c.i < day.i and (c.i > verb.i) == (day.i > verb.i)]
    noun = child(before[-1], "pobj") if before and before[-1].lower_ in _THEN else None
    if noun is None or noun.pos_ != "NOUN" or noun.right_edge.i != day.i - 1:
        return
    if any(c.dep_ in ("prep", "poss", "amod", "compound") for c in noun.children):
        day.head = noun


def mend_running(running: Token) -> None:
    """Hang the day behind "for the third day running" on the verb.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Jets bombed the town for the fourth day running yesterday.")
    >>> mend_parse(doc)
    >>> doc[9].text, doc[9].head.text
    ('yesterday', 'bombed')
    """
    span = running.nbor(-1) if running.i else running
    if running.lower_ != "running" or span.dep_ != "pobj" or span.lower_ not in words_of(running)["span"]:
        return
    verb = span.head.head
    for c in list(running.children) if is_verbal(verb) else ():
        if c.dep_ == "npadvmod":
            c.head = verb


def mend_behind_time(preposition: Token) -> None:
    """Hang what follows how long something lasted on what lasted: "fought for years over the border".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germans have fought for years over the border.")
    >>> mend_parse(doc)
    >>> doc[5].text, doc[5].head.text
    ('over', 'fought')
    """
    time = preposition.head
    lasting = time.dep_ == "pobj" and time.head.lower_ == "for" and time.lower_ in words_of(time)["timeUnit"]
    if not lasting or preposition.lower_ in _OF_TIME or preposition.i < time.i or not is_verbal(time.head.head):
        return
    preposition.head = time.head.head
