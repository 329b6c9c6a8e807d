"""Remembers which ids have been read, on disk where they become many."""

from __future__ import annotations

import hashlib
import sqlite3


class Register:
    """Ids of articles and the file of each; a temporary database, which the system removes with the process.

    Kept small, as it is slow once it has outgrown its memory: a digest for the id, a number for the file, and one
    transaction, which never ends, for all.
    """

    def __init__(self) -> None:
        # A database without a name lives in memory until it outgrows the cache, and then in a temporary file.
        self._ids = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._ids.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;"
            "CREATE TABLE owner (id BLOB PRIMARY KEY, file INTEGER) WITHOUT ROWID; BEGIN"
        )
        self._files: list[str] = []

    def take(self, identity: str, file: str) -> str | None:
        """Enter an id, or give the file that has it already.

        >>> register = Register()
        >>> register.take("talks", "a.txt"), register.take("talks", "b.txt")
        (None, 'a.txt')
        """
        key = hashlib.blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if not self._files or self._files[-1] != file:
            self._files.append(file)
        entered = self._ids.execute("INSERT OR IGNORE INTO owner VALUES (?, ?)", (key, len(self._files) - 1))
        if entered.rowcount:
            return None
        (owner,) = self._ids.execute("SELECT file FROM owner WHERE id = ?", (key,)).fetchone()
        return self._files[int(owner)]

    def close(self) -> None:
        self._ids.close()
