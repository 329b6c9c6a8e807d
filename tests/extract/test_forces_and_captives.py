"""Forces that go and captives that are let go, whose place or nation another part of the sentence or story tells."""

from __future__ import annotations

import pytest

from tests.extract.telling import Tell


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Chad freed three foreigners, two Poles and a Dane.", ["Chad released Poland, Denmark"]),
        ("Five men - two Poles and three Danes - were freed by Chad.", ["Chad released Poland, Denmark"]),
        ("FARC rebels kidnapped a Pole, a Dane and a Turk.", ["FARC detained Poland, Denmark, Turkey"]),
        ("Among those held by the FARC are three Danish contractors.", ["FARC detained Denmark"]),
        ("Among the hostages held by the FARC are two Danish engineers.", ["FARC detained Denmark"]),
        ("Several Turks were among those arrested by Chad.", ["Chad detained Turkey"]),
        ("The hostages held by the FARC include two Danish engineers.", ["FARC detained Denmark"]),
        ("Three Danish hikers held hostage by FARC rebels were said to be well.", ["FARC detained Denmark"]),
        ("Four Danish nationals are being held in Chad on suspicion of spying.", ["Chad detained Denmark"]),
        ("Rao and two Poles were arrested by Chad, as were three Danish citizens.", ["Chad detained Denmark"]),
        ("Two Danish hikers walked free from prison in Chad.", ["Chad released Denmark"]),
        ("Chad allowed five Danish nurses to fly home.", ["Chad released Denmark"]),
    ],
)
def test_nations_of_captives(tell: Tell, text: str, lines: list[str]) -> None:
    """Whose people captives are is told in a list behind them, or of those who are among them."""
    assert set(lines) <= set(tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Chad sent troops to Mali in 2013, but withdrew them in 2015.", "Chad withdrew_from Mali"),
        ("Chad has 900 soldiers in Mali. It will pull them out by June.", "Chad withdrew_from Mali (planned)"),
        ("Chad's troops took Kidal in Mali. Chad has withdrawn its troops.", "Chad withdrew_from Mali"),
        ("Chad closed its military base in Mali.", "Chad withdrew_from Mali"),
        ("The UN evacuated its staff from Mali.", "United Nations withdrew_from Mali"),
        (
            "Fighting went on in South Ossetia. All Georgian forces have left the conflict zone.",
            "Georgia withdrew_from South Ossetia",
        ),
        ("Mali agreed to let Chadian troops into Mali.", "Chad deployed_to Mali (planned)"),
        ("Peru ordered six destroyers into waters off Haiti.", "Peru deployed_to Haiti"),
        ("The presence of Syrian troops in Lebanon is illegal, he said.", "Syria deployed_to Lebanon"),
        (
            "The Security Council authorised the deployment of a force to East Timor.",
            "UN Security Council deployed_to East Timor",
        ),
        ("Two Peruvian warships arrived off Haiti.", "Peru deployed_to Haiti"),
        ("A North Korean missile flew over Japan.", "North Korea mobilized_against Japan"),
    ],
)
def test_where_forces_go(tell: Tell, text: str, line: str) -> None:
    """Where forces come from, or go, is told in the words around or before."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Dozens of rockets fired by Hezbollah fell on northern Israel.", "Hezbollah attacked Israel"),
        ("A Syrian mortar shell killed five Turkish farmers.", "Syria attacked Turkey"),
        ("Ecuador is a victim of Peruvian aggression, he said.", "Peru attacked Ecuador"),
        ("Mali has suffered an act of aggression by Chad.", "Chad attacked Mali"),
        ("Mali is fighting back against Chad's invasion.", "Chad attacked Mali"),
        ("Peru protested over the abduction of a Peruvian officer by Chad.", "Chad detained Peru"),
        (
            "UN officials said RPF fighters were advancing after they captured Ruhengeri in Rwanda.",
            "Rwandan Patriotic Front seized Rwanda",
        ),
    ],
)
def test_who_struck(tell: Tell, text: str, line: str) -> None:
    """Who struck is told by the weapon, by whom it befell or by the clause above."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Chadian army tried to hold back the rebels.",
        "Fears of a Turkish attack on Cyprus grew.",
        "Ravi Rao spoke of how to fight back against Chad's invasion.",
        "Soldiers will fire only if they come under attack from Chad.",
        "Rebels took Kelo, a town ten miles east of Lima.",
        "Chad sent troops. Mali withdrew its troops to barracks in Kidal.",
    ],
)
def test_what_nobody_did(tell: Tell, text: str) -> None:
    """Nobody is held back in custody, nobody attacked by what is feared, and no troops leave where none were."""
    assert not [
        line
        for line in tell(text)
        if (line.split()[-1] != "(possible)" and any(f" {p} " in line for p in ("detained", "withdrew_from")))
        or ("attacked" in line and "(possible)" not in line)
        or line.endswith("seized Peru")
    ]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The Georgian government cracked down on Georgian citizens who protested.", "coerced"),
        ("The Nepalese Maoists have been fighting since 1996 to topple the king of Nepal.", "coerced"),
        ("Peru took action to keep Chad's government from plundering Mali.", "coerced"),
        ("China demands that Peru stop its interference in China's affairs.", "coerced"),
        ("The rebels shut down a fifth of Peru's output.", "coerced"),
        ("More than 2,000 Rwandan refugees were reported pouring into Tanzania.", "attacked"),
        ("Peru fears for Darfur, where Arab militias have fought for three years.", "attacked"),
        ("NATO ambassadors were to give the order for air strikes in Brussels.", "attacked"),
        ("Thousands of Ivorians are reported to have fled Ivory Coast.", "withdrew_from"),
        ("Manila said so in a note sent to the Chinese embassy.", "deployed_to"),
        ("Japan sent four military observers in support of Peruvian drills.", "deployed_to"),
        ("Rao has been held captive in Israel since June.", "detained"),
    ],
)
def test_what_is_no_act_of_force(tell: Tell, text: str, predicate: str) -> None:
    """Rule at home, mere aims, people in flight and letters are no acts of force."""
    assert not [line for line in tell(text) if f" {predicate} " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Nine people were killed in Israeli air raids on the east of Gaza City.", "Israel attacked Palestine"),
        ("Minister Rao wants to halt the attacks by Israel on the Gaza Strip at once.", "Israel attacked Gaza Strip"),
        ("The Greek ship was sunk by a Turkish torpedo.", "Turkey attacked Greece"),
        ("Israel pulled its troops out of Lebanon.", "Israel withdrew_from Lebanon"),
    ],
)
def test_what_hangs_elsewhere(tell: Tell, text: str, line: str) -> None:
    """What an attack is on belongs to the attack, and troops are pulled out of where they were."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Bosnian Serbs let go 108 UN peacekeepers on Tuesday.", "Bosnian Serbs released United Nations"),
        ("Israeli commandos abducted Sheikh Ravi Rao from his home in Lebanon.", "Israel detained Ravi Rao"),
        (
            "Khmer Rouge guerrillas took a Pole, a Dane and a Frenchman hostage.",
            "Khmer Rouge detained Poland, Denmark, France",
        ),
        ("Peru bombed Mali after Chadian rebels killed three of its soldiers.", "Chadian rebels attacked Peru"),
        ("The Polisario Front said Moroccan jets had bombed its positions.", "Morocco attacked Polisario Front"),
        ("Cambodia complained to the UN that Thai artillery had shelled its villages.", "Thailand attacked Cambodia"),
        ("Al-Shabaab claimed responsibility for an attack on a hotel in Kampala.", "Al-Shabaab attacked Uganda"),
        ("FARC rebels are fighting to topple President Ravi Rao.", "FARC attacked Ravi Rao"),
        ("Hamas took two Danes hostage. Among the hostages are two Poles.", "Hamas detained Poland"),
    ],
)
def test_whose_people_are_taken_and_hit(tell: Tell, text: str, line: str) -> None:
    """Whose people are taken or hit is told by the list, by who answers or tells of it, or by where it was."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Peru said fighters from Chad had killed 40 people in a raid.", "attacked Chad"),
        ("Hezbollah kidnapped two soldiers in a cross-border raid.", "detained Lebanon"),
        ("Peru broke with Chad when Chadian troops overran its former colony.", "seized Peru"),
        ("Among the guests were the ambassadors of Peru and Chile.", "detained"),
    ],
)
def test_whose_people_they_are_not(tell: Tell, text: str, wrong: str) -> None:
    """People hit across a border are not of the land of who hits them, and a colony is not its owner."""
    assert not [line for line in tell(text) if wrong in line]
