"""The network of actors: paths, ranking and comparison over the events of a store."""

from kg.network.filters import Filter, filter_for
from kg.network.graph import network
from kg.network.paths import Hop, HopEvent, Path, Question, find_paths
from kg.network.reasons import Reason, why_none
from kg.network.view import View
from kg.network.walking import Linkage, linkage, paths

__all__ = [
    "Filter",
    "Hop",
    "HopEvent",
    "Linkage",
    "Path",
    "Question",
    "Reason",
    "View",
    "filter_for",
    "find_paths",
    "linkage",
    "network",
    "paths",
    "why_none",
]
