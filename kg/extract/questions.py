"""Tells what a sentence only asks: "Does the government condemn the strikes?"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

_OPENERS = frozenset({"and", "but", "so", "or", "then", "well", ",", '"', "“", "-", "–", "okay", "ok", "now"})
_ASKING = frozenset(
    "do does did is are was were am has have had will would can could should shall may might must".split()
)


def asked(doc: Doc) -> frozenset[int]:
    """Give the tokens of the questions that yes or no answers, so that nothing is told to have happened."""
    marks = [t.i for t in doc if t.text == "?"]
    return frozenset(i for k in marks for i in _question(doc[k]))


def _question(mark: Token) -> range:
    """Give the tokens of the sentence that a question mark ends, none where it asks for more than yes or no."""
    sentence = mark.sent
    if mark.i < sentence.end - 3:
        return range(0)
    label = next((t.i + 1 for t in sentence[:6] if t.text == ":"), sentence.start)
    first = next((t for t in sentence.doc[label : sentence.end] if t.lower_ not in _OPENERS), None)
    return range(sentence.start, sentence.end) if first is not None and first.lower_ in _ASKING else range(0)
