"""Dragoman: news articles to a knowledge graph of diplomatic events.

>>> import kg
>>> graph = kg.build("seeds")  # doctest: +SKIP
>>> graph.query("SELECT ?whom WHERE { id:Donald_Trump dip:called ?whom }")  # doctest: +SKIP
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.articles import Failure, read
    from kg.errors import KgError
    from kg.extract import Extractor
    from kg.graph import Extractions, Graph, build, explain, extract, open, pyvis, show
    from kg.graph.predicates import predicates
    from kg.model import Article, Extraction

__all__ = [
    "Article",
    "Extraction",
    "Extractions",
    "Extractor",
    "Failure",
    "Graph",
    "KgError",
    "build",
    "explain",
    "extract",
    "open",
    "predicates",
    "pyvis",
    "read",
    "show",
]

__version__ = "0.1.0"

_HOMES = {
    "Article": "kg.model",
    "Extraction": "kg.model",
    "Extractions": "kg.graph",
    "Extractor": "kg.extract",
    "Failure": "kg.articles",
    "Graph": "kg.graph",
    "KgError": "kg.errors",
    "build": "kg.graph",
    "explain": "kg.graph",
    "open": "kg.graph",
    "predicates": "kg.graph.predicates",
    "pyvis": "kg.graph",
    "read": "kg.articles",
    "show": "kg.graph",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `import kg` costs nothing."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    if name == "extract":
        return importlib.import_module("kg.extract")
    raise AttributeError(f"module 'kg' has no attribute {name!r}")


def __dir__() -> list[str]:
    """What completion offers: the public names, and not what this file needs to give them."""
    return sorted([*__all__, "__version__"])


class _Extract(ModuleType):
    """The package kg.extract, which may be called: `kg.extract("news/")` is kg.graph.extract()."""

    def __call__(self, *sources: Any, **options: Any) -> Any:
        return importlib.import_module("kg.graph").extract(*sources, **options)

    @property
    def __signature__(self) -> Any:
        """What help() and a notebook show: the parameters of the function."""
        return importlib.import_module("inspect").signature(importlib.import_module("kg.graph").extract)


class _Package(ModuleType):
    """This package: the function kg.extract and the package of that name are one, whichever is met first."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "extract" and type(value) is ModuleType:
            value.__class__ = _Extract
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
