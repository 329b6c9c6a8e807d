"""Reports of wars: who fired at whom, under whose fire somebody came, whose lines they were, and what is only asked."""

from __future__ import annotations

import pytest
from telling import Mentions, Read, Tell


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Ethiopian forces came under attack by Eritrea.", "Eritrea attacked Ethiopia"),
        ("Turkish troops launched rockets which fell in Syria.", "Turkey attacked Syria"),
        ("Syria fired a shell that struck Jordan.", "Syria attacked Jordan"),
    ],
)
def test_fire_has_a_side_that_fires_and_one_that_is_hit(tell: Tell, text: str, event: str) -> None:
    """A weapon goes from whoever fires it to where it comes down, whatever the order of the words."""
    assert event in tell(text)


def test_a_weapon_that_goes_astray_hits_nobody(tell: Tell) -> None:
    """Where a shell did not come down is not told to be hit."""
    assert tell("Syria fired a shell that was paid for in Jordan.") == []


def test_an_army_in_front_of_its_act_is_the_army_named_before(tell: Tell) -> None:
    """ "Army attack" and "rebel lines" belong to the army and the rebels of the story."""
    told = tell(
        "The Tamil Tigers accused the Sri Lankan army. The Tigers said one of their positions came under army attack. "
        "The army shelled rebel lines."
    )
    assert told[0] == "Liberation Tigers of Tamil Eelam accused Sri Lanka"
    assert told.count("Sri Lanka attacked Liberation Tigers of Tamil Eelam") >= 1
    assert not any("Liberation Tigers of Tamil Eelam attacked" in line for line in told)


@pytest.mark.parametrize(
    "text",
    ["The Guards of the palace slept.", "The Tigers won the cup.", "The Tamil Tigers met. A tigers' den burned."],
)
def test_a_short_name_needs_its_group(mentions: Mentions, text: str) -> None:
    """ "The Tigers" is a group only where the article names it in full."""
    assert mentions(text).count(("Tigers", "Liberation Tigers of Tamil Eelam")) == 0


def test_a_border_is_not_one_of_its_two_states(tell: Tell) -> None:
    """What happens along a line between two states is done to neither of them."""
    assert tell("Sudan attacked an area along the Chad-Sudan border.") == []


def test_where_talks_are_held_is_no_party_to_a_truce(tell: Tell) -> None:
    """A place deep in the sentence is where something was, not with whom."""
    text = "Sudan broke a ceasefire that the government declared at the opening of peace talks in Libya."
    assert not any("Libya" in line for line in tell(text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nigeria asked that Rwanda and Uganda withdraw troops from Kenya.", "possible"),
        ("Nigeria said that Rwanda and Uganda withdraw troops from Kenya.", "actual"),
    ],
)
def test_what_is_demanded_has_not_happened(read: Read, text: str, status: str) -> None:
    """The bare verb under a demand is what is to be done; under a verb of saying it is a present tense."""
    events = [e for e in read(text).events if e.predicate == "withdrew_from"]
    assert {e.status for e in events} == {status}


def test_a_full_stop_ends_an_office(tell: Tell) -> None:
    """An office at the end of a sentence is not that of the name that opens the next."""
    assert "Vladimir Putin accused Greece" in tell("Turkey criticized the president. Putin accused Greece.")


def test_rebels_are_told_by_who_leads_them(tell: Tell) -> None:
    """A people that dominates rebels tells them from others."""
    assert tell("Rwanda is backing the Tutsi-dominated rebels.") == ["Rwanda supported Tutsi-dominated rebels"]


def test_who_says_a_quotation_is_not_named_in_it(tell: Tell) -> None:
    """ "He said" behind a quotation is who was in focus before it."""
    text = (
        "Sergey Lavrov arrived on Friday. “A warm meeting with Hakan Fidan. He is a friend,” he said. "
        "He also visited Kenya."
    )
    assert "Sergey Lavrov visited Kenya" in tell(text)


def test_the_army_says_they(tell: Tell) -> None:
    """ "They" in what an organ of a state says is that organ."""
    assert tell("Laos met Peru. The Chilean army said they suspected Kenya of spying.")[-1] == "Chile accused Kenya"


def test_a_gerund_opens_with_another_than_its_subject(tell: Tell) -> None:
    """Who comes behind "Meeting with X," is who met X."""
    text = "Turkish President Erdogan arrived. Meeting with Vladimir Putin, Erdogan once again thanked Russia."
    assert "Recep Tayyip Erdoğan met Vladimir Putin" in tell(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Vladimir Putin warned Joe Biden against imposing sanctions during a lengthy call.", "called"),
        ("Vladimir Putin warned Joe Biden against imposing sanctions during a lengthy war.", "warned"),
    ],
)
def test_what_is_said_during_a_call_is_a_call(tell: Tell, text: str, event: str) -> None:
    """The call may hang on what was said rather than on the verb of saying."""
    assert (f"Vladimir Putin {event} Joe Biden" in tell(text)) and (
        ("Vladimir Putin called Joe Biden" in tell(text)) == (event == "called")
    )


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("China sent its special envoy to Kenya.", "China visited Kenya"),
        ("China sent its warships to Kenya.", "China deployed_to Kenya"),
        ("Vladimir Putin was in Beijing as a guest of the Chinese leaders.", "Vladimir Putin visited China"),
    ],
)
def test_envoys_travel_and_warships_are_deployed(tell: Tell, text: str, event: str) -> None:
    """Who is sent decides what the sending is."""
    assert tell(text) == [event]


def test_closer_ties_are_with_another_state(tell: Tell) -> None:
    """ "Its neighbour" of the state that is visited is no state of the visitor's own."""
    text = "Afghanistan's President Hamid Karzai arrived in India to cement ties with its neighbour."
    assert tell(text) == ["Hamid Karzai visited India"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("NATO members criticized Russia.", "NATO criticized Russia"),
        (
            "The UN Security Council condemned Rwanda. Council members urged Uganda to withdraw.",
            "UN Security Council urged Uganda",
        ),
        ("The treaty was signed by Hungary and by Romania.", "Hungary, Romania signed_with"),
    ],
)
def test_members_of_a_body_act_for_it(tell: Tell, text: str, event: str) -> None:
    """Members act for their body, the Council is the one named before, and "by" may stand twice."""
    assert event in tell(text)


def test_who_urges_a_truce_is_no_party_to_it(tell: Tell) -> None:
    """The other side of a truce is not the body that asks for it."""
    told = tell("The United Nations urged Rwanda to sign a ceasefire agreement.")
    assert told == ["United Nations urged Rwanda"]


def test_the_government_of_a_story_written_elsewhere(tell: Tell) -> None:
    """A report from a neighbouring capital means the government that it is about."""
    told = tell(
        "N'DJAMENA, Chad (AP) — The Sudanese government accused Libya. Sudan is at war. The rebel groups – the Justice "
        "and Equality Movement and the Sudan Liberation Army – have accused the government of bombing civilians."
    )
    assert "Justice and Equality Movement, Sudan Liberation Movement accused Sudan" in told


def test_a_ceremony_is_not_of_those_who_attend_it(tell: Tell) -> None:
    """Who boycotts a ceremony turns down nobody who came."""
    assert tell("Sudan boycotted the opening ceremony, which was attended by Idriss Deby.") == []
