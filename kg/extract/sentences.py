"""Sentence boundaries of news text, set before the parser so that it cannot move them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.stops import Stops, shipped_stops
from kg.extract.turns import dateline, turns

_OPENERS = "\"'“‘„«([¿¡"
_CLOSERS = "\"'”’»)]"


_STOP = re.compile(
    rf"(?P<stop>[.!?…。]+)(?P<close>[{re.escape(_CLOSERS)}]*)(?P<note>(?:\[\d+\])*)(?P<gap>\s+)"
    rf"(?P<open>[{re.escape(_OPENERS)}]*)(?=(?P<next>\S))"
)
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?][”\"]?(?=[A-Z][a-z]+[ ,])")
_BULLET = re.compile(r"(?:[•·▪●○◦‣*■–—-]\s|\d{1,2}[.)]\s|[a-z]\)\s|\(\d{1,2}\)\s|\d{1,2}[:.]\d{2}\b)")
_BULLET_DATE = re.compile(
    r"^[^\S\n]*[•·▪●○◦‣*■–—-]?[^\S\n]*(?P<date>[^\n:.;!?]{3,40}\d[^\n:.;!?]{0,20}):[^\S\n]+(?=\S)", re.MULTILINE
)
_TIME_STAMP = re.compile(
    r"^[^\S\n]*\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?(?:[A-Z]{2,5})(?:[+-]\d{1,2})?\)?)?\s*[—–-]\s*", re.MULTILINE
)
_LIST_NUMBER = re.compile(r"^[^\S\n]*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s+", re.MULTILINE)
_WRAP_LIMIT = 120
_HAS_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def mark_sentences(doc: Doc) -> None:
    """Set `is_sent_start` of every token of a tokenised, unparsed doc; a merged token is never divided."""
    if not len(doc):
        return
    starts = set(sentence_starts(doc.text))
    seen_text = False
    for token in doc:
        is_text = not token.is_space
        token.is_sent_start = token.i == 0 or (is_text and seen_text and token.idx in starts)
        seen_text = seen_text or is_text


def sentence_starts(text: str, stops: Stops | None = None) -> list[int]:
    """Offsets at which a sentence begins, ascending; the first is that of the first character that is no blank.

    `stops` tells which full stops end a sentence (by default, by the abbreviations of the shipped lexicon).

    >>> sentence_starts("Mr. Hunt left. “Why?” asked Lt. Gen. Ghai.")
    [0, 15]
    """
    if not text.strip():
        return []
    stops = stops or shipped_stops()
    first = len(text) - len(text.lstrip())
    forbidden = {m.end() for m in _LIST_NUMBER.finditer(text)}
    starts = {
        first,
        *paragraph_starts(text, stops),
        *(s for s in _stop_starts(text, stops) if s not in forbidden),
        *_prefix_ends(text),
    }
    return sorted(starts)


def _stop_starts(text: str, stops: Stops) -> Iterator[int]:
    for match in _STOP.finditer(text):
        if "\n" in match["gap"]:
            continue
        if stops.end_sentence(text, match):
            yield match.end("gap")
    yield from (m.end() for m in _GLUED.finditer(text))


def paragraph_starts(text: str, stops: Stops | None = None) -> Iterator[int]:
    """Starts of lines that begin anew; a hard-wrapped paragraph keeps its lines together."""
    stops = stops or shipped_stops()
    for block in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+", text):
        lines = block[0].split("\n")
        if not lines[-1]:
            lines.pop()
        wrapped = _is_wrapped(lines)
        position = block.start()
        for i, line in enumerate(lines):
            content = line.lstrip()
            start = position + len(line) - len(content)
            if i == 0 or _begins_anew(content, lines[i - 1].rstrip(), wrapped, stops):
                yield start
            position += len(line) + 1


def _begins_anew(content: str, previous: str, wrapped: bool, stops: Stops) -> bool:
    if _BULLET.match(content) or _LABEL_START.match(content):
        return True
    stopped = previous.rstrip(_CLOSERS).endswith((".", "!", "?", "…", ":"))
    if content[:1].islower():
        return False
    if not wrapped:
        return True
    if not stopped:
        return False
    if previous.endswith(":"):
        return False
    joined = f"{previous} {content}"
    match = _STOP.search(joined, max(0, len(previous) - 4))
    return match is None or stops.end_sentence(joined, match)


_LABEL_START = re.compile(r"(?:Q|A|Question|QUESTION|Answer|ANSWER)[^\n:]{0,30}:\s")


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the line breaks of a block are those of a greedy wrap at its longest line."""
    width = max(len(line.rstrip()) for line in lines)
    if len(lines) < 2 or not 40 <= width <= _WRAP_LIMIT:
        return False
    return all(
        len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width - 2
        for line, following in itertools.pairwise(lines)
    ) and (len(lines) > 2 or lines[0].rstrip()[-1:] not in ".!?")


def _prefix_ends(text: str) -> Iterator[int]:
    """Where the text proper begins after a dateline, a time stamp, a dated bullet or a speaker's label."""
    head = dateline(text)
    if head:
        yield head.end
    for match in _TIME_STAMP.finditer(text):
        yield match.end()
    for match in _BULLET_DATE.finditer(text):
        if _HAS_MONTH.search(match["date"]):
            yield match.end()
    for turn in turns(text):
        yield turn.said
