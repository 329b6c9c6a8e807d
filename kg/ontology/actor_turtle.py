"""Reads the Turtle files of actors into records; the only reader of those files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, cast

import pyoxigraph

from kg.errors import OntologyError
from kg.model import BASE, Kind
from kg.ontology.records import ActorRecord, OfficeRecord

Statements = dict[str, dict[str, list[str]]]
"""Subject → local name of the predicate → objects, all as plain strings."""

_KINDS = {"Person": "person", "State": "state", "Organisation": "organisation", "Group": "group", "Place": "place"}
_SINGLE = frozenset("type label gender country sameAs wide acts occupied ledBy leadership from until".split())
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_WIKIDATA = "http://www.wikidata.org/entity/"
_ACTOR = f"{BASE}id/"
_TERM = f"{BASE}ontology#"


def read_statements(path: Path, into: Statements | None = None) -> Statements:
    """Read a Turtle file on top of the statements already read: it adds to lists and replaces single values.

    Raises OntologyError where the file is missing or is no Turtle.
    """
    found: Statements = {}
    local: dict[str, str] = {}
    try:
        for triple in pyoxigraph.parse(
            path=str(path), format=pyoxigraph.RdfFormat.TURTLE, rename_blank_nodes=True, lenient=True
        ):
            predicate = triple.predicate.value
            name = local.get(predicate)
            if name is None:
                name = local[predicate] = re.split(r"[#/]", predicate)[-1]
            found.setdefault(str(triple.subject.value), {}).setdefault(name, []).append(str(triple.object.value))
    except OSError as error:
        raise OntologyError("the file cannot be read.", place=str(path), advice="Check the path.") from error
    except SyntaxError as error:
        raise OntologyError(
            f"this is no valid Turtle, line {error.lineno}: {error.msg}", place=str(path), advice="Mend that line."
        ) from error
    if not into:
        return found
    merged = {subject: {name: list(values) for name, values in facts.items()} for subject, facts in into.items()}
    for subject, facts in found.items():
        known = merged.setdefault(subject, {})
        for name, values in facts.items():
            known[name] = values if name in _SINGLE else [*known.get(name, ()), *values]
    return merged


def read_actors(statements: Statements, place: str) -> dict[str, ActorRecord]:
    """Make a record of every actor in the statements, by canonical name; `place` names the source in errors."""
    actors = {subject: facts for subject, facts in statements.items() if subject.startswith(_ACTOR)}
    names = {subject: _only(facts, "label", subject, place) for subject, facts in actors.items()}
    records: dict[str, ActorRecord] = {}
    for subject, facts in actors.items():
        record = _record(subject, facts, statements, names, place)
        if record.name in records:
            raise _wrong(subject, f'another actor is also called "{record.name}".', "Give it a name of its own.", place)
        records[record.name] = record
    return records


def read_roles(statements: Statements, place: str) -> dict[tuple[str, str], str]:
    """Give every name of a role its main one: ("secretary of state", "United States") → "foreign minister".

    The second part of the key is the state that alone uses the name so, or "" where all do.
    """
    roles: dict[tuple[str, str], str] = {}
    for subject, facts in statements.items():
        if f"{_TERM}Role" not in facts.get("type", ()):
            continue
        label = _only(facts, "label", subject, place)
        states = [_only(statements.get(state, {}), "label", state, place) for state in facts.get("represents", ())]
        roles.update({(other, state): label for other in facts.get("altLabel", ()) for state in states or [""]})
    return roles


def read_leaders(statements: Statements, place: str) -> tuple[str, ...]:
    """Give the roles that "the leader of" may mean, in the order of their dip:leadership."""
    ranked: list[tuple[int, str]] = []
    for subject, facts in statements.items():
        for rank in facts.get("leadership", ()):
            label = _only(facts, "label", subject, place)
            if not rank.isdecimal():
                raise _wrong(subject, f'the leadership "{rank}" of a role is no number.', "Write 1, 2, 3 …", place)
            ranked.append((int(rank), label))
    return tuple(label for _, label in sorted(ranked))


def _record(
    subject: str, facts: Mapping[str, list[str]], statements: Statements, names: Mapping[str, str], place: str
) -> ActorRecord:
    kinds = [_KINDS[local] for local in _locals(facts.get("type", ())) if local in _KINDS]
    if len(kinds) != 1:
        raise _wrong(subject, "an actor needs one class.", f"Write one of dip:{', dip:'.join(_KINDS)}.", place)
    gender = facts.get("gender", [None])[0]
    if gender not in ("m", "f", None):
        raise _wrong(subject, f'the gender "{gender}" is unknown.', 'Write "m" or "f", or leave it out.', place)
    offices = [_office(subject, statements.get(node, {}), names, place) for node in facts.get("office", ())]
    sames = [same.removeprefix(_WIKIDATA) for same in facts.get("sameAs", ()) if same.startswith(_WIKIDATA)]
    countries = facts.get("country", ())
    return ActorRecord(
        name=names[subject],
        kind=cast(Kind, kinds[0]),
        aliases=_several(facts, "altLabel"),
        adjectives=_several(facts, "adjective"),
        people=_several(facts, "people"),
        metonyms=_several(facts, "metonym"),
        wikidata=sames[0] if sames else None,
        country=_named(countries[0], subject, names, place) if countries else None,
        gender=cast(Literal["m", "f"] | None, gender),
        offices=tuple(sorted(offices, key=lambda office: office.start or "")),
        wide=_is_true(facts, "wide"),
        acts=_is_true(facts, "acts"),
        occupied=_is_true(facts, "occupied"),
        families=_several(facts, "familyName"),
        barred=_several(facts, "notForm"),
        stood=_stood(subject, facts, place),
        covers=tuple(_named(land, subject, names, place) for land in facts.get("covers", ())),
        led_by=facts.get("ledBy", ["president"])[0],
    )


def _office(subject: str, facts: Mapping[str, list[str]], names: Mapping[str, str], place: str) -> OfficeRecord:
    role = _only(facts, "role", subject, place)
    represents = _named(_only(facts, "represents", subject, place), subject, names, place)
    start, end = _stood(subject, facts, place)
    if start and end and start[: len(end)] > end[: len(start)]:
        raise _wrong(subject, f"the office {role} ends ({end}) before it begins ({start}).", "Mend the dates.", place)
    return OfficeRecord(role, represents, start, end)


def _stood(subject: str, facts: Mapping[str, list[str]], place: str) -> tuple[str | None, str | None]:
    start, end = (facts.get(edge, [None])[0] for edge in ("from", "until"))
    for date in (start, end):
        if date is not None and not _DATE.fullmatch(date):
            raise _wrong(subject, f'the date "{date}" is no date.', "Write 2009, 2009-05 or 2009-05-20.", place)
    return start, end


def _only(facts: Mapping[str, list[str]], name: str, subject: str, place: str) -> str:
    values = facts.get(name, ())
    if len(values) != 1:
        advice = {"label": "Give it one rdfs:label."}.get(name, f"Give it one dip:{name}.")
        raise _wrong(subject, f"{'no' if not values else 'more than one'} {name} is given.", advice, place)
    return values[0]


def _named(iri: str, subject: str, names: Mapping[str, str], place: str) -> str:
    if iri not in names:
        raise _wrong(
            subject, f"it refers to {_short(iri)}, which no actor file describes.", "Describe that too.", place
        )
    return names[iri]


def _is_true(facts: Mapping[str, list[str]], name: str) -> bool:
    return facts.get(name, ["false"])[0] in ("true", "1")


def _several(facts: Mapping[str, list[str]], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(facts.get(name, ())))


def _locals(iris: Iterable[str]) -> list[str]:
    return [iri.removeprefix(_TERM) for iri in iris if iri.startswith(_TERM)]


def _short(iri: str) -> str:
    return f"id:{iri.removeprefix(_ACTOR)}" if iri.startswith(_ACTOR) else f"<{iri}>"


def _wrong(subject: str, what: str, advice: str, place: str) -> OntologyError:
    return OntologyError(f"{_short(subject)}: {what}", place=place, advice=advice)
