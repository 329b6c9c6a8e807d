"""The library of named queries: the files of kg/store/queries, each a query with its parameters."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import QueryError
from kg.model import slug
from kg.store.actor_names import actor_iri
from kg.store.answer import Answer
from kg.store.asking import ask
from kg.store.backend import Backend
from kg.store.parameters import Parameter, Term, parameter_term
from kg.store.terms import ARTICLE, date

_FOLDER = Path(__file__).parent / "queries"
_PARAMETER = re.compile(r"# (?P<name>\w+) \((?P<kind>\w+)(?:, (?P<default>[^)]+))?\): (?P<meaning>.+)")


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """One parameter: its kind (actor, article, date, number) and its default, where it has one."""

    name: str
    kind: str
    default: str | None
    meaning: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the library: what it tells, and what it needs to be told."""

    name: str
    title: str
    parameters: tuple[QueryParameter, ...]
    sparql: str

    @property
    def usage(self) -> str:
        """How to call it: `timeline actor=… [since=…]`."""
        shown = (f"{p.name}=…" if p.default is None else f"[{p.name}=…]" for p in self.parameters)
        return " ".join((self.name, *shown))


@functools.lru_cache(maxsize=1)
def named_queries() -> Mapping[str, NamedQuery]:
    """Give all queries of the library by name."""
    return MappingProxyType({path.stem: _read(path) for path in sorted(_FOLDER.glob("*.rq"))})


def ask_named(backend: Backend, name: str, given: Mapping[str, Parameter]) -> Answer:
    """Answer a query of the library; parameters may be text, as a command line gives them.

    Raises QueryError where the query or a parameter is unknown, missing or malformed, and ActorError where
    an actor is.
    """
    query = named_queries().get(name)
    if query is None:
        close = difflib.get_close_matches(name, named_queries(), n=1)
        raise QueryError(
            f"there is no query {name!r}.{f' Did you mean {close[0]}?' if close else ''}",
            place="query",
            advice=f"There are {', '.join(named_queries())}.",
        )
    known = [parameter.name for parameter in query.parameters]
    for key in given:
        if key not in known:
            raise QueryError(f"it has no parameter {key!r}.", place=name, advice=f"Use it as: {query.usage}")
    values: dict[str, Term] = {}
    for parameter in query.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            raise QueryError(
                f"the parameter {parameter.name} is missing ({parameter.meaning}).",
                place=name,
                advice=f"Use it as: {query.usage}",
            )
        values[parameter.name] = _value(backend, parameter, value, name)
    return ask(backend, query.sparql, values, place=name)


def _value(backend: Backend, parameter: QueryParameter, value: Parameter, query: str) -> Term:
    if not isinstance(value, str):
        return parameter_term(value)
    if parameter.kind == "actor":
        return ox.NamedNode(actor_iri(backend, value))
    if parameter.kind == "article":
        term = parameter_term(value)
        return term if isinstance(term, ox.NamedNode) else ox.NamedNode(f"{ARTICLE}{slug(value)}")
    if parameter.kind == "date" and (day := date(value)) is not None:
        return day
    if parameter.kind == "number" and re.fullmatch(r"-?\d+", value):
        return ox.Literal(int(value))
    wanted = {"date": "a date such as 2025-05-20", "number": "a whole number"}.get(parameter.kind, parameter.kind)
    raise QueryError(f"{parameter.name} must be {wanted}, not {value!r}.", place=query)


def _read(path: Path) -> NamedQuery:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("# ")]
    found = [_PARAMETER.fullmatch(line) for line in head[1:]]
    parameters = tuple(QueryParameter(p["name"], p["kind"], p["default"], p["meaning"]) for p in found if p)
    sparql = "\n".join(line for line in lines if not line.startswith("# ")) + "\n"
    return NamedQuery(path.stem, head[0].removeprefix("# "), parameters, sparql)
