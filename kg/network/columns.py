"""Keeps the columns of a store beside it, so that the next question about it need not read them again.

A folder `network` in the store's folder: one .npy file a column, mapped into memory and not read; `parties.json`, what
is known of the actors; and `stamp`, which snapshot of the store they were read from. Whatever does not fit is as good
as not there.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import astuple
from pathlib import Path

import numpy as np

from kg.network.edges import COLUMNS, REPRESENTS, Edges, Party, Term
from kg.network.reading import terms_of
from kg.network.topology import ARRAYS, Topology
from kg.store import Store

FORMAT = "1"


def kept_columns(store: Store) -> Topology | None:
    """Give the columns kept for this very snapshot, or none."""
    folder, stamp = _folder(store), _stamp(store)
    if folder is None or stamp is None:
        return None
    try:
        if (folder / "stamp").read_text(encoding="ascii") != stamp:
            return None
        arrays = {path.stem: np.load(path, mmap_mode="r", allow_pickle=False) for path in folder.glob("*.npy")}
        predicates = tuple(json.loads((folder / "predicates.json").read_text(encoding="utf-8")))
        terms = terms_of(store.vocabulary)
        edges = Edges(
            actor=arrays["actor"],
            predicates=predicates,
            terms=tuple(terms.get(name, Term("", 0.0, name == REPRESENTS)) for name in predicates),
            **{name: arrays[name] for name in COLUMNS},
        )
        edges.__dict__["prints"] = arrays["prints"]
        return Topology(edges, {name: arrays[f"at_{name}"] for name in ARRAYS})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def kept_parties(store: Store) -> dict[str, Party] | None:
    """Give what is known of all actors, where it is kept for this snapshot."""
    folder = _folder(store)
    try:
        if folder is None or (folder / "stamp").read_text(encoding="ascii") != _stamp(store):
            return None
        listed = json.loads((folder / "parties.json").read_text(encoding="utf-8"))
        return {
            iri: Party(iri, name, kind, tuple(aliases), represents, tuple(offices))
            for iri, name, kind, aliases, represents, offices in listed
        }
    except (OSError, ValueError, TypeError):
        return None


def keep(store: Store, topology: Topology, parties: Mapping[str, Party]) -> bool:
    """Keep the columns of a store that is open for reading from a folder; false where that cannot be."""
    folder, stamp, edges = _folder(store), _stamp(store), topology.edges
    if folder is None or stamp is None:
        return False
    making = folder.with_name(f"network.{os.getpid()}")
    try:
        making.mkdir(exist_ok=True)
        for name in ("actor", "prints", *COLUMNS):
            np.save(making / f"{name}.npy", getattr(edges, name))
        for name in ARRAYS:
            np.save(making / f"at_{name}.npy", getattr(topology, name))
        (making / "predicates.json").write_text(json.dumps(edges.predicates), encoding="utf-8")
        listed = [astuple(party) for _, party in sorted(parties.items())]
        (making / "parties.json").write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")
        (making / "stamp").write_text(stamp, encoding="ascii")
        shutil.rmtree(folder, ignore_errors=True)
        making.rename(folder)
    except OSError:  # a store on a read-only disk, or two that keep at once: the columns are only a convenience
        shutil.rmtree(making, ignore_errors=True)
        return False
    return True


def _folder(store: Store) -> Path | None:
    return store.snapshot.parent.parent / "network" if store.snapshot is not None else None


def _stamp(store: Store) -> str | None:
    """Name a snapshot by its number and its files, which never change once it is published."""
    if store.snapshot is None:
        return None
    files = sorted(
        (p.name, p.stat().st_size) for p in store.snapshot.iterdir() if p.suffix == ".sst" or p.name == "IDENTITY"
    )
    return hashlib.sha256(repr((FORMAT, store.snapshot.name, files)).encode()).hexdigest()
