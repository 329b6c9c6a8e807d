"""Reads sentences once more without what is put in between: "Rao, on the eve of the vote, accused Chad of lying".

The parser loses its way in an aside: the verb behind it becomes a participle, an infinitive hangs on the verb within.
Without the aside it reads the sentence as well as any other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from spacy.tokens import Doc, Span, Token

_DASHES = frozenset({"–", "—", "--"})
_MARKS = _DASHES | {","}
_BREAKS = _DASHES | {":", ";", '"', "“", "”"}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_GOES_ON = _FINITE | {"VBN", "TO", "IN"}
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_QUALIFIERS = frozenset({"VBN", "VBG", "DT", "JJ", "IN"})
_LONGEST = 25
"""Tokens that an aside may have."""

_ATTRIBUTES: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]
_POS, _DEP, _HEAD = 1, 4, 5
_WRAP = 2**64
"""Heads are told as distances, those before a token as what 64 bits without a sign make of a negative number."""


class Aside(NamedTuple):
    """The first and the last token of an aside: the two commas or dashes around it."""

    start: int
    end: int


class _Job(NamedTuple):
    """A doc with its asides and the tokens that its sentences have without them."""

    doc: Doc
    asides: list[Aside]
    kept: list[int]

    def shortened(self) -> Doc:
        """Give the sentences without their asides as a doc that is not parsed."""
        tokens = [self.doc[i] for i in self.kept]
        return Doc(
            self.doc.vocab,
            words=[t.text for t in tokens],
            spaces=[bool(t.whitespace_) for t in tokens],
            sent_starts=[bool(t.is_sent_start) for t in tokens],
        )


Read = Callable[[Sequence[Doc]], list[Doc]]


def reread(docs: Sequence[Doc], read: Read) -> list[Doc]:
    """Read the sentences of parsed docs that have asides once more without them, and put in place what was read."""
    jobs = [job for doc in docs if (job := _job(doc)) is not None]
    for job, short in zip(jobs, read([job.shortened() for job in jobs]) if jobs else (), strict=True):
        _put_in(job, short)
    return list(docs)


def asides(doc: Doc) -> list[Aside]:
    """Give the asides of a parsed doc that a sentence goes on behind, in order, none within another.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Rao, on the eve of the vote, accused Chad. Rao – who was ill – left for Peru.")
    >>> [doc[a.start : a.end + 1].text for a in asides(doc)]
    [', on the eve of the vote,', '– who was ill –']
    """
    found: list[Aside] = []
    listed, start = False, 0
    for mark in doc[1:-2]:
        start = mark.i if mark.is_sent_start else start
        listed = mark.text == ";" or (listed and mark.i > start)  # "the Chadians; Rao, a Pole; and"
        if mark.text not in _MARKS or listed or (found and mark.i <= found[-1].end):
            continue
        close = None if _names_who_acts(doc[start : mark.i + 2]) else _closing(doc, mark.i)
        if close is not None and _goes_on(doc, close):
            found.append(Aside(mark.i, close))
    return found


def _job(doc: Doc) -> _Job | None:
    found = asides(doc)
    if not found:
        return None
    starts = [t.i for t in doc if t.is_sent_start or t.i == 0]
    left_out = {i for a in found for i in range(a.start, a.end + 1)}
    read_again = {bisect_right(starts, a.start) - 1 for a in found}
    kept = [
        i
        for n, (start, end) in enumerate(pairwise([*starts, len(doc)]))
        if n in read_again
        for i in range(start, end)
        if i not in left_out
    ]
    return _Job(doc, found, kept)


def _closing(doc: Doc, i: int) -> int | None:
    """Give the mark that ends the aside which the mark at i opens, or None where none is opened."""
    dash, opener = doc[i].text in _DASHES, doc[i + 1]
    if not doc[i - 1].tag_.startswith("NN") or not (dash or _opens(opener)):
        return None
    asked = opener.tag_ in _WH
    for j in range(i + 2, min(len(doc) - 1, i + _LONGEST)):
        token = doc[j]
        if token.is_sent_start:
            return None
        if token.text == doc[i].text:
            return j
        if dash:
            continue
        if token.text in _BREAKS or (token.tag_ in _FINITE and not asked):
            return None
        asked = asked or token.tag_ in _WH
    return None


def _names_who_acts(opening: Span) -> bool:
    """Whether who acts is named behind what opens a sentence: "In a statement, the union, for once, agreed"."""
    opens = opening[0].tag_ in ("IN", "RB") or opening[0].dep_ == "npadvmod" or opening[0].lower_ == "yesterday"
    return opens and opening[-1].tag_ == "DT" and not any(t.tag_ in _FINITE for t in opening)


def _opens(opener: Token) -> bool:
    """Whether a word behind a noun and a comma begins an aside, and neither goes on nor lists."""
    noun, following, tag = opener.nbor(-2), opener.nbor(1), opener.tag_
    if opener.lower_ in ("including", "among", "that"):
        return False
    if tag == "IN":
        return noun.tag_ in ("NNP", "NNPS") or noun.dep_ in ("nsubj", "nsubjpass", "pobj", "ROOT")
    if tag in ("RB", "CD") and following.text == ",":
        return True  # "Rao, however, left"
    if tag == "RB":
        return following.tag_ in _QUALIFIERS
    if tag in ("JJ", "NN"):
        return following.tag_ in ("IN", "TO")  # "Rao, angry at the delay, left"
    return tag in ("VBG", "VBN", "PRP$", "DT") or tag in _WH or opener.lower_.endswith(("self", "selves"))


def _goes_on(doc: Doc, close: int) -> bool:
    """Whether the sentence goes on behind an aside as if nothing stood before it."""
    if close + 2 >= len(doc) or doc[close + 1].is_sent_start:
        return False
    after = doc[close + 1]
    after = doc[close + 2] if after.tag_ == "RB" else after
    return after.tag_ in _GOES_ON and after.lemma_ not in ("say", "report")  # "…, reports an agency"


def _put_in(job: _Job, short: Doc) -> None:
    """Give the tokens outside of the asides what they were read as without them, and hang each aside on its noun."""
    doc, kept = job.doc, job.kept
    rows: Any = doc.to_array(_ATTRIBUTES)
    read = short.to_array(_ATTRIBUTES)
    heads = [t.head.i for t in doc]
    for k, i in enumerate(kept):
        rows[i] = read[k]
        heads[i] = kept[short[k].head.i]
    verbs = {doc.vocab.strings[name] for name in _VERBS}
    for aside in job.asides:
        noun = aside.start - 1
        above = list(_above(noun, heads))
        verb = next((i for i in above if rows[i][_POS] in verbs), noun)
        for i in range(aside.start, aside.end + 1):
            mark = i in aside
            if mark or doc[i].head.i == i or not aside.start < doc[i].head.i < aside.end:
                dependency = "punct" if mark else _dependency(doc[i], doc[aside.start + 1])
                host = doc[i].head.i if doc[i].head.i in above and doc[i].head.pos_ in _NOUNS else noun
                heads[i] = verb if dependency == "prep" else host
                rows[i][_DEP] = doc.vocab.strings.add(dependency)
    for i, head in enumerate(heads):
        rows[i][_HEAD] = (head - i) % _WRAP
    doc.from_array(_ATTRIBUTES, rows)


def _above(i: int, heads: Sequence[int]) -> Iterator[int]:
    """Give what a token hangs on, and so on up."""
    while heads[i] != i:
        i = heads[i]
        yield i


def _dependency(root: Token, opener: Token) -> str:
    """Give the label under which the root of an aside hangs on the noun before, or on its verb where it is a place."""
    if root.tag_.startswith(("VB", "MD")):
        reduced = root.tag_ in ("VBG", "VBN") and opener.tag_ not in _WH
        return "acl" if reduced else "relcl"
    if root.tag_.startswith("NN") or root.tag_ in ("PRP", "CD"):
        return "appos"
    if root.tag_ == "IN":
        return "prep"
    return root.dep_ if root.dep_ != "ROOT" else "dep"
