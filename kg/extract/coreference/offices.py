"""Says whether a person holds an office that the article names: by its text, or by the gazetteer."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference.ground import Ground
from kg.extract.coreference.records import Reference
from kg.extract.entities import Entity, Holding
from kg.extract.mentions import Span
from kg.extract.syntax import prepositions


def bare_office(role: str) -> str:
    """Give the office without what it is an office of.

    >>> bare_office("minister of foreign affairs")
    'minister'
    """
    return role.split(" of ")[0].split(" for ")[0].split(" to ")[0]


class Offices(Ground):
    """Who holds what."""

    def holds_too(self, entity: Entity, head: str, state: Entity | None) -> None:
        """Note an office that the article implies by calling the person only by it."""
        last = head.split()[-1] if head else ""
        if last in self.words["vagueRole"] or any(h.role.split()[-1:] == [last] for h in entity.offices):
            return
        entity.offices.append(Holding(head, state or entity.state()))

    def holds(self, entity: Entity, head: str, state: Entity | None, *, alone: bool = False) -> bool:
        """Whether the person holds, for the state if one is given, an office that `head` can stand for.

        `alone` says that `head` is one person's office, not the common part of several: "the minister".
        """
        if state is not None and entity.state() is not state and all(h.represents is not state for h in entity.offices):
            return False
        roles = self.roles_of(entity)
        if alone and " " not in head:
            other = self.words["otherRank"] - ({"prime"} if head == "leader" else set())
            roles = [r for r in roles if r.split(maxsplit=1)[0] not in other]
        if state is not None and head.split()[-1:] and head.split()[-1] in self.words["autocrat"]:
            head = "leader"  # "the Zimbabwean ruler", not "the former colonial ruler"
        return any(self._stands_for(head, role) for role in roles)

    def roles_of(self, entity: Entity) -> list[str]:
        """Give the offices that a person holds by the article, or by the gazetteer on its day."""
        roles = [h.role for h in entity.offices]
        if entity.record is not None:
            roles += [o.role for o in entity.record.offices if self.date is None or o.held_on(self.date)]
        return roles

    def _stands_for(self, head: str, office: str) -> bool:
        """Whether an office can be called by `head`: "the leader" for a president, "the monarch" for a king."""
        words = bare_office(office)
        if head in (words, office):
            return True
        named, held = head.split(), words.split()
        if not named:
            return False
        last, kind = named[-1], held[-1] if held else ""
        if kind == last and (len(named) == 1 or named[0] == held[0]):
            return True
        match last:
            case "leader":
                return kind in self.words["headOfState"] and ("minister" not in words or "prime" in words)
            case "chief" | "head" | "boss" if len(named) == 1:
                return kind in self.words["headOfBody"]
            case "premier":
                return "prime minister" in words
            case "diplomat":
                return "foreign" in words or words.startswith("secretary of state")
            case "secretary":
                return len(named) == 1 and "secretary" in words
            case "monarch" | "ruler":
                return kind in self.words["monarch"]
        return False

    def of_an_organ(self, token: Token, span: Span) -> tuple[Reference, ...]:
        """Give the state of an officer of some organ: "a spokesman for the Foreign Ministry", "an army spokesman"."""
        if span.role.split()[0] not in self.words["servant"] and span.role.split()[-1] not in self.words["servant"]:
            return ()
        fighting = next((word for word in span.role.split()[:-1] if word in self.titles.fighters), None)
        if fighting is not None:  # "a rebel spokesman"
            return self.unnamed_fighters(token, f"{fighting}s")
        organs = [word for word in span.role.split() if word in self.titles.organs]
        return tuple(replace(r, officer=True) for r in self.at_home(token, organs[-1])) if organs else ()

    def of_some_body(self, token: Token) -> bool:
        """Whether an office is of a group that is only now told of: "the leader of a powerful militia"."""
        behind = (o for p, o in prepositions(token) if p.lower_ == "of" and p.i == token.i + 1)
        bodies = (o for o in behind if o.lower_ in self.titles.faction_bodies | self.titles.factions)
        return any(c.lower_ in ("a", "an") for o in bodies for c in o.children)
