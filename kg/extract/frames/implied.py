"""Finds the parties that an event's own words leave out: the other side, the doer of a passive, companions."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, is_of, sides
from kg.extract.entities import Entity
from kg.extract.frames.custody import holders_of, let_out
from kg.extract.frames.encounters import is_agreed_to, is_reached_at
from kg.extract.frames.measures import kept_out
from kg.extract.frames.words import lemma_of, noun_matches
from kg.extract.grammar import RELATIVE
from kg.extract.lexis import words_of
from kg.extract.patterns import Pattern
from kg.extract.subjects import grammatical_subject, undergoer
from kg.extract.syntax import agent, chain_of, child, is_passive, is_verbal, prepositions

_ADJUNCTS = frozenset("after before during following in at for on upon amid since despite as within prior".split())
_PLACE_OF_DOER = {
    "expelled": ("from", "of", "out"),
    "detained": ("in", "at", "by"),
    "summoned": ("to", "by", "at", "before"),
}


def conditioned(verb: Token, resolver: Resolver, subjects: list[Reference]) -> list[Reference]:
    """Give whom a warning is for by its condition: "threatened further action unless Iran complies".

    "The government" is then that of the state where those who threaten are.
    """
    for c in verb.subtree:
        if c.dep_ == "advcl":
            subject = (agent(c) if is_passive(c) else None) or child(c, "nsubj", "nsubjpass")
            case = any(m.lower_ in ("if", "unless", "until") for m in c.children if m.dep_ == "mark")
            supposed = subject is not None and any(  # "should Chad turn down the plan, Peru warned of war"
                m.lower_ in ("should", "were", "had") and m.dep_ == "aux" and m.i < subject.i for m in c.children
            )
            if subject is not None and (case or supposed):
                own = [r.entity.ground for r in subjects if r.entity.ground is not None]
                if own and lemma_of(subject) in resolver.words["homeOrgan"]:
                    return [Reference(own[0], f"the {subject.lower_} of {own[0].name}", subject.i, weak=True)]
                return resolver.actors(subject)
    return []


def other_side(
    known: list[Reference],
    verb: Token,
    resolver: Resolver,
    predicate: str = "",
    *,
    affair: bool = True,
    against: str = "",
) -> list[Reference]:
    """Give the party left unsaid: "Washington severed relations" goes on about whom Washington dealt with before.

    Where it dealt with nobody yet, that is the other state of a text on an affair of two.
    """
    if not known:
        return []
    first = known[0].entity
    other = resolver.partner(first, verb.i, against) or resolver.same_target(verb.i, predicate, first)
    if other is not None and other.kind == "organisation" and is_of(other, _asking(verb, resolver)):
        return []  # who urges a truce is no party to it
    if predicate == "ceased_fire_with" and other is not None and is_of(other, _reporting(verb, resolver)):
        other = None  # nor who says that it should come
    if predicate == "ceased_fire_with" and other is not None:
        stops = resolver.at_odds(first, other, verb.i) and resolver.fought(first, other, verb.i)
        other = other if stops else None  # who urged it to stop does not fight it
    across = resolver.across(first) if affair and other is None else None
    if across is not None and predicate == "ceased_fire_with" and not resolver.fought(first, across, verb.i):
        across = None  # "announced the end of the operation" in a text on it and on its accord with a third
    other = other or across
    if other is None and predicate == "ceased_fire_with" and first.kind == "group":
        other = resolver.fought_at_home(first)
    return [Reference(other, f"the other side of {first.name}", verb.i, weak=True)] if other is not None else []


def _asking(verb: Token, resolver: Resolver) -> set[Entity]:
    """Give who asks that something be done, where the verb is what is asked: "urged the rebels to sign"."""
    node = chain_of(verb)
    welcomed = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb
    if welcomed.lemma_ in words_of(verb)["welcoming"] and is_verbal(welcomed):
        subject = grammatical_subject(welcomed)
        return sides(resolver.actors(subject)) if subject is not None else set()
    if node.dep_ not in ("xcomp", "ccomp") or node.head.lemma_ not in words_of(verb)["request"]:
        return set()
    subject = grammatical_subject(node.head)
    return sides(resolver.actors(subject)) if subject is not None else set()


def _reporting(verb: Token, resolver: Resolver) -> set[Entity]:
    """Give who says what the verb tells: "Washington said the rebels should stop firing"."""
    node = chain_of(verb)
    if node.dep_ != "ccomp" or not is_verbal(node.head):
        return set()
    subject = grammatical_subject(node.head)
    return sides(resolver.actors(subject)) if subject is not None else set()


def implied_doer(verb: Token, pattern: Pattern, resolver: Resolver) -> list[Reference]:
    """Give the doer that a passive leaves out but its place tells: "expelled from Oslo", "summoned to the ministry"."""
    if not is_passive(verb):
        return []
    thing = undergoer(verb)
    if pattern.predicate in ("seized", "detained") and (keeper := _who_lets_go(verb, resolver)):
        return keeper
    match pattern.predicate:
        case "recalled":
            return _sender(thing, resolver) if thing is not None else []
        case "deployed_to" | "mobilized_against" | "withdrew_from" if thing is not None:
            return [r for r in resolver.actors(thing) if r.entity.kind != "person"]
        case "attacked":
            victims = resolver.actors(thing) if thing is not None else []
            if any(lemma_of(o) in words_of(verb)["custody"] for _, o in prepositions(verb)):
                held = resolver.captors([r.entity for r in victims], verb)
                if held:
                    return held
            if _in_fighting(verb, resolver):
                return other_side(victims, verb, resolver)
            for preposition, target in prepositions(verb):
                told = "attacked" in resolver.acts.get(lemma_of(target), ())
                if told and preposition.lower_ in ("in", "during", "by", "following", "after"):
                    foes = [o for p, o in prepositions(target) if p.lower_ in ("with", "by")]
                    found = resolver.owners(target, frozenset({target.i}))
                    found = found or [r for o in foes for r in resolver.actors(o)]
                    found = found or participle_doer(target, resolver)  # "in an attack claimed by Hamas"
                    return found or resolver.act(target, lemma_of(target))
            return _who_just_struck(verb, victims, resolver)
        case "invited":  # "was invited to address the Arab League", "was invited to Berlin"
            spoken_to = [o for c in verb.children if c.dep_ == "xcomp" for o in c.children if o.dep_ == "dobj"]
            given = child(verb, "dobj")  # "was extended an invitation to visit Peru"
            for host in (verb, given):
                visits = [c for c in host.children if c.dep_ in ("xcomp", "acl")] if host is not None else []
                spoken_to += [o for c in visits if c.lemma_ == "visit" for o in c.children if o.dep_ == "dobj"]
            hosts = [r for o in spoken_to for r in resolver.actors(o) if r.entity.kind in ("organisation", "state")]
            aims = list(prepositions(verb))  # "was invited on a visit to Peru"
            aims += [pair for p, o in aims if lemma_of(o) in words_of(verb)["journey"] for pair in prepositions(o)]
            there = [o for p, o in aims if p.lower_ == "to"]
            return hosts[:1] or [r for o in there for r in resolver.actors(o) if r.entity.kind == "state"][:1]
        case "aided":  # "were supplied with rifles from Chad"
            supplies = [o for p, o in prepositions(verb) if p.lower_ == "with"]
            source = [o for t in (verb, *supplies) for p, o in prepositions(t) if p.lower_ == "from"]
            return [
                r for o in source for r in resolver.actors(o) if r.entity.kind in ("state", "group", "organisation")
            ]
        case "appointed":  # "was named President Clinton's envoy"
            posts = [c for c in verb.children if c.dep_ in ("oprd", "attr", "dobj")]
            posts += [o for p, o in prepositions(verb) if p.lower_ == "as"]
            found = [r for o in posts for r in resolver.owners(o, frozenset({o.i}))]
            return [replace(r, owned=False) for r in found if r.entity.kind in ("person", "organisation")]
        case "sanctioned":  # "was hit with new EU sanctions"
            means = [o for p, o in prepositions(verb) if p.lower_ in ("with", "under", "by", "on", "to", "onto")]
            means = [o for o in means if noun_matches(o, resolver.words["measure"] | resolver.words["takenMeasure"])]
            found = [r for o in means for r in resolver.owners(o, frozenset({o.i}))]
            return found or kept_out(verb, resolver)
        case "rejected":  # "was denied an audience with the king"
            refused = child(verb, "dobj")
            behind = list(prepositions(refused)) if refused is not None else []
            found = [r for p, o in behind if p.lower_ == "with" for r in resolver.actors(o)]
            if refused is not None and lemma_of(refused) in resolver.words["admittance"]:  # "refused entry to Peru"
                found = found or [r for p, o in behind if p.lower_ in ("to", "into") for r in resolver.actors(o)]
            return found
        case "summoned" | "expelled":
            span = resolver.reading.spans[thing.i] if thing is not None else None
            if span is not None and span.posted is not None:
                return [Reference(span.posted, "the state of the posting", verb.i)]
        case "released":
            return (let_out(verb, resolver) or holders_of(thing, resolver)) if thing is not None else []
    left = _left(verb) if pattern.predicate == "expelled" else []
    if left:
        return [r for o in left for r in resolver.actors(o) if r.entity.kind == "state"]
    places = _PLACE_OF_DOER.get(pattern.predicate, ())
    if {lemma_of(verb), *(lemma_of(c) for c in verb.children)} & words_of(verb)["abduct"]:
        return []
    called = [c for c in verb.children if c.dep_ == "xcomp" and pattern.predicate == "summoned"]
    for preposition, target in (pair for host in (verb, *called) for pair in prepositions(host)):
        if preposition.lower_ in places:
            states = [r for r in resolver.actors(target) if r.entity.kind == "state"]
            if lemma_of(target) in words_of(verb)["custody"]:  # "were kept in a Chadian prison"
                states = states or resolver.owners(target, frozenset({target.i}))
            if states:
                return states[:1]
    return []


def _who_just_struck(verb: Token, victims: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give who attacked or seized the same just before: "Chad stormed a Greek ship; nine Greeks were killed".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Israel intercepted a Turkish ship. Nine Turks were killed."
    >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
    [('Israel', 'seized'), ('Israel', 'attacked')]
    """
    known = any(p.lower_ in ("in", "by", "during", "when", "at") for p, o in prepositions(verb) if o.pos_ == "NOUN")
    if known or lemma_of(verb) not in words_of(verb)["deadly"] or verb.dep_ in ("relcl", "acl"):
        return []
    hit = {r.entity.state() or r.entity for r in victims}
    for deed in resolver.deeds_before(verb.i, 1):
        struck = {e.state() or e for e in deed.targets}
        if deed.predicate in ("attacked", "seized") and hit & struck and not hit & set(deed.doers):
            return [Reference(e, "who attacked the same just before", verb.i, weak=True) for e in deed.doers]
    return []


def _who_lets_go(verb: Token, resolver: Resolver) -> list[Reference]:
    """Give who lets go what was taken before: "released a ship seized last week", "freed two men held since May".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Hamas freed two Peruvian engineers kidnapped in May."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Hamas', 'released', 'Peru'), ('Hamas', 'detained', 'Peru')]
    """
    thing = verb.head
    freed = thing.dep_ == "dobj" and lemma_of(thing.head) in words_of(verb)["lettingGo"]
    if verb.dep_ != "acl" or not freed or agent(verb) is not None:
        return []
    subject = grammatical_subject(thing.head)
    return resolver.actors(subject) if subject is not None else []


def _left(verb: Token) -> list[Token]:
    """Give what somebody is to leave: "was told to leave Peru", "was expelled and has 24 hours to leave Peru"."""
    departing = words_of(verb)["departing"]
    away = [t for t in verb.subtree if (t.dep_ == "xcomp" and t.head.i == verb.i) or lemma_of(t) in departing]
    return [o for t in away for o in t.children if o.dep_ == "dobj"]


def _in_fighting(verb: Token, resolver: Resolver) -> bool:
    """Whether it happened in a fight, whose sides the story told: "were killed when fighting broke out"."""
    for c in verb.children:
        subject = child(c, "nsubj") if c.dep_ == "advcl" else None
        known = "attacked" in resolver.acts.get(lemma_of(subject), ()) if subject is not None else False
        if known and any(m.lower_ in ("when", "as", "after") for m in c.children):
            return True
    return False


def _sender(envoy: Token, resolver: Resolver) -> list[Reference]:
    """Give whose envoy it is who "was called home": "the Egyptian ambassador in Tel Aviv", "its envoy"."""
    found = resolver.owners(envoy, frozenset({envoy.i}))
    span = resolver.reading.spans[envoy.i]
    if not found and span is not None and span.entity is not None:
        state = span.entity.state() or span.entity
        found = [Reference(state, f"whose {span.role} it is", envoy.i)] if state.kind != "person" else []
    return found


def adjunct_verb(noun: Token) -> Token | None:
    """Give the verb whose subject takes part in an act told in passing: "said after talks with Putin that"."""
    node = noun
    for _ in range(3):
        if node.dep_ != "pobj" or node.head.dep_ not in ("prep", "pcomp", "advmod", "mark"):
            return None
        outer = node.head.head
        if outer.dep_ == "acomp" and node.head.lower_ in ("for", "to") and outer.lower_ in words_of(noun)["willing"]:
            return outer.head  # "is ready for talks with Iran"
        if is_verbal(outer):
            agreed = node.head.lower_ == "under" and lemma_of(noun) in words_of(noun)["pact"] | words_of(noun)["truce"]
            agreed = agreed or is_agreed_to(noun)
            return outer if agreed or node.head.lower_ in _ADJUNCTS else None
        if outer.dep_ == "prep" and is_verbal(outer.head) and outer.lower_ in ("ahead", "because", "as", "upon", "out"):
            return outer.head
        if node.head.lower_ == "of" and lemma_of(outer) in words_of(noun)["stage"] | words_of(noun)["unit"]:
            node = outer
            continue
        if is_reached_at(node, outer):
            return outer.head  # "worked out the plan in talks in Rome"
        if node.head.lower_ in _ADJUNCTS and lemma_of(outer) in words_of(noun)["journey"]:
            if outer.dep_ == "dobj" and is_verbal(outer.head):
                return outer.head  # "is paying a visit at the invitation of the king"
            node = outer
            continue
        return None
    return None


def where_wrong_is_done(things: list[Token], resolver: Resolver, wrong: frozenset[str]) -> list[Reference]:
    """Give the state in which the wrong is done that is protested against: "protesting the atrocities in Sudan".

    What wrong is a state's own doing depends on who answers: crowds protest also against killings in its land.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Tom Lantos protested against the atrocities in Sudan. Rao protested against the weather in Chad."
    >>> [e.objects[0].name for e in Extractor().extract(Article("a", text)).events]
    ['Sudan']
    """
    wrongs = [t for t in things if t.pos_ == "NOUN" and lemma_of(t) in wrong]
    victims = [o for t in wrongs for p, o in prepositions(t) if p.lower_ in ("of", "against")]
    near = [o for t in (*wrongs, *victims) for p, o in prepositions(t) if p.lower_ in ("in", "across")]
    there = [r for o in near for r in resolver.actors(o) if r.entity.kind == "state"]
    return there or _land_of_victims(things, resolver, wrong)


def _land_of_victims(things: list[Token], resolver: Resolver, wrong: frozenset[str]) -> list[Reference]:
    """Give the state in which those are whom the wrong is done to: "repression against demonstrators in Libya"."""
    done = (t for t in things if t.pos_ == "NOUN" and lemma_of(t) in wrong)
    hit = (o for t in done for p, o in prepositions(t) if p.lower_ in ("against", "of"))
    found = ((r, r.entity.represents or r.entity.ground) for o in hit for r in resolver.actors(o))
    return [replace(r, entity=land) for r, land in found if r.entity.kind == "group" and land is not None]


def decreed(act: Token) -> Token | None:
    """Give the verb by which an act is put into force: "signed" in "signed a decree on the recognition of Kosovo".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "The king signed a decree on the recognition of Kosovo. Peru passed an act on sanctions against Chad."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('sanctioned', 'Chad')]
    """
    if act.dep_ != "pobj" or act.head.lower_ not in ("on", "for", "about"):
        return None
    decree = act.head.head
    while decree.dep_ == "conj" and decree.head.pos_ in ("NOUN", "PROPN"):
        decree = decree.head
    if is_verbal(decree):
        decree = child(decree, "dobj", "nsubjpass") or decree
    words = words_of(act)
    if not noun_matches(decree, words["decree"]) or decree.dep_ not in ("dobj", "nsubjpass", "dep"):
        return None
    return decree.head if lemma_of(decree.head) in words["issue"] else None


def also_by(verb: Token, predicate: str, resolver: Resolver) -> list[Reference]:
    """Give who did the same in the sentence before: "The EU sanctioned Libya. Syria was also sanctioned"."""
    if not any(c.lower_ in words_of(verb)["likewise"] for c in verb.children if c.dep_ == "advmod"):
        return []
    for deed in resolver.deeds_before(verb.i, 2):
        if deed.predicate == predicate:
            return [Reference(e, "who just did the same", verb.i, weak=True) for e in deed.doers]
    return []


def reporting_verb(noun: Token) -> Token | None:
    """Give the verb by which a party tells of what it took part in: "said that the talks with Iran were useful"."""
    node = noun
    while node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head.pos_ in ("NOUN", "NUM"):
        node = node.head.head
    clause = node.head
    if node.dep_ not in ("nsubj", "nsubjpass") or not is_verbal(clause):
        return None
    told = clause.dep_ == "ccomp" and lemma_of(clause.head) in words_of(noun)["report"]
    return clause.head if told else None


def traveller(noun: Token, resolver: Resolver) -> list[Reference]:
    """Give who was just told to be on a visit, for "a meeting with the king is also planned"."""
    head = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass", "attr", "dobj") or not is_verbal(head) or head.dep_ != "ROOT":
        return []
    agenda = child(head, "nsubj")
    if noun.dep_ == "dobj" and (agenda is None or lemma_of(agenda) not in words_of(noun)["agenda"]):
        return []
    sentence_of = resolver.reading.sentence_of
    for deed in resolver.deeds_before(noun.i, 2):
        if deed.predicate == "visited" and sentence_of[deed.at] != sentence_of[noun.i]:
            return [Reference(e, "who was told to be on a visit", noun.i, weak=True) for e in deed.doers]
    return []


def participle_doer(noun: Token, resolver: Resolver) -> list[Reference]:
    """Read "sanctions imposed by the EU on Iran", "an attack carried out by Hamas"."""
    for c in noun.children:
        if c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBD") and c.lemma_ not in words_of(c)["attending"]:
            by = agent(c) if c.lemma_ not in ("head", "chair") else None  # "pressure on a council headed by Rao"
            if by is not None:
                return resolver.actors(by)
            named = any(
                o.lower_ in ("who", "whom") for o in c.children
            )  # "the killing of Rao, whom he called a friend"
            if c.dep_ == "relcl" and not is_passive(c) and not named:
                subject = grammatical_subject(c)
                if subject is not None and subject.i != noun.i and subject.lower_ not in RELATIVE:
                    return resolver.actors(subject)
    return []
