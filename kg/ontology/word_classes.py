"""Reads the word classes of the lexicon: lists of words by name, where one class may include others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.model import BASE

LEX = BASE + "lexicon#"

Triple = tuple[ox.NamedNode | ox.BlankNode, str, ox.NamedNode | ox.BlankNode | ox.Literal]


def read_triples(path: Path) -> list[Triple]:
    """Give the triples of a Turtle file of the lexicon; raises OntologyError where it cannot be read as such."""
    try:
        with path.open("rb") as file:
            found = []
            for quad in ox.parse(file, format=ox.RdfFormat.TURTLE):
                subject, value = quad.subject, quad.object
                if isinstance(subject, ox.Triple) or isinstance(value, ox.Triple):
                    continue
                found.append((subject, quad.predicate.value, value))
            return found
    except OSError as error:
        raise OntologyError(
            f"the lexicon cannot be read ({error.strerror}).", place=str(path), advice="Check the path."
        ) from error
    except SyntaxError as error:
        raise OntologyError(f"this is not Turtle: {error}.", place=str(path), advice="Correct that line.") from error


def word_classes(files: Sequence[tuple[Path, Sequence[Triple]]]) -> dict[str, set[str]]:
    """Gather the words of each class, and with them those of the classes that it includes.

    Raises OntologyError where a class includes one that has no words.
    """
    words: dict[str, set[str]] = {}
    included: list[tuple[Path, str, str]] = []
    for path, triples in files:
        for subject, predicate, value in triples:
            if not isinstance(subject, ox.NamedNode):
                continue
            if predicate == LEX + "word" and isinstance(value, ox.Literal):
                words.setdefault(local_name(subject.value), set()).add(" ".join(value.value.split()))
            elif predicate == LEX + "includes":
                included.append((path, local_name(subject.value), local_name(value.value)))
                words.setdefault(local_name(subject.value), set())
    for path, owner, part in included:
        if part not in words:
            raise OntologyError(
                f"lex:{owner} includes lex:{part}, and there is no such class of words.",
                place=path.name,
                advice=f'Define it: lex:{part} lex:word "…" .',
            )
    growing = True
    while growing:
        growing = False
        for _, owner, part in included:
            if not words[part] <= words[owner]:
                words[owner] |= words[part]
                growing = True
    return words


def local_name(iri: str) -> str:
    """Give what stands behind the # of an IRI."""
    return iri.rpartition("#")[2]
