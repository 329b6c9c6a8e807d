"""The drawing of the data model shows what graphs hold."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET

import model_drawing
import pytest
from sessions import ROOT

sys.path.insert(0, str(ROOT / "tests" / "store"))

from dataclasses import replace

from sample_extractions import PUTIN, TRUMP, article, event, first  # in the folder of the tests of the store

from kg.model import Extraction
from kg.ontology.vocabulary import KIND_CLASS
from kg.store import open_store
from kg.store.store import Store


@pytest.fixture(scope="module")
def store() -> Store:
    """A store with one of everything: a place, a topic, a claim, an office, a quotation, a link."""
    full = first()
    call = replace(full.events[0], topic="the war")
    source = replace(full.article, url="https://example.org/first")
    other = article("other", "Trump and Putin spoke on Monday.")
    general = event(other, "Trump and Putin spoke on Monday.", "spoke_with", TRUMP, PUTIN, date="2025-05-19")
    store = open_store()
    store.record(replace(full, article=source, events=(call, *full.events[1:])))
    store.record(Extraction(other, (general,)))
    store.reconcile()
    return store


@pytest.mark.parametrize("box", model_drawing.BOXES, ids=lambda box: box.shape)
def test_every_drawn_property_is_stored(store: Store, box: model_drawing.Box) -> None:
    """Each property that a box shows is in a graph at a thing of its class; no row is empty talk."""
    kinds = KIND_CLASS.values() if box.shape == "Actor" else (box.name,)
    wanted = " ".join(f"<{kind}>" if kind.startswith("http") else kind for kind in kinds)
    rows = store.query(f"SELECT DISTINCT ?p WHERE {{ VALUES ?kind {{ {wanted} }} ?this a ?kind ; ?p ?o }}")
    stored = {model_drawing.short(str(row["p"])) for row in rows}
    assert set(model_drawing.properties(box)) <= stored


def test_the_drawing_is_well_formed_and_whole() -> None:
    """The SVG parses, names every box and every property, and has an arrow for each that leads to a box."""
    tree = ET.fromstring(model_drawing.page())
    texts = {element.text for element in tree.iter("{http://www.w3.org/2000/svg}text")}
    expected = [model_drawing.properties(box) for box in model_drawing.BOXES]
    assert {box.name for box in model_drawing.BOXES} | {name for rows in expected for name in rows} <= texts
    leading = sum(leads is not None for rows in expected for _, leads in rows.values())
    assert len(tree.findall("{http://www.w3.org/2000/svg}polyline")) == leading > 10
