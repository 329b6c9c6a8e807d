"""The actors known by name: states, places, organisations, groups and people, with their offices."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.ontology.actor_turtle import Statements, read_actors, read_leaders, read_roles, read_statements
from kg.ontology.files import ontology_file
from kg.ontology.records import ActorRecord, OfficeRecord
from kg.ontology.spellings import folded, spellings, spelt_out

__all__ = ["ActorRecord", "Gazetteer", "OfficeRecord", "load_gazetteer"]

FILES = (
    "actors/roles.ttl",
    "actors/states.ttl",
    "actors/places.ttl",
    "actors/regions.ttl",
    "actors/cities.ttl",
    "actors/organisations.ttl",
    "actors/groups.ttl",
    "actors/peoples.ttl",
    "actors/people/united_states.ttl",
    "actors/people/international.ttl",
    "actors/people/russia_and_neighbours.ttl",
    "actors/people/western_europe.ttl",
    "actors/people/central_europe.ttl",
    "actors/people/middle_east.ttl",
    "actors/people/south_asia.ttl",
    "actors/people/east_asia_and_pacific.ttl",
    "actors/people/africa.ttl",
    "actors/people/americas.ttl",
)
ORDER = ("name", "alias", "adjective", "people", "metonym", "place")
"""Which reading of a form comes first; a word that is adjective and noun alike ("German") counts as an adjective."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Actors by canonical name, and by every form in which they may stand in a text."""

    records: Mapping[str, ActorRecord]
    forms: Mapping[str, tuple[tuple[str, str], ...]]
    """Surface form → ((canonical name, how), ...); how is name, alias, people, adjective, metonym or place."""
    families: Mapping[str, tuple[str, ...]]
    """Family name → canonical names of those who bear it, the one with the latest office first."""
    roles: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(Name of a role, canonical name of the state, or "" for all) → its main name; see `role`."""
    leaders: tuple[str, ...] = ()
    """The roles that "the leader of" may mean, in this order."""
    _held: Mapping[tuple[str, str], tuple[tuple[OfficeRecord, str], ...]] = field(default_factory=dict, repr=False)

    def role(self, name: str, represents: str) -> str:
        """Give the main name of a role: the "secretary of state" of the United States is a "foreign minister"."""
        return self.roles.get((name, represents)) or self.roles.get((name, ""), name)

    def holders(self, role: str, represents: str, date: str | None = None) -> list[str]:
        """Name those who held the office on the date, who took office last first; without a date, all who ever did.

        `date` is an ISO date, month or year; on the day, or in the year, of a handover there are several. The "leader"
        of a state is its president, prime minister or king, as the state has it.
        """
        wanted = self.role(role, represents)
        found = self._holders(wanted, represents, date)
        if wanted == "leader" and not found and represents in self.records:
            for role_of_leaders in (self.records[represents].led_by, *self.leaders):
                found = found or self._holders(role_of_leaders, represents, date)
        return found

    def standing(self, entries: Sequence[tuple[str, str]], date: str | None) -> tuple[tuple[str, str], ...]:
        """Give, of the actors that a form names, those that stood on the date: "Moscow" of 1987 and of 2012.

        A state that is no more keeps its seat to itself while it stood; where none stood all are left.
        """
        records = self.records
        stood = tuple(entry for entry in entries if records[entry[0]].stood_on(date))
        bygone = tuple(entry for entry in stood if records[entry[0]].stood[1] is not None)
        return bygone or stood or tuple(entries)

    def states_of(self, region: str) -> frozenset[str]:
        """Name the states that lie in a region, those of the regions within it too; none where it is no region."""
        record = self.records.get(region)
        lands = record.covers if record is not None else ()
        return frozenset(state for land in lands for state in (self.states_of(land) or (land,)))

    def _holders(self, role: str, represents: str, date: str | None) -> list[str]:
        held = self._held.get((role, represents), ())
        return list(dict.fromkeys(name for office, name in held if date is None or office.held_on(date)))


def load_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """Load the shipped actors, and on top of them Turtle files of the user's own.

    A user's file adds actors, adds forms and offices to known ones, and replaces their single values (label, class,
    country, gender). Raises OntologyError where a file is wrong.
    """
    if not extra:
        return _shipped()
    statements = _statements()
    for path in extra:
        statements = read_statements(Path(path), into=statements)
    return _gazetteer(statements, ", ".join(str(path) for path in extra))


@functools.cache
def _shipped() -> Gazetteer:
    return _gazetteer(_statements(), "ontologies/actors")


@functools.cache
def _statements() -> Statements:
    statements: Statements = {}
    for name in FILES:
        read = read_statements(ontology_file(name))
        if statements.keys() & read.keys():
            read = read_statements(ontology_file(name), into=statements)
        statements |= read
    return statements


def _gazetteer(statements: Statements, place: str) -> Gazetteer:
    records = read_actors(statements, place)
    roles = read_roles(statements, place)
    readings: defaultdict[str, dict[str, str]] = defaultdict(dict)
    families: defaultdict[str, list[str]] = defaultdict(list)
    held: defaultdict[tuple[str, str], list[tuple[OfficeRecord, str]]] = defaultdict(list)
    for record in records.values():
        for form, how in _forms(record):
            readings[form].setdefault(record.name, how)
        named = (spelling for name in record.families for spelling in (name, folded(name), spelt_out(name)))
        for family in dict.fromkeys(named):
            families[family].append(record.name)
        for office in record.offices:
            main = roles.get((office.role, office.represents)) or roles.get((office.role, ""), office.role)
            held[main, office.represents].append((office, record.name))
    forms = {
        form: tuple(sorted(found.items(), key=lambda reading: ORDER.index(reading[1])))
        for form, found in readings.items()
    }
    return Gazetteer(
        records=records,
        forms=forms,
        families={
            family: tuple(sorted(names, key=lambda name: _latest(records[name]), reverse=True))
            for family, names in families.items()
        },
        roles=roles,
        leaders=read_leaders(statements, place),
        _held={
            key: tuple(sorted(offices, key=lambda entry: entry[0].start or "", reverse=True))
            for key, offices in held.items()
        },
    )


def _forms(record: ActorRecord) -> Iterator[tuple[str, str]]:
    family = record.families[0] if record.families else None
    named = "place" if record.kind == "place" else "name"
    aliased = "place" if record.kind == "place" else "alias"
    for texts, how in (
        ((record.name,), named),
        (record.aliases, aliased),
        (record.adjectives, "adjective"),
        (record.people, "people"),
        (record.metonyms, "metonym"),
    ):
        for text in texts:
            for form in spellings(text, family=family):
                if form not in record.barred:
                    yield form, how


def _latest(record: ActorRecord) -> str:
    return max((office.end or "9999" for office in record.offices), default="")
