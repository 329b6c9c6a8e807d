"""What words mean is told by the lexicon: rules in Python name closed classes, labels of the parser and predicates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import kg.extract
from kg.extract.grammar import CLOSED
from kg.model import Kind, Status
from kg.ontology import load_lexicon, load_vocabulary

CODE = Path(kg.extract.__file__).parent
LEXICON = CODE.parent.parent / "ontologies" / "lexicon"
FEWEST = 3
"""So many words of content in one collection are a word class; one or two are a rule about that very word."""

APART = {
    "grammar.py": "the closed classes themselves",
    "dates": "the wordings of dates are a grammar of their own: months, weekdays, units of time",
}
"""Files and folders that are not looked at, each with the reason."""

ALLOWED = {
    ("asides.py", "tag"): "attributes of a token",
    ("pipeline.py", "transformer"): "factories of spaCy",
    ("components.py", "events"): "fields of a record",
    ("components.py", "subjects"): "fields of a record",
    ("jsonl.py", "iri"): "fields of a row",
    ("jsonl.py", "event"): "fields of a row",
    ("jsonl.py", "id"): "fields of a row",
    ("masking.py", "nato"): "what the parser sees for a mention; no text is searched for it",
    ("quotes.py", "double"): "kinds of quotation",
    ("quotes.py", "em"): "what an apostrophe may stand for",
    ("quotes.py", "morning"): "greetings of a transcript: layout, as boilerplate is",
    ("quotes.py", "hello"): "greetings of a transcript: layout, as boilerplate is",
    ("sentences.py", "jan"): "short forms of months",
    ("stops.py", "jan"): "short forms of months",
    ("stops.py", "mon"): "weekdays",
    ("stops.py", "standard"): "names of time zones",
    ("turns.py", "de"): "small words in the label of a transcript: layout",
    ("turns.py", "question"): "labels of a transcript: layout",
    ("turns.py", "mr"): "labels of a transcript: layout",
    ("turns.py", "vice"): "labels of a transcript: layout",
    ("turns.py", "taoiseach"): "labels of a transcript: layout",
    ("turns.py", "minister"): "labels of a transcript: layout",
    ("turns.py", "president"): "labels of a transcript: layout",
    ("turns.py", "speaker"): "labels of a transcript: layout",
    ("turns.py", "al"): "small words in the label of a transcript: layout",
}
"""Collections by file and first word, each with the reason why it is no word class."""

RECORDS = frozenset(
    {*get_args(Kind), *get_args(Status), "people", "adjective", "role", "organ", "name", "alias", "metonym", "date"}
)
"""Kinds of actors, mentions and forms, and the status of events: values of our own records."""

_ALTERNATIVES = re.compile(r"[^\W\d_][\w'’-]*(?:\|[^\W\d_][\w'’-]*)+")


def collections(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Give the words of each literal collection, split string and group of alternatives, with its line."""
    named = {
        id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "__all__"
    }
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        elements: list[ast.expr | None] = []
        if isinstance(node, ast.Set | ast.List | ast.Tuple) and id(node) not in named:
            elements = list(node.elts)
        elif isinstance(node, ast.Dict):
            elements = list(node.keys)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            text = node.func.value
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield node.lineno, text.value.split()
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            for found in _ALTERNATIVES.findall(node.value):
                yield node.lineno, found.split("|")
        words = [e.value for e in elements if isinstance(e, ast.Constant) and isinstance(e.value, str)]
        if words:
            yield node.lineno, words


def content(words: list[str]) -> list[str]:
    """Keep the words that no closed class, label, record or predicate has."""
    known = CLOSED | RECORDS | load_vocabulary().predicates.keys()
    low = dict.fromkeys(word.casefold().strip() for word in words if "@" not in word)
    return [word for word in low if word not in known and len(word) > 1 and word.replace("-", "").isalpha()]


def files() -> list[Path]:
    return [p for p in sorted(CODE.rglob("*.py")) if not set(p.relative_to(CODE).parts) & APART.keys()]


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(CODE)))
def test_no_word_class_stands_in_python(path: Path) -> None:
    """A collection of words of content is a word class of the lexicon, where a user can add to it."""
    found = []
    for line, words in collections(ast.parse(path.read_text(encoding="utf-8"))):
        told = content(words)
        if len(told) >= FEWEST and (path.name, told[0]) not in ALLOWED:
            found.append(f"line {line}: {' '.join(told)}")
    assert not found, "put these into ontologies/lexicon/ (docs/decisions/0018-words-in-the-lexicon.md)"


def test_every_exception_is_still_needed() -> None:
    """The collections that may stand in Python are there."""
    there = set()
    for path in files():
        for _, words in collections(ast.parse(path.read_text(encoding="utf-8"))):
            told = content(words)
            if len(told) >= FEWEST:
                there.add((path.name, told[0]))
    assert there == ALLOWED.keys()


def asked_for() -> set[str]:
    """Names by which the rules ask for word classes, traits and what they are made of."""
    names: set[str] = set()
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
                names.add(str(node.slice.value))
            elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in ASKING:
                names.update(str(a.value) for a in node.args if isinstance(a, ast.Constant))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("@"):
                names.add(node.value[1:])
    return names


ASKING = ("words", "folded", "literal_among")
"""Functions that take the name of a word class."""


def test_every_class_is_read() -> None:
    """A word class is read by a rule, by a wording (@arm) or by a class that is; a trait by a rule."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(LEXICON.glob("*.ttl")))
    read = asked_for() | set(re.findall(r"@([a-zA-Z]+)", re.sub(r'"@en', '"', text)))
    includes = {
        owner: set(re.findall(r"lex:(\w+)", " ".join(re.findall(r"lex:includes([^;.]*)", body))))
        for owner, body in re.findall(r"^lex:(\w+)((?:[^\".]|\"(?:[^\"\\]|\\.)*\")*) \.$", text, re.MULTILINE)
    }
    for owner in sorted(includes, key=lambda name: name == "common"):
        if owner in read and owner != "common":
            read |= includes[owner]
    lexicon = load_lexicon()
    assert sorted({*lexicon.words, *lexicon.traits} - read) == []


def test_every_class_that_a_rule_asks_for_is_there() -> None:
    """The rules ask for no word class or trait that the lexicon does not have."""
    lexicon = load_lexicon()
    subscripts = set()
    for path in files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
                if not isinstance(node.slice.value, str):
                    continue
                holder = ast.unparse(node.value)
                if re.search(r"(words|vocabulary|_like|predicates|lexis|traits)(_of)?(\(.*\))?$", holder):
                    subscripts.add(node.slice.value)
    assert sorted(subscripts - {*lexicon.words, *lexicon.traits}) == []
    assert len(subscripts) > 100
