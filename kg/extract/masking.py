"""Gives the parser a text it can read: each mention becomes one token that looks like a common short name.

The small English model breaks on "Head of the President's Office Andriy Yermak"; it reads "Smith" well. The masked
doc keeps, for every token, its offsets in the source text and the mention that it stands for.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.extract.grammar import CONTRACTIONS, NUMERALS, OWNING, PREPOSITIONS
from kg.extract.lexis import Lexis, Sets
from kg.extract.mentions import Span
from kg.extract.presents import amounts, past_of
from kg.extract.syntax import PERSON

BODY, STATE, PEOPLE = "NATO", "France", "Germans"


@dataclass(slots=True)
class Reading:
    """A masked doc with what its tokens stand for; `starts` and `ends` are offsets in the source text."""

    doc: Doc
    text: str
    starts: list[int]
    ends: list[int]
    spans: list[Span | None]
    sentence_of: list[int] = field(default_factory=list)
    presents: list[int] = field(default_factory=list)
    """Verbs in the present that the parser sees in the past."""

    def source(self, i: int) -> str:
        """The source text of token i."""
        return self.text[self.starts[i] : self.ends[i]]


def stand_in(span: Span, words: Sequence[str], plainer: Mapping[str, str]) -> str:
    """Choose the word that the parser sees for a mention; `plainer` has words that it knows for some it does not."""
    if span.sort == "date":
        if span.reason == "inside":
            return "now"  # "will on Tuesday host"
        return "Yesterday" if words[span.start][0].isupper() and span.reason == "opens" else "yesterday"
    if span.members and span.sort in ("person", "state", "organisation", "group", "place") and span.head is None:
        return "Germans"
    if span.members and span.sort == "people":
        return words[span.end - 1]
    if span.end - span.start == 1 and span.sort == "organisation" and words[span.start].isupper():
        return BODY
    if span.end - span.start == 1 and span.sort != "person":
        return words[span.start]
    if span.sort == "person":
        return PERSON
    if span.plural and span.sort == "group":
        return words[span.head if span.head is not None else span.end - 1]
    if span.head is not None and span.sort in ("role", "organ"):
        return plainer.get(words[span.head].casefold(), words[span.head])
    if span.role == "warship" and span.sort == "organ":
        return BODY
    if span.sort in ("role", "organ"):
        return next((w for w in reversed(words[span.start : span.end]) if w[0].isalpha()), words[span.end - 1])
    if span.sort == "adjective":
        return "French"
    if span.sort == "people":
        return words[span.end - 1]
    if span.sort == "state" and span.start and words[span.start - 1].casefold() != "the":
        return STATE
    return BODY


@dataclass(slots=True)
class _Masked:
    """The tokens of a masked doc as they are written, in parallel lists."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    spans: list[Span | None] = field(default_factory=list)
    opens: list[bool] = field(default_factory=list)
    marked: int | None = None
    """Where a mark opens that goes with the next token."""

    def mark(self, at: int, length: int, text: str) -> None:
        """Put a mark to the token that it opens or closes: a blank stands before the one or behind the other."""
        if self.ends and self.ends[-1] == at:
            self.ends[-1] = at + length
            self.spaces[-1] = text[at + length : at + length + 1].isspace()
        else:
            self.marked = at

    def put(
        self, word: str, start: int, end: int, span: Span | None = None, *, opens: bool, spaced: bool = True
    ) -> None:
        """Write one token; `opens` is whether it begins a sentence."""
        self.words.append(word)
        self.spaces.append(spaced)
        self.starts.append(start if self.marked is None else self.marked)
        self.marked = None
        self.ends.append(end)
        self.spans.append(span)
        self.opens.append(opens)


def mask(
    vocab: Vocab,
    text: str,
    words: Sequence[str],
    offsets: Sequence[int],
    spans: Sequence[Span],
    starts: frozenset[int],
    lexis: Lexis,
) -> Reading:
    """Build the masked doc from source tokens; `starts` are offsets in the text at which a sentence begins.

    Shapes: `words` and `offsets` are parallel, `spans` are in text order and do not overlap.
    """
    masked = _Masked()
    i, k = 0, 0
    opens = False
    presents: list[int] = []
    marks = _marks_around_few(words)
    while i < len(words):
        lasted = _duration(words, i, lexis.words) if offsets[i] in starts or not masked.words else 0
        if lasted and k < len(spans) and spans[k].start == i + lasted and spans[k].sort != "date":
            masked.put("Yesterday", offsets[i], offsets[i + lasted - 1] + len(words[i + lasted - 1]), opens=True)
            i += lasted
        skipped = _quantifier(words, i) or _quality(words, i, spans[k] if k < len(spans) else None, lexis)
        if i in marks:
            opens = opens or offsets[i] in starts
            masked.mark(offsets[i], len(words[i]), text)
            i += 1
            continue
        if skipped and not (k < len(spans) and spans[k].start < i + skipped):
            opens = opens or offsets[i] in starts
            i += skipped
            continue
        span = spans[k] if k < len(spans) and spans[k].start == i else None
        stop = span.end if span is not None else i + 1
        if span is not None and _apart(span, words):
            masked.put(words[i], offsets[i], offsets[i] + len(words[i]), opens=opens or offsets[i] in starts)
            opens = False
            i += 1
        if span is not None and _wants_article(span, words):
            first = opens or offsets[i] in starts
            masked.put("The" if first else "the", offsets[i], offsets[i], opens=first)
            opens = False
            headed = True
        else:
            headed = False
        if span is not None:
            k += 1
            word = stand_in(span, words, lexis.plainer)
        else:
            word = words[i].replace("’", "'") if words[i].casefold() in CONTRACTIONS else words[i]
            joined = _hyphenated(words, offsets, i, spans[k].start if k < len(spans) else len(words), lexis.hyphened)
            if joined is not None:
                stop, word = joined
            elif _is_unwelcome(words, i):
                stop, word = i + 3, "unwelcome"
            elif k < len(spans) and spans[k].start == i + 1 and _is_guest(words, i, spans[k]):
                word = GUEST
            elif words[i] == "amount" and amounts(words, i):
                presents.append(len(masked.words))
                word = "amounted"
            elif words[i] in lexis.presents and k and spans[k - 1].end == i:
                past = past_of(words, i, spans[k - 1], spans[k] if k < len(spans) else None, lexis)
                if past is not None:
                    presents.append(len(masked.words))
                    word = past
        if span is not None and _ends_the_phrase(span, words, spans[k].start if k < len(spans) else len(words)):
            stop -= 1
        last = stop - 1
        close = offsets[last] + len(words[last])
        starting = any(offsets[j] in starts for j in range(i, stop)) if span is None else offsets[i] in starts
        spaced = close < len(text) and text[close : close + 1].isspace()
        masked.put(word, offsets[i], close, span, opens=opens or (starting and not headed), spaced=spaced)
        opens = False
        i = stop
    sentence_of: list[int] = []
    sent_starts: list[bool | int | None] = []
    number = -1
    for i, begins in enumerate(masked.opens):
        starting = begins or i == 0
        sent_starts.append(starting or _after_semicolon(masked.words, masked.opens, i))
        number += starting
        sentence_of.append(number)
    doc = Doc(vocab, words=masked.words, spaces=masked.spaces, sent_starts=sent_starts)
    return Reading(doc, text, masked.starts, masked.ends, masked.spans, sentence_of, presents)


_QUANTIFIERS = (
    ("up", "to"), ("as", "many", "as"), ("more", "than"), ("at", "least"), ("no", "fewer", "than"), ("fewer", "than"),
    ("less", "than"), ("at", "most"), ("close", "to"), ("no", "more", "than"), ("as", "much", "as"),
    ("as", "few", "as"),
)  # fmt: skip
_QUANTIFIERS_BY_FIRST = {first: tuple(p[1:] for p in _QUANTIFIERS if p[0] == first) for first, *_ in _QUANTIFIERS}


def _ends_the_phrase(span: Span, words: Sequence[str], following: int) -> bool:
    """Whether the comma behind an apposition parts it from a subject, too: "after talks with Rao, the King, Sarr said".

    >>> from kg.extract.mentions import Span
    >>> words = "with Rao , the King , Sarr said".split()
    >>> _ends_the_phrase(Span(1, 6, "person", None, ""), words, 6)
    True
    """
    if words[span.end - 1] != "," or span.end - span.start < 2 or span.end >= len(words):
        return False
    return following == span.end or words[span.end].casefold() in _SUBJECT_OPENS


_SUBJECT_OPENS = frozenset("he she they it we i the".split())


def _quantifier(words: Sequence[str], i: int) -> int:
    """Count the words of a phrase like "up to" or "as many as" before a number, which the parser need not see."""
    for rest in _QUANTIFIERS_BY_FIRST.get(words[i].casefold(), ()):
        n = len(rest) + 1
        if i + n < len(words) and all(words[i + 1 + j].casefold() == word for j, word in enumerate(rest)):
            number = words[i + n]
            return n if number[0].isdigit() or number.casefold() in NUMERALS else 0
    return 0


def _duration(words: Sequence[str], i: int, known: Sets) -> int:
    """Count the words of how long it took, at the start of a sentence, which the parser takes for what it is about.

    >>> known = {"timeUnit": frozenset({"month", "months"}), "counting": frozenset({"many"})}
    >>> _duration("For eighteen months Peru negotiated".split(), 0, known)
    3
    >>> _duration("After many months of silence Peru answered".split(), 0, known)
    5
    """
    if words[i].casefold() not in ("for", "after", "within", "over", "in") or i + 3 >= len(words):
        return 0
    j = i + 1
    while j < i + 5 and j < len(words) and (words[j].casefold() in known["counting"] | NUMERALS or words[j].isdigit()):
        j += 1
    if j >= len(words) or words[j].casefold() not in known["timeUnit"] or (j == i + 1 and not words[j].endswith("s")):
        return 0
    if j + 2 < len(words) and words[j + 1].casefold() == "of" and words[j + 2].islower():
        return j + 3 - i
    return j + 1 - i


def _quality(words: Sequence[str], i: int, span: Span | None, lexis: Lexis) -> int:
    """Count what is said of a state before its name, which the parser would read as a verb or as its owner.

    So are "to communist Laos", "attacked neighbouring Laos" and "attacked its northern neighbour Laos".
    """
    if span is None or span.sort != "state" or not 0 < span.start - i <= _KIN or not i or not words[i - 1].islower():
        return 0
    if span.start == i + 1 and words[i].casefold() in lexis.words["stateQuality"]:
        return int(words[i - 1] not in _BEFORE_QUALITY)
    kin = words[i] in OWNING and words[span.start - 1] in lexis.words["stateKin"]
    return span.start - i if kin and all(w.islower() for w in words[i : span.start]) else 0


_KIN = 4
"""Words at most in what a state is to another: "its northern neighbour", "its long time ally"."""
_BEFORE_QUALITY = OWNING | {"the", "a", "an", "this", "that"}


def _hyphenated(
    words: Sequence[str], offsets: Sequence[int], i: int, limit: int, known: frozenset[str]
) -> tuple[int, str] | None:
    """Join a word that the tokenizer took apart: "cease-fire", "re-opened", "co-chaired"."""
    end = i + 1
    while (
        end + 1 < min(limit, len(words))
        and words[end] == "-"
        and offsets[end] == offsets[end - 1] + len(words[end - 1])
        and offsets[end + 1] == offsets[end] + 1
        and words[end + 1].islower()
    ):
        end += 2
    if end == i + 1:
        return None
    whole = "".join(words[i:end])
    low = whole.casefold()
    bases = (low, low.rstrip("s"), low.removesuffix("d"), low.removesuffix("ed"), low.removesuffix("ing"))
    if words[i].casefold() in ("re", "co") or any(base in known for base in bases):
        return end, whole.replace("-", "") if end - i == 3 else whole
    return None


_MARKS = frozenset('"“”')
_FEW = 4
"""Words in quotation marks that are a part of the sentence rather than what somebody said."""


def _marks_around_few(words: Sequence[str]) -> frozenset[int]:
    """Give the marks around a few plain words, on which the parser breaks: 'Peru "regrets" the raid'.

    >>> sorted(_marks_around_few('Peru must " fully and unconditionally " obey . " Yes , " he said'.split()))
    [2, 6]
    """
    marks = [i for i, word in enumerate(words) if word in _MARKS]
    around: set[int] = set()
    for first, last in itertools.pairwise(marks):
        inner = words[first + 1 : last]
        opens = first > 0 and words[first - 1] not in (",", ":", ".") and first not in around
        if opens and 1 <= len(inner) <= _FEW and all(w.islower() and w.isalpha() for w in inner):
            around |= {first, last}
    return frozenset(around)


def _is_unwelcome(words: Sequence[str], i: int) -> bool:
    """Whether "persona non grata" or "personae non gratae" stands here, on which every parse breaks."""
    if i + 2 >= len(words) or not words[i].casefold().startswith("persona"):
        return False
    return words[i + 1].casefold() == "non" and words[i + 2].casefold().startswith("grata")


def _after_semicolon(words: Sequence[str], sentence: Sequence[bool], i: int) -> bool:
    """Whether a clause after a semicolon begins at token i, which the parser reads as a sentence of its own."""
    if words[i - 1] != ";" or words[i].casefold() in ("and", "or") or (i + 1 < len(words) and words[i + 1] == ","):
        return False
    length = plain = 0
    for j in range(i, len(words)):
        if sentence[j] or words[j] == ";":
            break
        length += 1
        plain += words[j].islower() and words[j] not in _LISTING
    return length > 4 and plain > 1


_LISTING = frozenset("and or the of in with for from at to a an as well".split())


GUEST = "foreign"
"""What the parser sees for "visiting" before a mention: it takes "told visiting Smith" for a visit."""
_BEFORE_GERUND = PREPOSITIONS | frozenset("is are was were be been being am 's 're and or but when while than".split())


def _is_guest(words: Sequence[str], i: int, span: Span) -> bool:
    """Whether "visiting" at token i says of the one mentioned next that he is a guest, rather than who is visited.

    >>> from kg.extract.mentions import Span
    >>> guest = Span(2, 3, "person", None, "")
    >>> _is_guest(["told", "visiting", "Obama"], 1, guest), _is_guest(["after", "visiting", "Obama"], 1, guest)
    (True, False)
    """
    if words[i].casefold() != "visiting" or span.sort not in ("person", "role", "adjective", "organ"):
        return False
    return i > 0 and words[i - 1].isalpha() and words[i - 1].casefold() not in _BEFORE_GERUND


def _wants_article(span: Span, words: Sequence[str]) -> bool:
    """Whether an article makes up for the owner that the stand-in drops: "[Chad's army] objects" is no compound."""
    return (
        span.sort in ("organ", "role")
        and not span.members
        and span.head is not None
        and (words[span.start] in OWNING or any(w in ("'s", "’s") for w in words[span.start : span.head]))
    )


def _apart(span: Span, words: Sequence[str]) -> bool:
    """Whether the determiner of an office stays a word of its own: "the [Russian foreign minister]"."""
    return (
        span.sort == "role"
        and not span.members
        and span.end - span.start > 1
        and words[span.start].casefold() in ("the", "a", "an")
    )
