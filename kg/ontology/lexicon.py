"""Loads the lexicon: how each predicate is worded, and the word classes that the rules of extraction read.

The notation of a wording, in short: `S` who acts, `O` whom it concerns, the rest lemmas; `a|b` alternatives, `(x)`
optional, `{a b|c}` alternatives of several words, `@arm` all words of lex:arm. docs/extending.md tells it in full.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal as OneOf
from typing import get_args

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.model import BASE, Kind
from kg.ontology.files import ontology_file
from kg.ontology.vocabulary import load_vocabulary
from kg.ontology.word_classes import LEX, Triple, local_name, read_triples, word_classes

DIP = BASE + "ontology#"
IDLE = LEX + "idle"

_FILES = (
    "words",
    "traits",
    "reference",
    "parties",
    "names",
    "stops",
    "control",
    "status",
    "speech",
    "stances",
    "consult",
    "agree",
    "support",
    "cooperate",
    "aid",
    "yield",
    "request",
    "accuse",
    "blame",
    "reject",
    "threaten",
    "protest",
    "sanction",
    "mobilize",
    "coerce",
    "assault",
)
_KINDS = frozenset(get_args(Kind)) | {"force", "goods", "official"}
_WORD = r"[^\W\d_A-Z][\w'’.-]*|\d[\w-]*"
_LITERAL = re.compile(rf"(?:{_WORD})(?:\|(?:{_WORD}))*")
_SLOT = re.compile(r"(S&O|S|O|X)(?::([a-z|]+))?")
_SET = re.compile(r"@(\w+)")
_BRACES = re.compile(r"\{([^{}]*)\}")

Part = OneOf["verb", "noun"]
Sets = Mapping[str, frozenset[str]]


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
    words: Sets
    idle: tuple[Wording, ...] = ()
    """Wordings that tell no event ("S meet target of O"): where one is the most telling, nothing happened."""
    acts: Sets = field(default_factory=dict)
    """Nouns that take up an act told before ("the raid"), each with the predicates that it can stand for."""
    traits: Sets = field(default_factory=dict)
    """Ways in which predicates are read alike ("inPerson"), each with the predicates that are."""


def load_lexicon(extra: Sequence[Path] = ()) -> Lexicon:
    """Read the shipped lexicon and, after it, the Turtle files of a user.

    A user's file adds wordings and words; the same pattern for another predicate replaces the shipped one.
    Raises OntologyError naming the file and the wording where one is malformed.
    """
    return _load(tuple(Path(path) for path in extra)) if extra else _shipped()


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    return _load(())


def _load(extra: tuple[Path, ...]) -> Lexicon:
    paths = (*(ontology_file(f"lexicon/{name}.ttl") for name in _FILES), *extra)
    files = [(path, read_triples(path)) for path in paths]
    known = load_vocabulary(*extra).predicates
    words = word_classes(files)
    wordings: dict[tuple[Part, str], Wording] = {}
    for path, triples in files:
        for wording in _wordings(path, triples, words, known):
            wordings[wording.part, wording.pattern] = wording
    return Lexicon(
        wordings=tuple(w for w in wordings.values() if w.predicate),
        words=_frozen(words),
        idle=tuple(w for w in wordings.values() if not w.predicate),
        acts=_acts(files, known),
        traits=_traits(files, known),
    )


def _acts(files: Sequence[tuple[Path, Sequence[Triple]]], known: Container[str]) -> Sets:
    """Gather the nouns that take up an act told before, each with the predicates of that act."""
    acts: dict[str, set[str]] = {}
    for path, triples in files:
        for subject, predicate, value in triples:
            if predicate == LEX + "takenUpBy" and isinstance(value, ox.Literal):
                name = _predicate(subject.value, known, f"{path.name}, {value.value!r}")
                acts.setdefault(value.value, set()).add(name)
    return _frozen(acts)


def _traits(files: Sequence[tuple[Path, Sequence[Triple]]], known: Container[str]) -> Sets:
    """Gather the predicates that each trait holds for."""
    traits: dict[str, set[str]] = {}
    for path, triples in files:
        for subject, predicate, value in triples:
            if predicate == LEX + "holdsFor":
                trait = local_name(subject.value)
                traits.setdefault(trait, set()).add(_predicate(value.value, known, f"{path.name}, lex:{trait}"))
    return _frozen(traits)


def _frozen(sets: Mapping[str, set[str]]) -> Sets:
    return MappingProxyType({name: frozenset(sets[name]) for name in sorted(sets)})


def _predicate(owner: str, known: Container[str], place: str) -> str:
    """Give the name of the predicate that a wording or a noun stands under; raises OntologyError where it is none."""
    name = local_name(owner)
    if not owner.startswith(DIP) or name not in known:
        raise OntologyError(
            f"a wording must belong to a predicate of the ontology; {owner} is none.",
            place=place,
            advice=f"Write it under dip:…, where dip: is {DIP}, or define the predicate in your file.",
        )
    return name


def _wordings(
    path: Path, triples: Sequence[Triple], words: Mapping[str, set[str]], known: Container[str]
) -> Iterator[Wording]:
    described: dict[str, list[tuple[str, str]]] = {}
    for subject, predicate, value in triples:
        if isinstance(subject, ox.BlankNode) and isinstance(value, ox.Literal):
            described.setdefault(subject.value, []).append((predicate, value.value))
    for subject, predicate, value in triples:
        if predicate not in (LEX + "verb", LEX + "noun"):
            continue
        part: Part = "verb" if predicate == LEX + "verb" else "noun"
        written = ""
        light: tuple[str, ...] = ()
        if isinstance(value, ox.Literal):
            written = value.value
        elif isinstance(value, ox.BlankNode):
            about = described.get(value.value, [])
            written = next((text for key, text in about if key == LEX + "pattern"), "")
            light = tuple(sorted(text for key, text in about if key == LEX + "light"))
        place = f"{path.name}, wording {written!r}"
        owner = subject.value
        name = "" if owner == IDLE else _predicate(owner, known, place)
        for pattern in _expanded(written, words, place):
            fault = _fault(pattern, part)
            if fault:
                raise OntologyError(fault, place=place, advice="See docs/extending.md for the notation.")
            yield Wording(name, pattern, part, light)


def _expanded(written: str, words: Mapping[str, set[str]], place: str) -> Iterator[str]:
    """Replace sets by their words, and give one pattern for each alternative of several words in braces."""

    def members(match: re.Match[str]) -> str:
        if match[1] not in words:
            raise OntologyError(
                f"there is no set of words {match[0]}.",
                place=place,
                advice=f'Define it: lex:{match[1]} lex:word "…" .',
            )
        return "|".join(sorted(words[match[1]]))

    pieces = _BRACES.split(_SET.sub(members, written))
    choices: list[list[str]] = []
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            choices.append([piece])
            continue
        alternatives = [" ".join(alternative.split()) for alternative in piece.split("|")]
        single = "|".join(a for a in alternatives if " " not in a)
        choices.append([*([single] if single else []), *(a for a in alternatives if " " in a)])
    for chosen in itertools.product(*choices):
        yield " ".join("".join(chosen).split())


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
            if slot[1] == "X" and (place or part != "verb"):
                return "X, who is no party to it, can only be the subject of a verb wording."
            continue
        if token == "..." and "to" in tokens[max(0, place - 2) : place] and place == len(tokens) - 2:
            continue
        optional = token.startswith("(") and token.endswith(")")
        literal = token[1:-1] if optional else token
        if not _LITERAL.fullmatch(literal):
            return f"{token!r} is neither a slot (S, O, S&O, X) nor lower-case lemmas."
        if optional and place == (1 if part == "verb" else 0):
            return f"the first word, {token!r}, cannot be optional."
    together = slots.count("S&O")
    if slots.count("S") + together != 1:
        return "the wording must have exactly one S or S&O."
    if slots.count("O") != (0 if together else 1):
        return "S&O stands for both sides, so there is no O beside it." if together else "the wording must have one O."
    if part == "verb":
        if not _SLOT.fullmatch(tokens[0]):
            return "a verb wording must begin with S, S&O, O or X."
        if len(tokens) == 1 or _SLOT.fullmatch(tokens[1]):
            return f"a verb must follow {tokens[0]}."
    elif _SLOT.fullmatch(tokens[0]):
        return "a noun wording must begin with the noun."
    return ""
