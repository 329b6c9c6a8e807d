"""Remembers the acts that the article told so far, and whose documents and deeds later phrases take up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference.ground import Ground
from kg.extract.coreference.records import Deed, Reference, is_of, side_of, sides
from kg.extract.entities import Entity
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import agent, is_verbal, prepositions

_ELSEWHERE = frozenset({"in", "at", "near", "by", "from", "to", "for"})
_BACKGROUND = frozenset({"after", "following", "since", "despite"})
"""Prepositions of an act that is told only as what came before another."""
_REMEMBERED = 8
"""Sentences for which "the strike" is the last one told; what only one did is remembered longer."""
_ISSUED = 16
"""Sentences for which a text is known to be whose who issued it."""


class Told(Ground):
    """The acts told so far and what can be concluded from them about phrases that name nobody."""

    def note_act(
        self, trigger: int, predicate: str, subjects: Sequence[Reference], objects: Sequence[Reference]
    ) -> None:
        """Remember an act with who did it and to whom, for what is told after it."""
        doers, targets = (tuple(r.entity for r in side) for side in (subjects, objects))
        self.deeds.append(Deed(trigger, predicate, doers, targets))

    def met_just_before(self, i: int, subjects: Sequence[Reference]) -> list[Reference]:
        """Give with whom the subjects were told to talk in this sentence or the one before."""
        here = self.reading.sentence_of[i]
        own = {r.entity for r in subjects}
        for deed in reversed(self.deeds):
            if here - self.reading.sentence_of[deed.at] > 1 or not own:
                return []
            parties = deed.parties
            if deed.predicate in self.predicates["conversing"] and own & set(parties) and len(parties) == 2:
                return [Reference(e, "who was just dealt with", i, weak=True) for e in parties if e not in own]
        return []

    def talking_with(self, i: int, subjects: Sequence[Reference]) -> list[Reference]:
        """Give the other party of the talks that the last sentences tell of, one of whose parties is the subject."""
        own = sides(subjects)
        for deed in self.deeds_before(i, 3):
            parties = {side_of(e) for e in deed.parties}
            if deed.predicate in self.predicates["talking"] and len(parties) == 2 and len(parties & own) == 1:
                return [Reference(e, "with whom it talks", i, weak=True) for e in parties - own]
        return []

    def talkers(self, i: int) -> list[Reference]:
        """Give the two parties of the talks just told of: "talks began in May. An accord was reached"."""
        for deed in self.deeds_before(i, 2):
            if deed.predicate in self.predicates["talking"] and len(deed.parties) == 2:
                return [Reference(e, "a party of the talks told before", i, weak=True) for e in deed.parties]
        return []

    def authors(self, token: Token, low: str, seen: frozenset[int]) -> list[Reference]:
        """Give who speaks in "the resolution", "a statement": who adopted or issued it, here or before."""
        verb = token.head
        subject: Token | None = None
        if token.dep_ == "dobj" and is_verbal(verb) and verb.lemma_ in self.words["issue"]:
            subject = grammatical_subject(verb)
        elif token.dep_ == "nsubjpass" and verb.lemma_ in self.words["issue"]:
            subject = agent(verb)
        elif token.dep_ == "pobj" and token.head.lower_ == "in" and is_verbal(token.head.head):
            subject = grammatical_subject(token.head.head)
        found: list[Reference] = [
            replace(r, owned=True)
            for p, o in prepositions(token)
            if p.lower_ in ("from", "by") and o.i not in seen
            for r in self.actors(o, seen=seen | {token.i})
        ]  # "a message from the King congratulating them"
        made = self.words["issue"] | self.words["putting"]
        written = [c for c in token.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBN"]
        by = next((a for c in written if c.lemma_ in made and (a := agent(c)) is not None), None)
        if not found and by is not None and by.i not in seen:  # "the draft, sponsored by Peru, demands"
            found = [replace(r, owned=True) for r in self.actors(by, seen=seen | {token.i})]
        if not found and subject is not None and subject.i not in seen and subject.i != token.i:
            found = [replace(r, owned=True) for r in self.actors(subject, seen=seen | {token.i})]
        passive = token.dep_ == "nsubjpass" and verb.lemma_ in self.words["issue"] and subject is None
        if not found and passive and low in self.words["adopted"]:
            before = (e for s in reversed(self.seen) if s.token < token.i for e in s.entities)
            body = next((e for e in before if e.kind == "organisation"), None)
            found = [Reference(body, f"who adopts “the {low}”", token.i, weak=True, owned=True)] if body else []
        if found:
            self.documents[low] = found
            return found
        if low in self.documents:
            return self.documents[low] if self.definite(token) else []
        return self._issued_before(token, low)

    def _issued_before(self, token: Token, low: str) -> list[Reference]:
        """Give who was told before to issue a text that does something now: "adopted a resolution … It calls on".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "The Security Council adopted a resolution on Chad. The resolution calls on Peru to withdraw."
        >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events][0]
        ('UN Security Council', 'urged')
        """
        numbered = any(c.dep_ in ("nummod", "appos") and c.pos_ == "NUM" for c in token.children)
        if token.dep_ not in ("nsubj", "nsubjpass") or not (numbered or self.definite(token)):
            return []
        sentence = self.reading.sentence_of
        for i in range(token.i - 1, -1, -1):
            if sentence[token.i] - sentence[i] > _ISSUED:
                break
            text = token.doc[i]
            verb = text.head
            lemma = text.lemma_.casefold()
            same = lemma == low or (low in ("text", "document") and lemma in self.words["document"])
            if same and text.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in self.words["issue"]:
                subject = agent(verb) if text.dep_ == "nsubjpass" else grammatical_subject(verb)
                return list(self.actors(subject)) if subject is not None else []
        if not numbered:
            return []
        bodies = (e for d in self.deeds_before(token.i, 2) for e in d.doers if e.kind == "organisation")
        return [Reference(e, f"who adopted “the {low}”", token.i, weak=True) for e in list(bodies)[:1]]

    def act(self, token: Token, low: str) -> list[Reference]:
        """Give who did what "the strike", "the protest", "the decision" takes up from before."""
        predicates = self.acts.get(low)
        if (
            predicates is None
            or low in self.words["strongRule"]
            or not self.definite(token)
            or token.dep_ not in ("dobj", "nsubjpass", "pobj")
            or (low in self.words["partyOrAct"] and token.head.lower_ in ("with", "between"))
        ):
            return []
        known = [d for d in self.deeds_before(token.i) if d.predicate in predicates and not self._elsewhere(token, d)]
        near = [d for d in known if self.reading.sentence_of[token.i] - self.reading.sentence_of[d.at] <= _REMEMBERED]
        hostile = all(d.predicate in self.predicates["hostile"] for d in known)
        alone = low not in self.words["anyAct"] and hostile and len({d.doers for d in known}) == 1
        for deed in self._main_of(near, low) or (known if alone else ()):
            reason = f"who did “the {low}” told before"
            return [Reference(e, reason, token.i, weak=True, owned=True) for e in deed.doers]
        return []

    def _main_of(self, deeds: list[Deed], noun: str) -> list[Deed]:
        """Give the acts that a noun may take up, those told only in passing behind the act of the same word.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Chad attacked Peru. Ties had soured after a Libyan raid on Mali. Cuba condemned the attack."
        >>> [e.objects[0].name for e in Extractor().extract(Article("a", text)).events if e.predicate == "criticized"]
        ['Chad']
        """
        first = self.reading.doc[deeds[0].at] if deeds else None
        if first is None or first.lemma_ == noun or not _in_passing(first):
            return deeds
        same = (d for d in deeds if self.reading.doc[d.at].lemma_ == noun and not _in_passing(self.reading.doc[d.at]))
        main = next(same, None)
        return [main, *deeds] if main is not None else deeds

    def _elsewhere(self, token: Token, deed: Deed) -> bool:
        """Whether a phrase is of an act in a land that none of those of the deed is of: "the conflict in Sudan"."""
        where = [o for p, o in prepositions(token) if p.lower_ == "in" and p.i == token.i + 1]
        lands = {r.entity for o in where for r in self.actors(o) if r.entity.kind == "state"}
        theirs = {land for e in deed.parties for land in (e, e.state(), e.ground)}
        return bool(lands) and not lands & theirs

    def parties_of_talks(self, verb: Token, mediators: Sequence[Reference]) -> list[Reference]:
        """Give between whom a mediator stands: those of the list in the sentence, or of the act of two just told."""
        between = sides(mediators)
        pairs: list[Token] = []
        for t in verb.sent:
            span = self.reading.spans[t.i]
            pair = span is not None and span.sort != "adjective" and len(span.members) == 2
            where = t.dep_ == "pobj" and t.head.lower_ in _ELSEWHERE  # "rounds in Baghdad and Muscat"
            if span is not None and pair and not where and not between & set(span.members):
                pairs.append(t)
        # Of "Rao and Paz urged Peru and Chile to accept mediation" those are the parties who are asked.
        asked = [t for t in pairs if t.dep_ in ("dobj", "pobj")] if len(pairs) > 1 else []
        for t in (asked or pairs)[:1]:
            members = span.members if (span := self.reading.spans[t.i]) is not None else ()
            return [Reference(e, "a party of what is mediated", t.i, weak=True) for e in members]
        return self.parties_told(verb, mediators, tellers=self._who_tells(verb))

    def parties_told(
        self, verb: Token, outsiders: Sequence[Reference], *, tellers: Collection[Entity] = ()
    ) -> list[Reference]:
        """Give between whom the act of two was that was just told: "held talks on Monday. Brazil was the host"."""
        between = sides(outsiders)
        of_two = self.predicates["joint"] | self.predicates["fallingOut"] | self.predicates["forTwo"]
        reach = 1 if verb.lemma_ == "chair" else 3  # many a meeting is chaired
        recent = [d for d in self.deeds_before(verb.i, reach) if d.predicate in of_two]
        recent.sort(key=lambda d: d.predicate == "met")  # a truce is between those who fight rather than who met
        for deed in recent:
            told = deed.targets if deed.predicate in self.predicates["forTwo"] else deed.parties
            parties = [e for e in told if e not in between]
            if all(e in tellers for e in parties) or any(self.mediates(e) for e in parties):
                continue  # "the two noted the talks mediated by Qatar", which are those of others
            if 2 <= len(parties) <= 4 and not any(is_of(e, between) for e in parties):
                return [Reference(e, "a party of what is mediated", verb.i, weak=True) for e in parties]
        return []

    def mediates(self, entity: Entity) -> bool:
        """Whether somebody is called a mediator, who is no party: "mediator Ravi Rao met President Paz"."""
        return any("mediator" in held.role.split() for held in entity.offices)

    def _who_tells(self, verb: Token) -> set[Entity]:
        """Give who reports what is told in the sentence."""
        root = verb.sent.root
        subject = grammatical_subject(root) if is_verbal(root) and root.lemma_ in self.words["report"] else None
        return {r.entity for r in self.actors(subject)} if subject is not None else set()

    def parties_of_accord(self, verb: Token, outsiders: Sequence[Reference]) -> list[Reference]:
        """Give who made the accord that the text told of, however long ago: "hailed the accord as historic"."""
        beyond = sides(outsiders)
        for deed in self.deeds_before(verb.i):
            parties = [e for e in deed.parties if e not in beyond]
            if deed.predicate in self.predicates["accordance"] and len(parties) == 2:
                return [Reference(e, "who made the accord told before", verb.i, weak=True) for e in parties]
        return []

    def parties_of_affair(self, token: Token, outsiders: Sequence[Reference]) -> list[Reference]:
        """Give the two states that the text is of, to one who stands between them: "there was no mediation by X"."""
        beyond = sides(outsiders)
        if len(self.topics) < 2 or beyond & set(self.topics):
            return []
        return [Reference(e, "a party of the affair", token.i, weak=True) for e in self.topics]

    def last_hostile(self, i: int, answering: Sequence[Reference], noun: str) -> list[Reference]:
        """Give who did the hostile act that the text told last, for "the attack was condemned by X".

        Where the noun is one of an act of its own kind, it is the last one of that kind.
        """
        mine, kinds = sides(answering), self.acts.get(noun)
        for deed in self.deeds_before(i, 3):
            if deed.predicate not in self.predicates["hostile"] or (kinds is not None and deed.predicate not in kinds):
                continue
            if deed.doers and not mine & set(deed.doers):
                return [Reference(e, "who did what was told last", i, weak=True) for e in deed.doers]
        return []

    def last_struck(self, i: int, predicate: str, doers: Sequence[Reference]) -> list[Reference]:
        """Give whom the last act of this kind was done to: "the Houthis claimed responsibility for the attacks"."""
        mine = sides(doers)
        for deed in self.deeds_before(i):
            victims = deed.targets
            if deed.predicate == predicate and victims and not mine & set(victims):
                return [Reference(e, "whom it was told to hit", i, weak=True) for e in victims]
        return []

    def captors(self, captives: Sequence[Entity], verb: Token) -> list[Reference]:
        """Give who was told to hold those who "were freed"."""
        for deed in self.deeds_before(verb.i):
            if deed.predicate in ("detained", "seized") and set(deed.targets) & set(captives):
                return [Reference(e, "who held them", verb.i, weak=True) for e in deed.doers]
        return []

    def partner(self, entity: Entity, i: int, predicate: str = "") -> Entity | None:
        """Give whom the text just told this actor, or its state, to deal with: the other side of the affair.

        To whom it turns in anger is none whom it praised or backed.
        """
        angry = predicate in self.predicates["angry"]
        friends = self.predicates["friendly"] | self.predicates["talking"] if angry else frozenset()
        mine = {entity} if entity.kind == "group" else {entity, entity.state()}  # rebels are not their state's
        for deed in self.deeds_before(i, 3):
            if deed.predicate in friends:
                continue
            parties = deed.parties
            own = [p for p in parties if p in mine or (p.kind != "group" and p.state() in mine)]
            others = [p for p in parties if p not in own and p.kind != "place"]
            states = list(dict.fromkeys(p if p.state() in mine else p.state() or p for p in others))
            if own and len(states) == 1:
                return states[0]
        return None

    def at_odds(self, one: Entity, other: Entity, i: int) -> bool:
        """Whether the text told before that two fight or talk to one another.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru urged President Taylor of Liberia to step down. Taylor has ended the war."
        >>> [e.predicate for e in Extractor().extract(Article("a", text)).events]
        ['urged']
        """
        apart = self.predicates["friendly"] | {"urged", "demanded_of", "visited", "hosted", "invited", "wrote_to"}
        apart |= {
            "met",
            "called",
            "spoke_with",
            "mediated",
        }  # who tells a mediator that he will stop does not fight him
        sides = {one, one.state()}, {other, other.state()}
        for deed in self.deeds_before(i):
            parties = {e for p in deed.parties for e in (p, p.state())} - {None}
            if deed.predicate not in apart and all(parties & side for side in sides):
                return True
        return False

    def only_target(self, entity: Entity, i: int) -> Entity | None:
        """Give the one party against whom the text told the actor to act: "Israel has tightened the sanctions"."""
        hostile = [d for d in self.deeds_before(i) if d.predicate in self.predicates["hostile"] and entity in d.doers]
        closed = [d for d in hostile if d.predicate in self.acts.get("blockade", ())]  # it goes on with the blockade
        targets = dict.fromkeys(e for d in closed or hostile for e in d.targets)
        return next(iter(targets)) if len(targets) == 1 else None

    def fought(self, one: Entity, other: Entity, i: int) -> bool:
        """Whether the text told of a hostile act between two, or of none at all."""
        hostile = [d for d in self.deeds_before(i) if d.predicate in self.predicates["hostile"]]
        sides = {one, one.state()}, {other, other.state()}
        parties = ({e for p in d.parties for e in (p, p.state())} for d in hostile)
        return not hostile or any(all(some & side for side in sides) for some in parties)

    def sides_told(self, i: int) -> list[Reference]:
        """Give the two whose affair was just told, one a side: "India blamed Pakistan. Talks collapsed"."""
        deed = next(self.deeds_before(i, 1), None)
        if deed is None or not len(deed.doers) == len(deed.targets) == 1:
            return []
        two = [side_of(e) for e in deed.parties]
        if two[0] is two[1] or any(e.kind not in ("state", "group") or e.unnamed() for e in two):
            return []
        return [Reference(e, "who was just told to deal with the other", i, weak=True) for e in two]

    def across(self, entity: Entity) -> Entity | None:
        """Give the other state of a text that is of two, for an act of the first: "Peru recalled its ambassador"."""
        own = entity.state() if entity.kind in ("state", "person") else None
        if len(self.topics) < 2 or own not in self.topics:
            return None
        return next(s for s in self.topics if s is not own)

    def fought_at_home(self, group: Entity) -> Entity | None:
        """Give the state that its rebels fight, where the text is of it: "the Tigers declared a ceasefire"."""
        ground = group.state() or group.ground
        return ground if ground is not None and self.topics in ((), (ground,)) else None

    def same_target(self, i: int, predicate: str, doer: Entity) -> Entity | None:
        """Give whom the same act was just done to: "Nicaragua followed by cutting its own ties"."""
        for deed in self.deeds_before(i, 2):
            if deed.predicate == predicate and len(deed.targets) == 1:
                target = deed.targets[0]
                if target is not doer and target is not doer.state() and target.state() is not doer:
                    return target
        return None


def _in_passing(act: Token) -> bool:
    """Whether an act is told as the background of another: "after a raid", "following a raid that killed ten"."""
    node = act
    while node.dep_ in ("relcl", "acl", "dobj", "pobj") and node.head.i != node.i:
        if node.dep_ == "pobj" or node.head.lower_ in _BACKGROUND:
            return node.head.lower_ in _BACKGROUND
        node = node.head
    return False
