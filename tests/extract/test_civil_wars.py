"""Civil wars: fighters without a name, those loyal to somebody, governments in the making, diplomats sent away."""

from __future__ import annotations

import pytest
from telling import Read, Tell


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
        ("Chile declared two Peruvian diplomats personae non gratae.", "Chile expelled Peru"),
        (
            "Peru deplored the decision taken by Chile in May to declare ten staff members of the Peruvian embassy "
            "in Santiago personae non gratae.",
            "Chile expelled Peru",
        ),
        (
            "A Chilean diplomat has been declared persona non grata and has 24 hours to leave Peru.",
            "Peru expelled Chile",
        ),
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


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Israel and the Islamist group Hamas agreed to a ceasefire.", "Israel, Hamas ceased_fire_with"),
        ("Hamas met. Israel praised the Islamist group.", "Israel praised Hamas"),
        ("Egypt is calm. Police arrested 20 Brotherhood followers.", "Egypt detained Muslim Brotherhood"),
        ("Egypt is calm. Brotherhood leaders were arrested.", "Egypt detained Muslim Brotherhood"),
        ("Peru announced the recall of its ambassador to Chile.", "Peru recalled Chile"),
        (
            "Thai protesters staged a protest in Rayong, demanding Cambodia withdraw.",
            "Thai protesters protested_against Cambodia",
        ),
        ("The country's leftist leader, Hamdeen Sabahi, praised Iran.", "Hamdeen Sabahi praised Iran"),
        ("Iran sent financial support to Chad.", "Iran aided Chad"),
        ("Egyptian armed forces attacked Chad.", "Egypt attacked Chad"),
        ("The Tamil Tigers declared a ceasefire.", "Liberation Tigers of Tamil Eelam ceased_fire_with Sri Lanka"),
        (
            "Miliband convinced the Sri Lankan government that it is time to end their offensive against the LTTE.",
            "Sri Lanka attacked Liberation Tigers of Tamil Eelam",
        ),
        ("Colombia raided inside Ecuador at dawn.", "Colombia attacked Ecuador"),
        ("Alvaro Uribe shared handshakes with Rafael Correa.", "Álvaro Uribe met Rafael Correa"),
    ],
)
def test_a_description_or_a_bare_word_is_somebody(tell: Tell, text: str, line: str) -> None:
    """A group by its description, police without an article, envoys within a noun phrase are parties."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("President Hu Jintao left Beijing to visit Chad.", "withdrew_from"),
        ("Izzat Reshiq denied that Israel had broken the truce.", "accused"),
        ("Hamas attacked Israel. Hamas and its allies praised Iran.", "Israel praised"),
        ("Most of the rockets fired at Israel came by night. Chad met.", "attacked"),
        ("Nine are in Africa. Hu Jintao met leaders of the nine nations.", "met"),
        ("Two Kenyans were kidnapped. Kenya is calm.", "detained"),
        ("The microphone war between Colombia and Ecuador ended.", "attacked"),
        (
            "FARC met. Ecuador praised FARC rebels. Ecuador and Venezuela sent troops to their borders.",
            "deployed_to FARC",
        ),
    ],
)
def test_nobody_is_a_party_by_chance(tell: Tell, text: str, part: str) -> None:
    """One's own capital, a denial, an ally, a weapon and a number of nations make no event."""
    assert not any(part in line for line in tell(text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hamas said it would keep firing rockets at Israel.", "planned"),
        ("Francois Fall is expected to head to Chad to meet Mahamat Déby.", "planned"),
    ],
)
def test_what_goes_on_is_as_what_is_above_it(read: Read, text: str, status: str) -> None:
    """What would be kept up, or would come first, has not come about."""
    events = read(text).events
    assert events
    assert status in {event.status for event in events}


def test_what_is_found_bad_is_so(tell: Tell) -> None:
    """That something is not acceptable does not deny it."""
    told = tell("It is not acceptable that Misrata is being bombarded by Muammar Gaddafi's troops, Alain Juppé said.")
    assert "Muammar Gaddafi attacked Libya" in told
