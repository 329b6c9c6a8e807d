"""A graph is the same however it is built, and no article can spoil it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import kg
from kg.graph import Building
from kg.store.exports.rdf import sorted_nquads


@pytest.fixture(scope="module")
def bytes_of_seeds(seeds: Path) -> bytes:
    """The graph of the seeds, as sorted N-Quads."""
    with kg.build(seeds) as graph:
        assert graph.building.failures == []
        return sorted_nquads(graph.store)


@pytest.mark.parametrize("workers", [1, 2])
def test_order_and_workers_change_nothing(seeds: Path, bytes_of_seeds: bytes, workers: int) -> None:
    """Built backwards, with one process or two, the sorted N-Quads are equal byte by byte."""
    with kg.build(sorted(seeds.glob("*.txt"), reverse=True), workers=workers) as graph:
        assert sorted_nquads(graph.store) == bytes_of_seeds


def test_building_twice_changes_nothing(seeds: Path, bytes_of_seeds: bytes, tmp_path: Path) -> None:
    """A second build into the same folder, article by article, gives the same bytes."""
    kg.build(seeds, store=tmp_path / "g").close()
    for path in sorted(seeds.glob("*.txt")):
        with kg.build(path, store=tmp_path / "g") as graph:
            assert (graph.building.recorded, graph.building.unchanged) == (0, 1)
    with kg.open(tmp_path / "g") as graph:
        assert sorted_nquads(graph.store) == bytes_of_seeds


def test_an_edited_article_takes_the_place_of_what_it_said(tmp_path: Path) -> None:
    """After the edit only the new statement is there, and the article next to it is left alone."""
    (tmp_path / "a.txt").write_text("Vladimir Putin called Donald Trump.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Vladimir Putin called Xi Jinping.", encoding="utf-8")
    kg.build(tmp_path.glob("*.txt"), store=tmp_path / "g").close()
    (tmp_path / "a.txt").write_text("Vladimir Putin called Emmanuel Macron.", encoding="utf-8")
    with kg.build([tmp_path / "a.txt", tmp_path / "b.txt"], store=tmp_path / "g") as graph:
        assert (graph.building.recorded, graph.building.unchanged) == (1, 1)
        names = {row["name"] for row in graph.query("SELECT ?name { id:Vladimir_Putin dip:called/rdfs:label ?name }")}
        assert names == {"Xi Jinping", "Emmanuel Macron"}


def test_hostile_articles_neither_break_a_batch_nor_reach_the_page(seeds: Path, tmp_path: Path) -> None:
    """Script, quotes, control characters, a 5 MB line, broken UTF-8 and nothing at all: the good articles get in."""
    script = "<script>alert('x')</script>"
    hostile = {
        "script.txt": f'---\ntitle: "{script}"\nsource: "{script}"\n---\nPresident Vladimir Putin met {script} '
        f"Donald Trump in Paris, said Mr. {script}.\n",
        "quotes.txt": 'Vladimir Putin called "Donald" Trump \\" \\\\ \'\'\' """ } . <http://x> on Monday.',
        "control.txt": "Vladimir Putin called\x1b[31m Donald\x07 Trump\u202e on\u2028 Monday.",
        "line.txt": "Putin called Trump. " * 250_000,
        "empty.txt": "",
    }
    for name, text in hostile.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes("“Putin” called “Trump”.".encode() + b"\xff\xfe\x80")
    seen: list[int] = []

    def progress(building: Building) -> None:
        seen.append(building.seen)

    with kg.build([tmp_path, seeds / "trump-putin-call.txt"], progress=progress) as graph:
        assert sorted(Path(f.place).name for f in graph.building.failures) == ["empty.txt", "line.txt"]
        assert graph.building.recorded == 5
        assert seen == list(range(1, 8))
        page = graph.write_html(tmp_path / "page.html").read_text(encoding="utf-8")
        assert script not in page
        assert len(list(graph.query("SELECT ?o WHERE { id:Donald_Trump dip:called ?o }"))) > 0


def test_a_killed_process_loses_no_article(tmp_path: Path) -> None:
    """Where a worker dies in the middle, the articles in flight are read all the same."""
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(
            f"Vladimir Putin called Donald Trump on May {number % 28 + 1}, 2025."
        )

    def kill_a_worker() -> None:
        me = os.getpid()
        for _ in range(400):
            workers = [int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit() and _is_worker(p, me)]
            if workers:
                time.sleep(2)
                os.kill(workers[0], signal.SIGKILL)
                return
            time.sleep(0.05)

    killer = threading.Thread(target=kill_a_worker)
    killer.start()
    with kg.build(tmp_path, workers=2) as graph:
        killer.join()
        assert graph.building.failures == []
        assert graph.building.recorded == 60


def _is_worker(process: Path, parent: int) -> bool:
    try:
        mother = int((process / "stat").read_text().rsplit(")", 1)[1].split()[1])
        return mother == parent and b"spawn_main" in (process / "cmdline").read_bytes()
    except OSError:
        return False


ENDLESS = """
import itertools
from kg.graph.extracting import extract_all
from kg.model import Article

if __name__ == "__main__":
    articles = (Article(str(number), "Vladimir Putin called Donald Trump.") for number in itertools.count())
    for _ in extract_all(articles, workers=2):
        print("read", flush=True)
"""


def test_workers_end_with_a_build_that_is_killed(tmp_path: Path) -> None:
    """Where the main process is killed, its workers do not stay behind."""
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"read\n"
        workers = [p for p in Path("/proc").iterdir() if p.name.isdigit() and _is_worker(p, process.pid)]
        process.kill()
        try:
            process.communicate(timeout=60)  # the output ends when the last who could write to it has ended
        except subprocess.TimeoutExpired:
            for worker in workers:
                os.kill(int(worker.name), signal.SIGKILL)
            raise
    assert len(workers) == 2
