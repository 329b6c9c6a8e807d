"""Leaves out acts that nobody did: those that somebody only wishes, is charged with or speaks of in general."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.extract.analysis import Found
from kg.extract.coreference import Reference
from kg.extract.frames import lemma_of
from kg.extract.lexis import predicates_of, words_of
from kg.extract.masking import Reading
from kg.extract.syntax import PERSON, child, is_verbal, prepositions


def with_substance(found: Sequence[Found], reading: Reading) -> list[Found]:
    """Give what was found without what is hollow.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad urged Mali to cooperate with Peru. Peru told Chad it would expel six Chadian diplomats."
    >>> [e.predicate for e in Extractor().extract(Article("a", text)).events]
    ['urged', 'expelled', 'threatened']
    """
    doc = reading.doc
    telling = [f for f in found if f.frame.predicate == "spoke_with" and _imparts(doc[f.frame.trigger])]
    said = {id(f) for f in telling if _says_more(f, found, doc)}
    said |= {id(f) for f in found if _only_sends(f, found, doc) or _are_of_others(f, reading)}
    return [f for f in found if id(f) not in said and not _is_hollow(f, doc)]


def _imparts(verb: Token) -> bool:
    return verb.lemma_ in words_of(verb)["imparting"]


def _says_more(told: Found, found: Sequence[Found], doc: Doc) -> bool:
    """Whether what is told is an act towards the same one: "told Chad that it would expel its envoy"."""
    verb = doc[told.frame.trigger]
    acts = predicates_of(verb)["saidInCall"] | predicates_of(verb)["threatenable"]
    objects = {r.entity.state() or r.entity for r in told.frame.objects}
    return any(
        f.frame.predicate in acts - {"spoke_with"}
        and verb.i <= f.frame.trigger <= verb.right_edge.i
        and objects <= {r.entity.state() or r.entity for r in f.frame.objects}
        for f in found
    )


def _only_sends(sender: Found, found: Sequence[Found], doc: Doc) -> bool:
    """Whether it is told too who is sent to the talks: "sent Rao to Peru for talks with President Paz"."""
    verb = doc[sender.frame.trigger]
    if sender.frame.predicate != "negotiated_with" or verb.lemma_ not in ("send", "dispatch"):
        return False
    met = {r.entity for r in sender.frame.objects}
    return any(
        f is not sender
        and f.frame.predicate == "negotiated_with"
        and verb.i < f.frame.trigger <= verb.right_edge.i
        and met & {r.entity for r in f.frame.objects}
        for f in found
    )


def _are_of_others(talks: Found, reading: Reading) -> bool:
    """Whether the talks are those of others, whom several try to help: "tried to revive the Bosnian peace talks"."""
    frame = talks.frame
    if frame.predicate != "negotiated_with" or frame.objects or frame.literal is None:
        return False
    own = {e for r in frame.subjects for e in (r.entity, r.entity.state())}
    spans = [reading.spans[c.i] for c in reading.doc[frame.literal].children if c.dep_ == "amod"]
    others = {e for s in spans if s is not None and s.sort == "adjective" for e in s.actors()}
    return bool(others) and not others & own


def _is_hollow(found: Found, doc: Doc) -> bool:
    """Whether no deed stands behind a wording."""
    trigger, status, predicate = doc[found.frame.trigger], found.verdict.status, found.frame.predicate
    known = words_of(trigger)
    if status == "possible" and predicate in predicates_of(trigger)["onlyDone"]:
        tried = known["accusing"] | {"try", "attempt"}  # "accused Chad of meddling", "tried to hack into"
        return predicate == "cooperated_with" or not any(cue.split()[0] in tried for cue in found.verdict.cues)
    if predicate == "agreed_with" and status != "actual" and trigger.lemma_ in known["settling"]:
        return True  # "in an effort to resolve the conflict"
    if predicate == "visited" and trigger.lemma_ == "be":
        state = child(trigger, "acomp")
        return state is not None and state.lower_ not in known["awaited"]  # "was interested in Peru"
    if predicate in predicates_of(trigger)["conversing"] and any(_is_press(r, doc) for r in found.frame.objects):
        return True  # "in a telephone call with Peruvian reporters"
    if predicate == "urged" and trigger.lemma_ == "expect" and _expects_it_done(trigger):
        return True  # "expects the soldiers to be freed"
    if predicate == "spoke_with" and not found.frame.objects and _is_errand(trigger):
        return True  # "envoys of Peru and Chile visited Mali to discuss"
    if predicate == "deployed_to" and _sends_somebody(trigger):
        return True  # "sent its former president to Chad for talks"
    if predicate == "withdrew_from" and any(_is_aboard(r, doc) for r in found.frame.subjects):
        return True  # "Rao's jet left Lima"
    if predicate == "mediated" and trigger.lemma_ == "facilitate" and _eases_an_act(trigger):
        return True  # "facilitate the withdrawal by both sides"
    if not found.frame.objects and _is_with_somebody(trigger, predicate):
        return True  # "Peruvian and Chilean officials were meeting with the men"
    if predicate == "demanded_of" and trigger.lemma_ in known["commanding"] and _are_of_one_state(found):
        return True  # "ordered his envoy Rao to convey a warning"
    if predicate == "attacked" and status != "actual" and not found.frame.objects and _is_to_be_settled(trigger):
        return True  # "a summit to resolve the border war"
    if predicate == "mediated" and any(_is_beside(doc[r.token]) for r in found.frame.objects):
        return True  # "served as mediators with Rao"
    if predicate == "praised" and status == "possible" and trigger.lemma_ == "welcome":
        return True  # "looks forward to welcoming Rao"
    if trigger.lower_ == "exchange" and trigger.dep_ == "pobj" and trigger.head.lower_ == "in":
        return True  # "in exchange for jets"
    if predicate != "cooperated_with" or trigger.pos_ != "NOUN" or lemma_of(trigger) not in known["bond"]:
        return False
    return status != "actual" or not _is_told_of(trigger)


def _is_press(reference: Reference, doc: Doc) -> bool:
    """Whether somebody only speaks to the press: "told Ostankino TV", "called Western reporters"."""
    token = doc[reference.token]
    head = token.head if token.dep_ in ("amod", "compound", "nmod") and token.head.pos_ == "NOUN" else token
    words = words_of(token)
    return lemma_of(head) in words["pressman"] or reference.entity.name.casefold().split()[-1] in words["outlet"]


def _expects_it_done(verb: Token) -> bool:
    return any(c.dep_ in ("ccomp", "xcomp") and child(c, "nsubjpass", "auxpass") is not None for c in verb.children)


def _is_errand(verb: Token) -> bool:
    """Whether several go somewhere together to speak of something, so that they speak to who is there."""
    purpose = verb.dep_ == "advcl" and any(c.tag_ == "TO" for c in verb.children)
    return purpose and verb.head.lemma_ in words_of(verb)["settingOut"]


def _are_of_one_state(found: Found) -> bool:
    people = [r.entity for r in (*found.frame.subjects, *found.frame.objects)]
    states = {e.state() for e in people}
    return all(e.kind == "person" for e in people) and len(states) == 1 and None not in states


def _sends_somebody(verb: Token) -> bool:
    thing = child(verb, "dobj")
    if thing is None or thing.tag_ == "NNS":
        return False
    named = any(t.text == PERSON for t in (thing, *thing.children))
    return named or lemma_of(thing) in words_of(verb)["personGroup"] | words_of(verb)["deputation"]


def _is_aboard(reference: Reference, doc: Doc) -> bool:
    """Whether somebody only leaves by a craft of his: "Rao's jet left Lima"."""
    craft = doc[reference.token]
    craft = craft.head if craft.dep_ == "poss" else craft
    return reference.entity.kind == "person" and craft.lemma_ in words_of(craft)["civilCraft"] | {"jet", "motorcade"}


def _eases_an_act(verb: Token) -> bool:
    """Whether what is made easier is neither talks nor an accord."""
    thing, words = child(verb, "dobj"), words_of(verb)
    known = words["accord"] | words["gathering"] | words["comingTogether"] | words["talk"]
    return thing is not None and thing.pos_ == "NOUN" and lemma_of(thing) not in known


def _is_with_somebody(trigger: Token, predicate: str) -> bool:
    """Whether several deal together with somebody unnamed, and so not with each other: "met with the men"."""
    words = words_of(trigger)
    if predicate not in predicates_of(trigger)["meeting"]:
        return False
    hosts = [trigger, *(c for c in trigger.children if c.dep_ == "dobj")]
    behind = (o for host in hosts for p, o in prepositions(host) if p.lower_ == "with" and o.i > trigger.i)
    people = words["several"] | words["pressman"]
    return any(o.lower_ in ("him", "her", "them") or lemma_of(o) in people for o in behind)


def _is_to_be_settled(war: Token) -> bool:
    return war.pos_ == "NOUN" and war.dep_ == "dobj" and war.head.lemma_ in words_of(war)["settling"]


def _is_beside(token: Token) -> bool:
    """Whether somebody mediates with other mediators: "Rao and Paz served as mediators with Voss"."""
    host = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "with" else token
    plural = [host, *(o for p, o in prepositions(host) if p.lower_ == "as")] if host.i != token.i else []
    return any(t.tag_ == "NNS" and lemma_of(t) in words_of(t)["mediator"] for t in plural)


def _is_told_of(noun: Token) -> bool:
    """Whether a clause is about a joint effort, as its subject or as what is praised: "their cooperation grew"."""
    while noun.dep_ == "conj" and not is_verbal(noun.head):
        noun = noun.head
    verb = noun.head
    if noun.dep_ == "pobj" and verb.head.lemma_ in words_of(noun)["welcoming"]:
        return True
    if not is_verbal(verb):
        return False
    return noun.dep_ in ("nsubj", "nsubjpass") or verb.lemma_ in words_of(noun)["welcoming"]
