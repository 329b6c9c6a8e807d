"""Whole-graph algorithms over arrays, with networkx's names and results; the heavy ones are igraph's."""

from __future__ import annotations

import itertools
import random
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import networkx as nx
import numpy as np

from kg.network.arrays import ArrayGraph
from kg.network.edges import Ints
from kg.network.topology import component_labels

Node = Hashable


def pagerank(
    G: ArrayGraph,
    alpha: float = 0.85,
    personalization: Mapping[Node, float] | None = None,
    max_iter: int = 100,
    tol: float = 1.0e-6,
    nstart: Mapping[Node, float] | None = None,
    weight: str | None = "weight",  # noqa: ARG001 - the conversion has put it into the arrays
    dangling: Mapping[Node, float] | None = None,
) -> dict[Node, float]:
    """Give each node's PageRank, by power iteration as networkx does it; PowerIterationFailedConvergence alike."""
    size = len(G)
    if not size:
        return {}
    total = np.bincount(G.source, weights=G.weight, minlength=size)
    share = G.weight / total[G.source]
    lost = total == 0
    even = np.full(size, 1 / size)
    rank = _distribution(G, nstart, even)
    jump = _distribution(G, personalization, even)
    sink = _distribution(G, dangling, jump)
    for _ in range(max_iter):
        last = rank
        flow = np.bincount(G.target, weights=last[G.source] * share, minlength=size)
        rank = alpha * (flow + last[lost].sum() * sink) + (1 - alpha) * jump
        if np.abs(rank - last).sum() < size * tol:
            return dict(zip(G.nodes, rank.tolist(), strict=True))
    raise nx.PowerIterationFailedConvergence(max_iter)


def _distribution(G: ArrayGraph, given: Mapping[Node, float] | None, default: Any) -> Any:
    if not given:
        return default
    values = np.array([given.get(node, 0.0) for node in G.nodes], dtype=float)
    if values.sum() == 0:
        raise ZeroDivisionError
    return values / values.sum()


def betweenness_centrality(
    G: ArrayGraph,
    k: int | None = None,  # noqa: ARG001 - samples are left to networkx
    normalized: bool = True,
    weight: str | None = None,  # noqa: ARG001 - weighed paths are left to networkx
    endpoints: bool = False,  # noqa: ARG001 - left to networkx
    seed: Any = None,  # noqa: ARG001
) -> dict[Node, float]:
    """Give each node's share of all shortest paths, exactly, by igraph."""
    size = len(G)
    values = np.array(G.igraph().betweenness(directed=G.directed), dtype=float)
    if normalized and size > 2:
        values *= (1 if G.directed else 2) / ((size - 1) * (size - 2))
    return dict(zip(G.nodes, values.tolist(), strict=True))


def connected_components(G: ArrayGraph) -> Iterator[set[Node]]:
    """Give the components of an undirected graph."""
    if G.directed:
        raise nx.NetworkXNotImplemented("not implemented for directed type")
    return _components(G)


def weakly_connected_components(G: ArrayGraph) -> Iterator[set[Node]]:
    """Give the components of a directed graph, directions left aside."""
    if not G.directed:
        raise nx.NetworkXNotImplemented("not implemented for undirected type")
    return _components(G)


def number_connected_components(G: ArrayGraph) -> int:
    """Count the components of an undirected graph."""
    return sum(1 for _ in connected_components(G))


def number_weakly_connected_components(G: ArrayGraph) -> int:
    """Count the components of a directed graph, directions left aside."""
    return sum(1 for _ in weakly_connected_components(G))


def _components(G: ArrayGraph) -> Iterator[set[Node]]:
    label = component_labels(len(G), G.source, G.target)
    order = np.argsort(label, kind="stable")
    starts = np.flatnonzero(np.diff(label[order], prepend=-1))
    # networkx gives components by their first node; labels are least nodes, so they come in that order.
    for part in np.split(order, starts[1:]) if len(order) else ():
        yield {G.nodes[node] for node in part.tolist()}


def louvain_communities(
    G: ArrayGraph,
    weight: str | None = "weight",  # noqa: ARG001 - in the arrays
    resolution: float = 1,
    threshold: float = 1e-07,  # noqa: ARG001 - igraph stops where nothing improves
    max_level: int | None = None,  # noqa: ARG001 - left to networkx
    seed: Any = None,
) -> list[set[Node]]:
    """Give the communities by Blondel et al. (2008), by igraph; parts of one size may differ from networkx's."""
    return _communities(G, seed, lambda graph: graph.community_multilevel(weights="weight", resolution=resolution))


def leiden_communities(
    G: ArrayGraph,
    weight: str | None = "weight",  # noqa: ARG001 - in the arrays
    resolution: float = 1,
    max_level: int | None = None,  # noqa: ARG001 - igraph iterates until nothing changes
    seed: Any = None,
) -> list[set[Node]]:
    """Give the communities by Traag et al. (2019), by igraph, which networkx itself has not."""
    return _communities(
        G,
        seed,
        lambda graph: graph.community_leiden(
            objective_function="modularity", weights="weight", resolution=resolution, n_iterations=-1
        ),
    )


def _communities(G: ArrayGraph, seed: Any, find: Any) -> list[set[Node]]:
    import igraph

    undirected = G
    if G.directed:
        undirected = ArrayGraph(G.nodes, G.source, G.target, G.weight, directed=False, multi=False)
    generator = random.Random(seed) if seed is None or isinstance(seed, int) else seed
    igraph.set_random_number_generator(generator)
    try:
        found = find(undirected.igraph(weighted=True))
    finally:
        igraph.set_random_number_generator(random)
    return [{G.nodes[node] for node in part} for part in found if part]


def ego_graph(
    G: ArrayGraph,
    n: Node,
    radius: float = 1,
    center: bool = True,
    undirected: bool = False,
    distance: str | None = None,  # noqa: ARG001 - weighed distances are left to networkx
) -> ArrayGraph:
    """Give the part of the graph within `radius` hops of a node."""
    whole = G
    if undirected and G.directed:
        whole = ArrayGraph(G.nodes, G.source, G.target, G.weight, directed=False, multi=False)
    level = whole.levels(_number(G, n), int(radius))
    return G.subgraph(np.flatnonzero((level >= 0) & (center | (level > 0))))


def single_source_shortest_path_length(G: ArrayGraph, source: Node, cutoff: int | None = None) -> dict[Node, int]:
    """Give the distance in hops to every node within `cutoff`, the nearer first."""
    level = G.levels(_number(G, source), cutoff)
    reached = np.flatnonzero(level >= 0)
    # Distances are small numbers, and small types are what numpy sorts in one go.
    small = level.astype(np.min_scalar_type(int(level.max())))
    order = reached[np.argsort(small[reached], kind="stable")]
    return dict(zip(G.names[order].tolist(), level[order].tolist(), strict=True))


def all_shortest_paths(
    G: ArrayGraph,
    source: Node,
    target: Node,
    weight: str | None = None,  # noqa: ARG001 - weighed paths are left to networkx
    method: str = "dijkstra",  # noqa: ARG001
) -> Iterator[list[Node]]:
    """Give every shortest path, walking only towards the target."""
    one, other = _number(G, source), _number(G, target)
    to_go = G.levels(other, backward=True)
    if to_go[one] < 0:
        raise nx.NetworkXNoPath(f"Target {target} cannot be reached from given sources")
    return _downhill(G, one, to_go)


def _downhill(G: ArrayGraph, node: int, to_go: Ints) -> Iterator[list[Node]]:
    chain, ahead = [node], [_nearer(G, node, to_go)]
    while ahead:
        if to_go[chain[-1]] == 0:
            yield [G.nodes[one] for one in chain]
        following = next(ahead[-1], None)
        if following is None:
            ahead.pop()
            chain.pop()
        else:
            chain.append(following)
            ahead.append(_nearer(G, following, to_go))


def _nearer(G: ArrayGraph, node: int, to_go: Ints) -> Iterator[int]:
    ends = G.target[G.start[node] : G.start[node + 1]]
    return iter(ends[to_go[ends] == to_go[node] - 1].tolist()) if to_go[node] else iter(())


def all_simple_paths(G: ArrayGraph, source: Node, target: Any, cutoff: int | None = None) -> Iterator[list[Node]]:
    """Give every path without repeated nodes of at most `cutoff` hops, once for each choice of parallel edges."""
    one, other = _number(G, source), _number(G, target)
    most = len(G) - 1 if cutoff is None else cutoff
    if most < 1 or one == other:
        return iter([[source]] if one == other and most >= 0 else [])
    return _simple(G, one, other, most, G.levels(other, most - 1, backward=True))


def _simple(G: ArrayGraph, source: int, target: int, most: int, to_go: Ints) -> Iterator[list[Node]]:
    chain, times, ahead = [source], [1], [_onward(G, source, to_go, most)]
    while ahead:
        step = next(ahead[-1], None)
        if step is None:
            ahead.pop()
            chain.pop()
            times.pop()
            continue
        node, count = step
        if node in chain:
            continue
        if node == target:
            path = [G.nodes[number] for number in (*chain, node)]
            yield from (list(path) for _ in range(times[-1] * count if G.multi else 1))
            continue
        chain.append(node)
        times.append(times[-1] * count)
        ahead.append(_onward(G, node, to_go, most - len(chain) + 1))


def _onward(G: ArrayGraph, node: int, to_go: Ints, left: int) -> Iterator[tuple[int, int]]:
    span = slice(int(G.start[node]), int(G.start[node + 1]))
    ends, counts = G.target[span], G.count[span]
    kept = (to_go[ends] >= 0) & (to_go[ends] <= left - 1)
    return zip(ends[kept].tolist(), counts[kept].tolist(), strict=True) if left > 0 else itertools.chain()


def _number(G: ArrayGraph, node: Any) -> int:
    try:
        return G.index[node]
    except (KeyError, TypeError):
        raise nx.NodeNotFound(f"The node {node} is not in the graph.") from None
