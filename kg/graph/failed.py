"""Keeps the list of what failed beside a store, so that it can be read again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kg.articles import Failure, Reading
from kg.errors import StoreError
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Failed:
    """A failure as it is kept: with the name that the file's articles get, and the date of those that state none."""

    failure: Failure
    name: str
    date: str | None


class FailureList:
    """The failures of all builds of a store, in `failed.jsonl` of its folder; a store without one keeps none."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._failed = list(_read(path)) if path is not None and path.exists() else []

    @classmethod
    def of(cls, store: Store) -> FailureList:
        """Give the list of a store; empty and kept nowhere where the store is not in a folder."""
        return cls(None if store.folder is None else store.folder / "failed.jsonl")

    def readings(self) -> list[Reading]:
        """Give what reads the failed files again, under the names they had; one for each date."""
        if self._path is None:
            raise StoreError(
                "only a store in a folder keeps a list of what failed.", advice="Give the failed files by name."
            )
        by_date: defaultdict[str | None, dict[str, str]] = defaultdict(dict)
        for failed in self._failed:
            by_date[failed.date][failed.failure.file] = failed.name
        return [Reading(sorted(called), date=date, called=called) for date, called in by_date.items()]

    def replace(self, reading: Reading, failures: Iterable[Failure]) -> None:
        """Put what a reading failed at in place of what its files failed at before; it is no file that is not kept."""
        kept = [failed for failed in self._failed if reading.name_of(failed.failure.file) is None]
        for failure in failures:
            if failure.file and (name := reading.name_of(failure.file)) is not None:
                kept.append(Failed(replace(failure, file=str(Path(failure.file).absolute())), name, reading.date))
        if kept != self._failed and self._path is not None:
            self._failed = kept
            _write(self._path, kept)


def _read(path: Path) -> Iterable[Failed]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            yield Failed(Failure(row["place"], row["reason"], row["file"]), row["name"], row["date"])
        except (ValueError, KeyError, TypeError):
            raise StoreError(
                f"line {number} is no failure as it was written.", place=str(path), advice="Delete this file."
            ) from None


def _write(path: Path, kept: list[Failed]) -> None:
    """Write the list anew, at once: a file that is half written would be read as a broken one."""
    if not kept:
        path.unlink(missing_ok=True)
        return
    draft = path.with_suffix(".part")
    with draft.open("w", encoding="utf-8", errors="replace") as out:
        for failed in kept:
            row = {"place": failed.failure.place, "reason": failed.failure.reason, "file": failed.failure.file}
            out.write(json.dumps(row | {"name": failed.name, "date": failed.date}, ensure_ascii=False) + "\n")
    draft.replace(path)
