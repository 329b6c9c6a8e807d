"""An accord is made by those who settle its terms, is a truce if it ends the fighting, and has a partner behind it."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The details of the pact were worked out between Peru and Chile.", "Peru, Chile agreed_with"),
        ("Peru and Chile hammered out the wording of the treaty in Lima.", "Peru, Chile agreed_with"),
        ("Peru accepted the terms of the truce with Chile.", "Peru ceased_fire_with Chile"),
        ("Peru and Chile reached an understanding to halt hostilities.", "Peru, Chile ceased_fire_with"),
        ("Peru signed an agreement with Chile to end the war.", "Peru ceased_fire_with Chile"),
        (
            "The date and wording of the understanding to stop firing were worked out between Peru and Chile.",
            "Peru, Chile ceased_fire_with",
        ),
        (
            "Peru and Chile put their signatures on Monday to separate but similar accords with Bolivia.",
            "Peru, Chile signed_with Bolivia",
        ),
        ("Peru and Chile put their signatures to a treaty.", "Peru, Chile signed_with"),
    ],
)
def test_who_settles_the_terms_makes_the_accord(tell: Tell, text: str, line: str) -> None:
    """Through its contents, its purpose and the signatures under it."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "The details of the treaty were not known to Peru and Chile.",
        "Peru and Chile reached an agreement to stop the dumping of waste.",
        "Peru and Chile put their signatures to a treaty that replaces a pact with Bolivia.",
    ],
)
def test_what_is_only_near_makes_no_truce_and_no_partner(tell: Tell, text: str) -> None:
    """Waste is no war, and a pact that is replaced is not the one signed."""
    assert not [line for line in tell(text) if "ceased_fire" in line or "Bolivia" in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru and Chile resumed relations. Their finance ministers met.", "Peru, Chile met"),
        ("Peru and Chile were at odds until a phone call of their two defence ministers.", "Peru, Chile called"),
        ("The two directors general of Peru and Chile met.", "Peru, Chile met"),
        ("The attorneys general of Peru and Chile met.", "Peru, Chile met"),
    ],
)
def test_their_ministers_are_those_of_both(tell: Tell, text: str, line: str) -> None:
    """ "Their" before an office of several is the two states'; "general" may stand behind its plural."""
    assert line in tell(text)


def test_the_advisers_of_some_persons_are_no_states(tell: Tell) -> None:
    """ "Their" of those whose states nobody names says nothing."""
    assert not tell("The ministers and their advisers met.")
