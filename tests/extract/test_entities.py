"""Later names are matched to the persons of the article, the gazetteer and the time."""

from __future__ import annotations

import pytest
from telling import Mentions, Read

from kg.extract.entities import name_words, suffix_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Antony J. Blinken", ("antony", "blinken")),
        ("Ferdinand Marcos Jr.", ("ferdinand", "marcos")),
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("Jean-Noël Barrot", ("jean", "noel", "barrot")),
    ],
)
def test_names_are_compared_without_case_accents_and_initials(name: str, words: tuple[str, ...]) -> None:
    """What differs between two spellings of one name is left out."""
    assert name_words(name) == words


def test_a_suffix_is_kept_apart() -> None:
    """Father and son differ by their suffix."""
    assert (suffix_of("Ferdinand Marcos Jr."), suffix_of("Ferdinand Marcos")) == ("jr", "")


def test_a_surname_is_the_person_named_before(mentions: Mentions) -> None:
    """A person unknown to the gazetteer is named in full once, then by surname."""
    text = "President Ada Byron met Emmanuel Macron. Later Byron called Keir Starmer."
    assert [name for _, name in mentions(text)] == ["Ada Byron", "Emmanuel Macron", "Ada Byron", "Keir Starmer"]


@pytest.mark.parametrize(("date", "name"), [("2015-03-01", "François Hollande"), ("2025-05-19", "Emmanuel Macron")])
def test_a_role_is_whoever_held_it_at_the_time(read: Read, date: str, name: str) -> None:
    """The publication date chooses among the holders of an office."""
    (event,) = read("France's president met Modi.", date=date).events
    assert event.subjects[0].name == name


def test_one_person_is_one_actor_with_all_forms(read: Read) -> None:
    """Every form that the article uses is an alias of the canonical name."""
    (event,) = read("Volodymyr Zelensky met Sergei Lavrov.").events
    assert [actor.name for actor in (*event.subjects, *event.objects)] == ["Volodymyr Zelenskyy", "Sergey Lavrov"]
    assert "Volodymyr Zelensky" in event.subjects[0].aliases
    assert "Sergei Lavrov" in event.objects[0].aliases


def test_officials_stand_for_their_state(read: Read) -> None:
    """A person in office represents a state or an organisation."""
    (event,) = read("António Guterres met Narendra Modi.").events
    assert [actor.represents for actor in (*event.subjects, *event.objects)] == ["United Nations", "India"]


def test_two_articles_do_not_share_their_persons(read: Read) -> None:
    """What one article names is forgotten in the next."""
    assert read("President Ada Byron met Emmanuel Macron.").events
    assert read("Byron met Emmanuel Macron.").events == ()


@pytest.mark.parametrize(("date", "name"), [("1990-05-01", "George H. W. Bush"), ("2007-05-01", "George W. Bush")])
def test_a_name_of_two_is_of_the_one_in_office(read: Read, date: str, name: str) -> None:
    """Father and son of one name are told apart by the day of the report."""
    (event,) = read("US President George Bush met King Hussein of Jordan.", date=date).events
    assert event.subjects[0].name == name
