"""Finds the actors and the trigger of an event in its sentence, for marking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kg.model import Actor, Mention
from kg.render.view import Mark, Role

SHORTEST_FAMILY_NAME = 3


def marks_of(mention: Mention, subjects: Sequence[Actor], objects: Sequence[Actor]) -> tuple[Mark, ...]:
    """Mark trigger, subjects and objects in the sentence of the mention; marks never overlap and stand in order.

    An actor is marked wherever one of its names stands, longer names first; a pronoun is not marked.
    """
    sentence = mention.sentence
    start, end = mention.trigger_start - mention.start, mention.trigger_end - mention.start
    marks: list[Mark] = []
    if 0 <= start < end <= len(sentence):
        marks.append(Mark(start, end, "trigger"))
    sides: tuple[tuple[Role, Sequence[Actor]], ...] = (("subject", subjects), ("object", objects))
    names = [(name, role) for role, actors in sides for actor in actors for name in _names(actor.name, actor.aliases)]
    for name, role in sorted(names, key=lambda pair: (-len(pair[0]), pair[0], pair[1] == "object")):
        if name in sentence:
            spans = (found.span() for found in _wording(name).finditer(sentence))
            marks += [Mark(*span, role) for span in spans if _free(span, marks)]
    return tuple(sorted(marks, key=lambda mark: mark.start))


def _free(span: tuple[int, int], marks: Iterable[Mark]) -> bool:
    return all(span[1] <= mark.start or mark.end <= span[0] for mark in marks)


@lru_cache(maxsize=20_000)
def _names(name: str, aliases: tuple[str, ...]) -> tuple[str, ...]:
    last = name.rsplit(" ", 1)[-1]
    family = (last,) if last != name and len(last) >= SHORTEST_FAMILY_NAME and last[0].isupper() else ()
    return tuple(dict.fromkeys(form for form in (name, *aliases, *family) if form.strip()))


@lru_cache(maxsize=20_000)
def _wording(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
