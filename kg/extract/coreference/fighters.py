"""Says who "the rebels" are, and whose land it is that those fight in who face "the army"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference.ground import Ground
from kg.extract.coreference.records import Reference
from kg.extract.entities import Entity
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import is_verbal, prepositions, verb_above


class Fighters(Ground):
    """Fighters who are no state's."""

    def unnamed_fighters(self, token: Token, named: str = "") -> tuple[Reference, ...]:
        """Give "rebels", "militants" whom nothing names as a group by that word, of the land that the text is about.

        Those told of by the same word with a people before it are the same: "Libyan rebels", later "rebels".
        """
        before_noun = token.tag_ in ("NN", "JJ") and token.dep_ in ("compound", "amod", "nmod", "npadvmod")
        what = named or (f"{token.lower_}s" if before_noun else token.lower_)  # "a rebel stronghold", "rebel-held"
        led = [o for p, o in prepositions(token) if p.lower_ == "of" and p.i == token.i + 1]
        leaders = [r for o in led for r in self.actors(o, seen=frozenset({token.i})) if r.entity.kind == "person"]
        if leaders and not named:
            return tuple(leaders[:1])  # "gunmen of the warlord Hussein Aidid"
        if not (named or before_noun or token.tag_ == "NNS"):
            return ()
        only = self.only_fighters(token)
        if only is not None:
            return (Reference(only, f"the only {what} whom the text names", token.i, weak=True),)
        if self.topic is None:
            return ()
        before = (e for s in reversed(self.seen) if s.token < token.i for e in s.entities if e.kind == "group")
        known = next((e for e in before if e.unnamed() and {what, what[:-1]} & set(e.name.casefold().split())), None)
        known = known or self.entities.by_name.get(what)
        entity = known or Entity(what, "group", plural=True, ground=self.topic, first=token.i)
        if known is None:
            entity.names.setdefault(what)
            self.entities.by_name[what] = entity
        return (Reference(entity, f"{what} whom nothing names", token.i, weak=True),)

    def only_fighters(self, token: Token) -> Entity | None:
        """Give the one group with a name that a text tells of, before or behind, or whose leader it names.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Mali is at war. Rebels bombed Mali. Mali has met Ansar Dine."
        >>> Extractor().extract(Article("a", text)).events[0].subjects[0].name
        'Ansar Dine'
        """
        ahead = (e for s in self.seen for e in s.entities)
        led = (e.represents for s in self.seen for e in s.entities if e.kind == "person" and e.represents is not None)
        named = dict.fromkeys(e for e in (*ahead, *led) if e.kind == "group" and not e.unnamed())
        bodies = [e for e in named if e.record is None or not e.record.people]  # "Shiites" are no body that fights
        if len(bodies) != 1:
            return None
        only = bodies[0]
        land = only.record.country if only.record is not None else None
        elsewhere = land is not None and self.topic is not None and land != self.topic.name
        other = any(c.lower_ in ("other", "another", "foreign") for c in token.children)
        other = other or (only.record is None and not self.definite(token))
        return None if other or (elsewhere and not self._just_told_of(only, token)) else only

    def _just_told_of(self, group: Entity, token: Token) -> bool:
        """Whether "the rebels" takes up a group of this sentence or the one before."""
        return self.definite(token) and any(group in s.entities for s in self.told_near(token))

    def can_be_fighters(self, group: Entity) -> bool:
        """Whether "the rebels" can be this group: one with a name, or one that a word for fighters describes."""
        return not group.unnamed() or bool(self.words["fighters"] & set(group.name.casefold().split()))

    def of_those_who_face_it(self, token: Token) -> Entity | None:
        """Give the land of the group that does something to "the army": "Israeli rights groups accused the army".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru hailed Mali. Three Chilean rights groups accused the army of torture."
        >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('praised', 'Mali'), ('accused', 'Chile')]
        """
        facing = [e for e in self.coarguments(token) if e.kind == "group"]
        if not facing and token.dep_ == "pobj" and token.head.lower_ == "with":  # "called off its talks with the army"
            verb = verb_above(token)
            subject = grammatical_subject(verb) if is_verbal(verb) else None
            span = self.reading.spans[subject.i] if subject is not None else None
            facing = [e for e in (span.actors() if span is not None else ()) if e.kind == "group"]
        if token.dep_ == "conj" and not facing:  # "Guatemalan rebels and the government signed a truce"
            span = self.reading.spans[token.head.i]
            facing = [e for e in (span.actors() if span is not None else ()) if e.kind == "group"]
        if not facing and token.dep_ == "pobj" and token.head.lower_ in ("with", "between"):
            facing = self._rebels_of_sentence(token)
        lands = {land for e in facing if (land := self._land_fought_in(e)) is not None and land.kind == "state"}
        return lands.pop() if len(lands) == 1 else None

    def _rebels_of_sentence(self, token: Token) -> list[Entity]:
        """Give the fighters whom the sentence opens with, named by their land: "Rebels in Chad want talks with it"."""
        root = token.sent.root
        subject = grammatical_subject(root) if is_verbal(root) else None
        span = self.reading.spans[subject.i] if subject is not None and subject.i < token.i else None
        return [e for e in (span.actors() if span is not None else ()) if e.unnamed() and e.ground is not None]

    def _land_fought_in(self, group: Entity) -> Entity | None:
        """Give the land of a group: of one with a name where the text is of no other state.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "UNITA rebels clashed with the army."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('UNITA', 'Angola')]
        """
        if group.unnamed():
            return group.ground
        record = group.record
        land = self.entities.of_record(record.country) if record is not None and record.country else None
        occupied = land is not None and land.record is not None and land.record.occupied
        return None if occupied or any(e is not land for e in self.topics) else land
