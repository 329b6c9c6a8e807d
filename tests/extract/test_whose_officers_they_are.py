"""Officers without a name: of the body in focus, of who sends them, in the place told, named only behind, or ousted."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("UNITA attacked Angolan troops. Its spokesman accused Portugal of lying.", "UNITA accused Portugal"),
        ("Peru broke off the talks. Its envoys accused Chad of lying.", "Peru accused Chad"),
        ("Libya's U.N. ambassador accused Chad of lying.", "Libya accused Chad"),
        ("The Libyan U.N. envoy accused Chad of lying.", "Libya accused Chad"),
        ("PARIS (AP) -- Chad met Sudan. In Lima, police arrested two Chadian diplomats.", "Peru detained Chad"),
        (
            "The Bolivian army chief arrived in Lima. Mario Vargas said he was glad.",
            "Mario Vargas visited Peru",
        ),
        ("NATO met on Monday. The allies warned Chad.", "NATO warned Chad"),
        ("Burundi's Tutsi-led army attacked Tanzania.", "Burundi attacked Tanzania"),
        ("Tony Blair, in Chad for a day, met Kofi Annan.", "Tony Blair visited Chad"),
        ("Uganda broke relations with Sudan. Kenya has tried to reconcile the two.", "Kenya mediated"),
        (
            "The chairman of the EU called on Chad and Sudan to stop. Tony Blair asked them to talk.",
            "Tony Blair urged Chad",
        ),
        (
            "Colombia's government and leftist rebels signed a treaty after 12 years, leaders of the FARC said.",
            "Colombia, FARC signed_with",
        ),
        ("Rebels released 20 people, including British soldiers and Nigerian peacekeepers.", "United Kingdom"),
    ],
)
def test_whose_they_are(tell: Tell, text: str, line: str) -> None:
    """Who acts is found by the words around."""
    told = " | ".join(tell(text))
    assert line in told, told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Chad's ousted president asked the Security Council for help.", "urged"),
        ("Peru's army chief met Kofi Annan. Chilean Foreign Minister Juan Rao rejected the charge.", "Juan Rao met"),
        ("Tony Blair met Vladimir Putin, now in Chad.", "visited"),
    ],
)
def test_whose_they_are_not(tell: Tell, text: str, line: str) -> None:
    """Nobody else is taken for who acts."""
    assert all(line not in told for told in tell(text)), tell(text)
