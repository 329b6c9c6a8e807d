"""The network of actors: paths, ranking and comparison over the events of a store.

Names are imported when first used: networkx imports this package whenever it is imported itself, for the backend.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.network.filters import Filter, filter_for
    from kg.network.graph import network
    from kg.network.questions import Hop, HopEvent, Path, Question, find_paths
    from kg.network.reasons import Reason, why_none
    from kg.network.view import View, get_ready
    from kg.network.walking import Linkage, linkage, paths

_HOMES = {
    "Filter": "filters",
    "Hop": "questions",
    "HopEvent": "questions",
    "Linkage": "walking",
    "Path": "questions",
    "Question": "questions",
    "Reason": "reasons",
    "View": "view",
    "filter_for": "filters",
    "find_paths": "questions",
    "get_ready": "view",
    "linkage": "walking",
    "network": "graph",
    "paths": "walking",
    "why_none": "reasons",
}

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
    "get_ready",
    "linkage",
    "network",
    "paths",
    "why_none",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f"kg.network.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'kg.network' has no attribute {name!r}")
