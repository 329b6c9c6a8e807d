"""Mends participles that the parser takes for names or qualities: those that open a sentence, "a decree naming him"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.mending.swaps import make_auxiliary, make_main
from kg.extract.syntax import PERSON, child, is_verbal


def mend_opening_name(gerund: Token) -> None:
    """Read "Congratulating Smith on his victory, Miller said" as what Miller does, not as a name.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Congratulating Smith on his election victory, Smith said she hoped to work with him.")
    >>> mend_parse(doc)
    >>> doc[0].tag_, doc[0].lemma_, doc[1].dep_, doc[1].head.text
    ('VBG', 'congratulate', 'dobj', 'Congratulating')
    """
    low = gerund.lower_
    if not gerund.is_sent_start or not low.endswith("ing") or gerund.i + 2 >= gerund.sent.end:
        return
    stems = (low[:-3], low[:-3] + "e", low[:-4])
    lemma = next((s for s in stems if s in words_of(gerund)["openingAct"]), None)
    name, main = gerund.nbor(1), gerund.sent.root
    comma = next((t for t in gerund.sent if t.text == ","), None)
    if lemma is None or name.pos_ != "PROPN" or comma is None or not is_verbal(main) or main.i < comma.i:
        return
    gerund.tag_, gerund.pos_, gerund.lemma_ = "VBG", "VERB", lemma
    gerund.head, gerund.dep_ = main, "advcl"
    name.head, name.dep_ = gerund, "dobj"
    for t in gerund.doc[name.i + 1 : comma.i]:
        if t.dep_ == "prep" and t.head.i in (name.i, gerund.i, main.i):
            t.head = gerund


def mend_naming(gerund: Token) -> None:
    """Read "signed a decree naming Smith head of the army" as an appointment, not as a kind of head.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith signed a decree naming Smith head.")
    >>> mend_parse(doc)
    >>> doc[4].dep_, doc[4].head.text, doc[5].dep_
    ('acl', 'decree', 'dobj')
    """
    office = gerund.head
    if gerund.dep_ not in ("amod", "compound") or gerund.lemma_ not in words_of(gerund)["appointing"] or not gerund.i:
        return
    name, decree = gerund.nbor(1), gerund.nbor(-1)
    if name.text == PERSON and name.head.i == office.i and name.i < office.i and decree.pos_ == "NOUN":
        gerund.head, gerund.dep_ = decree, "acl"
        name.head, name.dep_ = gerund, "dobj"
        if decree.head.i == office.i:
            decree.head, decree.dep_ = office.head, office.dep_
        office.head, office.dep_ = gerund, "oprd"


def mend_among_those(doers: Token) -> None:
    """Read "Among those attending the funeral in Chad were Germans" as what the Germans did.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Among those attending the funeral in Chad were Germans.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[8].dep_, doc[8].head.text
    ('ROOT', 'nsubj', 'attending')
    """
    be, opening = doers.head, doers.sent[0]
    if be.lemma_ != "be" or be.dep_ != "ROOT" or opening.lower_ not in ("among", "amongst") or be.i > doers.i:
        return
    those = child(opening, "pobj")
    gerund = next((c for c in those.children if c.dep_ == "acl" and c.tag_ == "VBG"), None) if those else None
    if gerund is None or gerund.i > be.i or doers.pos_ not in ("PROPN", "NOUN"):
        return
    gerund.head, gerund.dep_ = gerund, "ROOT"
    opening.head = gerund
    make_auxiliary(be, gerund)
    doers.head, doers.dep_ = gerund, "nsubj"


def mend_behind_place(person: Token) -> None:
    """Read who stands behind a place as the subject: "during his stay in Lima Smith met her".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("During his stay in Lima Smith met the minister.")
    >>> mend_parse(doc)
    >>> doc[4].dep_, doc[5].dep_, doc[5].head.text
    ('pobj', 'nsubj', 'met')
    """
    preposition, place = person.head, child(person, "compound")
    if person.dep_ != "pobj" or preposition.lower_ not in ("in", "at") or place is None or place.i != person.i - 1:
        return
    verb = preposition
    while verb.head.i < verb.i and verb.head.i != verb.i and not is_verbal(verb):
        verb = verb.head
    verb = verb.head
    bare = is_verbal(verb) and verb.i > person.i and child(verb, "nsubj", "nsubjpass") is None
    if bare and place.pos_ == "PROPN" and place.text != PERSON:
        place.head, place.dep_ = preposition, "pobj"
        passive = child(verb, "auxpass") is not None
        person.head, person.dep_ = verb, "nsubjpass" if passive else "nsubj"


def mend_main_verb(name: Token) -> None:
    """Read "Sweden, which wants to question him, called in the envoy" as what Sweden did, not as a name alone.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Sweden, which wants to question him over claims, called in the ambassador to protest.")
    >>> mend_parse(doc)
    >>> doc[10].text, doc[10].dep_, doc[0].dep_, doc[0].head.text
    ('called', 'ROOT', 'nsubj', 'called')
    >>> doc = load_pipeline()("A joint statement by Germans called on Serbia to sign the accord.")
    >>> mend_parse(doc)
    >>> doc[5].dep_, doc[2].dep_
    ('ROOT', 'nsubj')
    """
    if name.dep_ != "ROOT" or name.pos_ not in ("PROPN", "NOUN"):
        return
    beside = child(name, "relcl", "acl") is not None
    verb = next((t for t in name.subtree if t.i > name.i and _is_bare_past(t)), None) if beside else None
    verb = verb or next((c for c in name.children if c.dep_ == "acl" and _acts_itself(c)), None)
    if verb is None:
        return
    make_main(verb, name)


def mend_opening_clause(clause: Token) -> None:
    """Read "Expelling two envoys from Chad, France closed its border" as what France does too, not as the subject.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Expelling two diplomats from Chile, France closed two banks.")
    >>> mend_parse(doc)
    >>> doc[0].dep_, doc[2].dep_, doc[2].head.text
    ('advcl', 'dobj', 'Expelling')
    """
    verb = clause.head
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and clause.i < c.i < verb.i]
    opens = clause.left_edge.i == clause.sent.start and clause.tag_ in ("VBG", "VBN")
    if clause.dep_ != "csubj" or not opens or not subjects:
        return
    doer = subjects[-1]
    if all(t.text != "," for t in clause.doc[clause.i : doer.left_edge.i]):
        return
    clause.dep_ = "advcl"
    for thing in subjects[:-1]:
        thing.head, thing.dep_ = clause, "dobj"


def mend_lone_past(verb: Token) -> None:
    """Read "Israeli commandos abducted Smith" as what they did, not as commandos who are said to have done it.

    A verb with a tense behind what opens a sentence is the main one whatever follows it.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("commandos abducted Smith from his home in southern France.")
    >>> mend_parse(doc)
    >>> doc[0].dep_, doc[1].dep_
    ('nsubj', 'ROOT')
    >>> doc = load_pipeline()("forces called on the Ministry to show restraint.")
    >>> mend_parse(doc)
    >>> doc[0].dep_, doc[1].dep_
    ('nsubj', 'ROOT')
    """
    doers = verb.head
    if verb.dep_ != "acl" or doers.dep_ != "ROOT" or doers.i > verb.i or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return
    alone = child(verb, "nsubj", "nsubjpass", "mark") is None
    opens = alone and not is_verbal(doers) and doers.left_edge.i == doers.sent.start
    does = child(verb, "dobj") is not None and child(verb, "agent", "nsubj", "auxpass") is None
    if opens or (does and verb.tag_ == "VBD" and doers.pos_ in ("NOUN", "PROPN")):
        make_main(verb, doers)


def mend_first_name(name: Token) -> None:
    """Read the name that opens a sentence right before its verb as who does it: "Nauru established relations with".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Nauru established diplomatic relations with China yesterday.")
    >>> mend_parse(doc)
    >>> doc[0].dep_
    'nsubj'
    """
    verb = name.head
    bare = name.pos_ == "PROPN" and name.i == name.sent.start and verb.i == name.i + 1 and verb.tag_ in ("VBD", "VBZ")
    if bare and is_verbal(verb) and child(verb, "nsubj", "nsubjpass", "expl") is None:
        name.dep_ = "nsubj"


def mend_strayed(verb: Token) -> None:
    """Read "jets intruded into the zone, and Tallinn asked" as two clauses, not as jets and a name that ask.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Two jets intruded into Estonian airspace today, and Tallinn asked the NATO for help.")
    >>> mend_parse(doc)
    >>> [doc[i].dep_ for i in (1, 2, 9, 10)]
    ['nsubj', 'ROOT', 'nsubj', 'conj']
    """
    doers, second = verb.head, verb.head.head
    if verb.tag_ != "VBN" or doers.dep_ != "nsubj" or second.dep_ != "ROOT" or second.i < verb.i + 5:
        return
    name, cc = second.nbor(-1), second.nbor(-2)
    into = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("into", "across", "over")
    if not into or name.pos_ != "PROPN" or name.dep_ not in ("conj", "nsubj") or cc.lower_ != "and":
        return
    if cc.nbor(-1).text != "," or child(verb, "agent", "auxpass", "nsubj") is not None:
        return
    make_main(verb, doers)
    verb.tag_ = "VBD"
    second.head, second.dep_ = verb, "conj"
    name.head, name.dep_, cc.head = second, "nsubj", verb


def mend_behind_opening(name: Token) -> None:
    """Read who stands behind a place between commas as the subject: "after talks in the capital, Lima, Smith said".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("After nights of talks between Germans in the capital, Lima, Smith said they ended.")
    >>> mend_parse(doc)
    >>> doc[10].head.text, doc[12].dep_, doc[12].head.text
    ('capital', 'nsubj', 'said')
    """
    verb = name.doc[name.i + 1] if name.i + 1 < len(name.doc) else name
    place, comma = name.head, name.left_edge.i - 1
    if verb.tag_ not in ("VBD", "VBZ") or not is_verbal(verb) or verb.dep_ != "ROOT" or place.pos_ != "PROPN":
        return
    whole = place.nbor(-2) if place.i >= 2 and place.nbor(-1).text == "," else place
    alone = comma == place.i + 1 and name.doc[comma].text == "," and child(place, "cc") is None
    if whole.pos_ != "NOUN" or not alone or place.sent[0].dep_ != "prep":
        return
    subject = child(verb, "nsubj", "nsubjpass", "expl")
    if subject is not None and subject.i != place.i:
        opening = name.doc[subject.left_edge.i - 1] if subject.left_edge.i > name.sent.start else name
        if opening.i != name.sent.start or opening.dep_ != "prep" or child(opening, "pobj", "pcomp") is not None:
            return
        subject.head, subject.dep_ = opening, "pobj"  # "After talks in the capital, Lima, Smith left"
    place.head, place.dep_ = whole, "appos"
    name.head, name.dep_ = verb, "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"


def _is_bare_past(verb: Token) -> bool:
    """Whether a past behind a comma has no subject of its own, and nobody by whom it is done."""
    before = verb.nbor(-1) if verb.i else verb
    while before.pos_ == "ADV" and before.i:
        before = before.nbor(-1)
    beside = before.text == "," or (verb.dep_ == "ccomp" and before.text == PERSON)
    done = child(verb, "dobj", "ccomp", "prt") is not None or verb.lemma_ in words_of(verb)["intransitive"]
    past = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and done)
    after = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    past = past or (verb.tag_ == "VBN" and verb.lemma_ == "call" and after in ("in", "on", "for"))
    alone = past and verb.dep_ in ("acl", "ccomp", "advcl", "dep") and beside
    return alone and all(c.dep_ not in ("nsubj", "nsubjpass", "auxpass", "agent", "mark") for c in verb.children)


def _acts_itself(verb: Token) -> bool:
    """Whether a past behind a noun does something to somebody, as no participle does: "called on Serbia to sign"."""
    acts = verb.tag_ == "VBD" and child(verb, "dobj", "xcomp", "ccomp") is not None
    return acts and child(verb, "nsubj", "nsubjpass", "auxpass", "agent", "mark", "oprd") is None
