"""Asks a SPARQL query: refuses what reaches out or writes, and says of a wrong query what was meant."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.ontology.files import ontology_file
from kg.store.answer import Answer
from kg.store.backend import Backend
from kg.store.parameters import Parameter, parameter_term, put
from kg.store.terms import DIP, PREFIXES
from kg.store.tokens import UPDATES, Token, declared_prefixes, first_keyword, reads_only, tokens, unescaped

_AT = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def ask(backend: Backend, sparql: str, parameters: Mapping[str, Parameter], *, place: str = "query") -> Answer:
    """Answer a query; `parameters` give variables their values.

    Raises QueryError with line and column where the query is wrong, reaches out (SERVICE) or would write.
    """
    sparql = unescaped(sparql)
    found = list(tokens(sparql))
    refuse(found, place)
    bound = {name: parameter_term(value) for name, value in parameters.items()}
    known = {token.text[1:] for token in found if token.kind == "variable"}
    for name in bound:
        if name not in known:
            raise QueryError(f"the query has no variable ?{name} to put a value to.{_meant(name, known)}", place=place)
    filled = put(sparql, found, bound, place=place) if bound else sparql
    try:
        result = backend.query(filled)
    except SyntaxError as error:
        raise wrong_query(error, found, place) from error
    except (OSError, RuntimeError) as error:
        raise StoreError(f"the query could not be answered: {error}.", place=backend.place) from error
    _check_terms(backend, found, place)
    return Answer(result, lambda: backend.query(filled))


def refuse(found: list[Token], place: str) -> None:
    """Refuse a query that would write, or fetch something from elsewhere."""
    begin = first_keyword(found)
    if begin is None:
        raise QueryError("the query is empty.", place=place, advice="A query begins with SELECT, ASK or CONSTRUCT.")
    if begin.text.upper() in UPDATES and begin.kind == "word":
        raise QueryError(
            f"{_where(begin)}: {begin.text.upper()} writes, and queries here only read.",
            place=place,
            advice="Articles change the graph: `kg build` and `kg remove`.",
            line=begin.line,
            column=begin.column,
        )
    if begin.kind != "word" or not reads_only(begin.text):
        raise QueryError(
            f"{_where(begin)}: a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, "
            f"not with {begin.text[:40]!r}.{_meant(begin.text.upper(), _FORMS)}",
            place=place,
            line=begin.line,
            column=begin.column,
        )
    for token in found:
        if token.kind == "word" and token.text.upper() in ("SERVICE", "LOAD"):
            raise QueryError(
                f"{_where(token)}: {token.text.upper()} reaches out to another server, which is refused here.",
                place=place,
                advice="Load what you need into a graph of its own with `kg load FILE`.",
                line=token.line,
                column=token.column,
            )


def wrong_query(error: SyntaxError, found: list[Token], place: str) -> QueryError:
    """Say of a query that the engine does not understand where it is wrong, and what was meant."""
    said = _AT.match(str(error.msg))
    if said is None:
        return QueryError(f"not valid SPARQL: {error.msg}.", place=place)
    line, column = int(said[1]), int(said[2])
    if "Prefix not found" in said[3]:
        before = [t for t in found if t.kind == "name" and (t.line, t.column) <= (line, column)]
        unknown = [t for t in before if t.text.partition(":")[0] not in PREFIXES.keys() | declared_prefixes(found)]
        if unknown:
            token = unknown[-1]
            prefix = token.text.partition(":")[0]
            return QueryError(
                f"{_where(token)}: the prefix {prefix}: is not declared.{_meant(prefix, PREFIXES, after=':')}",
                place=place,
                advice=f"Predeclared are {', '.join(f'{name}:' for name in PREFIXES)}.",
                line=token.line,
                column=token.column,
            )
    wanted = said[3].removeprefix("expected ")
    short = wanted if len(wanted) < 60 and "'\\u{" not in wanted else "something else"
    at = [token for token in found if (token.line, token.column) >= (line, column)]
    got = f"{at[0].text[:40]!r}" if at else "the end of the query"
    return QueryError(
        f"line {line}, column {column}: expected {short}, found {got}.", place=place, line=line, column=column
    )


def _check_terms(backend: Backend, found: list[Token], place: str) -> None:
    """Refuse a dip: term that neither the ontology nor the store knows: it could only ever find nothing."""
    if "dip" in declared_prefixes(found):
        return
    for token in found:
        if token.kind != "name" or not token.text.startswith("dip:"):
            continue
        name = token.text.removeprefix("dip:")
        if name in ontology_terms() or "\\" in name or not name:
            continue
        used = backend.query(f"ASK {{ {{ ?s <{DIP}{name}> ?o }} UNION {{ ?s ?p <{DIP}{name}> }} }}")
        if not used:
            raise QueryError(
                f"{_where(token)}: there is no dip:{name}.{_meant(name, ontology_terms(), before='dip:')}",
                place=place,
                line=token.line,
                column=token.column,
            )


@functools.lru_cache(maxsize=1)
def ontology_terms() -> frozenset[str]:
    """Give the local names of all that the shipped vocabulary defines."""
    return frozenset(
        quad.subject.value.removeprefix(DIP)
        for quad in ox.parse(path=str(ontology_file("diplomacy.ttl")), format=ox.RdfFormat.TURTLE)
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(DIP)
    )


def _meant(name: str, known: Iterable[str], *, before: str = "", after: str = "") -> str:
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f" Did you mean {before}{close[0]}{after}?" if close else ""


def _where(token: Token) -> str:
    return f"line {token.line}, column {token.column}"
