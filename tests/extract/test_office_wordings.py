"""Wordings of ministries and presidencies, and those of them that say something else."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru blames Chad for the attack on Mali.", "Peru accused Chad"),
        ("Peru blamed Chad for the violence.", "Peru accused Chad"),
        ("Peru remains concerned about Chad.", "Peru criticized Chad"),
        ("Chad rained missiles on Mali.", "Chad attacked Mali"),
        ("Chad sent drones against Mali.", "Chad attacked Mali"),
        ("Macron co-chaired the strategic dialogue with Modi.", "Emmanuel Macron met Narendra Modi"),
        ("Macron briefed Modi on the talks.", "Emmanuel Macron spoke_with Narendra Modi"),
        ("Peru revoked the accreditation of the ambassador of Chad.", "Peru expelled Chad"),
        ("Peru called for the withdrawal of Chad.", "Peru urged Chad"),
        ("Peru designated Wang Yi as its envoy.", "Peru appointed Wang Yi"),
        ("Peru welcomed the news that Chad had released the crew.", "Peru praised Chad"),
        ("Peru hailed the announcement that Chad and Mali had signed a treaty.", "Peru praised Chad, Mali"),
        ("Peru appreciates that Chad has joined the treaty.", "Peru praised Chad"),
        ("Peru is pleased that Chad has joined the treaty.", "Peru praised Chad"),
        ("Peru expressed concern about Chad.", "Peru criticized Chad"),
        ("Peru opened its borders to Chad.", "Peru conceded_to Chad"),
        ("Peru condemned the human rights abuses by the government of Chad.", "Peru criticized Chad"),
    ],
)
def test_what_offices_say_and_do(tell: Tell, text: str, line: str) -> None:
    """Each wording of its family tells its act."""
    told = tell(text)
    assert line in told or line.replace("criticized", "accused") in told


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Chad opened its doors to Mali.", "conceded_to"),
        ("The dismissal of officials by Chad surprised Mali.", "rejected"),
        ("Chad pursues its interests in Mali.", "attacked"),
        ("Chad pursued a policy of dialogue with Mali.", "attacked"),
        ("Peru designated Hamas a terrorist organisation.", "appointed"),
        ("Peru called for the withdrawal of all foreign forces from Chad.", "urged"),
        ("Peru sent drones to Mali.", "attacked"),
        ("Peru showered praise on Mali.", "attacked"),
        ("Macron briefed the press on Modi.", "spoke_with"),
        ("Peru blamed the weather for the crisis in Chad.", "accused"),
        ("Peru and Chad have a mutual understanding.", "agreed_with"),
        ("Peru is glad that Chad has been defeated.", "praised"),
        ("Peru is glad that Chad has lost the war.", "praised"),
        ("Peru is pleased that its ties with Chad grow.", "praised"),
        ("Peru would be glad if Chad joined the treaty.", "praised"),
        ("Peru deplored that Chad was attacked.", "criticized"),
        ("Peru expressed concern about the situation in the South China Sea.", "criticized"),
        ("Peru cancelled the accreditation of a university.", "expelled"),
    ],
)
def test_what_only_sounds_like_it(tell: Tell, text: str, predicate: str) -> None:
    """Other things with the same words do not tell it."""
    assert not [t for t in tell(text) if f" {predicate} " in t]


def test_the_guests_of_a_minister_are_not_himself(tell: Tell) -> None:
    """ "Lavrov welcomed the foreign ministers" are those of the others."""
    text = (
        "Russian Foreign Minister Sergey Lavrov spoke. Chinese Foreign Minister Wang Yi and Indian Foreign Minister "
        "Subrahmanyam Jaishankar came. Lavrov thanked the foreign ministers."
    )
    told = [t for t in tell(text) if t.startswith("Sergey Lavrov praised")]
    assert told and all("Lavrov" not in t.split(" praised ")[1] for t in told)
