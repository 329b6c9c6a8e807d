"""In whose name a text speaks, for whom somebody works, who must leave, and where the wrong is done."""

from __future__ import annotations

import pytest
from telling import Read, Tell


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Peru, Chile and Cuba issue the following joint statement. We condemn Mali.", ["Peru", "Chile", "Cuba"]),
        (
            "The foreign ministers of France and Poland issued a joint statement. We support Ukraine.",
            ["France", "Poland"],
        ),
        (
            "This statement was released by the governments of Japan and India. Our envoys will not travel to Mali.",
            ["Japan", "India"],
        ),
    ],
)
def test_we_are_those_who_issue_the_statement(read: Read, text: str, subjects: list[str]) -> None:
    """In a joint statement "we" and "our envoys" are all who issue it."""
    assert subjects in [[s.name for s in e.subjects] for e in read(text).events]


def test_a_statement_by_one_is_of_one(read: Read) -> None:
    """A statement that only one issues, or that is only mentioned, makes nobody else "we"."""
    events = read("Peru welcomed a statement by Chile and Cuba. We condemn Mali.").events
    assert [s.name for e in events if e.predicate == "criticized" for s in e.subjects] == ["Peru"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru said the group had been working for Chile's intelligence services.", "Peru accused Chile"),
        ("Georgia said the men had been spying for Russia.", "Georgia accused Russia"),
        ("Chad says that mercenaries in the pay of Sudan have invaded.", "Chad accused Sudan"),
        ("South Korea said the hackers were trained by North Korea.", "South Korea accused North Korea"),
    ],
)
def test_who_says_for_whom_they_work_blames_him(tell: Tell, text: str, line: str) -> None:
    """To say that spies or rebels work for a state accuses it."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the group had worked for the United Nations.",
        "Iran said the men were supported by their families.",
        "Peru said the minister had worked for Chile.",
    ],
)
def test_honest_work_is_no_blame(tell: Tell, text: str) -> None:
    """Work for a body, the help of families and a minister's career accuse nobody."""
    assert not [line for line in tell(text) if " accused " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Norway declared a Russian diplomat persona non grata.", "Norway expelled Russia"),
        ("Norway declared fifteen staff of the Russian embassy personae non gratae.", "Norway expelled Russia"),
        ("Three American diplomats must leave Venezuela within a week.", "Venezuela expelled United States"),
        ("Ten employees of the Embassy of Norway must leave the territory of Russia.", "Russia expelled Norway"),
        ("Two Iranian diplomats were given 48 hours to leave France.", "France expelled Iran"),
    ],
)
def test_who_must_leave_is_expelled(tell: Tell, text: str, line: str) -> None:
    """Diplomats who are not welcome or must leave a state are expelled by it."""
    assert line in tell(text)


def test_tourists_who_must_leave_are_not_expelled(tell: Tell) -> None:
    """Only those who are accredited are expelled so."""
    assert tell("Tourists from Chad must leave Peru by Friday.") == []
    assert not [line for line in tell("Peru's ambassador must leave the meeting early.") if " expelled " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Tom Lantos protested against the atrocities in Sudan.", "Tom Lantos protested_against Sudan"),
        ("Britain is helping Poland defend itself.", "United Kingdom supported Poland"),
        ("Japan is committed to helping Peru and Chile defend themselves.", "Japan supported Peru, Chile"),
        ("Cuba resents Rubio's labelling of Havana as a dictatorship.", "Marco Rubio criticized Cuba"),
        ("Merz joined Emmanuel Macron and Keir Starmer for talks.", "Emmanuel Macron, Keir Starmer met"),
        ("Israel bombed Gaza. Peru met Cuba. Israel has tightened sanctions.", "Israel sanctioned Gaza Strip"),
    ],
)
def test_the_other_party_is_found(tell: Tell, text: str, line: str) -> None:
    """Where the wrong is done, whom one helps to defend itself, whom one acts against all along."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lantos protested against the weather in Chad.",
        "Macron helped Merz win.",
        "Israel has tightened sanctions.",
    ],
)
def test_nobody_is_made_up(tell: Tell, text: str) -> None:
    """The weather is no wrong, help at the polls no defence, and without a foe there is no target."""
    told = [line for line in tell(text) if " bombed " not in line and " attacked " not in line and " met" not in line]
    assert told == []


@pytest.mark.parametrize(("publisher", "found"), [("U.S. Department of State", True), (None, False)])
def test_an_office_demands_what_must_be_done(read: Read, publisher: str | None, found: bool) -> None:
    """The text of a state's own office demands what somebody must do; a newspaper's does not."""
    events = read("Iran must free the crew.", publisher=publisher).events
    assert [(e.predicate, e.objects[0].name) for e in events] == [("demanded_of", "Iran")] * found


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("India blamed Pakistan for the blast. Peace talks broke down on Monday.", "India, Pakistan negotiated_with"),
        ("Syria warned that Israel was harming the talks, which resumed in May.", "Syria, Israel negotiated_with"),
        ("Angela Merkel was asked to visit Kabul by Hamid Karzai.", "Hamid Karzai invited Angela Merkel"),
        ("Dmitry Peskov said Russia cannot agree on Rubio's declaration.", "Russia rejected Marco Rubio"),
        ("Rubio spoke in Peru, where Trump plans to install a radar.", "Donald Trump deployed_to Peru (planned)"),
    ],
)
def test_parties_stand_in_the_story(tell: Tell, text: str, line: str) -> None:
    """Talks that break down are those of the two of the story, and who invites may stand behind the journey."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rubio praised Merz. Trade talks with China began.",
        "Peru thanked Chile. The conference of churches began.",
        "Evo Morales will discuss with Kofi Annan how to end the dispute between Bolivia and Chile.",
    ],
)
def test_talks_of_others_and_disputes_of_ones_own(tell: Tell, text: str) -> None:
    """Talks with somebody named are not those of the story, and nobody mediates in the disputes of the own state."""
    told = tell(text)
    assert "Peru, Chile negotiated_with" not in told
    assert not [line for line in told if " mediated " in line or line.startswith("Marco Rubio, Friedrich Merz")]
