"""Civil wars: fighters without a name, those loyal to somebody, governments in the making, diplomats sent away."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Tripoli is the capital of Libya. The army said rebels had attacked Turkey.", "rebels attacked Turkey"),
        ("Rebel groups attacked a Nigerian army base.", "Rebel groups attacked Nigeria"),
        ("Darfur rebels accused Sudan of breaking the truce.", "Darfur rebels accused Sudan"),
        (
            "Sudan signed a ceasefire with Darfur's largest rebel group.",
            "Sudan ceased_fire_with Darfur's largest rebel group",
        ),
        ("Pro-Gaddafi forces attacked Misrata.", "pro-Gaddafi forces attacked Libya"),
        ("Troops loyal to Kabila attacked Rwanda.", "Troops loyal to Kabila attacked Rwanda"),
        ("Chad praised the rebel Justice and Equality Movement.", "Chad praised Justice and Equality Movement"),
        (
            "Fighting broke out between troops loyal to Kabila and forces loyal to Bemba in Kinshasa.",
            "troops loyal to Kabila, forces loyal to Bemba attacked",
        ),
        ("Rebels recaptured the town from forces loyal to Gaddafi.", "Rebels seized forces loyal to Gaddafi"),
        ("Chadian rebels gave Chad 48 hours to withdraw.", "Chadian rebels demanded_of Chad"),
        (
            "Somalia condemned Ethiopia. Somalia is poor. Kenya praised Peru. "
            "The transitional government accused Eritrea of aggression.",
            "Somalia accused Eritrea",
        ),
    ],
)
def test_those_who_fight_in_a_civil_war_are_parties(tell: Tell, text: str, line: str) -> None:
    """Fighters whom nothing names, followers of a leader and governments in the making act as themselves."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Burundi denied that it backed any terrorist organisation.",
        "Anti-Chinese rioters burned a factory.",
        "The leaders of Darfur praised the plan.",
    ],
)
def test_no_faction_is_made_up(tell: Tell, text: str) -> None:
    """What is no band of fighters is no party."""
    assert not any("rebel" in line or "organisation" in line or "rioters" in line for line in tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ecuador declared the U.S. ambassador, Heather Hodges, persona non grata.", "Ecuador expelled United States"),
        ("Chile and Mexico recalled their Honduras ambassadors.", "Chile, Mexico recalled Honduras"),
        (
            "Russia placed the blame on both the government of Syria and Chadian rebels.",
            "Russia accused Syria, Chadian rebels",
        ),
        ("Former UN chief and Syria envoy Kofi Annan met Bashar al-Assad.", "Kofi Annan met Bashar al-Assad"),
        ("The leaders of Abkhazia in Georgia's north urged Russia to act.", "Abkhazia urged Russia"),
        (
            "Dmitry Medvedev ordered an end to military operations against Georgia.",
            "Dmitry Medvedev ceased_fire_with Georgia",
        ),
        (
            "Iran must withdraw, Peru said. The government, Smith said in Lima, must free Chad's envoy.",
            "Peru demanded_of Iran",
        ),
    ],
)
def test_who_it_is_done_to(tell: Tell, text: str, line: str) -> None:
    """A diplomat stands for the state that sent him, a posting for the state posted to."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Chile and Mexico recalled their Honduras ambassadors.", "Chile recalled Mexico"),
        ("Former UN chief and Syria envoy Kofi Annan met Bashar al-Assad.", "Ban Ki-moon met Bashar al-Assad"),
        ("The leaders of Abkhazia in Georgia's north urged Russia to act.", "Georgia urged Russia"),
        (
            "Mauritania freed its president. Mauritania is poor. France and the US cut their aid, while the "
            "African Union suspended the country.",
            "African Union sanctioned France",
        ),
        ("Germany opposed a role in the Libyan conflict.", "Germany rejected Libya"),
        ("Ministers of Chad will return to the government of Mali.", "Chad visited Mali"),
        ("Barack Obama told Britain's Sky News that he would go.", "Barack Obama spoke_with News"),
        ("Police in Yemen arrested three Kenyans on charges of trying to send arms to Somalia.", "Yemen aided Somalia"),
        (
            "Chad and Sudan met. Was there any sign of an accord between the sides? France praised Peru.",
            "France praised Chad",
        ),
    ],
)
def test_what_does_not_follow(tell: Tell, text: str, line: str) -> None:
    """No party is taken from a place, a row or a possessive that is somebody else's."""
    assert line not in tell(text)


def test_what_is_found_bad_is_so(tell: Tell) -> None:
    """That something is not acceptable does not deny it."""
    told = tell("It is not acceptable that Misrata is being bombarded by Muammar Gaddafi's troops, Alain Juppé said.")
    assert "Muammar Gaddafi attacked Libya" in told
