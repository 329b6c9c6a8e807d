"""Measures, designations, embargoes and captives in the wordings of agencies and governments."""

from __future__ import annotations

import pytest

from kg import Article
from kg.extract import Extractor


def told(extractor: Extractor, text: str) -> set[str]:
    """What a sentence tells, as "Peru sanctioned Chad"."""
    events = extractor.extract(Article("a", text, published="1996-05-02")).events
    return {f"{s.name} {e.predicate} {o.name}" for e in events for s in e.subjects for o in e.objects or e.subjects[1:]}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru's treasury blocked all property of the government of Chad.", "Peru sanctioned Chad"),
        ("Peru has determined that Chad is a sponsor of terrorism.", "Peru sanctioned Chad"),
        ("Peru revoked the visas of twelve senior officials of Chad.", "Peru sanctioned Chad"),
        ("Peru is restricting visas for Chadian officials who rigged the vote.", "Peru sanctioned Chad"),
        ("Peru withheld 20 million dollars in aid from Chad.", "Peru sanctioned Chad"),
        ("Peru raised tariffs on steel from Chad.", "Peru sanctioned Chad"),
        ("Peru tightened export controls on technology sold to Chad.", "Peru sanctioned Chad"),
        ("Peru cancelled the sale of six helicopters to Chad.", "Peru sanctioned Chad"),
        ("Peru ended preferential treatment for Chadian goods.", "Peru sanctioned Chad"),
        ("Peru called a boycott of Chadian goods.", "Peru sanctioned Chad"),
        ("Peru lifted its ban on travel with Chad.", "Peru conceded_to Chad"),
        ("Three Chadian firms were added to Peru's sanctions list.", "Peru sanctioned Chad"),
        ("Peru agreed a new round of sanctions against Chad.", "Peru sanctioned Chad"),
        ("Peru refused to sell arms to Chad.", "Peru sanctioned Chad"),
        ("Peru exempted Chad from its steel tariffs.", "Peru conceded_to Chad"),
        ("Peru added two individuals from Chad to its blacklist.", "Peru sanctioned Chad"),
        ("Two Chadians were kept in a Peruvian prison for 14 months.", "Peru detained Chad"),
        ("Peru's sanctions target eleven Chadian generals.", "Peru sanctioned Chad"),
        ("Chad was hit by Peruvian sanctions.", "Peru sanctioned Chad"),
        ("Chad has been under a Peruvian embargo since 1990.", "Peru sanctioned Chad"),
        ("Chad was suspended from the African Union.", "African Union sanctioned Chad"),
        ("Peru took Chad off its list of states that back rebels.", "Peru conceded_to Chad"),
        (
            "The king regretted the expulsion of Joseph Rao, the Peruvian ambassador to Chad.",
            "Chad expelled Joseph Rao",
        ),
        ("Peru is holding four Chadians on drug charges.", "Peru detained Chad"),
        ("A Peruvian court sentenced two Chadians to ten years in prison.", "Peru detained Chad"),
        ("Two Chadians were freed from a Peruvian jail.", "Peru released Chad"),
        ("Peru let the crew of the Chadian trawler go.", "Peru released Chad"),
        (
            "An exchange of prisoners between Peru and Chad took place on Sunday.",
            "Peru exchanged_prisoners_with Chad",
        ),
    ],
)
def test_measures_and_captives_are_found(extractor: Extractor, text: str, event: str) -> None:
    """Each wording tells its event."""
    assert event in told(extractor, text)


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        ("Iraq was suspended from Kuwait.", "sanctioned"),
        ("Peru took Chad off its list of trusted partners.", "conceded_to"),
        ("The decree restricts visas.", "sanctioned"),
        ("Peru banned Rao after sanctions in May against Joseph Sarr.", "Sarr"),
        ("Peru sanctioned firms that arm the rebels of Mali and the army of Chad.", "Peru sanctioned Mali"),
        ("Chad was hit by Peruvian sanctions.", "attacked"),
        ("Peru holds Chadians in high regard for the harvest of the oil of Mali.", "seized"),
        ("Russia criticised sanctions aimed at Chad.", "Russia sanctioned"),
    ],
)
def test_no_measure_is_made_up(extractor: Extractor, text: str, not_told: str) -> None:
    """What only looks like a measure tells none."""
    assert not [event for event in told(extractor, text) if not_told in event]
