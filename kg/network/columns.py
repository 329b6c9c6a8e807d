"""Keeps the columns of a store beside it, so that the next question about it need not read them again.

A folder `network` in the store's folder: one .npy file a column, mapped into memory and not read; `parties.json`, what
is known of the actors; and `stamp`, which snapshot of the store they were read from. Where the store has changed since,
only what changed is read again. Whatever does not fit is as good as not there.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from kg.network.edges import COLUMNS, Edges, Party, terms_for
from kg.network.reading import Reader, terms_of
from kg.network.renewing import renewed
from kg.network.topology import ARRAYS, Topology
from kg.store import Store
from kg.store.changes import changed_since, forget, stamp

FORMAT = "2"
MOST_CHANGED = 20_000
"""Past so many changed graphs and subjects, all is read anew."""


def kept_columns(store: Store) -> Topology | None:
    """Give the columns kept beside a store, brought up to date where it has changed since, or none."""
    folder, snapshot = _folder(store), store.snapshot
    if folder is None or snapshot is None:
        return None
    try:
        form, known = (folder / "stamp").read_text(encoding="ascii").split()
        if form != FORMAT:
            return None
        changed = changed_since(folder.parent, known, snapshot, MOST_CHANGED)
        if changed is None:
            return None
        kept = _columns(folder, store)
        if known == stamp(snapshot):
            return kept
        parties = _parties(folder)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    edges, parties = renewed(Reader(store), kept.edges, parties, changed)
    topology = Topology(edges)
    keep(store, topology, parties)
    return topology


def kept_parties(store: Store) -> dict[str, Party] | None:
    """Give what is known of all actors, where it is kept for this snapshot."""
    folder, snapshot = _folder(store), store.snapshot
    try:
        if folder is None or snapshot is None:
            return None
        if (folder / "stamp").read_text(encoding="ascii").split() != [FORMAT, stamp(snapshot)]:
            return None
        return _parties(folder)
    except (OSError, ValueError, TypeError):
        return None


def _columns(folder: Path, store: Store) -> Topology:
    arrays = {path.stem: np.load(path, mmap_mode="r", allow_pickle=False) for path in folder.glob("*.npy")}
    predicates = tuple(json.loads((folder / "predicates.json").read_text(encoding="utf-8")))
    edges = Edges(
        actor=arrays["actor"],
        predicates=predicates,
        terms=terms_for(predicates, terms_of(store.vocabulary)),
        **{name: arrays[name] for name in COLUMNS},
    )
    edges.__dict__["prints"] = arrays["prints"]
    return Topology(edges, {name: arrays[f"at_{name}"] for name in ARRAYS})


def _listed(party: Party) -> tuple[object, ...]:
    # dataclasses.astuple() copies every name, and took as long as all else that is kept.
    return party.iri, party.name, party.kind, party.aliases, party.represents, party.offices


def _parties(folder: Path) -> dict[str, Party]:
    listed = json.loads((folder / "parties.json").read_text(encoding="utf-8"))
    return {
        iri: Party(iri, name, kind, tuple(aliases), represents, tuple(offices))
        for iri, name, kind, aliases, represents, offices in listed
    }


def keep(store: Store, topology: Topology, parties: Mapping[str, Party]) -> bool:
    """Keep the columns of a store that is open for reading from a folder; false where that cannot be."""
    folder, snapshot, edges = _folder(store), store.snapshot, topology.edges
    if folder is None or snapshot is None:
        return False
    making = folder.with_name(f"network.{os.getpid()}")
    try:
        making.mkdir(exist_ok=True)
        for name in ("actor", "prints", *COLUMNS):
            np.save(making / f"{name}.npy", getattr(edges, name))
        for name in ARRAYS:
            np.save(making / f"at_{name}.npy", getattr(topology, name))
        (making / "predicates.json").write_text(json.dumps(edges.predicates), encoding="utf-8")
        listed = [_listed(party) for _, party in sorted(parties.items())]
        (making / "parties.json").write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")
        (making / "stamp").write_text(f"{FORMAT} {stamp(snapshot)}", encoding="ascii")
        shutil.rmtree(folder, ignore_errors=True)
        making.rename(folder)
        forget(folder.parent, int(snapshot.name))
    except OSError:  # a store on a read-only disk, or two that keep at once: the columns are only a convenience
        shutil.rmtree(making, ignore_errors=True)
        return False
    return True


def _folder(store: Store) -> Path | None:
    return store.snapshot.parent.parent / "network" if store.snapshot is not None else None
