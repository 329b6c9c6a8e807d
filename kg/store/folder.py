"""The folder of a store on disk: what is in it, and how its database is opened, compacted and put in order again.

`data` is the writer's database, `read/<n>` are its snapshots for readers, `writer.lock` and `read/<n>.lock` say
who uses which. `journal.nq` holds articles that are being added, `data.new` and `data.old` are a compaction in the
making: whatever a kill leaves of them, the next writer brings to its end.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import json
import shutil
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.additions import left_behind
from kg.store.backend import Embedded, storage_errors

FORMAT = "1"
_LONG_LOG = 4_000_000
_WORTH = 4_000_000
"""Bytes of a database from which on compacting it is worth while."""
_FEW = 8
"""The share of a database, one in so many quads, that a process must have written before it compacts all of it."""
_QUAD = 100
"""Bytes of a quad on disk, roughly, to guess by how many there are."""
_AT_ONCE = 400_000
"""Quads that the engine sorts in memory at a time, in some 0.7 GB."""
_LARGE = 5_000_000_000
"""Bytes of a database past which the engine itself keeps most of it compressed."""


def data_folder(folder: Path) -> Path:
    return folder / "data"


def prepare(folder: Path) -> None:
    """Make the folder of a store, or see that it is one; StoreError where it holds something else."""
    mark = folder / "dragoman-store"
    if mark.is_file():
        found = mark.read_text(encoding="utf-8", errors="replace").strip()
        if found != FORMAT:
            raise StoreError(
                f"this store has format {found!r}, and this program reads {FORMAT!r}.",
                place=str(folder),
                advice="Export it as .nq with the program that made it, and load that file into a new store.",
            )
        return
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StoreError(
            "this is not a store.", place=str(folder), advice="Name an empty or a new folder for the store."
        )
    with storage_errors(str(folder)):
        (folder / "read").mkdir(parents=True, exist_ok=True)
        mark.write_text(FORMAT + "\n", encoding="utf-8")


def is_store(folder: Path) -> bool:
    return (folder / "dragoman-store").is_file()


def journal(folder: Path) -> Path:
    """Where articles stand that are being added (kg.store.additions)."""
    return folder / "journal.nq"


def open_database(folder: Path) -> Embedded:
    """Open or make the writer's database, under the writer's lock, and bring to an end what a kill interrupted."""
    data, old, new = data_folder(folder), folder / "data.old", folder / "data.new"
    with storage_errors(str(folder)):
        if old.exists() and not data.exists():
            old.rename(data)
        for left in (old, new):
            if left.exists():
                shutil.rmtree(left)
        backend = Embedded(ox.Store(str(data)), str(folder))
        held, written = _counts(folder)
        backend.held, backend.written = held, written
    left_behind(journal(folder), backend)
    return backend


def is_loose(backend: Embedded, folder: Path) -> bool:
    """Tell whether so much was written since the last time that compacting makes the database clearly smaller.

    What the engine merges while it is written to is not compressed, and takes nearly twice the room.
    """
    return 2 * backend.written >= backend.held and _WORTH < bytes_of(folder) < _LARGE


def needs_compacting(backend: Embedded, folder: Path) -> bool:
    """Tell whether compacting is worth while now: it goes over all there is, so not for a few articles more."""
    return _FEW * backend.lately >= backend.held + backend.written and is_loose(backend, folder)


def compact(backend: Embedded, folder: Path) -> None:
    """Write the database anew, sorted and compressed, and put it in the place of the old one.

    Takes as much room again while it works. A kill at any moment leaves the old or the new one.
    """
    data, old, new = data_folder(folder), folder / "data.old", folder / "data.new"
    with storage_errors(str(folder)):
        if new.exists():
            shutil.rmtree(new)
        fresh = ox.Store(str(new))
        quads = iter(backend.engine)
        while part := list(itertools.islice(quads, _AT_ONCE)):
            fresh.bulk_extend(part)
        del quads, part
        fresh.flush()
        held = len(fresh)
        del fresh
        backend.close()
        gc.collect()
        data.rename(old)
        new.rename(data)
        shutil.rmtree(old)
        backend.reopen(ox.Store(str(data)))
    backend.held, backend.written, backend.lately = held, 0, 0


def note_counts(backend: Embedded, folder: Path) -> None:
    """Keep for the next writer how much was written since the database was compacted."""
    with storage_errors(str(folder)):
        (folder / "written.json").write_text(
            json.dumps({"held": backend.held, "written": backend.written}) + "\n", encoding="utf-8"
        )


def bytes_of(folder: Path, pattern: str = "*") -> int:
    """Give the bytes of the files of the database; one that the engine takes away meanwhile counts nothing."""
    size = 0
    for path in data_folder(folder).glob(pattern):
        with contextlib.suppress(FileNotFoundError):
            size += path.stat().st_size
    return size


def tidy(folder: Path) -> None:
    """Open a closed database once more where its log has grown: only opening drops what has long been written."""
    if bytes_of(folder, "*.log") > _LONG_LOG:
        with storage_errors(str(folder)):
            ox.Store(str(data_folder(folder)))


def _counts(folder: Path) -> tuple[int, int]:
    try:
        kept = json.loads((folder / "written.json").read_text(encoding="utf-8"))
        return int(kept["held"]), int(kept["written"])
    except (OSError, ValueError, KeyError, TypeError):  # the first writer was killed, or has only just begun
        return 0, bytes_of(folder) // _QUAD
