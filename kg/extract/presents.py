"""Shows the parser a verb in its past form where it takes the present for a plural: "Peru raids Chile"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from kg.extract.grammar import OWNING, PREPOSITIONS, PURE_PARTICLES
from kg.extract.lexis import Lexis
from kg.extract.mentions import Span

_DOERS = frozenset({"person", "state", "organisation", "group", "organ", "role"})
_OPENS_AN_OBJECT = OWNING | frozenset("a an your this these those all any no two three several some".split())


def past_of(words: Sequence[str], i: int, before: Span, after: Span | None, lexis: Lexis) -> str | None:
    """Give the past form of the verb at token i, whose doer is the mention `before` it; None where it may be a noun.

    A form that may be a plural ("raids", "ships") is a verb where a name follows, or a word that opens an object.

    >>> from kg.extract.extractor import Extractor
    >>> from kg import Article
    >>> told = Extractor().extract(Article("a", "Peru raids Chile over a border dispute. Peru raids on Chile go on."))
    >>> [(e.predicate, e.status) for e in told.events]
    [('attacked', 'actual')]
    """
    verb, past = lexis.presents[words[i]]
    if before.sort not in _DOERS or before.members or before.plural:
        return None
    following = words[i + 1] if i + 1 < len(words) else ""
    if after is not None and after.start == i + 1:
        return past if after.sort != "date" else None  # "South Korean military exercises this weekend"
    if following in _OPENS_AN_OBJECT:
        return past
    if following == "the":
        return past if after is None or after.start != i + 2 else None  # "the sanctions the Senate passed"
    if following in PURE_PARTICLES:
        return past
    return past if following in PREPOSITIONS and verb not in lexis.nouns else None


def amounts(words: Sequence[str], i: int) -> bool:
    """Whether the "amount" at word i is a verb: "the raids amount to an act of war".

    >>> from kg import Article
    >>> from kg.extract.extractor import Extractor
    >>> text = "President Rao of Peru said Chile's raids amount to an act of war."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('criticized', 'Chile')]
    """
    if i + 1 >= len(words) or words[i + 1] != "to":
        return False
    return i > 0 and words[i - 1] not in _OPENS_AN_OBJECT and words[i - 1] not in ("that", "would", "will", "to", "not")


def restore_presents(doc: Doc, presents: Iterable[int]) -> None:
    """Give the verbs that the parser saw in the past the tag of the present."""
    for i in presents:
        token = doc[i]
        if token.tag_ in ("VBD", "VBN"):
            token.tag_ = "VBZ"
