"""Notes who was named where in the article, so that later phrases can look back."""

from __future__ import annotations

import itertools

from spacy.tokens import Token

from kg.extract.coreference.ground import Ground
from kg.extract.coreference.records import Seen, is_pact
from kg.extract.entities import Entity
from kg.extract.syntax import is_verbal

_LOCATIVE = frozenset("in at near from to through outside around across into".split())

_WITH = frozenset([("together", "with"), ("along", "with"), ("accompanied", "by"), ("joined", "by"), ("flanked", "by")])
"""Words that put others beside the subject, so that all of them are "they"."""


class Mentions(Ground):
    """The mentions of an article, singly and as coordinated sets."""

    def note_mentions(self) -> None:
        """Read all named mentions of the parsed doc in text order.

        Called again when the speakers are known, so that what is quoted counts for less.
        """
        self.seen.clear()
        self.taken_up.clear()
        self._roles.clear()
        self._pronouns.clear()
        doc = self.reading.doc
        self._joiners = [(a, b) for a, b in itertools.pairwise(doc) if (a.lower_, b.lower_) in _WITH]
        for token in doc:
            named = self._named_at(token)
            span = self.reading.spans[token.i]
            if span is not None and span.place is not None and token.dep_ == "pobj" and token.head.lower_ in _LOCATIVE:
                continue
            if not named:
                officers = self._officers(token)
                if len(officers) > 1:
                    self._note_mention(token, officers)
                elif self._may_join(token) and len(sides := self.coordinated(token)) == 2:
                    self._note_mention(token, sides)  # "the government and the FARC"
                continue
            together = self.coordinated(token)
            for entity in named:
                self._note_mention(token, (entity,))
            if len(together) > 1 and token.dep_ != "conj":
                self._note_mention(token, together)
            company = self._company(token, named)
            if len(company) > len(named):
                self._note_mention(token, company)

    def _may_join(self, token: Token) -> bool:
        """Whether more than one may be meant at a token: it is a mention, or others are coordinated with it."""
        if token.dep_ == "conj":
            return False
        joined = token.n_rights and any(c.dep_ == "conj" for c in token.rights)
        return bool(joined) or self.reading.spans[token.i] is not None

    def _officers(self, token: Token) -> tuple[Entity, ...]:
        """Give those for whom "the foreign ministers of Japan and South Korea" stands."""
        span = self.reading.spans[token.i]
        if span is None or span.sort != "role" or not span.plural or not span.members:
            return ()
        return tuple(dict.fromkeys(self.officer(e, span, token).entity for e in span.members))

    def _note_mention(self, token: Token, entities: tuple[Entity, ...]) -> None:
        subject = token.dep_ in ("nsubj", "nsubjpass")
        quoted = self.speaker_at(token.i) is not None
        self.seen.append(Seen(token.i, self.reading.sentence_of[token.i], entities, subject, quoted))

    def _company(self, token: Token, named: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Give a subject with those who go with it: "Solana visited Skopje together with Robertson"."""
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return ()
        for t, preposition in self._joiners:
            apart = not token.i < t.i < token.sent.end - 1
            if apart or not {t.head.i, t.head.head.i} & {token.i, token.head.i}:
                continue
            other = next((o for o in preposition.children if o.dep_ == "pobj"), None)
            people = all(e.kind == "person" for e in named)
            others = self.coordinated(other) if other is not None else ()
            return (*named, *(e for e in others if e not in named and (e.kind == "person") == people))
        return ()

    def _named_at(self, token: Token) -> tuple[Entity, ...]:
        """Give who is named at the token: by a name, an office, or a pronoun for a person."""
        span = self.reading.spans[token.i]
        if span is None:
            if token.lower_ in ("he", "she", "him") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
                return tuple(r.entity for r in self.pronoun(token)[:1])
            entity = self.unlisted(token)
            return (entity,) if entity is not None else ()
        if span.members:
            return span.members if span.sort not in ("adjective", "role") else ()
        if span.sort == "role":
            ours = span.plural and span.determiner == "our"  # nobody takes up "our envoys" as "it"
            return tuple(r.entity for r in self.role(token, span)[:1]) if not ours else ()
        if (
            span.sort == "group"
            and all(e.unnamed() for e in span.actors())
            and token.dep_ not in ("nsubj", "nsubjpass")
        ):
            return ()
        if span.sort == "organisation" and self._takes_no_part(span.actors()):
            return ()
        return span.actors() if span.sort != "adjective" else ()

    def _takes_no_part(self, named: tuple[Entity, ...]) -> bool:
        """Whether it is a pact or who brings the news, whom nothing takes up: "the Algiers Agreement", "the VOA".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Chad is at odds with Peru. Xinhua has more. It bombed Mali."
        >>> Extractor().extract(Article("a", text)).events[0].subjects[0].name
        'Chad'
        """
        papers, media = self.words["paperName"], self.words["medium"]
        return any(is_pact(e, papers) or e.name.casefold() in media for e in named)

    def coordinated(self, token: Token) -> tuple[Entity, ...]:
        """Give the named entities coordinated with the token, itself first."""
        out: list[Entity] = []
        stack = [token]
        while stack:
            t = stack.pop(0)
            out.extend(e for e in self._conjunct(t) if e not in out)
            if self.closed(t):
                continue
            stack.extend(c for c in t.children if c.dep_ == "conj" and not is_verbal(c))
        return tuple(out)

    def _conjunct(self, token: Token) -> tuple[Entity, ...]:
        span = self.reading.spans[token.i]
        unnamed = span is None or not span.actors()
        rules = unnamed and token.lemma_.casefold() in self.words["government"]
        if rules and any(t.dep_ == "conj" for t in (token, *token.children)):
            return tuple(r.entity for r in self.one(token, frozenset({token.i})))
        if span is None:
            if token.lower_ in ("he", "she"):
                return tuple(r.entity for r in self.pronoun(token)[:1])
            entity = self.unlisted(token)
            return (entity,) if entity is not None else ()
        if span.sort == "role" and not span.members:
            return tuple(r.entity for r in self.role(token, span))
        return span.actors() if span.sort != "adjective" else ()

    def closed(self, token: Token) -> bool:
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
            known = self.entities.named(name.casefold())
            acting = token.dep_ in ("nsubj", "nsubjpass") and name.isalpha() and not name.isupper()
            if known is not None or not acting:
                return known
        entity = self.entities.person(name)
        entity.first = min(entity.first, token.i)
        return entity
