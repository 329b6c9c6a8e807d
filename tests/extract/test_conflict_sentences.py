"""Sentences of accusation, refusal, threat, protest, sanction, force and violence, with the events that they tell."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.extract import Extractor
from kg.model import SYMMETRIC, Article

SENTENCES = Path(__file__).with_name("data") / "conflict_sentences.jsonl"
LEAST_RECALL = 0.93
LEAST_PRECISION = 0.96
LEAST_STATUS = 0.98
LEAST_SILENCE = 0.98


class Told(NamedTuple):
    """An event as the file tells it; an optional one may be found or not."""

    subject: str
    predicate: str
    object: str
    status: str
    optional: bool


class Read(NamedTuple):
    """One sentence: what it tells, and what the extractor gives as (subject, predicate, object) with the status."""

    told: list[Told]
    given: Mapping[tuple[str, str, str], str]

    def status_of(self, event: Told) -> str | None:
        """The status with which the event was found; None where it was not."""
        straight = (event.subject, event.predicate, event.object)
        turned = (event.object, event.predicate, event.subject) if event.predicate in SYMMETRIC else straight
        return self.given.get(straight) or self.given.get(turned)


@pytest.fixture(scope="module")
def sentences(extractor: Extractor) -> list[Read]:
    """Every sentence of the file, read as an article of its own."""
    out = []
    for n, line in enumerate(SENTENCES.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        told = [
            Told(e["subject"], e["predicate"], e["object"], e["status"], e.get("optional", False))
            for e in row["events"]
        ]
        extraction = extractor.extract(Article(f"sentence-{n}", row["text"], published=row["date"]))
        given = {(s.name, e.predicate, o.name): e.status for e in extraction.events for s, o in e.dyads()}
        out.append(Read(told, given))
    return out


def test_most_events_of_conflict_are_found(sentences: list[Read]) -> None:
    """Of the events that the sentences tell, the extractor finds at least the share it once reached."""
    wanted = [read.status_of(event) for read in sentences for event in read.told if not event.optional]
    assert sum(status is not None for status in wanted) / len(wanted) >= LEAST_RECALL


def test_few_events_of_conflict_are_made_up(sentences: list[Read]) -> None:
    """Of the events that the extractor gives, at least the share it once reached stands in the sentence."""
    given = right = 0
    for read in sentences:
        told = {(e.subject, e.predicate, e.object) for e in read.told}
        told |= {(e.object, e.predicate, e.subject) for e in read.told if e.predicate in SYMMETRIC}
        given += len(read.given)
        right += len(told & read.given.keys())
    assert right / given >= LEAST_PRECISION


def test_what_is_threatened_or_denied_is_no_fact(sentences: list[Read]) -> None:
    """Nearly every event that is found has its status: actual, planned, possible or negated."""
    found = [(event.status, read.status_of(event)) for read in sentences for event in read.told if not event.optional]
    found = [(told, given) for told, given in found if given is not None]
    assert sum(told == given for told, given in found) / len(found) >= LEAST_STATUS


def test_sport_business_and_metaphor_are_no_conflict(sentences: list[Read]) -> None:
    """Sentences that only sound violent ("Brazil beat Argentina 2-1") nearly all give nothing."""
    silent = [read.given for read in sentences if not read.told]
    assert len(silent) >= 120
    assert sum(not given for given in silent) / len(silent) >= LEAST_SILENCE
