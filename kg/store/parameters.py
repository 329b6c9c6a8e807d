"""Gives the variables of a query their values, by writing the terms where the variables stand."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

import pyoxigraph as ox

from kg.errors import QueryError
from kg.store.terms import PREFIXES
from kg.store.tokens import Token, first_keyword

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Parameter = Term | str | int | float | bool | datetime.date

_AFTER_HAVING = ("ORDER", "LIMIT", "OFFSET", "VALUES")
_CURIE = re.compile(r"([A-Za-z][\w-]*):(\S+)")


def parameter_term(value: Parameter) -> Term:
    """Turn a Python value into a term: prefixed names and IRIs into nodes, all else into literals.

    >>> parameter_term("id:Donald_Trump").value
    'https://w3id.org/dragoman/id/Donald_Trump'
    """
    if isinstance(value, bool | int | float):
        return ox.Literal(value)
    if isinstance(value, datetime.date):
        return ox.Literal(value.isoformat()[:10], datatype=ox.NamedNode(f"{PREFIXES['xsd']}date"))
    if not isinstance(value, str):
        return value
    curie = _CURIE.fullmatch(value)
    if curie and curie[1] in PREFIXES:
        return _node(PREFIXES[curie[1]] + curie[2], value)
    if value.startswith(("http://", "https://", "urn:")):
        return _node(value, value)
    return ox.Literal(value)


def put(query: str, found: Sequence[Token], values: Mapping[str, Term], *, place: str = "query") -> str:
    """Write the query with terms for variables; those that it also selects or groups by stay visible.

    Within the pattern each variable becomes its term; outside it the variable is kept and bound to the term.
    QueryError where a query assigns the variable itself.
    """
    opening, closing = _pattern(found)
    pieces: list[str] = []
    position, depth = 0, 0
    outside: set[str] = set()
    inner_select = everything = having = False
    for index, token in enumerate(found):
        depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "mark" else 0
        if token.kind == "word" and token.text.upper() == "SELECT" and depth:
            inner_select = True
        elif token.text == "{" or (token.kind == "word" and token.text.upper() == "WHERE"):
            inner_select = False
        everything = everything or (token.text == "*" and depth == 0 and index < opening)
        if index == closing:
            shown = [name for name in values if name in outside or everything or _grouped(found[index:], name)]
            pieces.append(query[position : token.start])
            pieces.extend(f" BIND({values[name]} AS ?{name}) " for name in shown)
            position = token.start
        if token.kind == "word" and depth == 0:
            having = token.text.upper() == "HAVING" or (having and token.text.upper() not in _AFTER_HAVING)
        if token.kind != "variable" or token.text[1:] not in values:
            continue
        name = token.text[1:]
        if depth == 0 and not having:
            outside.add(name)
            continue
        before = found[index - 1].text.upper() if index else ""
        if inner_select or before in ("AS", "VALUES"):
            raise QueryError(
                f"line {token.line}, column {token.column}: the query itself gives ?{name} its values.",
                place=place,
                advice="Name the parameter otherwise.",
                line=token.line,
                column=token.column,
            )
        pieces += [query[position : token.start], str(values[name])]
        position = token.start + len(token.text)
    return "".join((*pieces, query[position:]))


def _pattern(found: Sequence[Token]) -> tuple[int, int]:
    """Give the positions of the braces around the WHERE pattern; (-1, -1) where there is none."""
    begin = first_keyword(list(found))
    template = begin is not None and begin.text.upper() == "CONSTRUCT"
    depth = parentheses = 0
    opening = -1
    for index, token in enumerate(found):
        if token.kind != "mark":
            continue
        parentheses += {"(": 1, ")": -1}.get(token.text, 0)
        if token.text == "{":
            if depth == 0 and parentheses == 0 and opening < 0:
                if template and found[index - 1] is begin:
                    template = False
                else:
                    opening = index
            depth += 1
        elif token.text == "}":
            depth -= 1
            if depth == 0 and opening >= 0 and parentheses == 0:
                return opening, index
    return -1, -1


def _grouped(rest: Sequence[Token], name: str) -> bool:
    """Whether what follows the pattern groups or orders by the variable; HAVING gets the term itself."""
    having = False
    for token in rest:
        if token.kind == "word":
            having = token.text.upper() == "HAVING" or (having and token.text.upper() not in _AFTER_HAVING)
        elif token.kind == "variable" and token.text[1:] == name and not having:
            return True
    return False


def _node(iri: str, given: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"{given!r} is no IRI.", place="parameter") from error
