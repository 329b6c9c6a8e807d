"""Turns what a user names (files, folders, patterns, "-") into the files to read, each once, in a stable order."""

from __future__ import annotations

import glob
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.articles.compression import plain_name
from kg.articles.failure import Failure
from kg.articles.kinds import READERS

SUFFIXES = frozenset(READERS)
"""What a folder is searched for, compressed or not; a file that is named is read whatever its suffix."""

_NOT_ARTICLES = frozenset("readme license licence notice copying changelog contributing".split())
_FOREIGN = {
    ".docx": "Save it as plain text or HTML.",
    ".doc": "Save it as plain text or HTML.",
    ".rar": "Unpack it first.",
    ".7z": "Unpack it first.",
    ".tar": "Unpack it first.",
    ".tgz": "Unpack it first.",
}
STANDARD_INPUT = Path("-")


def places(sources: Iterable[str | os.PathLike[str]]) -> Iterator[Path | Failure]:
    """Give each file that the sources stand for, once; a source that stands for none gives a Failure.

    A folder gives its article files (see SUFFIXES) and those of its folders, sorted by path, without hidden files and
    without README, LICENSE and the like. "-" is standard input.
    """
    seen: set[Path] = set()
    for source in sources:
        for place in _expand(os.fspath(source)):
            if isinstance(place, Failure) or place == STANDARD_INPUT:
                yield place
                continue
            real = Path(os.path.realpath(place))
            if real not in seen:
                seen.add(real)
                yield place


def _expand(source: str) -> Iterator[Path | Failure]:
    if source == "-":
        yield STANDARD_INPUT
        return
    if re.match(r"[a-z][a-z0-9+.-]+://", source, re.IGNORECASE):
        yield Failure(source, "is a web address, and Dragoman reads offline. Save the page and give its file.")
        return
    if not source or "\0" in source:
        yield Failure(repr(source), "is no file name.")
        return
    path = Path(source)
    try:
        if path.is_dir():
            yield from _folder(path)
            return
        known = path.exists() or not glob.has_magic(source)
    except OSError as error:
        yield Failure(source, f"cannot be read ({error.strerror}).")
        return
    if known:
        yield _file(path)
        return
    matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 - a pattern may be absolute
    if not matches:
        yield Failure(source, "no file matches this pattern.")
    for match in map(Path, matches):
        if match.is_dir():
            yield from _folder(match)
        else:
            yield _file(match)


def _file(path: Path) -> Path | Failure:
    advice = _FOREIGN.get(plain_name(path).suffix.casefold())
    if advice and path.exists():
        return Failure(str(path), f"is a {path.suffix[1:].upper()} file, which is not read. {advice}")
    return path


def _folder(folder: Path) -> Iterator[Path | Failure]:
    found = False
    unreadable: list[Failure] = []

    def refused(error: OSError) -> None:
        unreadable.append(Failure(str(error.filename), f"cannot be read ({error.strerror})."))

    files: list[Path] = []
    for where, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += (Path(where, name) for name in names if _is_article(name))
    for path in sorted(files):
        found = True
        yield path
    yield from unreadable
    if not found and not unreadable:
        kinds = ", ".join(sorted(SUFFIXES - {".text", ".markdown", ".xhtml", ".htm", ".ndjson", ".atom", ".rdf"}))
        yield Failure(str(folder), f"this folder holds no articles ({kinds}).")


def _is_article(name: str) -> bool:
    path = plain_name(Path(name))
    return not name.startswith(".") and path.suffix.casefold() in SUFFIXES and path.stem.casefold() not in _NOT_ARTICLES


def names(files: Iterable[Path]) -> dict[Path, str]:
    """Give each file the name that its articles get: its stem, or as many folders before it as tell it from others.

    >>> list(names([Path("a/talks.txt"), Path("b/talks.txt"), Path("b/visit.txt")]).values())
    ['a/talks', 'b/talks', 'visit']
    """
    files = list(files)
    chosen: dict[Path, str] = {}
    depth = 1
    pending = files
    while pending:
        candidates = {path: tail(path, depth) for path in pending}
        counts = Counter(candidates.values())
        unique = {path: name for path, name in candidates.items() if counts[name] == 1}
        chosen |= unique
        pending = [path for path in pending if path not in unique]
        longest = max((len(path.parts) for path in pending), default=0)
        if depth > longest:
            chosen |= {path: path.as_posix() for path in pending}
            break
        depth += 1
    return {path: chosen[path] for path in files}


def tail(path: Path, depth: int) -> str:
    """Give a file's stem with so many folders before it as make `depth` parts."""
    stem = "standard-input" if path == STANDARD_INPUT else plain_name(path).stem
    folders = [part for part in path.parts[:-1] if part not in ("/", ".", "..", path.anchor)]
    return "/".join([*folders[-(depth - 1) :], stem]) if depth > 1 else stem
