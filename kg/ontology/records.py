"""The records of the gazetteer: an actor with its names, and an office with its dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.model import BASE, Kind, slug


def _covers(start: str | None, end: str | None, date: str) -> bool:
    return (start is None or date[: len(start)] >= start[: len(date)]) and (
        end is None or date[: len(end)] <= end[: len(date)]
    )


@dataclass(frozen=True, slots=True)
class OfficeRecord:
    """An office that a person held.

    `role` is as the press says it ("foreign minister", "secretary of state"), `represents` the canonical name of the
    state, organisation or group, `start` and `end` are ISO dates, months or years; an open end is None.
    """

    role: str
    represents: str
    start: str | None
    end: str | None

    def held_on(self, date: str) -> bool:
        """Say whether the office was held on the date, each date compared as far as it is precise."""
        return _covers(self.start, self.end, date)


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """What is known of an actor by its canonical name."""

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    """Capitals, palaces and ministries that stand for the actor."""
    wikidata: str | None = None
    country: str | None = None
    """Canonical name of the state that a person, organ, group or place belongs to."""
    gender: Literal["m", "f"] | None = None
    offices: tuple[OfficeRecord, ...] = ()
    wide: bool = False
    """A bloc or region without a government of its own, such as "the West"."""
    acts: bool = False
    """Whether such a bloc or region is told to act, as "the West" is and "the Middle East" is not."""
    occupied: bool = False
    """Whether those who protest there mostly mean an occupier and not their own state."""
    families: tuple[str, ...] = ()
    """The short forms by which a person is named again: "Putin", "Assad", "Xi"."""
    barred: tuple[str, ...] = ()
    """Spellings that would follow by rule but mislead, such as "Male" for Malé."""
    stood: tuple[str | None, str | None] = (None, None)
    """The first and the last day of a state that was founded late or is no more, as ISO dates, months or years."""
    covers: tuple[str, ...] = ()
    """The states that lie in a region, and regions whose states do too."""
    led_by: str = "president"
    """The role of whom the press calls the leader of a state, where nobody is its leader by name."""

    @property
    def iri(self) -> str:
        return f"{BASE}id/{slug(self.name)}"

    def stood_on(self, date: str | None) -> bool:
        """Say whether the state existed on the date; on no date, whether it exists now."""
        start, end = self.stood
        return end is None if date is None else _covers(start, end, date)
