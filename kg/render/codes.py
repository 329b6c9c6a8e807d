"""Short codes drawn inside an actor: ISO codes of states, acronyms of organisations; and whose flag it has."""

from __future__ import annotations

from kg.model import Actor
from kg.ontology.codes import state_codes

LONGEST_ACRONYM = 5
FLAGS = {"European Union": "EU", "United Nations": "UN"}
"""Bodies that have a flag among the emoji; other acronyms of two letters would show the flag of a state."""


def code_of(actor: Actor) -> str:
    """Give the ISO 3166 code of a state, of the state that a person stands for, or an organisation's acronym.

    >>> code_of(Actor("Ukraine", "state")), code_of(Actor("Sergey Lavrov", "person", represents="Russia"))
    ('UA', 'RU')
    >>> code_of(Actor("United Nations", "organisation", ("U.N.", "UN"))), code_of(Actor("Hezbollah", "group"))
    ('UN', '')
    """
    if actor.kind == "state":
        return state_codes().get(actor.name, "")
    if actor.represents:
        return state_codes().get(actor.represents) or acronym(actor.represents, ())
    return acronym(actor.name, actor.aliases) if actor.kind == "organisation" else ""


def flag_of(actor: Actor) -> str:
    """Give the two letters of the flag of a state or body, or of whom a person stands for; empty where there is none.

    >>> flag_of(Actor("Ukraine", "state")), flag_of(Actor("Antonio Guterres", "person", represents="United Nations"))
    ('UA', 'UN')
    >>> flag_of(Actor("African Union", "organisation", ("AU",))), flag_of(Actor("Al Jazeera", "organisation"))
    ('', '')
    """
    name = (actor.represents or "") if actor.kind == "person" else actor.name
    return FLAGS.get(name) or ("" if actor.kind in ("organisation", "group") else state_codes().get(name, ""))


def acronym(name: str, aliases: tuple[str, ...]) -> str:
    """Pick the acronym among an organisation's names, else build one from the capitals of a name of several words."""
    for form in (name, *aliases):
        plain = form.replace(".", "")
        if 2 <= len(plain) <= LONGEST_ACRONYM and plain.isascii() and plain.isalpha() and plain.isupper():
            return plain
    capitals = "".join(word[0] for word in name.split() if word[0].isalpha() and word[0].isupper())
    return capitals if 2 <= len(capitals) <= LONGEST_ACRONYM and capitals.isascii() else ""
