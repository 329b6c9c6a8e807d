"""Reads blame and demands out of what someone is reported to have said: "Ukraine must withdraw, Lavrov said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, is_of, sides, without_treaties
from kg.extract.entities import Entity
from kg.extract.frames import Frame, lemma_of
from kg.extract.frames.deeds import doer_of_deed
from kg.extract.lexis import occurrences, words_of
from kg.extract.mentions import Span
from kg.extract.patterns import Pattern, unworded
from kg.extract.subjects import doer, grammatical_subject, undergoer
from kg.extract.syntax import agent, child, is_passive, is_verbal, prepositions
from kg.extract.wrongs import ACCUSED, CRITICIZED, is_held_guilty, wrong_told

_HIM = frozenset({"he", "she", "they"})
DEMANDED = unworded("demanded_of", "that somebody must do something")


def reported(resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each clause under a verb of saying that tells what its subject must do or did wrong."""
    spans = resolver.reading.spans
    for trigger, speakers, clauses in chain(_said(resolver), _ascribed(resolver), _charged(resolver), _sure(resolver)):
        for clause in clauses if speakers else ():
            found = _told(clause, spans)
            if found is None and lemma_of(trigger) in words_of(trigger)["indicting"] | words_of(trigger)["proving"]:
                subject = grammatical_subject(clause)
                found = (ACCUSED, subject) if subject is not None else None
            if found is None and trigger.i < clause.i:  # "Chad shelled a town, Peru said" only says whence it is known
                striker = _who_struck(clause, speakers, resolver)
                found = (ACCUSED, striker) if striker is not None else None
            if found is None or (found[0] is CRITICIZED and _is_turned_down(clause)):
                continue
            if found[0] is DEMANDED and is_only_to_know(clause):
                continue
            charged = _dealt_with(trigger, found[1])
            if charged is not None:
                mine = own_side(speakers)
                others = [r for r in resolver.actors(charged) if not is_of(r.entity, mine)]
                if others:
                    yield Frame(found[0], trigger.i, trigger.i, speakers, others)
                if others or trigger.pos_ == "NOUN":
                    continue
            others = (blamed if found[0] in (ACCUSED, CRITICIZED) else other_side)(found[1], speakers, resolver)
            if not others and found[0] is DEMANDED and lemma_of(clause) in words_of(clause)["ceasing"]:
                between = [o for p, o in prepositions(found[1]) if p.lower_ == "between"]  # "the war between X and Y"
                others = [r for o in between for r in resolver.actors(o) if not is_of(r.entity, own_side(speakers))]
                others = others or doer_of_deed(found[1], trigger, speakers, resolver, "demanded_of")
            if others:
                yield Frame(found[0], trigger.i, trigger.i, speakers, others)
    yield from quoted_demands(resolver)


def is_only_to_know(clause: Token) -> bool:
    """Whether what somebody must do is done in his mind, which asks no act of him: "Chad must know the risk"."""
    return lemma_of(clause) in words_of(clause)["seeing"] - {"have", "be"}


def quoted_demands(resolver: Resolver) -> Iterator[Frame]:
    """Give who must do something by a sentence of a quotation in which no verb of saying stands.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = '"Chad must pull its troops out of Mali. It has no time left," President Diaz of Peru said.'
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "demanded_of"]
    [('Diaz', 'Chad')]
    """
    for sentence in resolver.reading.doc.sents if resolver.speakers else ():
        root = sentence.root
        speaker = resolver.speaker_at(root.i) if is_verbal(root) else None
        if speaker is None or lemma_of(root) in words_of(root)["report"]:
            continue
        by = [Reference(speaker, "who is quoted", root.i, weak=True)]
        for clause in (root, *(c for c in root.children if c.dep_ == "conj" and is_verbal(c))):
            asked = _obliged(clause)
            if asked is None or asked[1].pos_ == "PRON" or lemma_of(clause) in words_of(clause)["seeing"]:
                continue
            others = [r for r in other_side(asked[1], by, resolver) if not is_of(r.entity, own_side(by))]
            if others:
                modal = next((c for c in clause.children if c.lower_ == "must"), clause)
                yield Frame(DEMANDED, clause.i, modal.i, by, others)


def _is_turned_down(clause: Token) -> bool:
    """Whether a clause finds an offer or a demand bad, which turns it down: "the demand by Chad was laughable"."""
    words = words_of(clause)
    bid = grammatical_subject(clause)
    told = (c for c in clause.children if c.dep_ in ("acomp", "attr", "oprd"))
    return (
        bid is not None and lemma_of(bid) in words["bidTold"] and any(lemma_of(c) in words["notWanted"] for c in told)
    )


def _dealt_with(charge: Token, accused: Token) -> Token | None:
    """Give who suffers for what "he" is charged with: "expelled the envoy on accusations that he had spied".

    So too where the participle behind it says why: "expelled the envoy, saying that he had spied".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru expelled the Chadian ambassador on accusations that he had incited riots."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'expelled', 'Chad'), ('Peru', 'accused', 'Chad')]
    """
    if charge.dep_ == "advcl" and charge.tag_ == "VBG" and accused.lower_ in _HIM and is_verbal(charge.head):
        return undergoer(charge.head)
    if charge.pos_ != "NOUN" or charge.dep_ != "pobj" or accused.pos_ != "PRON" or not is_verbal(charge.head.head):
        return None
    return undergoer(charge.head.head)


def _who_struck(clause: Token, speakers: list[Reference], resolver: Resolver) -> Token | None:
    """Give who is said to have struck those who say so: "Chad said Peruvian troops had shelled its towns".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Sudan said Ethiopian forces had attacked two of its towns. The UN said Peru had attacked Chad."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Ethiopia', 'Sudan'), ('Peru', 'Chad'), ('Sudan', 'Ethiopia')]
    """
    words = resolver.words
    if lemma_of(clause) not in words["hitting"] or child(clause, "neg") is not None:
        return None
    passive = is_passive(clause)
    striker = agent(clause) if passive else grammatical_subject(clause)
    struck = [t for t in (grammatical_subject(clause) if passive else child(clause, "dobj"),) if t is not None]
    struck += [o for p, o in prepositions(clause) if p.lower_ in ("on", "at", "into", "across") and not passive]
    mine = own_side(speakers)
    hit = [r for t in struck for r in resolver.actors(t)]
    if striker is None or striker.pos_ == "PRON" or not any(is_of(r.entity, mine) or r.entity in mine for r in hit):
        return None
    return striker


_Telling = tuple[Token, list[Reference], list[Token]]
"""The word that says that somebody says something, who says it, and the clauses of what he says."""


def _said(resolver: Resolver) -> Iterator[_Telling]:
    """Give what is under a verb of saying: "Lavrov said Ukraine had violated the truce"."""
    spans, words = resolver.reading.spans, resolver.words
    accusing_nobody = words["outlet"] | words["hearsaySource"]
    reports = words["report"] - words["denial"] - words["owningUp"] | words["opinion"]
    for verb in occurrences(resolver.reading.doc, reports):
        if verb.pos_ != "VERB" or spans[verb.i] is not None:
            continue
        clauses = list(reported_clauses(verb))
        speaker = (agent(verb) if is_passive(verb) else grammatical_subject(verb)) if clauses else None
        if speaker is not None and speaker.lower_ in ("we", "i") and resolver.speaker_at(verb.i) is not None:
            continue  # what is quoted is read there
        if speaker is not None and spans[speaker.i] is None and lemma_of(speaker) in accusing_nobody:
            continue  # "a Peruvian newspaper reports that", "sources said"
        if speaker is not None and _only_looks_on(speaker, resolver):
            clauses = [c for c in clauses if c.i > verb.i]
        yield verb, resolver.actors(speaker) if speaker is not None else [], clauses


def _only_looks_on(speaker: Token, resolver: Resolver) -> bool:
    """Whether who is named behind a report only says whence it is known: "Chad broke the truce, UN observers said".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad has violated the truce, UN observers said. Chad has violated the truce, Peru said."
    >>> [e.subjects[0].name for e in Extractor().extract(Article("a", text)).events if e.predicate == "accused"]
    ['Peru']
    """
    span, onlookers = resolver.reading.spans[speaker.i], resolver.words["onlooker"]
    called = {lemma_of(speaker), *(span.role.split() if span is not None else ())}
    if not called.isdisjoint(onlookers):
        return True
    abroad = any(p.lower_ in ("in", "at") for p, _ in prepositions(speaker))
    return abroad and lemma_of(speaker) == "diplomat"  # "diplomats in The Hague said" are of any state


def _ascribed(resolver: Resolver) -> Iterator[_Telling]:
    """Give what is so "according to" somebody: "according to Mali, Chad has armed the rebels"."""
    for word in resolver.reading.doc:
        to = child(word, "prep") if word.lower_ == "according" else None
        source = child(to, "pobj") if to is not None else None
        hearsay = source is not None and source.lower_ in resolver.words["hearsaySource"]
        if source is not None and is_verbal(word.head) and not hearsay:
            head = word.head
            by = without_treaties(resolver.actors(source), resolver.words["treaty"])
            yield word, by, [head, *(c for c in head.children if c.dep_ == "conj")]


def _charged(resolver: Resolver) -> Iterator[_Telling]:
    """Give what a noun of accusing tells: "American claims that Japan dumps chips", "countered with charges that"."""
    words = resolver.words
    charging = words["indicting"] | words["claim"] | words["proving"] | words["saidThing"]
    for noun in occurrences(resolver.reading.doc, charging):
        if noun.pos_ != "NOUN":
            continue
        proves = noun.dep_ == "attr" and is_verbal(noun.head.head)  # "said the raid is proof that Chad arms them"
        wanted = noun.dep_ == "dobj" and lemma_of(noun.head) in words["wanting"]
        if lemma_of(noun) in words["proving"] and (
            wanted or (noun.dep_ != "dobj" and not proves) or any(c.lower_ == "no" for c in noun.children)
        ):
            continue  # "there is evidence", "has no proof", "wants proof"
        clauses = [
            c
            for c in noun.children
            if c.dep_ in ("acl", "ccomp", "relcl") and any(m.lower_ == "that" and m.dep_ != "nsubj" for m in c.children)
        ]
        owners = [c for c in noun.children if c.dep_ in ("poss", "amod", "nmod", "compound")]
        if noun.head.lower_ != "into":  # who looks into an allegation suspects so himself
            owners += [o for p, o in prepositions(noun) if p.lower_ in ("by", "from", "of")]
        by = [r for c in owners for r in resolver.actors(c)] if clauses else []
        if clauses and not by and not any(c.dep_ == "poss" for c in owners):
            verb = noun.head.head if noun.dep_ == "pobj" or (noun.dep_ == "attr" and proves) else noun.head
            answered = lemma_of(verb) in words["respond"] and noun.head.lower_ != "with"
            subject = doer(verb) if is_verbal(verb) and not answered else None
            by = resolver.actors(subject) if subject is not None else []
        yield noun, [r for r in by if r.entity.kind != "place"], clauses


def _sure(resolver: Resolver) -> Iterator[_Telling]:
    """Give what somebody is sure of: "Mali is convinced that Chad was behind it", "has no doubt that Chad was".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mali is convinced that Chad is arming the rebels. Peru has no doubt that Chile was behind the attack."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "accused"]
    [('Mali', 'Chad'), ('Peru', 'Chile')]
    """
    for word in occurrences(resolver.reading.doc, resolver.words["sure"]):
        verb = word if is_verbal(word) and child(word, "nsubjpass") is not None else word.head
        if not is_verbal(verb) or child(verb, "neg") is not None or resolver.speaker_at(verb.i) is not None:
            continue
        if word.dep_ == "dobj" and not any(c.lower_ == "no" for c in word.children):
            continue
        subject = grammatical_subject(verb)
        clauses = [c for c in word.children if c.dep_ in ("ccomp", "acl") and is_verbal(c)]
        yield verb, resolver.actors(subject) if subject is not None and clauses else [], clauses


def reported_clauses(verb: Token, *, besides: Sequence[Token] = ()) -> Iterator[Token]:
    """Give the clauses that a verb of saying reports, before it, behind it or around it; `besides` are those known."""
    heads = [*(c for c in verb.children if c.dep_ == "ccomp" and is_verbal(c)), *besides]
    if not heads and is_verbal(verb.head) and (verb.dep_ == "parataxis" or _as_said(verb)):
        heads = [verb.head]
    for told in heads:
        head = _what_is_sure(told) or told
        yield head
        yield from (c for c in head.children if c.dep_ == "conj" and is_verbal(c))


def _as_said(verb: Token) -> bool:
    """Whether a verb says who said before what the sentence tells: "as Chad has said, the rebels must go"."""
    told = child(verb, "dobj", "ccomp", "xcomp") is not None
    return verb.dep_ == "advcl" and not told and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children)


def _what_is_sure(clause: Token) -> Token | None:
    """Give what a clause only says to be so: "it was clear that Chad arms them", "there is no doubt that".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said there was no doubt that Chile was behind it. Mali said it was clear that Chad had lied."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "accused"]
    [('Peru', 'Chile'), ('Mali', 'Chad')]
    """
    if lemma_of(clause) != "be" or child(clause, "neg") is not None:
        return None
    words = words_of(clause)
    none = [c for c in clause.children if c.dep_ == "attr" and lemma_of(c) in words["plain"]]
    hosts = [c for c in none if any(d.lower_ == "no" for d in c.children)]
    hosts += [clause, *(c for c in clause.children)] if _is_plain(clause) else []
    told = (c for host in hosts for c in host.children if c.dep_ in ("acl", "ccomp", "relcl") and is_verbal(c))
    return next((c for c in told if c.i > clause.i), None)


def _is_plain(clause: Token) -> bool:
    """Whether a clause says that "it" is clear, or known."""
    known = words_of(clause)["plain"] | words_of(clause)["known"]
    it = child(clause, "nsubj")
    return (
        it is not None and it.lower_ == "it" and any(c.dep_ == "acomp" and c.lower_ in known for c in clause.children)
    )


def _told(clause: Token, spans: Sequence[Span | None]) -> tuple[Pattern, Token] | None:
    """Give what a clause says of whom: a demand or a wrong."""
    return _obliged(clause) or wrong_told(clause, spans)


def _obliged(clause: Token) -> tuple[Pattern, Token] | None:
    """Give who a clause says must do something."""
    subject = grammatical_subject(clause)
    auxiliaries = {c.lower_ for c in clause.children if c.dep_ in ("aux", "neg")}
    obliged = lemma_of(clause) in ("need", "have") and any(c.dep_ == "xcomp" for c in clause.children)
    obliged = obliged and not auxiliaries & {"not", "n't", "would", "may", "might", "will"}
    obliged = obliged and not any(c.lower_ == "yet" for c in clause.children)
    if subject is not None and auxiliaries & {"must", "should"} and is_held_guilty(clause):
        return ACCUSED, subject
    undone = clause if is_passive(clause) else next((c for c in clause.children if obliged and is_passive(c)), None)
    if undone is not None and not _is_to_be_undone(undone, subject):
        return None
    obliged = obliged and not any(agent(c) for c in clause.children if c.dep_ == "xcomp")  # "had to be coaxed by Rao"
    return (DEMANDED, subject) if subject is not None and ("must" in auxiliaries or obliged) else None


def _is_to_be_undone(clause: Token, subject: Token | None) -> bool:
    """Whether what must be done to something is for its owner to do: "its troops must be withdrawn".

    Who "must be condemned by all", or "must be held to account", is asked nothing, nor is whose resolutions "must be
    respected".
    """
    words = words_of(clause)
    if subject is None or lemma_of(clause) in words["judged"] or agent(clause) is not None:
        return False
    acts = words["hostileAct"] | words["neededAct"] | words["ownForce"] | words["measure"] | words["sanction"]
    return lemma_of(subject) in acts and lemma_of(clause) in words["undoing"]


def other_side(subject: Token, speakers: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give the party that is spoken of, if it is neither the speaker nor the speaker's own side."""
    if subject.pos_ == "PRON" and subject.lower_ in ("it", "this", "that", "what"):
        return []
    # Rebels are not on the side of the state that they live in.
    own = [(r.entity,) if r.entity.kind == "group" else (r.entity, r.entity.state(), r.entity.ground) for r in speakers]
    mine = {e for side in own for e in side if e is not None}
    found = [r for r in resolver.actors(subject) if r.entity.kind != "place"]
    if subject.pos_ == "NOUN" and lemma_of(subject) not in resolver.acts:
        found = [r for r in found if not r.owned or lemma_of(subject) in words_of(subject)["deed"]]
    if any(is_of(r.entity, mine) for r in found) or len(found) > 2:
        return []
    return found


def own_side(speakers: Sequence[Reference]) -> set[Entity]:
    """Give the side of who speaks: himself, his state and, for who is on no other's side, the ground he is on."""
    grounds = {g for r in speakers if r.entity.kind != "group" and (g := r.entity.ground) is not None}
    return sides(speakers) | grounds


def blamed(party: Token, speakers: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give who is blamed, be it for what is his ("its policy"): neither the speaker nor the speaker's own side."""
    if party.pos_ == "PRON" and party.lower_ in ("it", "this", "that", "what"):
        return []
    if "accused" in resolver.acts.get(lemma_of(party), ()) and lemma_of(party) not in resolver.words["anyAct"]:
        return []  # who calls an accusation baseless rejects it
    mine = own_side(speakers)
    found = [r for r in resolver.actors(party) if r.entity.kind != "place" and not r.weak]
    found = without_treaties(found, resolver.words["treaty"])
    return [] if len(found) > 2 or any(is_of(r.entity, mine) for r in found) else found
