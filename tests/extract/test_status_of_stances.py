"""What is opposed, favoured, prepared, kept or looked forward to has the status that its words give it."""

from __future__ import annotations

import pytest
from telling import Read, Tell

TOLD = [
    ("Peru and Chile declared their opposition to imposing sanctions on Mali.", "sanctioned", "negated"),
    ("Peru has supported sending troops to Mali.", "deployed_to", "possible"),
    ("Peru proposed a trade ban on Mali.", "sanctioned", "possible"),
    ("Peru is preparing sanctions against Mali.", "sanctioned", "planned"),
    ("Peru will maintain its sanctions against Mali until the army withdraws.", "sanctioned", "actual"),
    ("Peru will impose sanctions against Mali.", "sanctioned", "planned"),
    ("Rao telephoned Putin to offer his services as a mediator between Chad and Mali.", "mediated", "possible"),
    ("Trump offered no assessment of his meeting with Putin.", "met", "actual"),
    ("Trump offered a meeting with Putin.", "met", "possible"),
    ("Peru urged Chad to end its attacks on Mali.", "attacked", "actual"),
    ("Peru urged Chad to cease shelling Mali.", "attacked", "actual"),
    ("Chad's demand that Mali withdraw is not negotiable.", "demanded_of", "actual"),
    ("A total U.N. withdrawal from Rwanda would put thousands at risk.", "withdrew_from", "possible"),
    ("Putin has arrived in Beijing to meet Trump.", "met", "planned"),
    ("Trump looked forward to meeting Putin.", "met", "planned"),
    (
        "Ivica Dacic discussed with Sergey Lavrov the details of Lavrov's coming visit to Serbia.",
        "visited",
        "planned",
    ),
    ("It goes without saying that Trump and Putin work closely together.", "cooperated_with", "actual"),
    ("Chad abstained on the ground that Iran is cooperating with the IAEA.", "cooperated_with", "actual"),
    ("Chad and Mali began talks to reach an agreement.", "agreed_with", "possible"),
    ("Chad and Mali sat down and reached an agreement.", "agreed_with", "actual"),
    ("A military court in Chad issued a warrant for the arrest of Vladimir Putin.", "detained", "possible"),
    ("Trump announced that he was asking Putin to come back.", "invited", "actual"),
    ("Trump announced asking Putin to come back.", "invited", "planned"),
]


@pytest.mark.parametrize(("text", "predicate", "status"), TOLD)
def test_the_words_of_a_stance_give_the_status(read: Read, text: str, predicate: str, status: str) -> None:
    """Opposition, favour, preparation and their kin say whether the act is there."""
    assert [e.status for e in read(text).events if e.predicate == predicate] == [status]


def test_sanctions_that_do_not_target_a_people_are_not_undone(tell: Tell) -> None:
    """What measures are not for is no event of its own."""
    text = "Peru imposed sanctions on Mali. The sanctions do not target the people of Mali."
    assert tell(text) == ["Peru sanctioned Mali"]


@pytest.mark.parametrize(
    ("text", "predicate", "date"),
    [
        ("Chad bombed towns in Mali for the third day running yesterday.", "attacked", "2025-05-18"),
        ("The accord signed by Chad and Mali calls for a halt to the fighting by next Thursday.", "signed_with", None),
        (
            "In his first speech since Mali joined a pact last week, Trump condemned Peru.",
            "criticized",
            "2025-05-19",
        ),
    ],
)
def test_a_day_dates_its_own_act(read: Read, text: str, predicate: str, date: str | None) -> None:
    """A deadline, or the day of a clause with "since", is not the day of what is told beside it."""
    assert [e.date for e in read(text).events if e.predicate == predicate] == [date]
