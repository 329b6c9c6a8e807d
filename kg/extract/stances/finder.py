"""Finds all that the content of what somebody says asks, threatens or refuses."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.coreference import Resolver
from kg.extract.frames import Frame
from kg.extract.stances.demands import asked_there, demands, hopes, weights
from kg.extract.stances.menaces import menaces
from kg.extract.stances.petitions import petitions
from kg.extract.stances.refusals import plain_refusals, refusals
from kg.extract.stances.terms import plain_terms, stated_demands, terms
from kg.extract.stances.threats import threats
from kg.extract.stances.told import told_clauses


def stances(resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each party that is asked, threatened or refused something."""
    for told in told_clauses(resolver):
        yield from demands(told, resolver)
        yield from threats(told, resolver)
        yield from refusals(told, resolver)
        yield from terms(told, resolver)
    yield from hopes(resolver)
    yield from weights(resolver)
    yield from asked_there(resolver)
    yield from stated_demands(resolver)
    yield from menaces(resolver)
    yield from petitions(resolver)
    yield from plain_refusals(resolver)
    yield from plain_terms(resolver)
