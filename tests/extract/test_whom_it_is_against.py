"""Who is meant, punished or accused is whom the act is against, and no place, body or bystander beside it."""

from __future__ import annotations

import pytest
from telling import Read

Told = tuple[str, str, str]
UN = "United Nations"
FINNISH = [("Chile", "summoned", "Finland")]
CASES: list[tuple[str, list[Told]]] = [
    (
        "Peru took Chile to the World Court on Monday, charging it with theft.",
        [("Peru", "accused", "Chile")],
    ),
    (
        "Mali lodged a protest against Togo at the African Union, accusing it of theft.",
        [("Mali", "protested_against", "Togo"), ("Mali", "accused", "Togo")],
    ),
    (
        "Ghana imposed sanctions on Togo at a meeting of ECOWAS, accusing it of aggression.",
        [("Ghana", "sanctioned", "Togo"), ("Ghana", "accused", "Togo")],
    ),
    (
        "Chile quit the World Trade Organization on Monday, accusing it of bias.",
        [("Chile", "withdrew_from", "World Trade Organization"), ("Chile", "accused", "World Trade Organization")],
    ),
    ("Chad is massing troops along its border with Sudan.", [("Chad", "mobilized_against", "Sudan")]),
    ("Peru asked Bolivia to hand over a banker whom it accuses of theft.", [("Peru", "urged", "Bolivia")]),
    ("Chad arrested a Peruvian it accuses of spying.", [("Chad", "detained", "Peru"), ("Chad", "accused", "Peru")]),
    (
        "The UN imposed an embargo on Chad for invading Niger.",
        [("United Nations", "sanctioned", "Chad"), ("Chad", "attacked", "Niger")],
    ),
    (
        "Peru deported a Chilean for attacking Bolivian soldiers.",
        [("Peru", "coerced", "Chile"), ("Chile", "attacked", "Bolivia")],
    ),
    (
        "Chad apologised to Niger for shelling Togo.",
        [("Chad", "conceded_to", "Niger"), ("Chad", "attacked", "Togo")],
    ),
    ("Chad broke the ceasefire by shelling a town, UN observers noted.", []),
    ("Libya violated the arms embargo, diplomats in Vienna said.", []),
    ("Russia is violating the treaty, NATO said.", [("NATO", "accused", "Russia")]),
    ("Iran pulled its delegates out of the talks with Oman.", [("Iran", "rejected", "Oman")]),
    ("Peru pulled out of a treaty with Chile.", [("Peru", "withdrew_from", "Chile")]),
    ("Two Finnish jets strayed into Chilean airspace, and Santiago summoned the Finnish envoy.", FINNISH),
    ("Three Chadian jets intruded into Sudan, and Khartoum asked the UN for help.", [("Sudan", "urged", UN)]),
    (
        "Nauru established diplomatic relations with China, a week after it had broken off ties with Peru.",
        [("Nauru", "recognized", "China"), ("Nauru", "severed_ties_with", "Peru")],
    ),
    (
        "Chad granted asylum to Peruvian minister Juan Andrade, a decision which Peru denounced.",
        [("Chad", "aided", "Juan Andrade"), ("Peru", "criticized", "Chad")],
    ),
    ("Iceland took over its banks, leaving Dutch savers to wonder who would pay.", []),
    ("Runner Ana Rojas of Peru won on Sunday, leaving two Kenyans behind.", []),
    ("Chad left the African Union.", [("Chad", "withdrew_from", "African Union")]),
    ("Bhutan told China that the villages lay within its borders.", []),
    ("President Rao of India suffered a heart attack in Paris.", []),
    ("Peru suffered an attack by Chilean commandos.", [("Chile", "attacked", "Peru")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_told(read: Read, text: str, expected: list[Told]) -> None:
    """A place, a body that is addressed and an onlooker are no party to what is told beside them."""
    found = {(e.subjects[0].name, e.predicate, e.objects[0].name) for e in read(text).events}
    assert found == set(expected)


STATUSES = [
    ("Belarus helped to arm the rebels of Darfur.", "actual"),
    ("France will help to arm Chad.", "planned"),
    ("The talks between Chad and Sudan have been put off by a week and will now be held in Mali.", "planned"),
    ("The talks between Chad and Sudan have been put off.", "negated"),
    ("Chad's parliament approved the dispatch of 400 soldiers to Niger.", "planned"),
    ("Chad dispatched 400 soldiers to Niger.", "actual"),
    ("The tribunal ordered Peru to release two Chilean sailors.", "possible"),
    ("President Rao ordered his troops to invade Chad.", "planned"),
    ("Chad had plotted to blow up the Nigerian embassy.", "possible"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_status(read: Read, text: str, status: str) -> None:
    """Who helped to do it did it; what is put off to another day is still to come; a plot is no deed yet."""
    assert {event.status for event in read(text).events} == {status}


HOSTS = [
    "President Rao of India received President Paz of Peru in New Delhi at the beginning of a two-day visit.",
    "King Felipe of Spain greeted President Paz of Peru in Madrid on the first day of a state visit.",
    "Indian Prime Minister Ana Rao welcomed Peruvian President Juan Paz at the airport at the start of a state visit.",
]


@pytest.mark.parametrize("text", HOSTS)
def test_a_visit_beside_a_welcome_is_the_guests(read: Read, text: str) -> None:
    """Who welcomes somebody at the start of a visit is at home."""
    [visit] = [event for event in read(text).events if event.predicate == "visited"]
    assert visit.subjects[0].name in ("Rodrigo Paz", "Paz", "Juan Paz")
    assert visit.objects[0].name in ("India", "Spain")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru suspects Chile of arson, the minister said in an interview on Sunday.", "actual"),
        ("Peru said on Sunday it is at war with Chile.", "actual"),
        ("A motion that censures Peru was adopted by the Organization of American States on Friday.", "actual"),
        ("Minister Rao leaves for Peru on Wednesday, his office said on Friday.", "planned"),
    ],
)
def test_the_day_of_a_report_is_gone(read: Read, text: str, status: str) -> None:
    """What is told in the present by a report of a day gone by is not put off to the next day of that name."""
    assert [event.status for event in read(text).events] == [status]
