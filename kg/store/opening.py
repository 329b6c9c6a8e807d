"""Opens a store: in a folder, in memory, or at an endpoint."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.ontology.vocabulary import Vocabulary
from kg.store import snapshots
from kg.store.actors.decisions import DecisionLog
from kg.store.backend import Backend, Embedded
from kg.store.folder import is_store, open_database, prepare
from kg.store.locks import take_writer_lock
from kg.store.own import keep, kept
from kg.store.remote import Remote, is_address
from kg.store.store import Store
from kg.store.terms import DECISIONS_GRAPH, VOCABULARY_GRAPH, term


def open_store(
    path: str | os.PathLike[str] | None = None,
    *,
    read_only: bool = False,
    must_exist: bool = False,
    vocabulary: Vocabulary | None = None,
    own: Sequence[Path] = (),
) -> Store:
    """Open the store in a folder, or one in memory where no path is given; made where it is not there yet.

    The address of a SPARQL 1.1 endpoint (http or https) opens that, with the same methods (see kg.store.remote).
    A store that `must_exist` is not made. `own` are a user's files of actors, wordings and predicates: a store in a
    folder keeps them, and knows them from then on until others are given. Raises StoreError where another process
    writes to it, where the folder holds something else, or where there is nothing to read.
    """
    if path is None:
        return Store(Embedded(ox.Store(), "memory"), vocabulary=vocabulary, own=own)
    if isinstance(path, str) and is_address(path):
        remote = Remote(path, writable=not read_only)
        store = Store(remote, vocabulary=vocabulary, own=own, decisions=_decisions_of(remote))
        if remote.writable:
            remote.check_default_graph(VOCABULARY_GRAPH)
        return store
    folder = Path(path)
    if (read_only or must_exist) and not is_store(folder):
        raise StoreError("there is no store here.", place=str(folder), advice="Make one with `kg build`.")
    log = folder / "decisions.jsonl"
    if read_only:
        engine, held = snapshots.open_snapshot(folder)
        backend = Embedded(engine, str(folder), writable=False)
        return Store(backend, lock=held, vocabulary=vocabulary, own=own or kept(folder), decisions=DecisionLog(log))
    prepare(folder)
    lock = take_writer_lock(folder)
    try:
        if own:
            keep(folder, own)
        backend, own = open_database(folder), own or kept(folder)
        return Store(backend, folder=folder, lock=lock, vocabulary=vocabulary, own=own, decisions=DecisionLog(log))
    except BaseException:
        lock.release()
        raise


def _decisions_of(backend: Backend) -> DecisionLog:
    """Give the decisions that a store without a folder keeps in its graph."""
    log = DecisionLog()
    kept = (t.object for t in backend.triples(DECISIONS_GRAPH) if t.predicate == term("dip:decision"))
    log.restore(sorted(line.value for line in kept if isinstance(line, ox.Literal)))
    return log
