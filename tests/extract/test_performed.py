"""What is done by trying, pledging or deciding it, and what the present tells of days to come."""

from __future__ import annotations

import pytest
from telling import Read


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        ("Kenya tried to mediate between Chad and Mali.", "mediated", "actual"),
        ("Kenya flew there in an effort to broker peace between Chad and Mali.", "mediated", "actual"),
        ("Kenya will try to mediate between Chad and Mali.", "mediated", "planned"),
        ("Kenya offered to mediate between Chad and Mali.", "mediated", "possible"),
        ("Kenya has been trying to persuade Chad to sign the accord.", "urged", "actual"),
        ("Kenya continued its efforts to help the people of Mali.", "aided", "actual"),
        ("Kenya tried to attack Mali.", "attacked", "possible"),
        ("Chad pledged to support Mali.", "supported", "actual"),
        ("Chad remains committed to supporting Mali.", "supported", "actual"),
        ("Chad reaffirmed its commitment to supporting Mali.", "supported", "actual"),
        ("Chad refused to promise to support Mali.", "supported", "negated"),
        ("Chad plans to support Mali.", "supported", "planned"),
        ("Chad pledged to attack Mali.", "attacked", "planned"),
        ("Peru decided to recall its ambassador from Mali.", "recalled", "actual"),
        ("The EU agreed to strengthen sanctions on Mali.", "sanctioned", "actual"),
        ("Peru has not decided to impose sanctions on Mali.", "sanctioned", "negated"),
        ("Peru is expected to decide to impose sanctions on Mali.", "sanctioned", "planned"),
        ("Peru will decide whether to impose sanctions on Mali.", "sanctioned", "possible"),
        ("Peru decided to attack Mali.", "attacked", "planned"),
        ("President Rao accepted an invitation to visit Mali in March.", "visited", "planned"),
        ("President Rao declined an invitation to visit Mali in March.", "visited", "negated"),
        ("Peru has been gearing up to recognize Mali.", "recognized", "planned"),
        ("The talks between Peru and Mali are to take place in Rome.", "negotiated_with", "planned"),
    ],
)
def test_efforts_pledges_and_decisions(read: Read, text: str, predicate: str, status: str) -> None:
    """Only acts that consist in the effort, the pledge or the decision are done by it."""
    assert {event.status for event in read(text).events if event.predicate == predicate} == {status}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("President Rao of Peru accepted President Keita's invitation to visit Mali.", "visited"),
        ("President Keita extended an invitation to President Rao to visit Mali.", "visited"),
    ],
)
def test_who_is_invited_goes(read: Read, text: str, predicate: str) -> None:
    """Not who invites."""
    assert [event.subjects[0].name for event in read(text).events if event.predicate == predicate] == ["Rao"]


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("President Rao leaves for Mali on Sunday.", "planned", "2025-05-25"),
        ("President Rao begins a three-day visit to Mali on Sunday.", "planned", "2025-05-25"),
        ("President Rao left for Mali on Sunday.", "actual", "2025-05-18"),
    ],
)
def test_a_weekday_beside_the_present_is_to_come(read: Read, text: str, status: str, date: str) -> None:
    """Journeys are told in the present when they are on a timetable."""
    assert [(e.status, e.date) for e in read(text).events if e.predicate == "visited"] == [(status, date)]
