"""Puts the parts together: says which actors a phrase stands for, with all that is coordinated with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference.heads import known_as, leader
from kg.extract.coreference.included import are_parties, included
from kg.extract.coreference.lands import Lands
from kg.extract.coreference.listed import Listed, whole_of
from kg.extract.coreference.mentions import Mentions
from kg.extract.coreference.owners import Owners
from kg.extract.coreference.pronouns import Pronouns
from kg.extract.coreference.records import Reference
from kg.extract.coreference.roles import Roles
from kg.extract.entities import Entity
from kg.extract.grammar import FIRST, HE, IT, RELATIVE, THEY, YOU
from kg.extract.mentions import Span
from kg.extract.mentions.span import FIGHTERS_OF
from kg.extract.syntax import (
    antecedent,
    called,
    child,
    is_verbal,
    joined_behind,
    prepositions,
    those_named,
    verb_above,
)

_PRONOUNS = frozenset(HE) | IT | THEY | FIRST | YOU


class Resolver(Mentions, Owners, Lands, Roles, Pronouns, Listed):
    """Resolves the phrases of one article; mentions are read in text order, so it can look back."""

    def actors(self, token: Token, *, seen: frozenset[int] = frozenset()) -> list[Reference]:
        """Give the actors that the phrase headed by `token` stands for, with all that is coordinated with it."""
        out: list[Reference] = []
        stack = [token]
        while stack:
            t = stack.pop(0)
            if t.i in seen:
                continue
            known = len(out)
            for reference in self.one(t, seen | {t.i}):
                record = reference.entity.record
                if record is not None and record.wide and not record.acts:
                    continue
                if all(r.entity is not reference.entity for r in out):
                    out.append(reference)
            if len(out) == known and are_parties(t):
                out.extend(r for i in included(t) if i.i not in seen for r in self.actors(i, seen=seen | {t.i}))
            if self.closed(t):
                continue
            joined = ("conj", "appos") if self.opens_a_list(t) else ("conj",)
            stack.extend(c for c in t.children if c.dep_ in joined and not is_verbal(c) and c.i not in seen)
        return out

    def one(self, token: Token, seen: frozenset[int]) -> Sequence[Reference]:
        """Give the actors of one conjunct."""
        span = self.reading.spans[token.i]
        described = self._named_before(token, span)
        if described is not None and described.i not in seen:
            return self.one(described, seen | {described.i})
        if span is not None:
            if span.sort == "role" and self._goes_on_to_name(token):
                return ()
            if span.members and span.sort == "role" and span.plural:
                return [self.officer(e, span, token) for e in span.members]
            if span.members:
                return [Reference(e, span.reason, token.i) for e in span.members]
            nameless = span.sort in ("role", "organ") and (span.entity is None or _is_of_state(span))
            if nameless and (led := self._leaders(token, seen)):
                return led
            if span.sort == "role":
                person = self._named_behind_office(token)
                return self.one(person, seen | {person.i}) if person is not None else self.role(token, span)
            owner = self._state_of_those_led(token, span) if span.entity is not None else None
            if owner is not None:
                return (Reference(owner, "whose government or army it is", token.i),)
            if span.sort == "organ":
                land = self.land_of_region(token, span)
                return self.organ(token, span) if land is None else land
            if span.entity is not None:
                if listed := self.states_listed(token, span, seen):
                    return listed
                record = span.entity.record
                people = record is not None and record.people and span.reason == FIGHTERS_OF
                unnamed = span.entity.unnamed() or people  # "the main Hutu rebel group, the FNL"
                named = self._name_of(token, span.entity, seen) if unnamed else None
                named = named or (self._only_named_one(span.entity) if unnamed and not people else None)
                return (Reference(named or span.entity, span.reason, token.i),)
        if token.lower_ in RELATIVE and token.dep_ not in ("det", "mark"):
            return self._relative(token, seen)
        if token.lower_ in _PRONOUNS:
            return self.pronoun(token)
        if token.lower_ == "there" and token.dep_ == "advmod":
            return self._place_before(token)
        if token.lower_ == "here" and token.dep_ == "advmod" and self.dateline is not None:
            return (Reference(self.dateline, "the state of the dateline", token.i),)
        if token.pos_ in ("PROPN", "X") or token.ent_type_ == "PERSON":
            return self._unannounced(token, seen)
        among = those_named(token)
        if among is not None:
            return self.actors(among, seen=seen | {token.i})
        return self.group(token, span) or self.noun(token, seen)

    def _state_of_those_led(self, token: Token, span: Span) -> Entity | None:
        """Give whose an organ is that some people lead: "Burundi's Tutsi-led army", "the Hutu government of Rwanda"."""
        if span.entity is None or span.entity.kind != "group":
            return None
        of = (o for p, o in prepositions(token) if p.lower_ == "of" and token.lemma_ in self.words["stateBody"])
        owner = child(token, "poss") or next(of, None)
        whose = self.reading.spans[owner.i] if owner is not None else None
        words = self.reading.source(token.i).casefold().replace("-", " ").split()
        led = not self.words["ledBy"].isdisjoint(words)
        if whose is None or whose.sort != "state" or not (led or span.sort == "organ"):
            return None
        return whose.entity

    def _leaders(self, token: Token, seen: frozenset[int]) -> Sequence[Reference]:
        """Give who leads those that a phrase stands for, where somebody is named."""
        head = leader(token, seen)
        return self.actors(head, seen=seen) if head is not None else ()

    def _named_behind_office(self, token: Token) -> Token | None:
        """Give the person behind a description: "the main leader, Hamdeen Sabahi", "the chief of the force, X"."""
        if token.tag_ == "NNS" or token.i + 2 >= token.sent.end:
            return None
        apposed = (c for c in token.children if c.dep_ == "appos" and c.i > token.i + 1 and c.nbor(-1).text == ",")
        name = next(apposed, token)
        beside = name.i > token.i
        if not beside and token.nbor(1).lower_ == "from":  # "his counterpart from Chad, Smith"
            homes = (c for p, o in prepositions(token) if p.lower_ == "from" for c in o.children if c.dep_ == "appos")
            name = next((c for c in homes if c.nbor(-1).text == "," and c.i < token.i + 6), token)
            beside = name.i > token.i
        if not beside and self._posted_in_full(token):  # "the Head of the Delegation to Chad, Ambassador Smith"
            behind = token.doc[token.i + 1 : min(token.i + 5, token.sent.end)]
            posted = len(behind) == 4 and behind[0].lower_ in ("to", "in") and behind[2].text == ","
            name = behind[3] if posted else token
            beside = name.i > token.i
        span = self.reading.spans[name.i]
        return name if beside and span is not None and span.sort == "person" and not span.members else None

    def _posted_in_full(self, token: Token) -> bool:
        """Whether an office is of one who is posted somewhere: an ambassador, the head of a mission."""
        span = self.reading.spans[token.i]
        last = span.role.split()[-1] if span is not None and span.sort == "role" and span.role else ""
        return last in self.titles.posted or last in self.words["deputation"]

    def _body_named(self, token: Token) -> Entity | None:
        """Give the group with a name that "the Islamist group" takes up: the one named last, or else first."""
        if token.lower_ not in self.titles.faction_bodies or token.tag_ == "NNS" or not self.definite(token):
            return None
        named = [e for s in self.seen for e in s.entities if e.kind == "group" and not e.unnamed()]
        found = self.latest(token, lambda e: e.kind == "group" and not e.unnamed())
        return found or next(iter(named), None)

    def _only_named_one(self, described: Entity) -> Entity | None:
        """Give the one group that the text names, whose "leftist rebels" are told of first: "signed with the FMLN"."""
        words = described.name.split()
        fighting = words[-1] in self.words["fighters"] or words[0] in self.titles.fighters  # "rebel troops"
        if any(not w.islower() for w in words) or not fighting:
            return None
        named = dict.fromkeys(e for s in self.reading.spans if s is not None for e in s.actors() if e.kind == "group")
        known = [e for e in named if not e.unnamed()]
        others = [e for e in named if e.unnamed() and e is not described]
        if len(known) != 1 or others:
            return None
        land, ground = known[0].record.country if known[0].record is not None else None, described.ground
        return known[0] if land is None or ground is None or land == ground.name else None

    def _acts_bare(self, token: Token) -> bool:
        """Whether a word stands alone as who does something: "Police arrested 20 men", "killed by soldiers"."""
        doer = token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.dep_ == "agent")
        return doer and token.tag_ == "NNS" and all(c.dep_ in ("cc", "conj", "punct") for c in token.children)

    def _goes_on_to_name(self, token: Token) -> bool:
        """Whether a bare office is the first of two of one person: "former UN chief and Syria envoy Kofi Annan"."""
        span, after = self.reading.spans[token.i], child(token, "conj")
        named = self.reading.spans[after.i] if after is not None else None
        if span is None or span.plural or span.determiner or named is None or after is None:
            return False
        bare = all(c.dep_ != "det" for c in token.children) and after.i - token.i == 2
        return bare and named.sort == "person" and bool(named.role) and not named.members

    def _named_before(self, token: Token, span: Span | None) -> Token | None:
        """Give whom a description stands beside: "X, a former head of state whom Y named envoy", "Chad, a land"."""
        if token.dep_ != "appos" or token.pos_ != "NOUN" or (span is not None and span.sort != "role"):
            return None
        head = self.reading.spans[token.head.i]
        if head is None or head.members or token.head.i > token.i:
            return None
        described = span is None and token.lemma_.casefold() in self.words["description"] and token.tag_ == "NN"
        body = (
            described
            and child(token, "det") is not None
            and head.sort in ("state", "place", "group", "organisation")
            and "," in _between(token)
        )
        acts = self.words["deed"] | self.words["settled"] | self.words["stepTaken"]
        person = head.sort == "person" and not (span is None and token.lemma_ in acts)  # "expelled X, a step that"
        return token.head if person or body else None

    def _relative(self, token: Token, seen: frozenset[int]) -> Sequence[Reference]:
        """Give who "who" or "which" takes up: "Chad, which expelled the envoy"."""
        clause = verb_above(token.head)
        noun = antecedent(clause) if is_verbal(clause) else None
        if token.lower_ in ("who", "whom") and noun is not None and self.reading.spans[noun.i] is None:
            noun = self._person_before(token) or noun
        if noun is None or noun.i in seen:
            return ()
        return self.actors(noun, seen=seen | {token.i} | joined_behind(noun, token.i))

    def _place_before(self, there: Token) -> Sequence[Reference]:
        """Give where "there" is: the state or place named last, in this sentence or the one before."""
        blocked, here = self.coarguments(there), self.reading.sentence_of[there.i]
        for i in range(there.i - 1, -1, -1):
            if here - self.reading.sentence_of[i] > 1:
                break
            entity = span.entity if (span := self.reading.spans[i]) is not None else None
            placed = entity is not None and span is not None and span.sort in ("state", "place")
            place = self.reading.doc[i]
            host = place.head.head if place.dep_ == "pobj" else place
            stay = self.reading.spans[host.i] if host.i != i else None
            if stay is not None and stay.sort in ("role", "person"):
                continue  # "a spokesman in Lisbon said they were still there"
            if entity is not None and placed and entity not in blocked and place.dep_ in ("pobj", "dobj"):
                return (Reference(entity, "the place named before", there.i, weak=True),)
        lands = (s.entities for s in self.seen if s.subject and s.sentence == here - 1 and len(s.entities) == 1)
        land = next((e for (e,) in lands if e.kind == "state" and e not in blocked), None)
        return (Reference(land, "the land told of before", there.i, weak=True),) if land is not None else ()

    def _person_before(self, token: Token) -> Token | None:
        """Give the person right before "who", where the parser hung the clause on a thing."""
        doc = token.doc
        for i in range(token.i - 1, max(token.i - 4, -1), -1):
            span = self.reading.spans[i]
            if span is not None and span.sort in ("person", "role"):
                return doc[i]
            if doc[i].text != "," and not doc[i].is_punct:
                return None
        return None

    def _unannounced(self, token: Token, seen: frozenset[int]) -> Sequence[Reference]:
        """Give a person that nothing announced, or the owner of another name: "Iran's Araghchi"."""
        entity = self.unlisted(token)
        if entity is not None:
            return (Reference(entity, "a person's name", token.i),)
        office = self.office_again(token)
        if office is not None:
            return (Reference(office, f"whose the {token.text} is", token.i),)
        body = self._by_its_last_word(token)
        if body is not None:
            return (Reference(body, f"the {token.text} named before", token.i),)
        owners = self.owners(token, seen) or self._whose_place(token, seen)
        possessed = any(c.dep_ == "poss" for c in token.children)
        named = token.pos_ == "PROPN" and token.tag_ == "NNP" and not self._names_a_body(token)
        if owners and possessed and named:
            state = owners[0].entity
            alone = all(c.dep_ != "compound" for c in token.children)  # "Britain's Sky News" is nobody's surname
            if state.kind == "state" and alone and token.text[0].isupper() and token.text.isalpha():
                person = self.entities.person(token.text, None, state)
                person.represents = person.represents or state
                return (Reference(person, f"a name of {state.name}", token.i),)
        return owners

    def _by_its_last_word(self, token: Token) -> Entity | None:
        """Give the body whose name ends with a word that takes it up: "the UN Human Rights Council", "the Council"."""
        word = token.lower_
        plain = all(c.dep_ in ("det", "cc", "conj", "punct") for c in token.children)
        if word not in self.words["takenUpBody"] or not self.definite(token) or not plain:
            return None
        return self.latest(token, lambda e: e.kind in ("organisation", "group") and _ends_with(e, word))

    def _whose_place(self, name: Token, seen: frozenset[int]) -> list[Reference]:
        """Give whose place an unknown name is by the words beside it: "Kelo, the last stronghold of the rebels"."""
        for c in called(name, self.titles.fighter_places | self.words["populated"]):
            if c.i in seen:
                continue
            behind = (o for p, o in prepositions(c) if p.lower_ in ("of", "in", "from"))
            found = self.owners(c, seen | {name.i})
            found = found or [r for o in behind for r in self.actors(o, seen=seen | {name.i, c.i})]
            if found:
                return [replace(r, owned=True) for r in found]
        return []

    def _names_a_body(self, token: Token) -> bool:
        """Whether a capitalised word is what a body is called, and nobody's name: "Ukraine's Food Ministry"."""
        bodies = (self.titles.organs, self.words["namedBody"], self.words["officialBody"])
        return any(token.lower_ in words for words in bodies)

    def noun(self, token: Token, seen: frozenset[int]) -> Sequence[Reference]:
        """Give the owner or doer of a common noun phrase: "Russian forces", "Albania's decision", "talks of X"."""
        if token.pos_ not in ("NOUN", "ADJ", "NUM", "DET", "PRON", "VERB"):
            return ()
        named = self._apposed(token, seen)
        if named is not None:
            return self.one(named, seen | {named.i})
        led = self._leaders(token, seen)
        if led:
            return led
        member = self.member_state(token)
        if member:
            return member
        owners = [r for r in self.owners(token, seen) if r.entity.record is None or not r.entity.record.covers]
        if owners:
            return owners
        within = whole_of(token, seen)
        if within is not None:
            return self.actors(within, seen=seen)
        low = token.lemma_.casefold()
        if low in self.words["onlyStates"] and token.tag_ in ("NNS", "NNPS"):
            return ()
        if low in self.words["country"] and token.tag_ not in ("NNS", "NNPS") and self.definite(token):
            return self.land_taken_up(token, low)
        if low in self.words["allied"] and token.tag_ == "NNS" and self.definite(token):
            return self._of_alliance(token, low)
        if self.is_body_taken_up(token, low):
            return self.body_taken_up(token, low)
        if low in self.words["document"]:
            authors = self.authors(token, low, seen)
            if authors:
                return authors
        doers = self.act(token, low)
        if doers:
            return doers
        listed = self.listed_behind(token, seen)
        if listed:
            return listed
        if low in self.titles.organs and self.definite(token):
            return self.at_home(token, low)
        if token.lower_ in self.words["keeperOrgan"] | self.words["bareForce"] and self._acts_bare(token):
            return self.at_home(token, token.lower_)
        before = [c.lower_ for c in token.children if c.dep_ in ("compound", "amod", "nmod")]
        if token.tag_ == "NNS" and token.lower_ in self.titles.forces | self.titles.faction_bodies:
            theirs = next((w for w in before if w in self.titles.fighters), None)
            if theirs is not None:  # "rebel fighters"
                return self.unnamed_fighters(token, f"{theirs}s")
            if "government" in before and token.lower_ in self.titles.forces:
                return self.at_home(token, low)
        if low in self.words["fighters"] and token.tag_ == "NNS" and self.definite(token):
            return self.at_home(token, low)  # "the Islamists"
        if token.lower_ in self.words["fighters"] and token.tag_ == "NNS":
            return self.unnamed_fighters(token)
        return ()

    def _name_of(self, token: Token, group: Entity, seen: frozenset[int]) -> Entity | None:
        """Give the group with a name that a description of fighters means, if the text tells of it."""
        bare = group.name.casefold() in self.words["fighters"]
        return (
            self._named_beside(token, seen) or self._body_named(token) or (self.only_fighters(token) if bare else None)
        )

    def _named_beside(self, token: Token, seen: frozenset[int]) -> Entity | None:
        """Give the group that a faction's description goes with: "UNITA, the Angolan rebel movement"."""
        described = self.reading.spans[token.i]
        beside = token.head if token.dep_ == "appos" else self._apposed(token, seen)
        span = self.reading.spans[beside.i] if beside is not None else None
        if described is None or described.entity is None or span is None or span.entity is None:
            return None
        if span.sort not in ("group", "organisation") or span.entity.unnamed():
            return None
        span.entity.names.setdefault(described.entity.name)
        return span.entity

    def _apposed(self, token: Token, seen: frozenset[int]) -> Token | None:
        """Give the name right behind a noun: "the rebel group M23"."""
        for c in token.children:
            span = self.reading.spans[c.i]
            if c.dep_ != "appos" or c.i in seen or span is None or c.i < token.i:
                continue
            if any(t.pos_ != "DET" and not t.is_punct for t in token.doc[token.i + 1 : c.i - 1]):
                continue  # "the rebel group M23", "the rebel groups – the M23 and the FDLR"
            if span.sort in ("person", "state", "organisation", "group"):
                return c
        return known_as(token, seen, self.reading.spans)


def _ends_with(body: Entity, word: str) -> bool:
    """Whether the name of a body, in one of its forms, ends with a word."""
    aliases = body.record.aliases if body.record is not None else ()
    return any(name.casefold().split()[-1:] == [word] for name in (body.name, *body.names, *aliases))


def _between(token: Token) -> list[str]:
    """Give the words between a description and what it stands beside."""
    return [t.text for t in token.doc[token.head.i + 1 : token.i]]


def _is_of_state(span: Span) -> bool:
    """Whether an organ or officers of a state act for their leader: "an Iraqi delegation led by Tareq Aziz"."""
    fitting = span.entity is not None and span.entity.kind in ("state", "organisation", "place")
    return fitting and (span.sort == "organ" or span.plural)
