"""Keeps the graph of links as what is stored demands: all of it anew, or only where something has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.store.backend import Backend
from kg.store.merging.links import Link, find_links, link_triples
from kg.store.merging.occasions import read_occasions, read_represents
from kg.store.merging.renewing import renew_links
from kg.store.selecting import rows
from kg.store.terms import DIP, LINKS_GRAPH

if TYPE_CHECKING:
    from kg.store.store import Store
    from kg.store.unlinked import Changes


def reconcile(store: Store, changes: Changes | None) -> None:
    """Find the links of the store and write them in place of those of before.

    `changes` are what has changed since that was last done, none where that is not known.
    """
    if changes is not None and renew_links(store, changes):
        return
    links = find_links(read_occasions(store.backend), read_represents(store.backend), store.vocabulary)
    store.replace_graph(LINKS_GRAPH, link_triples(links))


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
