"""Kills `kg build` with SIGKILL at random moments, and shows what each kill left and how the next build ended.

    python benchmarks/crashes.py --kills 30 [--articles 320]

The articles are short ones, those of benchmarks/scale.py, so that many are recorded while others are still read. A
killed build must leave every article that it told as recorded, whole and readable, none half, and the merged graph as
the union of them; building again must end in the bytes of a build that nobody disturbed.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyoxigraph as ox
from scale import rows, written

from kg.store import open_store
from kg.store.exports.rdf import sorted_nquads
from kg.store.terms import ARTICLE

ROOT = Path(__file__).parent.parent

TELLING = """
import sys
import kg.graph
from kg.cli.app import app
from kg.cli.run import run
build = kg.graph.build
def telling(paths, *, progress, **options):
    def told(building):
        print(building.recorded, flush=True)
        progress(building)
    return build(paths, progress=told, **options)
kg.graph.build = telling
sys.exit(run(app, ["build", *sys.argv[2:], "--store", sys.argv[1]]))
"""
"""The command itself, which besides prints how many articles it has recorded whenever that changes."""


def build(store: Path, articles: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", TELLING, str(store), str(articles)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT)


def finish(store: Path, articles: Path) -> tuple[float, float]:
    """Build to the end; gives the seconds to the first article, and to the end."""
    begin = time.monotonic()
    with build(store, articles) as process:
        assert process.stdout is not None
        process.stdout.readline()
        first = time.monotonic() - begin
        process.stdout.read()
    assert process.returncode == 0, "the build failed"
    return first, time.monotonic() - begin


def killed(store: Path, articles: Path, chance: random.Random, count: int, seconds: float) -> tuple[float, int]:
    """Kill a build at a random moment between its first article and its end; gives when, and what it had told by then.

    Moments are drawn by what has been told, a tenth of them after the last article, as the machine may be slower or
    faster than it was before.
    """
    begin = time.monotonic()
    at, told = chance.randrange(round(1.1 * count)), 0
    with build(store, articles) as process:
        assert process.stdout is not None
        while told < min(at, count) and (line := process.stdout.readline()):
            told = int(line)
        time.sleep(chance.uniform(0, seconds / (10 if at >= count else count / 32)))
        process.kill()
        moment = time.monotonic() - begin
        return moment, max((told, *(int(line) for line in process.stdout if line.strip().isdigit())))


Graphs = dict[str, set[ox.Triple]]


def graphs(store: Path) -> tuple[Graphs, set[ox.Triple]]:
    """Give the named graphs as a reader finds them, and the merged one."""
    with open_store(store, read_only=True) as opened:
        named = {graph.value: set(opened.backend.triples(graph)) for graph in opened.backend.graphs()}
        return named, set(opened.backend.triples(ox.DefaultGraph()))


def bytes_of(store: Path) -> bytes:
    with open_store(store, read_only=True) as opened:
        return sorted_nquads(opened)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--articles", type=int, default=320)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        whole, lines = Path(folder) / "whole", written(Path(folder), options.articles, rows())
        first, last = finish(whole, lines)
        expected, (articles, _) = bytes_of(whole), graphs(whole)
        there = sum(name.startswith(ARTICLE) for name in articles)
        print(f"an undisturbed build of {there} articles: the first after {first:.1f} s, the end after {last:.1f} s")
        print(f"{'kill':>4} {'after s':>8} {'told':>5} {'found':>6} {'lost':>5} {'half':>5}  again")
        for kill in range(1, options.kills + 1):
            place = Path(folder) / str(kill)
            moment, told = killed(place, lines, chance, there, last - first)
            found = half = 0
            if (place / "dragoman-store").exists():
                named, merged = graphs(place)
                for name, triples in named.items():
                    if name.startswith(ARTICLE):
                        found += 1
                        half += triples != articles[name]
                half += merged != set().union(*named.values())
            finish(place, lines)
            equal = bytes_of(place) == expected
            failed += half + max(told - found, 0) + (not equal)
            again = "equal bytes" if equal else "DIFFERENT"
            print(f"{kill:4} {moment:8.2f} {told:5} {found:6} {max(told - found, 0):5} {half:5}  {again}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
