"""Finds who does what a verb's wording says: its subject, or whom the story tells where it has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, included
from kg.extract.coreference.included import are_parties
from kg.extract.frames.capitals import in_whose_capital
from kg.extract.frames.captives import who_let_them_go
from kg.extract.frames.crowds import PROTEST, crowd, named_people
from kg.extract.frames.implied import also_by, implied_doer, other_side
from kg.extract.frames.nearest import launched_by, speaking_above, subject_before
from kg.extract.frames.parties import allowed, apart, themselves
from kg.extract.frames.records import Match
from kg.extract.frames.whose import report_above, who_reports_losses
from kg.extract.frames.words import lemma_of, through_measure
from kg.extract.grammar import FIRST, OWNING
from kg.extract.patterns import Pattern
from kg.extract.subjects import doer, grammatical_subject
from kg.extract.syntax import PERSON, is_passive, is_verbal, joined_behind, prepositions

_BY_FORCES = frozenset({"attacked", "deployed_to", "mobilized_against", "ceased_fire_with"})
"""What an officer who says "we" tells of his forces, not of himself."""

_BY_DOING = frozenset(
    {"attacked", "seized", "detained", "coerced", "released", "aided", "deployed_to", "withdrew_from"}
)
"""What nobody does by saying something, so that who speaks of it has no part in it."""

_FEW = 3
"""More who are named of several are a list of examples, not those who act."""


class Doers:
    """Finds the doers of verbs in one article; `acts` are nouns that a state acts by."""

    def __init__(self, acts: Mapping[str, frozenset[str]], resolver: Resolver) -> None:
        self._acts = acts
        self._resolver = resolver
        self._words = resolver.words
        self._like = resolver.predicates

    def of(self, verb: Token, pattern: Pattern, match: Match) -> list[Reference]:
        """Give who does it: the author of a message handed over, else the subject, else whom the story tells."""
        return self._authors(verb, pattern, match) or self._sent(pattern, match) or self._told(verb, pattern, match)

    def _sent(self, pattern: Pattern, match: Match) -> list[Reference]:
        """Give who is sent somewhere, where he is named, rather than who sends him: "sent Minister Rao to Chad"."""
        if pattern.predicate != "visited" or match.literal is None:
            return []
        span = self._resolver.reading.spans[match.literal.i]
        return self._resolver.actors(match.literal) if span is not None and span.sort == "person" else []

    def _authors(self, verb: Token, pattern: Pattern, match: Match) -> list[Reference]:
        """Give whose message it is that somebody only hands over: "conveyed to Iran a warning from Israel"."""
        message = match.literal
        if message is None or pattern.predicate not in self._like["delivered"]:
            return []
        if lemma_of(verb) not in self._words["delivering"]:
            return []
        sent = [o for p, o in prepositions(message) if p.lower_ == "from"]
        sent += [o for p, o in prepositions(verb) if p.lower_ == "from" and p.i > message.i and o.text == PERSON]
        sent += [c for c in message.children if c.dep_ == "poss" and c.lower_ not in OWNING]  # "the King's greetings"
        return allowed([r for o in sent for r in self._resolver.actors(o)], pattern.subject_kinds)

    def _told(self, verb: Token, pattern: Pattern, match: Match) -> list[Reference]:
        if "goods" in pattern.subject_kinds:
            return self._givers(match.subject)
        if "force" in pattern.subject_kinds:
            forces = match.subject is not None and self.is_force(match.subject)
            if not forces or match.subject is None:
                return []
            return self._named_with(match.subject, verb) or launched_by(match.subject, self._resolver)
        crowded = (
            pattern.predicate == PROTEST and verb.dep_ == "acl" and lemma_of(verb.head) + "s" in self._words["crowd"]
        )
        if crowded and not self._resolver.actors(verb.head):
            return []  # "police charged students protesting against X": the police protest against nobody
        if match.subject is not None:
            acting = self._acting(match.subject, verb) or launched_by(match.subject, self._resolver)
            acting = acting or self._striking(match.subject, pattern)
            if not acting and pattern.inverse and pattern.predicate in self._like["ofNations"]:
                acting = self._resolver.owners(match.subject, frozenset({match.subject.i}))  # "Chad's plan won backing"
            said = pattern.predicate not in _BY_DOING or lemma_of(verb.head) in self._acts
            above = speaking_above(verb) if said and not acting and not self.is_force(match.subject) else None
            if above is not None:
                acting = self._acting(above, verb)
            if not acting and pattern.predicate == "visited":
                acting = self._aboard(match.subject)
            if not acting and pattern.predicate in self._like["ofNations"]:
                acting = self._nation(match.subject)
            acting = self._named_of(match.subject) or acting
            people = named_people(match.subject)
            if pattern.predicate == PROTEST or people.i != match.subject.i:
                acting = [crowd(r, people, self._resolver) for r in acting]
            if match.subject.lower_ in FIRST and pattern.predicate in _BY_FORCES:
                acting = [r.as_state() for r in acting]  # "we pushed them back"
            sent = lemma_of(match.subject) in self._words["led"]  # "our representatives will not travel to Chad"
            acting = acting if sent else self.present(acting, pattern.predicate)
            deputed = lemma_of(match.subject) in self._words["deputation"] and pattern.predicate == "visited"
            if deputed and pattern.subject_kinds & {"person", "official"}:
                return [r for r in acting if r.entity.kind != "place"]  # "a Chadian team flew on to Oman"
            return allowed(acting, pattern.subject_kinds)
        found = implied_doer(verb, pattern, self._resolver) or self._thanking(verb)
        if not found and is_passive(verb) and pattern.predicate == "released":
            captives = [r.entity for t in match.objects for r in self._resolver.actors(t)]
            found = self._resolver.captors(captives, verb)
        if not found and not is_passive(verb):
            found = subject_before(verb, self._resolver)
            found = allowed(self.present(found, pattern.predicate), pattern.subject_kinds)
        if not found and is_passive(verb) and pattern.predicate in ("seized", "detained"):
            found = who_let_them_go(verb, grammatical_subject(verb), self._resolver)
        struck: list[Reference] = []
        if not found and is_passive(verb):
            struck = [r for t in match.objects for r in self._resolver.actors(t)]
            found = apart(also_by(verb, pattern.predicate, self._resolver), struck)
        if not found and is_passive(verb) and pattern.predicate in self._like["impliesDoer"]:
            known = [r for t in match.objects for r in self._resolver.actors(t)]
            told = pattern.predicate == "demanded_of" and all(r.entity.kind == "person" for r in known)
            found = [] if told else other_side(known, verb, self._resolver)  # "the envoy is instructed to stay"
        if not found and is_passive(verb) and pattern.predicate in ("attacked", "detained"):
            found = who_reports_losses(verb, struck, self._resolver)
        jailed = match.literal is not None and lemma_of(match.literal) in self._words["custody"]
        tried = match.literal is not None and lemma_of(match.literal) == "trial"  # "has been put on trial"
        taken = lemma_of(verb) in self._words["abduct"] or (match.literal is not None and not jailed)
        taken = taken or any(c.lower_ in self._words["abduct"] for c in verb.children)  # "has been held captive"
        if not found and is_passive(verb) and ((pattern.predicate == "detained" and not taken) or tried):
            found = self._home_police(match)
        if not found and is_passive(verb) and pattern.predicate in self._like["toldByDoer"]:
            own = [] if pattern.predicate in self._like["inPerson"] else self._publisher(match)
            found = own or self._announcer(verb, match)
        if not found and is_passive(verb):
            found = self._who_orders_it(verb)
        if not found and is_passive(verb) and pattern.predicate in self._like["answer"]:
            found = in_whose_capital(verb, struck, self._resolver)
        if not found and is_passive(verb) and pattern.predicate in self._like["promisedByDoer"] and _is_to_come(verb):
            found = self._announcer(verb, match)
        return found

    def _givers(self, cargo: Token | None) -> list[Reference]:
        """Give whose aid it is that arrives somewhere: "Saudi aid reached Gaza", "food from Chad arrived in Mali".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "A convoy of Saudi aid arrived in Gaza. Peruvian money arrived in Chile."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Saudi Arabia', 'Gaza Strip')]
        """
        if cargo is None:
            return []
        behind = [
            o for p, o in prepositions(cargo) if p.lower_ == "of" and lemma_of(cargo) in self._words["consignment"]
        ]
        goods = [t for t in (through_measure(cargo), *behind) if lemma_of(t) in self._words["relief"]]
        sent = [o for t in goods for p, o in prepositions(t) if p.lower_ == "from"]
        whose = [r for t in goods for r in self._resolver.owners(t, frozenset({t.i}))]
        found = whose or [r for o in sent for r in self._resolver.actors(o)]
        return [replace(r, owned=False) for r in found if r.entity.kind in ("state", "organisation", "group")]

    def _striking(self, attack: Token, pattern: Pattern) -> list[Reference]:
        """Give whose forces were in an attack that hit somebody: "Chadian troops crossed over in a raid that killed".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Chadian troops crossed the border in a raid that killed six Libyans."
        >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
        [('Chad', 'attacked')]
        """
        if pattern.predicate != "attacked":
            return []
        raids = through_measure(attack)
        if raids.i != attack.i and lemma_of(raids) in self._acts:  # "a week of Israeli bombing left 40 dead"
            return self._resolver.owners(raids, frozenset({raids.i}))
        if lemma_of(attack) not in self._words["attack"]:
            return []
        verb = attack.head.head
        within = attack.dep_ == "pobj" and attack.head.lower_ in ("in", "during") and is_verbal(verb)
        forces = doer(verb) if within and not is_passive(verb) else None
        return self._resolver.actors(forces) if self.is_force(forces) and forces is not None else []

    def _thanking(self, verb: Token) -> list[Reference]:
        """Give who speaks or writes "Thank you, Mr Rao, for coming" and leaves "I" out."""
        opens = verb.dep_ == "ROOT" and verb.i == verb.sent.start and not is_passive(verb)
        if not opens or lemma_of(verb) not in self._words["thanking"]:
            return []
        speaker = self._resolver.speaker_at(verb.i)
        if speaker is None and not self._resolver.quoted(verb.i):
            speaker = self._resolver.author
        return [Reference(speaker, "who speaks", verb.i)] if speaker is not None else []

    def _who_orders_it(self, verb: Token) -> list[Reference]:
        """Give who orders what is to be done by his own: "the council decided that arms sales to Chad be banned".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "The Security Council ruled that arms sales to Chad be banned."
        >>> found = Extractor().extract(Article("a", text)).events
        >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in found]
        [('UN Security Council', 'sanctioned', 'Chad')]
        """
        ordered = verb.dep_ == "ccomp" and any(c.dep_ == "auxpass" and c.lower_ == "be" for c in verb.children)
        subject = doer(verb.head) if ordered and lemma_of(verb.head) in self._words["mandating"] else None
        return self._resolver.actors(subject) if subject is not None else []

    def _aboard(self, vessel: Token) -> list[Reference]:
        """Give who is on a plane that lands: "a plane carrying Mr Rao touched down in Lima", "Rao's plane landed"."""
        loads = (c for c in vessel.children if c.dep_ in ("acl", "relcl") and lemma_of(c) in self._words["carrying"])
        cargo = (t for c in loads for t in c.children if t.dep_ == "dobj")
        aboard = [r for t in cargo for r in self._resolver.actors(t)]
        if not aboard and self.is_force(vessel):
            aboard = [replace(r, owned=False) for r in self._resolver.owners(vessel, frozenset({vessel.i}))]
        return [r for r in aboard if r.entity.kind == "person"]

    def _named_of(self, several: Token) -> list[Reference]:
        """Give the states that are named of several which act: "EU states such as Spain and Italy backed the plan".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "EU states such as Spain and Italy support the Peruvian plan."
        >>> [s.name for e in Extractor().extract(Article("a", text)).events for s in e.subjects]
        ['Spain', 'Italy']
        """
        named = included(several) if are_parties(several) else []
        found = [r for t in named for r in self._resolver.actors(t) if r.entity.kind != "place"]
        return found if len(found) <= _FEW else []  # of a long list the text tells more together than apart

    def _nation(self, subject: Token) -> list[Reference]:
        """Give the state of a whole people: "the Cuban people will stand by Angola"; "Cuban people" are some of them.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "The people of Turkey thank Japan."
        >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
        [('Turkey', 'praised')]
        """
        whole = lemma_of(subject) in self._words["nation"] and any(c.lower_ == "the" for c in subject.children)
        owners = self._resolver.owners(subject, frozenset({subject.i})) if whole else []
        return [r for r in owners if r.entity.kind == "state"]

    def _home_police(self, match: Match) -> list[Reference]:
        """Give the state that the text is about, for people of it who "were arrested" by nobody who is named."""
        topic = self._resolver.topic
        held = [r.entity for t in match.objects for r in self._resolver.actors(t)]
        at_home = [e for e in held if topic is not None and topic in (e.state(), e.ground) and e is not topic]
        lands = (h.represents for e in held for h in e.offices if "opposition" in h.role.split() and not h.former)
        grounds = [land for land in lands if land is not None and land.kind == "state"]
        if grounds and len(held) == 1:  # "the Burmese opposition leader has been put on trial"
            return [Reference(grounds[0], "the land of who is held", match.objects[0].i, weak=True)]
        if topic is None or len(self._resolver.topics) > 1 or not at_home:
            return []
        return [Reference(topic, "the state of those who are held", match.objects[0].i, weak=True)]

    def _announcer(self, verb: Token, match: Match) -> list[Reference]:
        """Give the state that says of itself what is done: "the envoys will be expelled, Belgium said".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "The Peruvian president said troops would be sent to Haiti."
        >>> [(e.subjects[0].name, e.status) for e in Extractor().extract(Article("a", text)).events]
        [('Peru', 'planned')]
        """
        report = report_above(verb)
        speaker = doer(report) if report is not None else None
        if speaker is None:
            return []
        known = {r.entity.state() or r.entity for t in match.objects for r in self._resolver.actors(t)}
        states = [r.entity.state() or r.entity for r in self._resolver.actors(speaker)]
        return [
            Reference(state, "whose spokesman announces it", verb.i, weak=True)
            for state in states
            if state.kind == "state" and state not in known
        ]

    def _publisher(self, match: Match) -> list[Reference]:
        """Give the state that wrote "the High Commissioner was called in" of what it did itself."""
        own = self._resolver.publisher
        known = [r.entity for t in match.objects for r in self._resolver.actors(t)]
        if own is None or any(own in (e, e.state()) for e in known) or not known:
            return []
        return [Reference(own, "who published the text", match.objects[0].i, weak=True)]

    def present(self, references: list[Reference], predicate: str) -> list[Reference]:
        """Give those who are there themselves, where the predicate wants them so."""
        if predicate not in self._like["inPerson"]:
            return references
        spans = self._resolver.reading.spans
        people = {r.token for r in references if (s := spans[r.token]) is not None and s.sort == "people"}
        return [r for r in themselves(references) if predicate != "visited" or r.token not in people]

    def _acting(self, token: Token, verb: Token) -> list[Reference]:
        """Give who acts: a state acts by its organs and its acts, not by any runner or firm that is its own."""
        found = self._named_with(token, verb)
        if (
            token.pos_ == "NOUN"
            and lemma_of(token) not in self._acts
            and lemma_of(token) not in self._words["document"]
            and lemma_of(token) not in self._words["populated"]  # "the town of Kelo fell to the rebels"
            and not self.is_fired(token)  # "a Syrian shell killed five Turks"
        ):
            return [r for r in found if not r.owned]
        return found

    def _named_with(self, token: Token, verb: Token) -> list[Reference]:
        """Give a subject with all before a relative clause's verb, none behind: "the army, which fled, and the PKK"."""
        inside = verb.dep_ == "relcl" and verb.head.i == token.i
        return self._resolver.actors(token, seen=joined_behind(token, verb.i) if inside else frozenset())

    def is_police(self, subject: Token | None) -> bool:
        """Whether the subject is police or an authority that keeps order at home."""
        if subject is None:
            return False
        span = self._resolver.reading.spans[subject.i]
        if span is None:
            return subject.lower_ in self._words["keeperOrgan"] and subject.pos_ == "NOUN"
        return span.sort == "organ" and bool(set(span.role.split()) & self._words["keeperOrgan"])

    def is_civil(self, craft: Token | None) -> bool:
        """Whether the subject is a craft of which nothing says that it is one of the forces.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "A Peruvian ship was heading to Oman. A Peruvian navy ship was heading to Oman."
        >>> [e.predicate for e in Extractor().extract(Article("a", text)).events]
        ['deployed_to']
        """
        if craft is None or lemma_of(craft) not in self._words["civilCraft"]:
            return False
        span = self._resolver.reading.spans[craft.i]
        told = {*(span.role.split() if span is not None else ()), *(t.lower_ for t in craft.lefts)}
        return told.isdisjoint(self._words["martial"])

    def fights(self, subject: Token | None) -> bool:
        """Whether the subject is fighters, who march on a town to take it: "rebel troops marched on Kigali"."""
        span = self._resolver.reading.spans[subject.i] if subject is not None else None
        if subject is None or span is None or span.sort != "group":
            return False
        low = self._resolver.reading.source(subject.i).casefold().split()[-1]
        fighting = self._words["fighters"] | self._words["band"] | self._resolver.titles.forces
        return low in fighting or low in self._resolver.titles.fighter_plurals - self._words["crowd"]

    def is_fired(self, subject: Token | None) -> bool:
        """Whether the subject is what weapons fire: "Syrian shells landed in Turkey"."""
        return (
            subject is not None and lemma_of(through_measure(subject)) in self._words["missile"] - self._words["troop"]
        )

    def is_weapon(self, subject: Token | None) -> bool:
        """Whether the subject is planes, ships or guns, which censure nobody: "warships blasted the platform"."""
        return subject is not None and bool({lemma_of(subject), subject.lemma_} & self._words["hardware"])

    def is_force(self, subject: Token | None) -> bool:
        """Whether the subject is troops or weapons, which are deployed rather than on a visit."""
        if subject is None:
            return False
        forces = self._resolver.titles.forces
        subject = through_measure(subject)  # "some of the French soldiers", "elements of the force"
        if subject.lower_ in self._words["vanguard"]:  # "the first of 1,200 peacekeepers"
            subject = next((o for p, o in prepositions(subject) if p.lower_ == "of"), subject)
        span = self._resolver.reading.spans[subject.i]
        if span is not None and span.sort == "organ":
            return bool({span.role.split()[-1], subject.lemma_} & forces)
        if span is not None and span.sort == "organisation":
            return self._resolver.reading.source(subject.i).casefold().split()[-1] in forces  # "the US Marines"
        return span is None and (subject.lower_ in forces or subject.lemma_ in forces)


def _is_to_come(verb: Token) -> bool:
    """Whether a passive tells of what will be done: "troops would be sent", "sanctions are to be imposed"."""
    return any(c.dep_ == "aux" and c.lower_ in ("will", "would", "to") for c in verb.children)
