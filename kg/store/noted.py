"""A list of lines that a process adds to at once, so that a kill loses none: in a file, or in memory."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from kg.store.backend import storage_errors


class Noted:
    """Lines in a file, which is made with the first of them; without a file, as long as the process lives."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self._kept: list[str] = []

    def add(self, lines: Iterable[str]) -> int:
        """Add lines; gives how many bytes there are now, 0 where there is no file."""
        if self._path is None:
            self._kept += lines
            return 0
        with storage_errors(str(self._path.parent)):
            if self._file is None:
                self._path.parent.mkdir(exist_ok=True)
                self._file = self._path.open("ab", buffering=0)
                self._file.write(b"\n")  # the last line of a process that was killed may be half there
            self._file.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
            return self._file.tell()

    def read(self) -> list[str]:
        """Give all lines, also those of processes before this one."""
        if self._path is None:
            return self._kept
        with storage_errors(str(self._path.parent)):
            text = self._path.read_text(encoding="utf-8") if self._path.exists() else ""
        return [line for line in text.split("\n") if line]

    def drop(self) -> None:
        """Begin with no lines again."""
        self.close()
        self._kept = []
        if self._path is not None:
            with storage_errors(str(self._path.parent)):
                self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file; the lines stay."""
        if self._file is not None:
            self._file.close()
            self._file = None
