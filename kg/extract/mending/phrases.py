"""Mends phrases: prepositions and particles that hang on the wrong word."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import PERSON, child, is_verbal, prepositions, verb_above


def mend_held_so(captive: Token) -> None:
    """Read "a man they held hostage" as what he is held as, not as whom they held.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germans freed a worker they had held hostage for four months.")
    >>> mend_parse(doc)
    >>> doc[7].text, doc[7].dep_
    ('hostage', 'oprd')
    """
    verb = captive.head
    bare = captive.tag_ == "NN" and all(c.i > captive.i for c in captive.children)
    held = bare and verb.dep_ == "relcl" and captive.lemma_ in words_of(captive)["captive"]
    if held and child(verb, "nsubj") is not None:
        captive.dep_ = "oprd"


def mend_repeated(preposition: Token) -> None:
    """Read "by X and by Y" as "by X and Y".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The treaty was signed by Hungary and by Romania.")
    >>> mend_parse(doc)
    >>> doc[8].dep_, doc[8].head.text
    ('conj', 'Hungary')
    """
    if preposition.pos_ not in ("ADP", "SCONJ"):
        return
    first = preposition.head
    if is_verbal(first) and first.dep_ == "relcl":
        _mend_behind_clause(preposition, first)
        return
    if first.pos_ not in ("ADP", "SCONJ"):
        first = first.head
    known, added = child(first, "pobj"), child(preposition, "pobj")
    if first.lower_ == preposition.lower_ and known is not None and added is not None:
        added.head = known
        added.dep_ = "conj"


def _mend_behind_clause(preposition: Token, clause: Token) -> None:
    """Read "thanks to X, which hosted Z, and to Y for coming" as thanks to X and Y, for what Y did."""
    known, added = clause.head, child(preposition, "pobj")
    if known.dep_ != "pobj" or known.head.lower_ != preposition.lower_ or added is None or not clause.i < added.i:
        return
    main = verb_above(known)
    for c in list(clause.children):
        if c.i > added.i and c.dep_ == "prep" and child(c, "pcomp") is not None:
            c.head = main
    added.head, added.dep_ = known, "conj"


def mend_doer(by: Token) -> None:
    """Hang "by" on the act that it tells the doer of, where the parser hung it on the active verb before.

    It goes to a passive from what that is about, also to a bare participle that opens a sentence.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germans condemned the killing of Smith by troops.")
    >>> mend_parse(doc)
    >>> doc[6].text, doc[6].head.text
    ('by', 'killing')
    >>> doc = load_pipeline()("Denied overflight rights by Algiers, French jets flew home.")
    >>> mend_parse(doc)
    >>> doc[3].text, doc[3].head.text, doc[3].dep_
    ('by', 'Denied', 'agent')
    """
    if by.dep_ not in ("prep", "agent"):
        return
    verb, doer = by.head, child(by, "pobj")
    asked = verb.head
    opens = asked.is_sent_start and asked.dep_ == "advcl" and asked.tag_ == "VBN"
    granted = child(asked, "auxpass") is not None or (opens and doer is not None and doer.pos_ == "PROPN")
    if verb.dep_ == "dobj" and doer is not None and granted:
        by.head, by.dep_ = asked, "agent"  # "was granted an audience by Smith"
        return
    to_do = verb.dep_ == "xcomp" and verb.tag_ == "VB" and child(asked, "auxpass") is not None
    if to_do and doer is not None and doer.pos_ == "PROPN" and child(asked, "agent") is None:
        by.head, by.dep_ = asked, "agent"  # "was invited to visit Peru by Smith"
        return
    act = child(verb, "dobj") or _act_behind(verb, by) if is_verbal(verb) else None
    if act is None or doer is None or act.pos_ != "NOUN" or not verb.i < act.i < by.i:
        return
    if child(verb, "auxpass") is not None or doer.pos_ not in ("NOUN", "PROPN"):
        return
    words = words_of(act)
    if act.lemma_ in words["deed"] | words["wrongdoing"] | words["ill"]:
        by.head = act


def _act_behind(verb: Token, by: Token) -> Token | None:
    """Give the act that an active verb is about: "protested over the abduction of an officer by Chad"."""
    return next(
        (o for p, o in prepositions(verb) if p.lower_ in ("over", "at", "after", "against") and o.i < by.i), None
    )


def mend_priced(preposition: Token) -> None:
    """Hang what follows a price on the thing that it is the price of.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Chad signed a gas deal worth 20 million dollars with Iran.")
    >>> mend_parse(doc)
    >>> doc[9].text, doc[9].head.text
    ('with', 'deal')
    """
    if preposition.dep_ not in ("prep", "dative", "agent"):
        return
    price, target = preposition.head, child(preposition, "pobj")
    pricing = words_of(preposition)["pricing"]
    for _ in range(3):
        if price.lemma_ in pricing or price.dep_ not in ("npadvmod", "pobj", "dobj", "nummod", "prep"):
            break
        price = price.head
    thing = price.head
    set_off = price.lemma_ in pricing and price.dep_ in ("amod", "acl", "prep", "advmod") and thing.i < price.i
    if set_off and target is not None and target.pos_ in ("NOUN", "PROPN") and not _is_sum(target):
        preposition.head, preposition.dep_ = (thing, "prep") if thing.dep_ != "prep" else (thing.head, "prep")


def _is_sum(noun: Token) -> bool:
    """Whether a noun is an amount of money: "amounting to 20 million dollars"."""
    return any(c.dep_ in ("nummod", "quantmod") for c in noun.children)


def mend_put_last(as_: Token) -> None:
    """Read what stands last as the object: "denounced as a crime Peru's suppression of unrest".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germans denounced as illegal Peru's seizure of land.")
    >>> mend_parse(doc)
    >>> doc[6].text, doc[6].dep_, doc[6].head.text
    ('seizure', 'dobj', 'denounced')
    """
    if as_.dep_ != "prep" or not is_verbal(as_.head):
        return
    verb, first = as_.head, child(as_, "pobj")
    if first is None or child(verb, "dobj", "nsubjpass") is not None:
        return
    late = child(first, "appos") or next((c for c in as_.children if c.dep_ == "pobj" and c.i > first.i), None)
    quality = as_.nbor(1)
    if quality.pos_ == "ADJ" and any(c.dep_ in ("det", "poss") and c.i > quality.i for c in first.children):
        late = first
    if late is not None and late.i > as_.i and (late is first or child(late, "poss", "det") is not None):
        late.head = verb
        late.dep_ = "dobj"


def mend_told(of: Token) -> None:
    """Hang "of" on the verb that tells somebody of something: "assured Peru of support".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith assured Lithuania of French support.")
    >>> mend_parse(doc)
    >>> doc[3].text, doc[3].head.text
    ('of', 'assured')
    """
    if of.dep_ != "prep":
        return
    told = of.head
    name = child(of, "pobj")
    if name is not None and name.pos_ == "PROPN" and told.pos_ == "PROPN" and child(told, "det") is not None:
        return  # "warned the Republic of Chad"
    beside = told.dep_ == "dobj" and told.i == of.i - 1 and told.head.lemma_ in words_of(of)["tellOf"]
    if beside and not any(c.lower_ == "of" and c.i > of.i for c in told.head.children):
        of.head = told.head  # but "accused the Republic of Chad of"


def mend_out(out: Token) -> None:
    """Hang "out" on the verb: "pulled its envoy out of Peru".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Canada pulled its ambassador out of Tehran.")
    >>> mend_parse(doc)
    >>> doc[4].text, doc[4].head.text
    ('out', 'pulled')
    """
    if out.dep_ != "prep" or out.head.dep_ != "dobj":
        return
    thing = out.head
    if thing.i == out.i - 1 and is_verbal(thing.head) and any(c.lower_ == "of" for c in out.children):
        out.head = thing.head


def mend_solidarity(preposition: Token) -> None:
    """Hang "with" on "solidarity" right before it: "closed the border out of solidarity with Peru".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Turkey closed the border out of solidarity with Azerbaijan.")
    >>> mend_parse(doc)
    >>> doc[7].head.text
    'solidarity'
    """
    if preposition.dep_ != "prep" or not preposition.i:
        return
    stance = preposition.nbor(-1)
    if preposition.head.i != stance.i and stance.pos_ == "NOUN" and stance.lemma_ in words_of(stance)["stanceTaken"]:
        preposition.head = stance


def mend_among_others(others: Token) -> None:
    """Read "met with, among others, Smith" as whom somebody met.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith met with, among others, the President.")
    >>> mend_parse(doc)
    >>> doc[8].dep_, doc[8].head.text
    ('pobj', 'with')
    """
    among, named = others.head, child(others, "appos", "conj")
    if among.lower_ != "among" or named is None or among.i < 2 or among.nbor(-1).text != ",":
        return
    preposition = among.nbor(-2)
    if preposition.dep_ == "prep" and child(preposition, "pobj") is None:
        named.head, named.dep_ = preposition, "pobj"


def mend_row(name: Token) -> None:
    """Read names that semicolons part as a list: "met Smith; Miller; and Brown".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith held discussions with Smith; Smith; Smith.")
    >>> mend_parse(doc)
    >>> doc[6].dep_, doc[8].dep_
    ('conj', 'conj')
    """
    if name.text == PERSON == name.head.text and name.i and name.nbor(-1).text == ";":
        name.dep_ = "conj"


def mend_listed_places(second: Token) -> None:
    """Read "visit Chad, the occupied territories and Mali" as three places, not as Chad under another name.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("He will visit Israel, the occupied territories and Jordan.")
    >>> mend_parse(doc)
    >>> doc[7].dep_, doc[7].head.text
    ('conj', 'Israel')
    """
    first, last = second.head, child(second, "conj")
    if first.pos_ != "PROPN" or second.pos_ != "NOUN" or last is None or last.pos_ != "PROPN":
        return
    joined = any(c.dep_ == "cc" and c.nbor(-1).text != "," for c in second.children)
    if joined and second.tag_ == "NNS" and last.i == last.left_edge.i:
        second.dep_ = "conj"


def mend_beside_place(place: Token) -> None:
    """Read "received in Rome Smith" as whom somebody received there, not as a Smith of Rome.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith received yesterday in Niamey Smith.")
    >>> mend_parse(doc)
    >>> doc[4].dep_, doc[5].dep_, doc[5].head.text
    ('pobj', 'dobj', 'received')
    """
    person = place.head
    if place.dep_ == "appos":
        person, place = place, place.head
    preposition = place.head if place.dep_ == "pobj" else person.head
    if person.text != PERSON or preposition.dep_ != "prep" or place.i != person.i - 1 or place.text == PERSON:
        return
    verb = preposition.head
    if preposition.lower_ not in ("in", "at") or not is_verbal(verb) or preposition.i < verb.i:
        return
    if verb.lemma_ not in words_of(verb)["meetsWhom"] or child(verb, "dobj", "auxpass", "nsubjpass") is not None:
        return
    if place.dep_ != "pobj":
        for c in [c for c in person.children if c.i < place.i]:
            c.head = place
        place.head, place.dep_ = preposition, "pobj"
    person.head, person.dep_ = verb, "dobj"


def mend_purpose(clause: Token) -> None:
    """Hang an infinitive on the document that it stands right behind: "the wording of the accord to stop firing".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The date and wording of the agreement to stop firing were worked out yesterday.")
    >>> mend_parse(doc)
    >>> doc[8].text, doc[8].head.text
    ('stop', 'agreement')
    """
    terms, to = clause.head, clause.left_edge
    if to.tag_ != "TO" or to.i < 2 or terms.lemma_ not in words_of(terms)["stipulation"]:
        return
    document = to.nbor(-1)
    if document.i != terms.i and document.pos_ == "NOUN" and document.dep_ == "pobj":
        clause.head = document
