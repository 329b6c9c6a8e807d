"""Adds the dates of a text to its mentions, so that the parser sees one word for each."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence

from kg.extract.dates import find_dates
from kg.extract.mentions import Span

_AUXILIARIES = frozenset(
    "will would shall should may might can could must has have had is are was were be been".split()
)
"""What a date may part from its verb: "will on Tuesday, 5 August 2003, host"."""


def with_dates(
    text: str, words: Sequence[str], offsets: Sequence[int], spans: list[Span], starts: frozenset[int]
) -> list[Span]:
    """Add a mention for each date that stands by itself ("on Monday", "in April 2022"), with its preposition."""
    taken = {i for s in spans for i in range(s.start, s.end)}
    edges = [*sorted(starts), len(text)]
    out = list(spans)
    for begin, end in itertools.pairwise(edges):
        for date in find_dates(text[begin:end]):
            if date.attributive or date.complement:
                continue
            first = bisect.bisect_right(offsets, begin + date.start) - 1
            last = bisect.bisect_left(offsets, begin + date.end)
            if first < 0 or last <= first or last - first > 8:
                continue
            opens = offsets[first] == begin
            if first and words[first - 1].casefold() in ("on", "in", "over", "during") and offsets[first - 1] >= begin:
                first -= 1
                opens = offsets[first] == begin
            if any(i in taken for i in range(first, last)):
                continue
            inside = first > 0 and not opens and words[first - 1].casefold() in _AUXILIARIES
            if inside and last < len(words) and words[last] == ",":
                last += 1
            taken.update(range(first, last))
            out.append(Span(first, last, "date", None, "opens" if opens else "inside" if inside else "a date"))
    return sorted(out, key=lambda s: s.start)
