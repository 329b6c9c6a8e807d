"""A store on disk: one writer, readers beside it, and what a kill leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from sample_extractions import first, many, second

from kg.errors import StoreError
from kg.model import Extraction
from kg.store import open_store
from kg.store.backend import Embedded
from kg.store.exports.rdf import sorted_nquads
from kg.store.publishing import Publisher

HERE = Path(__file__).parent
WRITER = """
import sys
sys.path[:0] = [{here!r}, {root!r}]
from sample_extractions import many
from kg.store import open_store
def told(extraction):
    print(extraction.article.id, flush=True)
with open_store(sys.argv[1]) as store:
    new = (extraction for extraction in many({count}) if not store.has(extraction.article))
    if {batch}:
        store.record_all(new, recorded=told)
    else:
        for extraction in new:
            store.record(extraction)
            told(extraction)
print("done", flush=True)
"""


def writer(folder: Path, count: int, *, batch: bool = False) -> subprocess.Popen[str]:
    """Start a process that records articles one by one, or in one call, and prints the id of each that is safe."""
    code = WRITER.format(here=str(HERE), root=str(HERE.parent.parent), count=count, batch=batch)
    return subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True)


def test_a_store_is_there_again_after_closing(tmp_path: Path) -> None:
    """What was recorded is read back by the next who opens the folder."""
    with open_store(tmp_path / "g") as store:
        store.record(first())
        before = sorted_nquads(store)
    with open_store(tmp_path / "g") as store:
        assert sorted_nquads(store) == before
        assert store.has(first().article)


def test_opening_changes_nothing(tmp_path: Path) -> None:
    """A store that is opened and closed again publishes nothing new."""
    with open_store(tmp_path / "g") as store:
        store.record(first())
    published = sorted(p.name for p in (tmp_path / "g" / "read").iterdir())
    open_store(tmp_path / "g").close()
    assert sorted(p.name for p in (tmp_path / "g" / "read").iterdir()) == published


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    """The error names the store, the lock, the process and what to do."""
    with open_store(tmp_path / "g"), pytest.raises(StoreError) as caught:
        open_store(tmp_path / "g")
    said = str(caught.value)
    assert str(tmp_path / "g") in said and "writer.lock" in said and f"process {os.getpid()}" in said
    assert "read-only" in said


def test_readers_read_during_a_build(tmp_path: Path) -> None:
    """A reader sees what was published last, whole, and the next reader what was published since."""
    with open_store(tmp_path / "g") as store:
        store.record(first())
        store.publish()
        with open_store(tmp_path / "g", read_only=True) as early:
            store.record(second())
            assert [a.id for a in early.articles()] == ["first"]
            store.publish()
            assert [a.id for a in early.articles()] == ["first"], "an open reader keeps what it has"
            with open_store(tmp_path / "g", read_only=True) as late:
                assert [a.id for a in late.articles()] == ["first", "second"]


def test_readers_see_the_first_articles_of_a_long_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While many articles are recorded in one call, the first is published at once, and more as time goes by."""
    seen: list[int] = []

    def told() -> Iterator[Extraction]:
        for number, extraction in enumerate(many(9)):
            if number in (1, 5):
                with open_store(tmp_path / "g", read_only=True) as reader:
                    seen.append(len(list(reader.articles())))
            if number == 3:
                monkeypatch.setattr("kg.store.publishing.Publisher.due", lambda *_: True)
            yield extraction

    with open_store(tmp_path / "g") as store:
        assert store.record_all(told()) == 9
    assert seen == [1, 5]


def test_readers_wait_longer_where_showing_takes_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a minute for little; for millions of quads, ten times as long as adding them takes."""
    now = [1000.0]
    monkeypatch.setattr("kg.store.publishing.time", SimpleNamespace(monotonic=lambda: now[0]))
    with open_store(tmp_path / "g") as store:
        assert isinstance(store.backend, Embedded)
        publisher = Publisher(tmp_path / "g", store.backend)
        assert not publisher.due()
        now[0] += 31
        assert publisher.due(100_000)
        assert not publisher.due(5_000_000)
        now[0] += 500
        assert publisher.due(5_000_000)


def test_a_reader_in_another_process_reads_while_one_writes(tmp_path: Path) -> None:
    """Reading and writing processes do not disturb each other."""
    with open_store(tmp_path / "g") as store:
        store.record(first())
        store.publish()
        read = (
            "import sys; from kg.store import open_store\n"
            "with open_store(sys.argv[1], read_only=True) as s: print(len(list(s.events())))"
        )
        done = subprocess.run(
            [sys.executable, "-c", read, str(tmp_path / "g")],
            capture_output=True, text=True, check=True, cwd=HERE.parent.parent,
        )  # fmt: skip
        assert done.stdout.strip() == "3"


def test_snapshots_that_nobody_reads_are_cleared_away(tmp_path: Path) -> None:
    """Only the last one stays, and those that a reader still holds."""
    read = tmp_path / "g" / "read"
    with open_store(tmp_path / "g") as store:
        for extraction in many(5):
            store.record(extraction)
            store.publish()
        assert len([p for p in read.iterdir() if p.is_dir()]) == 1


def test_writing_through_a_reader_is_refused(tmp_path: Path) -> None:
    """A store that is open for reading says so."""
    with open_store(tmp_path / "g") as store:
        store.record(first())
    with open_store(tmp_path / "g", read_only=True) as reader, pytest.raises(StoreError, match="reading only"):
        reader.record(second())


@pytest.mark.parametrize("read_only", [True, False])
def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, read_only: bool) -> None:
    """A folder with other files is neither read nor written."""
    (tmp_path / "letter.txt").write_text("Dear Sir", encoding="utf-8")
    with pytest.raises(StoreError, match=r"no store here|not a store"):
        open_store(tmp_path, read_only=read_only)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_a_store_of_another_format_is_refused(tmp_path: Path) -> None:
    """A folder that a later program wrote is not touched, and the error says how to go on."""
    open_store(tmp_path / "g").close()
    (tmp_path / "g" / "dragoman-store").write_text("99\n", encoding="utf-8")
    with pytest.raises(StoreError, match=r"format '99'.*load that file"):
        open_store(tmp_path / "g")


@pytest.mark.parametrize("batch", [False, True], ids=["one by one", "in one call"])
@pytest.mark.parametrize("after", [1, 4, 9])
def test_a_killed_build_leaves_whole_articles_and_goes_on(tmp_path: Path, after: int, batch: bool) -> None:
    """kill -9 loses nothing that was told safe, leaves nothing half, and the next build ends in the same bytes."""
    with writer(tmp_path / "g", 14, batch=batch) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        told += [line.strip() for line in process.stdout if line.strip() not in ("", "done")]

    expected = {e.article.id: e for e in many(14)}
    with open_store(tmp_path / "g", read_only=True) as store:
        there = [a.id for a in store.articles()]
        assert set(told) <= set(there)
        with open_store() as whole:
            whole.record_all(expected[name] for name in there)
            assert sorted_nquads(store) == sorted_nquads(whole)

    with writer(tmp_path / "g", 14, batch=batch) as again:
        assert again.stdout is not None and again.stdout.read().endswith("done\n")
    with open_store() as undisturbed, open_store(tmp_path / "g", read_only=True) as store:
        undisturbed.record_all(expected.values())
        assert sorted_nquads(store) == sorted_nquads(undisturbed)


def test_a_killed_writer_leaves_no_lock(tmp_path: Path) -> None:
    """The lock dies with its process."""
    with writer(tmp_path / "g", 200) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(StoreError, match=f"process {process.pid}"):
            open_store(tmp_path / "g")
        process.kill()
    deadline = time.monotonic() + 20
    while True:
        try:
            open_store(tmp_path / "g").close()
            break
        except StoreError:
            assert time.monotonic() < deadline
            time.sleep(0.05)
