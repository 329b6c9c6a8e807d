"""Groups without a name of their own act and are dealt with: factions, crowds, peoples, a state's own citizens."""

from __future__ import annotations

import pytest
from telling import Mentions, Tell


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("Palestinian armed groups", "Palestinian armed groups"),
        ("Moslem fundamentalist demonstrators", "Moslem fundamentalist demonstrators"),
        ("ethnic Albanians", "ethnic Albanians"),
        ("Opposition parties in Nepal", "Opposition parties in Nepal"),
        ("US-backed rebels", "US-backed rebels"),
        ("A terror group based in Trinidad", "terror group based in Trinidad"),
        ("Hausa elders", "Hausas"),
        ("activists from the Fatah Party", "Fatah"),
    ],
)
def test_a_group_is_read_by_what_it_is_of(tell: Tell, phrase: str, actor: str) -> None:
    """People, creed, place, backer, seat or party tell an unnamed group from others and from the state."""
    assert tell(f"{phrase[0].upper()}{phrase[1:]} attacked Russian troops.")[0].casefold() == (
        f"{actor} attacked Russia".casefold()
    )


@pytest.mark.parametrize(
    "phrase", ["aid groups", "a political party", "some workers", "the opposition", "residents", "ethnic tensions"]
)
def test_people_without_a_people_or_a_place_are_nobody(mentions: Mentions, phrase: str) -> None:
    """Words for groups alone name no actor."""
    assert mentions(f"There were {phrase} everywhere.") == []


def test_the_followers_of_a_leader_are_not_the_leader(tell: Tell) -> None:
    """Supporters act for themselves, and the leader stays somebody who can be named again."""
    assert tell("Supporters of Hugo Chavez attacked Colombian troops.") == [
        "Supporters of Hugo Chavez attacked Colombia"
    ]


def test_a_description_beside_a_name_is_the_named_group(tell: Tell) -> None:
    """An apposition says what a group is; it makes no second actor."""
    assert tell("UNITA, the Angolan rebel movement, attacked Namibian troops.") == ["UNITA attacked Namibia"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Egyptian demonstrators rioted on Sunday.", "Egyptian demonstrators protested_against Egypt"),
        ("Kurdish students demonstrated in Ankara.", "Kurds protested_against Turkey"),
        ("Thousands of Algerians marched in Algiers.", "Algerians protested_against Algeria"),
    ],
)
def test_who_protests_at_home_protests_against_that_state(tell: Tell, text: str, event: str) -> None:
    """Where nothing else is said, a protest is against the government of the place."""
    assert tell(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "Iranian students rallied in Tehran in support of Hamas.",
        "Egyptian demonstrators marched in Cairo to mark the anniversary.",
        "Doctors in Britain went on strike.",
        "Palestinian youths rioted on Sunday.",
    ],
)
def test_not_every_gathering_is_against_the_state(tell: Tell, text: str) -> None:
    """Those who gather for something, who strike for wages or who live under occupation do not protest at home."""
    assert [line for line in tell(text) if "protested_against" in line] == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Palestinian police confiscated weapons from Palestinian armed groups.",
            "Palestine seized Palestinian armed groups",
        ),
        ("Turkish police arrested 300 Turkish students.", "Turkey detained Turkish students"),
        ("Kenyan police beat demonstrators with clubs.", "Kenya attacked demonstrators"),
    ],
)
def test_a_state_and_its_own_people_are_two_actors(tell: Tell, text: str, event: str) -> None:
    """What a state does to its citizens is told of the citizens, not dropped."""
    assert tell(text) == [event]


def test_nationals_abroad_still_stand_for_their_state(tell: Tell) -> None:
    """Prisoners whom another state frees count as those of their own."""
    assert tell("Israel freed 255 Palestinian prisoners.") == ["Israel released Palestine"]


@pytest.mark.parametrize(
    ("text", "threatens"),
    [
        ("China said it would use force against Taiwan if the island declared independence.", True),
        ("China used force against Taiwan.", False),
    ],
)
def test_an_act_announced_for_a_case_is_a_threat(tell: Tell, text: str, *, threatens: bool) -> None:
    """A hostile act on a condition threatens; one that was done does not."""
    assert ("China threatened Taiwan" in tell(text)) is threatens


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Israel pulled its troops out of three villages in Lebanon.", "Israel withdrew_from Lebanon"),
        ("Pakistan handed over two suspected militants to India.", "Pakistan cooperated_with India"),
        ("Russia deported 130 Georgians.", "Russia coerced Georgia"),
        ("A camp for Congolese refugees was attacked by Burundian militiamen.", "Burundian militiamen attacked"),
        ("Serb forces were engaged in ethnic cleansing against Croatia.", "Croatian Serbs attacked Croatia"),
        ("Jean-Bertrand Aristide was accused of misusing funds by Haitian officials.", "Haiti accused"),
    ],
)
def test_agency_wordings_of_force_and_retreat(tell: Tell, text: str, event: str) -> None:
    """Passives, measures and places between verb and party are seen through."""
    assert any(line.startswith(event) for line in tell(text))
