"""Says which land or body is taken up without its name: "the Andean country", "the kingdom", "the bloc"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.coreference.organs import Organs
from kg.extract.coreference.records import Reference
from kg.extract.entities import Entity
from kg.extract.mentions import Span

_SEVERAL = ("NNS", "NNPS")


class Lands(Organs):
    """Lands and bodies that a common noun takes up."""

    def land_taken_up(self, token: Token, low: str) -> Sequence[Reference]:
        """Give the state that "the country" is."""
        found = self.state_before(token)
        if self.topic is not None and found in self._named_in_a_row(token):
            found = self.topic if self.topic not in self.coarguments(token) else found
        return (Reference(found, f"the {low} named before", token.i, weak=True),) if found else ()

    def land_of_region(self, token: Token, span: Span) -> Sequence[Reference] | None:
        """Give the state of a region that was named before, or None where it is not a land that is taken up.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru and Kenya have been at odds for years. The South American nation accused Kenya of lying."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Peru', 'Kenya')]
        """
        region = span.entity
        if region is None or token.tag_ in _SEVERAL or token.lower_ not in self.words["country"]:
            return None
        lands = self.entities.gazetteer.states_of(region.name)
        if not lands or not self.definite(token):
            return None
        found = self.state_before(token, lands)
        return (Reference(found, f"the {token.lower_} of {region.name} named before", token.i),) if found else ()

    def states_listed(self, token: Token, span: Span, seen: frozenset[int]) -> Sequence[Reference]:
        """Give the states that a list behind a region names: "three Baltic states – Estonia, Latvia and Lithuania –".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Two Baltic states - Estonia and Latvia - condemned Chad."
        >>> [[a.name for a in e.subjects] for e in Extractor().extract(Article("a", text)).events]
        [['Estonia', 'Latvia']]
        """
        if span.entity is None or span.entity.record is None or not span.entity.record.covers:
            return ()
        lists = (c for c in token.children if c.dep_ == "appos" and c.i > token.i and c.i not in seen)
        behind = next((c for c in lists if (s := self.reading.spans[c.i]) is not None and s.members), None)
        return self.actors(behind, seen=seen) if behind is not None else ()

    def body_taken_up(self, token: Token, low: str) -> Sequence[Reference]:
        """Give the body that "the bloc" or "the front" is, one that bears the word in its name before others.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Chad and the Polisario Front are at odds. The front accused Chad of lying."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Polisario Front', 'Chad')]
        """
        by_name = low in self.words["bodyByName"]
        kinds = ("group", "organisation")
        borne = kinds if by_name else kinds[1:]
        inner = {*self.within(token), *self.coarguments(token)}
        found = self.latest(token, lambda e: e.kind in borne and low in e.name.casefold().split() and e not in inner)
        if found is None and not by_name:
            fights = any(c.lower_ in self.titles.fighters | self.titles.faction_marks for c in token.children)
            found = self.latest(token, lambda e: e.kind in (kinds[:1] if fights else kinds) and e not in inner)
        return (Reference(found, f"the {low} named before", token.i, weak=True),) if found is not None else ()

    def member_state(self, token: Token) -> Sequence[Reference]:
        """Give the state that "the NATO member" is: the one named last.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Turkey and Chad are at odds. The NATO member accused Chad of lying."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Turkey', 'Chad')]
        """
        bodies = [self.reading.spans[c.i] for c in token.children if c.dep_ in ("compound", "amod", "nmod")]
        if token.lower_ != "member" or not self.definite(token):
            return ()
        if all(s is None or s.entity is None or s.entity.kind != "organisation" for s in bodies):
            return ()
        found = self.state_before(token)
        return (Reference(found, "the member named before", token.i, weak=True),) if found else ()

    def is_body_taken_up(self, token: Token, low: str) -> bool:
        """Whether a noun takes up a body named before: "the bloc", and "the front" where it is no line of battle."""
        known = low in self.words["association"] or (low in self.words["bodyByName"] and token.tag_ == "NN")
        return known and self.definite(token) and not self.named_by_another(token, low)

    def _named_in_a_row(self, token: Token) -> set[Entity]:
        """Give those whom the sentence names with others: "France and the US cut their aid and left the country"."""
        here = self.reading.sentence_of[token.i]
        rows = (s for s in self.seen if s.sentence == here and s.token < token.i and len(s.entities) > 1)
        return {e for row in rows for e in row.entities}
