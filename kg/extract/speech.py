"""What the rules about speakers look at: the words of speech, and a parsed text with its quotations marked."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence
from typing import Protocol

from spacy.tokens import Doc, Token

from kg.extract.grammar import RELATIVE
from kg.extract.lexis import words_of
from kg.extract.quotes import QuoteSpan
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import is_passive, is_verbal

_LONGEST_APPOSITION = 12


class Parsed(Protocol):
    """A parsed doc whose tokens know their place in the source text: token i is text[starts[i]:ends[i]]."""

    doc: Doc
    text: str
    starts: list[int]
    ends: list[int]


class SpeechView:
    """A parsed text with the tokens of its quotations marked; tells places, words of speech and subjects."""

    def __init__(
        self,
        quotes: Sequence[QuoteSpan],
        parsed: Parsed,
        is_actor: Callable[[int], bool] | None,
    ) -> None:
        self.vocabulary = words_of(parsed.doc)
        self.doc, self.text = parsed.doc, parsed.text
        self.starts, self.ends = parsed.starts, parsed.ends
        self.quotes = list(quotes)
        self.is_actor = is_actor or (lambda i: self.doc[i].pos_ in ("PROPN", "PRON", "NOUN"))
        self.in_quote = [False] * len(self.doc)
        for quote in self.quotes:
            for i in self.tokens(quote.start, quote.end):
                self.in_quote[i] = True
        self.sentences = [(s.start, s.end) for s in self.doc.sents] if len(self.doc) else []
        self.sentence_starts = [first for first, _ in self.sentences]

    def tokens(self, start: int, end: int) -> range:
        """The tokens that begin in text[start:end]."""
        return range(bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end))

    def sentence(self, i: int) -> tuple[int, int]:
        return self.sentences[bisect.bisect_right(self.sentence_starts, i) - 1]

    def around(self, quote: QuoteSpan) -> tuple[range, range]:
        """The tokens of the sentences of a quotation before and after it, marks left out."""
        inside = self.tokens(quote.start, quote.end)
        first, last = self.sentence(inside[0])[0], self.sentence(inside[-1])[1]
        before = range(first, bisect.bisect_left(self.starts, quote.outer_start))
        return before, range(bisect.bisect_left(self.starts, quote.outer_end), last)

    def words(self, tokens: range) -> list[int]:
        return [i for i in tokens if not self.in_quote[i] and self.doc[i].is_alpha]

    @staticmethod
    def own_subject(verb: Token) -> bool:
        return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)

    def subject(self, verb: Token) -> int | None:
        """The one who speaks by a reporting verb; the agent of a passive."""
        if is_passive(verb):
            agent = next((c for c in verb.children if c.dep_ == "agent"), None)
            named = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
            return self.actor_of(named) if named is not None else None
        subject = grammatical_subject(verb)
        if subject is None or self.in_quote[subject.i]:
            return None
        return self.actor_of(subject)

    def actor_of(self, noun: Token) -> int:
        """The actor that a noun phrase names: its head, or the one beside, owning or issuing it."""
        if noun.lower_ in RELATIVE:
            first = self.sentence(noun.i)[0]
            return next((i for i in range(noun.i - 1, first - 1, -1) if self.is_named(i)), noun.i)
        apposed = next((c for c in noun.children if c.dep_ == "appos" and c.i > noun.i and c.pos_ == "PROPN"), None)
        if apposed is not None and noun.pos_ == "NOUN" and self.is_named(apposed.i):
            return apposed.i
        if self.is_named(noun.i):
            return noun.i
        edge = noun.left_edge.i
        if noun.pos_ == "NOUN" and edge and self.doc[edge - 1].text == ",":  # "X, a survivor of the war, said"
            first = max(self.sentence(noun.i)[0], edge - _LONGEST_APPOSITION)
            named = next((i for i in range(edge - 2, first - 1, -1) if self.is_actor(i) and self.is_named(i)), None)
            if named is not None:
                return named
        for deps in (("appos", "compound", "nmod"), ("poss",)):
            found = next((c for c in noun.children if c.dep_ in deps and self.is_named(c.i)), None)
            if found is not None:
                return found.i
        for prep in (c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "from", "by", "for")):
            found = next((c for c in prep.children if c.dep_ == "pobj" and self.is_actor(c.i)), None)
            if found is not None:
                return found.i
        if noun.lemma_.lower() in self.vocabulary["speech"] and is_verbal(noun.head):
            issuer = grammatical_subject(noun.head)
            if issuer is not None and issuer.i != noun.i:
                return issuer.i
        return noun.i

    def is_saying(self, token: Token) -> bool:
        return bool(token.tag_.startswith("VB")) and str(token.lemma_).lower() in self.vocabulary["speak"]

    def reports(self, token: Token) -> bool:
        lemma = str(token.lemma_).lower()
        return bool(token.tag_.startswith("VB")) and (
            lemma in self.vocabulary["speak"] or lemma in self.vocabulary["characterise"]
        )

    def is_named(self, i: int) -> bool:
        return self.is_nominal(i) and (self.is_actor(i) or self.doc[i].pos_ == "PROPN")

    def is_nominal(self, i: int) -> bool:
        return self.doc[i].pos_ in ("PROPN", "PRON", "NOUN")
