"""Agency copy: single sentences in which doers, victims and groups stand where other genres do not put them."""

from __future__ import annotations

import pytest
from telling import Mentions, Read, Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Jordan condemned the shelling of Sarajevo by Serb forces.", "Jordan criticized Bosnian Serbs"),
        ("Jordan deplored the killing of two nuns by Israeli troops.", "Jordan criticized Israel"),
        ("Iran condemned the invasion of Kuwait by Iraq.", "Iran criticized Iraq"),
        ("Canada criticized the expulsion of its envoys from Sudan.", "Canada criticized Sudan"),
        ("France condemned the attitude of Iraq.", "France criticized Iraq"),
    ],
)
def test_who_did_a_deed_is_who_is_criticized_for_it(tell: Tell, text: str, line: str) -> None:
    """Whoever did what is condemned is told by "by", by "from", or by the "of" of what is somebody's own."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Russia condemned the invasion of Kuwait.",
        "Canada deplored the assassination of John Garang.",
        "Syria denounced the detention of Abdullah Ocalan.",
        "Peru welcomed the release of Nelson Mandela.",
    ],
)
def test_nobody_is_criticized_for_what_is_done_to_him(tell: Tell, text: str) -> None:
    """The victim of an arrest, a killing or an invasion is not who is condemned or praised for it."""
    assert not [line for line in tell(text) if " criticized " in line or " praised " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Greece denounced as an ugly crime Turkey's suppression of the protest.", "Greece criticized Turkey"),
        ("Iran described as a crime Iraq's seizure of its embassy.", "Iran criticized Iraq"),
    ],
)
def test_a_judged_thing_may_stand_last(tell: Tell, text: str, line: str) -> None:
    """What is denounced stands behind what it is denounced as."""
    assert line in tell(text)


def test_who_is_thanked_did_what_he_is_thanked_for(tell: Tell) -> None:
    """Those to whom gratitude is expressed for sending troops have sent them."""
    told = tell("France expressed its gratitude to Britain for sending troops to Mali.")
    assert "United Kingdom deployed_to Mali" in told
    assert "France deployed_to Mali" not in told


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Israel banned the anti-Arab Kach movement.", "Kach", "Kach"),
        ("France met leaders of the Umma (Nation) party.", "Umma (Nation) party", "Umma"),
        ("Chile rejected demands of opposition parties.", "opposition parties", "opposition parties"),
        ("Guerrillas attacked troops.", "Guerrillas", "Guerrillas"),
    ],
)
def test_groups_that_no_list_knows_are_mentions(mentions: Mentions, text: str, phrase: str, name: str) -> None:
    """A strange name before a small "party", the opposition and bare guerrillas are groups."""
    assert any(phrase in found and name == actors for found, actors in mentions(text))


@pytest.mark.parametrize("text", ["The bank met the group.", "He joined the Saturday party.", "Vote for the parties."])
def test_a_party_without_a_name_is_no_group(mentions: Mentions, text: str) -> None:
    """A body without a name, and a party on a day, are no groups."""
    assert mentions(text) == []


def test_activists_of_two_nations_are_two_groups_and_protest_abroad(tell: Tell) -> None:
    """Short names of states share the noun as adjectives do; a protest abroad is not against one's own state."""
    told = tell("US and British activists staged a protest in Beijing.")
    assert not [line for line in told if line.endswith(("United States", "United Kingdom"))]


def test_what_is_only_considered_is_possible(tell: Tell) -> None:
    """A pact whose renewal is considered is not signed, and ties that one is determined to mend are not mended."""
    assert "Jordan, Iraq signed_with (possible)" in tell(
        "Jordan and Iraq are considering a renewal of their trade pact."
    )
    assert "France agreed_with Rwanda (possible)" in tell("France is determined to mend ties with Rwanda.")


@pytest.mark.parametrize(
    "text", ["Israel announced the expansion of Jewish West Bank settlements.", "Jewish settlements are illegal."]
)
def test_settlements_where_people_live_are_no_agreements(tell: Tell, text: str) -> None:
    """A Jewish settlement is no settlement between two parties."""
    assert tell(text) == []


def test_a_state_is_also_called_by_its_people(read: Read) -> None:
    """Among the aliases of a state is what its people and things are called."""
    event = read("Iranian troops attacked Basra.").events[0]
    assert "Iranian" in event.subjects[0].aliases


def test_agencies_spell_umlauts_out(read: Read) -> None:
    """A minister's name with two letters for the umlaut is his name."""
    event = read("Ruehe met Clinton.", date="1996-08-30").events[0]
    assert event.subjects[0].name == "Volker Rühe"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Russia has threatened to stop negotiations to reduce nuclear weapons if the United States goes ahead with "
            "the planned deployment of new missiles in Europe, the Washington Post reported today.",
            "Russia threatened United States",
        ),
        (
            "Peru lodged an official protest with Chile, charging its neighbor with supporting dissidents in what "
            "it said was tantamount to war.",
            "Peru accused Chile",
        ),
        (
            "Kofi Annan said he will withdraw weapons inspectors and humanitarian workers from Iraq.",
            "Kofi Annan withdrew_from Iraq (planned)",
        ),
        ("Chilean officials greeted the European Commission decision on tariffs.", "Chile praised European Commission"),
    ],
)
def test_what_a_report_ends_with_leaves_the_clause_whole(tell: Tell, text: str, line: str) -> None:
    """A condition belongs to the threat and a gerund to the protest; aid workers are withdrawn from a land."""
    assert line in tell(text)


def test_guests_who_are_welcome_are_not_praised(tell: Tell) -> None:
    """Investors whom a state welcomes are no act of praise, while those from a place stay a group that protests."""
    assert tell("China welcomes investors from Japan.") == []
    assert "Workers from Iraq protested_against Jordan" in tell("Workers from Iraq protested in Amman.")
