"""Compares the network's searches and whole-graph algorithms with their peers, in one run on one synthetic graph.

    python benchmarks/network.py [--events 1000000] [--actors 100000] [--store FOLDER]

Ratios within one run are what counts. A peer that is not installed is left out. With --store (see synthetic.py) the
time of a first and of further questions about a store on disk is measured as well, each first one in a new process.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from kg.network import algorithms
from kg.network.arrays import ArrayGraph, arrays_of
from kg.network.best import all_paths, cheapest
from kg.network.cost import Cost
from kg.network.edges import Edges, texts
from kg.network.graph import as_networkx
from kg.network.reading import terms_of
from kg.network.schedules import all_journeys
from kg.network.shortest import Search
from kg.network.temporal import InTime, journeys
from kg.network.topology import Topology
from kg.ontology.vocabulary import load_vocabulary

COLD = """
import sys, time
begun = time.perf_counter()
from kg.network import View, linkage
from kg.store import open_store
with open_store(sys.argv[1], read_only=True) as store:
    view = View(store)
    linkage(view, sys.argv[2], sys.argv[3])
    print(time.perf_counter() - begun, end=" ")
    for one, other in zip(sys.argv[4::2], sys.argv[5::2]):
        begun = time.perf_counter()
        linkage(view, one, other)
        print(time.perf_counter() - begun, end=" ")
    print(view.whole)
"""


def synthetic(events: int, actors: int, seed: int = 7) -> Edges:
    """Draw a graph whose actors follow a power law, as columns."""
    draw = np.random.default_rng(seed)
    weight = (np.arange(actors) + 20.0) ** -0.85
    one, other = (draw.choice(actors, events, p=weight / weight.sum()) for _ in range(2))
    other = np.where(one == other, (other + 1) % actors, other)
    terms = terms_of(load_vocabulary())
    day = draw.integers(735_600, 739_250, size=events).astype(np.int32)
    names = tuple(sorted(terms))
    return Edges(
        actor=texts([f"https://w3id.org/dragoman/id/A{n:08d}" for n in range(actors)]),
        predicates=names,
        terms=tuple(terms[name] for name in names),
        subject=one.astype(np.int32),
        object=other.astype(np.int32),
        predicate=draw.integers(len(names), size=events).astype(np.int16),
        first=day,
        last=day,
        status=np.zeros(events, dtype=np.int8),
        precision=np.zeros(events, dtype=np.int8),
        sources=draw.geometric(0.7, size=events).astype(np.int32),
        event=np.char.add(b"https://w3id.org/dragoman/event/", np.arange(events).astype("S12")),
    )


def timed(function: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """Give the best time of several in seconds, and the result."""
    best, result = float("inf"), None
    for _ in range(times):
        begun = time.perf_counter()
        result = function()
        best = min(best, time.perf_counter() - begun)
    return best, result


def row(name: str, seconds: float, note: object = "") -> float:
    """Print one line of the table."""
    print(f"  {name:34s} {seconds * 1000:12.2f} ms  {note}", flush=True)
    return seconds


def peers() -> dict[str, Any]:
    """Give the peers that are installed."""
    found = {}
    for name in ("igraph", "rustworkx", "networkit"):
        try:
            found[name] = importlib.import_module(name)
        except ImportError:
            print(f"  ({name} is not installed)")
    return found


def memory() -> str:
    """Say how much memory the process has held at most."""
    return f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"


def building(edges: Edges, libraries: dict[str, Any], whole: bool) -> dict[str, Any]:
    """Compare building."""
    print("building", memory())
    pairs = np.column_stack((edges.subject, edges.object)).astype(np.int64)
    graphs: dict[str, Any] = {}
    seconds, graphs["topology"] = timed(lambda: Topology(edges), 2)
    row("kg topology (both directions)", seconds, memory())
    arrays, graphs["arrays"] = timed(lambda: arrays_of(edges), 2)
    row("kg arrays", arrays, memory())
    if "networkit" in libraries:
        nk = libraries["networkit"]
        seconds, graphs["networkit"] = timed(
            lambda: nk.GraphFromCoo((pairs[:, 0], pairs[:, 1]), n=edges.size, directed=True), 1
        )
        row("networkit", seconds, memory())
    if "rustworkx" in libraries:
        rx = libraries["rustworkx"]

        def build() -> Any:
            graph = rx.PyDiGraph(multigraph=True)
            graph.add_nodes_from(range(edges.size))
            graph.add_edges_from_no_data([tuple(pair) for pair in pairs.tolist()])
            return graph

        seconds, graphs["rustworkx"] = timed(build, 1)
        row("rustworkx", seconds, memory())
    if "igraph" in libraries:
        ig = libraries["igraph"]
        seconds, graphs["igraph"] = timed(lambda: ig.Graph(n=edges.size, edges=pairs, directed=True), 1)
        row("igraph", seconds, memory())
    if whole:
        gc.disable()
        least, bare = timed(lambda: _objects(edges), 1)
        gc.enable()
        row("the Python objects alone", least, memory())
        del bare
        seconds, graphs["networkx"] = timed(lambda: as_networkx(edges, {}), 1)
        row("networkx MultiDiGraph, attributes", seconds, memory())
        print(f"  -> {seconds / (2.5 * arrays + least):.2f} x (2.5 x the arrays + the objects)")
    return graphs


def _objects(edges: Edges) -> list[dict[int, dict[int, dict[bytes, dict[str, object]]]]]:
    """Make what a MultiDiGraph in Python must hold: a dictionary an edge, one a pair and two an actor."""
    ahead: dict[int, dict[int, Any]] = {node: {} for node in range(edges.size)}
    behind: dict[int, dict[int, Any]] = {node: {} for node in range(edges.size)}
    rows = zip(
        edges.subject.tolist(), edges.object.tolist(), edges.symmetric.tolist(), edges.event.tolist(), strict=True
    )
    for one, other, symmetric, key in rows:
        for left, right in ((one, other), (other, one)) if symmetric else ((one, other),):
            if (keyed := ahead[left].get(right)) is None:
                keyed = ahead[left][right] = behind[right][left] = {}
            keyed[key] = {
                "predicate": "", "class": "", "date": "", "precision": "", "status": "", "score": 0.0, "sources": 1,
            }  # fmt: skip
    return [ahead, behind]


def whole_graph(graphs: dict[str, Any], libraries: dict[str, Any]) -> None:
    """Compare PageRank, components, ego nets and distances on the whole graph."""
    arrays: ArrayGraph = graphs["arrays"]
    print("pagerank")
    ours = row("kg_arrays", timed(lambda: algorithms.pagerank(arrays))[0])
    others = []
    if "igraph" in graphs:
        others.append(row("igraph", timed(lambda: graphs["igraph"].pagerank())[0]))
    if "rustworkx" in graphs:
        others.append(row("rustworkx", timed(lambda: libraries["rustworkx"].pagerank(graphs["rustworkx"]))[0]))
    if "networkit" in graphs:
        nk = libraries["networkit"]
        others.append(row("networkit", timed(lambda: nk.centrality.PageRank(graphs["networkit"]).run())[0]))
    if "networkx" in graphs:
        row("networkx", timed(lambda: nx.pagerank(graphs["networkx"], backend="networkx"), 1)[0])
    verdict(ours, others)
    print("weak components")
    ours = row("kg_arrays", timed(lambda: sum(1 for _ in algorithms.weakly_connected_components(arrays)))[0])
    others = []
    if "igraph" in graphs:
        others.append(row("igraph", timed(lambda: len(graphs["igraph"].connected_components(mode="weak")))[0]))
    if "rustworkx" in graphs:
        rx = libraries["rustworkx"]
        others.append(row("rustworkx", timed(lambda: len(rx.weakly_connected_components(graphs["rustworkx"])))[0]))
    if "networkit" in graphs:
        nk = libraries["networkit"]
        others.append(
            row(
                "networkit",
                timed(lambda: nk.components.WeaklyConnectedComponents(graphs["networkit"]).run().getComponents())[0],
            )
        )
    if "networkx" in graphs:
        row("networkx", timed(lambda: sum(1 for _ in nx.weakly_connected_components(graphs["networkx"])), 1)[0])
    verdict(ours, others)
    around_one(graphs, libraries)


def around_one(graphs: dict[str, Any], libraries: dict[str, Any]) -> None:
    """Compare distances from one actor, its ego net of two hops, and all shortest paths between two actors."""
    arrays: ArrayGraph = graphs["arrays"]
    number, far = len(arrays) // 2, len(arrays) // 3
    source, target = arrays.nodes[number], arrays.nodes[far]
    nk, rx = libraries.get("networkit"), libraries.get("rustworkx")
    whole: dict[str, dict[str, Callable[[Any], object]]] = {
        "distances from one node": {
            "kg_arrays": lambda graph: algorithms.single_source_shortest_path_length(graph, source),
            "igraph": lambda graph: graph.distances(source=number),
            "networkit": lambda graph: nk.distance.BFS(graph, number, storePaths=False).run().getDistances(),
            "rustworkx": lambda graph: rx.digraph_dijkstra_shortest_path_lengths(graph, number, lambda _: 1.0),
            "networkx": lambda graph: dict(nx.single_source_shortest_path_length(graph, source, backend="networkx")),
        },
        "ego net of two hops": {
            "kg_arrays": lambda graph: algorithms.ego_graph(graph, source, 2),
            "igraph": lambda graph: graph.induced_subgraph(graph.neighborhood(number, order=2, mode="out")),
            "networkx": lambda graph: nx.ego_graph(graph, source, 2, backend="networkx"),
        },
        "all shortest paths between two": {
            "kg_arrays": lambda graph: list(algorithms.all_shortest_paths(graph, source, target)),
            "igraph": lambda graph: graph.get_all_shortest_paths(number, far),
            "rustworkx": lambda graph: rx.digraph_all_shortest_paths(graph, number, far),
            "networkx": lambda graph: list(nx.all_shortest_paths(graph, source, target, backend="networkx")),
        },
    }
    for task, ways in whole.items():
        print(task)
        times = {
            name: row(name, timed(lambda way=way, name=name: way(graphs["arrays" if name == "kg_arrays" else name]))[0])
            for name, way in ways.items()
            if name == "kg_arrays" or name in graphs
        }
        verdict(times["kg_arrays"], [times[name] for name in times if name in libraries])


def central(libraries: dict[str, Any]) -> None:
    """Compare exact betweenness and communities on 2,000 actors and 10,000 events."""
    edges = synthetic(10_000, 2_000)
    arrays = arrays_of(edges, directed=False)
    pairs = list({(min(a, b), max(a, b)) for a, b in zip(edges.subject.tolist(), edges.object.tolist(), strict=True)})
    print("betweenness, 2,000 actors, 10,000 events, undirected")
    ours = row("kg_arrays", timed(lambda: algorithms.betweenness_centrality(arrays))[0])
    others = []
    if "igraph" in libraries:
        graph = libraries["igraph"].Graph(n=2_000, edges=pairs)
        others.append(row("igraph", timed(graph.betweenness)[0]))
    if "rustworkx" in libraries:
        rx = libraries["rustworkx"]
        graph = rx.PyGraph()
        graph.add_nodes_from(range(2_000))
        graph.add_edges_from_no_data(pairs)
        others.append(row("rustworkx", timed(lambda: rx.betweenness_centrality(graph))[0]))
    if "networkit" in libraries:
        nk = libraries["networkit"]
        table = np.array(pairs)
        graph = nk.GraphFromCoo((table[:, 0], table[:, 1]), n=2_000)
        others.append(row("networkit", timed(lambda: nk.centrality.Betweenness(graph).run())[0]))
    row("networkx", timed(lambda: nx.betweenness_centrality(nx.Graph(pairs)), 1)[0])
    verdict(ours, others)
    print("communities (Leiden; Louvain for networkx)")
    ours = row("kg_arrays", timed(lambda: algorithms.leiden_communities(arrays, seed=1))[0])
    others = []
    if "igraph" in libraries:
        graph = libraries["igraph"].Graph(n=2_000, edges=pairs)
        find = graph.community_leiden
        others.append(row("igraph", timed(lambda: find(objective_function="modularity", n_iterations=-1))[0]))
    if "networkit" in libraries:
        nk = libraries["networkit"]
        table = np.array(pairs)
        graph = nk.GraphFromCoo((table[:, 0], table[:, 1]), n=2_000)
        others.append(row("networkit", timed(lambda: nk.community.ParallelLeiden(graph).run())[0]))
    row("networkx", timed(lambda: nx.community.louvain_communities(nx.Graph(pairs), seed=1), 1)[0])
    verdict(ours, others)


def verdict(ours: float, others: list[float]) -> None:
    """Say how ours stands to the best of the others."""
    if others:
        print(f"  -> {ours / min(others):.2f} x the best peer")


def searches(edges: Edges, topology: Topology) -> None:
    """Time the searches between random pairs, everything in memory."""
    print("searches between random actors, medians of 15")
    draw = random.Random(3)
    passed = np.ones(len(edges), dtype=bool)
    pairs = [(draw.randrange(edges.size), draw.randrange(edges.size)) for _ in range(15)]
    edges.prints, edges.told, edges.symmetric  # noqa: B018 - made once, kept with the edges

    def search(weight: str = "hops") -> Search:
        return Search(topology, passed, Cost(edges, weight, newest=739_250))

    def one(source: int, target: int) -> Iterator[object]:
        return cheapest(search(), source, target)

    ways: dict[str, Callable[[int, int], object]] = {
        "shortest": lambda a, b: next(one(a, b), None),
        "5 best": lambda a, b: list(islice(one(a, b), 5)),
        "5 best by recency, 5 hops": lambda a, b: list(islice(cheapest(search("recency"), a, b, most=5), 5)),
        "all of up to 3 hops": lambda a, b: list(all_paths(search(), a, b, 3)),
        "in time, fewest hops": lambda a, b: next(journeys(search(), a, b, InTime("hops")), None),
        "in time, earliest arrival": lambda a, b: next(journeys(search(), a, b, InTime("arrival")), None),
        "in time, all of up to 3 hops": lambda a, b: list(islice(all_journeys(search(), a, b, InTime(most=3)), 1_000)),
        "in time, by way of a third": lambda a, b: next(
            journeys(search(), a, b, InTime("hops", most=5, through=((a + b) // 2,))), None
        ),
        "in time, waits of 30 days": lambda a, b: next(journeys(search(), a, b, InTime("hops", wait=30)), None),
    }
    for name, way in ways.items():
        times = [timed(lambda way=way, pair=pair: way(*pair), 1)[0] for pair in pairs]
        row(name, statistics.median(times), f"slowest {max(times) * 1000:.0f} ms")


def stored(folder: Path, actors: int) -> None:
    """Time the first and further questions about a store on disk, each first one in a new process."""
    print("a store on disk")
    draw = random.Random(11)
    for _ in range(3):
        names = [f"Actor {draw.randrange(actors)}" for _ in range(12)]
        done = subprocess.run([sys.executable, "-c", COLD, str(folder), *names], capture_output=True, text=True)
        if done.returncode:
            print(done.stderr[-300:])
            return
        *seconds, whole = done.stdout.split()
        further = statistics.median(map(float, seconds[1:]))
        kept = "columns kept" if whole == "True" else "read from the graph"
        row("first question, new process", float(seconds[0]), f"then {further * 1000:.0f} ms ({kept})")


def in_memory(events: int, actors: int, whole: bool) -> None:
    """Compare building, searches and whole-graph algorithms; `whole` says whether networkx takes part."""
    libraries = peers()
    edges = synthetic(events, actors)
    graphs = building(edges, libraries, whole)
    searches(edges, graphs["topology"])
    whole_graph(graphs, libraries)
    central(libraries)


def main() -> None:
    """Run all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--actors", type=int, default=100_000)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--only", choices=["memory", "store"], help="one half of it, where a machine is shared")
    parser.add_argument("--no-networkx", action="store_true", help="leave out networkx on the whole graph")
    arguments = parser.parse_args()
    print(f"{arguments.events} events, {arguments.actors} actors")
    if arguments.only != "store":
        in_memory(arguments.events, arguments.actors, not arguments.no_networkx)
    if arguments.store is not None and arguments.only != "memory":
        stored(arguments.store, arguments.actors)


if __name__ == "__main__":
    main()
