"""Reports of the press: whose a newspaper is, who the rebels are, denials beside a charge, hostages, regimes."""

from __future__ import annotations

import pytest
from telling import Tell

from kg import Article
from kg.extract import Extractor


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Mali is at war. Rebels bombed Mali. It fought Ansar Dine.", "Ansar Dine attacked Mali"),
        ("Peru accuses Chad of spying, charges denied by N'Djamena.", "Chad rejected Peru"),
        ("Peru accuses Chad of spying, an allegation it denies.", "Chad rejected Peru"),
        ("Peru has accused Chad of meddling in its affairs, a charge Chad rejects.", "Chad rejected Peru"),
        ("Rao says he was held by Chadian troops - a charge Chad flatly denies.", "Chad rejected Rao"),
        ("Rao is wanted by the International Criminal Court on charges of murder.", "International Criminal Court acc"),
        (
            "NATO gave the Chad Electoral Commission five days to publish the results.",
            "NATO demanded_of Chad Electoral",
        ),
        ("The EU has agreed to tighten sanctions on the dictatorship in Burma.", "European Union sanctioned Myanmar"),
        ("Rao met Burma's generals. Rao called on the regime to stop.", "Rao urged Myanmar"),
        ("Peru and Chad are at odds. Two men died in clashes between the two ASEAN members.", "Peru, Chad attacked"),
        ("Hamas released a Peruvian ship seized last week.", "Hamas seized Peru"),
        ("Sarr has rejected calls for talks with Hamas.", "Sarr rejected Hamas"),
        ("A rebel attack on the capital of Chad failed.", "rebels attacked Chad"),
        ("Hamas holds three Peruvian contractors.", "Hamas detained Peru"),
    ],
)
def test_what_the_press_tells(tell: Tell, text: str, line: str) -> None:
    """Each is told with its parties."""
    assert any(told.startswith(line) for told in tell(text)), tell(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Rao met Sarr. Other militants fought in Chad. Mali met Ansar Dine.", "Ansar Dine attacked"),
        ("Peru is angry. Shiites live there. Militants bombed Peru.", "Shiites attacked"),
        ("Peru filed charges. Chad denies it.", "rejected"),
        ("Chad expressed concern over Peru's claim that it was attacked.", "Peru accused Chad"),
        ("Rao could meet Sarr thanks to the mediation of Mali.", "praised"),
        ("The ambassador of Chad to Peru was recalled to N'Djamena by Idriss Déby.", "recalled Chad"),
        ("With Mali and Togo, Peru sided with Chad at the summit.", "supported Mali"),
        ("Peru said the African Union and NATO must exclude Chad from their meetings.", "met"),
        ("The joint NATO force took over peacekeeping duties in Darfur.", "seized"),
        ("Déby rejects talks with Hamas, insisting they are mercenaries hired by Sudan.", "demanded_of"),
        ("The FARC, considered a terrorist group by Peru and Chad, is small.", "FARC criticized"),
        ("The EU welcomed a truce declared by Nepal.", "ceased_fire_with"),
        ("Two Peruvian engineers taken hostage in Chad were freed.", "Peru detained Chad"),
        ("Two Peruvian engineers taken hostage in Chad were freed.", "Chad released Peru"),
        ("Four Egyptians who were kidnapped in Baghdad were released.", "Iraq released"),
        ("The UN voted to shut down the mission in Chad.", "coerced"),
        ("The Algiers Agreement ended the war with Ethiopia.", "ceased_fire_with"),
    ],
)
def test_what_nobody_tells(tell: Tell, text: str, wrong: str) -> None:
    """Words that only look like an act, or name others than those who act, tell nothing."""
    assert not [told for told in tell(text) if wrong in told]


@pytest.mark.parametrize("publisher", ["Fiji Times", "VOA", "China Daily", "Al Jazeera"])
def test_a_newspaper_speaks_for_no_state(publisher: str) -> None:
    """Who is expected to do something is asked by nobody where a newspaper says so."""
    text = "Both sides are expected to meet. Peru and Chad are expected to meet in Geneva."
    told = Extractor().extract(Article("a", text, publisher=publisher)).events
    assert not [e for e in told if e.predicate == "urged"]


def test_a_ministry_speaks_for_its_state() -> None:
    """What a ministry says is said by its state."""
    text = "Chad must free the crew."
    told = Extractor().extract(Article("a", text, publisher="Ministry of Foreign Affairs of Peru")).events
    assert [(e.subjects[0].name, e.predicate) for e in told] == [("Peru", "demanded_of")]
