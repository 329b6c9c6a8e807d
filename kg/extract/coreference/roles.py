"""Says who is meant by an office without a name: "the president", "his Turkish counterpart", "both ministers"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference.groups import Groups
from kg.extract.coreference.offices import bare_office
from kg.extract.coreference.records import Reference
from kg.extract.entities import Entity
from kg.extract.grammar import COUNTS, HE
from kg.extract.mentions import ONCE_HELD, Span
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import is_verbal, prepositions, verb_above

_POSTED = frozenset({"top diplomat", "chief diplomat", "senior diplomat"})
"""Who is a foreign minister at home, and an envoy where he is sent."""


class Roles(Groups):
    """Offices without names."""

    def role(self, token: Token, span: Span) -> tuple[Reference, ...]:
        """Give the person who holds the office that a role without a name mentions; else the state it stands for."""
        known = self._roles.get(token.i)
        if known is not None:
            return known
        self._roles[token.i] = ()
        found = self._role(token, span)
        if found:
            self._roles[token.i] = found
        else:
            del self._roles[token.i]  # acts told later on may say who is meant
        return found

    def _sent_by(self, token: Token, span: Span) -> tuple[Reference, ...]:
        """Give those whom somebody is from or acts for: "inspectors from the IAEA", "negotiators for Peru and Chad"."""
        sorts = {"from": ("organisation", "group"), "for": ("organisation", "group", "state")}
        sent = [(o, self.reading.spans[o.i], sorts.get(p.lower_)) for p, o in prepositions(token)]
        named = [
            e
            for o, inner, fitting in sent
            if inner is not None and fitting is not None and (inner.sort in fitting or inner.sort == "organ")
            for e in (inner.actors() or [r.entity for r in self.actors(o, seen=frozenset({token.i}))])
        ]
        return tuple(Reference(e, f"the {span.role} of {e.name}", token.i) for e in named)

    def _role(self, token: Token, span: Span) -> tuple[Reference, ...]:
        state = span.entity or self._represented(token)
        if span.plural and span.determiner == "our" and state is None:
            return tuple(
                Reference(e, f"“our” {span.role}", token.i, weak=True, officer=True) for e in self._ours(token)
            )
        if span.plural:
            return self._plural_role(token, span, state) or self._sent_by(token, span) or self._of_a_side(token, span)
        if span.determiner in ("a", "an"):
            if state is None:
                return self.of_an_organ(token, span)
            if span.role.split()[-1] in self.words["singleOffice"] and self._leads(span.role):
                return ()  # "the first visit by a Chinese president" is none of China's
            return (Reference(state, f"an unnamed {span.role} of {state.name}", token.i, weak=True, officer=True),)
        if span.role in self.words["style"]:
            return self._of_style(token, span.role)
        if self.of_some_body(token):
            return ()  # "the leader of a militia"
        sent = token.i + 1 < len(self.reading.doc) and token.nbor(1).lower_ in ("to", "in", "at")
        if sent and state is not None and span.role in _POSTED:  # "Syria's top diplomat to Washington" is no minister
            return (Reference(state, f"an unnamed {span.role} of {state.name}", token.i, weak=True, officer=True),)
        head = self._plain_office(span.role, state)
        if span.reason == ONCE_HELD:
            return self._once(token, head, span.determiner)
        last = head.split()[-1]
        if state is None and (span.determiner == "the" or (not span.determiner and self._opens_official(token))):
            own = self._of_publisher(token, head)
            if own is not None:
                return (Reference(own, f"the {head} of the publisher's own state", token.i),)
            if head == self.publisher_office and self.publisher is not None and self._leads(head):
                return (Reference(self.publisher, f"the {head} who publishes", token.i, weak=True, officer=True),)
        blocked = self.coarguments(token)
        best = self._holder_before(token, head, state, blocked, alone=state is None and span.determiner == "the")
        if best is None and state is not None and last in self.words["counterpart"]:
            return self._counterpart(token, state)
        if best is None and state is None and last in self.words["companion"]:
            return self._companion(token, last) or self._on_visit(token, last)
        if best is None:
            holders = (e for e in self.entities.persons() if self.holds(e, head, state, alone=True))
            best = min(
                (e for e in holders if e not in blocked and (state is not None or e.offices)),
                key=lambda e: e.first,
                default=None,
            )
        if best is not None:
            self.holds_too(best, head, state)
            return (Reference(best, f"the {span.role} of the article", token.i),)
        return self._on_record(token, span.role, state) if state is not None else ()

    def _once(self, token: Token, head: str, determiner: str) -> tuple[Reference, ...]:
        """Give who "the former minister" is: who is said to have been one, else the person in focus, never today's.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Imre Rao flew to Chad. The former Peruvian minister will meet President Sarr."
        >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
        [('Imre Rao', 'visited'), ('Imre Rao', 'met')]
        """
        if determiner in ("a", "an", ""):
            return ()
        blocked = self.coarguments(token)
        past = (e for e in self.entities.persons() if any(h.former and h.role.endswith(head) for h in e.offices))
        named = next((e for e in past if e.first < token.i and e not in blocked), None)
        found = named or self.latest(token, lambda e: e.kind == "person" and e not in blocked)
        return (Reference(found, f"who was {head} before", token.i, weak=True),) if found is not None else ()

    def _holder_before(
        self, token: Token, head: str, state: Entity | None, blocked: Sequence[Entity], *, alone: bool
    ) -> Entity | None:
        """Give who holds an office of those named before: the last, but "the minister" stays the same person.

        Where two ministers were named first, it is the one who did something.
        """
        at, before = self._bare.get(head, (token.i, None)) if alone else (token.i, None)
        if before is not None and at < token.i and before not in blocked:
            return before
        last: Entity | None = None
        acting: Entity | None = None
        for seen in self.seen:
            for entity in seen.entities if seen.token < token.i else ():
                if entity.kind == "person" and entity not in blocked and self.holds(entity, head, state, alone=True):
                    last = entity
                    acting = entity if seen.subject and not seen.quoted else acting
        found = acting or last if alone else last
        if alone and found is not None:
            self._bare[head] = token.i, found
        return found

    def _ours(self, token: Token) -> tuple[Entity, ...]:
        """Give whose "our envoys" are: the state of who speaks, or those in whose name the text is."""
        speaker = self.speaker_at(token.i)
        return self.home if speaker is None else (speaker.state() or speaker,)

    def _plain_office(self, role: str, state: Entity | None) -> str:
        """Give an office without what it is an office of, unless that says which it is: "head of diplomacy"."""
        head = bare_office(role)
        of_state = set(role.split()) & (self.words["country"] | self.words["government"])
        if head == role or of_state or head.split()[-1] not in self.words["vagueHead"]:
            return head
        known = self.entities.gazetteer.role(role, state.name if state is not None else "")
        return known if known != role else role

    def _represented(self, token: Token) -> Entity | None:
        """Give whom an office acts for by the words around it: "its leader", "the Cuban envoy", "head of the EU"."""
        state: Entity | None = None
        for c in token.children:
            if c.dep_ == "poss" and c.lower_ not in HE:
                owners = self.actors(c, seen=frozenset({token.i}))
                state = owners[0].entity.state() if owners else None
            elif c.dep_ in ("amod", "compound", "nmod"):
                inner = self.reading.spans[c.i]
                if inner is not None and inner.entity is not None and inner.entity.kind != "person":
                    state = inner.entity
            elif c.dep_ == "prep" and c.lower_ == "of":
                for o in c.children:
                    owners = self.actors(o, seen=frozenset({token.i})) if o.dep_ == "pobj" else []
                    if owners and owners[0].entity.kind != "person":
                        state = owners[0].entity
        return state or self._served(token) or self._of_body_before(token) or self.of_land_before(token)

    def _of_body_before(self, token: Token) -> Entity | None:
        """Give the body in focus whose officers do something: "Peru broke off the talks. Its envoys accused Chad"."""
        span = self.reading.spans[token.i]
        if span is None or span.determiner not in ("its", "their") or token.dep_ not in ("nsubj", "nsubjpass"):
            return None
        verb = token.head
        done_to = {e for c in verb.children if (s := self.reading.spans[c.i]) is not None for e in s.actors()}

        def fits(entity: Entity) -> bool:
            return entity.kind in ("state", "organisation", "group") and entity not in done_to

        if span.determiner == "its":
            return self.latest(token, fits)
        theirs = [r.entity for r in self.they(token)]
        return theirs[0] if len(theirs) == 1 and fits(theirs[0]) else None

    def _served(self, token: Token) -> Entity | None:
        """Give whom somebody speaks or works for: "a spokesman for the German government", "an adviser to Obama"."""
        if token.lemma_.casefold() not in self.words["servant"]:
            return None
        for preposition, whom in prepositions(token):
            if preposition.lower_ not in ("for", "to"):
                continue
            found = self.actors(whom, seen=frozenset({token.i}))
            if len(found) > 1 and token.tag_ == "NNS":
                return None  # "negotiators for Sudan and Chad" are of both
            for reference in found:
                served = reference.entity
                if preposition.lower_ == "for" or served.kind == "person" or reference.officer:
                    return served if served.kind in ("organisation", "group") else served.state() or served
        return None

    def _companion(self, token: Token, last: str) -> tuple[Reference, ...]:
        """Give whom the owner was just told to talk to: "received X. He briefed his interlocutor"."""
        verb = verb_above(token.head)
        subject = grammatical_subject(verb) if is_verbal(verb) else None
        if subject is None or subject.i == token.i:
            return ()
        found = self.met_just_before(token.i, self.actors(subject, seen=frozenset({token.i})))
        return tuple(replace(r, reason=f"the {last} just dealt with") for r in found if r.entity.kind == "person")

    def _of_style(self, token: Token, style: str) -> tuple[Reference, ...]:
        """Give who "His Highness" is: the one of the publisher's own state, or who was called so first."""
        gender = HE.get(self.reading.source(token.i).split()[0].casefold())
        held = [e for e in self.entities.persons() if style in e.styles and e.gender in (None, gender)]
        own = [e for e in held if self.publisher is not None and e.state() is self.publisher]
        before = [e for e in held if e.first < token.i and e not in self.coarguments(token)]
        found = min(own or before, key=lambda e: e.first, default=None)
        return (Reference(found, f"the {style} of the article", token.i),) if found else ()

    def _opens_official(self, token: Token) -> bool:
        """Whether an office without an article opens a sentence of an office's own text: "Prime Minister met Rao"."""
        return self.official and bool(token.left_edge.is_sent_start) and token.dep_ in ("nsubj", "nsubjpass")

    def _of_publisher(self, token: Token, head: str) -> Entity | None:
        """Give who "the Minister" is, with a capital, in a text that a state's own office published."""
        own = self.publisher
        if own is None or not self.reading.source(token.i).split()[-1][0].isupper():
            return None
        named = [e for e in self.entities.persons() if e.state() is own and self.holds(e, head, own)]
        leads = self.publisher_office in self.words["leadingOffice"]
        office = self.publisher_office if head in self.words["plainOffice"] and not leads else ""
        holder = self.holder_on_date(office or self.titles.head_of(head), own)
        full = [e for e in named if not self._is_lesser(e, head)]
        if full:  # "the Secretary" is no secretary of defence in a text of the State Department
            return holder if holder in full else full[0]
        persons = self.entities.persons()
        foreign = not named and not self._leads(head)
        if foreign and any(e.state() not in (own, None) and self.holds(e, head, None, alone=True) for e in persons):
            return None  # "the Foreign Minister" in a text of the State Department that names a foreign one
        return holder or next(iter(named), None)

    def _is_lesser(self, entity: Entity, head: str) -> bool:
        """Whether a person holds such an office only for somebody else: "the Secretary" is no deputy secretary."""
        lesser = self.words["lesserRank"] - set(head.split())
        held = [set(bare_office(h.role).split()) for h in entity.offices]
        return bool(held) and all(words & lesser for words in held)

    def _on_record(self, token: Token, office: str, state: Entity) -> tuple[Reference, ...]:
        """Give the one who held the office on the article's day, or else the state."""
        role = self.titles.head_of(office)
        said = {*self.reading.source(token.i).casefold().split(), *(c.lower_ for c in token.children)}
        ousted = not said.isdisjoint(self.words["ousted"])
        holder = self.holder_on_date(role, state) if not ousted else None
        entity = holder or self.of_that_land(token, office, state) or self._named_next(token, office, state)
        if entity is None and ousted:
            return ()
        if entity is None:
            return (Reference(state, f"the unnamed {office} of {state.name}", token.i, weak=True, officer=True),)
        self.holds_too(entity, bare_office(office), state)
        return (Reference(entity, f"{role} of {state.name} on {self.date}", token.i),)

    def _named_next(self, token: Token, office: str, state: Entity) -> Entity | None:
        """Give who is named only in the sentence behind: "Peru's army chief flew to Lima. Juan Rao told reporters"."""
        sentence, last = self.reading.sentence_of, office.split()[-1]
        if token.dep_ != "nsubj" or sentence[token.i] > 1 or last in self.words["servant"] | self.words["unsingled"]:
            return None
        for t in token.doc[token.sent.end :]:
            if sentence[t.i] - sentence[token.i] > 1:
                return None
            span = self.reading.spans[t.i]
            if t.dep_ not in ("nsubj", "nsubjpass") or span is None or span.sort != "person" or span.entity is None:
                continue
            entity, bare = span.entity, not span.members and not span.role and len(span.entity.name.split()) > 1
            earlier = (s for s in self.reading.spans[: t.i] if s is not None)
            unknown = not entity.offices and all(entity not in s.actors() for s in earlier)
            return entity if bare and unknown and entity.state() in (None, state) else None
        return None

    def holder_on_date(self, role: str, state: Entity) -> Entity | None:
        """Give the one person who by the gazetteer held an office of the state on the article's day."""
        names = self.entities.gazetteer.holders(role, state.name, self.date) if self.date else []
        return self.entities.of_record(names[0]) if len(names) == 1 else None

    def _counterpart(self, token: Token, state: Entity) -> tuple[Reference, ...]:
        """Give "his Turkish counterpart": of that state, with the office of the one whose counterpart it is."""
        office = self._office_of_subject(token)
        people = [e for e in self.entities.persons() if e.state() is state]
        same = [e for e in people if office and self.holds(e, office, state)] or people
        if same:
            return (Reference(same[0], f"the counterpart in {state.name}", token.i),)
        holder = self.holder_on_date(office, state) if office else None
        if holder is not None:
            return (Reference(holder, f"{office} of {state.name}", token.i),)
        return (Reference(state, f"the unnamed counterpart in {state.name}", token.i, weak=True, officer=True),)

    def _on_visit(self, token: Token, what: str) -> tuple[Reference, ...]:
        """Give who "the visitor" and "her host" are: the guest or the host of the visit told last."""
        visiting = what in self.words["visiting"]
        if not visiting and what not in self.words["receiving"]:
            return ()
        for deed in self.deeds_before(token.i):
            if deed.predicate not in ("visited", "hosted"):
                continue
            found = deed.doers if visiting == (deed.predicate == "visited") else deed.targets
            people = [e for e in found if e.kind == "person" or deed.predicate == "visited"]
            if len(people) == 1:
                return (Reference(people[0], f"the {what} of the visit told before", token.i, weak=True),)
        return ()

    def _office_of_subject(self, token: Token) -> str:
        """Give the office of the subject of the clause ("" where none is known)."""
        node = verb_above(token)
        subject = grammatical_subject(node) if is_verbal(node) else None
        if subject is None or subject.i == token.i:
            return ""
        span = self.reading.spans[subject.i]
        entity = span.entity if span is not None and span.sort == "person" else None
        if entity is None and subject.lower_ in HE:
            entity = next((r.entity for r in self.pronoun(subject)), None)
        if entity is None:
            return ""
        office = entity.offices[0].role if entity.offices else ""
        if not office and entity.record is not None:
            held = (o.role for o in entity.record.offices if self.date is None or o.held_on(self.date))
            office = next(held, "")
        return office

    def _plural_role(self, token: Token, span: Span, state: Entity | None) -> tuple[Reference, ...]:
        """Give those who share an office: "the presidents of Colombia and Ecuador", "both foreign ministers"."""
        for c in token.children:
            inner = self.reading.spans[c.i]
            if c.dep_ == "appos" and inner is not None and inner.sort == "person" and inner.members:
                self.taken_up[token.i] = (self.titles.singular(span.role).split(" of ")[0], inner.members)
                return tuple(Reference(e, f"one of the {span.role}", c.i) for e in inner.members)
        states = self.owners(token, frozenset())
        if state is not None:
            states = [r for r in states if not self._place_of(token, r.token)]
        if state is not None and all(r.entity is not state for r in states):
            states = [*states, Reference(state, span.reason, token.i)]
        lands = {r.token for r in states if r.entity.kind == "state"}
        if lands:
            listed = {t for t in lands if (s := self.reading.spans[t]) is not None and s.members}
            states = [r for r in states if r.entity.kind != "group" or r.token in listed]  # "Bahrain's Sunni rulers"
        if states:
            return tuple(self.officer(r.entity, span, token) for r in states)
        if span.determiner == "their":
            theirs = self._of_theirs(token, span)
            if theirs:
                return theirs
        if span.determiner in ("both", "two", "the") or any(c.lower_ in COUNTS for c in token.children):
            found = tuple(self.group(token, span))
            if found:
                return found
        office = span.role[:-1] if span.role.endswith("s") else span.role
        if span.determiner in ("", "the", "both") and len(office.split()) > 1:
            named = (e for s in self.seen if s.token < token.i for e in s.entities)
            people = list(dict.fromkeys(e for e in named if e.kind == "person" and self.holds(e, office, None)))
            own = {e.state() for e in self.coarguments(token)}
            guests = [e for e in people if e.state() not in own]  # "Rao welcomed the foreign ministers" but his own
            people = guests if len(guests) > 1 else people
            if 2 <= len(people) <= 6:
                return tuple(Reference(e, f"one of the {span.role}", token.i) for e in people)
        return ()

    def _of_a_side(self, token: Token, span: Span) -> tuple[Reference, ...]:
        """Give the side whose leaders or officers a role in the plural tells of: "rebel leaders", "army commanders".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Rwanda is at war. Kofi Annan met rebel leaders."
        >>> [a.name for a in Extractor().extract(Article("a", text)).events[0].objects]
        ['rebels']
        """
        words = self.titles.singular(span.role).split()
        if words[0] in self.words["loneFighter"] & self.words["actsByName"]:
            return self.unnamed_fighters(token, f"{words[0]}s")
        body = next((w for w in words if w in self.words["actsByName"]), None)
        if words[-1] in self.words["singleOffice"]:
            return ()  # "the army chiefs" of several states
        return self.at_home(token, body) if body is not None else ()

    def _of_theirs(self, token: Token, span: Span) -> tuple[Reference, ...]:
        """Give those of several states: "Peru and Chile resumed talks. Their foreign ministers will meet"."""
        states = dict.fromkeys(r.entity.state() for r in self.they(token))
        several = [s for s in states if s is not None and s.kind == "state"]
        return tuple(self.officer(s, span, token) for s in several) if len(several) > 1 else ()

    def _place_of(self, token: Token, i: int) -> bool:
        """Whether a mention only tells where they are: "the leaders of Abkhazia in Georgia's north-west"."""
        node = self.reading.doc[i]
        while node.head.i != node.i and node.i != token.i:
            if node.dep_ == "prep" and node.lower_ == "in" and node.head.i == token.i:
                return True
            node = node.head
        return False

    def officer(self, state: Entity, span: Span, token: Token) -> Reference:
        """Give who is named as the holder of a plural role ("the presidents of Colombia and Peru"), or the state."""
        role = self.titles.singular(span.role).split(" of ")[0]
        if state.kind == "state" and role != "minister" and role.split()[-1] in self.words["singleOffice"]:
            for entity in self.entities.persons():
                if entity.state() is state and self.holds(entity, role, state):
                    return Reference(entity, f"the {role} of {state.name}", token.i)
        return Reference(state, f"{span.role} of {state.name}", token.i, weak=True, officer=True)
