"""What the tests of reading share: one extractor, and what a sentence tells written as short lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from telling import MONDAY, Mentions, Read, Tell

from kg.extract import Extractor
from kg.extract.extractor import Analysis
from kg.model import Article, Extraction


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor with the shipped lexicon and gazetteer."""
    return Extractor()


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """Read a text as an article of Monday 2025-05-19."""

    def call(text: str, *, date: str | None = MONDAY, publisher: str | None = None) -> Extraction:
        return extractor.extract(Article("a", text, published=date, publisher=publisher))

    return call


@pytest.fixture(scope="session")
def analyse(extractor: Extractor) -> Callable[[str], Analysis]:
    """Read a text and keep all intermediate results."""
    return lambda text: extractor.analyse(Article("a", text, published=MONDAY))


@pytest.fixture(scope="session")
def mentions(extractor: Extractor) -> Mentions:
    """Give the mentions of a text as (phrase, actors), dates left out."""

    def call(text: str) -> list[tuple[str, str]]:
        reading, _ = extractor.prepare(Article("a", text, published=MONDAY))
        return [
            (reading.source(i), ", ".join(entity.name for entity in span.actors()))
            for i, span in enumerate(reading.spans)
            if span is not None and span.sort != "date"
        ]

    return call


@pytest.fixture(scope="session")
def tell(read: Read) -> Tell:
    """Give the events of a text as lines: "A, B predicate C", with the status where it is not actual."""

    def call(text: str, *, date: str | None = MONDAY, publisher: str | None = None) -> list[str]:
        lines = []
        for event in read(text, date=date, publisher=publisher).events:
            subjects, objects = (", ".join(a.name for a in side) for side in (event.subjects, event.objects))
            status = "" if event.status == "actual" else f" ({event.status})"
            lines.append(f"{subjects} {event.predicate} {objects}".rstrip() + status)
        return lines

    return call
