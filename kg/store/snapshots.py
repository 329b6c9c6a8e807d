"""What readers read: hard-linked snapshots that the writer publishes, so that both may live at once.

A reader opens the newest snapshot and holds its lock; the writer removes those that nobody holds.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import changes
from kg.store.backend import storage_errors
from kg.store.folder import open_database
from kg.store.locks import FileLock


def publish(folder: Path, engine: ox.Store) -> None:
    """Give readers the state of now, and clear away the snapshots that nobody reads any more."""
    read = folder / "read"
    read.mkdir(exist_ok=True)
    last = max(_numbers(read), default=0)
    making = read / "making"
    shutil.rmtree(making, ignore_errors=True)
    with storage_errors(str(folder)):
        engine.backup(str(making))
        making.rename(read / str(last + 1))
    changes.published(folder, read / str(last) if last else None, read / str(last + 1))
    for number in _numbers(read):
        if number <= last:
            _clear(read, number)


def newest(folder: Path) -> int:
    """Give the number of the newest snapshot, 0 where there is none."""
    return max(_numbers(folder / "read"), default=0)


def open_snapshot(folder: Path) -> tuple[ox.Store, FileLock]:
    """Open the newest snapshot for reading; a store whose writer left none gets one first."""
    read = folder / "read"
    for _ in range(20):
        _publish_if_idle(folder)
        for number in sorted(_numbers(read), reverse=True):
            lock = FileLock.take(read / f"{number}.lock", shared=True)
            if lock is None:
                continue
            if (read / str(number)).is_dir():
                with storage_errors(str(folder)):
                    return ox.Store.read_only(str(read / str(number))), lock
            lock.release()
    raise StoreError(
        "a process that is writing to this store has not yet published anything to read.",
        place=str(folder),
        advice="Try again in a moment.",
    )


def _publish_if_idle(folder: Path) -> None:
    """Publish for a writer that is gone, killed perhaps, leaving newer data than its last snapshot."""
    stale = folder / "unpublished"
    if not stale.exists() and _numbers(folder / "read"):
        return
    lock = FileLock.take(folder / "writer.lock")
    if lock is None:
        return
    with lock:
        if stale.exists() or not _numbers(folder / "read"):
            database = open_database(folder)
            publish(folder, database.engine)
            database.close()
            stale.unlink(missing_ok=True)


def _numbers(read: Path) -> list[int]:
    return [int(path.name) for path in read.iterdir() if path.name.isdigit() and path.is_dir()] if read.is_dir() else []


def _clear(read: Path, number: int) -> None:
    lock = FileLock.take(read / f"{number}.lock")
    if lock is None:
        return
    with lock:
        shutil.rmtree(read / str(number), ignore_errors=True)
        (read / f"{number}.lock").unlink(missing_ok=True)
