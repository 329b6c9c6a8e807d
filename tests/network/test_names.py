"""Which actor a name means."""

from __future__ import annotations

import pytest

from kg.errors import ActorError
from kg.network.edges import Party
from kg.network.names import Names

BASE = "https://w3id.org/dragoman/id/"


def party(name: str, *aliases: str, kind: str = "person") -> Party:
    """Make an actor."""
    return Party(BASE + name.replace(" ", "_"), name, kind, aliases)


NAMES = Names(
    [
        party("Donald Trump", "President Trump"),
        party("Melania Trump"),
        party("Nicolás Maduro"),
        party("Ursula von der Leyen"),
        party("Xi Jinping"),
        party("United States", "US", "Washington", kind="state"),
        party("Georgia", kind="state"),
        party("Georgia Meloni"),
    ],
    lambda iris: dict.fromkeys(iris, 1) | {f"{BASE}Melania_Trump": 7},
)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Donald Trump", "Donald Trump"),
        ("donald trump", "Donald Trump"),
        ("id:Donald_Trump", "Donald Trump"),
        (f"{BASE}Xi_Jinping", "Xi Jinping"),
        ("President Trump", "Donald Trump"),
        ("Maduro", "Nicolás Maduro"),
        ("NICOLAS MADURO", "Nicolás Maduro"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Leyen", "Ursula von der Leyen"),
        ("Xi", "Xi Jinping"),
        ("U.S.", "United States"),
        ("washington", "United States"),
        ("Georgia", "Georgia"),
        ("the US", "United States"),
        ("The White House", "United States"),
        ("Ursula von der Leyen ", "Ursula von der Leyen"),
        ("america", "United States"),
        ("the Americans", "United States"),
    ],
)
def test_meant(name: str, meant: str) -> None:
    """Full names, ids, aliases, surnames and first words find their actor, whatever the accents and case."""
    assert NAMES.one(name).name == meant


def test_several() -> None:
    """A name of several actors is refused with all of them, the one with most events first."""
    with pytest.raises(ActorError, match=r"'Trump' may be 2 actors: Melania Trump \(person, 7 events\); Donald Trump"):
        NAMES.one("Trump")


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Donald Trmp", "Donald Trump"), ("Madura", "Nicolás Maduro"), ("General Secretary Xi Jinping", "Xi Jinping")],
)
def test_misspelt(name: str, meant: str) -> None:
    """A misspelt name is refused with what may have been meant."""
    with pytest.raises(ActorError, match=f"Did you mean {meant}"):
        NAMES.one(name)


def test_nobody() -> None:
    """A name like no other is refused without a guess."""
    with pytest.raises(ActorError, match=r"nobody in the graph is called 'Zzyzx'\. `kg stats`"):
        NAMES.one("Zzyzx")


@pytest.mark.parametrize(("name", "known"), [("hamas", "Hamas"), ("Zelensky", "Volodymyr Zelenskyy")])
def test_known_elsewhere(name: str, known: str) -> None:
    """Of an actor whom the gazetteer knows and no article names, just that is said."""
    with pytest.raises(ActorError, match=f"no article of the graph tells of {known}"):
        NAMES.one(name)


def test_empty() -> None:
    """An empty name is called so."""
    with pytest.raises(ActorError, match="a name is empty"):
        NAMES.one(" ")
