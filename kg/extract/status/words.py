"""The word classes of the lexicon by what their words say of their complement."""

from __future__ import annotations

from collections.abc import Mapping


class Cues:
    """The classes of verbs by what they say of their complement, from the lexicon's word classes by their name."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self.words = words
        self.denial = words["denial"]
        self.refusal = words["refusal"]
        self.failure = words["failure"]
        self.plan = words["plan"]
        self.possibility = words["possibility"]
        self.cancel = words["cancel"]
        self.begin = words["begin"]
        self.report = words["report"]
        self.request = words["request"]
