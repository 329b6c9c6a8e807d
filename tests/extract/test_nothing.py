"""What is done to nothing and nobody is not done: "signed no accord with Chad"."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.model import Article


def status(extractor: Extractor, text: str) -> list[str]:
    """Give the status of each event of a text."""
    return [e.status for e in extractor.extract(Article("a", text, published="2024-05-20")).events]


@pytest.mark.parametrize(
    "text",
    [
        "Chad signed no agreement with Niger.",
        "Peru stressed that it had signed nothing with Chile.",
        "Iran imposed no sanctions on Iraq.",
        "Iran agreed on nothing with Iraq.",
        "No agreement was signed by Chad with Niger.",
    ],
)
def test_what_is_done_to_nothing_is_negated(extractor: Extractor, text: str) -> None:
    """An object that is none negates the event."""
    assert status(extractor, text) == ["negated"]


@pytest.mark.parametrize("text", ["Chad lost no time in condemning Niger.", "Chad made no secret of backing Niger."])
def test_some_negated_objects_negate_nothing(extractor: Extractor, text: str) -> None:
    """Who loses no time in doing something does it."""
    assert status(extractor, text) == ["actual"]


def test_the_two_are_those_who_dealt_with_others(extractor: Extractor) -> None:
    """Two who sign with two others are "the two delegations", not those who look on."""
    text = (
        "Peru and Chile signed accords with Cuba and Mexico. The ceremony was watched by Mexican President Enrique "
        "Peña Nieto and Cuban President Raúl Castro. The two delegations did not shake hands."
    )
    told = extractor.extract(Article("a", text, published="2014-05-20")).events
    met = [e for e in told if e.predicate == "met"]
    assert [([s.name for s in e.subjects], e.status) for e in met] == [(["Peru", "Chile"], "negated")]
