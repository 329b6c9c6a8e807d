"""Says which state an organ without a name acts for: "the army", "Danish police", "the government"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference.fighters import Fighters
from kg.extract.coreference.ground import BESIDE
from kg.extract.coreference.records import Reference
from kg.extract.entities import Entity
from kg.extract.mentions import Span
from kg.extract.subjects import grammatical_subject, undergoer
from kg.extract.syntax import child, is_verbal, prepositions, verb_above

_NEAR = 3
"""Sentences back to the ship that "the vessel" takes up."""
_OFTEN = 3
"""How often a text names the state it is about, so that one written elsewhere speaks of no other government."""


class Organs(Fighters):
    """The organs of states."""

    def organ(self, token: Token, span: Span) -> tuple[Reference, ...]:
        """Give the state of an organ: its own, its owner's, or that of the place of the report."""
        if span.entity is not None:
            return (Reference(span.entity, span.reason, token.i),)
        owners = self.owners(token, frozenset({token.i}))
        if owners:
            return tuple(owners)
        if token.tag_ == "NNS" and token.lower_ == "governments" and child(token, "det", "poss") is None:
            return ()  # "a commitment to democratic governments"
        return self.at_home(token, span.role)

    def _right_behind(self, token: Token) -> Entity | None:
        """Give the state that "in" right behind an organ names: "urged the government in Mali to talk"."""
        i = token.i + 2
        if i >= len(token.doc) or token.doc[i - 1].lower_ != "in":
            return None
        while i + 1 < len(token.doc) and (token.doc[i].lower_ == "the" or token.doc[i].lower_ in self.words["compass"]):
            i += 1
        span = self.reading.spans[i]
        return span.entity if span is not None and span.sort == "state" and not span.members else None

    def _of_guests(self, token: Token) -> Entity | None:
        """Give whose "the delegation" is with which somebody of the own state deals: that of whom it deals with."""
        verb = verb_above(token)
        sides = (grammatical_subject(verb), undergoer(verb)) if is_verbal(verb) else ()
        beside = next((t for t in sides if t is not None and t.i != token.i), None)
        if beside is None:
            return None
        for reference in self.actors(beside, seen=frozenset({token.i})):
            state = reference.entity.state() or reference.entity
            other = self.partner(reference.entity, token.i) or self.across(reference.entity)
            if other is not None and other is not state:
                return other
        return None

    def _led_there(self, token: Token) -> tuple[Reference, ...]:
        """Give who was just told to travel with others: "Rao will visit Peru. In Lima, the delegation will meet Paz".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Mr Rao will fly to Peru with a delegation. In Lima, the delegation will meet Mr Paz."
        >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
        [('Rao', 'visited'), ('Rao', 'met')]
        """
        party = {token.lower_, token.lemma_}
        for deed in self.deeds_before(token.i, 2):
            people = [e for e in deed.doers if e.kind == "person"]
            if deed.predicate != "visited" or len(people) != 1 or len(deed.doers) > 1:
                continue
            verb = token.doc[deed.at]
            if any(party & {o.lower_, o.lemma_} for p, o in prepositions(verb) if p.lower_ == "with"):
                return (Reference(people[0], f"who travels with the {token.lower_}", token.i, weak=True),)
        return ()

    def _allied(self, token: Token, what: str) -> bool:
        """Whether forces are called those of several states: "coalition planes", "foreign troops"."""
        beside = {c.lower_ for c in token.children if c.dep_ in ("amod", "compound", "nmod")}
        return bool((beside | set(what.split()[:-1])) & self.words["alliedForce"])

    def _of_alliance(self, token: Token, what: str) -> tuple[Reference, ...]:
        """Give the alliance named before whose forces these are; they are never those of the state at home."""
        named = (e for s in reversed(self.seen) if s.token < token.i for e in s.entities if e.kind == "organisation")
        found = next((e for e in named if e.name.casefold() in self.words["allianceName"]), None)
        return (Reference(found, f"the {what} of the alliance", token.i, weak=True),) if found is not None else ()

    def _craft_before(self, token: Token) -> tuple[Reference, ...]:
        """Give whose the craft was that "the vessel" takes up; it is none of the state where it is.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Somalia is tense. A Greek tanker was near. Somali soldiers boarded the vessel."
        >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('seized', 'Greece')]
        """
        sentence_of = self.reading.sentence_of
        for i in range(token.i - 1, -1, -1):
            if sentence_of[token.i] - sentence_of[i] > _NEAR:
                break
            craft = self.reading.doc[i]
            if craft.pos_ != "NOUN" or craft.lemma_ not in self.words["craftNamed"]:
                continue
            span = self.reading.spans[i]
            named = span.entity if span is not None else None
            whose = [Reference(named, "", i)] if named is not None else self.owners(craft, frozenset({i, token.i}))
            if whose:
                return tuple(Reference(r.entity, f"whose the {craft.text} was", token.i, weak=True) for r in whose)
        return ()

    def within(self, token: Token) -> set[Entity]:
        """Give those named before a noun whose words are of it: "the Hamas-linked group"."""
        spans = (self.reading.spans[t.i] for t in token.lefts for t in t.subtree)
        return {e for s in spans if s is not None for e in s.actors()}

    def named_by_another(self, token: Token, last: str) -> bool:
        """Whether the noun last stood beside a name that is no actor's: "Tanjug news agency said ... the agency"."""
        for i in range(token.i - 1, max(token.i - 120, -1), -1):
            span = self.reading.spans[i]
            if token.doc[i].lower_ == last and (span is None or span.entity is None):
                return any(c.dep_ == "compound" and c.lower_ in self.words["outlet"] for c in token.doc[i].children)
        return False

    def _named_so_before(self, token: Token, what: str) -> Entity | None:
        """Give whose the same noun was before, or the body that bears it in its name: "the judges", "the mission"."""
        sentence, last = self.reading.sentence_of, what.split()[-1]
        if last in self.words["fighters"] | self.words["band"]:
            groups = (e for s in reversed(self.seen) if s.token < token.i for e in s.entities if e.kind == "group")
            return next((e for e in groups if self.can_be_fighters(e)), None)
        if last in self.words["strongRule"] and (ruled := self._ruled_before(token)) is not None:
            return ruled
        borne = self.words["tribunal"] if last in self.words["judge"] else frozenset({last})
        for i in range(token.i - 1, -1, -1):
            if sentence[token.i] - sentence[i] > 8:
                break
            span = self.reading.spans[i]
            if span is None or span.entity is None or span.members:
                continue
            if span.sort == "organ" and span.role.split()[-1:] == [last]:
                abroad = span.entity is self.topic and self.dateline not in (None, self.topic)
                if abroad or last not in self.words["government"]:
                    return span.entity
            if span.sort == "organisation" and last in self.words["namedBody"]:
                names = (
                    span.entity.name,
                    *span.entity.names,
                    *(span.entity.record.aliases if span.entity.record else ()),
                )
                if any(borne & set(name.casefold().split()) for name in names):
                    return span.entity
        return None

    def office_again(self, token: Token) -> Entity | None:
        """Give whose "the Ministry" is: that of the one named before, or of whoever published the text.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "The Ministry condemned the raid by Mali."
        >>> own = Article("a", text, publisher="Ministry of Foreign Affairs of Peru")
        >>> Extractor().extract(own).events[0].subjects[0].name
        'Peru'
        """
        low = token.lower_
        plain = all(c.dep_ in ("det", "cc", "conj", "punct") for c in token.children)
        if low not in self.words["ownOffice"] or not plain or not self.definite(token):
            return None
        for i in range(token.i - 1, -1, -1):
            span = self.reading.spans[i]
            named = span is not None and span.sort in ("organ", "organisation") and span.entity is not None
            if span is not None and named and low in self.reading.source(i).casefold().split():
                return span.entity
        return self.publisher if low in self.publisher_words else None

    def _ruled_before(self, token: Token) -> Entity | None:
        """Give whose rulers were named last: "Burma's military rulers", later "the regime".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Oslo wants to help Burma's generals, Irish minister Rao said. Rao called on the regime to stop."
        >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][-1:]
        [('urged', 'Myanmar')]
        """
        for i in range(token.i - 1, -1, -1):
            span = self.reading.spans[i]
            if span is None or span.entity is None or span.members or span.sort not in ("organ", "role"):
                continue
            state = span.entity.state()
            if span.role.split()[-1:] and span.role.split()[-1] in self.words["strongRule"] and state is not None:
                return state
        return None

    def _hit_before(self, token: Token) -> Entity | None:
        """Give the state that somebody just sanctioned or blamed, whose rule "the regime" then is.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru imposed sanctions on Mali. Chad is imposing costs on the regime as well."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Peru', 'Mali'), ('Chad', 'Mali')]
        """
        for deed in self.deeds_before(token.i, 3):
            if deed.predicate in self.predicates["hostile"] | self.predicates["objecting"]:
                states = [e for e in deed.targets if e.kind == "state"]
                return states[0] if len(states) == 1 else None
        return None

    def _dateline_above(self, token: Token) -> Entity | None:
        """Give the state of the dateline of the story that the token is in, where one text tells several."""
        sentence = self.reading.sentence_of
        for i in range(token.i - 1, 0, -1):
            if self.reading.doc[i].text not in ("–", "—", "-"):
                continue
            first = i - 1
            while first > 0 and sentence[first - 1] == sentence[i]:
                first -= 1
            place = " ".join(self.reading.source(k) for k in range(first, i))
            if first and i - first <= 3 and place.isupper():
                state = self.entities.state_of_place(place.title())
                if state is not None:
                    return state
        return None

    def _written_elsewhere(self) -> bool:
        """Whether the place of the report is in a state that the text does not speak of, or of a body that is none."""
        place = self.dateline
        if place is None:
            return False
        if place.kind != "state":
            return True
        named = [e for s in self.seen for e in s.entities]
        often = sum(self.topic in (e, e.state()) for e in named) >= _OFTEN
        return self.topic is not place and often and all(place not in (e, e.state(), e.ground) for e in named)

    def _fronted(self, token: Token) -> Entity | None:
        """Give the state of the place that opens the sentence: "In Lima, police arrested him"."""
        first = token.sent.start
        if first + 2 >= token.i or token.doc[first].lower_ not in ("in", "at"):
            return None
        place, span = token.doc[first + 1], self.reading.spans[first + 1]
        if span is None or span.sort not in ("state", "place") or span.members or place.dep_ != "pobj":
            return None
        alone = token.doc[first + 2].text == "," or token.doc[first + 2].i == token.left_edge.i
        state = span.entity.state() if span.entity is not None else None
        return state if alone else None

    def at_home(self, token: Token, what: str) -> tuple[Reference, ...]:
        """Give the state that "the government", "the army" most likely belongs to: that of the place of the report."""
        sentence = self.reading.sentence_of[token.i]
        last = what.split()[-1]
        there = self._right_behind(token)
        if there is not None:
            return (Reference(there, f"the {what} in {there.name}", token.i),)
        led = self._led_there(token) if last in self.words["guests"] and self.definite(token) else ()
        if led:
            return led
        where = self._fronted(token)
        if where is not None and last not in self.words["fighters"]:
            return (Reference(where, f"the {what} in the place that opens the sentence", token.i, weak=True),)
        if self.named_by_another(token, last):
            return ()
        before = self._named_so_before(token, what)
        if before is not None:
            return (Reference(before, f"the {what} named before", token.i, weak=True),)
        if last in self.words["fighters"]:
            return self.unnamed_fighters(token)
        if last in self.words["strongRule"] and (hit := self._hit_before(token)) is not None:
            return (Reference(hit, f"the {what} that measures were just told against", token.i, weak=True),)
        if last in self.titles.forces and self._allied(token, what):
            return self._of_alliance(token, what)
        faced = self.of_those_who_face_it(token)
        if faced is not None:
            return (Reference(faced, f"the {what} of {faced.name}", token.i, weak=True),)
        theirs = next((w for w in what.split()[:-1] if w in self.titles.fighters), None)
        if theirs is not None:
            return self.unnamed_fighters(token, f"{theirs}s")  # "rebel boats"
        if last in self.words["missile"] - self.words["troop"]:
            return ()  # nobody fires "the rockets"
        if last in self.words["craftNamed"] and self.definite(token):
            return self._craft_before(token)
        bare = not self.definite(token) and all(c.dep_ != "poss" for c in token.children)
        if bare and last in self.words["warCraft"] and not set(what.split()[:-1]) & self.words["actsByName"]:
            return ()  # "an airstrike from military aircraft"
        if last in self.words["guests"]:
            visiting = self._of_guests(token)
            if visiting is not None:
                return (Reference(visiting, f"the {what} of the other side", token.i, weak=True),)
        if token.dep_ == "compound" and any(c.lower_ in BESIDE and c.dep_ == "prep" for c in token.head.children):
            for land in self._where_it_is(token):  # "government positions outside Malakal" are not of the dateline
                return (Reference(land, f"the {what} where the place is", token.i, weak=True),)
        above = self._dateline_above(token)
        if above is not None:
            return (Reference(above, f"the {what} where the story was written", token.i, weak=True),)
        if self.topic is not None and set(what.split()[:-1]) & self.words["provisional"]:
            return (Reference(self.topic, f"the {what} of the state that the article is about", token.i, weak=True),)
        if last in self.words["unruly"] and self.topic is not None and self.topic not in self.home:
            return (Reference(self.topic, f"the {what} of the state that the article is about", token.i, weak=True),)
        if self._written_elsewhere() and self.topic is not None:
            return (Reference(self.topic, f"the {what} of the state that the article is about", token.i, weak=True),)
        if self.dateline is not None and last not in self.words["upstart"]:
            return (Reference(self.dateline, f"the {what} where the report was written", token.i, weak=True),)
        here = {e for s in self.seen if s.sentence == sentence for e in s.entities}
        states = {e.state() for e in here}
        for seen in reversed(self.seen):
            if seen.token < token.i and 0 < sentence - seen.sentence <= 3 and len(seen.entities) == 1:
                state = seen.entities[0].state()
                if state is not None and state.kind == "state" and seen.subject and state not in states:
                    if self.topic is not None and state not in self.topics:
                        state = self.topic
                    return (Reference(state, f"the {what} of the state named last", token.i, weak=True),)
        if last in self.titles.forces - self.words["troop"] and self.topic is not None:
            return (Reference(self.topic, f"the {what} of the state that the article is about", token.i, weak=True),)
        own = self.home[:1] or ((self.topic,) if self.topic is not None and last in self.words["keeperOrgan"] else ())
        own = own or self._where_it_is(token)
        return tuple(Reference(e, f"the {what} of the article's own state", token.i, weak=True) for e in own)

    def _where_it_is(self, token: Token) -> tuple[Entity, ...]:
        """Give the one state whose towns the sentence names: "fired on government positions near Malanje".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "UNITA troops fired rockets at government positions near Huambo."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('UNITA', 'Angola')]
        """
        spans = (self.reading.spans[t.i] for t in token.sent)
        placed = {
            s.entity for s in spans if s is not None and s.reason.startswith("a place in") and s.entity is not None
        }
        states = {e.state() for e in placed}
        return tuple(e for e in states if e is not None) if len(states) == 1 else ()
