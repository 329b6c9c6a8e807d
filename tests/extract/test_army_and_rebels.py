"""The sides of a civil war as agencies name them: delegates of both, short forms in brackets, ruins and errands."""

from __future__ import annotations

import pytest

from kg import Article
from kg.extract import Extractor


def told(text: str, published: str = "1994-04-20") -> set[tuple[str, str, str]]:
    """Read a short article and give its dyads, those who did it together in both orders."""
    out = set()
    for e in Extractor().extract(Article("x", text, published=published)).events:
        objects = e.objects or e.subjects
        out |= {(s.name, e.predicate, o.name) for s in e.subjects for o in objects if s is not o}
    return out


@pytest.mark.parametrize(
    ("text", "dyad"),
    [
        ("Delegates of the Sudanese government and rebels held talks.", ("Sudan", "negotiated_with", "rebels")),
        ("Envoys of the Rwandan army and rebel forces met on Friday.", ("Rwanda", "met", "rebel forces")),
        ("Negotiators for Sudan and Chad met on Friday.", ("Sudan", "met", "Chad")),
        ("Negotiators for the Angolan government and UNITA met.", ("Angola", "met", "UNITA")),
        ("A negotiator for the Sudanese government met John Garang.", ("Sudan", "met", "John Garang")),
    ],
)
def test_delegates_are_of_each_side(text: str, dyad: tuple[str, str, str]) -> None:
    """Who speaks for two sides is of both, and the rebels are no part of the government."""
    assert dyad in told(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Rwanda Patriotic Front (RPF) attacked Burundi.", "Rwandan Patriotic Front"),
        ("Leaders of the Moro Islamic Front (MILF) attacked Burundi.", "Moro Islamic Liberation Front"),
        ("The Niger Renewal Front (NRF) is new. On Friday NRF fighters attacked Burundi.", "Niger Renewal Front"),
        ("The Niger Renewal Front (NRF) is new. On Friday the NRF attacked Burundi.", "Niger Renewal Front"),
    ],
)
def test_a_short_form_in_brackets_says_who_it_is(text: str, name: str) -> None:
    """A known short form says whose name the long one is; an unknown one is read from then on."""
    assert (name, "attacked", "Burundi") in told(text)


def test_letters_of_another_name_are_no_short_form() -> None:
    """What stands in brackets and has other letters is somebody else."""
    assert not [
        t for t in told("The Niger Renewal Front (AFP) is new. On Friday AFP attacked Burundi.") if "Niger" in t[0]
    ]


@pytest.mark.parametrize(
    ("text", "dyad"),
    [
        ("A hospital in Ukraine was flattened by Russian air strikes.", ("Russia", "attacked", "Ukraine")),
        ("The headquarters of UNITA was reduced to rubble by Angolan shelling.", ("Angola", "attacked", "UNITA")),
        ("Sudanese jets levelled two villages in Chad.", ("Sudan", "attacked", "Chad")),
    ],
)
def test_what_lies_in_ruins_was_attacked(text: str, dyad: tuple[str, str, str]) -> None:
    """Towns and houses that are flattened, levelled or reduced to rubble were attacked by whose the bombs are."""
    assert dyad in told(text)


def test_who_is_somewhere_for_talks_is_in_the_talks() -> None:
    """The stay tells a visit, and its purpose the talks."""
    found = told("Kofi Annan is in Damascus for talks with President Bashar al-Assad.", "2012-03-10")
    assert {("Kofi Annan", "visited", "Syria"), ("Kofi Annan", "negotiated_with", "Bashar al-Assad")} <= found


@pytest.mark.parametrize("noun", ["keenness", "eagerness", "desire", "preparedness"])
def test_what_one_is_keen_on_is_possible(noun: str) -> None:
    """A wish to receive somebody is no reception."""
    text = f"Narendra Modi expressed his {noun} to welcome Vladimir Putin in India."
    events = Extractor().extract(Article("x", text, published="2020-10-07")).events
    assert {e.status for e in events if e.predicate == "hosted"} == {"possible"}
