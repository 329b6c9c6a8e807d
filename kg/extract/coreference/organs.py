"""Says which state an organ without a name acts for: "the army", "Danish police", "the government"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference.ground import Ground
from kg.extract.coreference.records import Reference
from kg.extract.mentions import Span


class Organs(Ground):
    """The organs of states."""

    def organ(self, token: Token, span: Span) -> tuple[Reference, ...]:
        """Give the state of an organ: its own, its owner's, or that of the place of the report."""
        if span.entity is not None:
            return (Reference(span.entity, span.reason, token.i),)
        owners = self.owners(token, frozenset({token.i}))
        if owners:
            return tuple(owners)
        return self.at_home(token, span.role)

    def at_home(self, token: Token, what: str) -> tuple[Reference, ...]:
        """Give the state that "the government", "the army" most likely belongs to: that of the place of the report."""
        sentence = self.reading.sentence_of[token.i]
        last = what.split()[-1]
        if last in self.words["unruly"] and self.topic is not None and self.topic not in self.home:
            return (Reference(self.topic, f"the {what} of the state that the article is about", token.i, weak=True),)
        if self.dateline is not None and last not in self.words["upstart"]:
            return (Reference(self.dateline, f"the {what} where the report was written", token.i, weak=True),)
        here = {e for s in self.seen if s.sentence == sentence for e in s.entities}
        states = {e.state() for e in here}
        for seen in reversed(self.seen):
            if seen.token < token.i and 0 < sentence - seen.sentence <= 3 and len(seen.entities) == 1:
                state = seen.entities[0].state()
                if state is not None and state.kind == "state" and seen.subject and state not in states:
                    return (Reference(state, f"the {what} of the state named last", token.i, weak=True),)
        return tuple(Reference(e, f"the {what} of the article's own state", token.i, weak=True) for e in self.home[:1])
