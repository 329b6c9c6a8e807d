"""Watches folders and feed files, and adds what is new to a graph, each article once."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from kg.articles import Failure, Reading
from kg.articles.places import STANDARD_INPUT, names, places, tail
from kg.errors import StoreError
from kg.graph.building import ENGLISH, Building, Progress, fill, finish
from kg.graph.failed import FailureList
from kg.graph.ledger import Ledger, State
from kg.store import Store

_SETTLED = 1.0
"""Seconds for which a file must be unchanged before it is read: it may still be being written."""
_FEW = 20
"""Files below which other processes would take longer to start than to read them."""
_SHARE = 0.1
"""The share of its time that a watch may spend on linking events, which may go over much of the graph."""


class Watch:
    """Adds new and changed files of some sources to a store, pass by pass.

    What has been read stands in a ledger, in the folder of the store if not given. Stopping or killing it at any
    moment loses nothing and repeats nothing: a file is entered once its articles are recorded, and an article that is
    read again is found unchanged. Raises StoreError where there is no place for the ledger.
    """

    def __init__(
        self,
        store: Store,
        sources: Iterable[str | os.PathLike[str]],
        *,
        date: str | None = None,
        workers: int = 1,
        languages: Collection[str] = ENGLISH,
        ledger: Path | None = None,
    ) -> None:
        if ledger is None and store.folder is None:
            raise StoreError(
                "only a store in a folder keeps a ledger of what was read.",
                place=store.place,
                advice="Give a file for it with --ledger.",
            )
        self._store = store
        self._sources = [os.fspath(source) for source in sources]
        self._date = date
        self._workers = workers
        self._languages = languages
        self._ledger = Ledger(ledger or Path(store.folder or "", "watched.db"))
        self._failed = FailureList.of(store)
        self._linked = self._linking = 0.0
        self._unlinked = False

    def look(self, *, stop: Callable[[], bool] = lambda: False, progress: Progress | None = None) -> Building:
        """Read what is new since the last look; gives what came of it.

        Once `stop` gives true no further article is begun, and the files of this pass are read again another time.
        """
        building = Building()
        files = self._new(building)
        if files:
            reading = Reading(files, date=self._date, called={str(path): state.name for path, state in files.items()})
            workers = self._workers if len(files) >= _FEW or reading.total > 1_000_000 else 1
            fill(
                self._store, reading, building, workers=workers, languages=self._languages, progress=progress, stop=stop
            )
            self._unlinked |= building.recorded > 0
            if not stop():
                self._failed.replace(reading, building.failures)
                self._ledger.enter(files.items())
        if self._unlinked and not stop() and time.monotonic() - self._linked >= self._linking / _SHARE:
            self._link(building)
        self._store.publish()
        return building

    def close(self) -> None:
        """Link what is not yet linked, and let go of the ledger; the store stays open."""
        if self._unlinked:
            self._link(Building())
        self._ledger.close()

    def _link(self, building: Building) -> None:
        begun = time.monotonic()
        finish(self._store, building)
        self._linked = time.monotonic()
        self._linking = self._linked - begun
        self._unlinked = False

    def _new(self, building: Building) -> dict[Path, State]:
        """Give the files that are new or have changed and are not being written, with the names of their articles."""
        found: list[Path] = []
        for place in places(self._sources):
            if isinstance(place, Path) and place != STANDARD_INPUT:
                found.append(place)
            elif isinstance(place, Failure) and not Path(place.place).is_dir():  # a folder may be empty yet
                building.failures.append(place)
        now, new = time.time(), dict[Path, tuple[int, int]]()
        for path in found:
            try:
                about = path.stat()
            except OSError as error:
                if str(path) in self._sources:  # else it was in a folder, and is gone again
                    building.failures.append(Failure(str(path), f"cannot be read yet ({error.strerror})."))
                continue
            known = self._ledger.state(path)
            same = known is not None and (known.size, known.changed) == (about.st_size, about.st_mtime_ns)
            if not same and not 0 <= now - about.st_mtime < _SETTLED:
                new[path] = (about.st_size, about.st_mtime_ns)
        called = names(found) if new else {}
        return {path: State(*state, self._name(path, called[path])) for path, state in new.items()}

    def _name(self, path: Path, name: str) -> str:
        """Give a file the name it had, else the one it would get in a build, longer where another file has that."""
        if (known := self._ledger.state(path)) is not None:
            return known.name
        depth = 1
        while self._ledger.owner(name) is not None and depth <= len(path.parts):
            depth += 1
            name = tail(path, depth)
        return name
