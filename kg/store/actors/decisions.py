"""The log of decisions about actors: one JSON object a line, only ever appended to; undoing is a line too.

{"id": 1, "kind": "merge", "actors": [IRI…], "into": {"name", "kind"}, "who", "when", "why"}
{"id": 2, "kind": "split", "actors": [IRI], "into": {"name", "kind"}, "articles": [IRI…], "who", "when", "why"}
{"id": 3, "kind": "undo", "undoes": 1, "who", "when", "why"}
"""

from __future__ import annotations

import dataclasses
import datetime
import getpass
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeVar

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import BASE, Actor, Event, Extraction, Kind, Office, Quote, slug
from kg.store.terms import DECISIONS_GRAPH, term, text

_Some = TypeVar("_Some", Actor, Actor | None)


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log; `actors` and `articles` are IRIs, `name` and `actor_kind` those of the actor to be."""

    id: int
    kind: Literal["merge", "split", "undo"]
    who: str
    when: str
    why: str = ""
    actors: tuple[str, ...] = ()
    name: str = ""
    actor_kind: Kind = "person"
    articles: tuple[str, ...] = ()
    undoes: int | None = None

    @property
    def into(self) -> str:
        """The IRI of the actor that a merge or a split leads to."""
        return f"{BASE}id/{slug(self.name)}"


class DecisionLog:
    """The decisions of one store, in a file or, without one, in memory only."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._entries: list[Decision] = []
        self._active: list[Decision] = []
        if path is not None and path.is_file():
            self._entries = list(_read(path))
        self._settle()

    def __iter__(self) -> Iterator[Decision]:
        return iter(self._entries)

    @property
    def active(self) -> list[Decision]:
        """The merges and splits that no later line undoes."""
        return self._active

    @property
    def digest(self) -> str:
        """A hash of what is decided now; empty where nothing is."""
        if not self._active:
            return ""
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()

    @property
    def lines(self) -> list[str]:
        """What is decided now, a JSON object each, without who and when; import reads it back."""
        return [_line(dataclasses.replace(decision, id=0, who="", when="")) for decision in self._active]

    def restore(self, lines: Iterable[str]) -> None:
        """Take over decisions that came with a file, where they are not in force already."""
        for line in lines:
            if line not in self.lines:
                decision = _decision(json.loads(line))
                self.append(dataclasses.replace(decision, id=self.next_id(), **signed("import", decision.why)))

    def check(self, decision: Decision) -> None:
        """Raise StoreError where a decision cannot stand: a circle of merges, or nothing to undo."""
        if decision.kind == "undo":
            if all(known.id != decision.undoes for known in self._active):
                raise StoreError(
                    f"there is no decision {decision.undoes} to undo.",
                    place="actors",
                    advice="`kg actors list --decisions` shows them with their numbers.",
                )
        elif decision.kind == "merge":
            circle = decision.into in decision.actors or self._resolved(decision.into) in decision.actors
            if circle:
                raise StoreError(
                    f"{decision.name} cannot be merged into itself.",
                    place="actors",
                    advice="`kg actors list` shows what is merged already.",
                )
        elif decision.into in decision.actors:
            raise StoreError(
                f"the actor that is split off needs another name than {decision.name}.",
                place="actors",
                advice="Add what tells the two apart: 'John Smith (economist)'.",
            )

    def append(self, decision: Decision) -> None:
        """Write a decision at the end of the log, on disk before this returns."""
        if self._path is not None:
            with self._path.open("ab+") as file:
                file.truncate(_whole_lines(file))
                file.write(_line(decision).encode("utf-8", "surrogatepass") + b"\n")
                file.flush()
                os.fsync(file.fileno())
        self._entries.append(decision)
        self._settle()

    def next_id(self) -> int:
        return max((decision.id for decision in self._entries), default=0) + 1

    def touches(self) -> frozenset[str]:
        """Give the IRIs of all actors that any line names."""
        return frozenset(iri for decision in self._entries for iri in decision.actors)

    def applied(self, extraction: Extraction) -> Extraction:
        """Give an extraction as the decisions would have it; the very same where none concerns it."""
        if not self._active:
            return extraction
        article = extraction.article.iri

        def one(actor: _Some) -> _Some:
            return actor if actor is None else self._decided(actor, article)

        def side(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
            return tuple({decided.iri: decided for decided in map(one, actors)}.values())

        def event(told: Event) -> Event:
            return dataclasses.replace(
                told,
                subjects=side(told.subjects),
                objects=side(told.objects),
                place=one(told.place),
                attributed_to=one(told.attributed_to),
            )

        return dataclasses.replace(
            extraction,
            events=tuple(event(told) for told in extraction.events),
            offices=tuple(Office(one(o.person), o.office, one(o.represents)) for o in extraction.offices),
            quotes=tuple(Quote(one(q.speaker), q.text, q.start, q.end) for q in extraction.quotes),
        )

    def _decided(self, actor: Actor, article: str) -> Actor:
        if actor.represents:
            behind = self._step(f"{BASE}id/{slug(actor.represents)}", article)
            if behind is not None:
                actor = dataclasses.replace(actor, represents=behind.name)
        seen = {actor.iri}
        while (decision := self._step(actor.iri, article)) is not None and decision.into not in seen:
            seen.add(decision.into)
            aliases = tuple(dict.fromkeys((*actor.aliases, actor.name)))
            wikidata = None if decision.kind == "split" else actor.wikidata
            actor = Actor(decision.name, decision.actor_kind, aliases, wikidata, actor.represents)
        return actor

    def _step(self, iri: str, article: str) -> Decision | None:
        for decision in reversed(self._active):
            if iri in decision.actors and (decision.kind == "merge" or article in decision.articles):
                return decision
        return None

    def _resolved(self, iri: str) -> str:
        seen = {iri}
        while (decision := self._step(iri, "")) is not None and decision.into not in seen:
            iri = decision.into
            seen.add(iri)
        return iri

    def _settle(self) -> None:
        undone = {decision.undoes for decision in self._entries if decision.kind == "undo"}
        self._active = [d for d in self._entries if d.kind != "undo" and d.id not in undone]


def signed(who: str | None, why: str) -> dict[str, Any]:
    """Give who, when and why of a new decision; the user of this machine where nobody is named."""
    try:
        name = who or getpass.getuser()
    except (OSError, KeyError):
        name = "unknown"
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    return {"who": name, "when": now, "why": why}


def _whole_lines(file: BinaryIO) -> int:
    """Give the length of a log up to the end of its last whole line: what a killed process left is no line."""
    file.seek(0)
    return file.read().rfind(b"\n") + 1


def _line(decision: Decision) -> str:
    row: dict[str, Any] = {"id": decision.id, "kind": decision.kind}
    if decision.kind == "undo":
        row["undoes"] = decision.undoes
    else:
        row |= {"actors": list(decision.actors), "into": {"name": decision.name, "kind": decision.actor_kind}}
    if decision.articles:
        row["articles"] = list(decision.articles)
    return json.dumps(row | {"who": decision.who, "when": decision.when, "why": decision.why}, ensure_ascii=False)


def _read(path: Path) -> Iterator[Decision]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _decision(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            if number == len(lines):
                return  # the last line of a process that was killed while it wrote
            raise StoreError(
                f"this line is no decision ({error}).", place=f"{path}:{number}", advice="Correct or remove the line."
            ) from error


def _decision(row: dict[str, Any]) -> Decision:
    into = row.get("into") or {}
    return Decision(
        id=int(row["id"]),
        kind=row["kind"],
        who=str(row.get("who", "")),
        when=str(row.get("when", "")),
        why=str(row.get("why", "")),
        actors=tuple(row.get("actors", ())),
        name=str(into.get("name", "")),
        actor_kind=into.get("kind", "person"),
        articles=tuple(row.get("articles", ())),
        undoes=row.get("undoes"),
    )


def decision_triples(decisions: DecisionLog) -> list[ox.Triple]:
    """Give what the graph says of the decisions: who is the same as whom, and a digest of all of them."""
    if not decisions.active:
        return []
    merges = [d for d in decisions.active if d.kind == "merge"]
    same = [ox.Triple(ox.NamedNode(a), term("owl:sameAs"), ox.NamedNode(d.into)) for d in merges for a in d.actors]
    lines = [ox.Triple(DECISIONS_GRAPH, term("dip:decision"), text(line)) for line in decisions.lines]
    return [*dict.fromkeys((*same, *lines)), ox.Triple(DECISIONS_GRAPH, term("dip:digest"), text(decisions.digest))]
