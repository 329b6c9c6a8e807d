"""What has changed in a store since its events were last linked and its copies found.

In a folder `unlinked` lists it, one change a line, and `linked` names the rules by which everything before was linked.
Without `linked` nothing is known, and all is compared anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.ontology.vocabulary import Vocabulary
from kg.store.backend import storage_errors
from kg.store.noted import Noted

_MOST_BYTES = 32_000_000
"""Past this, comparing everything anew costs less."""
_STOOD_FOR = "="


@dataclass(frozen=True, slots=True)
class Changes:
    """Which graphs and subjects (IRIs) may have changed, and whom the actors stood for that may stand for others."""

    subjects: set[str] = field(default_factory=set)
    stood_for: dict[str, frozenset[str]] = field(default_factory=dict)


class Unlinked:
    """Keeps the changes: in the folder of a store, or for as long as the process lives where there is none."""

    def __init__(self, folder: Path | None) -> None:
        self._lines = Noted(None if folder is None else folder / "unlinked")
        self._mark = None if folder is None else folder / "linked"
        self._rules = ""
        if self._mark is not None and self._mark.exists():
            self._rules = self._mark.read_text(encoding="utf-8")

    @property
    def known(self) -> bool:
        """Whether what was linked before still counts, so that changes need be noted."""
        return bool(self._rules)

    def note(self, subjects: Iterable[str], stand_for: Mapping[str, frozenset[str]]) -> None:
        """Note what is about to change: subjects, and actors with those whom they stand for until now."""
        if not self.known:
            return
        lines = [*subjects, *(" ".join((_STOOD_FOR, actor, *sorted(of))) for actor, of in stand_for.items())]
        if self._lines.add(lines) > _MOST_BYTES:
            self.forget()

    def since(self, vocabulary: Vocabulary) -> Changes | None:
        """Give the changes since everything was linked by the rules of today; none where that is not known."""
        if self._rules != rules_of(vocabulary):
            return None
        changes = Changes()
        for line in self._lines.read():
            if line.startswith(_STOOD_FOR):
                _, actor, *stood_for = line.split(" ")
                changes.stood_for.setdefault(actor, frozenset(stood_for))
            else:
                changes.subjects.add(line)
        return changes

    def linked(self, vocabulary: Vocabulary) -> None:
        """Note that everything is linked now."""
        rules = rules_of(vocabulary)
        if self._mark is not None and rules != self._rules:
            with storage_errors(str(self._mark.parent)):
                self._mark.write_text(rules, encoding="utf-8")
        self._lines.drop()
        self._rules = rules

    def forget(self) -> None:
        """Let everything be compared anew the next time."""
        self._rules = ""
        if self._mark is not None:
            with storage_errors(str(self._mark.parent)):
                self._mark.unlink(missing_ok=True)
        self._lines.drop()

    def close(self) -> None:
        """Let go of the file."""
        self._lines.close()


def rules_of(vocabulary: Vocabulary) -> str:
    """Name the rules of linking: this package's own files, and the vocabulary."""
    about = sorted(
        (p.name, p.parent or "", p.symmetric, sorted(p.accompanies), p.link_days)
        for p in vocabulary.predicates.values()
    )
    return f"{_of_the_program()} {hashlib.sha256(repr(about).encode()).hexdigest()[:16]}"


@cache
def _of_the_program() -> str:
    here, digest = Path(__file__).parent, hashlib.sha256()
    for path in (*sorted((here / "merging").glob("*.py")), here / "copies.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
