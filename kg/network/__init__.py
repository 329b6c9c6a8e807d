"""The network of actors: paths, ranking and comparison over the events of a store."""

from kg.network.filters import Filter
from kg.network.graph import network
from kg.network.paths import Hop, HopEvent, Path, Question, find_paths
from kg.network.view import View

__all__ = ["Filter", "Hop", "HopEvent", "Path", "Question", "View", "find_paths", "network"]
