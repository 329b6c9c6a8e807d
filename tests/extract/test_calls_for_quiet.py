"""Whom a call for an end to fighting is for, whose the fighting at a border is, and whom acts told before are of."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kenya called for an end to the fighting between Chad and Mali.", "Kenya urged Chad, Mali"),
        ("Kenya urged a halt to hostilities between Chad and Mali.", "Kenya urged Chad, Mali"),
        ("Kenya appealed for a ceasefire between Chad and Mali.", "Kenya urged Chad, Mali"),
        ("Chad bombed Mali. Kenya has called for a ceasefire.", "Kenya urged Chad, Mali"),
        ("Chad bombed Mali. Mali has called for a truce.", "Mali urged Chad"),
    ],
)
def test_a_call_for_quiet_is_for_those_who_fight(tell: Tell, text: str, line: str) -> None:
    """Between whom the fighting is, or who were told to fight before."""
    assert any(t.startswith(line) for t in tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chad bombed Mali. Kenya called for a ceasefire in Gaza.",
        "Chad bombed Mali. Kenya called for an end to the conflict in Sudan.",
        "Chad bombed Mali. Kenya called for a quick end to the drought.",
        "Kenya called for an end to the war on drugs.",
    ],
)
def test_a_call_about_something_else_is_not_for_them(tell: Tell, text: str) -> None:
    """Neither fighting elsewhere nor what is no fighting is theirs to end."""
    assert not [t for t in tell(text) if "urged" in t and ("Chad" in t.split("urged")[1] or "Mali" in t)]


@pytest.mark.parametrize(
    "text",
    [
        "Clashes along the border between Chad and Libya killed ten.",
        "Two soldiers died in clashes on the Chadian-Libyan border.",
        "There was an exchange of fire along the border dividing Chad and Libya.",
        "There was fighting between Chad and Libya.",
    ],
)
def test_fighting_at_a_border_is_between_those_whose_it_is(tell: Tell, text: str) -> None:
    """Where the sentence names nobody else who fights."""
    assert any(t.startswith(("Chad attacked Libya", "Chad, Libya attacked")) for t in tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "Clashes between smugglers and police on the border of Chad and Libya killed ten.",
        "Clashes with Islamists on the border of Chad and Libya killed ten.",
        "Syrian rebels were killed in fighting on the Turkish-Syrian border.",
    ],
)
def test_fighting_of_others_at_a_border_is_not_theirs(tell: Tell, text: str) -> None:
    """Smugglers, police and rebels fight there too."""
    assert not [t for t in tell(text) if "attacked" in t]


@pytest.mark.parametrize(
    ("text", "line", "never"),
    [
        (
            "Ivan Obi visited Chad. After talks between Peru and Mali in the capital, Lima, Obi praised Chad.",
            "Ivan Obi praised Chad",
            "Peru praised",
        ),
        (
            "During a visit to the Kenyan capital, Nairobi, President Rao praised Peru.",
            "Rao praised Peru",
            "Kenya praised",
        ),
        (
            "Chad attacked Peru. Ties had soured after a Libyan raid on Mali. Cuba condemned the attack.",
            "Cuba criticized Chad",
            "Cuba criticized Libya",
        ),
        ("Chad's interior minister said she had asked Peru to send troops.", "Chad urged Peru", "deployed"),
        ("The row put at risk talks between Chad and Peru that were slated for May.", "(planned)", "(possible)"),
        ("It is likely that Chad will expel the Peruvian ambassador.", "(possible)", "(planned)"),
        ("The raid dashed hopes of talks between Chad and Mali.", "(negated)", "(possible)"),
        ("Peru raised the matter with Chad in the strongest terms.", "Peru protested_against Chad", "spoke_with"),
        ("Chad closed two border posts to Sudan.", "Chad coerced Sudan", "visited"),
        ("Peru returned a letter from Chad unopened.", "Peru rejected Chad", "wrote_to"),
    ],
)
def test_what_is_told_in_passing(tell: Tell, text: str, line: str, never: str) -> None:
    """The main clause, the officer who speaks and the words around an act decide what is told."""
    told = tell(text)
    assert any(line in t for t in told)
    assert not any(never in t and line not in t for t in told)


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram militants abducted Mr Paz's wife.",
        "Israel was unable to free Moses Rao.",
        "Peru's troops tried to free Moses Rao.",
        "President Rao called for more doctors to join the UN mission in Chad.",
        "Turkey is building a dam on the Euphrates.",
        "Chad opened a dialogue with the opposition.",
        "Peru and Brazil are rich. The bloc made a commitment to democratic governments.",
    ],
)
def test_nobody_does_it_to_them(tell: Tell, text: str) -> None:
    """Kin, captives of others, rivers and people at home are none of the other side."""
    assert tell(text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Rioters burned shops in Chad. Chad's army was called out. Peru urged an end to the violence.",
            "Peru urged Chad",
        ),
        ("Rebels fled the town after French air strikes.", "France attacked Rebels"),
        ("Kenya sent 500 troops across the border to fight al-Shabab.", "Kenya deployed_to Somalia"),
        (
            "The AU mission consists of 9,500 troops based in and around the Somali capital, Mogadishu.",
            "African Union deployed_to Somalia",
        ),
        ("Peru pledged 500 troops for the force in Chad.", "Peru deployed_to Chad (planned)"),
        ("The EU decided to recall its envoys and impose sanctions on Chad.", "European Union sanctioned Chad"),
        ('Peru said it was "99% certain" that Chad was behind the attack.', "Peru accused Chad"),
        ("President Rao of Peru said Chile's raids amount to an act of war.", "Rao criticized Chile"),
        (
            "Mali and Chad held talks. Rao thanked Peru for its commitment to mediating an accord.",
            "Peru mediated Mali, Chad",
        ),
        ("President Rao's statement that Chad must withdraw angered Mali.", "Rao demanded_of Chad"),
        (
            "Chad and Mali held talks. The war, which each country blames the other for starting, is over.",
            "Chad, Mali accused",
        ),
    ],
)
def test_parties_told_beside_the_act(tell: Tell, text: str, line: str) -> None:
    """The place, the purpose and the noun around an act say whose and whom it is."""
    assert any(t.startswith(line) for t in tell(text))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Tourists fled the town after French air strikes.", "attacked"),
        ("Chad sent troops to the border to fish.", "deployed_to"),
        ("President Rao is on a visit to Chad. Rao had planned to stay in Chad until Saturday.", "(planned)"),
        ("Peru said agents from the Israeli secret service Mossad were behind the killing.", "attacked Israel"),
        ("Kabul was calm. Kenya called for an end to the violence in Chad and Mali.", "urged Afghanistan"),
        ("President Kiir held talks with President Xi. China urged both sides to be patient.", "China urged China"),
    ],
)
def test_others_are_no_parties(tell: Tell, text: str, never: str) -> None:
    """Neither bystanders nor who speaks himself."""
    assert not any(never in t for t in tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Kenya's call for a truce between Chad and Mali was ignored.", "Kenya urged Chad, Mali"),
        ("Kenya renewed its call for an end to the war between Chad and Mali.", "Kenya urged Chad, Mali"),
        ("Kenya made a plea for an end to hostilities between Chad and Mali.", "Kenya urged Chad, Mali"),
        ("Chad shelled Mali. There were calls by Kenya for a ceasefire.", "Kenya urged Chad, Mali"),
        ("Chad shelled Mali. Kenya appealed for restraint.", "Kenya urged Chad, Mali"),
        ("Kenya said the fighting between Chad and Mali must stop.", "Kenya demanded_of Chad, Mali"),
    ],
)
def test_a_call_told_by_a_noun(tell: Tell, text: str, line: str) -> None:
    """An appeal, a plea and what must stop ask the same of the same."""
    told = tell(text)
    assert any(t.startswith(line) for t in told)
    assert not any("called" in t or t.endswith("ceased_fire_with Mali") for t in told)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Kenya's call for a truce between Chad and Mali was ignored.", " called "),
        ("Kenya pressed for a ceasefire between Chad and Mali.", "Kenya urged"),
        ("Chad shelled Mali. Mali's call for help from Peru was heard.", "urged Chad"),
        ("Japan sent its minister to Korea. Korea protested against his visit to the islands.", "visited Japan"),
    ],
)
def test_a_call_of_another_kind(tell: Tell, text: str, never: str) -> None:
    """No telephone call, no second telling of a mediation, no appeal for help."""
    assert not any(never in t for t in tell(text))
