"""Mends with whom somebody deals: names behind a day, "with", "including" or "as well as" behind a comma."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import PERSON, child, is_verbal


def mend_put_behind(name: Token) -> None:
    """Read what stands behind the day or the place as what the verb is about: "met here yesterday Smith".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith met here yesterday Smith.")
    >>> mend_parse(doc)
    >>> doc[4].dep_, doc[4].head.text
    ('dobj', 'met')
    >>> doc = load_pipeline()("Nepal welcomed yesterday the truce declared by India.")
    >>> mend_parse(doc)
    >>> doc[4].dep_, doc[4].head.text
    ('dobj', 'welcomed')
    """
    verb = name.head
    if not is_verbal(verb) or name.i < verb.i or child(verb, "dobj", "nsubjpass") is not None:
        return
    words = words_of(name)
    told = words["deed"] | words["accord"] | words["bid"] | words["gathering"]
    if name.pos_ != "PROPN" and (name.left_edge.pos_ not in ("DET", "PROPN", "PRON") or name.lemma_ not in told):
        return
    before = name.left_edge.nbor(-1) if name.left_edge.i else name
    if before.lower_ in ("yesterday", "here", "there") and before.head.i == verb.i:
        name.dep_ = "dobj"


def mend_later(name: Token) -> None:
    """Join a name behind "and, later," to whom it was done to before: "met Smith and, yesterday, Smith".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith met Smith and, yesterday, Smith.")
    >>> mend_parse(doc)
    >>> doc[7].dep_, doc[7].head.i
    ('conj', 2)
    """
    verb = name.head
    if not name.i or name.pos_ != "PROPN" or not is_verbal(verb) or name.nbor(-1).text != ",":
        return
    known = next((c for c in verb.children if c.dep_ == "dobj" and c.i < name.i - 4), None)
    if known is None:
        return
    joined, *between = name.doc[known.right_edge.i : name.i - 1]
    while between and joined.lower_ != "and":
        joined, *between = between
    if (
        len(between) > 1
        and between[0].text == ","
        and all(t.pos_ in ("ADV", "NOUN", "ADP", "DET") for t in between[1:])
    ):
        name.head, name.dep_ = known, "conj"


def mend_with(preposition: Token) -> None:
    """Hang "with" on what a name does, not on the name: "a conversation of Smith with Germans".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("A telephone conversation of Smith with Smith took place.")
    >>> mend_parse(doc)
    >>> doc[5].text, doc[5].head.text
    ('with', 'conversation')
    """
    name = preposition.head
    if _mend_repeated_behind_day(preposition):
        return
    if preposition.dep_ != "prep" or name.pos_ != "PROPN" or name.dep_ != "pobj" or preposition.nbor(-1).text == ",":
        return
    act = name.head.head
    if name.head.lower_ in ("of", "by", "in", "at") and act.pos_ == "NOUN" and act.i < name.i:
        preposition.head = act


def _mend_repeated_behind_day(preposition: Token) -> bool:
    """Read "met with X yesterday and with Y" as with both; say whether it was so."""
    added = child(preposition, "pobj")
    if added is None or preposition.i < 4 or preposition.nbor(-1).lower_ != "and":
        return False
    if preposition.nbor(-2).lower_ != "yesterday":
        return False
    verb = preposition.nbor(-1).head
    for c in verb.children:
        known = child(c, "pobj") if c.lower_ == preposition.lower_ and c.i < preposition.i else None
        if known is not None:
            added.head, added.dep_ = known, "conj"
            return True
    return False


def mend_lasting(preposition: Token) -> None:
    """Hang "with" or "between" on an occasion of which its length stands between: "talks lasting an hour with X".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith held talks lasting three hours with Germans.")
    >>> mend_parse(doc)
    >>> doc[6].text, doc[6].head.text
    ('with', 'talks')
    """
    clause = preposition.head
    while clause.dep_ in ("prep", "pobj", "npadvmod", "dobj") and not is_verbal(clause):
        clause = clause.head
    words = words_of(clause)
    if preposition.dep_ != "prep" or not is_verbal(clause) or clause.lemma_ not in words["lasting"] | words["begin"]:
        return
    above = clause.head
    occasion = (child(above, "dobj") or child(above, "nsubj")) if clause.dep_ == "advcl" else above
    if clause.dep_ not in ("acl", "relcl", "advcl") or occasion is None or not occasion.i < clause.i < preposition.i:
        return
    known = words["talk"] | words["gathering"] | words["meal"]
    measured = child(clause, "dobj")
    if occasion.lemma_ in known and (measured is None or child(measured, "nummod") is not None):
        preposition.head = occasion


def mend_of_those_from(preposition: Token) -> None:
    """Hang "from" on those who meet, not on their meeting: "a meeting of officials from Peru and Chile".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Malaysia hosted a meeting of officials from Germans.")
    >>> mend_parse(doc)
    >>> doc[6].text, doc[6].head.text
    ('from', 'officials')
    """
    people = preposition.nbor(-1) if preposition.i else preposition
    meeting, of = preposition.head, people.head
    if preposition.dep_ != "prep" or people.dep_ != "pobj" or people.tag_ != "NNS" or of.head.i != meeting.i:
        return
    words = words_of(meeting)
    if of.lower_ in ("of", "between", "with") and meeting.lemma_ in words["gathering"] | words["talk"]:
        preposition.head = people


def mend_due(coming: Token) -> None:
    """Read "a team due to arrive in Peru" as of a team that is to arrive.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith, due to arrive in Kigali yesterday, urged calm.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[2].head.text, doc[4].head.text
    ('acl', 'Smith', 'due')
    """
    due = coming.head
    if due.lower_ != "due" or due.dep_ not in ("amod", "prep", "acl", "appos", "advcl") or due.i < 1:
        return
    who = due.nbor(-1) if due.nbor(-1).text != "," or due.i < 2 else due.nbor(-2)
    if who.pos_ in ("NOUN", "PROPN") and any(c.tag_ == "TO" for c in coming.children):
        due.head, due.dep_, due.tag_, due.pos_ = who, "acl", "VBN", "VERB"


def mend_with_whom(preposition: Token) -> None:
    """Read "worked closely with Germans to end it" as with whom somebody worked, not as a clause of theirs.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("NATO has been working intensively with Germans to deal with the situation in Liberia.")
    >>> mend_parse(doc)
    >>> doc[5].dep_, doc[5].head.text, doc[6].dep_, doc[6].head.text
    ('prep', 'working', 'pobj', 'with')
    """
    clause = preposition.head
    verb, name = clause.head, child(clause, "nsubj")
    if preposition.dep_ != "mark" or name is None or clause.tag_ != "VB" or not is_verbal(verb):
        return
    if verb.i < preposition.i < name.i < clause.i and child(clause, "aux") is not None:
        preposition.head, preposition.dep_, preposition.pos_ = verb, "prep", "ADP"
        name.head, name.dep_ = preposition, "pobj"


def mend_second_gerund(second: Token) -> None:
    """Read "forcing troops to halt and signing a truce" as two things that one does, not the troops.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith flew in, forcing troops to halt their attack and signing a truce with Miller.")
    >>> mend_parse(doc)
    >>> doc[11].text, doc[11].head.text
    ('signing', 'forcing')
    """
    first = second.head
    if second.tag_ != "VBG" or first.tag_ != "VB" or first.dep_ != "xcomp" or first.head.tag_ != "VBG":
        return
    if any(c.dep_ == "aux" and c.tag_ == "TO" for c in first.children) and child(second, "nsubj", "aux") is None:
        second.head = first.head


def mend_second_object(second: Token) -> None:
    """Join a second object behind "and" to the first, and give the verb back what stands behind it.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Portugal brought the government and NATO to the signing table.")
    >>> mend_parse(doc)
    >>> doc[5].head.text, doc[6].head.text
    ('government', 'brought')
    """
    verb = second.head
    first = child(verb, "dobj")
    if second.pos_ != "PROPN" or not is_verbal(verb) or first is None or not verb.i < first.i < second.i:
        return
    joint = _joint(first, second)
    too = any(c.lower_ == "too" for c in second.children)  # "thanked Peru, and Chile too"
    if joint is None or (joint.nbor(-1).text == "," and not too):
        return  # "asked Peru for help, and Chile said"
    second.head = first
    for c in list(second.children):
        if c.dep_ == "prep" and c.i > second.i and c.lower_ in ("to", "into", "on", "at", "for"):
            c.head = verb


def mend_second_subject(second: Token) -> None:
    """Join a second subject behind "and" to the first, from which an apposition cut it off.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Burundi's main NATO, the FNL, and the government of Smith failed to reach agreement.")
    >>> mend_parse(doc)
    >>> doc[10].dep_, doc[10].head.text
    ('conj', 'NATO')
    """
    verb = second.head
    first = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), second)
    if first.i >= second.i or not is_verbal(verb) or second.i > verb.i:
        return
    if _joint(first, second) is None:
        return
    second.head, second.dep_ = _alone_between(first, second) or first, "conj"


def _alone_between(first: Token, second: Token) -> Token | None:
    """Give who stands alone behind "between": "talks between the government and UNITA collapsed".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Peace talks between the government and NATO collapsed yesterday.")
    >>> mend_parse(doc)
    >>> doc[6].dep_, doc[6].head.text
    ('conj', 'government')
    """
    for preposition in first.children:
        one = child(preposition, "pobj") if preposition.lower_ == "between" else None
        if one is not None and one.i < second.i and child(one, "conj") is None:
            return one
    return None


def _joint(first: Token, second: Token) -> Token | None:
    """Give the "and" right before the second of two that hang on one verb, if it joins them."""
    between = [o for p in first.children if p.lower_ == "between" for o in p.children]
    hosts = (first, second.head, *between)
    joins = [c for host in hosts for c in host.children if c.dep_ == "cc" and first.i < c.i < second.i]
    joins.sort(key=lambda c: c.i)
    last = joins[-1] if joins else None
    return last if last is not None and last.lower_ == "and" and last.i == second.left_edge.i - 1 else None


def mend_including(preposition: Token) -> None:
    """Hang "including" on those of whom somebody is named, not on the verb.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith met with Smith and other officials of the Bush Administration, including Germans.")
    >>> mend_parse(doc)
    >>> doc[12].text, doc[12].head.text
    ('including', 'officials')
    """
    inside = preposition.lower_ == "including" and is_verbal(preposition.head) and preposition.i > 1
    if not inside or preposition.nbor(-1).text != ",":
        return
    node = preposition.nbor(-2)
    while node.i > preposition.head.i and not is_verbal(node):
        if node.tag_ in ("NNS", "NNPS") and node.pos_ == "NOUN":
            preposition.head = node
            return
        node = node.head


def mend_as_well_as(well: Token) -> None:
    """Join who stands behind "as well as" to those before the comma.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith met with ministers, as well as Smith.")
    >>> mend_parse(doc)
    >>> doc[8].dep_, doc[8].head.text
    ('conj', 'ministers')
    """
    doc, first = well.doc, well.i + 2
    if well.i < 2 or first >= well.sent.end or (doc[well.i - 1].lower_, doc[well.i + 1].lower_) != ("as", "as"):
        return
    before = doc[well.i - 2] if doc[well.i - 2].text != "," else doc[max(well.i - 3, 0)]
    while before.dep_ in ("conj", "appos") and before.head.i < before.i:
        before = before.head
    repeated = doc[first].dep_ == "prep"
    if before.dep_ not in ("pobj", "dobj") or (repeated and doc[first].lower_ != before.head.lower_):
        return
    if repeated:
        added = child(doc[first], "pobj")
    else:
        added = next((t for t in doc[first : well.sent.end] if t.left_edge.i == first and t.head.i < first), None)
    if added is not None and added.pos_ in ("PROPN", "NOUN") and before.i not in (added.i, added.head.i):
        added.head, added.dep_ = before, "conj"


def mend_those_with(those: Token) -> None:
    """Read "other meetings included those with Smith" as meetings with Smith.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Other meetings included those with Germans.")
    >>> mend_parse(doc)
    >>> doc[4].head.text
    'meetings'
    """
    verb = those.head
    if those.dep_ not in ("dobj", "attr") or not is_verbal(verb) or verb.lemma_ not in ("include", "comprise", "be"):
        return
    occasions = child(verb, "nsubj")
    if occasions is not None and occasions.tag_ == "NNS":
        for c in list(those.children):
            if c.lower_ == "with":
                c.head = occasions


def mend_who(clause: Token) -> None:
    """Hang a clause with "who" or "whom" on the person before it, not on what is told of him.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("They sought the extradition of Smith, whom France accuses of plotting.")
    >>> mend_parse(doc)
    >>> doc[9].text, doc[9].head.text
    ('accuses', 'Smith')
    """
    if clause.dep_ != "relcl":
        return
    who = next((c for c in clause.children if c.lower_ in ("who", "whom") and c.i < clause.i), None)
    if who is not None and clause.tag_ == "NNS":  # "whom Chad accuses", read as a noun
        clause.tag_, clause.pos_, clause.lemma_ = "VBZ", "VERB", clause.lower_.removesuffix("s")
        for c in clause.children:
            if c.dep_ == "compound":
                c.dep_ = "nsubj"
    if who is None or who.i < 2 or who.i <= clause.head.i or clause.head.pos_ != "NOUN":
        return
    before = who.nbor(-2) if who.nbor(-1).text == "," else who.nbor(-1)
    node = before
    while node.dep_ in ("pobj", "prep") and node.i > clause.head.i:
        node = node.head
    if before.text == PERSON and before.dep_ == "pobj" and node.i == clause.head.i:
        clause.head = before
