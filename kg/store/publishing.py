"""What a writer does with the folder of its store: shows readers what it has written, and closes it in good order."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from pathlib import Path

from kg.store import changes, snapshots
from kg.store.backend import Embedded
from kg.store.folder import compact, is_loose, needs_compacting, note_counts, tidy

_SECONDS = 30.0
"""How long readers wait for what has been written, and longer where showing it costs more than a tenth of that."""
_QUAD = 1e-5
"""Seconds, roughly, that it takes to add a quad."""


class Publisher:
    """Publishes what one process writes to the database in a folder: from time to time, when asked, and at the end."""

    def __init__(self, folder: Path, backend: Embedded) -> None:
        self.folder = folder
        self._backend = backend
        self._pending = changes.pending(folder)
        self._announced = False
        self._changed = False
        self._last = time.monotonic()

    def due(self, waiting: int = 0) -> bool:
        """Tell whether readers have waited long enough for what was written, and for so many quads that wait."""
        return time.monotonic() - self._last > max(_SECONDS, 10 * _QUAD * waiting)

    @property
    def loose(self) -> bool:
        """Whether compacting would make the database clearly smaller, and closing will not do it."""
        return is_loose(self._backend, self.folder) and not needs_compacting(self._backend, self.folder)

    def await_first(self) -> None:
        """Publish the first article at once, so that there is one to read, where nothing is published yet."""
        if not snapshots.newest(self.folder):
            self._last = -math.inf

    def announce(self) -> None:
        """Say that something may be written, so that the next reader publishes it if this process is killed."""
        if not self._announced:
            (self.folder / "unpublished").touch()
            self._announced = True

    def note(self, iris: Iterable[str]) -> None:
        """Note the graphs and subjects (IRIs) that are about to change."""
        self._pending.add(iris)

    def written(self) -> None:
        """Take in that something has been written, and publish where that is due."""
        self._changed = True
        if self.due():
            self.publish()

    def publish(self) -> None:
        """Let readers see what has been written so far."""
        self._pending.close()
        if self._changed:
            snapshots.publish(self.folder, self._backend.engine)
            (self.folder / "unpublished").unlink(missing_ok=True)
            self._changed = self._announced = False
        self._last = time.monotonic()

    def compact(self) -> None:
        """Write the database anew, so that it takes little room, and publish that."""
        compact(self._backend, self.folder)
        self._changed = True
        self.publish()

    def close(self) -> None:
        """Publish, compacted where much was written, and close the database."""
        if needs_compacting(self._backend, self.folder):
            self.compact()
        self.publish()
        note_counts(self._backend, self.folder)
        self._backend.close()
        tidy(self.folder)
