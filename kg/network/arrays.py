"""A graph in arrays for whole-graph algorithms: nodes of any kind, parallel edges put together with their weight."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.network.edges import Edges, Ints
from kg.network.topology import ranges

Weights = npt.NDArray[np.float64]


class ArrayGraph:
    """A directed or undirected graph of n nodes and m pairs in compressed sparse rows.

    `start[i] : start[i + 1]` are the out-neighbours of node i in `target`, with the summed `weight` and the number of
    parallel edges in `count`; an undirected graph holds each pair in both directions. networkx finds the algorithms
    of `kg.network.backend` by `__networkx_backend__`.
    """

    __networkx_backend__ = "kg_arrays"

    def __init__(
        self, nodes: Sequence[Hashable], source: Ints, target: Ints, weight: Weights, *, directed: bool, multi: bool
    ) -> None:
        self.nodes = list(nodes)
        self.directed, self.multi = directed, multi
        size = len(self.nodes)
        if not directed:
            loops = source == target
            back = source[~loops]
            source = np.concatenate((source, target[~loops]))
            target = np.concatenate((target, back))
            weight = np.concatenate((weight, weight[~loops]))
        pairs, group = np.unique(source.astype(np.int64) * max(size, 1) + target, return_inverse=True)
        self.source: Ints = pairs // max(size, 1)
        self.target: Ints = pairs % max(size, 1)
        self.weight: Weights = np.bincount(group, weights=weight, minlength=len(pairs)).astype(float)
        self.count: Ints = np.bincount(group, minlength=len(pairs))
        self.start: Ints = np.searchsorted(self.source, np.arange(size + 1))
        self.graph: dict[str, Any] = {}

    @cached_property
    def index(self) -> dict[Hashable, int]:
        """The number of each node."""
        return {node: number for number, node in enumerate(self.nodes)}

    @cached_property
    def names(self) -> npt.NDArray[np.object_]:
        """The nodes as an array, of which many can be taken at once."""
        names = np.empty(len(self), dtype=object)
        names[:] = self.nodes
        return names

    @cached_property
    def reverse(self) -> tuple[Ints, Ints]:
        """The in-neighbours, as (start, source) like (start, target)."""
        order = np.argsort(self.target, kind="stable")
        return np.searchsorted(self.target[order], np.arange(len(self) + 1)), self.source[order]

    def __len__(self) -> int:
        return len(self.nodes)

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self.nodes)

    def __contains__(self, node: object) -> bool:
        return node in self.index

    def is_directed(self) -> bool:
        return self.directed

    def is_multigraph(self) -> bool:
        return self.multi

    def number_of_nodes(self) -> int:
        return len(self)

    def levels(self, source: int, most: int | None = None, *, backward: bool = False) -> Ints:
        """Give the distance in hops from (or to) a node, -1 where unreachable or beyond `most`."""
        start, ends = self.reverse if backward and self.directed else (self.start, self.target)
        level = np.full(len(self), -1, dtype=np.int64)
        level[source] = 0
        front, depth = np.array([source]), 0
        while len(front) and (most is None or depth < most):
            depth += 1
            reached = ends[ranges(start[front], start[front + 1])]
            level[reached[level[reached] < 0]] = depth
            # Many are found faster by looking at everyone than by sorting them.
            many = len(reached) * 8 > len(level)
            front = np.flatnonzero(level == depth) if many else np.unique(reached[level[reached] == depth])
        return level

    def subgraph(self, nodes: Ints) -> ArrayGraph:
        """Give the graph of some nodes and what is between them."""
        place = np.full(len(self), -1, dtype=np.int64)
        place[nodes] = np.arange(len(nodes))
        inside = ranges(self.start[nodes], self.start[nodes + 1])
        inside = inside[place[self.target[inside]] >= 0]
        if not self.directed:
            inside = inside[self.source[inside] <= self.target[inside]]
        part = ArrayGraph(
            [self.nodes[node] for node in nodes.tolist()],
            np.repeat(place[self.source[inside]], self.count[inside]),
            np.repeat(place[self.target[inside]], self.count[inside]),
            np.repeat(self.weight[inside] / self.count[inside], self.count[inside]),
            directed=self.directed,
            multi=self.multi,
        )
        part.graph = dict(self.graph)
        return part

    def igraph(self, weighted: bool = False) -> Any:
        """Give the same graph as an igraph.Graph, pairs once, with edge weights where asked for."""
        import igraph

        kept = slice(None) if self.directed else self.source <= self.target
        pairs = np.column_stack((self.source[kept], self.target[kept]))
        graph = igraph.Graph(n=len(self), edges=pairs, directed=self.directed)
        if weighted:
            graph.es["weight"] = self.weight[kept].tolist()
        return graph


def arrays_of(edges: Edges, *, directed: bool = True, weigh: Callable[[Edges], Weights] | None = None) -> ArrayGraph:
    """Put the events of `edges` into an ArrayGraph over actors' IRIs, without a networkx graph in between.

    A symmetric event goes both ways. `weigh` gives each row's weight, 1 if not given. Actors without events are
    left out.
    """
    weight = np.ones(len(edges)) if weigh is None else weigh(edges)
    used, place = np.unique(np.concatenate((edges.subject, edges.object)), return_inverse=True)
    source, target = place[: len(edges)], place[len(edges) :]
    if directed:
        both = edges.symmetric
        back = source[both]
        source, target = np.concatenate((source, target[both])), np.concatenate((target, back))
        weight = np.concatenate((weight, weight[both]))
    names = [iri.decode() for iri in edges.actor[used].tolist()]
    return ArrayGraph(names, source, target, weight, directed=directed, multi=True)


def from_networkx(graph: Any, weight: str | None = None, default: float = 1.0) -> ArrayGraph:
    """Put a networkx graph into arrays; with `weight`, parallel edges' weights are summed."""
    nodes = list(graph)
    index = dict(zip(nodes, range(len(nodes)), strict=True))
    adjacency: Iterable[tuple[Hashable, Any]] = graph.adjacency()
    if weight is None:
        if graph.is_multigraph():
            pairs = [(index[u], index[v], len(keys)) for u, others in adjacency for v, keys in others.items()]
        else:
            pairs = [(index[u], index[v], 1) for u, others in adjacency for v in others]
        table = np.array(pairs, dtype=np.int64).reshape(-1, 3)
        table = np.repeat(table, table[:, 2], axis=0)
        source, target, weights = table[:, 0], table[:, 1], np.ones(len(table))
    else:
        rows = [(index[u], index[v], data.get(weight, default)) for u, v, data in graph.edges(data=True)]
        source = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
        target = np.fromiter((row[1] for row in rows), dtype=np.int64, count=len(rows))
        weights = np.fromiter((row[2] for row in rows), dtype=float, count=len(rows))
    if weight is None and not graph.is_directed():
        once = source <= target
        source, target, weights = source[once], target[once], weights[once]
    made = ArrayGraph(nodes, source, target, weights, directed=graph.is_directed(), multi=graph.is_multigraph())
    made.graph = dict(graph.graph)
    return made


def to_networkx(graph: ArrayGraph) -> Any:
    """Give the graph as networkx has it: parallel edges as often as there were, with their mean `weight`."""
    import networkx as nx

    kinds = {(0, 0): nx.Graph, (0, 1): nx.MultiGraph, (1, 0): nx.DiGraph, (1, 1): nx.MultiDiGraph}
    made = kinds[graph.directed, graph.multi]()
    made.graph.update(graph.graph)
    made.add_nodes_from(graph.nodes)
    kept = np.arange(len(graph.source)) if graph.directed else np.flatnonzero(graph.source <= graph.target)
    columns = (graph.source, graph.target, graph.weight, graph.count)
    for source, target, weight, count in zip(*(column[kept].tolist() for column in columns), strict=True):
        for _ in range(count):
            made.add_edge(graph.nodes[source], graph.nodes[target], weight=weight / count)
    return made
