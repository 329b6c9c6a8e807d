"""The actors of one article: who is named, under which names and offices, and how a later name is matched to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kg.extract.forms import plain
from kg.extract.grammar import GENERATIONS
from kg.extract.lexis import Sets
from kg.model import Actor, Kind
from kg.ontology import ActorRecord, Gazetteer

_Key = TypeVar("_Key")


@dataclass(slots=True)
class Holding:
    """An office of a person as the article gives it: role, and the entity that it is held for."""

    role: str
    represents: Entity | None
    former: bool = False


@dataclass(slots=True, eq=False)
class Entity:
    """One actor of the article; `names` keeps every form the article uses, in order of first use."""

    name: str
    kind: Kind
    names: dict[str, None] = field(default_factory=dict)
    record: ActorRecord | None = None
    gender: str | None = None
    plural: bool = False
    represents: Entity | None = None
    offices: list[Holding] = field(default_factory=list)
    styles: set[str] = field(default_factory=set)
    """What the article calls the person by courtesy: "highness", "excellency"."""
    first: int = 1 << 30
    home: Entity | None = None
    """The state whose nationals an unnamed group of captives or civilians is."""
    ground: Entity | None = None
    """The state that an unnamed group is of, or that it is in."""

    def actor(self) -> Actor:
        """Freeze the entity into an Actor: what it is called and its people are, sorted, without its own name."""
        aliases = {n for n in self.names if n != self.name}
        if self.record is not None:
            aliases.update(self.record.aliases, self.record.adjectives, self.record.people)
        aliases.discard(self.name)
        return Actor(
            self.name,
            self.kind,
            tuple(sorted(aliases)),
            self.record.wikidata if self.record else None,
            self.represents.name if self.represents else None,
        )

    def unnamed(self) -> bool:
        """Whether the entity is a group that a phrase describes and no name names ("Chechen rebels")."""
        return self.kind == "group" and self.plural and self.record is None

    def in_some_office(self) -> bool:
        """Whether an office of a person is known, from the article or the gazetteer."""
        return bool(self.offices) or (self.record is not None and bool(self.record.offices))

    def state(self) -> Entity | None:
        """Give the state or organisation that the entity is, or acts for."""
        if self.kind == "state":
            return self
        if self.represents is not None:
            return self.represents
        for holding in self.offices:
            if holding.represents is not None:
                return holding.represents
        return None


def suffix_of(name: str) -> str:
    """Give "jr", "sr", "iii" where the name ends so, else nothing."""
    last = name.casefold().rstrip(".").split()[-1:]
    return last[0] if last and last[0] in GENERATIONS else ""


_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]?|[a-z]")


def initials_of(name: str) -> str:
    """Give the initials between the first and the last name.

    >>> initials_of("George H. W. Bush"), initials_of("George W. Bush"), initials_of("George Bush")
    ('hw', 'w', '')
    """
    middle = plain(name).casefold().split()[1:-1]
    return "".join(w.replace(".", "") for w in middle if _INITIALS.fullmatch(w))


_NICKNAME = re.compile(r"(?<=\w|\.)\s*(?:\(\s*\w+\s*\)|[\"“‘]\s*\w+\s*[\"”’])(?=\s*\w)")
"""A name that somebody goes by, amid the full name: "Roelof (Pik) Botha"."""


def name_words(name: str) -> tuple[str, ...]:
    """Split a name for comparison: no case, diacritics, initials or generational suffix.

    >>> name_words("Antony J. Blinken"), name_words("Sheikh Mohammed bin Abdulrahman al-Thani")[-2:]
    (('antony', 'blinken'), ('al', 'thani'))
    >>> name_words("Joseph R. Biden, Jr.")
    ('joseph', 'biden')
    """
    words = plain(name).replace("-", " ").replace("'", "").replace(",", " ").casefold().split()
    kept = [w for w in words if not (_INITIALS.fullmatch(w) and len(words) > 2) and w not in GENERATIONS]
    return tuple(w.rstrip(".") for w in kept) or tuple(words)


class PeopleIndex:
    """The persons of the gazetteer, by full name, by turned-round name and by each word of their names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._full: dict[tuple[str, ...], list[str]] = {}
        self._word: dict[str, list[str]] = {}
        for record in gazetteer.records.values():
            if record.kind != "person":
                continue
            for form in (record.name, *record.aliases):
                words = name_words(form)
                self._add(self._full, words, record.name)
                if len(words) == 2:
                    self._add(self._full, words[::-1], record.name)
                if len(words) > 3:
                    self._add(self._full, (words[0], words[-1]), record.name)
            for family in record.families or (record.name.split()[-1],):
                self._add(self._word, name_words(family)[-1], record.name)

    @staticmethod
    def _add(index: dict[_Key, list[str]], key: _Key, name: str) -> None:
        names = index.setdefault(key, [])
        if name not in names:
            names.append(name)

    def full(self, words: tuple[str, ...]) -> Sequence[str]:
        """Names of the records that bear this full name."""
        return self._full.get(words, ())

    def surname(self, word: str) -> Sequence[str]:
        """Names of the records with this family name, or the name by which the person is named again."""
        return self._word.get(word, ())


def in_office(record: ActorRecord, date: str | None, *, slack: int = 2) -> bool:
    """Whether some office of the record covers the date, give or take `slack` years (an open end counts as now)."""
    if date is None or not record.offices:
        return True
    year = int(date[:4])
    return any(
        int((office.start or "0000")[:4]) - slack <= year <= int((office.end or "9999")[:4]) + slack
        for office in record.offices
    )


def _body_served(record: ActorRecord) -> str:
    """Give the organisation that a person is known by, never having held an office of the own state."""
    served = [o.represents for o in record.offices if o.represents]
    return served[-1] if served and record.country not in served else ""


class Entities:
    """The registry of one article's actors."""

    def __init__(self, gazetteer: Gazetteer, people: PeopleIndex, words: Sets, date: str | None) -> None:
        self.gazetteer = gazetteer
        self.words = words
        self.people = people
        self.date = date
        self.by_name: dict[str, Entity] = {}

    def state_of_place(self, form: str) -> Entity | None:
        """Give the state that a form names, or in which the place lies that it names."""
        for name, _ in self.gazetteer.standing(self.gazetteer.forms.get(form, ()), self.date):
            record = self.gazetteer.records[name]
            state = name if record.kind == "state" else record.country
            if state:
                return self.of_record(state)
        return None

    def of_record(self, name: str, form: str | None = None) -> Entity:
        """Give the entity of a gazetteer record, noting the form that the article used."""
        entity = self.by_name.get(name)
        if entity is None:
            record = self.gazetteer.records[name]
            entity = Entity(name, record.kind, record=record, gender=record.gender)
            self.by_name[name] = entity
            held = [o for o in record.offices if self.date is None or o.held_on(self.date)]
            known = [o.represents for o in held if o.represents in self.gazetteer.records]
            # Who leads a party or rebels and his state at once acts for the state.
            served = next(iter(sorted(known, key=lambda n: self.gazetteer.records[n].kind == "group")), None)
            if record.kind == "person" and served is not None and served != name:
                entity.represents = self.of_record(served)
            elif record.kind == "person" and (body := _body_served(record)) in self.gazetteer.records:
                entity.represents = self.of_record(body)
            elif record.country and record.country != name and record.country in self.gazetteer.records:
                entity.represents = self.of_record(record.country)
        if form:
            entity.names.setdefault(form)
        return entity

    def persons(self) -> Iterable[Entity]:
        """Give the persons, in the order in which they were made."""
        return (e for e in self.by_name.values() if e.kind == "person")

    def person(self, name: str, role: str | None = None, represents: Entity | None = None) -> Entity:
        """Give the person of this name, known to the article, to the gazetteer, or new."""
        name = " ".join(_NICKNAME.sub(" ", name).split())
        words = name_words(name)
        entity = self._known(words, suffix_of(name), initials_of(name))
        if entity is not None and len(words) == 1 and role and not self._compatible(entity, role):
            entity = self._listed(words, role, represents)
            if entity is None and role.split()[-1] in self.words["crowned"]:
                name = f"{role.split()[-1].title()} {name}"
                entity = self.by_name.get(name)
        entity = entity or self._listed(words, role, represents, initials_of(name))
        if entity is not None and suffix_of(name) and suffix_of(entity.name) not in ("", suffix_of(name)):
            entity = None
        if entity is None:
            entity = Entity(name, "person")
            self.by_name.setdefault(name, entity)
        entity.names.setdefault(name)
        return entity

    def _known(self, words: tuple[str, ...], suffix: str = "", initials: str = "") -> Entity | None:
        if len(words) > 1:
            for entity in self.persons():
                if suffix and suffix_of(entity.name) not in ("", suffix):
                    continue
                if initials and initials_of(entity.name) not in ("", initials):
                    continue
                for name in (entity.name, *entity.names):
                    known = name_words(name)
                    if known == words or (len(known) > 1 and _same_person(known, words)):
                        return entity
            return None
        return self.named(words[0])

    def known(self, name: str) -> Entity | None:
        """Give the person of the article that bears this name, in full or in part."""
        return self._known(name_words(name), suffix_of(name), initials_of(name))

    def named(self, word: str) -> Entity | None:
        """Give the one person of the article whose name holds this word; the family name counts before others."""
        last: list[Entity] = []
        other: list[Entity] = []
        for entity in self.persons():
            names = [name_words(n) for n in (entity.name, *entity.names)]
            if any(n[-1] == word for n in names):
                last.append(entity)
            elif any(word in n and word not in self.words["nameLink"] for n in names):
                other.append(entity)
        if last:
            return last[0] if len(last) == 1 else max(last, key=lambda e: -e.first)
        return other[0] if len(other) == 1 else None

    def _compatible(self, entity: Entity, role: str) -> bool:
        """Whether a person named before can be the one that is now named with this title: a king is no prince."""
        if role.split()[-1] not in self.words["crowned"]:
            return True
        roles = [h.role for h in entity.offices]
        if entity.record is not None:
            roles += [o.role for o in entity.record.offices]
        return any(_same_role(role, r) for r in roles)

    def _listed(
        self, words: tuple[str, ...], role: str | None, represents: Entity | None, initials: str = ""
    ) -> Entity | None:
        names = list(self.people.full(words))
        names = [n for n in names if initials and initials_of(n) == initials] or names
        if not names and len(words) > 2:
            names = list(self.people.full((words[0], words[-1])))
        sure = bool(names) and len(words) > 1
        if len(words) == 1 and (not names or role):  # "President Bush" is one or the other
            names = list(dict.fromkeys([*names, *self.people.surname(words[0])]))
        if not names:
            return None
        records = [self.gazetteer.records[n] for n in names]
        fitting = [r for r in records if self._fits(r, role, represents)]
        if fitting:
            bearing = [r for r in fitting if role and any(o.role.casefold() == role.casefold() for o in r.offices)]
            fitting = bearing or fitting  # a prime minister is no foreign minister
            pool = [r for r in fitting if in_office(r, self.date)] or (fitting if sure else [])
            return self.of_record(pool[0].name) if pool else None
        if sure and (represents is None or len(records) == 1):
            return self.of_record(records[0].name)
        if role is None and represents is None and len(records) == 1 and in_office(records[0], self.date):
            return self.of_record(records[0].name)
        return None

    def _fits(self, record: ActorRecord, role: str | None, represents: Entity | None) -> bool:
        if represents is None and role is None:
            return False
        return any(
            (represents is None or office.represents == represents.name)
            and (role is None or _same_role(role, office.role))
            for office in record.offices
        )


def _same_role(role: str, other: str) -> bool:
    a, b = role.casefold(), other.casefold()
    return a == b or a in b or b in a or a.split()[-1] == b.split()[-1]


def _same_person(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    short, long = sorted((known, words), key=len)
    return len(short) > 1 and short[-1] == long[-1] and set(short) <= set(long)
