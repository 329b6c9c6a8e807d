"""What changed from one published snapshot to the next, so that what was worked out can be brought up to date.

`changes/pending` in the store's folder lists, one IRI a line, the graphs and subjects that a writer is about to change;
publishing makes `changes/<n>` of it, headed by the stamps of the snapshots before and after. It says what *may* have
changed: a write that did not come about is noted too. A gap in the chain of stamps means that nothing is known.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.store.backend import storage_errors
from kg.store.noted import Noted

_MOST_BYTES = 32_000_000
"""Past this, bringing up to date costs more than reading anew."""
_NONE = "-"


def pending(folder: Path) -> Noted:
    """Give the list in which a writer notes what it is about to change."""
    return Noted(folder / "changes" / "pending")


def published(folder: Path, before: Path | None, after: Path) -> None:
    """Put what was noted under the snapshot `after` that has just been published in place of `before`."""
    changes, noted = folder / "changes", pending(folder)
    with storage_errors(str(folder)):
        changes.mkdir(exist_ok=True)
        making = changes / "making"
        head = f"{stamp(before) if before else _NONE} {stamp(after)}"
        making.write_text("".join(f"{line}\n" for line in (head, *noted.read())), encoding="utf-8")
        making.rename(changes / after.name)
        noted.drop()
        if sum(path.stat().st_size for path in changes.iterdir()) > _MOST_BYTES:
            forget(folder, int(after.name))


def changed_since(folder: Path, known: str, snapshot: Path, most: int) -> set[str] | None:
    """Give what may have changed between the snapshot of the stamp `known` and a later one.

    None where that is not known, or is more than `most` graphs and subjects.
    """
    wanted, found = stamp(snapshot), set[str]()
    for number in range(int(snapshot.name), 0, -1):
        if wanted == known:
            return found
        try:
            head, *iris = (folder / "changes" / str(number)).read_text(encoding="utf-8").splitlines()
            before, after = head.split(" ")
        except (OSError, ValueError):
            return None
        found.update(iris)
        if after != wanted or len(found) > most:
            return None
        wanted = before
    return found if wanted == known else None


def forget(folder: Path, number: int) -> None:
    """Drop what led to this snapshot and to those before it: nobody asks for it any more."""
    for path in (folder / "changes").glob("*"):
        if path.name.isdigit() and int(path.name) <= number:
            path.unlink(missing_ok=True)


def stamp(snapshot: Path) -> str:
    """Name a snapshot by its number and its files, which never change once it is published."""
    files = sorted((p.name, p.stat().st_size) for p in snapshot.iterdir() if p.suffix == ".sst" or p.name == "IDENTITY")
    return hashlib.sha256(repr((snapshot.name, files)).encode()).hexdigest()
