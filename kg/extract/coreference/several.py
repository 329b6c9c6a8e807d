"""Says who "they" are: those who just spoke with each other, or the several, or the body of many, in focus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference.ahead import spoke_before
from kg.extract.coreference.ground import Ground
from kg.extract.coreference.records import Reference, Seen
from kg.extract.entities import Entity
from kg.extract.grammar import HE
from kg.extract.syntax import SUBJECTS, child, is_verbal, prepositions, verb_above

_READOUT = 4
"""Sentences within which "they" in an office's own text are those whose talk it is about."""

_TALKERS = 4
"""More who spoke with each other are no "they"."""

_FAR = -13.0
"""Score of those named two sentences before, who are "they" no more."""


class They(Ground):
    """The pronoun of several."""

    @staticmethod
    def parallel(token: Token) -> frozenset[int]:
        """Give the tokens of the clause before, where an object pronoun follows it: "broke with Qatar and kept it"."""
        if token.dep_ not in ("dobj", "pobj", "dative"):
            return frozenset()
        verb = verb_above(token.head)
        if verb.dep_ != "conj" or not is_verbal(verb.head) or child(verb, "nsubj", "nsubjpass") is not None:
            return frozenset()
        return frozenset(t.i for t in verb.head.subtree if t.i < verb.i)

    def they(self, token: Token) -> Sequence[Reference]:
        """Give the two persons of the sentence, or else the several, or the body of many, in focus."""
        acting = self._who_act_in_the_report(token)
        if acting:
            return acting
        sentence = self.reading.sentence_of[token.i]
        if token.dep_ == "nsubj" and token.head.dep_ in ("advcl", "relcl"):
            near = [s for s in self.seen if s.sentence == sentence and s.token < token.i]
            if not any(len(s.entities) > 1 for s in near):
                people = list(dict.fromkeys(e for s in near for e in s.entities if e.kind == "person"))
                if len(people) == 2:
                    return [Reference(e, "“they” for the two persons of the sentence", token.i) for e in people]
        those = self._who_needs_it(token)
        if those:
            return those
        best: tuple[Entity, ...] = ()
        best_score = -1e9
        parallel = self.parallel(token)
        taken_up = list(self._taken_up_before(token))
        whole = [set(s.entities) for s in taken_up]  # "Rao met A and B. They": all three
        candidates = [s for s in self.seen if not any(set(s.entities) < all_ for all_ in whole if len(s.entities) > 1)]
        candidates += taken_up
        speaker = self.speaker_at(token.i)
        if speaker is not None:
            near = [s for s in candidates if s.token < token.i and sentence - s.sentence <= 3]
            if any(speaker in s.entities for s in near):  # who speaks is none of "them"
                candidates = [s for s in candidates if all(e.kind != "person" for e in s.entities)]
        for seen in candidates:
            away = sentence - seen.sentence
            if seen.token >= token.i or away > 3:
                continue
            plural = len(seen.entities) > 1
            entity = seen.entities[0]
            span = self.reading.spans[seen.token]
            body = span is not None and span.sort == "organ" and away == 0
            if not plural and span is not None and span.sort == "role" and not span.plural:
                continue  # "the chairman of the league" is no "they"
            if not (plural or body or entity.kind in ("group", "organisation") or self.are_many(seen.token)):
                continue
            score = -10.0 * away + (6 if seen.subject else 0) + (4 if plural else 0) - (6 if seen.quoted else 0)
            score += 14 if seen.token in parallel and not seen.subject else 0
            score -= 12 if self.reading.doc[seen.token].dep_ in ("compound", "amod", "nmod") else 0
            score -= (token.i - seen.token) * 0.02
            if score > best_score:
                best, best_score = seen.entities, score
        rival = self._plural_without_name(token, best_score)
        if rival is not None:
            named = [r for r in self.actors(rival) if r.entity is not speaker]
            return [replace(r, reason=f"“{token.lower_}” for those in focus") for r in named]
        if best_score < _FAR and best not in [s.entities for s in taken_up]:
            return []
        others = self._dealt_with_by_them(token) if len(best) > 2 else frozenset()
        return [Reference(e, f"“{token.lower_}” for those in focus", token.i) for e in best if e not in others]

    def _who_act_in_the_report(self, token: Token) -> list[Reference]:
        """Give who acts in what others report: "UN officials said the rebels were advancing after they took Kelo".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peruvian officials said Boko Haram fighters were advancing after they captured Kelo, a town."
        >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
        [('Boko Haram', 'seized')]
        """
        clause, told = token.head, token.head.head
        if token.dep_ not in SUBJECTS or clause.dep_ != "advcl" or told.dep_ != "ccomp":
            return []
        if any(m.dep_ == "mark" and m.lower_ in ("if", "unless") for m in clause.children):
            return []
        subject = child(told, *SUBJECTS)
        if subject is None or subject.pos_ not in ("NOUN", "PROPN") or subject.i > token.i:
            return []
        span = self.reading.spans[subject.i]
        many = (
            subject.tag_ in ("NNS", "NNPS") or self.are_many(subject.i) or (span is not None and span.sort == "group")
        )
        found = [r for r in self.actors(subject) if r.entity.kind != "person"] if many else []
        return [replace(r, reason=f"“{token.lower_}” for who is told to act") for r in found]

    def _who_needs_it(self, token: Token) -> list[Reference]:
        """Give the people of a land whom help is for while they fight: "support to the people of Chad as they fight".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Rao and Paz discussed support to the people of Chad as they fight against Mali."
        >>> [e.subjects[0].name for e in Extractor().extract(Article("a", text)).events if e.predicate == "attacked"]
        ['Chad']
        """
        clause = token.head
        if token.dep_ != "nsubj" or clause.dep_ != "advcl":
            return []
        if not any(c.lower_ in ("as", "while") and c.dep_ == "mark" for c in clause.children):
            return []
        for t in reversed(token.doc[token.sent.start : token.i]):
            if t.dep_ == "pobj" and t.pos_ == "NOUN" and t.head.lower_ in ("to", "for", "with", "of"):
                found = [o for p, o in prepositions(t) if p.lower_ == "of"]
                if t.lower_ in self.words["nation"]:
                    lands = [r for o in found for r in self.actors(o) if r.entity.kind in ("state", "place")]
                    return [replace(r, reason="“they” for the people of the land") for r in lands]
        return []

    def _plural_without_name(self, token: Token, score: float) -> Token | None:
        """Give the nearest several whom only a noun tells of, if they are nearer: "gave the militants a day. They"."""
        here = self.reading.sentence_of[token.i]
        named = {s.token for s in self.seen}
        best = None
        for t in reversed(token.doc[: token.i]):
            away = here - self.reading.sentence_of[t.i]
            if -10.0 * away + 10 <= score:
                break
            if t.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "dative"):
                continue
            leads = t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ in ("ROOT", "conj", "ccomp")
            rank = -10.0 * away + 4 + 6 * leads - (token.i - t.i) * 0.02
            if rank > score and t.i not in named and t.head is not token.head and self._are_several(t):
                best, score = t, rank
        return best

    def _are_several(self, token: Token) -> bool:
        """Whether a plural noun without a name stands for parties or people: "the sides", "rebels", "villagers"."""
        span = self.reading.spans[token.i]
        if token.tag_ not in ("NNS", "CD") or (span is not None and span.sort != "role"):
            return False
        forms = {token.lower_, token.lemma_.casefold()}
        return span is not None or bool(forms & self.words["several"]) or token.lower_ in self.titles.plurals

    def _dealt_with_by_them(self, token: Token) -> frozenset[Entity]:
        """Give those whom the sentence names behind "with", who are none of them: "their meeting with Lake"."""
        return frozenset(
            e
            for s in self.seen
            if s.sentence == self.reading.sentence_of[token.i] and s.token > token.i
            for e in s.entities
            if self.reading.doc[s.token].head.lower_ == "with"
        )

    def _taken_up_before(self, token: Token) -> Iterator[Seen]:
        """Give the several whom phrases just took up, and who dealt with each other: "A called B. They agreed"."""
        sentence = self.reading.sentence_of
        here = sentence[token.i]
        for at, (_, members) in self.taken_up.items():
            if here - sentence[at] > 1:
                continue
            subject = self.reading.doc[at].dep_ in ("nsubj", "nsubjpass")
            yield Seen(at, sentence[at], members, subject, quoted=self.speaker_at(at) is not None)
        for deed in self.deeds:
            at, parties = deed.at, deed.parties
            readout = self.publisher is not None and token.lower_ == "they" and self.speaker_at(token.i) is None
            among = readout and all(e.kind == "person" for e in parties)
            talked = deed.predicate in self.predicates["talking"] and (len(deed.doers) == 1 or among)
            talked = talked and 2 <= len(parties) <= _TALKERS
            if talked and readout and here - sentence[at] <= _READOUT:
                yield Seen(at, max(sentence[at], here - 1), parties, subject=True, quoted=False)
            elif talked and here - sentence[at] <= 2:
                yield Seen(at, sentence[at], parties, subject=False, quoted=self.speaker_at(at) is not None)

    def are_many(self, i: int) -> bool:
        """Whether the mention is of many: "Syrians", "soldiers", "the ministers"."""
        span = self.reading.spans[i]
        return span is not None and (
            span.sort == "people"
            or (span.sort in ("organ", "role", "group") and span.plural)
            or self.reading.doc[i].tag_ == "NNS"
        )

    def spokesman(self, token: Token) -> list[Reference]:
        """Give the body whose spokesman, whom nothing names, goes on to speak: "a spokesman said … He denied"."""
        speaker = spoke_before(token)
        span = self.reading.spans[speaker.i] if speaker is not None else None
        unnamed = span is not None and span.sort == "role" and not span.plural
        if speaker is None or not (unnamed or speaker.lower_ in HE):
            return []
        found = self.actors(speaker)
        here = self.reading.sentence_of[speaker.i]
        told = [e for s in self.seen if s.sentence == here and s.subject for e in s.entities if e.kind == "person"]
        if len(found) != 1 or found[0].entity.kind == "person" or (told and unnamed):
            return []
        return [replace(found[0], reason=f"“{token.lower_}” for the unnamed speaker", token=token.i, weak=True)]
