"""What is read lazily, read whole, or kept beside the store gives the same answers."""

from __future__ import annotations

import datetime
import shutil
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import stories, world

from kg.model import Article, Extraction
from kg.network import Question, View, filter_for, find_paths, linkage
from kg.network.columns import kept_columns
from kg.network.reading import Reader
from kg.ontology.vocabulary import load_vocabulary
from kg.store import Store, open_store

VOCABULARY = load_vocabulary()

FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "since": st.just(datetime.date(2025, 3, 2)),
        "classes": st.just(("CONSULT",)),
        "status": st.just(("actual", "planned")),
        "min_sources": st.just(2),
        "hubs": st.integers(2, 4),
        "represents": st.booleans(),
    },
)
WAYS = st.sampled_from(
    [
        {},
        {"k": 3},
        {"k": 2, "max_hops": 2},
        {"every": True, "max_hops": 3},
        {"weight": "recency", "k": 2},
        {"weight": "sources"},
        {"directed": True, "k": 2},
        {"in_time": "hops", "k": 2},
        {"in_time": "arrival", "wait": 2},
        {"in_time": "hops", "every": True, "max_hops": 3},
        {"in_time": "hops", "through": ("https://w3id.org/dragoman/id/Cem",), "max_hops": 4},
        {"every": True, "through": ("https://w3id.org/dragoman/id/Cem",), "max_hops": 4},
    ]
)
OFFICES = (("Ann", "envoy", "Fay"), ("Dan", "minister", "Fay"))


@settings(max_examples=60, deadline=None)
@given(stories(), FILTERS, WAYS)
def test_lazy_as_whole(lines: list[str], chosen: dict[str, object], way: dict[str, object]) -> None:
    """A search that reads as little as it can finds what it finds when all has been read, to the last sentence."""
    with world(*lines, offices=OFFICES) as store:
        question = Question(
            "https://w3id.org/dragoman/id/Ann",
            "https://w3id.org/dragoman/id/Bob",
            filter_for(VOCABULARY, **chosen),  # type: ignore[arg-type]
            **way,  # type: ignore[arg-type]
        )
        lazy = View(store)
        assert find_paths(lazy, question) == find_paths(View(store).load(), question)
        assert not lazy.whole


def tale(store: Store | None = None) -> Store:
    """Make a small world in a store."""
    return world(
        "Marco Rubio | spoke_with | Sergey Lavrov | 2025-05-17",
        "Vladimir Putin | met | Sergey Lavrov | 2025-05-18",
        "b@Times: Vladimir Putin | met | Sergey Lavrov | 2025-05-18",
        "Ann | met | Bob | 2025-05-18",
        offices=(("Sergey Lavrov", "foreign minister", "Russia"),),
        store=store,
    )


def test_general_reports() -> None:
    """A general report of an occasion that another tells closer is no second event, and counts as its source."""
    with world(
        "a1@Wire: Donald Trump | called | Vladimir Putin | 2025-05-19",
        "a2@Times: Donald Trump | spoke_with | Vladimir Putin | 2025-05-19",
    ) as store:
        assert store.reconcile() == 1
        assert [link.relation for link in store.links()] == ["moreSpecificThan"]
        for view in (View(store), View(store).load()):
            (hop,) = linkage(view, "Trump", "Putin").paths[0].hops
            assert [(event.predicate, event.sources) for event in hop.events] == [("called", 2)]
            assert {told.outlet for told in hop.events[0].evidence} == {"Wire", "Times"}


def test_reads_little() -> None:
    """A question about one corner of the graph leaves the others unread."""
    with tale() as store:
        view = View(store)
        linkage(view, "Marco Rubio", "Vladimir Putin")
        assert "Ann" not in str(view.edges.actor)


@given(stories())
def test_rows_in_order(lines: list[str]) -> None:
    """All rows come in their order, each once, so that nobody has to hold and sort them."""
    with world(*lines, offices=OFFICES) as store:
        rows = list(Reader(store).rows())
        assert rows == sorted(set(rows))


def test_articles_without_events_cost_nothing() -> None:
    """What reading the whole network holds does not grow with the articles that tell no event."""
    with tale() as store:
        View(store).load()  # what is made once is made before
        few = most_held(store)
        store.record_all(
            Extraction(Article(f"quiet-{number}", f"Nothing happened, {number} times.", publisher=f"Paper {number}"))
            for number in range(1500)
        )
        assert most_held(store) < few + 300_000


def most_held(store: Store) -> int:
    """Give the bytes of Python objects that reading the whole network of a store holds at its height."""
    tracemalloc.start()
    try:
        View(store).load()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_kept_columns(tmp_path: Path) -> None:
    """Columns kept beside a store answer as the store does, and are brought up to date once the store has changed."""
    folder = tmp_path / "g"
    tale(open_store(folder)).close()
    with open_store(folder, read_only=True) as store:
        fresh = linkage(View(store), "Rubio", "Putin", represents=True)
        assert kept_columns(store) is None
        View(store).load()
    with open_store(folder, read_only=True) as store:
        view = View(store)
        assert view.whole
        assert linkage(view, "Rubio", "Putin", represents=True) == fresh
        assert [hop.events[0].sources for hop in fresh.paths[0].hops] == [1, 2]
    with open_store(folder) as store:
        assert not View(store).whole
        world("c@Post: Marco Rubio | met | Vladimir Putin | 2025-05-20", store=store)
    with open_store(folder, read_only=True) as store:
        view = View(store)
        assert view.whole
        (hop,) = linkage(view, "Rubio", "Putin").paths[0].hops
        assert hop.events[0].evidence[0].outlet == "Post"


@pytest.mark.parametrize("damage", ["cut", "gone", "nonsense"])
def test_damaged_columns(tmp_path: Path, damage: str) -> None:
    """Columns that are damaged count as not kept, and are made anew."""
    folder = tmp_path / "g"
    tale(open_store(folder)).close()
    with open_store(folder, read_only=True) as store:
        View(store).load()
    column = folder / "network" / "subject.npy"
    if damage == "cut":
        column.write_bytes(column.read_bytes()[:-4])
    elif damage == "gone":
        column.unlink()
    else:
        (folder / "network" / "predicates.json").write_text("{", encoding="utf-8")
    with open_store(folder, read_only=True) as store:
        assert not View(store).whole
        View(store).load()
    with open_store(folder, read_only=True) as store:
        assert View(store).whole


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """Where columns cannot be kept, the answer is the same."""
    folder = tmp_path / "g"
    tale(open_store(folder)).close()
    (folder / "network").write_text("in the way", encoding="utf-8")
    with open_store(folder, read_only=True) as store:
        assert len(linkage(View(store).load(), "Rubio", "Putin").paths) == 1
    shutil.rmtree(folder)
