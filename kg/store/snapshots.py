"""What readers read: hard-linked snapshots that the writer publishes, so that both may live at once.

A store on disk is a folder: `data` is the writer's database, `read/<n>` are its snapshots, `writer.lock` and
`read/<n>.lock` say who uses which. A reader opens the newest snapshot and holds its lock; the writer removes
those that nobody holds.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.backend import open_engine, storage_errors
from kg.store.locks import FileLock

FORMAT = "1"
_LONG_LOG = 4_000_000
"""Bytes."""


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
    for number in _numbers(read):
        if number <= last:
            _clear(read, number)


def tidy(folder: Path) -> None:
    """Open a closed database once more where its log has grown: only opening drops what has long been written."""
    if sum(path.stat().st_size for path in data_folder(folder).glob("*.log")) > _LONG_LOG:
        open_engine(data_folder(folder))


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
            publish(folder, open_engine(data_folder(folder)))
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
