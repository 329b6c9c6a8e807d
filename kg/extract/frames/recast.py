"""Says what the words of a verb's frame tell after all: an attack, and no visit, where "shells landed in Kelo"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.frames.crowds import PROTEST
from kg.extract.frames.custody import lets_on
from kg.extract.frames.doers import Doers
from kg.extract.frames.freight import carries_men, lands_a_thing
from kg.extract.frames.nearest import laden_with_aid
from kg.extract.frames.records import Frame, Match
from kg.extract.frames.seeming import is_home, is_measure, is_told_to
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import noun_at
from kg.extract.syntax import child, phrase_of, prepositions

NOTHING = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """A frame of a verb with what is looked at to say what it tells; `done` has what the verb told already."""

    frame: Frame
    verb: Token
    match: Match
    done: frozenset[str]
    doers: Doers
    words: Mapping[str, frozenset[str]]

    def by_force(self) -> bool:
        """Whether troops, ships or planes do it."""
        return self.doers.is_force(self.match.subject)

    def by_fighters(self) -> bool:
        """Whether rebels or an armed group do it."""
        return self.doers.fights(self.match.subject)

    def among(self, name: str) -> bool:
        """Whether the verb is of a class of words."""
        return lemma_of(self.verb) in self.words[name]


def recast(told: Telling) -> str:
    """Give the predicate that a frame tells, or NOTHING."""
    predicate = told.frame.predicate
    for name, say in _ROWS:
        if name == predicate:
            predicate = say(told)
    return predicate


def _dispersed(told: Telling) -> str:
    """Read police who surround an embassy, or troops who march on a town, as protesting against nobody."""
    march = lemma_of(told.verb) in ("march", "seize") and told.by_fighters()
    return NOTHING if told.by_force() or told.doers.is_police(told.match.subject) or march else PROTEST


def _released(told: Telling) -> str:
    """Leave out "let the team go back to work", and "was unable to free the hostages", whom others hold."""
    verb = told.verb
    known = told.words["trying"] | told.words["effortMade"] | {"all", "everything"}
    rescue = lemma_of(verb) in told.words["liberating"] and any(c.tag_ == "TO" for c in verb.children)
    above = [t for t in (verb.head, verb.head.head) if t.i < verb.i]
    aims = (t for t in above if lemma_of(t) in known or t.lower_ in told.words["inability"])
    if rescue and verb.dep_ in ("xcomp", "acl", "advcl", "relcl") and next(aims, None) is not None:
        return NOTHING
    return NOTHING if told.match.literal is not None and lets_on(told.match.literal) else "released"


def _marched_in(told: Telling) -> str:
    """Read a force that comes as deployed, and one that is fired as an attack, unless it only carries somebody."""
    flown = any(r.entity.kind == "person" for r in told.frame.subjects)  # "the President's plane landed"
    if not told.by_force() or flown:
        return "visited"
    return "attacked" if told.doers.is_fired(told.match.subject) else "deployed_to"


def _driven_off(told: Telling) -> str:
    """Read "threw the troops out of the fort" as an attack: troops are thrown out of a place that is fought over.

    Who "drives out the rebels" is told to attack them already, and whose own team is ordered out of Chad leaves it.
    """
    left = [o for o in told.match.objects if o.dep_ == "pobj" and o.head.head.lower_ == "out"]
    if "attacked" in told.done or (left and len(left) == len(told.match.objects)):
        return NOTHING
    fought_over = not {lemma_of(o) for _, o in prepositions(told.verb)}.isdisjoint(told.words["foughtOver"])
    return "attacked" if fought_over and any(map(told.doers.is_force, told.match.objects)) else "expelled"


def _attacked_in_words(told: Telling) -> str:
    """Read "launched an attack on Chad in his speech" as words, and no attack on where he spoke."""
    verb = told.verb
    attack = [child(verb, "dobj")] if told.among("lightVerb") else []
    hosts = [verb, *(t for t in attack if t is not None)]
    speech = [o for t in hosts for p, o in prepositions(t) if p.lower_ == "in"]
    speech = [o for o in speech if lemma_of(o) in told.words["address"]]
    if not speech or told.by_force() or told.by_fighters():
        return "attacked"
    return NOTHING if any(t in list(o.subtree) for o in speech for t in told.match.objects) else "criticized"


def _shown_out(told: Telling) -> str:
    """Leave envoys out who are "thrown out" or "driven out": nobody attacks them by it."""
    envoys = any(lemma_of(o) in told.words["diplomat"] for o in told.match.objects)
    away = any(c.lower_ == "out" for c in told.verb.children)
    return NOTHING if envoys and away else "attacked"


def _told_to_quit(told: Telling) -> str:
    """Read "gave the United States a month to leave its base" as a demand: no state is expelled from a place."""
    asked = told.among("commanding") or told.among("request") or lemma_of(told.verb) in ("give", "grant")
    leaving = [c for t in told.verb.subtree if lemma_of(t) in told.words["departing"] for c in t.children]
    base = any(c.dep_ == "dobj" and c.pos_ == "NOUN" and lemma_of(c) != "country" for c in leaving)
    whole = all(r.entity.kind == "state" and not r.owned for r in told.frame.objects)
    named = all(t.pos_ == "PROPN" for t in told.match.objects)
    return "demanded_of" if asked and base and whole and named else "expelled"


def _under_fire(told: Telling) -> str:
    """Read "warships blasted the platform", "the army came under fire" as attacks, but not "came under criticism"."""
    match, doers = told.match, told.doers
    blamed = match.literal is not None and lemma_of(match.literal) == "criticism"
    hit = told.frame.pattern.inverse and not blamed and any(map(doers.is_force, (match.subject, *match.objects)))
    return "attacked" if hit or doers.is_weapon(match.subject) else "criticized"


def _hit_by_measure(told: Telling) -> str:
    """Read "was hit by US sanctions"."""
    subject = told.match.subject
    return "sanctioned" if subject is not None and is_measure(subject) else "attacked"


def _ordered_away(told: Telling) -> str:
    """Leave out "the envoy was ordered to leave Peru" and "ordered its envoy to return to Lima"."""
    away = is_told_to(told.verb) and (told.among("departing") or is_home(told.frame))
    return NOTHING if away else "visited"


def _brings_relief(told: Telling) -> str:
    """Read "planes with food flew to Chad" as aid."""
    subject = told.match.subject
    return "aided" if subject is not None and laden_with_aid(subject) else "deployed_to"


def _captured(told: Telling) -> str:
    """Read "captured an army officer" as of whom, not of what."""
    return NOTHING if "detained" in told.done else "seized"


def _thrown_back(told: Telling) -> str:
    """Read "the army drove back the rebels" as a fight, which "attacked and drove back" told already."""
    driven = {phrase_of(told.verb), lemma_of(told.verb)} & (told.words["throwingBack"] | told.words["driving"])
    attacked = "attacked" in told.done
    if not driven or not (attacked or any(_is_fighting(t, told) for t in told.match.objects)):
        return "coerced"
    return NOTHING if attacked else "attacked"


def _is_fighting(token: Token, told: Telling) -> bool:
    """Whether those that something is done to are fighters, troops or an attack of theirs: "drove back UNITA"."""
    doers = told.doers
    troops = doers.is_force(token) and not doers.is_civil(token)
    return doers.fights(token) or troops or lemma_of(token) in told.words["attack"]


def _besieged(told: Telling) -> str:
    """Read "Kuito was cut off by rebels" as a siege, which is no sanction."""
    subject = told.match.subject
    if told.match.literal is not None or lemma_of(told.verb) != "cut" or subject is None:
        return "sanctioned"
    siege = lemma_of(subject) in told.words["siege"]
    return "coerced" if siege or told.by_force() or told.by_fighters() else "sanctioned"


def _received(told: Telling) -> str:
    """Read "welcomed the delegation" as receiving it."""
    return "hosted" if lemma_of(told.verb) == "welcome" and _are_guests(told) else "praised"


def _are_guests(told: Telling) -> bool:
    return any(lemma_of(t) in told.words["guests"] for t in told.match.objects)


def _no_guest(told: Telling) -> str:
    """Leave out "was jailed for entering Peru illegally" and "flew 2,000 guards into Damascus".

    An ambassador who leaves the land, or goes to its foreign ministry, has been there all the time.
    """
    subject = told.match.subject
    if subject is not None and noun_at(subject) == "ambassador":
        called_in = any(lemma_of(o) in told.words["stateBody"] for o in told.match.objects)
        if called_in or told.among("departing"):
            return NOTHING
    wrongly = any(c.lower_ in told.words["wrongly"] for c in told.verb.children)
    return NOTHING if wrongly or (lemma_of(told.verb) == "fly" and carries_men(told.verb)) else "visited"


def _poured_in(told: Telling) -> str:
    """Leave out people who flee or travel: "refugees poured into Tanzania", "Rwandans pushed into Zaire"."""
    subject = told.match.subject
    people = told.words["folk"] | told.words["crowd"]
    entering = (
        told.match.literal is None and lemma_of(told.verb) in told.words["pouring"] and told.frame.pattern.elements
    )
    return NOTHING if entering and subject is not None and {lemma_of(subject), subject.lower_} & people else "attacked"


def _fled_home(told: Telling) -> str:
    """Leave out "pulled Chadian troops out of Mali", said of another, and Ivorians who fled their own land."""
    thing = (
        child(told.verb, "dobj")
        if told.match.literal is None and lemma_of(told.verb) in told.words["carryingOff"]
        else None
    )
    carried = thing is not None and any(t.text[0].isupper() for t in thing.lefts)
    moves = all(e.sort != "object" for e in told.frame.pattern.elements)
    subjects, lands = (tuple(r.entity for r in side) for side in (told.frame.subjects, told.frame.objects))
    own = all((e.home or e.ground) in lands and not told.by_fighters() for e in subjects if e.kind == "group")
    fled = lemma_of(told.verb) == "flee" and any(e.kind == "group" for e in subjects) and own
    return NOTHING if (carried and moves) or fled else "withdrew_from"


def _sent_no_force(told: Telling) -> str:
    """Leave out who or what is sent and is no force: "a note sent to the embassy", "sent them back to Libya".

    Only where the wording says nothing of what is sent.
    """
    if told.match.literal is not None or lemma_of(told.verb) not in told.words["sendingForth"]:
        return "deployed_to"
    verb = told.verb
    thing = verb.head if verb.dep_ == "acl" else child(verb, "dobj", "nsubjpass")
    if thing is None:
        return "deployed_to" if lemma_of(verb) == "deploy" else NOTHING  # "Chad rushed to Mali"
    back = any(c.lower_ in ("back", "home") for host in (verb, thing) for c in host.children)
    if back and not told.doers.is_force(thing):
        return NOTHING
    if thing.pos_ in ("PRON", "NUM", "PROPN") or lemma_of(verb) == "deploy":
        return "deployed_to"
    armed = told.words["hardware"] | told.words["ship"] | told.words["arm"] | told.words["unit"]
    return "deployed_to" if told.doers.is_force(thing) or lemma_of(thing) in armed else NOTHING


def _left_behind(told: Telling) -> str:
    """Leave out those who are left in some state: "leaving Dutch savers to pay", "left two Kenyans behind".

    So is a body that somebody weakened: "left NATO divided".
    """
    left = child(told.verb, "dobj") if lemma_of(told.verb) == "leave" else None
    bodies = [r for r in told.frame.objects if r.entity.kind == "organisation"] if left is not None else []
    if any(_is_in_some_state(told.verb.doc[r.token]) for r in bodies):
        return NOTHING
    people = left is not None and any(r.reason.startswith("a demonym") for r in told.frame.objects)
    return NOTHING if people and not told.by_force() else told.frame.predicate


def _is_in_some_state(left: Token) -> bool:
    """Whether what is left is said to be something right behind: "left the League angry", "left the EU weakened"."""
    state = left.nbor(1) if left.i + 1 < left.sent.end else left
    while state.pos_ == "ADV" and state.i + 1 < left.sent.end:
        state = state.nbor(1)
    taken_for_told = state.dep_ == "ccomp" and state.head.i < left.i
    return (state.tag_ in ("JJ", "JJR", "VBN") or taken_for_told) and state.head.i <= state.i


def _about_them(told: Telling) -> str:
    """Leave out what is only about them: "funded a study of Hezbollah", "supplied a list of Kurdish rebels"."""
    thing = child(told.verb, "dobj") if told.match.literal is None else None
    about = thing is not None and lemma_of(thing) in told.words["writtenAbout"]
    return NOTHING if about else "aided"


def _came_with_arms(told: Telling) -> str:
    """Read "shells landed in Kelo", "rebels entered the capital" as attacks; leave out ships of trade and hospitals."""
    verb, subject = told.verb, told.match.subject
    if lands_a_thing(verb, told.frame.pattern) or told.doers.is_civil(subject):
        return NOTHING  # "commandos parachuted a field hospital into Gaza", "the ship was heading to Mumbai"
    if told.doers.is_fired(subject):
        return "attacked"
    if not told.among("intrude") or told.by_force():
        return "deployed_to"
    town = child(verb, "dobj")
    taken = verb.dep_ != "relcl" and town is not None and town.pos_ == "PROPN" and told.by_fighters()
    return "attacked" if taken else NOTHING


_ROWS: tuple[tuple[str, Callable[[Telling], str]], ...] = (
    (PROTEST, _dispersed),
    ("released", _released),
    ("visited", _marched_in),
    ("expelled", _driven_off),
    ("expelled", _told_to_quit),
    ("criticized", _under_fire),
    ("attacked", _hit_by_measure),
    ("attacked", _attacked_in_words),
    ("attacked", _shown_out),
    ("visited", _ordered_away),
    ("deployed_to", _brings_relief),
    ("seized", _captured),
    ("coerced", _thrown_back),
    ("praised", _received),
    ("aided", _about_them),
    ("sanctioned", _besieged),
    ("visited", _no_guest),
    ("deployed_to", _came_with_arms),
    ("deployed_to", _sent_no_force),
    ("attacked", _poured_in),
    ("withdrew_from", _fled_home),
    ("withdrew_from", _left_behind),
    ("visited", _left_behind),
)
"""In the order in which one may follow from another: a visit by troops is a deployment, that of shells an attack."""
