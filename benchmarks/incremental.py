"""Processor seconds that one more article costs a store, by the size of the store. Prints one line for each size.

    python benchmarks/incremental.py [--events 10000 30000 90000]

The stores hold synthetic articles as the store writes them: five events each, actors by a power law (the busiest takes
part in some 1 % of the events), a tenth of them persons who stand for one of 200 states, ten years of days, three
events in ten undated. Extraction is left out: the new article comes ready. Every step is timed by itself, and linking
everything anew stands beside, which is what one more article cost before.
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from kg.model import Actor, Article, Event, Extraction, Mention, Office, Precision
from kg.network import get_ready
from kg.ontology.vocabulary import load_vocabulary
from kg.store import open_store

EVENTS = 5
"""Events of an article."""
STATES = 200
WORDS = "grain talks border envoy truce aid port tariff summit prisoner visa strike fleet accord border".split()


def world(actors: int) -> list[Actor]:
    """Give actors: first states, then persons who stand for one of them and groups who stand for nobody."""
    states = [Actor(f"State {n}", "state") for n in range(STATES)]
    rest = [
        Actor(f"Person {n}", "person", (f"P. {n}",), represents=f"State {n % STATES}")
        if n % 10 == 0
        else Actor(f"Group {n}", "group")
        for n in range(STATES, actors)
    ]
    return states + rest


def extractions(events: int, *, first: int = 0, seed: int = 7) -> Iterator[Extraction]:
    """Give synthetic articles until they tell so many events; the same for the same numbers."""
    chance, draw = random.Random(seed + first), np.random.default_rng(seed + first)
    actors = world(max(2 * STATES, events // 10))
    weight = (np.arange(len(actors)) + 20.0) ** -0.85
    weight /= weight.sum()
    predicates = sorted(load_vocabulary().predicates)
    for number in range(first, first + max(events // EVENTS, 1)):
        day = datetime.date(2015, 1, 1) + datetime.timedelta(days=chance.randrange(3650))
        sentences = [f"Sentence {n} of report {number} tells of an event." for n in range(EVENTS)]
        body = " ".join(chance.choice(WORDS) for _ in range(60))
        article = Article(
            f"report-{number}", " ".join((*sentences, body)), f"Report {number}", str(day), f"Paper {number % 50}"
        )
        told, at = [], 0
        parties = draw.choice(len(actors), (EVENTS, 2), p=weight)
        for sentence, (one, other) in zip(sentences, parties.tolist(), strict=True):
            date, precision = _when(day, chance)
            told.append(
                Event(
                    chance.choice(predicates), (actors[one],), (actors[other if other != one else one - 1],), "actual",
                    date, precision, None, None, None,
                    (Mention(article.id, at, at + len(sentence), sentence, at, at + 8),), "S tell O",
                )
            )  # fmt: skip
            at += len(sentence) + 1
        minister = actors[STATES + (number * 10) % (len(actors) - STATES)]
        office = (Office(minister, "minister", actors[number % STATES]),) if minister.kind == "person" else ()
        yield Extraction(article, tuple(told), office)


def _when(day: datetime.date, chance: random.Random) -> tuple[str | None, Precision]:
    luck = chance.random()
    if luck < 0.3:
        return None, "unknown"
    happened = day - datetime.timedelta(days=chance.randrange(3))
    return str(happened), "week" if luck < 0.34 else "month" if luck < 0.38 else "year" if luck < 0.4 else "day"


def timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measure(events: int, folder: Path) -> None:
    """Fill a store, link it, and add one article more."""
    with open_store(folder) as store:
        filled = timed(lambda: store.record_all(extractions(events)))
        linked = timed(store.reconcile)
    ready = timed(lambda: get_ready(folder))
    (new,) = extractions(1, first=10_000_000)
    steps = {}
    begun = time.process_time()
    store = open_store(folder)
    steps["open"] = time.process_time() - begun
    steps["record"] = timed(lambda: store.record_all([new]))
    steps["link"] = timed(store.reconcile)
    steps["count copies"] = timed(store.copies)
    steps["close"] = timed(store.close)
    steps["columns"] = timed(lambda: get_ready(folder))
    told = ", ".join(f"{name} {seconds:.2f}" for name, seconds in steps.items())
    print(
        f"{events:9,} events (filled {filled:.0f} s, linked {linked:.1f} s, columns {ready:.1f} s): "
        f"one more {sum(steps.values()):.2f} s ({told})",
        flush=True,
    )


def main() -> None:
    """Parse the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, nargs="+", default=[10_000, 30_000, 90_000])
    for events in parser.parse_args().events:
        with tempfile.TemporaryDirectory() as folder:
            measure(events, Path(folder) / "store")


if __name__ == "__main__":
    sys.exit(main())
