"""The links of a store: all found anew and written, counted, and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.store.backend import Backend
from kg.store.merging.links import Link, find_links, link_triples
from kg.store.merging.occasions import Occasions, read_represents
from kg.store.selecting import rows
from kg.store.terms import DIP, LINKS_GRAPH

if TYPE_CHECKING:
    from kg.store.store import Store

_AT_A_TIME = 20_000
"""Links that are written in one transaction: their statements take some 100 MB."""


def link_anew(store: Store) -> None:
    """Compare all events, and write the links in place of those of before: many of them in several transactions."""
    links = find_links(Occasions(store.backend), read_represents(store.backend), store.vocabulary)
    many = max(len(links), count_links(store.backend))
    store.replace_graph_by_parts(LINKS_GRAPH, lambda: link_triples(links), 1 + many // _AT_A_TIME)


def count_links(backend: Backend) -> int:
    """Count the links of a store."""
    ((count,),) = rows(backend, f"SELECT (COUNT(?l) AS ?n) WHERE {{ GRAPH {LINKS_GRAPH} {{ ?l a dip:Link }} }}")
    return int(count)


def read_links(backend: Backend) -> list[Link]:
    """Give all links of a store, sorted."""
    found = rows(
        backend,
        f"SELECT ?one ?other ?relation ?reason WHERE {{ GRAPH {LINKS_GRAPH} {{ "
        "?l dip:from ?one . ?l dip:to ?other . ?l dip:relation ?relation . ?l dip:reason ?reason } }",
    )
    return sorted(Link(one, other, relation.removeprefix(DIP), reason) for one, other, relation, reason in found)
