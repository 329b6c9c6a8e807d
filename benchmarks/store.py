"""Compares the store with raw pyoxigraph over the same quads: building, ten shapes of query, disk. Prints ratios.

    python benchmarks/store.py --articles 1000

Build: processor seconds of bulk_load for the same quads as N-Quads, over those from events to a closed store; all at
once (record_all) and article by article (record). Queries: medians of processor time over one database, rows read to
the end.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from kg.store import PREFIXES, open_store
from kg.store.backend import Embedded
from kg.store.store import Store

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "store"))
from sample_extractions import many

QUERIES = {
    "star": "SELECT * { ?e dip:predicate dip:met ; dip:subject ?s ; dip:object ?o ; sem:hasTimeStamp ?d }",
    "two hops": "SELECT ?a ?c { id:Person_1 dip:met ?a . ?a dip:criticized ?c }",
    "path": "SELECT ?x { id:Person_1 (dip:met|dip:called)+ ?x }",
    "group by": "SELECT ?p (COUNT(*) AS ?n) { ?e dip:predicate ?p } GROUP BY ?p",
    "date range": 'SELECT ?e { ?e sem:hasTimeStamp ?d FILTER(?d >= "2024-06-01"^^xsd:date) }',
    "text": 'SELECT ?m { ?m dip:sentence ?s FILTER(CONTAINS(?s, "article 77 ")) }',
    "graph": "SELECT ?s ?p ?o { GRAPH article:a00042 { ?s ?p ?o } }",
    "construct": "CONSTRUCT { ?s dip:met ?o } WHERE { ?e dip:predicate dip:met ; dip:subject ?s ; dip:object ?o }",
    "large select": "SELECT ?m ?s ?a { ?m dip:sentence ?s ; prov:wasDerivedFrom ?a }",
    "ask": "ASK { id:Person_1 dip:met ?x }",
}


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begin = time.process_time()
    work()
    return time.process_time() - begin


def read(result: object) -> int:
    """Read a raw result to its end, every cell of it."""
    if isinstance(result, ox.QuerySolutions):
        width = len(result.variables)
        return sum(1 for solution in result if [solution[i] for i in range(width)])
    return sum(1 for _ in result) if isinstance(result, ox.QueryTriples) else int(bool(result))


def read_answer(store: Store, query: str) -> int:
    answer = store.query(query)
    return int(bool(answer)) if answer.kind == "ask" else sum(1 for _ in answer.terms())


def size(folder: Path) -> int:
    """Bytes on disk, a file that several links name counted once."""
    return sum({s.st_ino: s.st_size for path in folder.rglob("*") if path.is_file() for s in [path.stat()]}.values())


def build(articles: int, folder: Path) -> Path:
    extractions = list(many(articles))
    ours, single, raw = folder / "ours", folder / "single", folder / "raw"

    def all_at_once() -> None:
        with open_store(ours) as store:
            store.record_all(extractions)

    def one_by_one() -> None:
        with open_store(single) as store:
            for extraction in extractions:
                store.record(extraction)

    batch, each = seconds(all_at_once), seconds(one_by_one)
    with open_store(ours, read_only=True) as store:
        assert isinstance(store.backend, Embedded)
        quads = store.backend.engine.dump(format=ox.RdfFormat.N_QUADS) or b""
    loaded = seconds(lambda: ox.Store(str(raw)).bulk_load(quads, format=ox.RdfFormat.N_QUADS))
    gc.collect()
    count = quads.count(b"\n")
    print(f"{articles:,} articles, {count:,} quads; bulk_load {loaded:.2f} s")
    print(f"build, all at once  {batch:6.2f} s   {loaded / batch:.2f} x the speed of bulk_load")
    print(f"build, one by one   {each:6.2f} s   {loaded / each:.2f} x")
    for name, path in (("all at once", ours), ("one by one", single)):
        print(f"disk, {name:12}  {size(path) / 1e6:6.1f} MB  {size(path) / size(raw):.2f} x")
    return ours


def ask(folder: Path, rounds: int) -> None:
    with open_store(folder, read_only=True) as store:
        assert isinstance(store.backend, Embedded)
        engine, prefixes = store.backend.engine, dict(PREFIXES)
        print(f"{'query':13} {'rows':>7} {'raw ms':>9} {'store ms':>9} {'ratio':>6} {'+ ms':>6}")
        for name, query in QUERIES.items():
            raw, ours, rows = [], [], 0
            for _ in range(rounds):
                begin = time.process_time()
                rows = read(engine.query(query, prefixes=prefixes))
                middle = time.process_time()
                assert read_answer(store, query) == rows
                raw.append(middle - begin)
                ours.append(time.process_time() - middle)
            a, b = (statistics.median(times) * 1000 for times in (raw, ours))
            print(f"{name:13} {rows:7,} {a:9.3f} {b:9.3f} {b / a:6.2f} {b - a:6.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ask(build(options.articles, Path(folder)), options.rounds)


if __name__ == "__main__":
    main()
