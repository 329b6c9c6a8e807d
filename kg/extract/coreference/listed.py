"""Says who several are by the list behind them: "18 men - three Poles and two Danes", "a Pole, a Dane and a Turk"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.coreference.ground import Ground
from kg.extract.coreference.records import Reference
from kg.extract.grammar import PARTS
from kg.extract.lexis import words_of
from kg.extract.syntax import child

_PEOPLES = frozenset({"people", "adjective"})


class Listed(Ground):
    """The nations and names that stand behind a word for several."""

    def listed_behind(self, token: Token, seen: frozenset[int]) -> Sequence[Reference]:
        """Give who several are by the names or nations behind: "18 men - three Poles and two Danes - were freed".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Chad freed two tourists, a Danish nurse and a Polish teacher, on Monday."
        >>> [[o.name for o in e.objects] for e in Extractor().extract(Article("a", text)).events]
        [['Denmark', 'Poland']]
        """
        several = token.tag_ == "NNS"
        people = several and token.lemma_.casefold() in self.words["hitAtHome"] | self.words["whoIsHeld"]
        for c in token.children:
            if c.dep_ != "appos" or c.i in seen or c.i < token.i:
                continue
            if self.reading.spans[c.i] is not None:
                return self.actors(c, seen=seen) if several else self.one(c, seen | {c.i})
            found = self.actors(c, seen=seen) if people else []
            if found:
                return found
        return ()

    def opens_a_list(self, token: Token) -> bool:
        """Whether a list is read as an apposition: "a Pole, a Dane and a Turk"."""
        own = self.reading.spans[token.i]
        if own is None or own.sort not in _PEOPLES:
            return False
        behind = child(token, "appos")
        other = self.reading.spans[behind.i] if behind is not None else None
        if behind is None or other is None or other.sort not in _PEOPLES or child(behind, "conj") is None:
            return False
        return own.entity is not other.entity


def whole_of(token: Token, seen: frozenset[int]) -> Token | None:
    """Give what a part is a part of: "most of the members", "thousands of Syrians"."""
    forms = {token.lemma_.casefold(), token.lower_}
    if not (forms & PARTS or forms & words_of(token)["part"]) and token.pos_ != "NUM":
        return None
    for c in token.children:
        if c.dep_ == "prep" and c.lower_ in ("of", "from", "among"):
            for o in c.children:
                if o.dep_ == "pobj" and o.i not in seen:
                    return o
    return None
