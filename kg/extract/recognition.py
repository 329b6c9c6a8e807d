"""Asks the model's recogniser of names, and only about sentences with a name that nothing else announces."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.masking import Reading


def note_people(reading: Reading, recogniser: Callable[[Doc], Doc]) -> None:
    """Note which words name people, in the sentences where a proper name stands for nobody yet."""
    doc, of = reading.doc, reading.sentence_of
    asked = {of[t.i] for t in doc if t.pos_ == "PROPN" and reading.spans[t.i] is None and t.text[0].isupper()}
    if not asked:
        return
    tokens = [t for t in doc if of[t.i] in asked]
    starts: list[bool | int | None] = [True, *(of[a.i] != of[b.i] for a, b in itertools.pairwise(tokens))]
    spaces = [bool(t.whitespace_) for t in tokens]
    read = recogniser(Doc(doc.vocab, [t.text for t in tokens], spaces, sent_starts=starts))
    for name in read.ents:
        if name.label_ == "PERSON":
            for token in tokens[name.start : name.end]:
                token.ent_type_ = name.label_
