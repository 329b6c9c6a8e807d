"""Documents a second of the extractor and of the bare spaCy pipeline on the same texts, side by side in one run.

    python benchmarks/extraction.py [FOLDER …]      default: the development articles of tests/gold

The bare pipeline is what `spacy.load` gives, all components, over the unmasked texts. Each round times both, in
alternating order; the figures are medians, and the ratio is the median of the rounds' ratios.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kg.articles import read
from kg.extract import Extractor
from kg.extract.extractor import load_pipeline
from kg.model import Article

ROUNDS = 7
DEFAULT = Path(__file__).resolve().parent.parent / "tests" / "gold" / "dev" / "articles"


def main() -> int:
    """Time both over the articles and print the table."""
    folders = sys.argv[1:] or [str(DEFAULT)]
    articles = [a for a in read(folders) if isinstance(a, Article)]
    texts = [a.readable for a in articles]
    extractor, bare = Extractor(), load_pipeline()
    tokens = sum(len(doc) for doc in bare.pipe(texts))
    list(extractor.pipe(articles))

    def run_bare() -> None:
        for _ in bare.pipe(texts):
            pass

    def run_kg() -> None:
        for _ in extractor.pipe(articles):
            pass

    rounds: list[tuple[float, float]] = []
    for n in range(ROUNDS):
        order: list[Callable[[], None]] = [run_bare, run_kg] if n % 2 else [run_kg, run_bare]
        seconds = {}
        for job in order:
            start = time.perf_counter()
            job()
            seconds[job] = time.perf_counter() - start
        rounds.append((seconds[run_bare], seconds[run_kg]))
    ratio = statistics.median(kg / base for base, kg in rounds)
    for name, column in (("bare pipeline", 0), ("extraction", 1)):
        median = statistics.median(row[column] for row in rounds)
        print(f"{name:14} {len(articles) / median:7.1f} articles/s {tokens / median:9.0f} tokens/s")
    spread = sorted(kg / base for base, kg in rounds)
    print(f"ratio          {ratio:7.2f}   ({spread[0]:.2f} to {spread[-1]:.2f} over {ROUNDS} rounds, {tokens} tokens)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
