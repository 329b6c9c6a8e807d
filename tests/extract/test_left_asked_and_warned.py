"""Whose an act is that others thank, urge or warn for; what is only asked to stop; what opens in capitals."""

from __future__ import annotations

import pytest
from telling import Read

_Event = tuple[str, str, str]


def told(read: Read, text: str) -> set[_Event]:
    """Give the first subject, the predicate and the last party of each event that is not denied."""
    return {
        (e.subjects[0].name, e.predicate, (e.objects or e.subjects)[-1].name)
        for e in read(text).events
        if e.status != "negated"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The quarrel left the Arab League angry and divided.",
        "Hungary left the EU weakened.",
        "Peru funded a study of Hezbollah.",
        "President Emmanuel Macron said France and Italy should trade more.",
        "Peru was the main topic of the meeting with President Dina Boluarte of Peru.",
        "Peru and Chile said they may agree to lift the embargo.",
        "LIMA, Peru",
    ],
)
def test_nothing_is_told(read: Read, text: str) -> None:
    """What is left in some state is not left; who is to act himself asks nobody; a place is no party."""
    assert told(read, text) == set()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Hungary left the EU last year.", ("Hungary", "withdrew_from", "European Union")),
        ("Peru funded a unit of Hezbollah.", ("Peru", "aided", "Hezbollah")),
        (
            "President Emmanuel Macron said Italy and Spain should trade more.",
            ("Emmanuel Macron", "urged", "Spain"),
        ),
        (
            "Emmanuel Macron urged Vladimir Putin to end his war in Ukraine.",
            ("Vladimir Putin", "attacked", "Ukraine"),
        ),
        (
            "Emmanuel Macron cautioned Vladimir Putin against widening the war with his raids on Georgia.",
            ("Vladimir Putin", "attacked", "Georgia"),
        ),
        ("Joe Biden congratulated Emmanuel Macron on his visit to Chad.", ("Emmanuel Macron", "visited", "Chad")),
        ("Joe Biden thanked Emmanuel Macron after his visit to Chad.", ("Joe Biden", "visited", "Chad")),
        ("Peru hopes to complete the Syrian withdrawal from Lebanon.", ("Syria", "withdrew_from", "Lebanon")),
        ("The UN has begun its withdrawal from Mali.", ("United Nations", "withdrew_from", "Mali")),
        ("Hamas set free Danish hostages.", ("Hamas", "released", "Denmark")),
        ("Hamas set free about half of the Danish hostages it held.", ("Hamas", "released", "Denmark")),
        ("Mali invited Niger to inspect the dams.", ("Mali", "invited", "Niger")),
        ("Mali invited Niger to withdraw from Chad.", ("Mali", "urged", "Niger")),
        ("Emmanuel Macron was at a dinner with Joe Biden.", ("Emmanuel Macron", "met", "Joe Biden")),
        ('"We are against the accession of Serbia," Emmanuel Macron said.', ("France", "rejected", "Serbia")),
        ("Hezbollah had a hand in the killing of Rafik Hariri.", ("Hezbollah", "attacked", "Rafic Hariri")),
        ("Peru nursed the talks between Chad and Mali along.", ("Peru", "mediated", "Mali")),
        ("Emmanuel Macron toured the Libyan-held part of Chad.", ("Emmanuel Macron", "visited", "Chad")),
    ],
)
def test_whose_it_is(read: Read, text: str, event: _Event) -> None:
    """Who is thanked or urged for a deed did it; a withdrawal is his whose it is said to be; what is in part held."""
    assert event in told(read, text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru warned on Monday that the talks were Chad's last chance.", ("Peru", "warned", "Chad")),
        ("Peru said it was the last opportunity for Chad to sign.", ("Peru", "warned", "Chad")),
        ("Peru told Chad that it had one last chance to disarm.", ("Peru", "warned", "Chad")),
        ("Should Chad turn down the plan, Peru warned it may close its border.", ("Peru", "warned", "Chad")),
        ("Peru warned it might fight if Chad rejected the plan.", ("Peru", "warned", "Chad")),
        ("Peru threatened not to sign a treaty on Cyprus unless Chad disarmed.", ("Peru", "threatened", "Chad")),
    ],
)
def test_who_is_warned(read: Read, text: str, event: _Event) -> None:
    """A last chance is a warning to whose it is; a condition tells whom a warning is for."""
    assert told(read, text) == {event}


@pytest.mark.parametrize(
    "text",
    [
        "Peru said its last chance had gone.",
        "Peru warned it may rain if Chad builds a dam.",
        "Peru said it might leave if it rains.",
    ],
)
def test_nobody_is_warned(read: Read, text: str) -> None:
    """One's own last chance, and what merely happens, warns nobody."""
    assert told(read, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Mali urged Chad to stop arming Boko Haram.",
        "Chad should cease supporting Boko Haram, Mali said.",
    ],
)
def test_what_is_to_stop_is_only_asked(read: Read, text: str) -> None:
    """Who is asked to stop something is not told to have stopped it, nor to do it."""
    assert {e.predicate for e in read(text).events} == {"urged"}


def test_what_somebody_ceased_is_over(read: Read) -> None:
    """What somebody ceased to do is not done."""
    assert [e.status for e in read("Chad ceased supporting Boko Haram in May.").events] == ["negated"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru and Chile were eager to reach a deal.", "possible"),
        ("Peru and Chile are keen to sign a treaty.", "possible"),
        ("Peru and Chile signed a treaty.", "actual"),
    ],
)
def test_who_is_eager_has_not_agreed(read: Read, text: str, status: str) -> None:
    """What somebody is eager to do is only possible."""
    assert [e.status for e in read(text).events] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile met in May. One of the two states has attacked Bolivia.",
        "Peru and Chile met in May. Two of the parties cannot agree on fishing.",
    ],
)
def test_some_of_the_several_are_nobody_named(read: Read, text: str) -> None:
    """One of two is not both."""
    assert [e.predicate for e in read(text).events] == ["met"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("PERU has recalled its ambassador from Chad.", ("Peru", "recalled", "Chad")),
        ("SOUTH AFRICA yesterday condemned Chad.", ("South Africa", "criticized", "Chad")),
        ("BRITISH TROOPS have left Chad.", ("United Kingdom", "withdrew_from", "Chad")),
        ("NATO has condemned Chad.", ("NATO", "criticized", "Chad")),
    ],
)
def test_openings_in_capitals(read: Read, text: str, event: _Event) -> None:
    """Newspapers print the first words of a report in capitals; acronyms stay what they are."""
    assert told(read, text) == {event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Emmanuel Macron will be received by Joe Biden and then meet Olaf Scholz.", "met planned"),
        ("Emmanuel Macron was received by Joe Biden and then met Olaf Scholz.", "met actual"),
        ("Emmanuel Macron then flies to Rome.", "visited planned"),
        ("Emmanuel Macron often flies to Rome.", "visited actual"),
        ("Asked whether he had raised it in his meeting with Putin, Emmanuel Macron said no.", "met actual"),
        ("With Boko Haram massing outside Kano and threatening to attack Chad, Mali acted.", "threatened actual"),
        ("Chad and Mali discussed claims that Chad is arming Hezbollah.", "aided possible"),
        ("Chad wants proof that Mali is arming Hezbollah.", "aided possible"),
        ("Chad has proof that Mali is arming Hezbollah.", "aided actual"),
    ],
)
def test_status(read: Read, text: str, event: str) -> None:
    """What shares a "will" is planned; the setting of what is only asked about took place; claims are no facts."""
    assert event in {f"{e.predicate} {e.status}" for e in read(text).events}


def test_a_deed_of_a_year_is_of_that_year(read: Read) -> None:
    """The year before a deed is its date, and no count of things hit is one."""
    assert [e.date for e in read("Chad carried out the 1988 bombing of a Danish plane.").events] == ["1988-01-01"]
    assert [e.date for e in read("On Monday Chad bombed nine camps in Mali.").events] == ["2025-05-19"]


def test_a_list_of_what_somebody_did_is_all_his(read: Read) -> None:
    """What a relative clause lists is no act of the main clause, and its day not the day of that."""
    text = "Peru elected as its chairman Ali Rao, who ran its police, led its army and was sacked in 1987."
    assert [e.date for e in read(text).events if e.predicate == "appointed"] != ["1987-01-01"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peruvians and Chileans have fought for years over the border.", ("Peru", "attacked", "Chile")),
        ("Peru said the involvement of Chad in the war was unacceptable.", ("Peru", "criticized", "Chad")),
        ("Emmanuel Macron attended a lunch given by Joe Biden.", ("Joe Biden", "hosted", "Emmanuel Macron")),
        ("Despite pressure from Mali to shun Chad, Peru held talks with Chad.", ("Mali", "urged", "Peru")),
        (
            "Foreign Minister Anton Bruna of Peru left Chad. The Peruvian official met Joe Biden.",
            ("Anton Bruna", "met", "Joe Biden"),
        ),
        (
            "Sir Paul Marsh left Peru for Chad. Prime Minister Paul Kamara left Mali. Sir Paul met Joe Biden.",
            ("Paul Marsh", "met", "Joe Biden"),
        ),
        (
            "Prime Minister Anton Bruna of Peru left Chad. The Peruvian official met Joe Biden.",
            ("Peru", "met", "Joe Biden"),
        ),
        (
            "A Peruvian official left Chad. Peruvian envoy Anton Bruna stayed. The Peruvian official met Joe Biden.",
            ("Peru", "met", "Joe Biden"),
        ),
    ],
)
def test_who_is_meant(read: Read, text: str, event: _Event) -> None:
    """An official of a land is who was named as one; a leader is none, nor who was not named."""
    assert event in told(read, text)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Peru put pressure on Chad to withdraw from Mali.", {("Peru", "urged", "Chad")}),
        ("Peru is putting pressure on Chad to attack Mali.", {("Peru", "urged", "Chad")}),
        (
            "Peru sent troops to Chad to attack Mali.",
            {("Peru", "deployed_to", "Chad"), ("Peru", "attacked", "Mali")},
        ),
        (
            "Chad has been fighting Boko Haram. Chad signed a pact with Peru. Chad announced a halt to its raids.",
            {("Chad", "attacked", "Boko Haram"), ("Chad", "signed_with", "Peru")},
        ),
    ],
)
def test_who_does_not_do_it(read: Read, text: str, events: set[_Event]) -> None:
    """Who presses another does not do what is asked; a truce is not with whom one only trades."""
    assert told(read, text) - {("Chad", "ceased_fire_with", "Boko Haram")} == events


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A Danish court said Chad shot four Swedes. Chad dismissed the verdict.", ("Chad", "rejected", "Denmark")),
        ("A Danish court freed two men from Chad. Chad hailed the ruling.", ("Chad", "praised", "Denmark")),
    ],
)
def test_a_verdict_is_of_the_court_told_of(read: Read, text: str, event: _Event) -> None:
    """Who turns a verdict down or hails it answers to the court named last."""
    assert event in told(read, text)


def test_a_verdict_without_a_court_is_nobodys(read: Read) -> None:
    """Without a court nobody is told to be answered."""
    assert told(read, "Chad dismissed the verdict as biased.") == set()
