"""Talks, accords and truces: who stands between whom, who agreed with whom, and what is none of it."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("UNITA shelled Angolan troops. Both sides agreed to peace talks.", "UNITA, Angola agreed_with"),
        ("Peru and Chile have agreed to peace talks in Rome.", "Peru, Chile negotiated_with (planned)"),
        ("Chad has agreed to talks with Mali on the border.", "Chad negotiated_with Mali (planned)"),
        ("Israel and Syria are close to an agreement.", "Israel, Syria agreed_with (possible)"),
        ("U.S.-Iranian talks collapsed in Vienna.", "Iran, United States negotiated_with"),
        ("Rao hailed the talks under way between Peru and Chile.", "Peru, Chile negotiated_with"),
        (
            "The talks between Israel and Syria, which are sponsored by Norway, resumed on Monday.",
            "Norway mediated Israel, Syria",
        ),
        ("French-led talks between Mali and Chad resumed in Geneva.", "France mediated Mali, Chad"),
        ("President Rao of Peru, the mediator between Mali and Chad, was upbeat.", "Rao mediated Mali, Chad"),
        (
            "The meeting between Mali and Chad will be headed by President Rao of Peru.",
            "Rao mediated Mali, Chad (planned)",
        ),
        (
            "The African Union opened two days of talks in Niger aimed at ending a dispute between Mali and Chad.",
            "African Union mediated Mali, Chad",
        ),
        ("Mali and Chad agreed to a pause in the fighting.", "Mali, Chad ceased_fire_with"),
        ("Mali is complying with the cease-fire with Chad.", "Mali ceased_fire_with Chad"),
        (
            "Chad announced a truce to match one declared by Mali, a truce declared by Mali.",
            "Chad ceased_fire_with Mali",
        ),
    ],
)
def test_talks_and_truces_are_told(tell: Tell, text: str, line: str) -> None:
    """The parties are found wherever the sentence, or the one before, names them."""
    assert any(told.startswith(line) for told in tell(text)), tell(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("France and Germany called for an end to the fighting in Mali.", "ceased_fire_with"),
        ("France and Britain began a dialogue to end the dispute.", "agreed_with"),
        ("France and Germany backed efforts to begin a political dialogue in Chad.", "France, Germany negotiated_with"),
        ("Peru and Chile decided to leave the union.", "agreed_with"),
        ("Jonas Savimbi said his UNITA movement will sign an accord with Angola.", "Savimbi signed_with"),
        ("Talks led by Ravi Rao of Peru between Peru and Chile resumed.", "mediated"),
    ],
)
def test_what_is_none_of_theirs_is_not_told(tell: Tell, text: str, part: str) -> None:
    """Whose efforts, decisions and movements they are not."""
    assert not [told for told in tell(text) if part in told], tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("An effort led by Italy to end the war between Mali and Chad has failed.", "Italy mediated Mali, Chad"),
        (
            "Moves, led by Italy and also involving Libya, to broker an end to the war between Mali and Chad began.",
            "Italy mediated Mali, Chad",
        ),
        ("President Rao called President Sarr to offer talks on fishing.", "Rao negotiated_with Sarr (possible)"),
        ("India shelled Pakistan. Pakistan offered talks on Kashmir.", "Pakistan negotiated_with India (possible)"),
        ("Israel and Hamas reached a prisoner swap deal.", "Israel, Hamas exchanged_prisoners_with"),
        ("UNITA laid down its arms under a truce with the Angolan government.", "UNITA ceased_fire_with Angola"),
        ("UN-led talks between UNITA and the Angolan government dragged on.", "United Nations mediated UNITA, Angola"),
    ],
)
def test_whose_efforts_and_offers_they_are(tell: Tell, text: str, line: str) -> None:
    """Who leads an effort mediates; talks are offered to whom one speaks or deals."""
    assert any(told.startswith(line) for told in tell(text)), tell(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The truce is being put down to the recent reconciliation between Sudan and Chad.", "ceased_fire_with"),
        ("Ravi Rao of Peru recommended that negotiations with Iran be entered into.", "negotiated_with"),
        ("Rao of Peru met Paz of Chile to discuss the status of the peace talks with the FARC.", "negotiated_with"),
    ],
)
def test_talks_of_others_are_not_theirs(tell: Tell, text: str, part: str) -> None:
    """Who only recommends talks or discusses how they go is none of those who talk."""
    assert not [told for told in tell(text) if part in told + "\n"], tell(text)
