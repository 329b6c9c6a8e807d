"""The graph as Python users hold it: built from articles or opened, then queried, walked, shown and exported.

Names are imported when first used, so that a graph can be opened without loading what extracts.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph.building import Building, build
    from kg.graph.explaining import explain
    from kg.graph.extractions import Extractions, extract
    from kg.graph.graph import Graph, open, pyvis, show

_HOMES = {
    "Building": "building",
    "Extractions": "extractions",
    "Graph": "graph",
    "build": "building",
    "explain": "explaining",
    "extract": "extractions",
    "open": "graph",
    "pyvis": "graph",
    "show": "graph",
}

__all__ = ["Building", "Extractions", "Graph", "build", "explain", "extract", "open", "pyvis", "show"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f"kg.graph.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'kg.graph' has no attribute {name!r}")
