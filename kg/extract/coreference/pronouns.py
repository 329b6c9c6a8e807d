"""Says who "he", "it", "they" and "we" are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference.ahead import accuser, against_whom, subject_ahead, who_orders
from kg.extract.coreference.possessives import Possessives
from kg.extract.coreference.records import Reference
from kg.extract.coreference.unnamed import is_of_nobody, turned_on_another
from kg.extract.entities import Entity
from kg.extract.grammar import FIRST, HE, IT, THEY, WE, YOU
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import SUBJECTS, child, is_verbal, prepositions

_LETTER = 12
"""Sentences that a letter or an address may have, in which "you" is whom it is for."""


class Pronouns(Possessives):
    """Pronouns, and the memory of who is in focus that they need."""

    def latest(self, token: Token, fits: Callable[[Entity], bool]) -> Entity | None:
        """Give the entity of the best earlier mention that fits: nearest sentence first, subjects before others.

        Who says what was just quoted was named before the quotation, not in it.
        """
        at = self._before_what_it_says(token)
        sentence = self.reading.sentence_of[at]
        best: Entity | None = None
        best_score = -1e9
        subject = grammatical_subject(token.head) if is_verbal(token.head) else None
        parallel = self.parallel(token)
        body, low = token.pos_ == "NOUN", token.lower_
        for seen in self.seen:
            if seen.token >= at or len(seen.entities) != 1:
                continue
            away = sentence - seen.sentence
            if away > 4 or not fits(seen.entities[0]):
                continue
            score = -10.0 * away + (6 if seen.subject else 0) - (7 if seen.quoted else 0)
            if (body or low in HE) and away and seen.subject and self.reading.doc[seen.token].head.dep_ == "ROOT":
                score += 2
            if away == 0:
                score += 2 if seen.subject else -4
                owner = self.reading.doc[seen.token]
                below = owner.dep_ == "poss" and owner.head.dep_ == "pobj"  # "armed rebels in Mali's north"
                score -= 3 if below and token.dep_ in SUBJECTS else 0
                if subject is not None and seen.token == subject.i and token.dep_ == "poss":
                    score += 5
            if seen.token in parallel and not seen.subject:
                score += 14
            score -= (at - seen.token) * 0.02
            if score > best_score:
                best, best_score = seen.entities[0], score
        return best

    def _before_what_it_says(self, token: Token) -> int:
        """Give the start of the quotation that ends right before its speaker: "“…,” he said"; else the token."""
        if token.dep_ == "nsubj" and is_verbal(token.head) and token.head.lemma_ in self.words["report"]:
            for speaker in self.speakers:
                if speaker.start < speaker.end <= token.i <= speaker.end + 3 and speaker.start:
                    return speaker.start
        return token.i

    def pronoun(self, token: Token) -> tuple[Reference, ...]:
        """Give who is meant by "he", "it", "they" or "we"; a pronoun that leads back to itself means nobody."""
        known = self._pronouns.get(token.i)
        if known is None:
            self._pronouns[token.i] = ()
            known = tuple(self._pronoun(token))
            self._pronouns[token.i] = known
            if token.lower_ == "they" and 1 < len(known) < 4 and token.i not in self.taken_up:
                self.taken_up[token.i] = ("", tuple(r.entity for r in known))
        return known

    def _pronoun(self, token: Token) -> Iterable[Reference]:
        low = token.lower_
        if low in FIRST:
            return self._first(token, low)
        if low in YOU:
            return self._you(token, low)
        if low in HE:
            return self._he(token, low)
        if low in ("itself", "themselves"):
            return self.reflexive(token)
        reported = self._reporter_of(token, low)
        if reported:
            return reported
        owners = self.bound_owners(token, low) if low in ("its", "their") else None
        if owners is not None:
            return owners
        against = against_whom(token) if low == "it" else None
        struck = self.actors(against) if against is not None and self.reading.spans[against.i] is not None else []
        if len(struck) == 1 and struck[0].entity.kind in ("state", "organisation", "group"):
            return (replace(struck[0], reason="“it” for whom the act is against", token=token.i),)
        if low in IT:
            blocked = (*self.coarguments(token), *self._who_does_it(token), *self._not_at_home(token))

            def fits(entity: Entity) -> bool:
                return entity.kind in ("state", "organisation", "group") and entity not in blocked

            home = self.publisher if self.speaker_at(token.i) is None else None
            other = self.latest(token, lambda e: fits(e) and e is not home) if turned_on_another(token) else None
            if other is not None and other in self._dealt_with(token.head):
                other = None  # "it calls on Mali"
            body = other or self.latest(token, fits)
            return (Reference(body, f"“{low}” for the body in focus", token.i),) if body else ()
        return self.they(token)

    def _dealt_with(self, verb: Token) -> set[Entity]:
        """Give those named as the object of a verb or behind its prepositions."""
        things = [c for c in verb.children if c.dep_ == "dobj"] + [o for _, o in prepositions(verb)]
        return {r.entity for o in things if self.reading.spans[o.i] is not None for r in self.actors(o)}

    def _first(self, token: Token, low: str) -> Iterable[Reference]:
        """Give the speaker, or for "we" the state spoken for; outside speech, the state whose office wrote."""
        speaker = self.speaker_at(token.i)
        plural = low in WE
        if speaker is not None:
            state = speaker.state() if plural else None
            return (Reference(state or speaker, f"“{low}” of {speaker.name}", token.i),)
        if plural:
            return tuple(Reference(e, f"“{low}” of the article", token.i) for e in self.home)
        if self.author is not None and not self.quoted(token.i):
            return (Reference(self.author, f"“{low}” of who wrote the text", token.i),)
        return ()

    def _you(self, token: Token, low: str) -> Iterable[Reference]:
        """Give whom the speaker was told to deal with: "wrote to Rao. “I congratulate you,” the letter says"."""
        speaker = self.speaker_at(token.i)
        talks = (d for d in self.deeds_before(token.i, _LETTER) if d.predicate in self.predicates["conversing"])
        parties = deed.parties if speaker is not None and (deed := next(talks, None)) is not None else ()
        others = [e for e in parties if e is not speaker]
        if speaker is None or speaker not in parties or len(others) != 1 or others[0].kind != "person":
            return ()
        return (Reference(others[0], f"“{low}” for whom {speaker.name} dealt with", token.i),)

    def _he(self, token: Token, low: str) -> Iterable[Reference]:
        """Give the person in focus of that gender, who is not the speaker nor the subject of the same clause."""
        gender = HE[low]
        beside = self._beside(token)
        if beside is not None and beside.gender in (None, gender):
            return (Reference(beside, f"“{low}” for the one named beside", token.i),)
        matrix = self._matrix_object(token)
        if matrix is not None and matrix.kind == "person" and matrix.gender in (None, gender):
            return (Reference(matrix, f"“{low}” for the one just dealt with", token.i),)
        doer = self.doer_of_own_deed(token)
        if doer is not None and doer.gender in (None, gender):
            return (Reference(doer, f"“{low}” for whose deed it is", token.i),)
        warned = self._who_may_choose(token)
        if warned is not None and warned.gender in (None, gender):
            return (Reference(warned, f"“{low}” for who is told what depends on it", token.i),)
        ordering = who_orders(token)
        if ordering is not None and len(own := self.actors(ordering)) == 1:
            return own
        ahead = [
            r for r in self._of_who_follows(token) if r.entity.kind == "person" and r.entity.gender in (None, gender)
        ]
        main = subject_ahead(token)
        if not ahead and main is not None:
            ahead = [r for r in self.actors(main) if r.entity.gender in (None, gender)]
        if len(ahead) == 1:
            return ahead
        if spoken := self.spokesman(token):
            return spoken
        if is_of_nobody(token, self.reading.spans):
            return ()
        speaker = self.speaker_at(token.i)
        blocked = (*self.coarguments(token), *self._who_asks(token), *self._objects_of(token))
        foreign = self._faced(token)

        def fits(entity: Entity) -> bool:
            known = entity.kind == "person" and entity.gender in (None, gender)
            own = foreign is not None and entity.state() is foreign
            return known and not own and entity is not speaker and entity not in blocked

        found = self.latest(token, lambda e: fits(e) and e.state() not in blocked) or self.latest(token, fits)
        if found is None:
            return self._who_says_so(token)
        return (Reference(found, f"“{low}” for the person in focus", token.i),)

    def _who_says_so(self, token: Token) -> Iterable[Reference]:
        """Give whose officer without a name tells what he did: "Chad's president says he has asked Peru for help".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Chad's interior minister said she had asked Peru to send troops."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Chad', 'Peru')]
        """
        clause, saying = token.head, token.head.head
        if token.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or saying.lemma_ not in self.words["report"]:
            return ()
        teller = child(saying, "nsubj")
        span = self.reading.spans[teller.i] if teller is not None and teller.i < token.i else None
        if teller is None or span is None or span.sort != "role" or span.plural:
            return ()
        found = self.actors(teller)
        return [replace(r, reason=f"“{token.lower_}” for who says so") for r in found] if len(found) == 1 else ()

    def _not_at_home(self, token: Token) -> tuple[Entity, ...]:
        """Give the state that turns to a government, which is none of its own: "Chad condemned its government".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru held elections in May. Chad condemned its government."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Chad', 'Peru')]
        """
        organ = token.head
        if token.dep_ != "poss" or organ.dep_ != "dobj" or organ.lemma_ not in self.words["government"]:
            return ()
        return tuple(e for e in self.coarguments(organ) if e.kind == "state")

    def _who_does_it(self, token: Token) -> tuple[Entity, ...]:
        """Give who does the act of whose other side the thing is: "US sanctions imposed on some of its firms"."""
        node = token.head
        if token.dep_ != "poss":
            return ()
        while node.dep_ in ("pobj", "prep", "acl") and not (node.pos_ == "NOUN" and node.lemma_ in self.acts):
            node = node.head
        if node.pos_ != "NOUN" or node.lemma_ not in self.acts or node.i >= token.i:
            return ()
        return tuple(r.entity for r in self.owners(node, frozenset({node.i, token.i})))

    def _beside(self, token: Token) -> Entity | None:
        """Give the person with whom what is his is coordinated: "the president, Robert Mugabe, and his cabinet"."""
        named = token.head.head
        if token.dep_ != "poss" or token.head.dep_ != "conj" or named.i >= token.i:
            return None
        span = self.reading.spans[named.i]
        return span.entity if span is not None and span.sort == "person" and not span.members else None

    def _who_asks(self, token: Token) -> tuple[Entity, ...]:
        """Give who asks that "he" do something, which is somebody else: "wrote to Brown, demanding that he resign"."""
        verb, above = token.head, token.head.head
        asked = token.dep_ == "nsubj" and verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBP") and is_verbal(above)
        if not asked or above.lemma_ not in self.words["request"] or not any(c.lower_ == "that" for c in verb.children):
            return ()
        subject = grammatical_subject(above)
        return tuple(r.entity for r in self.actors(subject)) if subject is not None and subject.i != token.i else ()

    def _faced(self, token: Token) -> Entity | None:
        """Give the state that the clause turns against, which is not one's own: "he warned the Iranians"."""
        verb = token.head
        if token.dep_ != "nsubj" or verb.lemma_ not in self.words["turning"]:
            return None
        whom = child(verb, "dobj")
        span = self.reading.spans[whom.i] if whom is not None else None
        named = span is not None and span.sort in ("state", "people") and not span.members
        return span.entity if span is not None and named and span.entity is not None else None

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

    def _who_may_choose(self, token: Token) -> Entity | None:
        """Give the person who is told what comes unless he acts: "told Rao that NATO would strike unless he left"."""
        clause, told = token.head, token.head.head
        if token.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ != "advcl" or told.dep_ != "ccomp":
            return None
        if not any(m.dep_ == "mark" and m.lower_ in ("unless", "if", "until") for m in clause.children):
            return None
        telling, subject = told.head, child(told, "nsubj", "nsubjpass")
        if not is_verbal(telling) or telling.lemma_ not in self.words["objectControl"] or subject is None:
            return None
        heard = child(telling, "dobj", "nsubjpass")
        span = self.reading.spans[heard.i] if heard is not None and heard.i < told.i else None
        if heard is None or span is None or subject.pos_ == "PRON" or span.sort not in ("person", "role"):
            return None
        found = [r.entity for r in self.one(heard, frozenset({token.i})) if r.entity.kind == "person"]
        return found[0] if len(found) == 1 else None

    def _reporter_of(self, token: Token, low: str) -> list[Reference]:
        """Give the body that speaks, for "they" or "it" in what it says: "the rebels said they would"."""
        verb = token.head
        if token.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ not in ("ccomp", "advcl") or not is_verbal(verb.head):
            return []
        if verb.head.lemma_ not in self.words["say"]:
            return []
        subject = grammatical_subject(verb.head)
        if subject is None or subject.i >= token.i:
            return []
        span = self.reading.spans[subject.i]
        several = span is not None and len(span.actors()) > 1
        many = self.are_many(subject.i) or (span is not None and span.sort == "organ")
        found = [r for r in self.actors(subject) if r.entity.kind != "person" or several]
        bodies = any(r.entity.kind in ("group", "organisation") for r in found)
        if low in THEY and not (len(found) > 1 or many or bodies):
            return []
        return [replace(r, reason=f"“{low}” for who speaks") for r in found]

    def _objects_of(self, token: Token) -> list[Entity]:
        """Give the persons to whom the clause of "he" does something, since none of them is he: "he thanked Rao"."""
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return []
        near = [c for c in token.head.children if c.dep_ in ("dobj", "dative", "prep", "agent")]
        near += [p for c in near if c.dep_ == "dobj" for p in c.children if p.dep_ == "prep"]
        near += [o for c in near if c.dep_ in ("prep", "agent", "dative") for o in c.children if o.dep_ == "pobj"]
        spans = [(o, self.reading.spans[o.i]) for o in near if o.dep_ in ("dobj", "dative", "pobj")]
        out = [e for _, span in spans if span is not None and span.sort == "person" for e in span.actors()]
        for o, span in spans:
            if span is not None and span.sort == "role" and not span.plural:
                out.extend(r.entity for r in self.one(o, frozenset({token.i})))
        return out

    def coarguments(self, token: Token) -> tuple[Entity, ...]:
        """Give the entities that a non-reflexive pronoun in object place cannot stand for: its clause's subject."""
        if token.dep_ in ("nsubj", "nsubjpass"):
            subject = accuser(token, self.acts)
            accusing = self.reading.spans[subject.i] if subject is not None else None
            return accusing.actors() if accusing is not None else ()
        if token.dep_ == "poss" or token.lower_.endswith("self"):
            return ()
        head = token.head
        while head.dep_ in ("prep", "pobj") and not is_verbal(head):
            head = head.head
        if token.dep_ == "pobj" and token.pos_ == "NOUN" and head.dep_ == "dobj" and is_verbal(head.head):
            head = head.head  # "imposed sanctions on the country"
        if not is_verbal(head):
            return ()
        subject = grammatical_subject(head)
        if subject is None or subject.i == token.i:
            return ()
        span = self.reading.spans[subject.i]
        if span is not None and span.sort == "role":
            return tuple(r.entity for r in self.one(subject, frozenset({token.i})))
        if span is not None and span.entity is not None:
            return span.actors()
        if subject.lower_ in HE or subject.lower_ in IT or subject.lower_ in FIRST:
            return tuple(r.entity for r in self.pronoun(subject))
        return ()
