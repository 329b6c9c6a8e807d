"""Mends what somebody gives another name to: "held what both sides called useful talks" tells of talks held."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import child, is_verbal, prepositions


def mend_so_called(what: Token) -> None:
    """Hang what somebody calls something on the verb before "what", with who calls it so as a clause beside.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("They held what both sides called useful talks. He denied what it said was an attack.")
    >>> mend_parse(doc)
    >>> doc[7].dep_, doc[7].head.text, doc[5].dep_, doc[16].dep_, doc[16].head.text
    ('dobj', 'held', 'relcl', 'dobj', 'denied')
    """
    if what.dep_ not in ("dobj", "nsubj") or what.i == what.sent.start or what.head.i <= what.i:
        return
    clause = what.head
    thing = child(clause, "attr") if what.dep_ == "nsubj" else _name_given(clause)
    if what.dep_ == "nsubj" and clause.dep_ == "ccomp":
        clause = clause.head  # "what it said was"
    outer = clause.head
    if thing is None or thing.pos_ != "NOUN" or outer.i > what.i or clause.i < what.i:
        return
    if clause.dep_ in ("ccomp", "dobj") and is_verbal(outer) and child(outer, "dobj") is None:
        role = "dobj"
    elif clause.dep_ in ("pcomp", "pobj") and outer.dep_ == "prep":
        role = "pobj"
    else:
        return
    thing.dep_, thing.head = role, outer
    clause.dep_, clause.head = "relcl", thing
    for late in [c for c in clause.children if c.dep_ == "prep" and c.i > thing.i]:
        late.head = thing


def mend_as(as_: Token) -> None:
    """Read "to act as go-between in talks" as what somebody acts as, not as a clause.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith flew to Rome to act as gobetween in talks between the sides.")
    >>> mend_parse(doc)
    >>> doc[6].dep_, doc[6].head.text, doc[7].dep_, doc[7].head.text
    ('prep', 'act', 'pobj', 'as')
    """
    noun = as_.head
    if as_.dep_ != "mark" or noun.pos_ not in ("NOUN", "PROPN") or noun.i != as_.i + 1 or noun.dep_ != "advcl":
        return
    if is_verbal(noun.head) and child(noun, "nsubj", "aux", "cop") is None and noun.head.i < as_.i:
        as_.dep_, as_.head = "prep", noun.head
        noun.dep_, noun.head = "pobj", as_


def mend_brand(quality: Token) -> None:
    """Read "called the raid cowardly" as what it is called, not as how it was called.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("He called the French raid cowardly and urged them to stop.")
    >>> mend_parse(doc)
    >>> doc[5].dep_, doc[5].pos_
    ('oprd', 'ADJ')
    """
    verb, words = quality.head, words_of(quality)
    thing = child(verb, "dobj") if is_verbal(verb) else None
    if thing is None or thing.i > quality.i or child(verb, "oprd") is not None:
        return
    if verb.lemma_ in words["naming"] and quality.lower_ in words["disapproval"]:
        quality.dep_, quality.pos_, quality.tag_ = "oprd", "ADJ", "JJ"


def _name_given(verb: Token) -> Token | None:
    """Give what a verb of naming calls something: "called useful talks", "described as a threat"."""
    if verb.lemma_ not in words_of(verb)["naming"] or child(verb, "nsubj") is None:
        return None
    behind = next((o for p, o in prepositions(verb) if p.lower_ == "as"), None)
    late = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    return behind or child(verb, "oprd") or next(iter(late), None)


def mend_as_is(preposition: Token) -> None:
    """Read "described the vote as free and fair" with what it is called behind "as", where no noun follows.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Observers described the vote as free and fair.")
    >>> mend_parse(doc)
    >>> doc[5].dep_, doc[5].head.text
    ('pobj', 'as')
    """
    quality = child(preposition, "amod")
    if preposition.dep_ == "prep" and quality is not None and child(preposition, "pobj", "pcomp") is None:
        quality.dep_ = "pobj"


def mend_in_terms(preposition: Token) -> None:
    """Read what stands behind "in the strongest terms" as the object, not as what the terms are.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> text = "The NATO condemns in the strongest terms the Government of Zimbabwe's continuing campaign of violence."
    >>> doc = load_pipeline()(text)
    >>> mend_parse(doc)
    >>> doc[8].text, doc[8].dep_, doc[8].head.text
    ('Government', 'dobj', 'condemns')
    """
    verb, terms = preposition.head, child(preposition, "pobj")
    if preposition.dep_ != "prep" or terms is None or not is_verbal(verb):
        return
    late = child(terms, "appos")
    if late is None or late.left_edge.i != terms.i + 1 or child(verb, "dobj", "nsubjpass") is not None:
        return
    if terms.lower_ in words_of(preposition)["wayOfSpeaking"]:
        late.head, late.dep_ = verb, "dobj"


def mend_described(as_: Token) -> None:
    """Hang "as" behind what is described on the verb: "described its moves to use force through raids as harmful".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The President described Mali's actions to impose pressure through sanctions as harmful.")
    >>> mend_parse(doc)
    >>> next(t for t in doc if t.text == "as").head.text
    'described'
    """
    quality = child(as_, "pobj")
    if as_.dep_ != "prep" or is_verbal(as_.head) or quality is None or quality.pos_ != "ADJ":
        return
    noun, naming = as_.head, words_of(as_)["naming"]
    while noun.head.i < noun.i:
        if noun.dep_ == "dobj" and noun.head.lemma_ in naming:
            as_.head = noun.head
            return
        noun = noun.head
