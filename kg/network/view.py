"""A view of a store that reads only what a question needs: it grows around the actors asked about."""

from __future__ import annotations

import datetime
import os
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from kg.model import BASE
from kg.network.columns import keep, kept_columns, kept_parties
from kg.network.edges import Edges, Party, Row, tabulate
from kg.network.names import Names
from kg.network.reading import Reader, terms_of
from kg.network.topology import Topology
from kg.store import Store, open_store


class View:
    """The network of a store, read as far as needed, kept for further questions; `load()` reads all of it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.reader = Reader(store)
        self.whole = False
        self._rows: set[Row] = set()
        self._read: set[str] = set()
        self._edges: Edges | None = None
        self._topology: Topology | None = kept_columns(store)
        if self._topology is not None:
            self._edges, self.whole = self._topology.edges, True

    @property
    def edges(self) -> Edges:
        """The rows read so far as columns; actors without their names until `load()`."""
        if self._edges is None:
            self._edges = tabulate(self._read, sorted(self._rows), terms_of(self.store.vocabulary))
        return self._edges

    @property
    def topology(self) -> Topology:
        """The adjacency of the rows read so far."""
        if self._topology is None:
            self._topology = Topology(self.edges)
        return self._topology

    @cached_property
    def parties(self) -> dict[str, Party]:
        """All actors of the store by IRI."""
        return kept_parties(self.store) or self.reader.parties()

    @cached_property
    def names(self) -> Names:
        """The names of all actors of the store."""
        return Names(self.parties.values(), self.reader.weights)

    @cached_property
    def standing(self) -> dict[str, str]:
        """Whom each actor (IRI) stands for, where the store says so without contradiction."""
        said: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.reader.standing():
            said[row.subject].add(row.object)
        return {one: min(others) for one, others in said.items() if len(others) == 1}

    def load(self) -> View:
        """Read all there is, and keep it beside a store on disk for the next time; gives the view itself."""
        if not self.whole:
            self.whole, self._rows = True, set()
            rows = Reader(self.store).rows()  # a reader of its own, as it remembers every article that tells an event
            self._edges = tabulate((), rows, terms_of(self.store.vocabulary))
            self._topology = None
            keep(self.store, self.topology, self.parties)
        return self

    def grow(self, actors: Iterable[str]) -> None:
        """Read the events of these actors (IRIs), where they are not read yet."""
        new = set(actors) - self._read
        if self.whole or not new:
            return
        self._read |= new
        self._rows.update(self.reader.rows_at(new))
        self._edges = self._topology = None

    def has_read(self, actors: Iterable[str]) -> bool:
        """Tell whether all events of these actors (IRIs) have been read."""
        return self.whole or self._read.issuperset(actors)

    def known(self, actors: Iterable[str]) -> dict[str, Party]:
        """Give what is known of some actors (IRIs), by IRI."""
        wanted = sorted(actors)
        read = self.parties if "parties" in self.__dict__ else self.reader.parties(wanted)
        return {iri: read.get(iri) or Party(iri, iri.rpartition("/")[2].replace("_", " ")) for iri in wanted}

    @staticmethod
    def day(ordinal: int) -> str:
        """Write a day as ISO date, nothing where there is none."""
        return datetime.date.fromordinal(ordinal).isoformat() if ordinal else ""

    def resolve(self, name: str) -> Party:
        """Give the actor that a name, alias, surname or IRI means; ActorError with what may be meant otherwise."""
        if "parties" in self.__dict__:
            return self.names.one(name)
        direct = name.startswith(("http", "id:"))
        iri = f"{BASE}id/{name[3:]}" if name.startswith("id:") else name
        found = [iri] if direct and _is_iri(iri) else self.reader.labelled(name)
        known = self.reader.parties(found) if len(found) == 1 else {}
        return known[found[0]] if known else self.names.one(name)


def get_ready(folder: str | os.PathLike[str]) -> None:
    """Keep the columns of a store in a folder, or bring them up to date, so that no question has to wait for it.

    Does nothing for a place that is no such folder: an endpoint, or a store in memory.
    """
    if not (Path(folder) / "read").is_dir():
        return
    with open_store(folder, read_only=True) as store:
        View(store).load()


def _is_iri(text: str) -> bool:
    try:
        ox.NamedNode(text)
    except ValueError:
        return False
    return True
