"""Mends what the parser makes of sentences about fighting: who fired, who was hit, whose the attack was."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.mending.swaps import make_main
from kg.extract.syntax import agent, child, is_verbal

_OF_FIGHTING = frozenset("between among by of in at on around near along across over inside outside".split())
"""Prepositions that tell of fighting where or whose it is."""


def mend_struck(name: Token) -> None:
    """Read the name right behind a verb of attack as what is hit: "retaliated by bombing Mekele".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germans retaliated by bombing Mekele.")
    >>> mend_parse(doc)
    >>> doc[4].dep_
    'dobj'
    """
    verb = name.head
    if name.pos_ == "PROPN" and verb.i == name.i - 1 and verb.lemma_ in words_of(verb)["hitting"]:
        name.dep_ = "dobj"


def mend_fighting(noun: Token) -> None:
    """Read what opens a sentence as a noun, not as what somebody does: "Fighting between A and B raged".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Fighting between troops and NATO raged around Huambo.")
    >>> mend_parse(doc)
    >>> doc[0].pos_, doc[0].head.text, doc[4].dep_, doc[4].head.text
    ('NOUN', 'raged', 'conj', 'troops')
    """
    acts = words_of(noun)["attack"] | words_of(noun)["gunfire"]
    if noun.lower_ in acts and noun.dep_ in ("attr", "ROOT"):
        _mend_there_was(noun)
    if not noun.is_sent_start or noun.lower_ not in acts or noun.i + 2 >= noun.sent.end:
        return
    if noun.nbor(1).lower_ not in _OF_FIGHTING:
        return  # "Fighting for a free Tibet, they marched"
    noun.tag_, noun.pos_, noun.lemma_ = "NN", "NOUN", noun.lower_
    verb = next((c for c in noun.children if c.tag_ in ("VBD", "VBZ", "VBP") and c.dep_ in ("conj", "ccomp")), None)
    if noun.dep_ != "ROOT" or verb is None:
        return
    first, other, joined = child(noun.nbor(1), "pobj"), child(verb, "nsubj", "nsubjpass"), child(noun, "cc")
    if other is not None:  # "between A and B raged", read as "and B raged"
        if first is None or joined is None or not first.i < joined.i < other.i or noun.nbor(1).lower_ != "between":
            return
        other.head, other.dep_, joined.head = first, "conj", first
    for c in [c for c in noun.children if c.i > verb.i or c.dep_ == "punct"]:
        c.head = verb
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = verb, "nsubjpass" if child(verb, "auxpass") is not None else "nsubj"


def _mend_there_was(noun: Token) -> None:
    """Read "there was fighting between A and B" as what there was, not as what somebody was doing.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "There was fighting between Chad and Mali."
    >>> [[a.name for a in e.subjects] for e in Extractor().extract(Article("a", text)).events]
    [['Chad', 'Mali']]
    """
    be = noun.head if noun.dep_ == "attr" else child(noun, "aux")
    there = child(be if noun.dep_ == "attr" else noun, "expl") if be is not None else None
    if be is None or there is None or be.lemma_ != "be" or child(noun, "nsubj", "dobj") is not None:
        return
    noun.tag_, noun.pos_, noun.lemma_ = "NN", "NOUN", noun.lower_
    if noun.dep_ == "ROOT":
        be.head, be.dep_ = be, "ROOT"
        for c in [c for c in noun.children if c.i < noun.i or c.dep_ == "punct"]:
            c.head = be
        noun.head, noun.dep_ = be, "attr"


def mend_hostage(held: Token) -> None:
    """Read "held two Ghanaians and ten Lebanese hostage" as whom they held, not as a hostage of that land.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Rebels held about 20 peacekeepers and several hundred Lebanese hostage in a barracks.")
    >>> mend_parse(doc)
    >>> doc[8].text, doc[8].dep_, doc[9].dep_, doc[9].head.text
    ('Lebanese', 'conj', 'oprd', 'held')
    """
    if held.lower_ not in ("hostage", "captive") or held.i == held.sent.start:
        return
    people = held.nbor(-1)
    verb = held.head
    while verb.dep_ in ("conj", "appos") and not is_verbal(verb) and verb.head.i < verb.i:
        verb = verb.head
    verb = verb if is_verbal(verb) else verb.head
    if people.head.i != held.i or people.dep_ not in ("amod", "compound", "nmod") or held.tag_ != "NN":
        return
    counted = any(c.dep_ in ("det", "nummod") and c.lower_ not in ("a", "an", "the") for c in held.children)
    counted = counted or people.pos_ == "PROPN"  # "took a Pole and a Frenchman hostage"
    if verb.lemma_ not in words_of(verb)["havingCaptive"] or held.dep_ not in ("dobj", "conj") or not counted:
        return
    people.head, people.dep_, people.pos_ = held.head, held.dep_, "PROPN"
    for c in [c for c in held.children if c.i < people.i]:
        c.head = people
    held.head, held.dep_ = verb, "oprd"


def mend_let_go(let: Token) -> None:
    """Read "let go three Germans" as of whom they let go, not as what goes.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Rebels let go 20 peacekeepers yesterday.")
    >>> mend_parse(doc)
    >>> doc[1].dep_, doc[2].head.text, doc[4].head.text
    ('ROOT', 'let', 'let')
    """
    go = let.head
    if let.dep_ != "aux" or let.lemma_ != "let" or go.lower_ != "go" or go.i != let.i + 1:
        return
    let.dep_, let.head, let.pos_ = go.dep_, (let if go.head.i == go.i else go.head), "VERB"
    for c in [c for c in go.children if c.i != let.i and c.dep_ not in ("prt", "advmod")]:
        c.head = let
    go.head, go.dep_ = let, "xcomp"


def mend_aimed(preposition: Token) -> None:
    """Hang what an attack is on on the attack, not on the verb: "were killed in raids on", "halt the raids by X on".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Nine people were killed in Israeli air raids on the east of France.")
    >>> mend_parse(doc)
    >>> doc[8].text, doc[8].head.text
    ('on', 'raids')
    """
    verb = preposition.head
    if preposition.dep_ != "prep" or not is_verbal(verb) or preposition.i - verb.i < 2:
        return
    act = preposition.nbor(-1)
    if act.dep_ == "pobj" and act.head.lower_ == "by" and act.head.head.pos_ == "NOUN":
        act = act.head.head
    if act.dep_ in ("pobj", "dobj") and act.lemma_ in words_of(act)["attack"] - {"push", "hit"} and act.i > verb.i:
        preposition.head = act


def mend_riot(riot: Token) -> None:
    """Read "riot police" as what the police are, not as a verb: "sent troops and riot police".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Zimbabwe ordered troops and riot police onto the streets.")
    >>> mend_parse(doc)
    >>> doc[5].dep_, doc[5].head.text, doc[6].head.text
    ('conj', 'troops', 'ordered')
    """
    if riot.lower_ != "riot" or riot.i + 1 >= len(riot.doc) or riot.nbor(1).lower_ not in ("police", "policemen"):
        return
    police, above = riot.nbor(1), riot.head
    if not is_verbal(riot) or police.head.i != riot.i or riot.dep_ != "conj":
        return
    thing = child(above, "dobj", "nsubjpass")
    for c in [c for c in riot.children if c.i > police.i]:
        c.head = above
    for c in [c for c in above.children if c.dep_ == "cc" and thing is not None and thing.i < c.i < riot.i]:
        c.head = thing if thing is not None else c.head
    police.head, police.dep_ = (thing, "conj") if thing is not None else (above, "dobj")
    riot.head, riot.dep_, riot.tag_, riot.pos_ = police, "compound", "NN", "NOUN"


def mend_fired(verb: Token) -> None:
    """Read "shells fired from Chad landed in Mali" as what was fired, not as a shell that fires.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Shells fired from Syrian territory landed in the town.")
    >>> mend_parse(doc)
    >>> doc[0].head.text, doc[1].dep_, doc[5].dep_
    ('landed', 'acl', 'ROOT')
    """
    subject = child(verb, "nsubj")
    if (
        verb.dep_ != "ROOT"
        or subject is None
        or subject.i != verb.i - 1
        or verb.lemma_ not in words_of(verb)["launching"]
    ):
        return
    if subject.lemma_ not in words_of(verb)["missile"] or child(verb, "dobj") is not None:
        return
    told = (c for c in verb.children if c.dep_ in ("advcl", "conj", "ccomp", "dep") and c.tag_ == "VBD")
    main = next((c for c in told if child(c, "nsubj", "nsubjpass", "mark", "cc") is None), None)
    if main is None or any(t.lower_ in ("and", ",") for t in verb.doc[verb.i : main.i] if t.head.i == verb.i):
        return
    main.head, main.dep_ = main, "ROOT"
    subject.head = main
    for c in [c for c in verb.children if c.i > main.i]:
        c.head = main
    verb.head, verb.dep_, verb.tag_ = subject, "acl", "VBN"


def mend_backed(verb: Token) -> None:
    """Read "troops backed by gunships swept in" as what the troops did, not the gunships.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Troops backed by helicopter gunships swept through a camp.")
    >>> mend_parse(doc)
    >>> doc[0].head.text, doc[5].dep_
    ('swept', 'ROOT')
    """
    helper = verb.head
    if verb.dep_ not in ("acl", "relcl") or child(verb, "nsubj", "nsubjpass", "mark", "aux") is not None:
        return
    backed = helper.head.head if helper.dep_ == "pobj" and helper.head.dep_ == "agent" else None
    if backed is None or backed.dep_ != "acl" or backed.i > helper.i or helper.i != verb.i - 1:
        return
    actor = backed.head
    if actor.dep_ != "ROOT" or actor.i != backed.i - 1:
        return
    make_main(verb, actor)


def mend_claimed(verb: Token) -> None:
    """Hang "claimed by" on the attack: "died in a raid on a station in Tikrit claimed by the Germans".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Ten policemen died in a raid on their station in Tikrit claimed by Germans.")
    >>> mend_parse(doc)
    >>> doc[11].dep_, doc[11].head.text
    ('acl', 'raid')
    """
    if verb.lower_ != "claimed" or verb.dep_ not in ("acl", "advcl", "conj") or agent(verb) is None:
        return
    if child(verb, "auxpass", "aux", "nsubjpass") is not None:
        return
    attacks = words_of(verb)["attack"] | words_of(verb)["deed"]
    for t in reversed(verb.doc[verb.sent.start : verb.i]):
        if t.pos_ == "NOUN" and t.lemma_ in attacks:
            verb.head, verb.dep_ = t, "acl"
            return


def mend_talks_held(verb: Token) -> None:
    """Hang "being held" on the talks, not on who talks: "the talks between Peru and the rebels being held in Oslo".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The talks between Germans and the rebels being held in Nairobi collapsed.")
    >>> mend_parse(doc)
    >>> doc[8].text, doc[8].head.text
    ('held', 'talks')
    """
    if verb.lower_ != "held" or verb.dep_ != "acl" or child(verb, "auxpass") is None:
        return
    node = verb.head
    while node.dep_ in ("conj", "pobj", "prep") and node.head.i < node.i:
        node = node.head
        if node.pos_ == "NOUN" and node.lemma_ in words_of(verb)["talk"] | words_of(verb)["gathering"]:
            verb.head = node
            return
