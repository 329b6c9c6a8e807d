"""Finds the mentions of actors in a tokenised article, before any parsing: a chain of readers, most telling first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.entities import Entities
from kg.extract.forms import FormIndex
from kg.extract.mentions.bodies import read_bodies
from kg.extract.mentions.divided import read_divided
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.factions import read_factions
from kg.extract.mentions.listed import read_hits
from kg.extract.mentions.lists import join_lists, join_states
from kg.extract.mentions.organs import read_organs
from kg.extract.mentions.persons import read_honorifics, read_pairs, read_surnames, with_letters
from kg.extract.mentions.roles import collect, read_roles
from kg.extract.mentions.settlements import read_settlements
from kg.extract.mentions.ships import read_ships
from kg.extract.mentions.span import Span
from kg.extract.mentions.strangers import read_strangers
from kg.extract.mentions.styles import read_styles
from kg.extract.mentions.surnames import unite_surnames
from kg.extract.titles import Titles

READERS: tuple[Callable[[Draft], None], ...] = (
    collect,
    read_roles,
    read_honorifics,
    read_styles,
    read_ships,
    read_factions,
    read_organs,
    read_bodies,
    read_divided,
    read_hits,
    read_settlements,
    read_strangers,
    read_pairs,
    read_surnames,
)
"""What reads an article, in this order: a later reader sees only the tokens that those before it left."""


class MentionFinder:
    """Finds all mentions of one article over its plain words; makes the entities on the way."""

    def __init__(self, forms: FormIndex, titles: Titles) -> None:
        self._forms = forms
        self._titles = titles

    def find(self, words: Sequence[str], entities: Entities, breaks: frozenset[int] = frozenset()) -> list[Span]:
        """Give the mentions in text order, without overlap; `breaks` are token indices that start a paragraph."""
        draft = Draft(self._forms, self._titles, words, entities, breaks)
        for read in READERS:
            read(draft)
        unite_surnames(draft)
        spans = with_letters(draft, sorted(draft.found, key=lambda s: s.start))
        return join_lists(draft, join_states(draft, spans))
