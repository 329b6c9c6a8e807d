"""Parties that a phrase parts, days that only bound a count, and what a story goes on to tell of its day."""

from __future__ import annotations

import pytest
from telling import Read, Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru, backed by Cuba, and Chile agreed on a truce.", "Peru, Chile ceased_fire_with"),
        ("Mr Rao met Mr Byron and, later in the day, Mr Diaz.", "Rao met Byron, Diaz"),
        ("Mr Rao met Mr Byron and, separately, Mr Diaz.", "Rao met Byron, Diaz"),
        ("With the help of Norwegian mediators, Peru and Chile signed a truce.", "Peru, Chile ceased_fire_with"),
        ("Peru signed a truce with Chile with the blessing of Kenya.", "Peru ceased_fire_with Chile"),
        (
            "Ethiopia's minister, Abebe Bekele, in a letter sent on Thursday to Mr Byron, accused Eritrea.",
            "Abebe Bekele wrote_to Byron",
        ),
    ],
)
def test_parties_are_found_though_a_phrase_parts_them(tell: Tell, text: str, line: str) -> None:
    """Who stands behind "and, later," or behind a participle is a party too; who helped is none."""
    assert line in tell(text)


def test_who_is_backed_stands_before_the_participle(tell: Tell) -> None:
    """The second of two doers is not backed with the first."""
    assert "Cuba supported Peru" in tell("Peru, backed by Cuba, and Chile agreed on a truce.")


def test_a_newspaper_of_a_capital_is_not_its_state(tell: Tell) -> None:
    """What stands in a newspaper is no act of the state in whose capital it is printed."""
    assert not [line for line in tell("Iran denied a report by a London newspaper.") if "United Kingdom" in line]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Peru attacked Chad for the first time since 1989.", "2025-05-19"),
        ("Peru attacked Chad for the third time this year.", "2025-05-19"),
        ("Peru and Chad held their second meeting this month.", "2025-05-19"),
        ("Peru accused Chad of the worst killings since 1994.", "2025-05-19"),
        ("Peru attacked Chad for the first time in 1994.", "1994-01-01"),
        ("Peru attacked Chad this month.", "2025-05-01"),
        ("Two years ago today, Peru attacked Chad.", "2023-05-19"),
        ("Peru attacked Chad a year and a half ago.", "2023-11-01"),
    ],
)
def test_a_day_that_bounds_a_count_dates_nothing(read: Read, text: str, date: str) -> None:
    """ "For the third time this year" tells how often, not when."""
    assert [e.date for e in read(text).events] == [date]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Mr Rao flew to Chad on Friday, where he met Mr Byron.", ["2025-05-16", "2025-05-16"]),
        (
            "Peruvian troops entered Chad on Friday in a raid that killed rebel leader Ali Haroun.",
            ["2025-05-16", "2025-05-16"],
        ),
    ],
)
def test_what_the_clause_goes_on_with_is_of_the_same_day(read: Read, text: str, dates: list[str | None]) -> None:
    """A past clause behind a place or a deed tells what came of it; a pluperfect does not."""
    assert [e.date for e in read(text).events] == dates


def test_what_an_office_says_must_be_done_is_of_the_day(read: Read) -> None:
    """A demand by "must" in the text of an office is made with the text."""
    events = read("Chad must free the crew.", publisher="Ministry of Foreign Affairs of Peru").events
    assert [(e.predicate, e.date) for e in events] == [("demanded_of", "2025-05-19")]


def test_the_day_before_a_new_clause_is_its_own(tell: Tell) -> None:
    """A day with a clause of its own does not make a second attack."""
    lines = tell("Peru attacked Chad on Monday, and the day before, Kenya freed two Malians.")
    assert [line for line in lines if "attacked" in line] == ["Peru attacked Chad"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Peru suggested that Parliament create a team to hold talks with Chad.",
            "Peru negotiated_with Chad (possible)",
        ),
        ("Peru cleared the way for talks with Chad.", "Peru negotiated_with Chad (possible)"),
        ("The release opens the door to talks between Peru and Chad.", "Peru, Chad negotiated_with (possible)"),
        ("Peace depends on setting up talks between Peru and Chad.", "Peru, Chad negotiated_with (possible)"),
        ("Mr Rao flew to Chad for talks with Mr Byron.", "Rao negotiated_with Byron"),
        ("The reform prepared the way for Syria's return to the Arab League on May 7.", "Syria joined Arab League"),
    ],
)
def test_what_is_only_led_to_is_not_yet_so(tell: Tell, text: str, line: str) -> None:
    """The way, the door and the condition lead to what is still to come, unless it has a day of its own."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru summoned a Chadian diplomat and lodged protest over a violation.", "Peru protested_against Chad"),
        ("Mr Rao's mission is to try and persuade Mr Byron to meet rebels.", "Rao urged Byron (planned)"),
        ("Foreign Minister Roelof (Pik) Botha met Mr Byron.", "Pik Botha met Byron"),
        ('Foreign Minister Roelof F. "Pik" Botha met Mr Byron.', "Pik Botha met Byron"),
        ("The U-S envoy met Mr Byron.", "United States met Byron"),
        ("ISLAMABAD: The Foreign Office summoned the Indian envoy.", "Pakistan summoned India"),
        ("LONDON: The Foreign Office summoned the Indian envoy.", "United Kingdom summoned India"),
        (
            "ISLAMABAD: Britain accused India. The Foreign Office summoned the Indian envoy.",
            "United Kingdom summoned India",
        ),
    ],
)
def test_wordings_of_agencies(tell: Tell, text: str, line: str) -> None:
    """Acts without an article, nicknames amid a name, initials with hyphens, and whose Foreign Office it is."""
    assert line in tell(text)


def test_nobody_is_tried_whom_one_tries_to_persuade(tell: Tell) -> None:
    """To "try and persuade" leaders puts nobody before a court."""
    assert not [line for line in tell("Mr Rao is to try and persuade rebel leader Ali Haroun.") if "detained" in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Mr Rao met with President Bush Dec. 11.", "Rao met George W. Bush"),
        ("Peru accused Chad and its allies of attacking rebel positions.", "Chad attacked rebels (possible)"),
        ("Mr Rao warned Somalia's warlords to leave.", "Rao warned Somalia's warlords"),
        ("Peru condemned an offensive by a force loyal to Ali Haroun.", "Peru criticized force loyal to Ali Haroun"),
        ("Rwanda is at war. Mr Rao held talks with rebel leaders.", "Rao negotiated_with rebels"),
        ("Rwanda is at war. Mr Rao met the commanders of the army.", "Rao met Rwanda"),
        (
            "Russia called upon both the Armenian and Azerbaijani governments to talk.",
            "Russia urged Armenia, Azerbaijan",
        ),
    ],
)
def test_whose_leaders_and_fighters_they_are(tell: Tell, text: str, line: str) -> None:
    """Leaders of rebels are rebels, commanders of the army the state, warlords nobody's; a month is no name."""
    assert line in tell(text, date="2005-12-19")


@pytest.mark.parametrize(
    "text",
    [
        "Britain condemns the decision to expel the UN envoy to Sudan.",
        "Peru deplored the move to expel two Chadians.",
    ],
)
def test_who_deplores_a_decision_did_not_take_it(tell: Tell, text: str) -> None:
    """A decision that somebody reacts to is another's."""
    assert not [line for line in tell(text) if "expelled" in line and line.startswith(("United Kingdom", "Peru"))]


def test_who_explains_a_decision_took_it(tell: Tell) -> None:
    """A decision that somebody explains is his own."""
    assert [line for line in tell("Peru defended the decision to expel two Chadians.") if "Peru expelled Chad" in line]


def test_an_accord_has_its_own_day(read: Read) -> None:
    """The day on which an accord was signed is not that of the appeal to keep it."""
    events = read("Peru called on Chad to keep the accord signed in July 1999.").events
    assert [(e.predicate, e.date) for e in events] == [("urged", "2025-05-19")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Canada shuttered its embassy in Tehran.", "Canada withdrew_from Iran"),
        ("Peru signed a pact with two rebel groups that condemns Chad.", "Peru signed_with rebel groups"),
    ],
)
def test_wordings_of_embassies_and_pacts(tell: Tell, text: str, line: str) -> None:
    """An embassy is shuttered as it is closed; what a pact does is not done by those it was signed with."""
    assert line in tell(text)


def test_cities_demand_nothing(tell: Tell) -> None:
    """Those who march in a state's cities demand, not the state."""
    lines = tell("Thousands of protesters marched in Australian cities demanding an end to the war in Iraq.")
    assert not [line for line in lines if line.startswith("Australia")]
