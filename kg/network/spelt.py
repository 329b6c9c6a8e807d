"""What the shipped gazetteer knows of a name: other spellings of an actor, and actors that no article tells of."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from kg.model import BASE, slug
from kg.ontology.gazetteer import load_gazetteer

_NAMES = frozenset({"name", "alias", "metonym"})
"""How a form must stand for an actor: "Texas" is no name of the United States."""


_NATIONS = frozenset({"people", "adjective"})


@functools.cache
def known_spellings(plain: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    """Give the canonical names by every spelling, family names included, as `plain` writes it."""
    gazetteer = load_gazetteer()
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    forms: list[tuple[str, Iterable[str]]] = [
        (form, (name for name, how in readings if how in _NAMES)) for form, readings in gazetteer.forms.items()
    ]
    for form, names in [*forms, *gazetteer.families.items()]:
        found[plain(form)].update(dict.fromkeys(names))
    return {form: tuple(names) for form, names in found.items() if names}


@functools.cache
def known_nations(plain: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    """Give the states by what their people and things are called, and by what that is made from.

    "American" and "America" mean the United States, whose own name is neither.
    """
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for form, readings in load_gazetteer().forms.items():
        states = dict.fromkeys(name for name, how in readings if how in _NATIONS)
        word = plain(form)
        for key in (word, word.removesuffix("n")) if word.endswith("an") else (word,):
            found[key].update(states)
    return {form: tuple(names) for form, names in found.items() if len(names) == 1}


def iri_of(name: str) -> str:
    """Give the IRI that an actor of this canonical name has in a graph."""
    return f"{BASE}id/{slug(name)}"
