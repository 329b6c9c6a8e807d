"""One writer at a time: a lock file that dies with its process."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType

from kg.errors import StoreError


class FileLock:
    """A lock on a file, exclusive or shared, held until release() or the end of the process."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self._handle: int | None = handle

    @classmethod
    def take(cls, path: Path, *, shared: bool = False) -> FileLock | None:
        """Take the lock, or give none where another holds it."""
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if not _lock(handle, shared=shared):
                os.close(handle)
                return None
        except BaseException:
            os.close(handle)
            raise
        return cls(path, handle)

    def sign(self) -> None:
        """Write the number of this process into the file, for the message that another gets."""
        if self._handle is not None:
            os.ftruncate(self._handle, 0)
            os.pwrite(self._handle, str(os.getpid()).encode(), 0)

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> FileLock:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.release()


def _lock(handle: int, *, shared: bool) -> bool:
    try:
        import fcntl
    except ImportError:  # no fcntl on Windows, whose byte-range locks know no shared mode
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def take_writer_lock(folder: Path) -> FileLock:
    """Become the one writer of a store; StoreError naming the lock where another process is."""
    path = folder / "writer.lock"
    lock = FileLock.take(path)
    if lock is None:
        holder = path.read_text(encoding="ascii", errors="replace").strip()
        by = f"process {holder}" if holder.isdigit() else "another process"
        raise StoreError(
            f"{by} is writing to this store (lock {path.name}).",
            place=str(folder),
            advice="Wait until it has finished, or open the store read-only.",
        )
    lock.sign()
    return lock
