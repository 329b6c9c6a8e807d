"""The graph as Python users hold it: built from articles or opened, then queried, walked, shown and exported."""

from kg.graph.building import Building, build
from kg.graph.graph import Graph, open

__all__ = ["Building", "Graph", "build", "open"]
