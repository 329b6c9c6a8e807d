"""Remembers which files a watch has read, so that it reads each once, also after a stop or a crash."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError


@dataclass(frozen=True, slots=True)
class State:
    """A file as it was when it was read: bytes, time of change in nanoseconds, and the name its articles got."""

    size: int
    changed: int
    name: str


class Ledger:
    """The files read so far, in a database of one file; what is entered is safe when enter() returns."""

    def __init__(self, path: Path) -> None:
        try:
            self._files = sqlite3.connect(path, isolation_level=None)
            self._files.execute(
                "CREATE TABLE IF NOT EXISTS file "
                "(path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL, name TEXT NOT NULL)"
            )
        except sqlite3.Error as error:
            raise StoreError(
                f"this ledger of files cannot be used ({error}).",
                place=str(path),
                advice="Delete it: the files are then read again, and what is stored stays as it is.",
            ) from None

    def state(self, path: Path) -> State | None:
        """Give how a file was when it was read; none where it has not been."""
        row = self._files.execute("SELECT size, changed, name FROM file WHERE path = ?", (_key(path),)).fetchone()
        return State(*row) if row else None

    def owner(self, name: str) -> str | None:
        """Give the file whose articles have this name."""
        row = self._files.execute("SELECT path FROM file WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def enter(self, files: Iterable[tuple[Path, State]]) -> None:
        """Note that files have been read, all or none of them."""
        rows = [(_key(path), state.size, state.changed, state.name) for path, state in files]
        self._files.execute("BEGIN")
        self._files.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", rows)
        self._files.execute("COMMIT")

    def close(self) -> None:
        self._files.close()


def _key(path: Path) -> str:
    return str(path.absolute()).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
