"""Whom "them" stands for, where the clause before is about people whom no name names, and the state of the day."""

from __future__ import annotations

import pytest

from kg import Article
from kg.extract import Extractor


def told(text: str, published: str = "2008-03-26") -> set[tuple[str, str, str]]:
    """Read a short article and give its dyads."""
    events = Extractor().extract(Article("x", text, published=published)).events
    return {(s.name, e.predicate, o.name) for e in events for s in e.subjects for o in e.objects}


@pytest.mark.parametrize(
    "text",
    [
        "France and Germany welcomed the deal. President Mbasogo met the strikers on Friday and urged them to talk.",
        "The United States and Britain backed the plan on Monday. Saddam Hussein told inspectors he would expel them.",
    ],
)
def test_them_are_the_people_just_spoken_of(text: str) -> None:
    """Strikers and inspectors whom nobody names are nearer than the states of the sentence before."""
    far = {"France", "Germany", "United States", "United Kingdom"}
    assert not {o for _, p, o in told(text) if p in ("urged", "expelled", "threatened")} & far


def test_them_are_a_group_without_a_name() -> None:
    """An ultimatum to militants gives the militants three days, not those of the sentence before."""
    text = (
        "Two United States soldiers were killed in Basra. Nouri al-Maliki gave an ultimatum to the militants, "
        "giving them 72 hours to surrender."
    )
    assert ("Nouri al-Maliki", "demanded_of", "United States") not in told(text)


def test_them_are_those_of_the_sentence_before_where_nobody_is_nearer() -> None:
    """Without people between, those who just acted are meant."""
    text = "Officials from Chad and Sudan met on Friday. Libya praised them."
    assert {("Libya", "praised", "Chad"), ("Libya", "praised", "Sudan")} <= told(text)


def test_they_are_a_group_without_a_name() -> None:
    """Those to whom a day was given are nearer than the state of the sentence before."""
    text = (
        "Two United States soldiers were killed in Basra. Nouri al-Maliki gave the militants three days to surrender. "
        "“Otherwise they will face severe penalties,” Maliki said."
    )
    assert {o for _, p, o in told(text) if p == "threatened"} == {"militants"}


def test_they_are_nobody_where_a_plural_without_a_name_is_nearer() -> None:
    """Leaders of minorities stand between, so that those met before are no victims."""
    text = (
        "Laura Bush met Ban Ki-moon and Paul Biya on Friday. She also saw leaders of minorities, "
        "who spoke of attacks on them by the Burmese regime."
    )
    assert not [t for t in told(text) if t[1] in ("attacked", "accused")]


def test_they_are_not_those_of_long_before() -> None:
    """Two sentences later, the several named at first are in focus no more."""
    text = "Brazil, Chile and Peru met in Lima. The day was sunny. Iran agreed to stop. They also urged Bolivia to pay."
    assert not [t for t in told(text) if t[1] == "urged"]


def test_they_are_a_government_of_the_same_sentence() -> None:
    """A government is many where no plural stands nearer."""
    text = (
        "Peter Smith met members of the club. "
        "Smith said the Sudanese government must pay for raids they launched on Chad."
    )
    assert ("Sudan", "attacked", "Chad") in told(text)


@pytest.mark.parametrize(
    ("text", "dyads"),
    [
        (
            "Anthony Lake arrived on Monday. In their meetings with Mr. Lake, Chad and Niger were frank.",
            {("Chad", "met", "Anthony Lake"), ("Niger", "met", "Anthony Lake")},
        ),
        (
            "Nawaz Sharif spoke on Friday. On his visit to Pakistan, Iranian President Hassan Rouhani praised Sharif.",
            {("Hassan Rouhani", "visited", "Pakistan")},
        ),
        (
            "Barack Obama spoke on Friday. In its note to Sudan, Egypt rejected the plan.",
            {("Egypt", "wrote_to", "Sudan")},
        ),
    ],
)
def test_a_phrase_before_its_sentence_is_of_the_subject_that_follows(
    text: str, dyads: set[tuple[str, str, str]]
) -> None:
    """What opens a sentence looks ahead: "In their meetings with Lake, the leaders of Chad and Niger"."""
    assert dyads <= told(text)


def test_a_visit_that_opens_a_sentence_is_of_the_guest() -> None:
    """The host who acts next does not visit himself."""
    text = "Marco Rubio arrived in Kyiv. During his visit to Ukraine, Volodymyr Zelenskyy thanked him."
    assert ("Volodymyr Zelenskyy", "visited", "Ukraine") not in told(text, "2025-03-03")


@pytest.mark.parametrize(("published", "state"), [("1987-03-03", "Soviet Union"), ("2012-03-03", "Russia")])
def test_a_capital_stands_for_the_state_of_its_day(published: str, state: str) -> None:
    """Moscow is the Soviet Union while there was one."""
    assert (state, "criticized", "Albania") in told("Moscow criticised Albania on Monday.", published)
