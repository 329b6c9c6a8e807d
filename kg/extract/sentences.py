"""Sentence boundaries of news text, set before the parser so that it cannot move them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.turns import dateline, turns

_OPENERS = "\"'“‘„«([¿¡"
_CLOSERS = "\"'”’»)]"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words(
    "mr mrs ms mx dr prof gen lt maj col brig capt cmdr cdr cmdt adm sgt cpl st ste hon rt rev fr msgr pres amb gov "
    "lieut sen sens rep reps sec min dep asst supt insp messrs mme mlle ma md mt ft vs cf eg ie h.e s.e e.g i.e "
    "h.m h.r.h u.s.s h.m.s viz approx ca"
)
"""Abbreviations that never end a sentence."""
_NUMBERED = _words("no nos art arts para paras vol p pp fig ch res sec cl ed")
"""Abbreviations that end no sentence before a number."""
_MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec")
_SUFFIXES = _words("jr sr inc co corp ltd bros etc ph.d govt dept univ al")
"""Abbreviations that end a sentence only before a word that usually begins one."""
_STARTERS = _words(
    "the a an this that these those he she it they we i you his her its their our my your there here who what when "
    "where why how in on at by for from with without as but and or yet so if while although though after before "
    "since until during under over between among amid despite however meanwhile later earlier then now also both "
    "all some many most several few one two three no not nor only even such other another each every any neither "
    "either once within instead still according following speaking asked last next today yesterday"
)
"""Words that begin a sentence where an abbreviation with points comes before them."""
_SAID = (
    "said|says|asked|asks|added|adds|told|tells|wrote|writes|replied|replies|answered|shouted|cried|wondered"
    "|declared|snapped|warned|insisted|tweeted|posted|exclaimed|demanded|joked|quipped|responded|remarked|noted"
)
_SPEAKER_FOLLOWS = re.compile(rf"(?:[\w.'’\-]+,?\s+){{1,8}}?(?:{_SAID})\b")

_STOP = re.compile(
    rf"(?P<stop>[.!?…。]+)(?P<close>[{re.escape(_CLOSERS)}]*)(?P<note>(?:\[\d+\])*)(?P<gap>\s+)"
    rf"(?P<open>[{re.escape(_OPENERS)}]*)(?=(?P<next>\S))"
)
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?][”\"]?(?=[A-Z][a-z]+[ ,])")
_WORD_BEFORE = re.compile(r"[\w.&]*\w$")
_WORD_AFTER = re.compile(r"[\w’'.-]+")
_ZONE = re.compile(
    r"[A-Z]{2,5}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|[\w.]+(?:\s(?:Standard|Daylight|Summer))?\s[Tt]ime\b"
)

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


def sentence_starts(text: str) -> list[int]:
    """Offsets at which a sentence begins, ascending; the first is that of the first character that is no blank.

    >>> sentence_starts("Mr. Hunt left. “Why?” asked Lt. Gen. Ghai.")
    [0, 15]
    """
    if not text.strip():
        return []
    first = len(text) - len(text.lstrip())
    forbidden = {m.end() for m in _LIST_NUMBER.finditer(text)}
    starts = {
        first,
        *paragraph_starts(text),
        *(s for s in _stop_starts(text) if s not in forbidden),
        *_prefix_ends(text),
    }
    return sorted(starts)


def _stop_starts(text: str) -> Iterator[int]:
    for match in _STOP.finditer(text):
        if "\n" in match["gap"]:
            continue
        if _ends_sentence(text, match):
            yield match.end("gap")
    yield from (m.end() for m in _GLUED.finditer(text))


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = match["next"]
    if not (following.isupper() or following.isdigit() or (match["open"] and not following.islower())):
        return bool(following == "@" or (following in "$€£" and match["stop"] != "…"))
    stop, after = match["stop"], match.end("open")
    if match["close"] and stop != "." and _SPEAKER_FOLLOWS.match(text, after) and not match["open"]:
        return False
    if stop != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
    if before is None:
        return True
    word = before[0]
    if match["close"].strip(")]"):
        return True
    return _abbreviation_ends(word, following, text, after, bool(match["open"]))


def _abbreviation_ends(word: str, following: str, text: str, after: int, opened: bool) -> bool:
    """Whether a full stop after `word` ends the sentence, given what comes next."""
    folded = word.lower()
    if folded in _TITLES and not (folded in {"ma", "min", "md"} and word.islower()):
        return False
    if folded in _NUMBERED and following.isdigit() and folded != "no":
        return False
    if word in {"No", "no", "Nos", "nos"} and following.isdigit():
        return False
    if folded in _MONTHS:
        return not following.isdigit()
    if folded in {"a.m", "p.m", "am", "pm"}:
        return opened or not _ZONE.match(text, after)
    if len(word) == 1 and word.isupper() and word != "I":
        return opened
    pointed = "." in word and all(len(part) <= 2 for part in word.split("."))
    if pointed or folded in {
        "jr",
        "sr",
        "inc",
        "co",
        "corp",
        "ltd",
        "bros",
        "etc",
        "ph.d",
        "govt",
        "dept",
        "univ",
        "al",
    }:
        found = _WORD_AFTER.match(text, after)
        return opened or (found is not None and found[0].lower() in _STARTERS)
    return True


def paragraph_starts(text: str) -> Iterator[int]:
    """Starts of lines that begin anew; a hard-wrapped paragraph keeps its lines together."""
    for block in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+", text):
        lines = block[0].split("\n")
        if not lines[-1]:
            lines.pop()
        wrapped = _is_wrapped(lines)
        position = block.start()
        for i, line in enumerate(lines):
            content = line.lstrip()
            start = position + len(line) - len(content)
            if i == 0 or _begins_anew(content, lines[i - 1].rstrip(), wrapped):
                yield start
            position += len(line) + 1


def _begins_anew(content: str, previous: str, wrapped: bool) -> bool:
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
    return match is None or _ends_sentence(joined, match)


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
