"""The events of the development set as if they had been extracted, one extraction an article."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from kg.model import Actor, Article, Event, Extraction, Mention, Office

DEV = Path(__file__).parent.parent / "gold" / "dev"


@cache
def rows() -> tuple[dict[str, Any], ...]:
    """The gold of each article."""
    return tuple(json.loads(line) for line in (DEV / "gold.jsonl").read_text(encoding="utf-8").splitlines())


@cache
def _represents() -> dict[str, str]:
    found = {
        office["person"]: office["represents"][0] for row in rows() for office in row["offices"] if office["represents"]
    }
    states = set(found.values())
    for row in rows():
        for triple in row["triples"]:
            for names in (triple["s"], triple["o"]):
                for other in names[1:]:
                    if other in states and names[0] not in states:
                        found.setdefault(names[0], other)
    return found


def actor(names: list[str]) -> Actor:
    """Give the actor of a list of names, the canonical one first."""
    name = names[0]
    behind = _represents().get(name)
    return Actor(name, "person" if behind else "state", represents=behind if behind != name else None)


def extractions(*, grouped: bool = False) -> Iterator[Extraction]:
    """Give the gold as extractions: one event a triple, or one event for all subjects (or objects) of a clause."""
    for row in rows():
        article = Article(row["id"], " ".join(t["evidence"] for t in row["triples"]), published=row["date"])
        people = [Actor(o["person"], "person") for o in row["offices"]]
        offices = [
            Office(person, o["office"], Actor(o["represents"][0], "state") if o["represents"] else None)
            for person, o in zip(people, row["offices"], strict=True)
        ]
        yield Extraction(article, tuple(_events(row, article, grouped=grouped)), tuple(offices))


def _events(row: dict[str, Any], article: Article, *, grouped: bool) -> Iterator[Event]:
    clauses: defaultdict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for number, triple in enumerate(row["triples"]):
        key = (triple["p"], triple["evidence"], triple["status"], triple["date"], triple["o"][0])
        clauses[key if grouped else (number,)].append(triple)
    for triples in clauses.values():
        first = triples[0]
        start = article.text.index(first["evidence"])
        mention = Mention(article.id, start, start + len(first["evidence"]), first["evidence"], start, start + 3)
        subjects = {t["s"][0]: actor(t["s"]) for t in triples}
        yield Event(
            first["p"], tuple(subjects.values()), (actor(first["o"]),), first["status"], first["date"],
            "day" if first["date"] else "unknown", None, None,
            actor(first["attributed_to"]) if first["attributed_to"] else None, (mention,),
        )  # fmt: skip
