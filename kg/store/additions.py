"""New articles on their way into a store: written down at once, then added many to a transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from kg.model import Extraction
from kg.ontology.vocabulary import Vocabulary
from kg.store.backend import Backend, storage_errors
from kg.store.quads import Statement, facts

END = b"#.\n"
"""The line after an article; what follows the last of them was being written when the process died."""


class Additions:
    """The articles of one call of record_all() that have not been added yet, as N-Quads.

    Where the store has a folder they stand in a file there, so that a killed process loses none that was put:
    the next writer adds them (left_behind). Only articles that the store does not hold may be put.
    """

    def __init__(
        self,
        backend: Backend,
        journal: Path | None,
        recorded: Callable[[Extraction], object] | None = None,
        at_once: int | None = None,
    ) -> None:
        self._backend = backend
        self._journal = journal
        self._recorded = recorded or (lambda _: None)
        self._at_once = at_once
        self._file: IO[bytes] | None = None
        self._lines: list[bytes] = []
        self._graphs: set[ox.NamedNode] = set()
        self._waiting: list[Extraction] = []
        self.quads = 0

    @property
    def full(self) -> bool:
        most = self._backend.batch
        return self.quads >= min(self._at_once or most, most)

    def __contains__(self, graph: ox.NamedNode) -> bool:
        return graph in self._graphs

    def __len__(self) -> int:
        return len(self._graphs)

    def put(self, extraction: Extraction, told: Mapping[Statement, None]) -> None:
        """Write an article down; where the store has a folder it is as good as stored."""
        graph = ox.NamedNode(extraction.article.iri)
        self.put_lines(graph, nquads(graph, told))
        if self._journal is None:
            self._waiting.append(extraction)
        else:
            self._recorded(extraction)

    def put_lines(self, graph: ox.NamedNode, lines: bytes) -> None:
        """Do the same with an article that has been written already, as nquads() writes it."""
        if self._journal is None:
            self._lines.append(lines)
        else:
            self._write(self._journal, lines + END)
        self._graphs.add(graph)
        self.quads += lines.count(b"\n")

    def _write(self, journal: Path, lines: bytes) -> None:
        with storage_errors(str(journal.parent)):
            if self._file is None:
                self._file = journal.open("ab", buffering=0)
            begin, written = self._file.tell(), 0
            try:
                while written < len(lines):
                    written += self._file.write(lines[written:]) or 0
            except OSError:  # the articles before stay whole
                self._file.truncate(begin)
                raise

    def commit(self) -> int:
        """Add all that was put in one transaction; gives how many articles."""
        added = len(self._graphs)
        if not added:
            return 0
        if self._journal is None:
            self._backend.add_lines(b"".join(self._lines), self.quads)
        else:
            if self._file is not None:
                self._file.close()
            self._backend.add_lines(self._journal, self.quads)
            self._journal.unlink()
        waiting, self._waiting = self._waiting, []
        self._file, self._lines, self._graphs, self.quads = None, [], set(), 0
        for extraction in waiting:
            self._recorded(extraction)
        return added


def left_behind(journal: Path, backend: Backend) -> bool:
    """Add what a killed process had written down, up to its last whole article; false where there is nothing."""
    if not journal.exists():
        return False
    with storage_errors(str(journal.parent)):
        at = count = whole = kept = 0
        with journal.open("rb+") as file:
            for line in file:
                at, count = at + len(line), count + 1
                if line == END:
                    whole, kept = at, count
            file.truncate(whole)
        if whole:
            backend.add_lines(journal, kept)
        journal.unlink()
    return bool(whole)


def written(extraction: Extraction, vocabulary: Vocabulary, *, reader: str) -> bytes:
    """Write an article for Store.record_written(), anywhere: it depends on nothing but what was read."""
    return nquads(ox.NamedNode(extraction.article.iri), facts(extraction, vocabulary, reader=reader))


def nquads(graph: ox.NamedNode, told: Mapping[Statement, None]) -> bytes:
    """Write the statements of an article as N-Quads, each in its graph and in the merged one."""
    written: dict[int, str] = {}
    lines = []
    ends = f" {graph} .\n"
    for subject, predicate, value in told:
        # Subjects and predicates are the same objects again and again, and finding one by identity costs the least.
        if (one := written.get(id(subject))) is None:
            one = written[id(subject)] = str(subject)
        if (two := written.get(id(predicate))) is None:
            two = written[id(predicate)] = str(predicate)
        statement = f"{one} {two} {value}"
        lines.append(f"{statement}{ends}{statement} .\n")
    return "".join(lines).encode("utf-8")
