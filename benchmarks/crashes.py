"""Kills a build with SIGKILL at random moments, and shows what each kill left and how the next build ended.

    python benchmarks/crashes.py --kills 30

A build records articles one by one. After a kill every article that was reported as recorded must be there, none may
be half there, and building again must end in the bytes of an undisturbed build.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests" / "store"), str(ROOT)]

from sample_extractions import many  # noqa: E402 - found through the line above

from kg.store import open_store  # noqa: E402
from kg.store.exports.rdf import sorted_nquads  # noqa: E402

BUILD = """
import sys
sys.path[:0] = [{tests!r}, {root!r}]
from sample_extractions import many  # noqa: E402 - found through the line above
from kg.store import open_store  # noqa: E402
print("started", flush=True)
with open_store(sys.argv[1]) as store:
    for number, extraction in enumerate(many({count})):
        if not store.has(extraction.article):
            store.record(extraction)
            print(extraction.article.id, flush=True)
        if number % 20 == 19:
            store.publish()
    store.reconcile()
print("done", flush=True)
"""


def build(folder: Path, count: int) -> subprocess.Popen[str]:
    code = BUILD.format(tests=str(ROOT / "tests" / "store"), root=str(ROOT), count=count)
    return subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True)


def finish(folder: Path, count: int) -> float:
    """Build to the end; gives the seconds that it took after starting."""
    with build(folder, count) as process:
        assert process.stdout is not None
        process.stdout.readline()
        begin = time.monotonic()
        process.stdout.read()
        return time.monotonic() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--articles", type=int, default=60)
    options = parser.parse_args()
    extractions = {extraction.article.id: extraction for extraction in many(options.articles)}
    with open_store() as store:
        for extraction in extractions.values():
            store.record(extraction)
        store.reconcile()
        expected = sorted_nquads(store)
    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as folder:
        lasts = finish(Path(folder) / "whole", options.articles)
        print(f"an undisturbed build takes {lasts:.2f} s")
        print(f"{'kill':>4} {'after s':>8} {'reported':>8} {'found':>6} {'lost':>5} {'torn':>5}  again")
        for kill in range(1, options.kills + 1):
            place, moment = Path(folder) / str(kill), chance.uniform(0, lasts)
            with build(place, options.articles) as process:
                assert process.stdout is not None
                process.stdout.readline()
                time.sleep(moment)
                process.kill()
                reported = {line.strip() for line in process.stdout} - {"done", ""}
            lost = torn = found = 0
            if (place / "dragoman-store").exists():
                with open_store(place) as left, open_store() as whole:
                    there = [article.id for article in left.articles()]
                    whole.record_all(extractions[name] for name in there)
                    whole.reconcile()
                    left.reconcile()
                    found, lost = len(there), len(reported - set(there))
                    torn = int(sorted_nquads(left) != sorted_nquads(whole))
            finish(place, options.articles)
            with open_store(place, read_only=True) as ended:
                again = "equal bytes" if sorted_nquads(ended) == expected else "DIFFERENT"
            print(f"{kill:4} {moment:8.2f} {len(reported):8} {found:6} {lost:5} {torn:5}  {again}", flush=True)


if __name__ == "__main__":
    main()
