"""What the store gives back: articles, actors and events with all their mentions, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Actor, Precision, Status

_ORDER: tuple[Status, ...] = ("actual", "negated", "planned", "possible")


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article as stored: its IRI, its id, and what is known of it."""

    iri: str
    id: str
    title: str = ""
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    shares: str | None = None
    """IRI of the text that it shares with other articles, where it does."""

    @property
    def source(self) -> str:
        """What tells independent sources apart: the text it shares with others, else the publisher, else itself."""
        return self.shares or self.publisher or self.iri


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """One sentence that tells an event: `start`, `end` and the trigger count characters of the source text."""

    iri: str
    article: ArticleRecord
    sentence: str
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    status: Status
    attributed_to: Actor | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One occasion, with every mention of it in every article."""

    iri: str
    label: str
    predicate: str
    subjects: tuple[Actor, ...]
    objects: tuple[Actor, ...]
    date: str | None
    precision: Precision
    place: Actor | None
    topic: str | None
    mentions: tuple[MentionRecord, ...]

    def __repr__(self) -> str:
        told = f"{self.sources} source{'s' * (self.sources != 1)}"
        return f"<Event {self.label!r}, {self.date or 'undated'}, {self.status}, {told}>"

    @property
    def status(self) -> Status:
        """The firmest status of any mention: what one says happened counts as actual, whoever denies it."""
        found = {mention.status for mention in self.mentions}
        return next((status for status in _ORDER if status in found), "actual")

    @property
    def disputed(self) -> bool:
        """Whether one mention says that it happened and another that it did not."""
        return {"actual", "negated"} <= {mention.status for mention in self.mentions}

    @property
    def sources(self) -> int:
        """How many independent sources tell it: publishers (articles where none is known); copies are one."""
        return len({mention.article.source for mention in self.mentions})
