"""The records that flow through the rooms: Article, Actor, Mention, Event, Office, Quote, Extraction."""

from __future__ import annotations

import calendar
import datetime
import functools
import hashlib
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import quote

BASE = "https://w3id.org/dragoman/"

Kind = Literal["person", "state", "organisation", "group", "place"]
Status = Literal["actual", "planned", "possible", "negated"]
Precision = Literal["day", "week", "month", "year", "unknown"]

SYMMETRIC = frozenset(
    "called spoke_with met negotiated_with agreed_with signed_with cooperated_with "
    "exchanged_prisoners_with ceased_fire_with severed_ties_with".split()
)


def days_meant(day: datetime.date, precision: str) -> tuple[datetime.date, datetime.date]:
    """Give the first and last day that a date of this precision may mean; any other precision means the day itself.

    >>> [str(day) for day in days_meant(datetime.date(2025, 5, 20), "week")]
    ['2025-05-19', '2025-05-25']
    """
    match precision:
        case "year":
            return day.replace(month=1, day=1), day.replace(month=12, day=31)
        case "month":
            return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
        case "week":
            monday = day - datetime.timedelta(days=day.weekday())
            return monday, monday + datetime.timedelta(days=6)
    return day, day


@functools.lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """Turn a canonical name into the local part of an IRI.

    >>> slug("Donald Trump"), slug("Ferdinand Marcos Jr."), slug("17+1")
    ('Donald_Trump', 'Ferdinand_Marcos_Jr', '17%2B1')
    """
    text = re.sub(r"\s+", "_", unicodedata.normalize("NFC", name).strip()).rstrip(".")
    return "".join(c if c.isalnum() or c in "-_." else quote(c, safe="", errors="replace") for c in text)


@dataclass(frozen=True, slots=True)
class Article:
    """One text as read: `text` is the source text, untouched, which every offset counts in.

    `masked` has the length of `text`, with boilerplate (adverts, bare URLs, copyright lines) blanked by spaces.
    """

    id: str
    text: str
    title: str = ""
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    masked: str | None = None
    place: str = ""
    notes: tuple[str, ...] = ()
    """What the reader had to guess, such as an encoding."""
    language: str = ""
    """Code of the language that the text is written in, where that is sure; no part of the digest."""
    file: str = ""
    """The file it was read from, as it was named; no part of the digest."""
    shares: str | None = None
    """IRI of the text that it shares with other articles of a store, which counts them as one source."""

    def __repr__(self) -> str:
        about = (
            f" ({', '.join(filter(None, (self.publisher, self.published)))})"
            if self.publisher or self.published
            else ""
        )
        return f"<Article {self.id!r}: {self.title!r}{about}, {len(self.text)} characters>"

    @property
    def iri(self) -> str:
        return f"{BASE}article/{slug(self.id)}"

    @property
    def source(self) -> str:
        """What tells independent sources apart: the text it shares with others, else the publisher, else itself."""
        return self.shares or self.publisher or self.iri

    @property
    def readable(self) -> str:
        """The text that extraction reads: boilerplate blanked, offsets unchanged."""
        return self.text if self.masked is None else self.masked

    @property
    def digest(self) -> str:
        """A hash of all that extraction depends on; equal digests mean equal content."""
        parts = (self.id, self.title, self.published or "", self.publisher or "", self.url or "", self.text)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts: a person, a state, an organisation, a group, or a place acted upon."""

    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    represents: str | None = None
    """Canonical name of the state or organisation that a person or organ stands for, where known."""

    @property
    def iri(self) -> str:
        return f"{BASE}id/{slug(self.name)}"


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article tells an event: offsets of the sentence and of the trigger in the source text."""

    article: str
    start: int
    end: int
    sentence: str
    trigger_start: int
    trigger_end: int


@dataclass(frozen=True, slots=True)
class Event:
    """One occasion as one article tells it; `subjects` × `objects` are its dyads, one edge each.

    A reciprocal event without objects ("A, B and C met") has all its parties in `subjects`.
    """

    predicate: str
    subjects: tuple[Actor, ...]
    objects: tuple[Actor, ...]
    status: Status
    date: str | None
    precision: Precision
    place: Actor | None
    topic: str | None
    attributed_to: Actor | None
    mentions: tuple[Mention, ...]
    rule: str = ""
    """The wording of the lexicon that fired."""

    @property
    def symmetric(self) -> bool:
        return self.predicate in SYMMETRIC

    def dyads(self) -> Iterator[tuple[Actor, Actor]]:
        """Each pair (subject, object) of the event, in text order."""
        if self.objects:
            yield from ((s, o) for s in self.subjects for o in self.objects if s.name != o.name)
        else:
            yield from itertools.combinations(self.subjects, 2)

    def key(self, article_id: str) -> str:
        """What the identity hash is made of: predicate, participants, date (and the article where undated)."""
        subjects, objects = sorted(a.iri for a in self.subjects), sorted(a.iri for a in self.objects)
        if self.symmetric:
            parties = ["|".join(sorted(side)) for side in (subjects, objects) if side]
            participants = "<>".join(sorted(parties))
        else:
            participants = "|".join(subjects) + ">" + "|".join(objects)
        vague = not self.date or self.precision in ("month", "year")  # two reports of a month may mean two occasions
        when = f"{self.date or 'undated'} in {article_id}" if vague else self.date
        return f"{self.predicate}\n{participants}\n{when}"

    def iri(self, article_id: str) -> str:
        digest = hashlib.sha256(self.key(article_id).encode("utf-8", "surrogatepass")).hexdigest()
        return f"{BASE}event/{digest[:20]}"


@dataclass(frozen=True, slots=True)
class Office:
    """An office that the article states or implies by title: person, office, whom it represents."""

    person: Actor
    office: str
    represents: Actor | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A contiguous quoted span with its speaker; `start` and `end` are offsets in the source text."""

    speaker: Actor | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one article."""

    article: Article
    events: tuple[Event, ...] = ()
    offices: tuple[Office, ...] = ()
    quotes: tuple[Quote, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def __repr__(self) -> str:
        told = "event" if len(self.events) == 1 else "events"
        return f"<Extraction of {self.article.id!r}: {len(self.events)} {told}>"
