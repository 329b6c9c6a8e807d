"""Finds the outermost quotations of a text, in curly, straight and single marks, and the turns of transcripts."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Literal

from kg.extract.sentences import paragraph_starts
from kg.extract.stops import Stops
from kg.extract.turns import Turn, turns

_DOUBLE_OPEN = "“„«"
_DOUBLE_CLOSE = "”»"
_BEFORE_OPENING = "([{—–-/:;“\"'‘"
_ELISION = re.compile(r"['’‘](?:em|til|tis|twas|cause|n|s|d|ll|re|ve|t|m|round)\b|['’‘]\d", re.IGNORECASE)
_GREETING = re.compile(r"(?:good\s(?:morning|afternoon|evening|day)|hello|hi|welcome|thank\syou)\b", re.IGNORECASE)
_GREETING_WORDS = 25


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """A quotation: text[start:end] is what is quoted, text[outer_start:outer_end] includes the marks.

    `paragraph` is the offset at which its paragraph begins. A turn of a transcript has no marks but a label.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    kind: Literal["double", "single", "turn"] = "double"
    closed: bool = True
    turn: Turn | None = None


def find_quotes(text: str, stops: Stops | None = None) -> list[QuoteSpan]:
    """Find the quotations of an article in text order, without overlap and without the nested ones.

    A quotation that its paragraph leaves open ends with the paragraph; `stops` as for `sentence_starts`. Never raises.

    >>> [text[q.start:q.end] for text in ["“It’s ‘over’,” he said: 'very well'."] for q in find_quotes(text)]
    ['It’s ‘over’,', 'very well']
    """
    starts = sorted({0, *paragraph_starts(text, stops), len(text)})
    transcript = turns(text)
    found: list[QuoteSpan] = []
    for begin, end in itertools.pairwise(starts):
        turn = next((t for t in transcript if t.start <= begin < max(t.end, t.start + 1)), None)
        if turn is None or turn.is_question:
            found += _marked(text, begin, end)
        else:
            spoken = _turn_paragraph(text, max(begin, turn.said), min(end, turn.end), turn)
            found += [spoken] if spoken else []
    return found


def _turn_paragraph(text: str, begin: int, end: int, turn: Turn) -> QuoteSpan | None:
    said = text[begin:end].rstrip()
    if not said or (_GREETING.match(said) and len(said.split()) <= _GREETING_WORDS):
        return None
    return QuoteSpan(begin, begin + len(said), begin, begin + len(said), begin, "turn", turn=turn)


def _marked(text: str, begin: int, end: int) -> list[QuoteSpan]:
    found: list[QuoteSpan] = []
    i = begin
    while i < end:
        quote = None
        if _opens_double(text, i, begin, end):
            close = _double_close(text, i, end)
            stop = close if close is not None else begin + len(text[begin:end].rstrip())
            after = stop if close is None else stop + 1
            quote = QuoteSpan(i + 1, stop, i, max(after, i + 1), begin, "double", close is not None)
        elif _opens_single(text, i, begin, end):
            close = _single_close(text, i, end)
            if close is not None:
                quote = QuoteSpan(i + 1, close, i, close + 1, begin, "single")
        if quote is None:
            i += 1
            continue
        i = quote.outer_end
        trimmed = _trim(text, quote)
        if trimmed is not None:
            found.append(trimmed)
    return found


def _trim(text: str, quote: QuoteSpan) -> QuoteSpan | None:
    inner = text[quote.start : quote.end]
    start = quote.start + len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    if not any(c.isalnum() for c in inner):
        return None
    return QuoteSpan(start, end, quote.outer_start, quote.outer_end, quote.paragraph, quote.kind, quote.closed)


def _starts_word(text: str, i: int, begin: int, end: int) -> bool:
    """Whether a mark at i stands before a word and after a blank, a bracket or a dash."""
    before = text[i - 1] if i > begin else " "
    after = text[i + 1] if i + 1 < end else " "
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()


def _opens_double(text: str, i: int, begin: int, end: int) -> bool:
    mark = text[i]
    if mark in _DOUBLE_OPEN:
        return True
    if mark == '"' and (i == begin or text[i - 1].isspace()) and text[i + 1 : i + 2] == " ":  # a blank typed after it
        return any(text[k] == '"' and _ends_word(text, k, end) for k in range(i + 3, end))
    return mark in '"”' and _starts_word(text, i, begin, end)


def _ends_word(text: str, i: int, end: int) -> bool:
    """Whether a mark at i stands after a word or a stop and before no letter."""
    after = text[i + 1] if i + 1 < end else " "
    return not after.isalnum() and not text[i - 1].isspace()


def _double_close(text: str, opened: int, end: int) -> int | None:
    """The mark that closes the quotation opened at `opened`, also where the wrong mark was typed."""
    depth = 0
    nested_single = False
    for i in range(opened + 1, end):
        mark = text[i]
        if mark == "‘":
            nested_single = True
        elif mark == "’" and nested_single and _ends_word(text, i, end):
            nested_single = False
        elif mark in _DOUBLE_OPEN:
            if _closers_ahead(text, i + 1, end) <= depth + 1:
                return _before_next(text, opened, i)
            depth += 1
        elif mark in _DOUBLE_CLOSE or (mark == '"' and _ends_word(text, i, end)):
            if i + 1 < end and text[i + 1] in '”"»' and not depth:
                continue
            mistyped = mark == '"' and text[opened] in _DOUBLE_OPEN
            if depth:
                depth -= 1
            elif (nested_single or mistyped) and _next_double(text, i, end) in ("”", "»"):
                nested_single = False
            else:
                return i
    return None


def _before_next(text: str, opened: int, i: int) -> int:
    """Where a quotation that was never closed ends before the next one opens at i."""
    return opened + 1 + len(text[opened + 1 : i].rstrip())


def _closers_ahead(text: str, start: int, end: int) -> int:
    return sum(text[i] in _DOUBLE_CLOSE or (text[i] == '"' and _ends_word(text, i, end)) for i in range(start, end))


def _next_double(text: str, i: int, end: int) -> str:
    return next((text[k] for k in range(i + 1, end) if text[k] in '“”"„«»'), "")


def _opens_single(text: str, i: int, begin: int, end: int) -> bool:
    if text[i] not in "‘'":
        return False
    return _starts_word(text, i, begin, end) and not _ELISION.match(text, i)


def _single_close(text: str, opened: int, end: int) -> int | None:
    """The closing single mark: the first one that cannot be the apostrophe of a plural, else the last that can."""
    marks = "’'" if text[opened] == "‘" else "'"
    doubtful = None
    for i in range(opened + 2, end):
        if text[i] not in marks or not _ends_word(text, i, end):
            continue
        after = text[i + 1 : i + 2]
        plural = text[i - 1] in "sS" and after == " " and text[i + 2 : i + 3].isalpha()
        if not plural:
            return i
        doubtful = i
    return doubtful
