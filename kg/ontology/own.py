"""Turtle files of a user's own: actors, wordings and predicates beside the shipped ones, several kinds in one file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.ontology.vocabulary import DIP, RDF
from kg.ontology.word_classes import LEX


def own_files(paths: Iterable[str | os.PathLike[str]]) -> tuple[Path, ...]:
    """Give the files as absolute paths, after a look whether each is Turtle that adds something.

    Raises OntologyError, which names the file, where one cannot be read, is not Turtle, or holds no statement that
    the ontology has a use for. What is wrong with a single actor or wording is told when they are loaded.
    """
    return tuple(_looked_at(Path(path).absolute()) for path in paths)


def _looked_at(path: Path) -> Path:
    try:
        if not any(_adds(quad) for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)):
            raise OntologyError(
                "this file adds no actor, no wording and no predicate.",
                place=str(path),
                advice="Check its prefixes: dip: is the vocabulary, lex: the lexicon, id: the actors.",
            )
    except SyntaxError as error:
        raise OntologyError(f"not valid Turtle: {error.msg}.", place=f"{path}:{error.lineno}") from error
    except OSError as error:
        reason = str(error.strerror or error).partition(" (os error")[0]
        raise OntologyError(f"cannot be read: {reason}.", place=str(path)) from error
    return path


def _adds(quad: ox.Quad) -> bool:
    kind = quad.object.value if isinstance(quad.object, ox.NamedNode) else ""
    return quad.predicate.value.startswith((LEX, DIP)) or (
        quad.predicate.value == f"{RDF}type" and kind.startswith(DIP)
    )
