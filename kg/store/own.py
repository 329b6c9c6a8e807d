"""The Turtle files of a user's own that a store was built with, kept in its folder so that it knows its predicates."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from kg.store.backend import storage_errors

_PLAIN = re.compile(r"[^\w.-]+")


def kept(folder: Path) -> tuple[Path, ...]:
    """Give the files that the store in this folder was built with last, in their order; none as a rule."""
    now, old = folder / "vocabulary", folder / "vocabulary.old"
    return tuple(sorted((now if now.exists() else old).glob("*.ttl")))


def keep(folder: Path, files: Sequence[Path]) -> None:
    """Keep copies of the files, in place of those kept before. Raises StoreError where the folder takes none."""
    new, now, old = (folder / f"vocabulary{ending}" for ending in (".new", "", ".old"))
    with storage_errors(str(folder)):
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        for number, path in enumerate(files, 1):
            shutil.copyfile(path, new / f"{number:02}-{_PLAIN.sub('_', path.stem)[:60]}.ttl")
        if now.exists():
            shutil.rmtree(old, ignore_errors=True)
            now.rename(old)
        new.rename(now)
        shutil.rmtree(old, ignore_errors=True)
