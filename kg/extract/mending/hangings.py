"""Mends what clauses hang on: participles behind a demand, relative clauses behind a place, what each of two does."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.mending.order import joining
from kg.extract.mending.swaps import make_auxiliary
from kg.extract.syntax import PERSON, child, is_finite, is_verbal

_BLAMING = frozenset({"blame", "pin"})
"""Verbs of one who lays something on somebody."""


def mend_each_doing(second: Token) -> None:
    """Read "with Chad backing Smith and Peru pressing for peace" as what either does, not as both backed.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("They are at odds, with Peru defending Smith and Washington pressing for peace.")
    >>> mend_parse(doc)
    >>> doc[10].dep_, doc[10].head.text
    ('nsubj', 'pressing')
    """
    if second.i == 0 or child(second, "nsubj") is not None:
        return
    name = second.nbor(-1)
    first, cc = name.head.head, joining(name)
    if cc is None or first.tag_ != "VBG" or child(first, "nsubj") is None:
        return
    name.head, name.dep_ = second, "nsubj"
    second.head, second.dep_, cc.head = first, "conj", first


def mend_which(verb: Token) -> None:
    """Hang a clause that tells what an act did on the act, not on the place where it happened.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("They condemned the attack in Rome, which claimed many lives.")
    >>> mend_parse(doc)
    >>> doc[8].head.text
    'attack'
    """
    place, subject = verb.head, child(verb, "nsubj")
    if verb.dep_ != "relcl" or place.dep_ != "pobj" or place.pos_ != "PROPN" or place.head.lower_ not in ("in", "at"):
        return
    act, words = place.head.head, words_of(verb)
    if subject is None or subject.lower_ not in ("which", "that") or verb.lemma_ not in words["befalling"]:
        return
    if act.pos_ == "NOUN" and act.lemma_ in words["deed"] | words["attack"]:
        verb.head = act


def mend_auxiliary(auxiliary: Token) -> None:
    """Hang what the parser hung on an auxiliary on its verb.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith is opposed to France's plan.")
    >>> doc[0].head, doc[1].head = doc[1], doc[2]
    >>> mend_parse(doc)
    >>> doc[0].head.text
    'opposed'
    """
    verb = auxiliary.head
    if verb.i == auxiliary.i:
        return
    for c in list(auxiliary.children):
        if c.dep_ in ("nsubj", "nsubjpass"):
            c.head = verb


def mend_blamed(preposition: Token) -> None:
    """Hang "on" behind what is blamed on somebody on the verb: "blamed the deaths on Rome".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germans blamed the deaths on Smith.")
    >>> mend_parse(doc)
    >>> doc[4].head.text
    'blamed'
    """
    thing = preposition.head
    aside = preposition.nbor(-1).text in ("-", "–", "—", "--") if preposition.i else False
    passing = ("pobj", "prep", "conj", *(("dobj", "nsubj", "relcl", "acl", "appos") if aside else ()))
    while thing.dep_ in passing and thing.lower_ != "for" and thing.head.lemma_ not in _BLAMING:
        thing = thing.head  # "blamed the bloodshed - in which six died - on rebels"
    verb = thing.head
    if thing.dep_ != "dobj" or thing.pos_ != "NOUN" or verb.lemma_ not in _BLAMING:
        return
    within = {t.i for t in thing.subtree} | {verb.i}
    later = verb.doc[preposition.i + 1 : verb.sent.end]
    if not any(t.lower_ == "on" and t.head.i in within for t in later):
        preposition.head = verb  # of two the second: "blamed the attack on the camp on rebels"


def mend_together(adverb: Token) -> None:
    """Hang "together" on the verb, not on the place behind: "brought them together in Rome".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith brought Germans together in France.")
    >>> mend_parse(doc)
    >>> doc[3].head.text
    'brought'
    """
    place = adverb.head
    if (
        adverb.lower_ == "together"
        and place.pos_ == "ADP"
        and place.i == adverb.i + 1
        and place.lower_ != "with"
        and is_verbal(place.head)
    ):
        adverb.head = place.head


def mend_forward(step: Token) -> None:
    """Read "called the letter a step forward" as what it is called, not as how far forward.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith called the French letter a step forward.")
    >>> mend_parse(doc)
    >>> doc[6].dep_, doc[7].head.text
    ('oprd', 'step')
    """
    forward = step.head
    if step.lower_ == "step" and forward.lower_ == "forward" and forward.dep_ == "advmod" and is_verbal(forward.head):
        step.head, step.dep_, forward.head = forward.head, "oprd", step


def mend_visited(place: Token) -> None:
    """Read the name of a place right behind a verb as its object: "The group visited Luanda".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("A delegation led by Smith visited Luanda.")
    >>> mend_parse(doc)
    >>> doc[6].text, doc[6].dep_
    ('Luanda', 'dobj')
    """
    verb = place.head
    behind = place.pos_ == "PROPN" and verb.pos_ == "VERB" and place.i == verb.i + 1
    if behind and verb.lemma_ in words_of(verb)["meetsWhom"] and child(verb, "dobj") is None:
        place.dep_ = "dobj"


def mend_arrival(preposition: Token) -> None:
    """Hang the place behind an arrival on it, not on what is done there: "speaking on arrival in Luanda".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Speaking on arrival in Luanda, Smith said he was hopeful.")
    >>> mend_parse(doc)
    >>> doc[3].head.text
    'arrival'
    """
    journey = preposition.nbor(-1) if preposition.i else preposition
    behind = journey.dep_ == "pobj" and journey.head.head.i == preposition.head.i and is_verbal(preposition.head)
    if (
        behind
        and preposition.lower_ in ("in", "to", "at", "from")
        and journey.lower_ in words_of(journey)["callAtPlace"]
    ):
        preposition.head = journey


def mend_taking(clause: Token) -> None:
    """Hang a clause that tells where a journey goes on the journey: "began a tour yesterday that will take him to X".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith began a French tour yesterday that will take him to Germany.")
    >>> mend_parse(doc)
    >>> doc[8].dep_, doc[8].head.text
    ('relcl', 'tour')
    """
    verb = clause.head
    that = child(clause, "nsubj")
    journey = child(verb, "dobj") if is_verbal(verb) else None
    if that is None or that.lower_ not in ("that", "which") or journey is None or not journey.i < that.i < clause.i:
        return
    if journey.lemma_ in words_of(journey)["journey"]:
        clause.head, clause.dep_ = journey, "relcl"


def mend_whose_meeting(meeting: Token) -> None:
    """Read "after the Germans meeting" as a meeting of theirs, not as a clause without a verb.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Some eight hours after the Germans meeting, reporters were still awaiting a report.")
    >>> mend_parse(doc)
    >>> doc[5].dep_
    'nmod'
    """
    who = meeting.nbor(-1) if meeting.i else meeting
    if meeting.tag_ not in ("NN", "NNS") or who.pos_ != "PROPN" or who.dep_ != "nsubj" or who.head.i != meeting.i:
        return
    if all(c.dep_ not in ("aux", "cop", "dobj", "auxpass") for c in meeting.children):
        who.dep_ = "nmod"


def mend_visiting(word: Token) -> None:
    """Read "held talks with visiting Minister Rao" as with the minister, not with a visit to him.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Brown met with visiting Smith in Lima.")
    >>> mend_parse(doc)
    >>> doc[4].dep_, doc[4].head.text, doc[3].dep_
    ('pobj', 'with', 'amod')
    """
    if word.lower_ != "visiting" or word.i + 1 == len(word.doc):
        return
    guest = word.nbor(1)
    if guest.text != PERSON or guest.dep_ != "dobj" or guest.head.i != word.i or word.dep_ not in ("pcomp", "xcomp"):
        return
    above = word.head
    preposition = word.dep_ == "pcomp"
    if not preposition and child(above, "dobj") is not None:
        return
    for c in list(word.children):
        if c.i != guest.i:
            c.head = guest if preposition else above
    guest.head, guest.dep_ = above, "pobj" if preposition else "dobj"
    word.head, word.dep_ = guest, "amod"


def mend_kept(verb: Token) -> None:
    """Read "engineers taken hostage in Chad were freed" as those to whom it was done, not as those who did it.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Two engineers taken hostage in Chad were freed.")
    >>> mend_parse(doc)
    >>> doc[1].head.text, doc[2].dep_, doc[2].tag_, doc[3].dep_
    ('freed', 'acl', 'VBN', 'oprd')
    """
    captive, subject = child(verb, "dobj"), child(verb, "nsubj")
    if verb.dep_ != "ROOT" or captive is None or captive.i != verb.i + 1:
        return
    if captive.lower_ not in words_of(verb)["abduct"] or captive.n_lefts:
        return
    below = (c for host in (verb, captive) for c in host.children)
    told = (c for c in below if c.dep_ in ("advcl", "conj", "ccomp", "dep", "relcl") and c.tag_ in ("VBD", "VBN"))
    main = next((c for c in told if c.i > captive.i and child(c, "nsubj", "nsubjpass", "mark", "cc") is None), None)
    if main is None or subject is None or subject.i > verb.i or any(t.lower_ == "and" for t in main.lefts):
        return
    passive = child(main, "auxpass") is not None
    main.head, main.dep_ = main, "ROOT"
    subject.head, subject.dep_ = main, "nsubjpass" if passive else "nsubj"
    verb.head, verb.dep_, verb.tag_ = subject, "acl", "VBN"
    captive.dep_ = "oprd"


def mend_behind_topic(noun: Token) -> None:
    """Read what follows a phrase that opens the sentence as its subject: "On Peru, Chad's policy is failing".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> text = "Also on Peru, Chad's continued support of ongoing rebel attacks in violation of the truce is harming "
    >>> doc = load_pipeline()(text + "peace.")
    >>> mend_parse(doc)
    >>> doc[7].text, doc[7].dep_, doc[7].head.text
    ('support', 'nsubj', 'harming')
    """
    topic = noun.head
    opening = topic.head
    while opening.dep_ == "prep" and opening.head.dep_ == "pobj" and opening.head.head.i < opening.i:
        opening = opening.head.head  # "In a letter to the council, the secretary-general, who ..., said"
    verb = opening.head
    if noun.dep_ != "appos" or topic.dep_ != "pobj" or topic.head.i > topic.i or not is_verbal(verb):
        return
    opens = opening.left_edge.i == topic.sent.start or opening.i <= topic.sent.start + 1
    subjectless = child(verb, "nsubj", "nsubjpass", "expl", "csubj") is None
    if opens and subjectless and verb.dep_ == "ROOT" and noun.i < verb.i and noun.left_edge.nbor(-1).text == ",":
        noun.head, noun.dep_ = verb, "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"


def mend_attached(participle: Token) -> None:
    """Read "Rao, attached to the minister, is in Lima" as of Rao, not as an attachment that is in Lima.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith attached to the Minister, is paying a visit to Ireland yesterday.")
    >>> doc[1].dep_, doc[1].head = "csubj", doc[7]
    >>> mend_parse(doc)
    >>> doc[0].head.text, doc[1].dep_
    ('paying', 'acl')
    """
    name, verb = child(participle, "nsubj"), participle.head
    if participle.dep_ != "csubj" or name is None or name.i + 1 != participle.i or not is_verbal(verb):
        return
    if child(verb, "nsubj") is None and verb.i > participle.i and child(participle, "dobj", "aux") is None:
        name.head, participle.head, participle.dep_ = verb, name, "acl"


def mend_off(off: Token) -> None:
    """Read "to waters off Chad" as where the waters are, not as what they do.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Britain has sent a frigate to waters off Freetown.")
    >>> mend_parse(doc)
    >>> doc[7].dep_, doc[8].dep_, doc[8].head.text
    ('prep', 'pobj', 'off')
    """
    sea = off.head
    if off.dep_ != "prt" or sea.pos_ != "NOUN" or off.i + 1 >= len(off.doc):
        return
    place = next((c for c in sea.children if c.dep_ == "dobj" and c.left_edge.i == off.i + 1), None)
    if place is not None:
        off.dep_, off.pos_ = "prep", "ADP"
        place.dep_, place.head = "pobj", off


def mend_home(home: Token) -> None:
    """Read "ordered the ambassador home" as where he is to go, not as an ambassador at home.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Mexico ordered the ambassador home from Cuba.")
    >>> mend_parse(doc)
    >>> doc[4].head.text
    'ordered'
    """
    thing = home.head
    if home.dep_ == "advmod" and thing.dep_ == "dobj" and thing.i == home.i - 1:
        home.head = thing.head


def mend_own(own: Token) -> None:
    """Hang "which" on the conditions, not on whose they are: "set conditions of his own, which Chad dismissed".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith set conditions of his own, which the government dismissed out of hand.")
    >>> mend_parse(doc)
    >>> doc[10].text, doc[10].head.text
    ('dismissed', 'conditions')
    """
    if own.dep_ != "pobj" or own.head.lower_ != "of" or own.head.head.pos_ != "NOUN":
        return
    for clause in own.children:
        if clause.dep_ == "relcl":
            clause.head = own.head.head


def mend_brokering(broker: Token) -> None:
    """Read "broker" behind "help" as the verb, not as a noun before another: "has helped broker talks".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Oman is helping broker talks.")
    >>> mend_parse(doc)
    >>> doc[3].dep_, doc[4].head.text
    ('xcomp', 'broker')
    """
    thing = broker.head
    helping = thing.head
    if (
        broker.lower_ != "broker"
        or broker.dep_ != "compound"
        or thing.dep_ != "dobj"
        or helping.lemma_ != "help"
        or broker.i != helping.i + 1
    ):
        return
    broker.tag_, broker.pos_, broker.lemma_ = "VB", "VERB", "broker"
    broker.head, broker.dep_, thing.head = helping, "xcomp", broker


def mend_progressive(doing: Token) -> None:
    """Read "is mediating" as what somebody does, not as what somebody is.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("France is mediating between the German government and NATO.")
    >>> mend_parse(doc)
    >>> doc[0].head.text, doc[1].dep_, doc[2].dep_
    ('mediating', 'aux', 'ROOT')
    """
    be = doing.head
    if doing.tag_ != "VBG" or doing.dep_ != "attr" or be.lemma_ != "be" or doing.i < be.i or not is_finite(be):
        return
    if child(be, "nsubj") is None or any(c.dep_ in ("det", "amod", "poss", "nmod", "compound") for c in doing.children):
        return
    doing.head, doing.dep_, doing.pos_ = be.head if be.head.i != be.i else doing, be.dep_, "VERB"
    make_auxiliary(be, doing)
