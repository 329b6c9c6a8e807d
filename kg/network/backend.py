"""The networkx backend `kg_arrays`: found by entry point, it runs whole-graph algorithms on arrays.

    nx.pagerank(graph, backend="kg_arrays")         # or nx.config.backend_priority.algos = ["kg_arrays"]

The graph is converted once and kept by networkx with it; `kg.network.View.arrays()` makes the arrays without that
step. What it cannot do (weighed paths, samples, igraph missing) is left to networkx.
"""

from __future__ import annotations

import importlib.util
from typing import Any

from kg.network import algorithms
from kg.network.arrays import ArrayGraph, from_networkx, to_networkx
from kg.network.backend_info import FUNCTIONS

BY_IGRAPH = frozenset({"betweenness_centrality", "leiden_communities", "louvain_communities"})


class Backend:
    """What networkx asks of a backend: conversion, and whether it can run a function with these arguments."""

    def __init__(self) -> None:
        for name in FUNCTIONS:
            setattr(self, name, getattr(algorithms, name))

    @staticmethod
    def convert_from_nx(graph: Any, edge_attrs: dict[str, Any] | None = None, **_: Any) -> ArrayGraph:
        """Put a networkx graph into arrays, with the one edge attribute that the function weighs by."""
        if isinstance(graph, ArrayGraph):
            return graph
        weight, default = next(iter((edge_attrs or {}).items()), (None, 1.0))
        return from_networkx(graph, weight, 1.0 if default is None else default)

    @staticmethod
    def convert_to_nx(result: Any, **_: Any) -> Any:
        """Give arrays back as a networkx graph, and anything else as it is."""
        return to_networkx(result) if isinstance(result, ArrayGraph) else result

    @staticmethod
    def can_run(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool | str:
        """Say whether a call can be run here, or why not."""
        if name not in FUNCTIONS:
            return "not implemented here"
        if name in BY_IGRAPH and importlib.util.find_spec("igraph") is None:
            return "igraph is not installed: pip install 'dragoman[graphs]'"
        given = dict(zip(_ORDER.get(name, ()), args[1:], strict=False)) | kwargs
        for option in _LEFT_TO_NETWORKX.get(name, ()):
            if given.get(option) not in (None, False):
                return f"{option} is left to networkx"
        if name == "all_simple_paths" and isinstance(given.get("target"), list | set | tuple | dict | frozenset):
            return "several targets are left to networkx"
        if name == "ego_graph" and not float(given.get("radius", 1)).is_integer():
            return "a radius between hops is left to networkx"
        return True

    @staticmethod
    def should_run(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool | str:
        """Say whether converting pays: not where networkx answers by looking at a few nodes."""
        if name == "ego_graph" and not isinstance(args[0] if args else kwargs.get("G"), ArrayGraph):
            return "networkx keeps the attributes of the part"
        return True


_ORDER = {
    "all_shortest_paths": ("source", "target", "weight", "method"),
    "all_simple_paths": ("source", "target", "cutoff"),
    "betweenness_centrality": ("k", "normalized", "weight", "endpoints", "seed"),
    "ego_graph": ("n", "radius", "center", "undirected", "distance"),
    "louvain_communities": ("weight", "resolution", "threshold", "max_level", "seed"),
    "leiden_communities": ("weight", "resolution", "max_level", "seed"),
}
_LEFT_TO_NETWORKX = {
    "all_shortest_paths": ("weight",),
    "betweenness_centrality": ("k", "weight", "endpoints"),
    "ego_graph": ("distance",),
    "louvain_communities": ("max_level",),
    "leiden_communities": ("max_level",),
}

backend = Backend()
