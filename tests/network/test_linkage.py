"""How two actors are linked, and why they are not; every answer checked by hand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from worlds import world

from kg.errors import ActorError, KgError
from kg.network import View, linkage, network, paths
from kg.network.edges import Row, tabulate
from kg.store import Store


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """A world of a few weeks in May 2025."""
    with world(
        "Marco Rubio | spoke_with | Sergey Lavrov | 2025-05-17",
        "Vladimir Putin | met | Sergey Lavrov | 2025-05-18",
        "Donald Trump | called | Vladimir Putin | 2025-05-19",
        "b@Times: Donald Trump | called | Vladimir Putin | 2025-05-19",
        "Donald Trump | praised | Marco Rubio | 2025-05-20",
        "Kim Jong Un | met | Xi Jinping | 2025-05",
        "Donald Trump | met | Kim Jong Un | 2025-07-01 | planned",
        "Ann | wrote_to | Bob | ",
        "Vladimir Putin | accused | Volodymyr Zelenskyy | 2025-05-01",
        offices=(("Sergey Lavrov", "foreign minister", "Russia"),),
    ) as made:
        yield made


def chains(store: Store, one: str, other: str, **options: object) -> list[str]:
    """Give the paths as names."""
    return [" > ".join(actor.name for actor in path.actors) for path in paths(store, one, other, **options)]


def test_shortest_is_best_attested(store: Store) -> None:
    """Of two shortest paths, the one told by more outlets comes first; both follow with k."""
    assert chains(store, "Rubio", "Putin", k=5) == [
        "Marco Rubio > Donald Trump > Vladimir Putin",
        "Marco Rubio > Sergey Lavrov > Vladimir Putin",
    ]


def test_evidence(store: Store) -> None:
    """Every hop shows date, predicate, status, sentence, outlet and number of sources."""
    hop = paths(store, "Trump", "Putin")[0].hops[0]
    event = hop.events[0]
    assert (event.date, event.predicate, event.status, event.sources) == ("2025-05-19", "called", "actual", 2)
    assert [(told.sentence, told.outlet) for told in event.evidence] == [
        ("Donald Trump called Vladimir Putin (2025-05-19).", "Times"),
        ("Donald Trump called Vladimir Putin (2025-05-19).", "Wire"),
    ]
    assert event.forward
    assert not paths(store, "Rubio", "Trump")[0].hops[0].events[0].forward


def test_in_time(store: Store) -> None:
    """In time, Rubio reaches Putin through Lavrov on the 18th; with less than a day of waiting, not at all."""
    found = paths(store, "Rubio", "Putin", in_time=True)
    assert [actor.name for actor in found[0].actors] == ["Marco Rubio", "Sergey Lavrov", "Vladimir Putin"]
    assert found[0].arrival == "2025-05-18"
    answer = linkage(store, "Rubio", "Putin", wait=0, in_time=True)
    assert answer.reason is not None
    assert {cut.name for cut in answer.reason.cuts} == {"wait", "in_time"}


def test_directed(store: Store) -> None:
    """With direction, an accusation leads only from the accuser."""
    assert chains(store, "Putin", "Zelenskyy", directed=True) == ["Vladimir Putin > Volodymyr Zelenskyy"]
    answer = linkage(store, "Zelenskyy", "Putin", directed=True)
    assert answer.reason is not None
    assert [cut.name for cut in answer.reason.cuts] == ["directed"]


def test_words_as_they_are_typed(store: Store) -> None:
    """Classes, predicates and statuses are taken in small or capital letters, with spaces."""
    options = {"predicates": ["Spoke with"], "classes": ["consult"], "status": ["Actual"]}
    assert chains(store, "Trump", "Putin", **options) == ["Donald Trump > Vladimir Putin"]


def test_report_day() -> None:
    """An event dated by its report lies in the seven days up to it: before what came after, and never later."""
    report = Row("e1", "A", "B", "met", "2025-05-20", "week", reported="2025-05-20")
    assert days(report) == ("2025-05-14", "2025-05-20")
    assert days(report._replace(reported="")) == ("2025-05-19", "2025-05-25")
    assert days(report._replace(date="2025-05-19", reported="2025-05-21")) == ("2025-05-19", "2025-05-21")
    assert days(Row("e1", "A", "B", "met", "2025-05", "month", reported="2025-05-20")) == ("2025-05-01", "2025-05-20")
    assert days(Row("e1", "A", "B", "met", "2025-05-20", "day", reported="2025-05-19")) == ("2025-05-20", "2025-05-20")


def days(row: Row) -> tuple[str, str]:
    """Give the first and the last day of a row."""
    edges = tabulate((), [row], {})
    first, last = (datetime.date.fromordinal(int(column[0])) for column in (edges.first, edges.last))
    return first.isoformat(), last.isoformat()


def test_report_day_in_a_store() -> None:
    """A planned meeting is not bound by its report, a meeting that was is; of several reports the first counts."""
    with world(
        "Ann | met | Bob | 2025-06",
        "b@Post: Ann | met | Bob | 2025-06",
        "Ann | met | Cem | 2025-06 | planned",
    ) as store:
        edges = View(store).load().edges
        last = {
            edges.iri(int(node)).rpartition("/")[2]: int(day)
            for node, day in zip(edges.object, edges.last, strict=True)
        }
        assert datetime.date.fromordinal(last["Bob"]) == datetime.date(2025, 6, 1)
        assert datetime.date.fromordinal(last["Cem"]) == datetime.date(2025, 6, 30)


def test_predicates_cover(store: Store) -> None:
    """Asking for spoke_with also passes called and met."""
    assert chains(store, "Trump", "Putin", predicates=["spoke_with"]) == ["Donald Trump > Vladimir Putin"]


def test_status(store: Store) -> None:
    """A planned meeting is no link, and the reason says that it would be one."""
    answer = linkage(store, "Trump", "Xi")
    assert answer.reason is not None
    assert "without status actual, of 2 hops by way of Kim Jong Un" in answer.reason.sentence
    assert chains(store, "Trump", "Xi", status=["actual", "planned"]) == ["Donald Trump > Kim Jong Un > Xi Jinping"]


def test_avoid_and_through(store: Store) -> None:
    """Paths go round an actor to avoid and by way of one to pass."""
    assert chains(store, "Rubio", "Putin", avoid=["Trump"]) == ["Marco Rubio > Sergey Lavrov > Vladimir Putin"]
    assert chains(store, "Rubio", "Putin", through=["Lavrov"]) == ["Marco Rubio > Sergey Lavrov > Vladimir Putin"]
    assert chains(store, "Rubio", "Zelenskyy", through=["Lavrov", "Putin"]) == [
        "Marco Rubio > Sergey Lavrov > Vladimir Putin > Volodymyr Zelenskyy"
    ]


def test_sources(store: Store) -> None:
    """With two sources asked for, only the call is left, and who has no such event is told."""
    assert chains(store, "Trump", "Putin", min_sources=2) == ["Donald Trump > Vladimir Putin"]
    answer = linkage(store, "Rubio", "Putin", min_sources=2)
    assert answer.reason is not None
    assert answer.reason.sentence == (
        "Marco Rubio takes part in 2 events, and none of them passes the filter: the minimum of 2 sources "
        "(2 without it). There is one without the minimum of 2 sources, of 2 hops by way of Donald Trump."
    )


def test_parts_of_the_graph(store: Store) -> None:
    """Who is in another part of the graph is told so, with the few that can be reached."""
    answer = linkage(store, "Ann", "Putin")
    assert answer.reason is not None
    assert "different parts of the graph" in answer.reason.sentence
    assert "From Ann only Bob can be reached." in answer.reason.sentence


def test_representation(store: Store) -> None:
    """Representation is a hop only where asked for, and shown as such; who is only represented is told."""
    answer = linkage(store, "Rubio", "Russia")
    assert answer.reason is not None
    assert "takes part in no event" in answer.reason.sentence
    assert "Sergey Lavrov stands for it" in answer.reason.sentence
    hops = paths(store, "Rubio", "Russia", represents=True)[0].hops
    assert [hop.represents for hop in hops] == ["", "source"]
    assert hops[1].events == ()


def test_fewer_hops_than_there_are(store: Store) -> None:
    """A limit of hops that cuts all paths is told with the path beyond it."""
    answer = linkage(store, "Rubio", "Putin", max_hops=1)
    assert answer.reason is not None
    assert "without the limit of 1 hop, of 2 hops" in answer.reason.sentence


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"since": "2025-13"}, "'2025-13' is no date"),
        ({"since": "2025-06", "until": "2025-05"}, "the range is empty"),
        ({"status": ["plan"]}, "Did you mean planned"),
        ({"classes": ["CONSUL"]}, "Did you mean CONSULT"),
        ({"predicates": ["meet"]}, "Did you mean met"),
        ({"status": ["real"]}, "no status real"),
        ({"wait": 3}, "a wait has no meaning"),
        ({"k": 0}, "0 paths"),
        ({"weight": "love"}, "no weight love"),
        ({"in_time": True, "weight": "recency"}, "cannot be weighed"),
    ],
)
def test_wrong_use(store: Store, options: dict[str, object], message: str) -> None:
    """What makes no sense is refused with what to do."""
    with pytest.raises(KgError, match=message):
        paths(store, "Rubio", "Putin", **options)


def test_same_ends(store: Store) -> None:
    """Two names of one actor are refused."""
    with pytest.raises(KgError, match="the same actor"):
        paths(store, "Putin", "Vladimir Putin")


def test_unknown_actor(store: Store) -> None:
    """An unknown name is refused with the one meant."""
    with pytest.raises(ActorError, match="Did you mean Vladimir Putin"):
        paths(store, "Rubio", "Putn")


def test_networkx(store: Store) -> None:
    """The networkx graph has actors as nodes, events as keyed edges, symmetric ones both ways."""
    graph = network(store, since="2025-05-17")
    base = "https://w3id.org/dragoman/id/"
    rubio, lavrov, trump = (base + name for name in ("Marco_Rubio", "Sergey_Lavrov", "Donald_Trump"))
    assert graph.nodes[lavrov]["label"] == "Sergey Lavrov"
    assert graph.nodes[lavrov]["offices"] == ["foreign minister"]
    ((key, attributes),) = graph[rubio][lavrov].items()
    assert attributes["predicate"] == "spoke_with"
    assert attributes["date"] == "2025-05-17"
    assert graph[lavrov][rubio][key]["mirrored"]
    assert graph.has_edge(trump, rubio)
    assert not graph.has_edge(rubio, trump)
    assert base + "Volodymyr_Zelenskyy" not in graph
    assert set(network(store, actors=["Rubio", "Lavrov"])) == {rubio, lavrov}


def test_networkx_represents(store: Store) -> None:
    """Representation can be followed as edges of its own, or folded so that the state acts."""
    base = "https://w3id.org/dragoman/id/"
    followed = network(store, represents="follow")
    assert followed.has_edge(base + "Sergey_Lavrov", base + "Russia", "represents")
    folded = network(store, represents="fold")
    assert base + "Sergey_Lavrov" not in folded
    assert folded.has_edge(base + "Marco_Rubio", base + "Russia")
    assert {data["label"] for _, data in folded.nodes(data=True)} >= {"Marco Rubio", "Russia"}
