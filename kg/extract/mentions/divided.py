"""Reads both halves of a divided land where one word stands for them: "the two Koreas"."""

from __future__ import annotations

from kg.extract.mentions.draft import Draft
from kg.extract.mentions.span import Span


def read_divided(draft: Draft) -> None:
    """Read "the two Koreas" as both, whatever their quarters are called.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> found = Extractor().extract(Article("a", "The two Koreas held talks on Monday.")).events
    >>> [s.name for s in found[0].subjects]
    ['North Korea', 'South Korea']
    """
    for i in range(1, len(draft.words)):
        word = draft.words[i]
        if word[-1] != "s" or not word[0].isupper() or draft.lower[i - 1] not in ("two", "both", "divided"):
            continue
        names = (f"{quarter} {word[:-1]}" for quarter in sorted(draft.titles.words["quarter"]))
        halves = tuple(draft.entities.of_record(n) for n in names if n in draft.entities.gazetteer.records)
        if len(halves) == 2:
            reason = "the halves of a divided land"
            draft.claim(Span(i, i + 1, "state", halves[0], reason, plural=True, members=halves))
