"""Who a minister without a state is of, who acts on what opens a sentence, and what is fired off that is no weapon."""

from __future__ import annotations

import pytest
from telling import Read


def told(read: Read, text: str) -> set[tuple[str, str, str]]:
    """Give the first subject, the predicate and the first object of each event."""
    return {(e.subjects[0].name, e.predicate, e.objects[0].name) for e in read(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "Panama will resist any attempt to take back the canal, Foreign Minister Ana Rojas warned.",
        "Uruguay has committed an error, Defence Minister Raul Pintos said on Monday.",
        "Peru fired off a statement at Chile.",
        "Peru bombarded Chile with questions.",
        "Peru sent a clear signal to Chile on Monday.",
    ],
)
def test_nothing_is_told(read: Read, text: str) -> None:
    """A minister does not warn the own state; letters and questions are no attack, and signals no forces."""
    assert told(read, text) == set()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Chile has violated the truce, Peruvian Defence Minister Raul Pintos said.",
            ("Raul Pintos", "accused", "Chile"),
        ),
        ("Peru fired off rockets at Chile.", ("Peru", "attacked", "Chile")),
        ("Peru bombarded Chile with rockets.", ("Peru", "attacked", "Chile")),
        ("Denied overflight rights by Algiers, French jets flew home.", ("Algeria", "rejected", "France")),
        ("French jets were denied overflight rights by Algeria.", ("Algeria", "rejected", "France")),
        ("Goaded by Chile, Peru asked the UN for help.", ("Chile", "urged", "Peru")),
        ("Uganda was blamed by Rwanda for the raid.", ("Rwanda", "accused", "Uganda")),
        ("Rwanda laid the blame at the door of Uganda.", ("Rwanda", "accused", "Uganda")),
        ("Peruvian troops fell upon a column of Chilean soldiers.", ("Peru", "attacked", "Chile")),
        ("A Chinese ship rammed a Philippine boat near the shoal.", ("China", "attacked", "Philippines")),
        ("Peru passed up a Chilean offer of gas.", ("Peru", "rejected", "Chile")),
        ("Peru rubbished a Chilean allegation.", ("Peru", "rejected", "Chile")),
        ("Peru presented Chile with a bill for the damage.", ("Peru", "demanded_of", "Chile")),
        ("Peru put Chile on notice on Monday.", ("Peru", "warned", "Chile")),
    ],
)
def test_an_event_is_told(read: Read, text: str, event: tuple[str, str, str]) -> None:
    """The same with a state of one's own, with weapons, and the rarer wordings of the acts."""
    assert event in told(read, text)


def test_sources_accuse_nobody(read: Read) -> None:
    """What sources of a land say is only whence it is known."""
    text = "Israeli jets carried out two raids on Hezbollah positions near Baalbek, Lebanese security sources said."
    assert "accused" not in {e.predicate for e in read(text).events}
