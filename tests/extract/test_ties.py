"""Friendly ties as agencies word them: visits, accession, appointments, recognition, backing, praise and aid."""

from __future__ import annotations

import pytest
from telling import Tell

TOLD = [
    # appointments
    ("Peruvian President Juan Paz asked Ravi Rao to form a government.", "Juan Paz appointed Ravi Rao"),
    ("Peruvian President Juan Paz charged Ravi Rao with forming a cabinet.", "Juan Paz appointed Ravi Rao"),
    ("President Juan Paz replaced Luis Vega with General Ravi Rao.", "Juan Paz appointed Ravi Rao"),
    ("President Juan Paz gave the post of interior minister to Ravi Rao.", "Juan Paz appointed Ravi Rao"),
    ("President Juan Paz brought Ravi Rao into his cabinet.", "Juan Paz appointed Ravi Rao"),
    ("Luis Vega was named President Juan Paz's envoy to Chad.", "Juan Paz appointed Luis Vega"),
    # accession
    ("Latvia was elected to the UN Security Council.", "Latvia joined UN Security Council"),
    ("Chad was granted observer status at the Arab League.", "Chad joined Arab League"),
    ("Chad has ratified the Kyoto Protocol.", "Chad joined Kyoto Protocol"),
    ("Madagascar signed the Nuclear Non-Proliferation Treaty in 1968.", "Madagascar joined Non-Proliferation Treaty"),
    ("The Kurdistan Democratic Party has thrown in its lot with Iraq.", "Kurdistan Democratic Party joined Iraq"),
    ("UNITA has joined the government led by Ravi Rao.", "UNITA joined Ravi Rao"),
    (
        "Moldova's application for membership of the Partnership for Peace was accepted.",
        "Moldova joined Partnership for Peace",
    ),
    # recognition
    ("Peru was the first country to recognise Kosovo.", "Peru recognized Kosovo"),
    ("Peru was among the first to recognise Slovenia.", "Peru recognized Slovenia"),
    ("The first to recognise Slovenia was Peru.", "Peru recognized Slovenia"),
    # backing and praise
    ("Peru is Chile's main backer.", "Peru supported Chile"),
    ("Chile's plan won support from Peru.", "Peru supported Chile"),
    ("Peru understands Chile's position.", "Peru supported Chile"),
    ("Peru declared itself in favour of Chile's entry.", "Peru supported Chile"),
    ("Peru described Chile's decision as a step in the right direction.", "Peru praised Chile"),
    ("Peru called Chile's decision a positive step.", "Peru praised Chile"),
    ("Peru said it was encouraged by Chile's decision.", "Peru praised Chile"),
    ("Peru responded positively to Chile's offer.", "Peru praised Chile"),
    ("Chile's offer met with a warm welcome from Peru.", "Peru praised Chile"),
    ("Peru noted with appreciation the efforts of Chile.", "Peru praised Chile"),
    ("Peru said Chile deserved praise for its restraint.", "Peru praised Chile"),
    ("Chad released two pilots. The move was applauded by Peru.", "Peru praised Chad"),
    ("Congratulating Tony Blair on his victory, Peru's Juan Paz spoke of a new era.", "Juan Paz praised Tony Blair"),
    ("Peru called Chile's letter a step forward.", "Peru praised Chile"),
    ("Chile's handling of the talks won high marks from Peru.", "Peru praised Chile"),
    ("Peru's Juan Paz was lavish in his praise of Ravi Rao.", "Juan Paz praised Ravi Rao"),
    # aid
    ("The first of five Peruvian planes carrying food landed in Chad.", "Peru aided Chad"),
    ("A convoy of 20 trucks with food from Peru reached Chad.", "Peru aided Chad"),
    ("Colombian rebels were supplied with rifles from Peru.", "Peru aided Colombian rebels"),
    ("Relief supplies from Peru arrived in Chad.", "Peru aided Chad"),
    ("Peruvian aid reached Chad on Monday.", "Peru aided Chad"),
    ("Two Peruvian planes with relief supplies arrived in Chad.", "Peru aided Chad"),
    ("A hurricane devastated Honduras. Peru sent blankets and 200 doctors.", "Peru aided Honduras"),
    # appointments and visits that the parser reads otherwise
    (
        "President Boris Yeltsin signed a decree naming Vladimir Putin head of the service.",
        "Boris Yeltsin appointed Vladimir Putin",
    ),
    (
        "Among those attending a funeral in Chad were Tony Blair and Peru's Juan Paz.",
        "Tony Blair, Juan Paz visited Chad",
    ),
    ("The visit to Chad of the Peruvian president, Juan Paz, ended on Monday.", "Juan Paz visited Chad"),
    # visits
    ("President Juan Paz of Peru reached Luanda on Monday.", "Juan Paz visited Angola"),
    ("Juan Paz of Peru, just back from Chad, spoke of a new era.", "Juan Paz visited Chad"),
    ("Fresh from a visit to Chad, Juan Paz of Peru spoke of a new era.", "Juan Paz visited Chad"),
    ("Speaking on arrival in Luanda, President Juan Paz of Peru was hopeful.", "Juan Paz visited Angola"),
    ("Speaking in Chad, where he is on an official visit, Juan Paz of Peru spoke of peace.", "Juan Paz visited Chad"),
    ("President Juan Paz of Peru toured flood-hit areas of Chad.", "Juan Paz visited Chad"),
    ("President Juan Paz of Peru toured French positions in Bosnia.", "Juan Paz visited Bosnia and Herzegovina"),
    ("Juan Paz of Peru dispatched Luis Vega to Luanda.", "Luis Vega visited Angola"),
    ("President Juan Paz began a tour on Monday that will take him to Chad.", "Juan Paz visited Chad (planned)"),
    ("Peru's Juan Paz handed Ravi Rao an invitation to come to Lima.", "Juan Paz invited Ravi Rao"),
]

UNTOLD = [
    ("Peru described Chile's decision as a step in the wrong direction.", "praised"),
    ("Peru called Chile's decision a mistake.", "praised"),
    ("Peru backs the Paris Agreement.", "supported"),
    ("Chad sent tents and blankets.", "aided"),
    ("A flood hit Chad and an earthquake struck Mali. Peru sent tents.", "aided"),
    ("Rice prices in Peru reached a record in Chad.", "aided"),
    ("Peru expelled two Chadians. Analysts welcomed the move.", "praised"),
    ("The United States urged North Korea to return to the six-party talks.", "joined"),
    ("The European Commission may take China to the World Trade Organization.", "joined"),
    ("Peru and Chile shared views on the challenges posed by China.", "supported"),
    ("Chad praised the ruling. Peru welcomed the move.", "praised Chad"),
    ("Japan and the Philippines signed the Reciprocal Access Agreement in Manila.", "joined"),
    ("Tony Blair spent two hours with Juan Paz on Monday.", "visited"),
    ("Japan's purchase of the islands angered Chad.", "praised"),
    ("Peru asked Ravi Rao to form a queue of visitors from Chad.", "joined"),
    ("President Juan Paz was back in his office.", "visited"),
    ("The Peruvian bank reached an agreement in Chad.", "visited"),
    ("President Juan Paz was interested in peace but rather in Chad.", "visited"),
]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_the_tie_is_told(tell: Tell, text: str, event: str) -> None:
    """The act is told, with who does it and to whom."""
    assert event in tell(text)


@pytest.mark.parametrize(("text", "predicate"), UNTOLD)
def test_nothing_of_the_kind_is_told(tell: Tell, text: str, predicate: str) -> None:
    """Words of a friendly tie that tell none."""
    assert not [line for line in tell(text) if f" {predicate}" in line]
