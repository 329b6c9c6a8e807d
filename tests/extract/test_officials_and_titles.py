"""Offices with long portfolios, who signs a statement, and whose "the delegation", "the regime" and "they" are."""

from __future__ import annotations

import pytest
from telling import Tell

MET = [
    ("the British Minister of State for Europe and the Americas, Sir Alan Roe", "Alan Roe"),
    ("the British Minister of State for Europe and the Americas Alan Roe", "Alan Roe"),
    ("Assistant Secretary for Near Eastern Affairs Ann Roe", "Ann Roe"),
    ("Assistant Secretary for South and Central Asian Affairs Ann Roe", "Ann Roe"),
    ("the Head of the Chilean Permanent Mission to the Council of Europe, Ambassador Ann Roe", "Ann Roe"),
    ("the Head of the EU Delegation to Peru, Ambassador Ann Roe", "Ann Roe"),
    ("the State Secretary at the Federal Foreign Office, Ann Roe", "Ann Roe"),
    ("the Deputy Head of the Chilean Mission to the United Nations Ann Roe", "Ann Roe"),
]


@pytest.mark.parametrize(("office", "name"), MET)
def test_an_office_with_its_portfolio_is_one_person(tell: Tell, office: str, name: str) -> None:
    """The words of an office name no further actor."""
    assert tell(f"Peruvian Foreign Minister Juan Paz met {office}.") == [f"Juan Paz met {name}"]


def test_who_signs_a_statement_on_a_line_of_his_own_is_i(tell: Tell) -> None:
    """The title of a readout names the other; its author stands alone on a line."""
    text = "Call with South Sudan President Salva Kiir\n\nJohn Kerry\nSecretary of State\n\n"
    text += "I spoke yesterday with President Salva Kiir. I urged him to act."
    told = tell(text, date="2013-07-27", publisher="U.S. Department of State")
    assert told == ["John Kerry spoke_with Salva Kiir", "John Kerry urged Salva Kiir"]


def test_the_delegation_is_of_who_travels_with_it(tell: Tell) -> None:
    """The place that opens the sentence is not whose delegation it is."""
    text = "Mr Rao will travel to Peru with a large delegation. In Lima, the delegation will meet Mr Sarr."
    assert tell(text)[-1] == "Rao met Sarr (planned)"


def test_the_regime_is_the_one_that_measures_were_told_against(tell: Tell) -> None:
    """Nobody calls his own government a regime."""
    text = "Chad imposed sanctions on Mali. We do so alongside Peru, which is imposing costs on the regime."
    assert "Peru sanctioned Mali" in tell(text, publisher="Ministry of Foreign Affairs of Chad")


def test_its_reason_is_of_whom_a_measure_hits(tell: Tell) -> None:
    """The attacks that sanctions answer are not those of who imposes them."""
    text = "Peru announced sanctions against Chad in response to its attacks on Mali."
    assert tell(text) == ["Peru sanctioned Chad", "Chad attacked Mali"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mr Rao of Peru met today with several ambassadors of Peru.", []),
        ("Mr Rao of Peru met today with several ambassadors of Chad.", ["Rao met Chad"]),
        ("Peru assured us of its commitment to the truce.", ["Peru spoke_with Chad"]),
        ("Peru and Chile shared the view that the role of China is important.", []),
        ("Peru rejects any forced displacement of Palestinians from Gaza.", []),
        ("Peru welcomed the delegation of the Hamas.", ["Peru hosted Hamas"]),
        ("The presidents of Peru and Chile instructed Juan Paz of Peru to continue the talks.", []),
    ],
)
def test_what_an_office_does_not_tell(tell: Tell, text: str, told: list[str]) -> None:
    """Meetings with the own people, assurances, shared views and victims are no acts towards those named."""
    assert tell(text, publisher="Ministry of Foreign Affairs of Chad") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rao held a telephone conversation, starting at 18:20, with Putin.", "Rao called Vladimir Putin"),
        ("It was urgent to halt the attacks by Israel on Lebanon at once.", "Israel attacked Lebanon"),
        ("They discussed concerns about economic coercion against Peru by Chile.", "Chile coerced Peru"),
        ("Paz gave an overview of the visit of a delegation of Hamas to Chad.", "Hamas visited Chad"),
        ("Paz explained the telephone talks of November 24 between Rubio and Lavrov.", "called"),
    ],
)
def test_an_act_told_by_a_noun_keeps_its_parties(tell: Tell, text: str, told: str) -> None:
    """Whom it was with, whom it was aimed at and where it went hang on the act, whatever stands between."""
    assert any(told in line for line in tell(text))
