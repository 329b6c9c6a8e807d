"""A cluster gives the graph that one process gives, to the byte, also where one of its machines dies."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import kg
from kg.articles import Failure, Reading
from kg.articles.splits import splits
from kg.errors import ClusterError, MissingExtraError
from kg.graph import Building
from kg.graph.parts import read_part, write_part
from kg.graph.spark import _planned
from kg.store import open_store
from kg.store.exports.rdf import sorted_nquads

CALLS = [
    f"Vladimir Putin called Donald Trump on May {n % 28 + 1}, 2025. Emmanuel Macron met Xi Jinping." for n in range(90)
]
GERMAN = "Der russische Präsident hat am Montag mit seinem amerikanischen Amtskollegen telefoniert."


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Articles in files of several kinds, with all that may be wrong with them."""
    folder = tmp_path / "archive"
    folder.mkdir()
    rows = [json.dumps({"text": text, "title": f"Call {n}"}) for n, text in enumerate(CALLS[:40])]
    rows[7], rows[11] = "{broken", json.dumps({"text": GERMAN})
    (folder / "a.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    pq.write_table(pa.table({"text": CALLS[40:80]}), folder / "b.parquet", row_group_size=7)
    for number, text in enumerate(CALLS[80:]):
        (folder / f"c{number}.txt").write_text(text, encoding="utf-8")
    (folder / "d.txt").write_text(f"---\nid: a-3\n---\n{CALLS[0]}", encoding="utf-8")
    (folder / "e.txt").write_text("", encoding="utf-8")
    return folder


def told(building: Building) -> tuple[object, ...]:
    """Give what a build says of itself."""
    failures = sorted(f"{Path(f.place).name}: {f.reason.rpartition('/')[2]}" for f in building.failures)
    return building.recorded, building.unchanged, building.events, dict(building.skipped), failures


def test_parts_of_files_give_what_the_files_give(archive: Path) -> None:
    """However small the parts, articles and failures are the same, in the same order, under the same names."""
    whole = list(Reading(archive))
    for size in (1, 300, 1500, 10**9):
        cut = list(
            splits((place for place in Reading(archive).places if not isinstance(place, Failure)), None, size=size)
        )
        assert (len(cut) > 15) == (size < 10**6)
        found = [item for split in cut for item in split.read()]
        assert [item for item in found if getattr(item, "id", "") != "a-3" or item.file.endswith("jsonl")] == [
            item for item in whole if "already that of" not in getattr(item, "reason", "")
        ]


def test_a_part_is_the_same_whoever_writes_it(archive: Path, tmp_path: Path) -> None:
    """A task that is repeated puts the same bytes in the place of the first, and leaves no draft behind."""
    _, (part, *_) = _planned(Reading(archive), 1)
    written = []
    for _ in range(2):
        write_part(tmp_path, 0, part, languages=["en"], known=())
        written.append([path.read_bytes() for path in sorted(tmp_path.glob("part-*"))])
    assert written[0] == written[1]
    assert len(list(tmp_path.glob(".*"))) == 0
    rows = list(read_part(tmp_path, 0))
    assert all(quads.endswith(b" .\n") for row, quads in rows if "start" in row)


def test_a_cluster_of_which_one_machine_is_killed_gives_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    """Two workers, one of which is killed in the middle; what is stored already is not extracted again."""
    alone, together = tmp_path / "alone.nq", tmp_path / "together.nq"
    with kg.build(archive) as graph:
        graph.export(alone)
        expected = told(graph.building)
    with open_store(tmp_path / "graph") as store, store:
        pass
    kg.build(archive / "c0.txt", store=tmp_path / "graph").close()
    killed: list[int] = []
    killer = threading.Thread(target=kill_an_executor, args=(tmp_path / "parts", killed))
    killer.start()
    with kg.build(
        archive, store=tmp_path / "graph", engine="spark", master="local-cluster[2,1,1024]", parts=tmp_path / "parts"
    ) as graph:
        killer.join()
        graph.export(together)
        found = told(graph.building)
    assert len(killed) == 1
    assert found[0] + found[1] == expected[0]  # type: ignore[operator]
    assert (found[1], found[3:]) == (1, expected[3:])
    assert sorted(together.read_bytes().split(b"\n")) == sorted(alone.read_bytes().split(b"\n"))
    assert list((tmp_path / "parts").iterdir()) == []


def test_a_cluster_writes_into_an_endpoint(archive: Path, endpoint: str) -> None:
    """The parts go to a server as well as into a folder: the same quads, and a second build finds them there."""
    files = [archive / f"c{number}.txt" for number in range(6)] + [archive / "d.txt"]
    with kg.build(files) as graph:
        expected, recorded = sorted_nquads(graph.store), graph.building.recorded
    with kg.build(files, store=endpoint, engine="spark", master="local[1]") as graph:
        assert graph.building.recorded == recorded == 7
        assert sorted_nquads(graph.store) == expected
    with kg.build(files, store=endpoint, engine="spark", master="local[1]") as graph:
        assert (graph.building.recorded, graph.building.unchanged) == (0, 7)


def kill_an_executor(parts: Path, killed: list[int]) -> None:
    """Kill one of the two processes that extract, once a part is there and others are not."""
    until = time.monotonic() + 400  # on a busy machine Java takes minutes to get going
    while time.monotonic() < until:
        if list(parts.glob("*/part-*.jsonl")):
            victims = [pid for pid in below(os.getpid()) if b"ExecutorBackend" in command(pid)]
            os.kill(victims[0], signal.SIGKILL)
            killed.append(victims[0])
            return
        time.sleep(0.02)


def below(parent: int) -> list[int]:
    """Give the processes that a process started, and those that they started."""
    found: list[int] = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                mother = int((process / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            if mother == parent:
                found += [int(process.name), *below(int(process.name))]
    return found


def command(pid: int) -> bytes:
    """Give the command line of a process."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def test_what_spark_lacks_is_told(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package the pip line, without Java what to install."""
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "pyspark.sql", None)
        with pytest.raises(MissingExtraError, match=r"pip install 'dragoman\[spark\]'"):
            kg.build(archive, engine="spark")
    with monkeypatch.context() as patched:
        patched.setenv("PATH", "")
        patched.delenv("JAVA_HOME", raising=False)
        with pytest.raises(ClusterError, match="openjdk-17"):
            kg.build(archive, engine="spark")


def test_parts_need_a_folder(archive: Path, tmp_path: Path) -> None:
    """Where none can be made the error names the place, before Spark is started."""
    with pytest.raises(ClusterError, match=r"no parts can be written to .*c0\.txt"):
        kg.build(archive, store=tmp_path / "graph", engine="spark", parts=archive / "c0.txt")
