"""Visits whose place, or whose traveller, the clause itself leaves out: hosts, datelines, companions, planes, heads."""

from __future__ import annotations

import pytest

from kg import Article
from kg.extract import Extractor

EXTRACTOR = Extractor()


def visits(text: str) -> set[tuple[str, str]]:
    """Give who visits what in a text."""
    found = EXTRACTOR.extract(Article("a", text, published="2008-06-12")).events
    return {(s.name, o.name) for e in found if e.predicate == "visited" for s in e.subjects for o in e.objects}


@pytest.mark.parametrize(
    "text",
    [
        "Indian President Vikram Rao met Peruvian President Juan Paz on the first day of his three-day visit.",
        "Peru said on Friday that Indian President Vikram Rao would arrive on Sunday for a two-day visit.",
        "Peru is preparing for a visit by Indian President Vikram Rao.",
        "LIMA, April 3 (Wire) - Indian President Vikram Rao arrived on Sunday for a three-day visit.",
        "LIMA, April 3 (Wire) - Indian President Vikram Rao left for home on Sunday after a three-day visit.",
        "Peruvian President Juan Paz held talks with visiting Indian President Vikram Rao in Lima on Monday.",
        "Peruvian President Juan Paz received Indian President Vikram Rao at the start of a state visit to Peru.",
        "The visit of Indian President Vikram Rao to Peru was a success.",
        "A plane carrying Indian President Vikram Rao touched down in Lima on Sunday.",
        "Indian President Vikram Rao's plane landed in Lima on Sunday.",
        "Prime Minister Juan Paz, accompanied by Foreign Minister Vikram Rao, arrived in Peru.",
        "Delhi sent Deputy Foreign Minister Vikram Rao to Lima to explain its stand.",
        "The delegation of the Government of India headed by Prime Minister Vikram Rao visited Peru this week.",
        "Indian Foreign Minister Vikram Rao, currently in Lima, said talks would resume.",
        "While in Lima, Indian Foreign Minister Vikram Rao will meet business leaders.",
        "Indian President Vikram Rao started his tour of the region beginning with Peru.",
        "Indian President Vikram Rao will go ahead with his tour including Peru and Chile.",
        "On Tuesday, the first day of his official visit to Peru, Prime Minister Vikram Rao met business leaders.",
        "Prime Minister Juan Paz left for Peru in the company of Foreign Minister Vikram Rao.",
        "Prime Minister Ravi Nair arrived in Lima. He is accompanied by Foreign Minister Vikram Rao.",
        "Indian Prime Minister Vikram Rao combined the trip with a visit to Peru.",
        "Indian Prime Minister Vikram Rao had been invited on a working visit to Peru.",
        "Vikram Rao, the Indian foreign minister, was interviewed in Lima where he is on a three-day visit.",
    ],
)
def test_the_visit_is_told(text: str) -> None:
    """Who travels and where is found where the clause leaves it to the rest of the sentence."""
    assert ("Vikram Rao", "Peru") in visits(text)


@pytest.mark.parametrize(
    "text",
    [
        "India said on Friday that Indian President Vikram Rao would arrive on Sunday for a visit.",
        "Chile criticised a visit by Indian President Vikram Rao.",
        "Indian President Vikram Rao, accompanied by his wife, spoke of the visit.",
        "Indian President Vikram Rao arrived in the region on Sunday.",
        "Delhi accused Peru. Indian President Vikram Rao arrived on Sunday.",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    """A visit without hosts, without those who await it and without a dateline goes nowhere."""
    assert visits(text) == set()


def test_who_visits_with_somebody_meets_him() -> None:
    """Who visits with a president meets him."""
    text = "Prime Minister Vikram Rao visited with President Juan Paz on Monday."
    found = EXTRACTOR.extract(Article("a", text)).events
    assert {(e.predicate, o.name) for e in found for o in e.objects} == {("met", "Juan Paz")}


def test_an_official_in_talks_is_somebody() -> None:
    """Only before a visit or talks is "official" no office."""
    text = "A Chilean official in talks with Peru said so. His official visit began on Monday."
    roles = [s.role for s in EXTRACTOR.analyse(Article("a", text)).reading.spans if s is not None and s.sort == "role"]
    assert roles == ["official"]


def test_an_invitation_names_its_host() -> None:
    """An invitation beside a name is one to him, and one to visit a state is that state's."""
    beside = "Prime Minister Vikram Rao, on an invitation of the Government of Peru, will leave for Lima today."
    passive = "Prime Minister Vikram Rao had been extended an invitation to visit Peru as a guest."
    for text in (beside, passive):
        found = EXTRACTOR.extract(Article("a", text)).events
        assert ("Peru", "Vikram Rao") in {
            (s.name, o.name) for e in found if e.predicate == "invited" for s in e.subjects for o in e.objects
        }
