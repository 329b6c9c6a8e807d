"""Reads the predicates, their classes and their mapping to PLOVER and CAMEO out of diplomacy.ttl."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.model import BASE
from kg.ontology.files import ontology_file

DIP = f"{BASE}ontology#"
PLOVER = f"{BASE}plover#"
CAMEO = f"{BASE}cameo#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

KIND_CLASS = MappingProxyType(
    {
        "person": f"{DIP}Person",
        "state": f"{DIP}State",
        "organisation": f"{DIP}Organisation",
        "group": f"{DIP}Group",
        "place": f"{DIP}Place",
    }
)

Facts = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Predicate:
    """One way in which two actors deal with each other.

    `domain` and `range` are the kinds of actor that may be subject and object; `parent` is the next more
    general predicate; `accompanies` are predicates that may tell of the same occasion, and less of it, without
    being more general; `score` runs from -10 (conflict) to +10 (cooperation); `link_days` is how long after the
    event a report without a date may appear and still be held to tell of it.
    """

    name: str
    label: str
    definition: str
    example: str
    class_: str
    parent: str | None
    symmetric: bool
    domain: tuple[str, ...]
    range: tuple[str, ...]
    plover: str
    mode: str | None
    cameo: str
    quad: str
    score: float
    accompanies: frozenset[str] = frozenset()
    link_days: int = 14

    @property
    def iri(self) -> str:
        return f"{DIP}{self.name}"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All predicates by name, and the fifteen classes by name with their definitions."""

    predicates: Mapping[str, Predicate]
    classes: Mapping[str, str]

    def ancestors(self, name: str) -> Iterator[str]:
        """Give the predicate itself, then each more general one."""
        seen: set[str] = set()
        current: str | None = name
        while current is not None and current not in seen:
            seen.add(current)
            yield current
            known = self.predicates.get(current)
            current = known.parent if known else None

    def covers(self, general: str, specific: str) -> bool:
        """Tell whether whatever is `specific` is also `general`; a predicate covers itself."""
        return general in self.ancestors(specific)

    def accompany(self, one: str, other: str) -> bool:
        """Tell whether two predicates, neither the more general, may tell of one occasion."""
        return any(
            b in known.accompanies
            for a, b in ((one, other), (other, one))
            if (known := self.predicates.get(a)) is not None
        )


def load_vocabulary(*extra: Path) -> Vocabulary:
    """Load diplomacy.ttl, and after it the Turtle files that a user adds to it.

    Raises OntologyError where a file is not Turtle or a predicate lacks what it needs.
    """
    return _load(tuple(Path(path) for path in extra))


@functools.lru_cache(maxsize=8)
def _load(extra: tuple[Path, ...]) -> Vocabulary:
    facts = _facts((ontology_file("diplomacy.ttl"), *extra))
    classes = {
        (_first(about, SKOS, "notation") or _local(iri)): _first(about, SKOS, "definition") or ""
        for iri, about in facts.items()
        if _first(about, SKOS, "notation") and f"{OWL}Class" in about.get(f"{RDF}type", ())
    }
    relations = [iri for iri, about in facts.items() if f"{DIP}Relation" in about.get(f"{RDF}type", ())]
    predicates = (_predicate(iri, facts) for iri in relations if iri.startswith(DIP))
    return Vocabulary(MappingProxyType({p.name: p for p in predicates}), MappingProxyType(classes))


def _facts(paths: Iterable[Path]) -> Facts:
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in paths:
        try:
            for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                values = found[_value(quad.subject)][quad.predicate.value]
                if (value := _value(quad.object)) not in values:
                    values.append(value)
        except SyntaxError as error:
            raise OntologyError(f"not valid Turtle: {error.msg}.", place=f"{path}:{error.lineno}") from error
        except OSError as error:
            raise OntologyError(f"cannot be read: {error.strerror or error}.", place=str(path)) from error
    return {iri: {name: tuple(values) for name, values in about.items()} for iri, about in found.items()}


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return "" if isinstance(term, ox.Triple) else term.value


def _predicate(iri: str, facts: Facts) -> Predicate:
    about = facts[iri]

    def need(space: str, name: str) -> str:
        value = _first(about, space, name)
        if value is None:
            raise OntologyError(
                f"the predicate dip:{_local(iri)} has no {name}.",
                place="vocabulary",
                advice="Add it; `kg validate` checks a vocabulary before it is used.",
            )
        return value

    def number(text: str) -> float:
        try:
            return float(text)
        except ValueError:
            raise OntologyError(f"the figure {text!r} of dip:{_local(iri)} is no number.", place="vocabulary") from None

    class_iri = need(DIP, "class")
    parents = [_local(p) for p in about.get(f"{RDFS}subPropertyOf", ()) if p.startswith(DIP)]
    mode = _first(about, DIP, "mode")
    return Predicate(
        name=_local(iri),
        label=need(RDFS, "label"),
        definition=need(SKOS, "definition"),
        example=_first(about, SKOS, "example") or "",
        class_=_first(facts.get(class_iri, {}), SKOS, "notation") or _local(class_iri).upper(),
        parent=parents[0] if parents else None,
        symmetric=f"{OWL}SymmetricProperty" in about.get(f"{RDF}type", ()),
        domain=_kinds(need(RDFS, "domain"), facts),
        range=_kinds(need(RDFS, "range"), facts),
        plover=_local(need(DIP, "plover")),
        mode=_local(mode).partition("-")[2] or None if mode else None,
        cameo=_local(need(DIP, "cameo")),
        quad=_first(facts.get(need(DIP, "quad"), {}), RDFS, "label") or _local(need(DIP, "quad")),
        score=number(need(DIP, "score")),
        link_days=int(number(_first(about, DIP, "linkDays") or "14")),
        accompanies=frozenset(_local(other) for other in about.get(f"{DIP}mayAccompany", ())),
    )


def _kinds(class_iri: str, facts: Facts) -> tuple[str, ...]:
    return tuple(kind for kind, iri in KIND_CLASS.items() if class_iri in _superclasses(iri, facts))


def _superclasses(iri: str, facts: Facts) -> set[str]:
    found, waiting = {iri}, [iri]
    while waiting:
        for parent in facts.get(waiting.pop(), {}).get(f"{RDFS}subClassOf", ()):
            if parent not in found:
                found.add(parent)
                waiting.append(parent)
    return found


def _first(about: Mapping[str, tuple[str, ...]], space: str, name: str) -> str | None:
    values = about.get(space + name, ())
    return values[0] if values else None


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]
