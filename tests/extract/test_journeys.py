"""Journeys told by their nouns: what they take in, their stops, the place before them, who makes them."""

from __future__ import annotations

import pytest

from kg import Article
from kg.extract import Extractor

EXTRACTOR = Extractor()


def visits(text: str) -> set[tuple[str, str, str]]:
    """Give who visits what in a text, with the status."""
    found = EXTRACTOR.extract(Article("a", text, published="2008-06-12")).events
    return {
        (s.name, o.name, e.status) for e in found if e.predicate == "visited" for s in e.subjects for o in e.objects
    }


@pytest.mark.parametrize(
    ("text", "who", "where", "status"),
    [
        ("Premier Vikram Rao is on a tour which has brought him to Mali and Chad.", "Vikram Rao", "Chad", "actual"),
        ("Foreign Minister Vikram Rao's trip will also take in Peru and Chile.", "Vikram Rao", "Chile", "planned"),
        ("Peru is the second stop on Foreign Minister Vikram Rao's tour.", "Vikram Rao", "Peru", "actual"),
        ("President Vikram Rao's final stop will be in Chile on Friday.", "Vikram Rao", "Chile", "planned"),
        (
            "President Vikram Rao will fly to Peru as part of a trip that includes a visit to Chile.",
            "Vikram Rao",
            "Chile",
            "planned",
        ),
        (
            "Aides hoped for progress before a planned Lima visit by Foreign Minister Vikram Rao.",
            "Vikram Rao",
            "Peru",
            "planned",
        ),
        ("Hopes rest on the trip to Lima next week by Foreign Minister Vikram Rao.", "Vikram Rao", "Peru", "planned"),
        (
            "Prime Minister Vikram Rao has gained in the polls since his return from Peru.",
            "Vikram Rao",
            "Peru",
            "actual",
        ),
        ("Foreign Minister Vikram Rao, due in Peru on Monday, praised the accord.", "Vikram Rao", "Peru", "planned"),
        ("The Chilean team will go on to Lima for further talks.", "Chile", "Peru", "planned"),
        ("A Chilean trade delegation is in Lima for talks.", "Chile", "Peru", "actual"),
        ("Foreign Minister Vikram Rao left Lima without a word to the press.", "Vikram Rao", "Peru", "actual"),
        (
            "Vikram Rao, Cuba's foreign minister, arrived in Peru. The next stop is Chile.",
            "Vikram Rao",
            "Chile",
            "actual",
        ),
    ],
)
def test_a_journey_tells_a_visit(text: str, who: str, where: str, status: str) -> None:
    """Whoever makes a journey visits the places that it goes to."""
    assert (who, where) in {v[:2] for v in visits(text)}
    assert status in {v[2] for v in visits(text) if v[:2] == (who, where)}


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian ambassador, Vikram Rao, was ordered to leave Chile at once.",
        "Foreign Minister Vikram Rao of Peru will meet the king on his return to Lima.",
        "The United Nations mission in Chad did not open fire.",
        "A reconnaissance group of the Chadian army tried to cross into Libya.",
        "The pipeline's first stop will be in Chile.",
    ],
)
def test_what_is_no_visit(text: str) -> None:
    """Who is thrown out, comes home, is stationed or is no traveller at all visits nobody."""
    assert visits(text) == set()


def test_a_short_family_name_that_stands_first_takes_its_bearer_up() -> None:
    """A Chinese family name of two letters is enough to name its bearer again."""
    assert ("Wu Jiahao", "Chile", "planned") in visits("Minister Wu Jiahao arrived in Peru. Wu will also visit Chile.")
