"""Frames that follow from others: the call in which something was said, the threat of an act, a meeting called off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver, is_pact, sides
from kg.extract.entities import Entity
from kg.extract.frames.parties import apart
from kg.extract.frames.records import Frame
from kg.extract.frames.seeming import is_home
from kg.extract.frames.words import lemma_of
from kg.extract.grammar import CONDITIONAL_MODALS
from kg.extract.lexis import occurrences, predicates_of, words_of
from kg.extract.patterns import unworded
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import chain_of, child, is_passive, is_verbal, phrase_of, prepositions, verb_above

_DEEPEST = 7
"""Words on which what is said in a call may hang, down from the verb."""
_MUST_LEAVE = unworded("expelled", "that diplomats must leave a state")
_PROTEST = unworded("protested_against", "that something is done in protest")


def calls(frames: list[Frame], doc: Doc) -> list[Frame]:
    """Give the calls in which something was said: "in a telephone call X assured Y".

    What was only talk turns into the call itself.
    """
    out: list[Frame] = []
    said = predicates_of(doc)["saidInCall"]
    for frame in frames:
        if frame.trigger != frame.verb or frame.predicate not in said:
            continue
        call = _call(doc[frame.verb])
        people = [r for r in frame.objects or frame.subjects[1:] if r.entity.kind == "person"]
        if call is None or not people or all(r.entity.kind != "person" for r in frame.subjects):
            continue
        if frame.predicate == "spoke_with":
            frame.predicate = "called"
        else:
            out.append(replace(frame, trigger=call.i, predicate="called", objects=people if frame.objects else []))
    return out


def protests(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give the protest that a clause ends on: "dumped manure in protest at the policy of Paris".

    What is told of the same two at that verb is left as it is.
    """
    out: list[Frame] = []
    known = {f.verb: f for f in frames if f.trigger == f.verb}
    for protest in occurrences(doc, {"protest"}):
        if protest.lower_ != "protest" or protest.dep_ != "pobj" or protest.head.lower_ != "in":
            continue
        verb = protest.head.head
        if verb.dep_ in ("dobj", "pobj"):
            verb = verb.head if verb.dep_ == "dobj" else verb.head.head
        if not is_verbal(verb):
            continue
        against = [o for p, o in prepositions(protest) if p.lower_ in ("at", "against", "over", "of")]
        against += [o for p, o in prepositions(verb) if p.i > protest.i and p.lower_ in ("at", "against", "over")]
        subject = grammatical_subject(verb)
        subjects = resolver.actors(subject) if subject is not None else []
        told = known.get(verb.i)
        objects = [r for o in against for r in resolver.actors(o)]
        objects = apart(objects, subjects)
        if subjects and objects and not (told is not None and sides(told.objects) & sides(objects)):
            out.append(Frame(_PROTEST, protest.i, verb.i, subjects, objects, protest.i))
    return out


def expulsions(doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give the expulsions that say only who must leave where: "three Cuban diplomats must leave Peru".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Three Cuban diplomats must leave Peru by Friday. Tourists from Chad must leave Peru by Friday."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'Cuba')]
    """
    out: list[Frame] = []
    departing = words_of(doc)["departing"]
    for leaving in occurrences(doc, departing):
        must = next((c for c in leaving.children if c.dep_ == "aux" and c.lower_ == "must"), leaving)
        verb = leaving if must is not leaving else leaving.head
        if must is leaving and (leaving.dep_ != "xcomp" or verb.lemma_ != "have"):
            continue
        subject, place = grammatical_subject(verb), child(leaving, "dobj")
        if subject is None or place is None or not ({lemma_of(subject)} & words_of(doc)["accredited"]):
            continue
        posted = [o for p, o in prepositions(subject) if p.lower_ in ("of", "from", "at")]
        sent = resolver.actors(subject) or [r for o in posted for r in resolver.actors(o)]
        senders = [r.as_state() for r in sent]
        where = place if resolver.reading.spans[place.i] is not None else None
        where = where or next((o for p, o in prepositions(place) if p.lower_ == "of"), None)
        hosts = [r for r in (resolver.actors(where) if where is not None else []) if r.entity.kind == "state"]
        if len(hosts) == 1 and apart(senders, hosts):
            out.append(Frame(_MUST_LEAVE, must.i, must.i, hosts, apart(senders, hosts)))
    return out


def _call(verb: Token) -> Token | None:
    """Give the call that something was said in, also where the parser hung it on what was said."""
    inner = [c for p in verb.children if p.dep_ == "prep" for c in p.children if c.dep_ == "pcomp"]
    hosts, below = [verb, *inner], [o for _, o in prepositions(verb)]
    while below and len(hosts) < _DEEPEST:  # "agreed on the need for a firm stance in a telephone call"
        hosts, below = hosts + below, [o for t in below for _, o in prepositions(t)]
    for preposition, target in (pair for v in hosts for pair in prepositions(v)):
        lemma = lemma_of(target)
        if preposition.lower_ not in ("in", "during", "by", "over", "on") or lemma not in words_of(verb)["call"]:
            continue
        if lemma != "conversation" or any(c.lower_ in words_of(verb)["telephone"] for c in target.children):
            return target
    return None


def threats(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give the threats themselves where a hostile act is only threatened: "threatened to expel the envoy"."""
    out: list[Frame] = []
    like, threat = predicates_of(doc), words_of(doc)["threat"]
    hostile = like["threatenable"]
    for frame in frames:
        if frame.predicate not in hostile or frame.trigger != frame.verb:
            continue
        if frame.predicate in like["abroad"] and is_home(frame):
            continue  # "the president threatened to shut the American embassy in his capital"
        verb = doc[frame.verb]
        if _on_condition(verb) or (frame.predicate in like["menacing"] and _announced(frame, verb, resolver)):
            said = verb.head if verb.dep_ == "ccomp" and is_verbal(verb.head) else verb
            out.append(replace(frame, predicate="threatened", verb=said.i))
            continue
        verb = chain_of(verb)
        head = verb.head
        poised = frame.predicate in ("attacked", "seized") and head.lower_ in words_of(doc)["poised"]
        if (
            verb.dep_ in ("xcomp", "ccomp", "advcl")
            and (lemma_of(head) in threat or poised)
            and any(c.tag_ == "TO" for c in verb.children)
        ):
            out.append(replace(frame, trigger=head.i, verb=head.i, predicate="threatened"))
    return out


def _on_condition(verb: Token) -> bool:
    """Whether a hostile act is announced for a case: "would use force if it declared independence"."""
    if lemma_of(verb) in ("threaten", "warn") or not any(
        c.lower_ in CONDITIONAL_MODALS for c in verb.children if c.dep_ == "aux"
    ):
        return False
    if lemma_of(verb) in words_of(verb)["retaliate"]:
        return True
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i)
    return any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for c in clauses for m in c.children)


def _announced(frame: Frame, verb: Token, resolver: Resolver) -> bool:
    """Whether those who would do it say so themselves: "Russia said it might cut off gas", not "experts said"."""
    node = verb
    while node.dep_ == "conj" and is_verbal(node.head) and child(node, "nsubj") is None:
        node = node.head
    modals = {c.lower_ for c in node.children if c.dep_ == "aux"}
    if node.dep_ != "ccomp" or not modals & CONDITIONAL_MODALS or any(c.dep_ == "neg" for c in node.children):
        return False
    words, head = words_of(verb), node.head
    if lemma_of(verb) in ("threaten", "warn") or lemma_of(head) not in words["report"] - words["denial"]:
        return False
    if is_passive(verb):
        return False  # "announced that sanctions would be imposed" is their plan
    speaker = child(head, "nsubj")
    speakers = resolver.actors(speaker) if speaker is not None else []
    return bool(sides(speakers) & sides(frame.subjects))


def undone(frames: list[Frame], doc: Doc, encounters: Mapping[str, str]) -> list[Frame]:
    """Give the encounters that do not come about: "called off a meeting with X" rejects X, and they do not meet.

    `encounters` gives the predicate of a noun. A frame that tells the encounter by itself ("cancelled a visit to
    Japan") is judged by its noun from here on, which the verb undoes.
    """
    out: list[Frame] = []
    cancel = words_of(doc)["cancel"]
    for frame in frames:
        if frame.trigger != frame.verb or frame.literal is None:
            continue
        noun, verb = doc[frame.literal], doc[frame.verb]
        told = encounters.get(lemma_of(noun))
        if told is None or phrase_of(verb) not in cancel:
            continue
        if frame.predicate == told:
            frame.trigger = noun.i
        elif frame.predicate == "rejected":
            out.append(replace(frame, trigger=noun.i, predicate=told))
    return out


def guests(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give the visits of those who are met as guests, to the other side's state: "met visiting President Yeltsin".

    What a guest was told turns into a meeting.
    """
    out: list[Frame] = []
    for frame in frames:
        if frame.predicate not in predicates_of(doc)["faceToFace"]:
            continue
        for own, others in ((frame.objects, frame.subjects), (frame.subjects, frame.objects)):
            visiting = [r for r in own if r.entity.kind == "person" and _is_visiting(doc[r.token], resolver)]
            hosts = {r.entity.state() or r.entity for r in others}
            host = next(iter(hosts)) if len(hosts) == 1 else None
            visiting = [r for r in visiting if host is not None and r.entity.state() is not host]
            if not visiting or host is None or host.kind != "state":
                continue
            reference = Reference(host, "the state of the host", frame.trigger)
            out.append(replace(frame, predicate="visited", subjects=visiting, objects=[reference]))
            if frame.predicate == "spoke_with":
                frame.predicate = "met"
    return out


def _is_visiting(guest: Token, resolver: Resolver) -> bool:
    """Whether someone is called visiting; the masked text may have another word there, so the source is asked."""
    before = range(guest.left_edge.i, guest.i)
    return any(resolver.reading.source(i).casefold() == "visiting" for i in before)


def visits_by_the_other(frames: list[Frame], resolver: Resolver) -> None:
    """Let the other of two who meet be who visits, where "he" would be visiting his own state.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Indian Foreign Minister Ravi Nair met Peruvian President Juan Paz during his state visit to India."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.predicate, e.subjects[0].name) for e in found if e.predicate == "visited"]
    [('visited', 'Juan Paz')]
    """
    together = resolver.predicates["faceToFace"]
    sentence_of = resolver.reading.sentence_of
    for frame in frames:
        told_by_noun = resolver.reading.doc[frame.trigger].pos_ == "NOUN"
        if frame.predicate != "visited" or len(frame.subjects) != 1 or not told_by_noun:
            continue
        guest = frame.subjects[0]
        if guest.entity.kind != "person" or any(o.entity is not guest.entity.state() for o in frame.objects):
            continue
        here = [f for f in frames if f.predicate in together and sentence_of[f.trigger] == sentence_of[frame.trigger]]
        pairs = [[*f.subjects, *f.objects] for f in here]
        others = [r for pair in pairs if any(r.entity is guest.entity for r in pair) for r in apart(pair, [guest])]
        abroad = {
            r.entity: r for r in others if r.entity.kind == "person" and r.entity.state() is not guest.entity.state()
        }
        if len(abroad) == 1:
            frame.subjects = list(abroad.values())


def without_own_states(frames: list[Frame], abroad: frozenset[str]) -> list[Frame]:
    """Leave out what nobody does with their own state: a visit to it, closer ties with it, mediation in its disputes.

    Nor does a state recall anybody from itself: "was recalled to Chad by its president".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Evo Morales will discuss with Kofi Annan how to end the dispute between Bolivia and Chile."
    >>> [e.predicate for e in Extractor().extract(Article("a", text)).events if e.predicate == "mediated"]
    []
    """
    out: list[Frame] = []
    for frame in frames:
        if frame.predicate == "mediated" and _own_dispute(frame):
            continue
        if frame.predicate == "recalled" and len(frame.subjects) == 1 and frame.objects:
            home = {r.entity.state() or r.entity for r in frame.subjects}
            frame.objects = [r for r in frame.objects if r.entity not in home]
            if not frame.objects:
                continue
        if frame.predicate == "attacked" and frame.objects:  # "agents of the Israeli service Mossad were behind it"
            bodies = {r.entity.state() for r in frame.subjects if r.entity.kind == "organisation"}
            frame.objects = [r for r in frame.objects if r.entity not in bodies]
            if not frame.objects:
                continue
        if frame.predicate in abroad and frame.objects:
            own = {r.entity.state() for r in frame.subjects if r.entity.kind == "person"}
            frame.objects = [r for r in frame.objects if r.entity not in own]
            if not frame.objects:
                continue
        out.append(frame)
    return out


def without_pacts(frames: list[Frame], papers: frozenset[str]) -> list[Frame]:
    """Leave out what a pact is told to do, and backing or praise for it as if it were somebody.

    "The Algiers Agreement ended the war" tells no act of a party, "Peru backs the Paris accord" tells of no friend.
    """
    for frame in frames:
        if frame.predicate in ("supported", "praised") and frame.objects:
            frame.objects = [r for r in frame.objects if not _is_paper(r.entity, papers)]
            if not frame.objects:
                frame.subjects = []
        frame.subjects = [r for r in frame.subjects if not _is_paper(r.entity, papers)]
    return [frame for frame in frames if frame.subjects]


def _is_paper(entity: Entity, papers: frozenset[str]) -> bool:
    return entity.kind == "organisation" and is_pact(entity, papers)


def _own_dispute(frame: Frame) -> bool:
    """Whether one of those who are said to mediate is of a party's own state."""
    own = {r.entity.state() for r in frame.subjects if r.entity.kind == "person"} - {None}
    return any(r.entity in own or r.entity.state() in own for r in frame.objects)


def without_what_is_agreed(frames: list[Frame], doc: Doc) -> list[Frame]:
    """Leave out the dealings that an accord between the same parties promises: "agreed to work closely together".

    So too what they only talk about, and the war that their accord ends.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru and Chile signed an accord ending the war. They held talks on restoring ties."
    >>> [e.predicate for e in Extractor().extract(Article("a", text)).events]
    ['signed_with', 'negotiated_with']
    """
    promised = predicates_of(doc)["promised"]
    told = ("agreed_with", "spoke_with", "signed_with")
    accords = {f.verb: _parties(f) for f in frames if f.predicate in told and doc[f.verb].pos_ == "VERB"}
    dealing = [_parties(f) for f in frames if f.predicate in predicates_of(doc)["level"] and f.predicate != "attacked"]
    out: list[Frame] = []
    for frame in frames:
        node = doc[frame.verb]
        level = frame.predicate in predicates_of(doc)["level"] or frame.predicate == "recognized"
        if level and _is_topic(node):
            continue
        if frame.predicate == "ceased_fire_with" and _ends_war(node) and _parties(frame) in dealing:
            continue
        while (
            (node.i not in accords or node.i == frame.verb)
            and node.dep_ in ("xcomp", "ccomp", "conj", "advcl")
            and is_verbal(node.head)
        ):
            node = node.head
        if node.dep_ == "acl" and lemma_of(node.head) in words_of(node)["pact"] and node.head.dep_ in ("dobj", "pobj"):
            node = verb_above(node.head)  # "signed an agreement to build a pipeline"
        if frame.predicate not in promised or node.i == frame.verb or accords.get(node.i) != _parties(frame):
            out.append(frame)
    return out


def _is_topic(verb: Token) -> bool:
    """Whether it is only what talks are about: "talks on restoring ties", "discussions about joining forces"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("on", "about", "over", "toward", "towards", "for"):
        return False
    known, occasion = words_of(verb), lemma_of(verb.head.head)
    return occasion in known["talk"] | known["gathering"] | known["pact"] | known["accord"] | {"contact"}


def _ends_war(verb: Token) -> bool:
    """Whether an accord is told to end a war: "signed an accord ending the war", "struck a deal to end the war"."""
    thing = child(verb, "dobj")
    if thing is None or lemma_of(verb) not in words_of(verb)["halting"]:
        return False
    above = verb.head if verb.dep_ in ("acl", "relcl") else child(verb.head, "dobj") if verb.dep_ == "advcl" else None
    return above is not None and lemma_of(above) in words_of(verb)["pact"]


def _parties(frame: Frame) -> set[Entity]:
    return {r.entity for r in (*frame.subjects, *frame.objects)}
