"""Articles a second of a build with one process, several, and a local cluster, as ratios to the bare spaCy pipeline.

    python benchmarks/scale.py [--articles 1000] [--processes 2] [--spark]
    python benchmarks/scale.py --memory 100000 [--stand-in | --recombined]

The articles are the paragraphs of the development articles, some 120 tokens each, every one with a date of its own.
Every row is a whole build into a store on disk, reading and writing included and loading of the model too, and is set
against the bare pipeline (all components, `nlp.pipe` over the same texts) with as many processes in the same run. At
the end the sorted N-Quads of all builds are compared. With --memory, one long build instead, and what it occupies: the
most in each stage, of the main process and of all together. With --stand-in, nothing is read out of the texts; half
of the articles are given an event of two of 20,000 actors. The rest is as it is: reading, language, queues, processes,
sketches, writing, linking, copies and the columns of the network.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import os
import random
import re
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import kg
from kg.articles import read
from kg.extract.extractor import load_pipeline
from kg.graph import Building, extracting
from kg.model import Actor, Article, Event, Extraction, Mention

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold" / "dev" / "articles"
_LETTERS = 600
"""Letters of an article, some 120 tokens."""


_SENTENCES = 5
"""Sentences of a recombined article, some 130 tokens."""


def rows() -> Iterator[dict[str, str]]:
    """Give short articles without end: the texts come again, each time with other dates and another first sentence."""
    texts = []
    for article in read(GOLD):
        if isinstance(article, Article):
            text = article.readable
            texts += [text[at : at + _LETTERS] for at in range(0, len(text) - _LETTERS // 2, _LETTERS)]
    for number in itertools.count():
        yield row(number, f"Report {number}. {texts[number % len(texts)]}")


def row(number: int, text: str) -> dict[str, str]:
    """Give an article as a line of JSON holds it, with a day of its own."""
    day = f"{2000 + number // 336 % 26}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    return {"id": f"article-{number}", "date": day, "text": text, "source": f"Paper {number % 50}"}


def recombined() -> Iterator[dict[str, str]]:
    """Give articles without end, of sentences of all that is here to be read; hardly any two share three of them."""
    sentences = [
        sentence
        for article in itertools.chain(*map(read, (GOLD, ROOT / "tests" / "gold" / "own" / "articles", ROOT / "seeds")))
        if isinstance(article, Article)
        for line in article.readable.splitlines()
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z])", line)
        if len(sentence.split()) > 5
    ]
    with (ROOT / "tests" / "gold" / "plover_sentences.jsonl").open(encoding="utf-8") as lines:
        sentences += [json.loads(line)["text"] for line in lines]
    for number in itertools.count():
        yield row(number, " ".join(random.Random(number).sample(sentences, _SENTENCES)))


def shuffled() -> Iterator[dict[str, str]]:
    """Give the same articles, the words of each in an order of its own, so that none is a copy of another."""
    for number, article in enumerate(rows()):
        words = article["text"].split()
        random.Random(number).shuffle(words)
        yield article | {"text": f"Report {number}. {' '.join(words)}"}


def written(folder: Path, count: int, articles: Iterator[dict[str, str]]) -> Path:
    """Write so many articles as JSON Lines."""
    path = folder / f"articles-{count}.jsonl"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(article) + "\n" for article in itertools.islice(articles, count))
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
        articles = written(folder, count, rows())
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


def memory(count: int, processes: int, articles_of: Iterator[dict[str, str]]) -> int:
    """Build from a long stream; print ten times what it occupies, and then what each stage took at most."""
    with tempfile.TemporaryDirectory() as name:
        articles = written(Path(name), count, articles_of)
        begun = time.perf_counter()
        step = max(1, count // 10)
        watch = Watch()

        def told(stage: str) -> None:
            own, together = watch.most()
            print(
                f"{stage:18} after {time.perf_counter() - begun:6.0f} s, {processor():6.0f} s of processor: "
                f"at most {own:5.0f} MB, all processes {together:5.0f} MB",
                flush=True,
            )

        def progress(building: Building) -> None:
            if building.seen % step == 0:
                told(f"{building.seen:9,} articles")

        graph = kg.build(articles, store=Path(name) / "graph", workers=processes, progress=progress)
        told("linking")
        building = graph.building
        graph.store.close()
        told("closing")
        graph.close()
        told("columns")
        size = sum(path.stat().st_size for path in (Path(name) / "graph" / "data").rglob("*") if path.is_file())
        print(f"{building.events:,} events, {building.links:,} links, {building.copies:,} copies, {size / 1e9:.1f} GB")
    return 0


class Watch:
    """Looks a few times a second what this process and those below it occupy."""

    def __init__(self) -> None:
        self._most = (0.0, 0.0)
        threading.Thread(target=self._look, daemon=True).start()

    def most(self) -> tuple[float, float]:
        """Give the most, in MB, that this process and all together took since this was last asked."""
        most, self._most = self._most, (0.0, 0.0)
        return most

    def _look(self) -> None:
        while True:
            own = occupied(os.getpid())
            together = own + sum(occupied(pid) for pid in below(os.getpid()))
            self._most = (max(own, self._most[0]), max(together, self._most[1]))
            time.sleep(0.2)


def stand_in(articles: Sequence[Article], _: tuple[Path, ...] = ()) -> list[Extraction]:
    """Give half of the articles an event, one of the 300 that may happen on a day, by their ids and days alone."""
    found = []
    for article in articles:
        chance = random.Random(article.id)
        told = chance.random() < 0.5
        chance = random.Random(f"{article.published} {chance.randrange(300)}")
        one, other = (Actor(f"Party {int(20_000 * chance.random() ** 3)}", "state") for _ in range(2))
        if not told or one == other:
            found.append(Extraction(article))
            continue
        sentence = article.text[: article.text.index(".") + 1]
        mention = Mention(article.id, 0, len(sentence), sentence, 0, 6)
        date = article.published if chance.random() < 0.7 else None
        predicate = chance.choice(("met", "called", "criticized", "warned", "visited", "agreed_with"))
        event = Event(
            predicate,
            (one,),
            (other,),
            "actual",
            date,
            "day" if date else "unknown",
            None,
            None,
            None,
            (mention,),
            "stand-in",
        )
        found.append(Extraction(article, (event,)))
    return found


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
    parser.add_argument("--stand-in", action="store_true")
    parser.add_argument("--recombined", action="store_true")
    arguments = parser.parse_args()
    if arguments.stand_in:
        extracting.extract_batch = stand_in  # type: ignore[assignment]
    if arguments.memory:
        articles = shuffled() if arguments.stand_in else recombined() if arguments.recombined else rows()
        return memory(arguments.memory, arguments.processes, articles)
    return compare(arguments.articles, arguments.processes, arguments.spark)


if __name__ == "__main__":
    sys.exit(main())
