"""Makes a synthetic store of many events, as the store writes them, for benchmarks of reading and searching.

    python benchmarks/synthetic.py FOLDER --events 1000000 --actors 100000

Only the merged (default) graph is written: it is the one that is read. Actors are drawn by a power law, so that the
busiest take part in some 1 % of all events, as heads of great powers do.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyoxigraph as ox

from kg.ontology.vocabulary import load_vocabulary
from kg.store.folder import data_folder, prepare
from kg.store.terms import PREFIXES

KINDS = ("Person", "State", "Organisation", "Group")
OUTLETS = tuple(f"Outlet {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def lines(events: int, actors: int, seed: int = 7) -> Iterator[str]:
    """Give the N-Triples of a synthetic graph."""
    p = PREFIXES
    rdf, rdfs, dip, sem, gaf, prov = (p[name] for name in ("rdf", "rdfs", "dip", "sem", "gaf", "prov"))
    random = np.random.default_rng(seed)
    weight = (np.arange(actors) + 20.0) ** -0.85
    one, other = (random.permutation(actors)[random.choice(actors, events, p=weight / weight.sum())] for _ in range(2))
    other = np.where(one == other, (other + 1) % actors, other)
    predicates = sorted(load_vocabulary().predicates)
    predicate = random.integers(len(predicates), size=events)
    day = random.integers(0, 3650, size=events)
    told = 1 + random.geometric(0.7, size=events) - 1
    dates = [str(np.datetime64("2015-01-01") + n) for n in range(3650)]
    symmetric = [load_vocabulary().predicates[name].symmetric for name in predicates]
    articles = max(events // 4, 1)
    for n in range(actors):
        yield f'<{p["id"]}A{n}> <{rdf}type> <{dip}{KINDS[n % 4]}> .\n<{p["id"]}A{n}> <{rdfs}label> "Actor {n}" .\n'
    for n in range(articles):
        yield f'<{p["article"]}a{n}> <{p["schema"]}publisher> "{OUTLETS[n % 26]}" .\n'
    for n in range(events):
        e, s, o = f"<{p['ev']}{n:020x}>", f"<{p['id']}A{one[n]}>", f"<{p['id']}A{other[n]}>"
        relation = f"<{dip}{predicates[predicate[n]]}>"
        yield (
            f"{e} <{rdf}type> <{sem}Event> .\n{e} <{dip}predicate> {relation} .\n"
            f"{e} <{dip}subject> {s} .\n{e} <{dip}object> {o} .\n{e} <{sem}hasActor> {s} .\n{e} <{sem}hasActor> {o} .\n"
            f'{e} <{sem}hasTimeStamp> "{dates[day[n]]}"^^<{p["xsd"]}date> .\n{e} <{dip}datePrecision> "day" .\n'
            f"{s} {relation} {o} .\n" + (f"{o} {relation} {s} .\n" if symmetric[predicate[n]] else "")
        )
        for m in range(told[n]):
            article = f"{p['article']}a{(n * 7 + m * 11) % articles}"
            mention = f"<{article}?event={n:020x}&status=actual&at=9#char=0,40>"
            yield (
                f"{e} <{gaf}denotedBy> {mention} .\n{mention} <{dip}status> <{dip}actual> .\n"
                f"{mention} <{prov}wasDerivedFrom> <{article}> .\n"
                f'{mention} <{dip}sentence> "Actor {one[n]} dealt with Actor {other[n]}." .\n'
            )


def make(folder: Path, events: int, actors: int) -> None:
    """Write the store."""
    prepare(folder)
    with tempfile.NamedTemporaryFile("w", suffix=".nt", dir=folder) as file:
        file.writelines(lines(events, actors))
        file.flush()
        engine = ox.Store(str(data_folder(folder)))
        engine.bulk_load(path=file.name, format=ox.RdfFormat.N_TRIPLES)
        engine.flush()


def main() -> None:
    """Parse the arguments and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--actors", type=int, default=100_000)
    arguments = parser.parse_args()
    begun = time.perf_counter()
    make(arguments.folder, arguments.events, arguments.actors)
    print(f"{arguments.events} events in {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
