"""Mentions are found whole: names with their titles, demonyms, seats of government, organs, factions, lists."""

from __future__ import annotations

import pytest
from telling import Mentions, Read, Tell


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("President Vladimir Putin", "Vladimir Putin"),
        ("Russian President Vladimir Putin", "Vladimir Putin"),
        ("India's Prime Minister Narendra Modi", "Narendra Modi"),
        ("Foreign Minister of Iran Abbas Araghchi", "Abbas Araghchi"),
        ("US Secretary of State Marco Rubio", "Marco Rubio"),
        ("King Abdullah II of Jordan", "Abdullah II"),
        ("Secretary-General António Guterres", "António Guterres"),
        ("Former President Barack Obama", "Barack Obama"),
        ("Mr. Lavrov", "Sergey Lavrov"),
        ("Ms. Baerbock", "Annalena Baerbock"),
        ("President Ada Byron", "Ada Byron"),
    ],
)
def test_a_title_and_its_name_are_one_mention(mentions: Mentions, phrase: str, name: str) -> None:
    """Titles stand before the name, with or without the state, and belong to the mention."""
    assert mentions(f"{phrase} met Xi Jinping.")[0] == (phrase, name)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("The Russian president, Vladimir Putin,", "Vladimir Putin"),
        ("Xi Jinping, the president of China,", "Xi Jinping"),
        ("Oman's foreign minister, Badr al-Busaidi,", "Badr bin Hamad Al Busaidi"),
    ],
)
def test_an_apposed_role_is_part_of_the_mention(mentions: Mentions, phrase: str, name: str) -> None:
    """A role between commas, before the name or after it, names the same person."""
    assert mentions(f"{phrase} met Emmanuel Macron.")[0] == (phrase, name)


@pytest.mark.parametrize(
    ("person", "office", "state"),
    [
        ("Russian President Vladimir Putin", "president", "Russia"),
        ("Oman's foreign minister, Badr al-Busaidi,", "foreign minister", "Oman"),
        ("Secretary-General António Guterres", "secretary-general", "United Nations"),
        ("Former President Barack Obama", "president", "United States"),
        ("Canadian Prime Minister Ada Byron", "prime minister", "Canada"),
    ],
)
def test_a_title_states_an_office(read: Read, person: str, office: str, state: str) -> None:
    """The office has its holder, its words and whom it represents."""
    (found,) = read(f"{person} met Xi Jinping.").offices
    assert (found.office, found.represents and found.represents.name) == (office, state)


def test_an_unknown_president_represents_nobody_until_it_is_said(read: Read) -> None:
    """No state is guessed for a name that the gazetteer lacks."""
    (office,) = read("President Ada Byron met Emmanuel Macron.").offices
    assert (office.person.name, office.represents) == ("Ada Byron", None)


@pytest.mark.parametrize(
    ("phrase", "state"),
    [
        ("Washington", "United States"),
        ("Tehran", "Iran"),
        ("Kremlin", "Russia"),
        ("White House", "United States"),
        ("Pentagon", "United States"),
        ("Downing Street", "United Kingdom"),
        ("Kyiv", "Ukraine"),
        ("Americans", "United States"),
        ("Israeli forces", "Israel"),
        ("Russian Foreign Ministry", "Russia"),
        ("NATO", "NATO"),
        ("European Union", "European Union"),
        ("Britain", "United Kingdom"),
    ],
)
def test_seats_demonyms_and_organs_stand_for_their_state(mentions: Mentions, phrase: str, state: str) -> None:
    """A capital, a palace, a people, an army or a ministry names whom it acts for."""
    assert (phrase, state) in mentions(f"The {phrase} criticised Belarus.")


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("Chechen rebels", "Chechen rebels"),
        ("Serbian student protesters", "Serbian student protesters"),
        ("Hamas", "Hamas"),
    ],
)
def test_a_faction_is_not_the_state(tell: Tell, phrase: str, actor: str) -> None:
    """Rebels, protesters and movements named with a state act for themselves."""
    assert tell(f"{phrase} attacked Russian troops.") == [f"{actor} attacked Russia"]


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Iran, Iraq and Oman", "Iran, Iraq, Oman"),
        ("France, Germany and the United Kingdom", "France, Germany, United Kingdom"),
        ("Presidents Donald Trump and Xi Jinping", "Donald Trump, Xi Jinping"),
        ("Foreign ministers Sergei Lavrov and Hakan Fidan", "Sergey Lavrov, Hakan Fidan"),
        (
            "Canadian Prime Minister Mark Carney and his Indian counterpart Narendra Modi",
            "Mark Carney, Narendra Modi",
        ),
        ("The leaders of Brazil, Russia and India", "Brazil, Russia, India"),
    ],
)
def test_a_list_is_one_mention_of_all_its_members(mentions: Mentions, phrase: str, names: str) -> None:
    """Coordinated names of one sort are read together, with a common title or one each."""
    assert mentions(f"{phrase} met.") == [(phrase, names)]


def test_a_title_of_another_is_not_part_of_the_name(tell: Tell) -> None:
    """In "Trump's envoy Witkoff" the envoy acts."""
    assert tell("US President Donald Trump's envoy Steve Witkoff met Putin.") == ["Steve Witkoff met Vladimir Putin"]


def test_a_short_form_in_brackets_is_of_its_long_name(tell: Tell) -> None:
    """Brackets between a state and an office do not part the two."""
    told = tell("Sergey Lavrov met Republic of Korea (ROK) Vice Foreign Minister Cho Hyundong.")
    assert told == ["Sergey Lavrov met Cho Hyundong"]
    assert tell("The Democratic Republic of the Congo (DRC) accused Rwanda.") == [
        "Democratic Republic of the Congo accused Rwanda"
    ]
