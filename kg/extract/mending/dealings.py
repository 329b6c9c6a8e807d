"""Mends what the parser makes of sentences about talks and accords: whose they are, and what hangs on them."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import child, is_verbal


def mend_agreed_to(talks: Token) -> None:
    """Read "agreed to talks with Peru" as to talks, not as to doing it.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Chad has agreed to talks with Peru on the border.")
    >>> mend_parse(doc)
    >>> doc[4].dep_, doc[4].head.dep_
    ('pobj', 'prep')
    """
    verb, to = talks.head, child(talks, "aux")
    if talks.tag_ != "NNS" or to is None or to.lower_ != "to" or not is_verbal(verb):
        return
    to.head, to.dep_, to.tag_, to.pos_ = verb, "prep", "IN", "ADP"
    talks.head, talks.dep_, talks.pos_ = to, "pobj", "NOUN"


def mend_the_two(two: Token) -> None:
    """Read "under an accord the two signed in May" as what the two signed, not as under the two.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith broke an accord the two signed yesterday.")
    >>> mend_parse(doc)
    >>> doc[5].dep_, doc[5].head.text, doc[6].head.text
    ('nsubj', 'signed', 'accord')
    """
    if (
        two.i + 1 >= two.sent.end
        or two.i - 2 < two.sent.start
        or two.dep_ not in ("pobj", "dobj", "appos", "prep", "nsubj", "dep")
    ):
        return
    verb, thing = two.nbor(1), two.nbor(-2)
    if two.nbor(-1).lower_ != "the" or verb.tag_ not in ("VBD", "VBN") or verb.head.i != two.i:
        return
    if thing.pos_ != "NOUN" or verb.lemma_ not in words_of(verb)["making"]:
        return
    verb.head, verb.dep_, verb.tag_, verb.pos_ = thing, "relcl", "VBD", "VERB"
    two.head, two.dep_ = verb, "nsubj"


def mend_under_way(under: Token) -> None:
    """Hang what follows "talks under way" on the talks: "hailed the talks under way between Peru and Chile".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The minister welcomed the negotiations under way between Germans on fishing.")
    >>> mend_parse(doc)
    >>> doc[7].text, doc[7].head.text
    ('between', 'negotiations')
    """
    last = under.i + 1 if under.lower_ == "under" else under.i
    if under.lower_ not in ("under", "underway") or last >= under.sent.end - 1:
        return
    if last > under.i and under.nbor(1).lower_ != "way":
        return
    first = under.i - 1
    while first > under.sent.start and under.doc[first].pos_ == "ADV":
        first -= 1
    talks = under.doc[first]
    if first < under.sent.start or talks.pos_ != "NOUN" or talks.lemma_ not in words_of(talks)["talk"]:
        return
    for token in under.doc[last + 1 : under.sent.end]:
        if token.is_punct or token.dep_ == "ROOT":
            return
        if token.head.i >= first or token.pos_ == "AUX":
            continue
        if token.dep_ == "prep":
            token.head = talks
        elif token.dep_ in ("advcl", "xcomp", "acl") and token.tag_ == "VB":
            token.head, token.dep_ = talks, "acl"


def mend_agreed_with(preposition: Token) -> None:
    """Read "agreed with the ministry to reopen it" as what was agreed, not as what the ministry does.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("He said the government agreed with Japan's foreign ministry to reopen the border.")
    >>> mend_parse(doc)
    >>> doc[9].dep_, doc[11].dep_, doc[11].head.text
    ('pobj', 'xcomp', 'agreed')
    """
    verb = preposition.head
    if verb.lemma_ != "agree":
        return
    partner, deed = child(preposition, "pobj"), child(preposition, "pcomp")
    if partner is None:
        partner = child(deed, "nsubj") if deed is not None else None
    else:
        deed = child(partner, "acl")
    if partner is None or deed is None or deed.tag_ != "VB" or child(deed, "aux") is None:
        return
    if partner.lemma_ not in words_of(partner)["resolve"]:  # "agreed with the plan to reopen it"
        partner.head, partner.dep_ = preposition, "pobj"
        deed.head, deed.dep_ = verb, "xcomp"
