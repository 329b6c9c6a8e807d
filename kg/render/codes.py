"""Short codes drawn inside an actor: ISO codes of states, acronyms of organisations."""

from __future__ import annotations

from functools import lru_cache

from rigour.territories import get_territory_by_qid, lookup_territory

from kg.model import Actor
from kg.render.text import inert

LONGEST_ACRONYM = 5


def code_of(actor: Actor) -> str:
    """Give the ISO 3166 code of a state, of the state that a person stands for, or an organisation's acronym.

    >>> code_of(Actor("Ukraine", "state")), code_of(Actor("Sergey Lavrov", "person", represents="Russia"))
    ('UA', 'RU')
    >>> code_of(Actor("United Nations", "organisation", ("U.N.", "UN"))), code_of(Actor("Hezbollah", "group"))
    ('UN', '')
    """
    if actor.kind == "state":
        return territory_code(actor.name, actor.wikidata)
    if actor.represents:
        return territory_code(actor.represents, None) or acronym(actor.represents, ())
    return acronym(actor.name, actor.aliases) if actor.kind == "organisation" else ""


@lru_cache(maxsize=5_000)
def territory_code(name: str, wikidata: str | None) -> str:
    """Give the two-letter code of a state by its Wikidata id, else by its name; empty where there is none."""
    territory = get_territory_by_qid(wikidata) if wikidata else None
    territory = territory or lookup_territory(inert(name))
    code = territory.code if territory else ""
    return code.upper() if len(code) == 2 and code.isalpha() else ""


def acronym(name: str, aliases: tuple[str, ...]) -> str:
    """Pick the acronym among an organisation's names, else build one from the capitals of a name of several words."""
    for form in (name, *aliases):
        plain = form.replace(".", "")
        if 2 <= len(plain) <= LONGEST_ACRONYM and plain.isascii() and plain.isalpha() and plain.isupper():
            return plain
    capitals = "".join(word[0] for word in name.split() if word[0].isalpha() and word[0].isupper())
    return capitals if 2 <= len(capitals) <= LONGEST_ACRONYM and capitals.isascii() else ""
