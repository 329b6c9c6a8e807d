"""Loads the lexicon: how each predicate is worded, and the word classes that the rules of extraction read.

The notation of a wording, in one line: `S` who acts, `O` whom it concerns, the rest lemmas; `a|b` alternatives,
`(x)` optional. docs/extending.md tells it in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal as OneOf
from typing import get_args

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.model import BASE, Kind
from kg.ontology.files import ontology_file

LEX = BASE + "lexicon#"
DIP = BASE + "ontology#"

_FILES = (
    "words",
    "consult",
    "agree",
    "support",
    "cooperate",
    "aid",
    "yield",
    "request",
    "accuse",
    "reject",
    "threaten",
    "protest",
    "sanction",
    "mobilize",
    "coerce",
    "assault",
)
_KINDS = frozenset(get_args(Kind))
_WORD = r"[^\W\d_A-Z][\w'’.-]*|\d[\w-]*"
_LITERAL = re.compile(rf"(?:{_WORD})(?:\|(?:{_WORD}))*")
_SLOT = re.compile(r"(S&O|S|O)(?::([a-z|]+))?")

Part = OneOf["verb", "noun"]


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a predicate: "S impose sanction on O" (verb) or "visit of S to O" (noun)."""

    predicate: str
    pattern: str
    part: Part
    light: tuple[str, ...] = ()
    """Verbs that make this noun an event of their subject, beyond the general ones."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All wordings, in the order of the files, and the word classes by name."""

    wordings: tuple[Wording, ...]
    words: Mapping[str, frozenset[str]]


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """Read the shipped lexicon and, after it, the Turtle files of a user.

    A user's file adds wordings and words; the same pattern for another predicate replaces the shipped one.
    Raises OntologyError naming the file and the wording where one is malformed.
    """
    return _shipped() if not extra else _load((*_shipped_files(), *extra))


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    return _load(_shipped_files())


def _shipped_files() -> tuple[Path, ...]:
    return tuple(ontology_file(f"lexicon/{name}.ttl") for name in _FILES)


def _load(paths: Iterable[Path]) -> Lexicon:
    wordings: dict[tuple[Part, str], Wording] = {}
    words: dict[str, set[str]] = {}
    for path in paths:
        triples = _triples(path)
        for wording in _wordings(path, triples):
            wordings[wording.part, wording.pattern] = wording
        for subject, predicate, value in triples:
            if predicate == LEX + "word" and isinstance(value, ox.Literal) and isinstance(subject, ox.NamedNode):
                words.setdefault(_local(subject.value), set()).add(value.value)
    return Lexicon(
        wordings=tuple(wordings.values()),
        words=MappingProxyType({name: frozenset(words[name]) for name in sorted(words)}),
    )


Triple = tuple[ox.NamedNode | ox.BlankNode, str, ox.NamedNode | ox.BlankNode | ox.Literal]


def _triples(path: Path) -> list[Triple]:
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


def _wordings(path: Path, triples: Sequence[Triple]) -> Iterator[Wording]:
    described: dict[str, list[tuple[str, str]]] = {}
    for subject, predicate, value in triples:
        if isinstance(subject, ox.BlankNode) and isinstance(value, ox.Literal):
            described.setdefault(subject.value, []).append((predicate, value.value))
    for subject, predicate, value in triples:
        part: Part
        if predicate == LEX + "verb":
            part = "verb"
        elif predicate == LEX + "noun":
            part = "noun"
        else:
            continue
        pattern = ""
        light: tuple[str, ...] = ()
        if isinstance(value, ox.Literal):
            pattern = value.value
        elif isinstance(value, ox.BlankNode):
            about = described.get(value.value, [])
            pattern = next((text for name, text in about if name == LEX + "pattern"), "")
            light = tuple(sorted(text for name, text in about if name == LEX + "light"))
        pattern = " ".join(pattern.split())
        place = f"{path.name}, wording {pattern!r}"
        if not isinstance(subject, ox.NamedNode) or not subject.value.startswith(DIP):
            raise OntologyError(
                "a wording must belong to a predicate of the ontology.",
                place=place,
                advice=f"Write it under dip:…, where dip: is {DIP}.",
            )
        fault = _fault(pattern, part)
        if fault:
            raise OntologyError(fault, place=place, advice="See docs/extending.md for the notation.")
        yield Wording(_local(subject.value), pattern, part, light)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _fault(pattern: str, part: Part) -> str:
    """Say what is wrong with a pattern, in a sentence; "" where nothing is."""
    tokens = pattern.split()
    if not tokens:
        return "the wording is empty."
    slots: list[str] = []
    for place, token in enumerate(tokens):
        slot = _SLOT.fullmatch(token)
        if slot:
            unknown = sorted(set((slot[2] or "").split("|")) - _KINDS - {""})
            if unknown:
                return f"{unknown[0]!r} is no kind of actor; the kinds are {', '.join(sorted(_KINDS))}."
            slots.append(slot[1])
            continue
        optional = token.startswith("(") and token.endswith(")")
        literal = token[1:-1] if optional else token
        if not _LITERAL.fullmatch(literal):
            return f"{token!r} is neither a slot (S, O, S&O) nor lower-case lemmas."
        if optional and place == (1 if part == "verb" else 0):
            return f"the first word, {token!r}, cannot be optional."
    together = slots.count("S&O")
    if slots.count("S") + together != 1:
        return "the wording must have exactly one S or S&O."
    if slots.count("O") != (0 if together else 1):
        return "S&O stands for both sides, so there is no O beside it." if together else "the wording must have one O."
    if part == "verb":
        if not tokens[0].startswith("S"):
            return "a verb wording must begin with S or S&O."
        if len(tokens) == 1 or _SLOT.fullmatch(tokens[1]):
            return "a verb must follow S."
    elif _SLOT.fullmatch(tokens[0]):
        return "a noun wording must begin with the noun."
    return ""
