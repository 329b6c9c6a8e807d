"""What the gazetteer answers, and how it takes a user's own actors."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.gazetteer import load_gazetteer
from kg.ontology.spellings import folded, spellings

PREFIXES = """@prefix dip: <https://w3id.org/dragoman/ontology#> .
@prefix id: <https://w3id.org/dragoman/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def own(folder: Path, turtle: str) -> Path:
    path = folder / "own.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("role", "represents", "date", "name"),
    [
        ("president", "United States", "2025-05-20", "Donald Trump"),
        ("president", "United States", "2024-05-20", "Joe Biden"),
        ("president", "United States", "2020-05", "Donald Trump"),
        ("president", "Russia", "2010-06-01", "Dmitry Medvedev"),
        ("prime minister", "Russia", "2010-06-01", "Vladimir Putin"),
        ("prime minister", "Israel", "1994-10-26", "Yitzhak Rabin"),
        ("secretary-general", "United Nations", "2007-05-10", "Ban Ki-moon"),
        ("pope", "Vatican", "2008-04-16", "Pope Benedict XVI"),
        ("king", "Jordan", "1994-10-26", "Hussein of Jordan"),
        ("foreign minister", "Ukraine", "2022-03-10", "Dmytro Kuleba"),
    ],
)
def test_the_holder_of_an_office_depends_on_the_date(role: str, represents: str, date: str, name: str) -> None:
    """Who is meant by an office is who held it on the day."""
    assert load_gazetteer().holders(role, represents, date) == [name]


def test_an_office_has_several_names() -> None:
    """The US secretary of state, the British foreign secretary and the German chancellor are found by either name."""
    holders = load_gazetteer().holders
    assert holders("secretary of state", "United States", "2006-01-10") == ["Condoleezza Rice"]
    assert holders("foreign minister", "United States", "2006-01-10") == ["Condoleezza Rice"]
    assert holders("foreign minister", "United Kingdom", "2008-05-05") == ["David Miliband"]
    assert holders("prime minister", "Germany", "2010-05-05") == ["Angela Merkel"]
    assert holders("chancellor", "United Kingdom", "2005-05-05") == ["Gordon Brown"]
    assert holders("monarch", "United Kingdom", "2005-05-05") == ["Elizabeth II"]


def test_a_foreign_secretary_is_a_minister_in_london_and_a_civil_servant_in_delhi() -> None:
    """The foreign secretary of India is not its foreign minister."""
    holders = load_gazetteer().holders
    assert holders("foreign minister", "India", "2025-05-10") == ["Subrahmanyam Jaishankar"]
    assert holders("foreign secretary", "India", "2025-05-10") == ["Vikram Misri"]


def test_on_the_day_of_a_handover_both_hold_the_office() -> None:
    """The one who came last is named first."""
    assert load_gazetteer().holders("president", "United States", "2025-01-20") == ["Donald Trump", "Joe Biden"]


def test_without_a_date_all_who_held_the_office_are_named_once() -> None:
    """Netanyahu was prime minister three times and is named once, before those who came earlier."""
    names = load_gazetteer().holders("prime minister", "Israel")
    assert names[0] == "Benjamin Netanyahu"
    assert len(names) == len(set(names))
    assert {"Shimon Peres", "Golda Meir"} < set(names)


@pytest.mark.parametrize(
    ("state", "date", "name"),
    [
        ("Russia", "2022-03-01", "Vladimir Putin"),
        ("Japan", "2022-03-01", "Fumio Kishida"),
        ("Jordan", "2022-03-01", "Abdullah II"),
        ("China", "2022-03-01", "Xi Jinping"),
        ("Libya", "1988-03-01", "Muammar Gaddafi"),
        ("NATO", "2022-03-01", "Jens Stoltenberg"),
    ],
)
def test_the_leader_is_whom_the_state_is_led_by(state: str, date: str, name: str) -> None:
    """The Japanese leader is the prime minister, the Russian the president, the Jordanian the king."""
    assert load_gazetteer().holders("leader", state, date) == [name]


def test_an_unknown_office_has_no_holder() -> None:
    """No office, no state, nobody."""
    assert load_gazetteer().holders("astronomer royal", "United Kingdom", "2005-05-05") == []
    assert load_gazetteer().holders("president", "Atlantis") == []


@pytest.mark.parametrize(
    ("form", "name", "how"),
    [
        ("Russia", "Russia", "name"),
        ("Islamic Republic", "Iran", "alias"),
        ("U.S.", "United States", "alias"),
        ("British", "United Kingdom", "adjective"),
        ("Emirati", "United Arab Emirates", "adjective"),
        ("Spaniards", "Spain", "people"),
        ("Saudis", "Saudi Arabia", "people"),
        ("Kremlin", "Russia", "metonym"),
        ("Moscow", "Russia", "metonym"),
        ("Bogota", "Colombia", "metonym"),
        ("Kiev", "Ukraine", "metonym"),
        ("Brussels", "European Union", "metonym"),
        ("Crimea", "Crimea", "place"),
        ("Odessa", "Odesa", "place"),
        ("Burma", "Myanmar", "alias"),
        ("Qaddafi", "", ""),
        ("Moammar Gadhafi", "Muammar Gaddafi", "alias"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "name"),
        ("Bashar Al Assad", "Bashar al-Assad", "name"),
        ("Kim Jong-Un", "Kim Jong Un", "name"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "alias"),
        ("ISIS", "Islamic State", "alias"),
        ("Hizbullah", "Hezbollah", "alias"),
        ("Tamil Tigers", "Liberation Tigers of Tamil Eelam", "alias"),
        ("JCPOA", "Joint Comprehensive Plan of Action", "alias"),
    ],
)
def test_a_form_stands_for_its_actor(form: str, name: str, how: str) -> None:
    """Names, demonyms and seats of government lead to the actor; a bare family name is no form."""
    readings = load_gazetteer().forms.get(form, ())
    assert readings[:1] == (((name, how),) if name else ())


def test_a_capital_is_its_government_and_a_city() -> None:
    """Paris is read as France first, and as the city where something happens second."""
    assert load_gazetteer().forms["Paris"] == (("France", "metonym"), ("Paris", "place"))


@pytest.mark.parametrize(
    ("form", "date", "state"),
    [
        ("Moscow", "1987-03-03", "Soviet Union"),
        ("Moscow", "1991-12", "Soviet Union"),
        ("Moscow", "1992-01-02", "Russia"),
        ("Moscow", None, "Russia"),
        ("Bonn", "1988", "West Germany"),
        ("Bonn", "1994", "Germany"),
        ("Belgrade", "1999-04", "Yugoslavia"),
        ("Belgrade", "2008-02", "Serbia"),
        ("Prague", "1989", "Czechoslovakia"),
        ("Kinshasa", "1996-11", "Zaire"),
        ("Kinshasa", "1998-08", "Democratic Republic of the Congo"),
        ("Congo", "1987", "Republic of the Congo"),
        ("Congo", "2003", "Democratic Republic of the Congo"),
    ],
)
def test_a_seat_of_government_is_that_of_the_state_of_its_day(form: str, date: str | None, state: str) -> None:
    """What a capital stands for hangs on the date: the state that stood then."""
    gazetteer = load_gazetteer()
    assert gazetteer.standing(gazetteer.forms[form], date)[0][0] == state


def test_where_no_state_stood_all_readings_are_left() -> None:
    """A form whose only state came later still names it."""
    gazetteer = load_gazetteer()
    assert gazetteer.standing(gazetteer.forms["Zaire"], "2012") == (("Zaire", "name"),)


def test_family_names_lead_to_their_bearers_the_present_ones_first() -> None:
    """Bush is father and son, Assad too, with and without diacritics."""
    families = load_gazetteer().families
    assert families["Putin"] == ("Vladimir Putin",)
    assert families["Erdogan"] == families["Erdoğan"] == ("Recep Tayyip Erdoğan",)
    assert set(families["Bush"]) == {"George W. Bush", "George H. W. Bush"}
    assert families["Assad"][0] == "Bashar al-Assad"
    assert families["Xi"] == ("Xi Jinping",)


def test_georgia_is_the_state_on_the_black_sea() -> None:
    """The US state of Georgia has a record and a name of its own."""
    gazetteer = load_gazetteer()
    assert gazetteer.forms["Georgia"] == (("Georgia", "name"),)
    assert gazetteer.records["Georgia (U.S. state)"].country == "United States"


def test_the_gazetteer_is_read_once() -> None:
    """Without files of the user's own it is the same object each time."""
    assert load_gazetteer() is load_gazetteer()


def test_a_user_adds_an_actor_with_an_office(tmp_path: Path) -> None:
    """A file of the user's own makes a person known, and leaves the shipped gazetteer as it was."""
    turtle = """id:Jane_Example a dip:Person ; rdfs:label "Jane Example" ; schema:gender "f" ;
        dip:country id:Norway ; schema:familyName "Example" ;
        dip:office [ dip:role "envoy" ; dip:represents id:Norway ; dip:from "2031-02" ] ."""
    gazetteer = load_gazetteer([own(tmp_path, turtle)])
    assert gazetteer.holders("special envoy", "Norway", "2031-05-01") == ["Jane Example"]
    assert gazetteer.families["Example"] == ("Jane Example",)
    assert "Jane Example" not in load_gazetteer().records


def test_a_user_adds_names_bars_names_and_corrects_values(tmp_path: Path) -> None:
    """Names are added to those shipped, single values are replaced, and dip:notForm takes a form away."""
    turtle = """id:Russia skos:altLabel "Muscovy" ; dip:notForm "Smolenskaya Square" .
        id:Crimea dip:country id:Russia ."""
    gazetteer = load_gazetteer([own(tmp_path, turtle)])
    assert gazetteer.forms["Muscovy"] == (("Russia", "alias"),)
    assert gazetteer.forms["Russian Federation"] == (("Russia", "alias"),)
    assert "Smolenskaya Square" not in gazetteer.forms
    assert gazetteer.records["Crimea"].country == "Russia"
    assert load_gazetteer().records["Crimea"].country == "Ukraine"


@pytest.mark.parametrize(
    ("turtle", "says"),
    [
        ('id:X a dip:Person ; rdfs:label "X"', "no valid Turtle, line"),
        ('id:X rdfs:label "X" .', "id:X: an actor needs one class"),
        ("id:X a dip:Person .", "id:X: no label is given. Give it one rdfs:label"),
        ('id:X a dip:Person ; rdfs:label "Vladimir Putin" .', 'another actor is also called "Vladimir Putin"'),
        ('id:X a dip:Person ; rdfs:label "X" ; dip:country id:Atlantis .', "refers to id:Atlantis, which no actor"),
        ('id:X a dip:Person ; rdfs:label "X" ; schema:gender "?" .', 'the gender "?" is unknown'),
        ('id:X a dip:Person ; rdfs:label "X" ; dip:office [ dip:role "king" ] .', "no represents is given"),
        (
            'id:X a dip:Person ; rdfs:label "X" ; dip:office '
            '[ dip:role "king" ; dip:represents id:Norway ; dip:from "May" ] .',
            'the date "May" is no date',
        ),
        (
            'id:X a dip:Person ; rdfs:label "X" ; dip:office '
            '[ dip:role "king" ; dip:represents id:Norway ; dip:from "2009" ; dip:until "2008-12" ] .',
            "ends (2008-12) before it begins (2009)",
        ),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(tmp_path: Path, turtle: str, says: str) -> None:
    """The error names the file, the actor and the mistake."""
    path = own(tmp_path, turtle)
    with pytest.raises(OntologyError) as caught:
        load_gazetteer([path])
    assert str(path) in str(caught.value)
    assert says in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path that leads nowhere is a plain error too."""
    with pytest.raises(OntologyError, match=r"nowhere\.ttl: the file cannot be read"):
        load_gazetteer([tmp_path / "nowhere.ttl"])


def test_letters_that_do_not_decompose_are_folded() -> None:
    """The Polish ł, the Danish ø and the Turkish ı are letters of their own in Unicode."""
    assert folded("Wałęsa, Løkke, Işık, Ðinđić") == "Walesa, Lokke, Isik, Dindic"
    assert folded("plain") == "plain"


def test_spellings_of_a_place_keep_its_hyphens() -> None:
    """Only the names of people vary by Arabic article and joined syllables."""
    assert list(spellings("Port-au-Prince")) == ["Port-au-Prince"]
    assert list(spellings("N’Djamena")) == ["N’Djamena", "N'Djamena"]
    assert list(spellings("Kim Dae-jung", family="Kim")) == ["Kim Dae-jung", "Kim Dae-Jung", "Kim Dae Jung"]
