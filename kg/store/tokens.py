"""Cuts a SPARQL query into tokens, far enough to know keywords from strings, comments and IRIs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple


class Token(NamedTuple):
    """A piece of a query: its kind, its text, where it begins (line and column from 1), and its offset."""

    kind: str
    text: str
    line: int
    column: int
    start: int


_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<comment>\#[^\n\r]*)
    | (?P<string>\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>(?:[^\W\d_][\w.-]*(?<!\.))?:(?:[\w:.%-]|\\[_~.\-!$&'()*+,;=/?\#@%])*(?<!\.)|_:[\w.-]+)
    | (?P<word>[^\W\d]\w*)
    | (?P<number>\d[\w.]*)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_BEGINNINGS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")


def tokens(query: str) -> Iterator[Token]:
    """Give the tokens of a query, spaces and comments left out.

    >>> [t.text for t in tokens('ASK { ?s a "SERVICE" } # LOAD')]
    ['ASK', '{', '?s', 'a', '"SERVICE"', '}']
    """
    line, line_start = 1, 0
    for found in _TOKEN.finditer(query):
        kind, value = found.lastgroup or "mark", found.group()
        if kind not in ("space", "comment"):
            yield Token(kind, value, line, found.start() - line_start + 1, found.start())
        if breaks := value.count("\n"):
            line += breaks
            line_start = found.start() + value.rfind("\n") + 1


def unescaped(query: str) -> str:
    r"""Resolve \u and \U escapes, also those that only resolving brings about, so that none hides a keyword.

    >>> unescaped(r"SERV\u0049CE"), unescaped(r"\u005Cu0041")
    ('SERVICE', 'A')
    """

    def resolved(found: re.Match[str]) -> str:
        code = int(found[1] or found[2], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]

    while (shorter := _ESCAPE.sub(resolved, query)) != query:
        query = shorter
    return query


def first_keyword(found: list[Token]) -> Token | None:
    """Give the word with which a query begins, after its BASE and PREFIX lines."""
    position = 0
    while position < len(found):
        token = found[position]
        word = token.text.upper()
        if token.kind == "word" and word == "BASE":
            position += 2
        elif token.kind == "word" and word == "PREFIX":
            position += 3
        else:
            return token
    return None


def declared_prefixes(found: list[Token]) -> set[str]:
    """Give the prefixes that the query itself declares, without their colon."""
    return {
        name.text.rstrip(":")
        for keyword, name in itertools.pairwise(found)
        if keyword.kind == "word" and keyword.text.upper() == "PREFIX" and name.kind == "name"
    }


def reads_only(word: str) -> bool:
    return word.upper() in _BEGINNINGS
