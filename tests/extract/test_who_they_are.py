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


@pytest.mark.parametrize(("published", "state"), [("1987-03-03", "Soviet Union"), ("2012-03-03", "Russia")])
def test_a_capital_stands_for_the_state_of_its_day(published: str, state: str) -> None:
    """Moscow is the Soviet Union while there was one."""
    assert (state, "criticized", "Albania") in told("Moscow criticised Albania on Monday.", published)
