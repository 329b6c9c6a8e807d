"""Reported speech that blames somebody, or says what somebody must do, is an act towards them."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Lavrov said that Ukraine must withdraw its troops.", "Sergey Lavrov demanded_of Ukraine"),
        ("Ukraine must withdraw its troops, Lavrov said.", "Sergey Lavrov demanded_of Ukraine"),
        ("Ukraine, Lavrov said, must withdraw its troops.", "Sergey Lavrov demanded_of Ukraine"),
        ("Before talks can begin, Lavrov said, Ukraine must withdraw.", "Sergey Lavrov demanded_of Ukraine"),
    ],
)
def test_what_somebody_must_do_is_demanded(tell: Tell, text: str, line: str) -> None:
    """The demand stands before, behind or around the verb of saying."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Erdogan said that Greece had violated Turkish airspace.", "Recep Tayyip Erdoğan accused Greece"),
        ("Erdogan said that Greece keeps violating the treaty.", "Recep Tayyip Erdoğan accused Greece"),
        ("Ukraine said Russia was responsible for the disaster.", "Ukraine accused Russia"),
        ("Ukraine is to blame for the failure, Lavrov said.", "Sergey Lavrov accused Ukraine"),
        ("Aliyev said that Armenia bears full responsibility.", "Ilham Aliyev accused Armenia"),
        ("Responsibility for the bloodshed lies with Armenia, Aliyev said.", "Ilham Aliyev accused Armenia"),
    ],
)
def test_what_is_said_of_a_deed_is_blame(tell: Tell, text: str, line: str) -> None:
    """Wrongdoing and responsibility are laid on the subject of the clause."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Merz said that Germany must do more.",
        "Merz said that Israel's security must be guaranteed.",
        "Merz said that Russia had not violated the agreement.",
        "Merz said that Russia would have to live with it.",
    ],
)
def test_no_blame_is_read_where_none_is_laid(tell: Tell, text: str) -> None:
    """The speaker's own state, things that are somebody's, denial and foresight blame nobody."""
    assert not [line for line in tell(text) if "demanded_of" in line or "accused" in line or "criticized" in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Sudan has failed to honour its commitments, the French minister said.", "France accused Sudan"),
        ("Peru said that Chile had failed to implement the accord.", "Peru accused Chile"),
        ("The Iranian envoy said Iraq was not abiding by the ceasefire.", "Iran accused Iraq"),
        ("Libya said Chad had not complied with the ruling.", "Libya accused Chad"),
        ("Italy said that Libya did not keep its promise.", "Italy accused Libya"),
        ("Israel said the Taliban is using villagers as human shields.", "Israel accused Taliban"),
        ("Peru closed its embassy and said that Chile had breached the treaty.", "Peru accused Chile"),
    ],
)
def test_a_duty_left_undone_is_blame(tell: Tell, text: str, line: str) -> None:
    """Who is said not to have kept an accord, a promise or the law is blamed for it."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said that it had not complied with the ruling of Uganda.",
        "Norway said that Sweden would not implement the directive.",
        "Peru said that Chile had failed to win the match.",
        "France said that Iran should not implement the plan.",
        "Italy said France had failed to prevent the rise in prices.",
    ],
)
def test_no_duty_no_blame(tell: Tell, text: str) -> None:
    """One's own doing, what is to come, what should not be done and what is no duty blame nobody."""
    assert not [line for line in tell(text) if " accused " in line]
