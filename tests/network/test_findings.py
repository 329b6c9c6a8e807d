"""Rankings, comparisons, changes and analyses, every figure worked out by hand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from worlds import world

from kg.errors import KgError
from kg.network import Filter, View
from kg.network.analyses import balance, cooperation, mediators, reciprocity
from kg.network.analyses.reciprocity import rho
from kg.network.changing import changes
from kg.network.comparing import compare
from kg.network.ranking import brokers, central, dyads
from kg.network.records import frame, records
from kg.ontology.vocabulary import load_vocabulary

BASE = "https://w3id.org/dragoman/id/"
ALL = Filter()
ATTACK, AID, PRAISE = (load_vocabulary().predicates[name].score for name in ("attacked", "aided", "praised"))


@pytest.fixture(scope="module")
def view() -> Iterator[View]:
    """A spring of war, help and mediation."""
    with world(
        "Russia | attacked | Ukraine | 2025-03-01",
        "Russia | attacked | Ukraine | 2025-03-11",
        "Russia | attacked | Ukraine | 2025-04-21",
        "Ukraine | attacked | Russia | 2025-04-22",
        "United States | aided | Ukraine | 2025-03-05",
        "United States | praised | Ukraine | 2025-04-05",
        "United States | threatened | Ukraine | 2025-05-05",
        "United States | threatened | Ukraine | 2025-05-15",
        "b@Times: United States | threatened | Ukraine | 2025-05-15",
        "Turkey | mediated | Russia, Ukraine | 2025-05-16",
        "Russia | exchanged_prisoners_with | Ukraine | 2025-05-20",
        "Russia | severed_ties_with | Turkey | 2025-05-25",
        "Sergey Lavrov | met | Recep Tayyip Erdogan | 2025-05-10",
        "Volodymyr Zelenskyy | met | Recep Tayyip Erdogan | 2025-05-15",
        "Iran | criticized | Israel | 2025-03-02",
        "Iran | criticized | Israel | 2025-03-03",
        "Iran | criticized | Israel | 2025-04-04",
        offices=(("Sergey Lavrov", "foreign minister", "Russia"), ("Volodymyr Zelenskyy", "president", "Ukraine")),
    ) as store:
        yield View(store)


def test_most_events(view: View) -> None:
    """Ukraine has most events: four attacks, four dealings with the United States, the mediation and the exchange."""
    first, second, *_ = central(view, ALL, "events")
    assert (first.actor.name, first.events, first.partners) == ("Ukraine", 10, 3)
    assert first.closest.name == "Russia"
    assert (second.actor.name, second.events) == ("Russia", 7)
    assert {event.predicate for event in first.evidence} <= {"attacked", "exchanged_prisoners_with"}
    assert all(event.evidence for event in first.evidence)


def test_betweenness(view: View) -> None:
    """Only who lies between others has betweenness: Ukraine between the United States and both others, Erdogan."""
    found = {one.actor.name: one.value for one in central(view, ALL, "betweenness") if one.value}
    # 9 actors; pairs through Ukraine: United States-Russia, United States-Turkey; through Erdogan: Lavrov-Zelenskyy.
    assert found == pytest.approx({"Ukraine": 2 / 28, "Recep Tayyip Erdogan": 1 / 28})


def test_unknown_measure(view: View) -> None:
    """A measure that does not exist is refused with those that do."""
    with pytest.raises(KgError, match="Choose from pagerank"):
        central(view, ALL, "fame")


def test_brokers(view: View) -> None:
    """Erdogan alone joins Lavrov and Zelenskyy; Turkey joins Russia and Ukraine, which deal with each other anyway."""
    found = brokers(view, ALL, [BASE + "Russia"], [BASE + "Ukraine"])
    assert [(one.actor.name, one.brokered, one.joined) for one in found] == [
        ("Recep Tayyip Erdogan", 1, 1),
        ("Turkey", 0, 1),
    ]
    assert [event.date for event in found[0].evidence] == ["2025-05-10", "2025-05-15"]
    with pytest.raises(KgError, match="in both groups: Sergey Lavrov"):
        brokers(view, ALL, [BASE + "Russia"], [BASE + "Sergey_Lavrov"])


def test_dyads(view: View) -> None:
    """Russia and Ukraine lead: three attacks one way, one the other, and an exchange that nobody directs."""
    first = dyads(view, ALL)[0]
    assert (first.one.name, first.other.name, first.events) == ("Russia", "Ukraine", 5)
    assert (first.forth, first.back) == (3, 1)
    assert (first.since, first.until) == ("2025-03-01", "2025-05-20")


def test_compare(view: View) -> None:
    """Russia and the United States both deal with Ukraine, and Russia far worse; Turkey is Russia's only."""
    found = compare(view, Filter(until=datetime.date(2025, 4, 30)), BASE + "Russia", BASE + "United_States")
    assert [contrast.partner.name for contrast in found] == ["Ukraine"]
    assert found[0].events == (4, 2)
    assert found[0].means == (ATTACK, (AID + PRAISE) / 2)
    assert found[0].difference == ATTACK - (AID + PRAISE) / 2
    assert [contrast.partner.name for contrast in compare(view, ALL, BASE + "Russia", BASE + "United_States")] == [
        "Ukraine",
        "Turkey",
    ]


def test_changes(view: View) -> None:
    """Since May: Russia broke with Turkey by its word, Iran fell silent, the meetings are new, Washington cooled."""
    found = changes(view, ALL, datetime.date(2025, 4, 10))
    told = {(one.change, one.one.name, one.other.name) for one in found}
    assert told == {
        ("broken off", "Russia", "Turkey"),
        ("broken off", "Iran", "Israel"),
        ("new", "Recep Tayyip Erdogan", "Sergey Lavrov"),
        ("new", "Recep Tayyip Erdogan", "Volodymyr Zelenskyy"),
        ("new", "Turkey", "Ukraine"),
        ("cooling", "Ukraine", "United States"),
        ("warming", "Russia", "Ukraine"),
    }
    cooled = next(one for one in found if one.change == "cooling")
    assert (cooled.before, cooled.after, cooled.mean_before) == (2, 2, (AID + PRAISE) / 2)
    broken = next(one for one in found if one.one.name == "Russia" and one.change == "broken off")
    assert [event.predicate for event in broken.evidence] == ["severed_ties_with"]


def test_changes_without_news(view: View) -> None:
    """Asking for what came after the newest event is refused with its date."""
    with pytest.raises(KgError, match="Its newest: 2025-05-25"):
        changes(view, ALL, datetime.date(2026, 1, 1))


def test_cooperation(view: View) -> None:
    """Between Russia and Ukraine, March holds two attacks, April two, May an exchange."""
    found = cooperation(view, ALL, BASE + "Russia", BASE + "Ukraine")
    assert [(one.period, one.events) for one in found] == [("2025-03", 2), ("2025-04", 2), ("2025-05", 1)]
    assert (found[0].conflict, found[0].cooperation, found[0].mean) == (2 * ATTACK, 0.0, ATTACK)
    assert found[2].mean > 0
    assert [event.predicate for event in found[2].evidence] == ["exchanged_prisoners_with"]
    quarters = cooperation(view, ALL, BASE + "Russia", BASE + "Ukraine", by="quarter")
    assert [(one.period, one.events) for one in quarters] == [("2025-Q1", 2), ("2025-Q2", 3)]


def test_one_event_of_many_parties_counts_once(view: View) -> None:
    """Of Turkey's events, the mediation between two parties is one."""
    assert [one.events for one in cooperation(view, ALL, BASE + "Turkey")] == [2]


def test_reciprocity(view: View) -> None:
    """Russia directed three events at Ukraine and got one back, alike in kind; too few months for a correlation."""
    found = reciprocity(view, ALL, BASE + "Russia", BASE + "Ukraine")
    assert (found.forth, found.back, found.mean_forth, found.mean_back) == (3, 1, ATTACK, ATTACK)
    assert (found.periods, found.correlation, found.lagged) == (1, None, None)


def test_reciprocity_in_step() -> None:
    """Where one answers like with like month by month, the correlation is 1."""
    lines = []
    for month, predicate in enumerate(["attacked", "praised", "criticized", "aided"], start=1):
        lines += [f"Ann | {predicate} | Bob | 2025-0{month}-01", f"Bob | {predicate} | Ann | 2025-0{month}-09"]
    with world(*lines) as store:
        found = reciprocity(View(store), ALL, BASE + "Ann", BASE + "Bob")
        assert (found.periods, found.correlation) == (4, 1.0)


def test_rho() -> None:
    """Among three actors with links a-b both ways and a-c one way, two of three are mutual where half are expected."""
    with world("A | praised | B | 2025", "B | praised | A | 2025", "A | praised | C | 2025") as store:
        assert rho(View(store), ALL) == round((2 / 3 - 3 / 6) / (1 - 3 / 6), 3)


def test_balance() -> None:
    """Two enemies with a common friend are tense; the enemy of one's enemy as a friend is balanced."""
    with world(
        "A | praised | B | 2025",
        "A | praised | C | 2025",
        "B | attacked | C | 2025",
        "D | attacked | B | 2025",
        "D | praised | C | 2025",
    ) as store:
        found = balance(View(store), ALL)
        assert (found.negative, found.share) == ((0, 1, 1, 0), 0.5)
        assert [actor.name for actor in found.tense[0].actors] == ["A", "B", "C"]
        assert not found.tense[0].balanced
        assert [event.predicate for event in found.tense[0].evidence] == ["praised", "praised", "attacked"]


def test_mediators(view: View) -> None:
    """Turkey mediated once, between Russia and Ukraine, who attacked before and exchanged prisoners after."""
    (found,) = mediators(view, ALL)
    assert (found.actor.name, found.cases) == ("Turkey", 1)
    assert {party.name for party in found.parties} == {"Russia", "Ukraine"}
    assert found.before == ATTACK
    assert found.after is not None
    assert found.after > 0


def test_records(view: View) -> None:
    """Findings become flat records with names and IRIs, and a frame with one row each."""
    found = dyads(view, ALL, most=2)
    first = records(found)[0]
    assert (first["one"], first["one_iri"]) == ("Russia", BASE + "Russia")
    assert first["evidence"][0]["sentences"][0]["outlet"] == "Wire"
    pytest.importorskip("pandas")
    assert frame(found)["events"].tolist() == [5, 4]
