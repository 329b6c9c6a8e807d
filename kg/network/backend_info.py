"""What networkx reads of the backend when it is itself imported: so nothing here imports anything heavy."""

from __future__ import annotations

from typing import Any

NAME = "kg_arrays"
FUNCTIONS = (
    "all_shortest_paths",
    "all_simple_paths",
    "betweenness_centrality",
    "connected_components",
    "ego_graph",
    "leiden_communities",
    "louvain_communities",
    "number_connected_components",
    "number_weakly_connected_components",
    "pagerank",
    "single_source_shortest_path_length",
    "weakly_connected_components",
)


def get_info() -> dict[str, Any]:
    """Tell networkx what there is."""
    return {
        "backend_name": NAME,
        "project": "dragoman",
        "package": "kg.network.backend",
        "short_summary": "Whole-graph algorithms over arrays, the heavy ones by igraph.",
        "functions": {name: {} for name in FUNCTIONS},
    }
