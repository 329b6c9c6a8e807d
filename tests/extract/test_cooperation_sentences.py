"""Sentences of talks, visits, agreements, support, aid and concessions, with the events that a reader finds in them."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import pytest

from kg.extract import Extractor
from kg.model import SYMMETRIC, Actor, Article, Event

SENTENCES = Path(__file__).with_name("data") / "cooperation_sentences.jsonl"
LEAST_RECALL = 0.90
LEAST_PRECISION = 0.93
LEAST_STATUS = 0.97
LEAST_SILENCE = 0.92


class _Told(TypedDict, total=False):
    subject: str
    predicate: str
    object: str
    status: str
    optional: bool


@dataclass(slots=True)
class _Tally:
    """How many events were wanted, found, found with their status, given, wrong; how many sentences stayed silent."""

    wanted: int = 0
    found: int = 0
    status: int = 0
    given: int = 0
    wrong: int = 0
    silent: int = 0
    kept: int = 0


def _fold(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()


def _is(actor: Actor, name: str) -> bool:
    return _fold(name) in {_fold(n) for n in (actor.name, *actor.aliases)}


def _tells(event: Event, subject: Actor, object_: Actor, told: _Told) -> bool:
    if event.predicate != told["predicate"]:
        return False
    straight = _is(subject, told["subject"]) and _is(object_, told["object"])
    turned = _is(object_, told["subject"]) and _is(subject, told["object"])
    return straight or (turned and event.predicate in SYMMETRIC)


@pytest.fixture(scope="module")
def tally() -> _Tally:
    """Read all sentences once, each as an article of its own."""
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    articles = [Article(id=f"sentence-{n}", text=r["text"], published=r["date"]) for n, r in enumerate(rows)]
    sums = _Tally()
    for row, extraction in zip(rows, Extractor().pipe(articles), strict=True):
        told: list[_Told] = row["events"]
        given = [(event, s, o) for event in extraction.events for s, o in event.dyads()]
        sums.given += len(given)
        sums.wrong += sum(not any(_tells(*g, t) for t in told) for g in given)
        if not told:
            sums.silent += 1
            sums.kept += not given
        for t in told:
            if t.get("optional"):
                continue
            hits = [event for event, s, o in given if _tells(event, s, o, t)]
            sums.wanted += 1
            sums.found += bool(hits)
            sums.status += any(event.status == t["status"] for event in hits)
    return sums


def test_most_events_of_cooperation_are_found(tally: _Tally) -> None:
    """Of the events that the sentences tell, the extractor finds at least the share it once reached."""
    assert tally.found / tally.wanted >= LEAST_RECALL


def test_few_events_are_made_up(tally: _Tally) -> None:
    """Of the events that the extractor gives, at least the share it once reached stands in the sentence."""
    assert (tally.given - tally.wrong) / tally.given >= LEAST_PRECISION


def test_plans_offers_and_denials_are_told_from_facts(tally: _Tally) -> None:
    """Nearly every event that is found has its status: actual, planned, possible or negated."""
    assert tally.status / tally.found >= LEAST_STATUS


def test_sport_business_and_idioms_tell_no_event(tally: _Tally) -> None:
    """Sentences that only sound diplomatic ("Spain will meet France in the semi-final") nearly all give nothing."""
    assert tally.kept / tally.silent >= LEAST_SILENCE
