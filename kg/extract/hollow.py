"""Leaves out acts that nobody did: those that somebody only wishes, is charged with or speaks of in general."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.extract.analysis import Found
from kg.extract.coreference import Reference
from kg.extract.force import FORCE, Rows
from kg.extract.frames import lemma_of
from kg.extract.lexis import is_among, predicates_of, words_of
from kg.extract.masking import Reading
from kg.extract.status.averted import asked_to_stop
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
    said |= {id(f) for f in found if _only_sends(f, found, doc) or _only_stays(f, found, doc)}
    said |= {id(f) for f in found if _are_of_others(f, reading)}
    return [f for f in found if id(f) not in said and not _is_hollow(f, doc)]


def _only_stays(stay: Found, found: Sequence[Found], doc: Doc) -> bool:
    """Whether it is only told how long a visit told before is to last: "had planned to stay in Chad until Monday".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao is on a visit to Chad. Rao had planned to stay in Chad until Saturday."
    >>> [(e.predicate, e.status) for e in Extractor().extract(Article("a", text)).events]
    [('visited', 'actual')]
    """
    frame = stay.frame
    verb = doc[frame.trigger]
    stays = [verb, *(c for c in verb.children if c.dep_ == "xcomp")]
    if frame.predicate != "visited" or all(lemma_of(t) not in words_of(verb)["staying"] for t in stays):
        return False
    who, where = ({r.entity for r in side} for side in (frame.subjects, frame.objects))
    return any(
        f.frame.predicate == "visited"
        and f.frame.trigger < frame.trigger
        and f.verdict.status == "actual"
        and who <= {r.entity for r in f.frame.subjects}
        and where <= {r.entity for r in f.frame.objects}
        for f in found
    )


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
    predicate, traits = found.frame.predicate, predicates_of(doc[found.frame.trigger])
    rows = (is_hollow for names, is_hollow in _ROWS if is_among(predicate, names, traits))
    return _is_only_asked_for(found, doc) or _is_to_stop(found, doc) or any(is_hollow(found, doc) for is_hollow in rows)


def _is_only_possible(found: Found, doc: Doc) -> bool:
    """Whether it is told of as possible, which tells of it only where it was tried: "accused Chad of meddling"."""
    if found.verdict.status != "possible":
        return False
    tried = words_of(doc[found.frame.trigger])["accusing"] | {"try", "attempt"}
    return found.frame.predicate == "cooperated_with" or not any(cue.split()[0] in tried for cue in found.verdict.cues)


def _is_only_asked_for(found: Found, doc: Doc) -> bool:
    """Whether it is only what somebody asks for, tries to bring about or speaks of: the asking is told by itself.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad demanded that Mali withdraw from Niger."
    >>> [e.predicate for e in Extractor().extract(Article("a", text)).events]
    ['demanded_of']
    """
    cues = found.verdict.cues
    return (
        found.verdict.status == "possible" and cues[0].split()[0] in words_of(doc[found.frame.trigger])["onlyAskedFor"]
    )


def _is_to_stop(found: Found, doc: Doc) -> bool:
    """Whether somebody is asked to stop doing it, which tells of no end: "urged Chad to stop arming the rebels".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mali urged Chad to stop arming Boko Haram. Chad must stop funding Hezbollah, Peru said."
    >>> [e.predicate for e in Extractor().extract(Article("a", text)).events]
    ['urged', 'demanded_of']
    """
    return found.verdict.status == "negated" and asked_to_stop(doc[found.frame.verb])


def _meets_its_own(found: Found, doc: Doc) -> bool:
    """Whether a state is told to meet who leads it, which only says where it is about: "Syria in talks with Assad"."""
    states = {r.entity for r in found.frame.subjects}
    people = [r.entity for r in found.frame.objects]
    organ = any(doc[r.token].pos_ == "NOUN" for r in found.frame.subjects)
    return bool(people) and not organ and all(e.kind == "person" and e.state() in states for e in people)


def _is_unsettled(found: Found, doc: Doc) -> bool:
    """Whether somebody only wants it settled: "in an effort to resolve the conflict"."""
    trigger = doc[found.frame.trigger]
    if trigger.lemma_ not in words_of(trigger)["settling"]:
        return False
    return found.verdict.status != "actual" or _is_purpose(trigger)


def _is_each_ones_own(found: Found, doc: Doc) -> bool:
    """Whether several say that they might agree to something, each for himself: "they said they may agree to leave"."""
    verb = doc[found.frame.trigger]
    they = child(verb, "nsubj")
    own = they is not None and they.lower_ in ("they", "we") and verb.dep_ == "ccomp" and not found.frame.objects
    return own and verb.lemma_ == "agree" and found.verdict.status != "actual"


def _is_purpose(verb: Token) -> bool:
    """Whether an infinitive tells what for something is done: "began a dialogue to end the dispute"."""
    if not any(c.tag_ == "TO" for c in verb.children):
        return False
    return verb.dep_ in ("advcl", "acl", "relcl") or (verb.dep_ == "xcomp" and child(verb.head, "dobj") is not None)


def _is_a_state_of_mind(found: Found, doc: Doc) -> bool:
    """Whether somebody is not there, but only "interested in Peru"."""
    trigger = doc[found.frame.trigger]
    state = child(trigger, "acomp") if trigger.lemma_ == "be" else None
    return state is not None and state.lower_ not in words_of(trigger)["awaited"]


def _is_to_press(found: Found, doc: Doc) -> bool:
    """Whether it is with journalists: "in a telephone call with Peruvian reporters"."""
    return any(_is_press(r, doc) for r in found.frame.objects)


def _is_expected_done(found: Found, doc: Doc) -> bool:
    """Whether somebody only expects it to be done: "expects the soldiers to be freed"."""
    verb = doc[found.frame.trigger]
    done = (c for c in verb.children if c.dep_ in ("ccomp", "xcomp"))
    return verb.lemma_ == "expect" and any(child(c, "nsubjpass", "auxpass") is not None for c in done)


def _is_errand(found: Found, doc: Doc) -> bool:
    """Whether several go somewhere to speak to who is there: "envoys of Peru and Chile visited Mali to discuss"."""
    verb = doc[found.frame.trigger]
    purpose = verb.dep_ == "advcl" and any(c.tag_ == "TO" for c in verb.children)
    return not found.frame.objects and purpose and verb.head.lemma_ in words_of(verb)["settingOut"]


def _sends_somebody(found: Found, doc: Doc) -> bool:
    """Whether an envoy is sent, and no force: "sent its former president to Chad for talks"."""
    verb = doc[found.frame.trigger]
    thing = child(verb, "dobj")
    if thing is None or thing.tag_ == "NNS":
        return False
    named = any(t.text == PERSON for t in (thing, *thing.children))
    return named or lemma_of(thing) in words_of(verb)["personGroup"] | words_of(verb)["deputation"]


def _is_to_a_site(found: Found, doc: Doc) -> bool:
    """Whether a visit is to a house and its land is not told: "over the shrine visit by the premier"."""
    visit = doc[found.frame.trigger]
    whereto = any(p.lower_ in ("to", "in") for p, _ in prepositions(visit))
    sites = words_of(visit)["siteSeen"]
    return not whereto and any(c.dep_ == "compound" and c.lower_ in sites for c in visit.children)


def _reaches_a_craft(found: Found, doc: Doc) -> bool:
    """Whether contact is only with a craft, which says nothing: "restored contact with a Tunisian ferry"."""
    contact = doc[found.frame.trigger]
    told = [o for p, o in prepositions(contact) if p.lower_ == "with"]
    words = words_of(contact)
    known = words["craftNamed"] | words["hardware"]
    return contact.lemma_ == "contact" and bool(told) and all(lemma_of(o) in known for o in told)


def _leaves_by_craft(found: Found, doc: Doc) -> bool:
    """Whether somebody only leaves by a craft of his: "Rao's jet left Lima"."""
    return any(_is_aboard(r, doc) for r in found.frame.subjects)


def _eases_an_act(found: Found, doc: Doc) -> bool:
    """Whether what is made easier is neither talks nor an accord: "facilitate the withdrawal by both sides"."""
    verb = doc[found.frame.trigger]
    thing, words = child(verb, "dobj"), words_of(verb)
    known = words["accord"] | words["gathering"] | words["comingTogether"] | words["talk"]
    eased = thing is not None and thing.pos_ == "NOUN" and lemma_of(thing) not in known
    return eased and verb.lemma_ == "facilitate"


def _is_with_somebody(found: Found, doc: Doc) -> bool:
    """Whether several deal together with somebody unnamed, and so not with each other: "met with the men"."""
    if found.frame.objects:
        return False
    trigger = doc[found.frame.trigger]
    words = words_of(trigger)
    hosts = [trigger, *(c for c in trigger.children if c.dep_ == "dobj")]
    behind = (o for host in hosts for p, o in prepositions(host) if p.lower_ == "with" and o.i > trigger.i)
    people = words["several"] | words["pressman"]
    return any(o.lower_ in ("him", "her", "them") or lemma_of(o) in people for o in behind)


def _is_to_own_envoy(found: Found, doc: Doc) -> bool:
    """Whether an order is one within a state: "ordered his envoy Rao", "the presidents instructed their ministers"."""
    trigger = doc[found.frame.trigger]
    leaders, served = ({r.entity for r in side} for side in (found.frame.subjects, found.frame.objects))
    states = {e.state() for e in served}
    at_home = all(e.kind == "person" for e in leaders | served) and None not in states
    return at_home and states <= {e.state() for e in leaders} and trigger.lemma_ in words_of(trigger)["commanding"]


def _is_with_mediators(found: Found, doc: Doc) -> bool:
    """Whether the others mediate too: "served as mediators with Rao"."""
    return any(_is_beside(doc[r.token]) for r in found.frame.objects)


def _is_awaited(found: Found, doc: Doc) -> bool:
    """Whether a guest is only looked forward to: "looks forward to welcoming Rao"."""
    return found.verdict.status == "possible" and doc[found.frame.trigger].lemma_ == "welcome"


def _is_in_return(found: Found, doc: Doc) -> bool:
    """Whether "exchange" only says for what: "in exchange for jets"."""
    trigger = doc[found.frame.trigger]
    return trigger.lower_ == "exchange" and trigger.dep_ == "pobj" and trigger.head.lower_ == "in"


def _is_a_bond(found: Found, doc: Doc) -> bool:
    """Whether a noun names a tie, of which no clause says that it is at work: "close cooperation"."""
    trigger = doc[found.frame.trigger]
    if trigger.pos_ != "NOUN" or lemma_of(trigger) not in words_of(trigger)["bond"]:
        return False
    return found.verdict.status != "actual" or not _is_told_of(trigger)


def _is_membership(found: Found, doc: Doc) -> bool:
    """Leave out "during Peru's membership of the Council" and "suspended Chad's membership", by which nobody joins."""
    noun = doc[found.frame.trigger]
    governor = noun.head if noun.dep_ == "dobj" else noun
    ended = governor.lemma_ in words_of(noun)["cancel"] | words_of(noun)["end"]
    return noun.lemma_ == "membership" and (ended or found.verdict.status == "actual")


def _is_press(reference: Reference, doc: Doc) -> bool:
    """Whether somebody only speaks to the press: "told Ostankino TV", "called Western reporters"."""
    token = doc[reference.token]
    head = token.head if token.dep_ in ("amod", "compound", "nmod") and token.head.pos_ == "NOUN" else token
    words = words_of(token)
    return lemma_of(head) in words["pressman"] or reference.entity.name.casefold().split()[-1] in words["outlet"]


def _is_aboard(reference: Reference, doc: Doc) -> bool:
    """Whether somebody only leaves by a craft of his: "Rao's jet left Lima"."""
    craft = doc[reference.token]
    craft = craft.head if craft.dep_ == "poss" else craft
    return reference.entity.kind == "person" and craft.lemma_ in words_of(craft)["civilCraft"] | {"jet", "motorcade"}


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


_ROWS: Rows = (
    (("@onlyDone",), _is_only_possible),
    (("agreed_with",), _is_unsettled),
    (("agreed_with",), _is_each_ones_own),
    (("visited",), _is_a_state_of_mind),
    (("@conversing",), _is_to_press),
    (("urged",), _is_expected_done),
    (("spoke_with",), _is_errand),
    (("deployed_to",), _sends_somebody),
    (("withdrew_from",), _leaves_by_craft),
    (("visited",), _is_to_a_site),
    (("spoke_with", "negotiated_with"), _reaches_a_craft),
    (("mediated",), _eases_an_act),
    (("@meeting",), _is_with_somebody),
    (("@conversing",), _meets_its_own),
    (("demanded_of",), _is_to_own_envoy),
    (("mediated",), _is_with_mediators),
    (("praised",), _is_awaited),
    (("spoke_with", "wrote_to", "cooperated_with", "exchanged_prisoners_with"), _is_in_return),
    (("cooperated_with",), _is_a_bond),
    (("joined",), _is_membership),
    *FORCE,
)
"""The predicates that an act may be told of without being done."""
