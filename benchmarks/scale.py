"""Articles a second of a build with one process, several, and a local cluster, as ratios to the bare spaCy pipeline.

    python benchmarks/scale.py [--articles 1000] [--processes 2] [--spark]
    python benchmarks/scale.py --memory 100000

The articles are the paragraphs of the development articles, some 120 tokens each, every one with a date of its own.
Every row is a whole build into a store on disk, reading and writing included and loading of the model too, and is set
against the bare pipeline (all components, `nlp.pipe` over the same texts) with as many processes in the same run. At
the end the sorted N-Quads of all builds are compared. With --memory, one long build instead, and what it occupies.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import kg
from kg.articles import read
from kg.extract.extractor import load_pipeline
from kg.graph import Building
from kg.model import Article

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "dev" / "articles"
_LETTERS = 600
"""Letters of an article, some 120 tokens."""


def rows() -> Iterator[dict[str, str]]:
    """Give short articles without end: the texts come again, each time with other dates and another first sentence."""
    texts = []
    for article in read(GOLD):
        if isinstance(article, Article):
            text = article.readable
            texts += [text[at : at + _LETTERS] for at in range(0, len(text) - _LETTERS // 2, _LETTERS)]
    for number in itertools.count():
        text = texts[number % len(texts)]
        day = f"{2000 + number // 336 % 26}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        yield {
            "id": f"article-{number}",
            "date": day,
            "text": f"Report {number}. {text}",
            "source": f"Paper {number % 50}",
        }


def written(folder: Path, count: int) -> Path:
    """Write the articles as JSON Lines."""
    path = folder / f"articles-{count}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in itertools.islice(rows(), count))
    return path


def processor() -> float:
    """Give the seconds of processor time of this process and of those below it that have ended."""
    return sum(
        use.ru_utime + use.ru_stime for use in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def bare(texts: list[str], processes: int) -> tuple[float, float]:
    """Give the seconds of the bare pipeline, loading included, by the clock and of the processors."""
    begun, used = time.perf_counter(), processor()
    nlp = load_pipeline()
    for _ in nlp.pipe(texts, n_process=processes):
        pass
    return time.perf_counter() - begun, processor() - used


def build(articles: Path, folder: Path, name: str, **options: object) -> tuple[float, float, str, Path]:
    """Give the seconds of a build, by the clock and of the processors, and a digest of its sorted N-Quads."""
    begun, used = time.perf_counter(), processor()
    with kg.build(articles, store=folder / name, **options) as graph:  # type: ignore[arg-type]
        seconds, worked = time.perf_counter() - begun, processor() - used
        quads = graph.export(folder / f"{name}.nq")
    digest = hashlib.sha256(b"\n".join(sorted(quads.read_bytes().splitlines()))).hexdigest()[:16]
    return seconds, worked, digest, folder / name


def compare(count: int, processes: int, spark: bool) -> int:
    """Time all builds in one run and print the table; 1 where they differ in a byte."""
    from kg.graph.extracting import extractor

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = written(folder, count)
        texts = [item.readable for item in read(articles) if isinstance(item, Article)]
        baseline = {number: bare(texts, number) for number in (1, processes)}
        for number, (seconds, worked) in baseline.items():
            label = f"bare, {number} process{'es' * (number > 1)}"
            print(f"{label:20} {count / seconds:7.1f} articles/s, {worked / count * 1000:5.1f} ms of processor each")
        plans: list[tuple[str, int, dict[str, object]]] = [
            ("one process", 1, {}),
            (f"{processes} processes", processes, {"workers": processes}),
        ]
        if spark:
            plans.append(
                (f"Spark, {processes} workers", processes,
                 {"engine": "spark", "master": f"local-cluster[{processes},1,1024]"})
            )  # fmt: skip
        digests = set()
        for label, number, options in plans:
            extractor.cache_clear()  # each build loads the model, as the bare pipeline does
            seconds, worked, digest, store = build(
                articles, folder, label.replace(", ", "-").replace(" ", "-"), **options
            )
            digests.add(digest)
            size = sum(path.stat().st_size for path in (store / "data").rglob("*") if path.is_file())
            print(
                f"{label:20} {count / seconds:7.1f} articles/s, {worked / count * 1000:5.1f} ms of processor each; "
                f"{baseline[number][0] / seconds:.2f} of the bare pipeline by the clock, "
                f"{baseline[number][1] / worked:.2f} by the processor; {size / count / 1000:.1f} kB of store each, "
                f"N-Quads {digest}"
            )
    print("all the same bytes" if len(digests) == 1 else "THE GRAPHS DIFFER")
    return int(len(digests) > 1)


def memory(count: int, processes: int) -> int:
    """Build from a long stream and print, ten times, what this process and those below it occupy."""
    with tempfile.TemporaryDirectory() as name:
        articles = written(Path(name), count)
        begun = time.perf_counter()
        step = max(1, count // 10)

        def progress(building: Building) -> None:
            if building.seen % step == 0:
                own, others = occupied(os.getpid()), [occupied(pid) for pid in below(os.getpid())]
                print(
                    f"{building.seen:9,} articles {time.perf_counter() - begun:7.0f} s  this process {own:5.0f} MB, "
                    f"others {', '.join(f'{size:.0f}' for size in others)} MB",
                    flush=True,
                )

        kg.build(articles, store=Path(name) / "graph", workers=processes, progress=progress).close()
        print(f"linked after {time.perf_counter() - begun:.0f} s, {occupied(os.getpid()):.0f} MB")
    return 0


def occupied(pid: int) -> float:
    """Give the resident memory of a process in MB."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def below(parent: int) -> list[int]:
    """Give the processes that a process started."""
    return [
        int(process.name)
        for process in Path("/proc").iterdir()
        if process.name.isdigit() and f" {parent} " in _stat(process)
    ]


def _stat(process: Path) -> str:
    try:
        return " " + (process / "stat").read_text().rsplit(")", 1)[1].split()[1] + " "
    except OSError:
        return ""


def main() -> int:
    """Parse the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--memory", type=int, metavar="ARTICLES")
    arguments = parser.parse_args()
    if arguments.memory:
        return memory(arguments.memory, arguments.processes)
    return compare(arguments.articles, arguments.processes, arguments.spark)


if __name__ == "__main__":
    sys.exit(main())
