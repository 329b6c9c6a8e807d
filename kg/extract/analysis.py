"""What the chain of components gives for one article, before it becomes records."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.coreference import Resolver
from kg.extract.entities import Entities, Entity
from kg.extract.frames import Frame, NearMiss
from kg.extract.masking import Reading
from kg.extract.status import Verdict
from kg.extract.timing import Calendar
from kg.extract.told_days import When
from kg.model import Article, Quote


@dataclass(slots=True)
class Found:
    """A frame with its status and date, before it becomes an event."""

    frame: Frame
    verdict: Verdict
    when: When
    claimant: Entity | None


@dataclass(slots=True)
class Analysis:
    """All that was read of one article, kept for explanation."""

    article: Article
    reading: Reading
    entities: Entities
    resolver: Resolver
    found: list[Found]
    misses: list[NearMiss]
    calendar: Calendar
    quotes: list[Quote]
