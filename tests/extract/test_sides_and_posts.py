"""Whose talks and truces they are, posts once held or unnamed, what is still to come, and who is only in the way."""

from __future__ import annotations

import pytest
from telling import Read, Tell


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "There were talks between Peru and the governments of Mali and Chad.",
            ["Peru negotiated_with Mali, Chad"],
        ),
        ("There were talks between Peru, Mali and Chad.", ["Peru, Mali, Chad negotiated_with"]),
        (
            "The leaders of Egypt and Jordan agreed to restart Israeli-Lebanese talks.",
            ["Egypt, Jordan agreed_with", "Lebanon, Israel negotiated_with (planned)"],
        ),
        (
            "Presidents Rao and Sarr were joined by Ann Bell in five hours of talks with Ivan Petrov.",
            ["Ann Bell, Rao, Sarr negotiated_with Ivan Petrov"],
        ),
    ],
)
def test_who_talks_to_whom(tell: Tell, text: str, lines: list[str]) -> None:
    """One side may be several, and the talks may be those of others than who wants them."""
    assert [line for line in tell(text) if "negotiated_with" in line or "agreed_with" in line] == lines


def test_two_sides_of_a_truce_are_each_other(tell: Tell) -> None:
    """A truce of two named parties is not one of either with somebody else told of before."""
    text = "Hamas met Fatah in Gaza. Hamas and Israel finally agreed to a ceasefire."
    assert tell(text)[-1] == "Hamas, Israel ceased_fire_with"


def test_who_urges_a_truce_is_no_party_to_it(tell: Tell) -> None:
    """Whom somebody urged to end a war fights others."""
    text = "Peru urged President Taylor of Liberia to step down. Taylor has ended the war."
    assert tell(text) == ["Peru urged Taylor"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Imre Rao flew to Chad. The former Peruvian minister will meet President Sarr.",
            "Imre Rao met Sarr (planned)",
        ),
        ("President Rao told a prominent Canadian leader he expects relations to improve.", "spoke_with Canada"),
        ("The United States is kicking out Syria's top diplomat to Washington.", "United States expelled Syria"),
        ("El Salvador's armed forces chief visited Peru.", "El Salvador visited Peru"),
        ("Sheikh Jabbar al Ahmed al Sabah urged Peru to act.", "Jabbar al Ahmed al Sabah urged Peru"),
    ],
)
def test_posts_without_the_one_in_office(tell: Tell, text: str, line: str) -> None:
    """Who once held a post, one of several, or an envoy is not who holds the highest office today."""
    assert line in tell(text)[-1]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The first contact between Peru and Chile is due to begin today.", "(planned)"),
        ("It will be the first time Peru and Chile have met.", "(planned)"),
        ("It was the first time Peru and Chile had met.", "met"),
        ("Diplomats from Togo failed in an attempt to visit Foday Sankoh.", "(negated)"),
        ("An accord must come without a meeting between India and Pakistan.", "(negated)"),
        ("Denmark supports Peru's accession to NATO.", "(possible)"),
        ("Denmark hailed Peru's accession to NATO.", "joined NATO"),
        ("Peru and Chile are close to a deal for a truce between Mali and Chad.", "(possible)"),
        ("Ann Rao and Imre Sarr are expected to seal it when they talk by telephone this week.", "(planned)"),
        ("A Peruvian delegation reportedly travelled to Chile.", "visited Chile"),
    ],
)
def test_what_is_not_done_yet(tell: Tell, text: str, line: str) -> None:
    """What is due, hoped for or favoured has not happened; what is only reported has."""
    assert tell(text)[-1].endswith(line)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In its biggest raid since the revolt began in 2005, Chad bombed Boko Haram.", "2025-05-19"),
        ("Peru expelled two Chilean diplomats over breaches of the 1961 convention.", "2025-05-19"),
        ("Peru and Chile discussed ties since the opening of embassies in 1970.", "2025-05-19"),
        ("Ann Rao, on her fifth visit to Peru in two years, praised Chile.", "2025-05-19"),
    ],
)
def test_years_that_date_something_else(read: Read, text: str, date: str) -> None:
    """Since when it is so, the year in a name and how long it took are no day of the act."""
    assert {e.date for e in read(text).events} <= {date, None}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "France has sent troops to protect civilians and deter attacks in Chad from forays by Libyan militia.",
            ["France aided Chad", "France deployed_to Chad"],
        ),
        ("Nigerian troops rescued 19 hostages kidnapped by militants in the Niger Delta.", []),
        ("The gunmen met Rao. The firm Alfren PLC left.", []),
        (
            "Mr Christopher urged the Russians to stop the onslaught in Chechnya.",
            ["Christopher urged Russia"],
        ),
        ("Mr Burns expected the Geneva meeting to last a day.", []),
        ("Mr Rao and Ms Bell refused to assess the crisis.", []),
        ("The UN accepted the Egyptian plan.", ["United Nations agreed_with Egypt"]),
        ("Iran criticised Bahrain's Sunni rulers.", ["Iran criticized Bahrain"]),
        ("Clinton welcomed the storm as a warning to the Serbs.", []),
        ("Dragan Rao was shot by French troops of the NATO-led force.", ["France attacked Dragan Rao"]),
        (
            "He will visit. Ann Rao will visit Israel, the occupied territories and Jordan.",
            ["Ann Rao visited Israel, Jordan (planned)"],
        ),
        ("Norway said it was glad that the men are free and thanked Nigeria.", ["Norway praised Nigeria"]),
        ("Reuters are reporting the Taliban have condemned Peru.", ["Taliban criticized Peru"]),
    ],
)
def test_who_is_only_in_the_way(tell: Tell, text: str, lines: list[str]) -> None:
    """Who stands behind a shield, a captor, a comparison or a whole people is not whom it is done to."""
    told = [t for t in tell(text) if not t.startswith(("Libyan", "militants", "gunmen", "Egypt "))]
    assert told == lines
