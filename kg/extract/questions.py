"""Tells what a sentence only asks: "Does the government condemn the strikes?"."""

from __future__ import annotations

from spacy.tokens import Token

_OPENERS = frozenset({"and", "but", "so", "or", "then", "well", ",", '"', "“", "-", "–", "okay", "ok", "now"})
_ASKING = frozenset(
    "do does did is are was were am has have had will would can could should shall may might must".split()
)


def is_asked(token: Token) -> bool:
    """Whether the token stands in a question that yes or no answers, so that nothing is told to have happened."""
    sentence = token.sent
    if not any(t.text == "?" for t in sentence[-3:]):
        return False
    label = next((t.i + 1 for t in sentence[:6] if t.text == ":"), sentence.start)
    first = next((t for t in sentence.doc[label : sentence.end] if t.lower_ not in _OPENERS), None)
    return first is not None and first.lower_ in _ASKING
