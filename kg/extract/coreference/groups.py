"""Says who "the two leaders", "both countries", "the pair" are: those last named together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.tokens import Token

from kg.extract.coreference.offices import Offices
from kg.extract.coreference.pairs import Pairs, Together
from kg.extract.coreference.records import Deed, Reference, side_of, with_states
from kg.extract.entities import Entity
from kg.extract.grammar import COUNTED, COUNTS
from kg.extract.mentions import Span
from kg.extract.syntax import is_verbal

_MEETING = 6
"""Sentences after which those who talked are no longer just "the ministers"."""


_NEAR = 60
"""Words before "the Peruvian official" in which another may be told of as an official."""


class Groups(Offices, Pairs):
    """Groups told by their number."""

    def group(self, token: Token, span: Span | None) -> Sequence[Reference]:
        """Give the members of "the two leaders", "both countries", "the pair", "the four"."""
        low = token.lemma_.casefold() if span is None else token.lower_
        base = low.rstrip("s")
        if _only_some(token):
            return ()
        count = _count(token, span, low)
        took_part = self._who_took_part(token, base) if not count else ()
        if took_part:
            self.taken_up[token.i] = (base, took_part)
            return [Reference(e, f"one of “{token.text}”", token.i) for e in took_part]
        bare = not count
        if bare:
            plural = token.tag_ == "NNS" or token.lower_.endswith("s")
            every = base in self.words["stateGroup"] and any(c.lower_ == "all" for c in token.children)  # "all parties"
            if not (plural and (every or self.definite(token)) and base in self.words["twoSides"]):
                return ()
            count = 2
        persons = base in self.words["personGroup"] or low in ("pair", "duo") or base in self.titles.heads
        states = bool({base, low} & self.words["stateGroup"])
        if not (persons or states or low in COUNTED):
            return ()
        office = base if persons and not states and base not in self.words["anyPerson"] else ""
        noun = base if persons or states else ""
        visited = self._host_and_guest(token) if states and base in self.words["twoSides"] | {"country"} else ()
        if visited:
            self.taken_up[token.i] = (base, visited)
            return [Reference(e, f"one of “{token.text}”", token.i) for e in visited]
        states_before = self._states_before(token)
        if len(states_before) == 1 or self._of_one_body(token):
            return ()
        members = states_before if len(states_before) == count else self._named_beside_group(token, count)
        members = members or (self._to_reconcile(token) if count == 2 else ())
        members = members or (self._who_talk_on(token, count) if not noun else ())
        members = members or self._members(token, noun, count, persons, states, office)
        if not members and low in ("pair", "duo"):
            members = self._members(token, "", count, persons=False, states=True, office="")
        if bare and states and members and not self._face_each_other(token.i, members):
            return ()
        if base == "side" and self._only_side_by_side(token.i, members):
            return ()
        if members:
            self.taken_up[token.i] = (noun, members)
        members = members or self._named_behind(token, count)
        members = members or (self._states_led(token, count) if count == 2 and office and not bare else ())
        return [Reference(e, f"one of “{token.text}”", token.i) for e in members]

    def _who_took_part(self, token: Token, base: str) -> tuple[Entity, ...]:
        """Give who just talked: all of them for "the participants", three and more for "the ministers"."""
        taking_part = base in self.words["participant"]
        if not (taking_part or base in self.words["personGroup"]) or not self.definite(token):
            return ()
        talked = next((d for d in self.deeds_before(token.i, _MEETING) if self._conversing(d)), None)
        if talked is None or any(e.kind != "person" for e in talked.parties):
            return ()
        return talked.parties if len(talked.parties) in (range(2, 7) if taking_part else (3, 4)) else ()

    def _who_talk_on(self, token: Token, count: int) -> tuple[Entity, ...]:
        """Give those who just talked, of whom it is told what else they spoke of: "the two also discussed trade".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "President Rao met President Paz. Peru and Chile are at odds. The two also discussed trade."
        >>> [e.predicate for e in Extractor().extract(Article("a", text)).events]
        ['met']
        """
        if token.dep_ != "nsubj" or not is_verbal(token.head) or token.head.lemma_ not in self.words["conferring"]:
            return ()
        talks = (d for d in self.deeds_before(token.i, _MEETING) if self._conversing(d))
        people = (d.parties for d in talks if all(e.kind == "person" for e in d.parties))
        return next((some for some in people if len(some) == count), ())

    def _conversing(self, deed: Deed) -> bool:
        return deed.predicate in self.predicates["conversing"]

    def _host_and_guest(self, token: Token) -> tuple[Entity, ...]:
        """Give the own state and that of the place which opens the sentence: "In Baku, the two sides reviewed"."""
        first = token.sent.start
        span = self.reading.spans[first + 1] if first + 1 < token.i else None
        opens = token.doc[first].text == "In" and token.dep_ == "nsubj" and token.doc[first + 2].text == ","
        if not opens or span is None or span.sort != "state" or span.entity is None or self.publisher is None:
            return ()
        there = span.entity
        arrived = any(
            d.predicate == "visited"
            and there in d.targets
            and d.at < token.i
            and d.doers[:1]
            and d.doers[0].state() is self.publisher
            for d in self.deeds
        )
        return (self.publisher, there) if arrived and there is not self.publisher else ()

    def _named_beside_group(self, token: Token, count: int) -> tuple[Entity, ...]:
        """Give those named right behind: "the two parties, Fatah and Hamas"."""
        i = token.i + 2
        apart = i < token.sent.end and token.doc[i - 1].text in (",", ":") and token.doc[i].dep_ != "nsubj"
        span = self.reading.spans[i] if apart else None
        return span.members if span is not None and len(span.members) == count else ()

    def of_that_land(self, token: Token, office: str, state: Entity) -> Entity | None:
        """Give who acts for a body and is called by where he is from: "UN envoy Rao … the Italian diplomat".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "UN envoy Aldo Rao arrived in Chad. The Italian diplomat will fly to Niger."
        >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
        [('Aldo Rao', 'visited'), ('Aldo Rao', 'visited')]
        """
        title = office.split()[-1]
        if token.tag_ == "NNS" or title not in self.words["calledByLand"] | self.words["calledOfficial"]:
            return None
        blocked = self.coarguments(token)
        found = self.latest(token, lambda e: e.kind == "person" and e not in blocked)
        served = found.state() if found is not None else None
        if found is None or served is None or served is state:
            return found if found is not None and self._is_that_servant(found, token) else None
        return found if served.kind == "organisation" and title in self.words["calledByLand"] else None

    def _is_that_servant(self, person: Entity, token: Token) -> bool:
        """Whether "the Peruvian diplomat" is who was named as one who serves Peru, and nobody unnamed told before."""
        span = self.reading.spans[token.i]
        before = token.doc[max(token.i - _NEAR, 0) : token.i]
        if span is None or span.determiner != "the" or any(t.lower_ == token.lower_ for t in before):
            return False
        roles = [set(r.split()) for r in self.roles_of(person)]
        return bool(roles) and all(r & self.words["serving"] and not r & self.words["leading"] for r in roles)

    def _states_before(self, token: Token) -> tuple[Entity, ...]:
        """Give the states that the several are of; if it is one, they are no two: "the two main Albanian parties"."""
        spans = (self.reading.spans[c.i] for c in token.children if c.dep_ in ("amod", "compound", "nmod"))
        if not any(s is not None and any(e.kind == "state" for e in s.actors()) for s in spans):
            return ()
        owners = (r.entity for r in self.owners(token, frozenset()))
        return tuple(dict.fromkeys(e for e in owners if e.kind == "state"))

    def _of_one_body(self, token: Token) -> bool:
        """Whether they are of one body named before them, so that they are no two told of: "two Hamas members"."""
        spans = (self.reading.spans[c.i] for c in token.children if c.dep_ in ("compound", "nmod"))
        sorts = ("group",) if token.lemma_ in self.words["stateGroup"] else ("group", "organisation")
        return any(s is not None and s.sort in sorts and not s.members for s in spans)

    def _named_behind(self, token: Token, count: int) -> tuple[Entity, ...]:
        """Give those named further on: "urged the sides to calm the border between Armenia and Azerbaijan"."""
        for t in token.doc[token.i + 1 : token.sent.end]:
            span = self.reading.spans[t.i]
            if span is not None and len(span.members) == count and span.sort != "adjective":
                return span.members
        return ()

    def _members(
        self, token: Token, noun: str, count: int, persons: bool, states: bool, office: str
    ) -> tuple[Entity, ...]:
        """Give the `count` actors that the article tells of together, or else names side by side in a sentence."""
        speaking = self.coarguments(token)
        strict = token.lemma_.casefold() in self.words["onlyStates"]
        abroad = strict and token.dep_ == "dobj"  # who accuses "the two countries" accuses none that is his own
        own = (s for e in speaking if (s := e.state()) is not None and (abroad or s.kind == "organisation"))
        blocked = {*speaking, *own}

        def own_of_speaker(entity: Entity) -> bool:
            """Whether it is who speaks, or a body of the state that does: "China urged both sides"."""
            return entity in speaking or (entity.kind == "organisation" and entity.state() in speaking)

        def counted(entities: Iterable[Entity], held: str) -> tuple[Entity, ...]:
            fitting = (self._as_member(e, persons, states, held) for e in entities if e not in blocked)
            found = dict.fromkeys(
                e
                for e in fitting
                if e is not None and not own_of_speaker(e) and e.kind != "place" and not (strict and e.kind != "state")
            )
            led = {e.state() for e in found if e.kind == "person"}  # nobody and his own state are two
            if len(found) == count == 2 and led and any(e.kind in ("state", "organisation") for e in found):
                return ()  # a person and a state or a body are no two
            return tuple(e for e in found if e.kind != "state" or e not in led)

        for held in ("sure leader", "leader", "") if office == "leader" else (office,):

            def shaped(entities: Iterable[Entity], held: str = held) -> tuple[Entity, ...]:
                return counted(entities, held)

            beside = self._side_by_side(token, count, persons, states, shaped)
            found = self.most_told(token.i, count, shaped, beside, noun=noun, level=states)
            if found:
                return found
        if not persons or states:
            return ()
        return self._talking_just_before(token, count, office) or self._leaders_of_both(token, count, office)

    def _states_led(self, token: Token, count: int) -> tuple[Entity, ...]:
        """Give the two states of which no leader is named: "Peru and Chile made up when the two presidents met".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru and Chile ended their feud when the two presidents met."
        >>> [(e.predicate, [a.name for a in e.subjects]) for e in Extractor().extract(Article("a", text)).events][-1:]
        [('met', ['Peru', 'Chile'])]
        """
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return ()
        return self._members(token, "", count, persons=False, states=True, office="")

    def _to_reconcile(self, token: Token) -> tuple[Entity, ...]:
        """Give those at odds whom somebody brings together: "Peru broke with Chad. Kenya reconciled the two"."""
        verb = token.head if token.dep_ == "dobj" else token.head.head
        if token.dep_ not in ("dobj", "pobj") or not is_verbal(verb) or verb.lemma_ not in self.words["reconciling"]:
            return ()
        at_odds = self.predicates["hostile"] | self.predicates["fallingOut"]
        blocked = self.coarguments(token)
        for deed in self.deeds_before(token.i, _MEETING):
            two = tuple(dict.fromkeys(e.state() or e for e in deed.parties))
            if deed.predicate in at_odds and len(deed.parties) == len(two) == 2 and not set(two) & set(blocked):
                return two
        return ()

    def _leaders_of_both(self, token: Token, count: int, office: str) -> tuple[Entity, ...]:
        """Give those who lead the two states that the text is of: "Rao urged both leaders to settle their dispute"."""
        if count != 2 or office not in ("leader", "president") or len(self.topics) != 2:
            return ()
        before = list(dict.fromkeys(e for s in self.seen if s.token < token.i for e in s.entities))
        heads = [e for e in before if e.kind == "person" and self.holds(e, office, None) and e.state() in self.topics]
        return tuple(heads) if len(heads) == 2 and heads[0].state() is not heads[1].state() else ()

    def _face_each_other(self, i: int, members: tuple[Entity, ...]) -> bool:
        """Whether some were told to deal with each other, so that "the sides" without a number can be they."""
        dealing = self.predicates["level"] | self.predicates["affair"]
        told = [t.entities for t in self.together(i) if t.level]
        told += [d.parties for d in self.deeds if d.at < i and d.predicate in dealing]
        return any(all({e, e.state()} & with_states(some) for e in members) for some in told)

    def _only_side_by_side(self, i: int, members: tuple[Entity, ...]) -> bool:
        """Whether some did things to a third together, and nothing to each other: "Peru and Chile urged the rebels".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru and Chile urged rebels in Mali to talk. Both sides have attacked France."
        >>> [e.predicate for e in Extractor().extract(Article("a", text)).events if e.status == "actual"]
        ['urged']
        """
        own, together = set(map(side_of, members)), False
        for deed in self.deeds:
            doers, targets = (set(map(side_of, some)) for some in (deed.doers, deed.targets))
            if deed.at >= i or not own <= doers | targets:
                continue
            if not own <= doers or (deed.predicate in self.predicates["level"] and not targets):
                return False
            together = True
        return together

    def _talking_just_before(self, token: Token, count: int, office: str) -> tuple[Entity, ...]:
        """Give the persons who just talked, of whom one is known to hold the office: a secretary is a minister too."""
        talks = (d.parties for d in self.deeds_before(token.i, _MEETING) if self._conversing(d))
        parties = next((some for some in talks if len(some) == count), ())
        people = all(e.kind == "person" for e in parties)
        suited = people and any(self._suits(e, office) for e in parties if e.offices or e.record is not None)
        return parties if suited else ()

    def _side_by_side(
        self,
        token: Token,
        count: int,
        persons: bool,
        states: bool,
        shaped: Callable[[Iterable[Entity]], tuple[Entity, ...]],
    ) -> Iterator[Together]:
        """Give those whom one sentence of the last seven names singly, where they are as many as the phrase says."""
        here = self.reading.sentence_of[token.i]
        for away in range(7):
            inside = [s for s in self.seen if s.sentence == here - away and s.token < token.i]
            singles = [e for s in inside if len(s.entities) == 1 for e in s.entities]
            people = shaped(e for e in singles if e.kind == "person")
            if len(people) == 2 and people[0].state() is people[1].state() is not None:
                continue  # two of one side
            if not states and len(people) == count:
                yield Together(here - away, people, 1.5 if away else 4.0, level=False)
                continue
            found = shaped(e for e in singles if e.kind != "place")
            if len(found) == count and (away > 0 or states):
                yield Together(here - away, found, 1.0, level=False)
            elif away and len(found) > count and (states or persons) and not (count == 2 and len(found) > 4):
                subjects = shaped(e for s in inside if s.subject and len(s.entities) == 1 for e in s.entities)
                if len(subjects) == count:
                    yield Together(here - away, subjects, 0.7, level=False)

    def _as_member(self, entity: Entity, persons: bool, states: bool, office: str) -> Entity | None:
        """Give the entity as the group would count it: for "both countries" a president counts as the state."""
        if states and not persons and entity.kind == "person":
            return entity.state()
        if persons and not states and (entity.kind != "person" or (office and not self._suits(entity, office))):
            return None
        return entity

    def _suits(self, entity: Entity, office: str) -> bool:
        """Whether a person can be one of "the two ministers": one of whom no office is known can."""
        roles = self.roles_of(entity)
        if any(noun == office.split()[-1] and entity in members for noun, members in self.taken_up.values()):
            return True
        unknown = not entity.in_some_office()
        if office == "sure leader":
            return self.holds(entity, "leader", None)
        if office == "leader":
            return unknown or any(self._leads(r) for r in roles)
        if unknown or self.holds(entity, office, None):
            return True
        return office == "minister" and any(
            self.words["ministerial"] & set(r.split()) for r in roles if "secretary" in r.split()
        )

    def of_land_before(self, token: Token) -> Entity | None:
        """Give the land whose leader something is done to: "criticised its president", "met the country's leader".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Tonga and the European Union are at odds. The European Union criticised the country's king."
        >>> [e.objects[0].name for e in Extractor().extract(Article("a", text, published="2024-05-09")).events]
        ['Tonga']
        """
        span = self.reading.spans[token.i]
        if span is None or token.dep_ not in ("dobj", "pobj") or not self._leads(span.role):
            return None
        words = [word.removesuffix("'s").removesuffix("’s") for word in self.reading.source(token.i).casefold().split()]
        found = self.state_before(token)
        if not self.words["country"].isdisjoint(words[:2]):
            return found
        here = self.reading.sentence_of[token.i]
        before = {e for s in self.seen if s.sentence == here - 1 for e in s.entities}
        its = span.determiner == "its" and before.isdisjoint(self.coarguments(token))
        return found if its and found in before else None

    def _leads(self, role: str) -> bool:
        """Whether an office is one of those who lead: no minister, envoy or spokesman does, but a prime minister."""
        words = set(role.split())
        return bool(words & self.words["leading"]) or not words & self.words["serving"]


def _count(token: Token, span: Span | None, low: str) -> int:
    """Give how many a phrase says there are, 0 where it says nothing."""
    if span is not None and span.determiner in COUNTS:
        return COUNTS[span.determiner]
    if token.tag_ == "NN" and any(c.dep_ == "conj" for c in token.children):
        return 0  # "both the government and the rebels"
    count = next((COUNTS[c.lower_] for c in token.children if c.lower_ in COUNTS), 0)
    if not count and low in ("pair", "trio", "quartet", "duo"):
        return COUNTS.get(low, 2)
    subject_or_object = token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
    whole = any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)
    if not count and subject_or_object and not whole and token.lower_ in ("both", "two", "three", "four"):
        return COUNTS[token.lower_]
    return count


def _only_some(token: Token) -> bool:
    """Whether only some of the several are meant, who are not named: "one of the two leaders", "two of the parties".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru and Chile met in May. One of the two states has attacked Bolivia."
    >>> [e.predicate for e in Extractor().extract(Article("a", text)).events]
    ['met']
    """
    of = token.head
    return token.dep_ == "pobj" and of.lower_ == "of" and of.head.tag_ == "CD"
