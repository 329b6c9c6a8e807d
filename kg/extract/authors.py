"""Finds who "I" is outside quotations: the author of a statement, a speech or a release that an office published."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.coreference import Resolver
from kg.extract.entities import Entity
from kg.extract.grammar import FIRST, WE
from kg.extract.masking import Reading
from kg.extract.mentions import Span
from kg.model import Article

_SINGULAR = FIRST - WE
_HEAD = 40
"""Tokens of the heading in which a text names its author."""


def author_of(
    article: Article, reading: Reading, resolver: Resolver, find: Callable[[str], Sequence[Span]]
) -> Entity | None:
    """Give who wrote or spoke a text that says "I"; `find` gives the mentions of a line.

    That is whom its title names ("Statement by Alexander Downer", "Shevardnadze Statement"), whom it names in its
    heading as an officer of the publisher, first on a line of his own, or who held the publisher's office on the day;
    never somebody of another state.
    """
    own = resolver.publisher
    if own is None:
        return None
    first = _first_i(reading, resolver)
    if first is None:
        return None
    words = {word.strip(".,:;'’\"").casefold() for word in article.title.split()}
    title = find(article.title) if words & resolver.words["speech"] else ()
    heading = [i for i, s in enumerate(reading.spans[: min(first, _HEAD)]) if s is not None and s.sort == "person"]
    heading.sort(key=lambda i: not _is_line(i, reading))
    for span in (*title, *(reading.spans[i] for i in heading), *find(article.publisher or "")):
        found = _officer(span, own, resolver) if span is not None else None
        if found is not None and found.state() in (None, own):  # "Remarks With Foreign Minister Rudd" are not his
            return found
    office = resolver.publisher_office
    return resolver.holder_on_date(office, own) if office else None


def _is_line(i: int, reading: Reading) -> bool:
    """Whether a mention has a line of the heading for itself, as who signs a statement has: "John Kerry"."""
    before = reading.text[: reading.starts[i]].rpartition("\n")[2]
    behind = reading.text[reading.ends[i] :].partition("\n")[0]
    return not (before + behind).strip(" .,:")


def _officer(span: Span, own: Entity, resolver: Resolver) -> Entity | None:
    """Give the one person whom a mention names, or who held the office on the day: "Statement by the President"."""
    if span.members or span.plural:
        return None
    if span.sort == "person":
        known = span.entity is not None and (span.entity.record is not None or bool(span.role))
        return span.entity if known else None
    office = resolver.titles.head_of(span.role) if span.sort == "role" else ""
    return resolver.holder_on_date(office, span.entity or own) if office else None


def _first_i(reading: Reading, resolver: Resolver) -> int | None:
    """Give where the text first says "I" in its own voice."""
    return next((t.i for t in reading.doc if t.lower_ in _SINGULAR and not resolver.quoted(t.i)), None)
