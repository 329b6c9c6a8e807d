"""Says which actors a phrase stands for: names, demonyms, organs, pronouns, roles, "the two sides", "we"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from kg.extract.entities import Entities, Entity, Holding
from kg.extract.masking import Reading
from kg.extract.mentions import FACTIONS, Span
from kg.extract.syntax import RELATIVE, agent, antecedent, child, grammatical_subject, is_verbal
from kg.extract.titles import Titles

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "themselves", "theirs"})
_FIRST = frozenset({"i", "me", "my", "we", "us", "our", "ours", "mine"})
_CONTINENTAL = frozenset({"West", "Gulf states", "International community", "Western allies"})
"""Wide regions that act; the others are only places."""
_KIN = frozenset("ally neighbor neighbour rival partner friend foe enemy critic backer supporter opponent".split())
DOCUMENTS = frozenset(
    "resolution statement communique communiqué declaration letter note message report document speech address".split()
)
_LOCATIVE = frozenset("in at near from to through outside around across into".split())
_SAYING = frozenset(
    "say announce add declare tell claim state warn vow insist report note agree promise decide deny".split()
)
_ISSUING = frozenset("adopt pass issue publish sign release write draft approve make send deliver present read".split())
_OWN_BODIES = frozenset(
    """movement group organisation organization party network militia faction cartel cell coalition alliance bloc agency
    council commission body board guerrilla""".split()
)
_VAGUE = frozenset(
    """leader host guest visitor counterpart colleague number premier monarch diplomat ruler official rival ally chief
    head member man politician predecessor successor secretary minister deputy envoy""".split()
)
_PERSON_GROUPS = frozenset(
    "leader president minister premier man woman statesman diplomat counterpart official".split()
)
_STATE_GROUPS = frozenset(
    """country side nation state government neighbour neighbor party capital republic ally rival power army military
    delegation foe adversary partner parties team administration force region member territory monarchy""".split()
)
_LONE_STATES = frozenset("country nation kingdom emirate republic island sultanate state homeland".split())
_LONE_BODIES = frozenset(
    "bloc organisation organization alliance union body agency council group movement league".split()
)
_PARTITIVES = frozenset(
    """one some all both many most several few dozen dozens hundreds thousands member members number group half rest
    none each any majority part last remainder bulk rest most leader leaders representative representatives""".split()
)
_NUMBERS = {
    "two": 2,
    "both": 2,
    "pair": 2,
    "three": 3,
    "trio": 3,
    "four": 4,
    "quartet": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
}
_DOER_PREPOSITIONS = ("by", "of", "from")


@dataclass(frozen=True, slots=True)
class Reference:
    """An actor that a phrase stands for, and why."""

    entity: Entity
    reason: str
    token: int
    weak: bool = False
    owned: bool = False
    """Whether the phrase only belongs to the actor ("Israel's decision"), so that the actor itself goes nowhere."""


@dataclass(slots=True)
class Speaker:
    """Who speaks in the tokens `start` to `end` (exclusive)."""

    start: int
    end: int
    entity: Entity | None


@dataclass(slots=True)
class Seen:
    """A past mention of one or several actors together."""

    token: int
    sentence: int
    entities: tuple[Entity, ...]
    subject: bool
    quoted: bool


class Resolver:
    """Resolves the phrases of one article; mentions are read in text order, so it can look back."""

    def __init__(
        self, reading: Reading, entities: Entities, titles: Titles, dependants: frozenset[str], date: str | None
    ) -> None:
        self.reading = reading
        self.entities = entities
        self.titles = titles
        self.dependants = dependants
        self.date = date
        self.seen: list[Seen] = []
        self.speakers: list[Speaker] = []
        self.home: tuple[Entity, ...] = ()
        self.dateline: Entity | None = None
        self.topic: Entity | None = None
        """The state named most."""
        self.publisher: Entity | None = None
        """The state whose office published the text, where its name says so."""
        self.last_pair: list[tuple[int, tuple[Entity, ...]]] = []
        self.told: list[tuple[int, str, tuple[Entity, ...]]] = []
        """The acts found so far: trigger, predicate, who did it."""
        self.victims: frozenset[str] = frozenset()
        """Nouns of acts whose "of" names the one it is done to ("the invasion of Iraq")."""
        self.acts: Mapping[str, frozenset[str]] = {}
        """Nouns that take up an act told before, with the predicates that they can stand for."""
        self.targets: list[tuple[int, str, tuple[Entity, ...]]] = []
        """Whom the acts found so far were done to."""
        self.documents: dict[str, list[Reference]] = {}
        self._roles: dict[int, tuple[Reference, ...]] = {}
        self._pronouns: dict[int, tuple[Reference, ...]] = {}

    # -- first pass ---------------------------------------------------------------------------------------------------

    def note_mentions(self) -> None:
        """Read all named mentions of the parsed doc in text order, singly and as coordinated sets.

        Called again when the speakers are known, so that what is quoted counts for less.
        """
        self.seen.clear()
        self._roles.clear()
        self._pronouns.clear()
        doc = self.reading.doc
        for token in doc:
            span = self.reading.spans[token.i]
            if (
                span is None
                and token.lower_ in ("he", "she", "him")
                and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
            ):
                found = self.pronoun(token)
                if not found:
                    continue
                entity = found[0].entity
            elif span is None:
                entity = self.unlisted(token)
                if entity is None:
                    continue
            elif span.members:
                if span.sort in ("adjective", "role"):
                    continue
                entity = None
            elif span.sort == "role":
                named = self.role(token, span)
                if not named:
                    continue
                entity = named[0].entity
            elif span.entity is None or span.sort == "adjective":
                continue
            else:
                entity = span.entity
            if span is not None and span.place is not None and token.dep_ == "pobj" and token.head.lower_ in _LOCATIVE:
                continue
            together = self.coordinated(token)
            for one in (entity,) if entity is not None else span.members if span is not None else ():
                self.seen.append(
                    Seen(
                        token.i,
                        self.reading.sentence_of[token.i],
                        (one,),
                        token.dep_ in ("nsubj", "nsubjpass"),
                        self.speaker_at(token.i) is not None,
                    )
                )
            if len(together) > 1 and token.dep_ != "conj":
                self.seen.append(
                    Seen(
                        token.i,
                        self.reading.sentence_of[token.i],
                        together,
                        token.dep_ in ("nsubj", "nsubjpass"),
                        self.speaker_at(token.i) is not None,
                    )
                )

    def coordinated(self, token: Token) -> tuple[Entity, ...]:
        """Give the named entities coordinated with the token, itself first."""
        out: list[Entity] = []
        stack = [token]
        while stack:
            t = stack.pop(0)
            span = self.reading.spans[t.i]
            if span is None:
                entity = self.unlisted(t)
                entities = (entity,) if entity is not None else ()
            elif span.sort == "role" and not span.members:
                entities = tuple(r.entity for r in self.role(t, span))
            else:
                entities = span.actors() if span.sort != "adjective" else ()
            out.extend(e for e in entities if e not in out)
            if self._closed(t):
                continue
            stack.extend(c for c in t.children if c.dep_ == "conj" and not is_verbal(c))
        return tuple(out)

    def _closed(self, token: Token) -> bool:
        """Whether the mention is a list that ended with "and", so that what the parser adds is not of it."""
        span = self.reading.spans[token.i]
        return span is not None and bool(span.members) and span.sort == "person"

    def unlisted(self, token: Token) -> Entity | None:
        """Give a person whom neither title nor gazetteer announced, where the recogniser of names says person."""
        if token.ent_type_ != "PERSON" or token.pos_ != "PROPN":
            return None
        if token.dep_ == "compound" or self.reading.spans[token.i] is not None:
            return None
        parts = [
            c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "PROPN" and self.reading.spans[c.i] is None
        ]
        name = " ".join([*(p.text for p in parts), token.text])
        if len(name) < 3 or not name[0].isupper():
            return None
        if not parts:
            return self.entities.named(name.casefold())
        entity = self.entities.person(name)
        entity.first = min(entity.first, token.i)
        return entity

    # -- references ---------------------------------------------------------------------------------------------------

    def actors(self, token: Token, *, seen: frozenset[int] = frozenset()) -> list[Reference]:
        """Give the actors that the phrase headed by `token` stands for, with all that is coordinated with it."""
        out: list[Reference] = []
        stack = [token]
        while stack:
            t = stack.pop(0)
            if t.i in seen:
                continue
            for reference in self.one(t, seen | {t.i}):
                record = reference.entity.record
                if record is not None and record.wide and record.name not in _CONTINENTAL:
                    continue
                if all(r.entity is not reference.entity for r in out):
                    out.append(reference)
            if self._closed(t):
                continue
            stack.extend(c for c in t.children if c.dep_ == "conj" and not is_verbal(c) and c.i not in seen)
        return out

    def one(self, token: Token, seen: frozenset[int]) -> Sequence[Reference]:
        """Give the actors of one conjunct."""
        span = self.reading.spans[token.i]
        low = token.lower_
        if span is not None:
            if span.members and span.sort == "role" and span.plural:
                return [self._officer(e, span, token) for e in span.members]
            if span.members:
                return [Reference(e, span.reason, token.i) for e in span.members]
            if span.sort == "role":
                return self.role(token, span)
            if span.sort == "organ":
                return self.organ(token, span)
            if span.entity is not None:
                return (Reference(span.entity, span.reason, token.i),)
        if low in RELATIVE and token.dep_ not in ("det", "mark"):
            clause = token.head
            while not is_verbal(clause) and clause.head.i != clause.i:
                clause = clause.head
            noun = antecedent(clause) if is_verbal(clause) else None
            return self.actors(noun, seen=seen | {token.i}) if noun is not None and noun.i not in seen else ()
        if low in _HE or low in _IT or low in _THEY or low in _FIRST:
            return self.pronoun(token)
        if token.pos_ in ("PROPN", "X") or token.ent_type_ == "PERSON":
            entity = self.unlisted(token)
            if entity is not None:
                return (Reference(entity, "a person's name", token.i),)
            owner = self.owners(token, seen)
            if (
                owner
                and token.text[0].isupper()
                and any(c.dep_ == "poss" for c in token.children)
                and token.pos_ == "PROPN"
            ):
                state = owner[0].entity
                if state.kind == "state" and token.text.isalpha() and token.tag_ == "NNP":
                    person = self.entities.person(token.text, None, state)
                    person.represents = person.represents or state
                    return (Reference(person, f"a name of {state.name}", token.i),)
            return owner
        group = self.group(token, span, seen)
        if group:
            return group
        return self.noun(token, seen)

    def noun(self, token: Token, seen: frozenset[int]) -> Sequence[Reference]:
        """Give the owner or doer of a common noun phrase: "Russian forces", "Albania's decision", "talks of X"."""
        if token.pos_ not in ("NOUN", "ADJ", "NUM", "DET", "PRON", "VERB"):
            return ()
        named = next(
            (
                c
                for c in token.children
                if c.dep_ == "appos"
                and c.i not in seen
                and (span := self.reading.spans[c.i]) is not None
                and span.sort in ("person", "state", "organisation", "group")
                and 0 < c.i - token.i <= 2
            ),
            None,
        )
        if named is not None:
            return self.one(named, seen | {named.i})
        leader = next(
            (
                o
                for c in token.children
                if c.dep_ == "acl" and c.lemma_ in ("lead", "head", "chair") and c.tag_ == "VBN"
                for b in c.children
                if b.dep_ == "agent"
                for o in b.children
                if o.dep_ == "pobj" and o.i not in seen
            ),
            None,
        )
        owners = self.owners(token, seen)
        if leader is not None and not owners and token.lemma_ in ("delegation", "team", "mission", "group"):
            return self.actors(leader, seen=seen)
        if owners:
            return owners
        low = token.lemma_.casefold()
        if low in _PARTITIVES or token.lower_ in _PARTITIVES or token.pos_ == "NUM":
            for c in token.children:
                if c.dep_ == "prep" and c.lower_ in ("of", "from", "among"):
                    for o in c.children:
                        if o.dep_ == "pobj" and o.i not in seen:
                            return self.actors(o, seen=seen)
        if low in _LONE_STATES and self.definite(token):
            blocked = self._coarguments(token)
            found = self.latest(token, lambda e: e.kind == "state" and e not in blocked)
            return (Reference(found, f"the {low} named before", token.i, weak=True),) if found else ()
        if low in _LONE_BODIES and self.definite(token):
            found = self.latest(token, lambda e: e.kind in ("organisation", "group"))
            return (Reference(found, f"the {low} named before", token.i, weak=True),) if found else ()
        if low in DOCUMENTS:
            authors = self.authors(token, low, seen)
            if authors:
                return authors
        doers = self.act(token, low)
        if doers:
            return doers
        for c in token.children:
            if c.dep_ == "appos" and c.i not in seen and self.reading.spans[c.i] is not None:
                return self.one(c, seen | {c.i})
        if low in self.titles.organs and self.definite(token):
            return self.at_home(token, low)
        return ()

    def authors(self, token: Token, low: str, seen: frozenset[int]) -> list[Reference]:
        """Give who speaks in "the resolution", "a statement": who adopted or issued it, here or before."""
        verb = token.head
        subject: Token | None = None
        if token.dep_ == "dobj" and is_verbal(verb) and verb.lemma_ in _ISSUING:
            subject = grammatical_subject(verb)
        elif token.dep_ == "nsubjpass" and verb.lemma_ in _ISSUING:
            subject = agent(verb)
        elif token.dep_ == "pobj" and token.head.lower_ == "in" and is_verbal(token.head.head):
            subject = grammatical_subject(token.head.head)
        found: list[Reference] = []
        if subject is not None and subject.i not in seen and subject.i != token.i:
            found = [replace(r, owned=True) for r in self.actors(subject, seen=seen | {token.i})]
        if found:
            self.documents[low] = found
            return found
        return self.documents.get(low, []) if self.definite(token) else []

    def act(self, token: Token, low: str) -> list[Reference]:
        """Give who did what "the strike", "the protest", "the decision" takes up from before."""
        predicates = self.acts.get(low)
        if predicates is None or not self.definite(token) or token.dep_ not in ("dobj", "nsubjpass", "pobj"):
            return []
        sentence = self.reading.sentence_of[token.i]
        for at, predicate, doers in reversed(self.told):
            if at >= token.i or sentence - self.reading.sentence_of[at] > 8:
                continue
            if predicate in predicates:
                return [Reference(e, f"who did “the {low}” told before", token.i, weak=True, owned=True) for e in doers]
        return []

    @staticmethod
    def definite(token: Token) -> bool:
        return any(c.lower_ in ("the", "this", "that") for c in token.children if c.dep_ == "det")

    def owners(self, token: Token, seen: frozenset[int]) -> list[Reference]:
        """Give the actors that modify a noun: possessive, demonym, compound, "by X", and "of X" for organs."""
        out: list[Reference] = []
        if token.lemma_.casefold() in _KIN:
            return self._kin(token, seen)
        for c in token.children:
            if c.i in seen:
                continue
            span = self.reading.spans[c.i]
            if c.dep_ == "poss":
                owners = self.actors(c, seen=seen | {token.i})
                if token.lemma_ in ("country", "nation", "homeland", "government", "kingdom", "state"):
                    owners = [replace(r, entity=r.entity.state() or r.entity) for r in owners]
                    return owners
                out.extend(owners)
            elif c.dep_ in ("amod", "compound", "nmod", "npadvmod") and span is not None and span.entity is not None:
                if span.sort == "place" and token.lemma_.casefold() not in self.titles.organs:
                    continue
                out.extend(Reference(e, span.reason, c.i) for e in span.actors())
                out.extend(self._conjoined_modifiers(c))
            elif c.dep_ in ("amod", "compound", "nmod"):
                out.extend(self._conjoined_modifiers(c))
                if c.dep_ == "compound" and span is not None and span.sort == "organ" and span.entity is None:
                    out.extend(self.organ(c, span))
                if c.dep_ == "amod" and c.tag_ in ("VBN", "JJ"):
                    out.extend(self._led(c))
        if out:
            return self._as_owned(token, _unique(out))
        low = token.lemma_.casefold()
        for c in token.children:
            if c.dep_ not in ("prep", "agent"):
                continue
            stands = (
                not {low, token.lower_} & FACTIONS
                and low not in self.victims
                and (
                    low in self.titles.organs
                    or low in self.dependants
                    or low.rstrip("s") in self.titles.heads
                    or low in ("finding", "conclusion", "result", "term", "content", "tone")
                )
            )
            if c.lower_ == "by" or (c.lower_ in ("of", "from", "in") and stands):
                for o in c.children:
                    if o.dep_ == "pobj" and o.i not in seen:
                        found = self.actors(o, seen=seen | {token.i})
                        if c.lower_ == "in":
                            found = [r for r in found if r.entity.kind == "state"]
                        if low in ("government", "administration", "regime", "cabinet"):
                            found = [replace(r, entity=r.entity.state() or r.entity) for r in found]
                        out.extend(found)
            if out:
                break
            for o in c.children:
                for b in o.children if o.dep_ == "pobj" and not out else ():
                    if b.dep_ in ("prep", "agent") and b.lower_ == "by":
                        out.extend(
                            r
                            for x in b.children
                            if x.dep_ == "pobj" and x.i not in seen
                            for r in self.actors(x, seen=seen | {token.i})
                        )
        for c in token.children:
            if not out and c.dep_ == "acl" and c.tag_ == "VBN":
                for b in c.children:
                    if b.dep_ == "agent" and c.lemma_ in (
                        "make",
                        "issue",
                        "draft",
                        "propose",
                        "sign",
                        "send",
                        "give",
                        "take",
                    ):
                        out.extend(
                            r for o in b.children if o.dep_ == "pobj" for r in self.actors(o, seen=seen | {token.i})
                        )
        return self._as_owned(token, _unique(out))

    def _as_owned(self, token: Token, references: list[Reference]) -> list[Reference]:
        low, lemma = token.lower_, token.lemma_.casefold()
        organs = self.titles.organs
        if (
            lemma in _OWN_BODIES
            or low in organs
            or lemma in organs
            or lemma in self.titles.heads
            or token.ent_type_ == "PERSON"
        ):
            return references
        return [replace(r, owned=True) for r in references]

    def _kin(self, token: Token, seen: frozenset[int]) -> list[Reference]:
        """Give "its NATO ally", "their neighbour": whom the owner was just told to deal with."""
        own = [
            Reference(e, span.reason, c.i)
            for c in token.children
            if c.dep_ in ("amod", "compound", "nmod") and (span := self.reading.spans[c.i]) is not None
            for e in span.actors()
            if e.record is None or not e.record.wide
        ]
        if own:
            return own
        for c in token.children:
            if c.dep_ == "poss" and c.i not in seen:
                owners = self.actors(c, seen=seen | {token.i})
                other = self.partner(owners[0].entity, token.i) if owners else None
                if other is not None:
                    return [Reference(other, f"the {token.lemma_} of {owners[0].entity.name}", token.i, weak=True)]
        return []

    def _conjoined_modifiers(self, token: Token) -> list[Reference]:
        out = []
        for c in token.children:
            span = self.reading.spans[c.i]
            if c.dep_ in ("conj", "amod", "nmod", "compound") and span is not None and span.entity is not None:
                if span.sort in ("adjective", "people", "state", "organisation", "group"):
                    out.extend(Reference(e, span.reason, c.i) for e in span.actors())
            if c.dep_ == "conj":
                out.extend(self._conjoined_modifiers(c))
        return out

    def _led(self, token: Token) -> list[Reference]:
        """Read "the US-led campaign": who leads an act does it; who backs a government is not its state."""
        if token.lemma_ not in ("lead", "impose", "sponsor") or token.head.lemma_.casefold() not in self.acts:
            return []
        return [
            Reference(e, span.reason, c.i)
            for c in token.children
            if (span := self.reading.spans[c.i]) is not None
            for e in span.actors()
        ]

    # -- roles and organs ---------------------------------------------------------------------------------------------

    def role(self, token: Token, span: Span) -> tuple[Reference, ...]:
        """Give the person who holds the office that a role without a name mentions; else the state it stands for."""
        known = self._roles.get(token.i)
        if known is not None:
            return known
        self._roles[token.i] = ()
        found = self._role(token, span)
        self._roles[token.i] = found
        return found

    def _role(self, token: Token, span: Span) -> tuple[Reference, ...]:
        state = span.entity
        if state is None:
            for c in token.children:
                if c.dep_ == "poss" and c.lower_ not in _HE:
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
        if span.plural:
            return self._plural_role(token, span, state)
        if span.determiner in ("a", "an"):
            return (Reference(state, f"an unnamed {span.role} of {state.name}", token.i, weak=True),) if state else ()
        head = span.role.split(" of ")[0].split(" for ")[0].split(" to ")[0]
        best: Entity | None = None
        best_at = -1
        own = self.publisher if state is None and span.determiner == "the" else None
        if own is not None and self.reading.source(token.i).split()[-1][0].isupper():
            named = [e for e in self.entities.persons() if e.state() is own and self._holds(e, head, own)]
            names = self.entities.gazetteer.holders(self.titles.head_of(head), own.name, self.date) if self.date else []
            if named or len(names) == 1:
                entity = named[0] if named else self.entities.of_record(names[0])
                return (Reference(entity, f"the {head} of the publisher's own state", token.i),)
        for seen in self.seen:
            for entity in seen.entities:
                if entity.kind != "person" or seen.token >= token.i or not self._holds(entity, head, state):
                    continue
                best, best_at = entity, seen.token
        if best is None and state is not None and head.split()[-1] in ("counterpart", "number", "colleague"):
            return self._counterpart(token, state)
        if (
            best is None
            and state is None
            and head.split()[-1] in ("counterpart", "colleague", "host", "guest", "visitor")
        ):
            return ()
        if best is None:
            for entity in self.entities.persons():
                if self._holds(entity, head, state) and (state is not None or entity.offices):
                    if best is None or entity.first < best.first:
                        best = entity
        if best is not None:
            self.holds_too(best, head, state)
            return (Reference(best, f"the {span.role} of the article", token.i),)
        if state is not None:
            role = self.titles.head_of(span.role)
            names = self.entities.gazetteer.holders(role, state.name, self.date)
            if len(names) == 1 and self.date:
                entity = self.entities.of_record(names[0])
                self.holds_too(entity, head, state)
                return (Reference(entity, f"{role} of {state.name} on {self.date}", token.i),)
            return (Reference(state, f"the unnamed {span.role} of {state.name}", token.i, weak=True),)
        return ()

    def holds_too(self, entity: Entity, head: str, state: Entity | None) -> None:
        """Note an office that the article implies by calling the person only by it."""
        last = head.split()[-1] if head else ""
        if last in _VAGUE or any(h.role.split()[-1:] == [last] for h in entity.offices):
            return
        entity.offices.append(Holding(head, state or entity.state()))

    def _counterpart(self, token: Token, state: Entity) -> tuple[Reference, ...]:
        """Give "his Turkish counterpart": of that state, with the office of the one whose counterpart it is."""
        node = token
        while node.head.i != node.i and not is_verbal(node):
            node = node.head
        subject = grammatical_subject(node) if is_verbal(node) else None
        office = ""
        if subject is not None and subject.i != token.i:
            span = self.reading.spans[subject.i]
            entity = span.entity if span is not None and span.sort == "person" else None
            if entity is None and subject.lower_ in _HE:
                found = self.pronoun(subject)
                entity = found[0].entity if found else None
            if entity is not None:
                office = entity.offices[0].role if entity.offices else ""
                if not office and entity.record is not None:
                    office = next(
                        (o.role for o in entity.record.offices if self.date is None or o.held_on(self.date)), ""
                    )
        people = [e for e in self.entities.persons() if e.state() is state]
        same = [e for e in people if office and self._holds(e, office, state)] or people
        if same:
            return (Reference(same[0], f"the counterpart in {state.name}", token.i),)
        names = self.entities.gazetteer.holders(office, state.name, self.date) if office and self.date else []
        if len(names) == 1:
            return (Reference(self.entities.of_record(names[0]), f"{office} of {state.name}", token.i),)
        return (Reference(state, f"the unnamed counterpart in {state.name}", token.i, weak=True),)

    def _plural_role(self, token: Token, span: Span, state: Entity | None) -> tuple[Reference, ...]:
        for c in token.children:
            inner = self.reading.spans[c.i]
            if c.dep_ == "appos" and inner is not None and inner.sort == "person" and inner.members:
                return tuple(Reference(e, f"one of the {span.role}", c.i) for e in inner.members)
        states = self.owners(token, frozenset())
        if state is not None and all(r.entity is not state for r in states):
            states = [*states, Reference(state, span.reason, token.i)]
        if states:
            return tuple(self._officer(r.entity, span, token) for r in states)
        if span.determiner in ("both", "two", "the") or any(c.lower_ in _NUMBERS for c in token.children):
            found = tuple(self.group(token, span, frozenset()))
            if found:
                return found
        if span.determiner in ("", "the", "both"):
            office = span.role[:-1] if span.role.endswith("s") else span.role
            people = list(
                dict.fromkeys(
                    e
                    for s in self.seen
                    if s.token < token.i
                    for e in s.entities
                    if e.kind == "person" and self._holds(e, office, None)
                )
            )
            if 2 <= len(people) <= 6 and len(office.split()) > 1:
                return tuple(Reference(e, f"one of the {span.role}", token.i) for e in people)
        return ()

    def _officer(self, state: Entity, span: Span, token: Token) -> Reference:
        """Give the holder of a plural role for one state ("the presidents of Colombia and Ecuador"), or the state."""
        role = self.titles.singular(span.role).split(" of ")[0]
        if state.kind == "state" and role.split()[-1] in (
            "president",
            "minister",
            "premier",
            "king",
            "chancellor",
            "secretary",
        ):
            for entity in self.entities.persons():
                if entity.state() is state and self._holds(entity, role, state):
                    return Reference(entity, f"the {role} of {state.name}", token.i)
            names = (
                self.entities.gazetteer.holders(self.titles.head_of(role), state.name, self.date) if self.date else []
            )
            if len(names) == 1:
                return Reference(self.entities.of_record(names[0]), f"the {role} of {state.name}", token.i)
        return Reference(state, f"{span.role} of {state.name}", token.i, weak=True)

    def _holds(self, entity: Entity, head: str, state: Entity | None) -> bool:
        if state is not None and entity.state() is not state and all(h.represents is not state for h in entity.offices):
            return False
        last = head.split()[-1] if head else ""
        offices = [h.role for h in entity.offices]
        if entity.record is not None:
            offices += [o.role for o in entity.record.offices if self.date is None or o.held_on(self.date)]
        for office in offices:
            words = office.split(" of ")[0].split(" for ")[0].split(" to ")[0]
            if head == words or head == office:
                return True
            if (
                last
                and words.split()
                and words.split()[-1] == last
                and (len(head.split()) == 1 or head.split()[0] == words.split()[0])
            ):
                return True
            if (
                last == "leader"
                and words.split()[-1:]
                and words.split()[-1]
                in (
                    "president",
                    "minister",
                    "chancellor",
                    "leader",
                    "king",
                    "emir",
                    "premier",
                    "prince",
                    "ruler",
                    "sultan",
                )
                and ("minister" not in words or "prime" in words)
            ):
                return True
            if last == "premier" and "prime minister" in words:
                return True
            if last == "diplomat" and ("foreign" in words or words.startswith("secretary of state")):
                return True
            if last == "secretary" and len(head.split()) == 1 and "secretary" in words:
                return True
            if (
                last in ("monarch", "ruler")
                and words.split()[-1:]
                and words.split()[-1] in ("king", "queen", "emir", "sultan")
            ):
                return True
        return False

    def organ(self, token: Token, span: Span) -> tuple[Reference, ...]:
        if span.entity is not None:
            return (Reference(span.entity, span.reason, token.i),)
        owners = self.owners(token, frozenset({token.i}))
        if owners:
            return tuple(owners)
        return self.at_home(token, span.role)

    def at_home(self, token: Token, what: str) -> tuple[Reference, ...]:
        """Give the state that "the government", "the army" most likely belongs to: that of the place of the report."""
        sentence = self.reading.sentence_of[token.i]
        unruly = what.split()[-1] in (
            "junta",
            "regime",
            "military",
            "army",
            "soldiers",
            "police",
            "generals",
            "mutineers",
        )
        if unruly and self.topic is not None and self.topic not in self.home:
            return (Reference(self.topic, f"the {what} of the state that the article is about", token.i, weak=True),)
        if self.dateline is not None and what.split()[-1] not in ("junta", "regime", "rebels"):
            return (Reference(self.dateline, f"the {what} where the report was written", token.i, weak=True),)
        here = {e for s in self.seen if s.sentence == sentence for e in s.entities}
        states = {e.state() for e in here}
        for seen in reversed(self.seen):
            if seen.token < token.i and 0 < sentence - seen.sentence <= 3 and len(seen.entities) == 1:
                state = seen.entities[0].state()
                if state is not None and state.kind == "state" and seen.subject and state not in states:
                    return (Reference(state, f"the {what} of the state named last", token.i, weak=True),)
        if self.home:
            return tuple(
                Reference(e, f"the {what} of the article's own state", token.i, weak=True) for e in self.home[:1]
            )
        return ()

    def partner(self, entity: Entity, i: int, *, far: int = 3) -> Entity | None:
        """Give whom the text just told this actor, or its state, to deal with: the other side of the affair."""
        mine = {entity, entity.state()}
        sentence = self.reading.sentence_of[i]
        for at, parties in reversed(self.last_pair):
            if at >= i or sentence - self.reading.sentence_of[at] > far:
                continue
            sides = [p for p in parties if p in mine or p.state() in mine]
            others = [p for p in parties if p not in mine and p.state() not in mine and p.kind != "place"]
            states = list(dict.fromkeys(s for p in others if (s := p.state() or p) is not None))
            if sides and len(states) == 1:
                return states[0]
        return None

    def same_target(self, i: int, predicate: str, doer: Entity) -> Entity | None:
        """Give whom the same act was just done to: "Nicaragua followed by cutting its own ties"."""
        sentence = self.reading.sentence_of[i]
        for at, known, objects in reversed(self.targets):
            if at < i and known == predicate and sentence - self.reading.sentence_of[at] <= 2 and len(objects) == 1:
                target = objects[0]
                if target is not doer and target is not doer.state() and target.state() is not doer:
                    return target
        return None

    # -- pronouns and groups ------------------------------------------------------------------------------------------

    def speaker_at(self, i: int) -> Entity | None:
        for speaker in self.speakers:
            if speaker.start <= i < speaker.end:
                return speaker.entity
        return None

    def latest(self, token: Token, fits) -> Entity | None:  # type: ignore[no-untyped-def]
        """Give the entity of the best earlier mention that fits: nearest sentence first, subjects before others."""
        sentence = self.reading.sentence_of[token.i]
        best: Entity | None = None
        best_score = -1e9
        subject = grammatical_subject(token.head) if is_verbal(token.head) else None
        parallel = self._parallel(token)
        for seen in self.seen:
            if seen.token >= token.i or len(seen.entities) != 1:
                continue
            away = sentence - seen.sentence
            if away > 4 or not fits(seen.entities[0]):
                continue
            score = -10.0 * away + (6 if seen.subject else 0) - (7 if seen.quoted else 0)
            if away == 0:
                score += 2 if seen.subject else -4
                if subject is not None and seen.token == subject.i and token.dep_ == "poss":
                    score += 5
            if seen.token in parallel and not seen.subject:
                score += 14
            score -= (token.i - seen.token) * 0.02
            if score > best_score:
                best, best_score = seen.entities[0], score
        return best

    @staticmethod
    def _parallel(token: Token) -> frozenset[int]:
        """Give the tokens of the clause before, where an object pronoun follows it: "broke with Qatar and kept it"."""
        if token.dep_ not in ("dobj", "pobj", "dative"):
            return frozenset()
        verb = token.head
        while not is_verbal(verb) and verb.head.i != verb.i:
            verb = verb.head
        if verb.dep_ != "conj" or not is_verbal(verb.head) or child(verb, "nsubj", "nsubjpass") is not None:
            return frozenset()
        return frozenset(t.i for t in verb.head.subtree if t.i < verb.i)

    def pronoun(self, token: Token) -> tuple[Reference, ...]:
        known = self._pronouns.get(token.i)
        if known is None:
            self._pronouns[token.i] = ()
            known = tuple(self._pronoun(token))
            self._pronouns[token.i] = known
        return known

    def _pronoun(self, token: Token) -> Iterable[Reference]:
        low = token.lower_
        speaker = self.speaker_at(token.i)
        if low in _FIRST:
            if speaker is not None:
                state = speaker.state()
                if low in ("we", "us", "our", "ours") and state is not None:
                    return (Reference(state, f"“{low}” of {speaker.name}", token.i),)
                return (Reference(speaker, f"“{low}” of {speaker.name}", token.i),)
            if low in ("we", "us", "our", "ours") and self.home:
                return tuple(Reference(e, f"“{low}” of the article", token.i) for e in self.home)
            return ()
        if low in _HE:
            gender = _HE[low]
            matrix = self._matrix_object(token)
            if matrix is not None and matrix.kind == "person" and matrix.gender in (None, gender):
                return (Reference(matrix, f"“{low}” for the one just dealt with", token.i),)
            blocked = self._coarguments(token)
            found = self.latest(
                token,
                lambda e: e.kind == "person" and e.gender in (None, gender) and e is not speaker and e not in blocked,
            )
            return (Reference(found, f"“{low}” for the person in focus", token.i),) if found else ()
        reported = self._reporter_of(token, low)
        if reported:
            return reported
        if low in _IT:
            blocked = self._coarguments(token)
            found = self.latest(token, lambda e: e.kind in ("state", "organisation", "group") and e not in blocked)
            return (Reference(found, f"“{low}” for the body in focus", token.i),) if found else ()
        return self._they(token)

    def _matrix_object(self, token: Token) -> Entity | None:
        """Give whom the clause above deals with: "rang Calmy-Rey to congratulate her"."""
        verb = token.head
        if (
            token.dep_ != "dobj"
            or verb.dep_ not in ("advcl", "xcomp")
            or not any(c.tag_ == "TO" for c in verb.children)
        ):
            return None
        above = child(verb.head, "dobj") if is_verbal(verb.head) else None
        if above is None:
            return None
        span = self.reading.spans[above.i]
        return span.entity if span is not None and not span.members else None

    def _reporter_of(self, token: Token, low: str) -> list[Reference]:
        """Give the body that speaks, for "they" or "it" in what it says: "the rebels said they would"."""
        verb = token.head
        if token.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ not in ("ccomp", "advcl") or not is_verbal(verb.head):
            return []
        if verb.head.lemma_ not in _SAYING:
            return []
        subject = grammatical_subject(verb.head)
        if subject is None or subject.i >= token.i:
            return []
        found = [
            r
            for r in self.actors(subject)
            if r.entity.kind != "person"
            or len(self.reading.spans[subject.i].actors() if self.reading.spans[subject.i] else ()) > 1
        ]
        if low in _THEY and not (
            len(found) > 1 or self._people(subject.i) or any(r.entity.kind in ("group", "organisation") for r in found)
        ):
            return []
        return [replace(r, reason=f"“{low}” for who speaks") for r in found]

    def _coarguments(self, token: Token) -> tuple[Entity, ...]:
        """Give the entities that a non-reflexive pronoun in object place cannot stand for: its clause's subject."""
        if token.dep_ == "poss" or token.lower_.endswith("self") or token.dep_ in ("nsubj", "nsubjpass"):
            return ()
        head = token.head
        while head.dep_ in ("prep", "pobj") and not is_verbal(head):
            head = head.head
        if not is_verbal(head):
            return ()
        subject = grammatical_subject(head)
        if subject is None or subject.i == token.i:
            return ()
        span = self.reading.spans[subject.i]
        if span is not None and span.entity is not None:
            return span.actors()
        if subject.lower_ in _HE or subject.lower_ in _IT:
            return tuple(r.entity for r in self.pronoun(subject))
        return ()

    def _they(self, token: Token) -> Sequence[Reference]:
        sentence = self.reading.sentence_of[token.i]
        if token.dep_ == "nsubj" and token.head.dep_ in ("advcl", "relcl"):
            near = [s for s in self.seen if s.sentence == sentence and s.token < token.i]
            if not any(len(s.entities) > 1 for s in near):
                people = list(dict.fromkeys(e for s in near for e in s.entities if e.kind == "person"))
                if len(people) == 2:
                    return [Reference(e, "“they” for the two persons of the sentence", token.i) for e in people]
        best: tuple[Entity, ...] = ()
        best_score = -1e9
        for seen in self.seen:
            away = sentence - seen.sentence
            if seen.token >= token.i or away > 3:
                continue
            plural = len(seen.entities) > 1
            entity = seen.entities[0]
            if not plural and not (entity.kind in ("group", "organisation") or self._people(seen.token)):
                continue
            score = -10.0 * away + (6 if seen.subject else 0) + (4 if plural else 0) - (6 if seen.quoted else 0)
            score -= (token.i - seen.token) * 0.02
            if score > best_score:
                best, best_score = seen.entities, score
        return [Reference(e, f"“{token.lower_}” for those in focus", token.i) for e in best]

    def _people(self, i: int) -> bool:
        span = self.reading.spans[i]
        return span is not None and (
            span.sort == "people"
            or (span.sort in ("organ", "role", "group") and span.plural)
            or self.reading.doc[i].tag_ == "NNS"
        )

    def group(self, token: Token, span: Span | None, seen: frozenset[int]) -> Sequence[Reference]:
        """Give the members of "the two leaders", "both countries", "the pair", "the four"."""
        low = token.lemma_.casefold() if span is None else token.lower_
        count = next((_NUMBERS[c.lower_] for c in token.children if c.lower_ in _NUMBERS), 0)
        if span is not None and span.determiner in _NUMBERS:
            count = _NUMBERS[span.determiner]
        if not count and low in ("pair", "trio", "quartet", "duo"):
            count = _NUMBERS.get(low, 2)
        if (
            not count
            and token.lower_ in ("both", "two", "three", "four")
            and token.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
        ):
            count = _NUMBERS[token.lower_]
        base = low.rstrip("s")
        persons = base in _PERSON_GROUPS or low in ("pair", "duo") or base in self.titles.heads
        states = base in _STATE_GROUPS or low in _STATE_GROUPS
        if not count:
            plural = token.tag_ == "NNS" or token.lower_.endswith("s")
            if not (plural and self.definite(token) and base in ("leader", "president", "side", "parties", "party")):
                return ()
            count = 2
        if not (persons or states or low in ("both", "two", "three", "four", "trio", "quartet")):
            return ()
        office = (
            low.rstrip("s")
            if span is not None and span.sort == "role" and base not in ("leader", "counterpart")
            else ""
        )
        members = self._members(token, count, persons, states, office)
        return [Reference(e, f"one of “{token.text}”", token.i) for e in members]

    def _members(self, token: Token, count: int, persons: bool, states: bool, office: str = "") -> tuple[Entity, ...]:
        """Give the `count` actors last named together, or else side by side in one sentence, nearest sentence first."""
        here = self.reading.sentence_of[token.i]
        strict = token.lemma_.casefold() in (
            "country",
            "nation",
            "government",
            "capital",
            "state",
            "neighbour",
            "neighbor",
            "republic",
        )

        def shaped(entities: Iterable[Entity]) -> tuple[Entity, ...]:
            out: list[Entity] = []
            for e in entities:
                mapped: Entity | None = e
                if states and not persons and e.kind == "person":
                    mapped = e.state()
                if persons and not states and (e.kind != "person" or (office and not self._holds(e, office, None))):
                    mapped = None
                if mapped is not None and strict and mapped.kind != "state":
                    mapped = None
                if mapped is not None and mapped.kind != "place" and mapped not in out:
                    out.append(mapped)
            return tuple(out)

        for away in range(7):
            inside = [s for s in self.seen if s.sentence == here - away and s.token < token.i]
            for seen in reversed(inside):
                if len(seen.entities) == count and len(found := shaped(seen.entities)) == count:
                    return found
            for at, pair in reversed(self.last_pair):
                if at < token.i and self.reading.sentence_of[at] == here - away and len(found := shaped(pair)) == count:
                    return found
            singles = [e for s in inside if len(s.entities) == 1 for e in s.entities]
            people = list(shaped(e for e in singles if e.kind == "person"))
            if not states and len(people) == count:
                return tuple(people)
            found = shaped(e for e in singles if e.kind != "place")
            if len(found) == count and (away > 0 or states):
                return found
            if away and len(found) > count and (states or persons) and not (count == 2 and len(found) > 4):
                subjects = shaped(e for s in inside if s.subject and len(s.entities) == 1 for e in s.entities)
                if len(subjects) == count:
                    return subjects
        return ()


def _unique(references: Iterable[Reference]) -> list[Reference]:
    out: list[Reference] = []
    for r in references:
        if all(o.entity is not r.entity for o in out):
            out.append(r)
    return out


@dataclass(slots=True)
class Context:
    """What the resolver needs to know of the article besides its text."""

    publisher: str = ""
    title: str = ""
    extra: dict[str, str] = field(default_factory=dict)
