"""Broken characters in a text are read over."""

from __future__ import annotations

from kg.extract import Extractor
from kg.model import Article


def test_half_a_character_hides_no_event(extractor: Extractor) -> None:
    """A lone surrogate stands for one unknown character, and the quoted sentence keeps its place."""
    article = Article(id="a", text="Bad \ud83d byte. France attacked Germany on 3 May 2025.", published="2025-05-04")
    events = extractor.extract(article).events
    told = [(subject.name, event.predicate, object_.name) for event in events for subject, object_ in event.dyads()]
    assert told == [("France", "attacked", "Germany")]
