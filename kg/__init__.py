"""Dragoman: news articles to a knowledge graph of diplomatic events.

>>> import kg
>>> graph = kg.build("seeds")  # doctest: +SKIP
>>> graph.query("SELECT ?whom WHERE { id:Donald_Trump dip:called ?whom }")  # doctest: +SKIP
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.articles import Failure, read
    from kg.errors import KgError
    from kg.extract import Extractor
    from kg.graph import Graph, build, open
    from kg.model import Article, Extraction

__all__ = ["Article", "Extraction", "Extractor", "Failure", "Graph", "KgError", "build", "open", "read"]

__version__ = "0.1.0"

_HOMES = {
    "Article": "kg.model",
    "Extraction": "kg.model",
    "Extractor": "kg.extract",
    "Failure": "kg.articles",
    "Graph": "kg.graph",
    "KgError": "kg.errors",
    "build": "kg.graph",
    "open": "kg.graph",
    "read": "kg.articles",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `import kg` costs nothing."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
