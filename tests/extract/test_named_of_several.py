"""Those named of several, descriptions beside a name, what was used in an attack, datelines with an agency."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Three countries, including Norway and Iceland, urged Denmark to wait.", "Norway, Iceland urged Denmark"),
        ("Several ministers, among them Franco Frattini, condemned Syria.", "Franco Frattini criticized Syria"),
        ("Several nations such as Peru and Chile recognized Kosovo.", "Peru, Chile recognized Kosovo"),
        ("Nauru, a former colony which Japan invaded in 1942, is small.", "Japan attacked Nauru"),
        ("Italy praised Chad, the neighbour that Sudan attacked in May.", "Sudan attacked Chad"),
        ("Turkey used cluster bombs in an attack against Kurdish rebels.", "Turkey attacked Kurds"),
        ("Israel killed nine men in a raid on Hezbollah.", "Israel attacked Hezbollah"),
        ("Moscow denounced Estonia changing its position on the border.", "Russia criticized Estonia"),
        ("Russia will withdraw its soldiers based in Georgia.", "Russia withdrew_from Georgia"),
        ("Then U. S. Secretary of State George Shultz threatened Libya.", "George Shultz threatened Libya"),
        ("Oslo, Mar 04, NTB -- Sweden criticized Finland.", "Sweden criticized Finland"),
        ("Oslo March 4 TASS -- Sweden criticized Finland.", "Sweden criticized Finland"),
    ],
)
def test_a_party_is_found_through_its_construction(tell: Tell, text: str, line: str) -> None:
    """A list, a description, an attack told beside or a dateline does not hide who does what to whom."""
    assert any(told.startswith(line) for told in tell(text)), tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Several islands, including Malta, lost power after Italy criticized Libya.", "Malta"),
        ("France lost two soldiers in an attack on a base in Mali.", "France attacked"),
        ("Peru condemned a buildup of forces surrounding Ukraine.", "Peru coerced"),
        ("Oslo, Mar 04, NTB -- Sweden criticized Finland.", "Norway"),
    ],
)
def test_a_bystander_is_no_party(tell: Tell, text: str, line: str) -> None:
    """Islands do nothing, who loses soldiers does not attack, and where a report was written is no actor."""
    assert not any(told.startswith(line) for told in tell(text)), tell(text)
