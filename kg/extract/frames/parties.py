"""Chooses among the actors of a phrase those who can be parties of an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.coreference import Reference, Resolver

MOST_PARTIES = 8
"""More who "met" or "signed" together are a gathering; who dealt with whom is not said."""


_MOST_TAKEN_UP = 3
"""More who are only taken up together, "they agreed", are a gathering too."""


def is_gathering(references: Sequence[Reference], resolver: Resolver) -> bool:
    """Whether so many are meant that it is not said who dealt with whom; those named one by one may be more."""
    doc = resolver.reading.doc
    taken_up = all(r.token in resolver.taken_up or doc[r.token].pos_ == "PRON" for r in references)
    return len(references) > (_MOST_TAKEN_UP if taken_up else MOST_PARTIES)


def themselves(references: list[Reference]) -> list[Reference]:
    """Drop the mere owners of a phrase."""
    return [r for r in references if not r.owned]


def freed(reference: Reference) -> Reference:
    """Let nationals to whom something is done stand for their state: "255 Palestinian prisoners"."""
    home = reference.entity.home
    return replace(reference, entity=home) if home is not None else reference


def sender_of(reference: Reference, diplomats: frozenset[str]) -> Reference:
    """Let an ambassador who is sent away stand for the state that sent him."""
    entity = reference.entity
    held = [word for holding in entity.offices for word in holding.role.split()] if entity.kind == "person" else []
    state = entity.state() if diplomats.intersection(held) else None
    return replace(reference, entity=state) if state is not None else reference


def allowed(references: list[Reference], kinds: frozenset[str]) -> list[Reference]:
    """Keep the references whose entity is of one of the kinds (all where there is no restriction).

    An "official" is a person of whom an office is known.
    """
    if not kinds:
        return references
    return [
        r
        for r in references
        if r.entity.kind in kinds
        or (r.entity.kind == "state" and "place" in kinds)
        or (r.officer and not r.owned and "person" in kinds)
        or ("official" in kinds and r.entity.kind == "person" and r.entity.in_some_office())
    ]


def merge(a: list[Reference], b: list[Reference]) -> list[Reference]:
    """Give both, each actor once."""
    return [*a, *apart(b, a)]


def apart(references: list[Reference], others: list[Reference]) -> list[Reference]:
    """Drop the references to actors that are among the others."""
    return [r for r in references if all(r.entity is not o.entity for o in others)]


def without_kin(references: list[Reference], resolver: Resolver) -> list[Reference]:
    """Drop whom only kin or servants are of: "arrested Rao's wife" is no arrest of Rao.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad arrested Mr Rao's wife. Peru imposed sanctions on Mr Rao's brother. Mali arrested Mr Rao."
    >>> [e.subjects[0].name for e in Extractor().extract(Article("a", text)).events]
    ['Mali']
    """
    doc, kin = resolver.reading.doc, resolver.words["household"]

    def is_kept(reference: Reference) -> bool:
        token = doc[reference.token]
        whose = token.dep_ == "poss" or (token.dep_ == "pobj" and token.head.lower_ == "of")
        head = token.head.head if token.dep_ == "pobj" else token.head
        return whose and reference.owned and head.lemma_.casefold() in kin

    return [r for r in references if r.entity.kind != "person" or not is_kept(r)]
