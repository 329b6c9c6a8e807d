"""Finds the Turtle files of the ontology, in the wheel or in the checkout."""

from __future__ import annotations

from pathlib import Path

from kg.errors import OntologyError

_PACKAGE = Path(__file__).resolve().parent.parent


def ontology_file(name: str) -> Path:
    """Give the path of a shipped ontology file, such as "lexicon.ttl".

    Raises OntologyError where it is not part of the installation.
    """
    for folder in (_PACKAGE / "ontologies", _PACKAGE.parent / "ontologies"):
        path = folder / name
        if path.is_file():
            return path
    raise OntologyError("this ontology file is not part of the installation.", place=name, advice="Reinstall dragoman.")
