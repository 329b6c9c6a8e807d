"""Columns that are brought up to date are those that reading everything anew gives."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import stories, world

from kg.graph import build
from kg.network import View, linkage
from kg.network.columns import kept_columns, kept_parties
from kg.network.edges import COLUMNS, Edges, tabulate
from kg.network.reading import Reader, terms_of
from kg.network.topology import ARRAYS, Topology
from kg.store import Store, changes, open_store

OFFICES = st.sampled_from([(), (("Ann", "envoy", "Fay"),), (("Ann", "envoy", "Bob"), ("Dan", "minister", "Fay"))])


@st.composite
def acts(draw: st.DrawFn) -> list[tuple[str, list[str], tuple[tuple[str, str, str], ...]]]:
    """Draw what is done to a store: articles recorded, recorded otherwise, or removed; links drawn."""
    kinds = st.sampled_from(["record", "record", "remove", "reconcile"])
    return [(kind, draw(stories()), draw(OFFICES)) for kind in draw(st.lists(kinds, min_size=1, max_size=4))]


def carry_out(store: Store, kind: str, lines: list[str], offices: tuple[tuple[str, str, str], ...]) -> None:
    """Do one act to a store."""
    if kind == "record":
        world(*lines, offices=offices, store=store)
    elif kind == "remove":
        store.remove(lines[0].partition("@")[0])
    else:
        store.reconcile()


def same(one: Edges, other: Edges) -> bool:
    """Tell whether two tables of edges are alike to the last column."""
    columns = all(np.array_equal(getattr(one, name), getattr(other, name)) for name in ("actor", *COLUMNS))
    return columns and one.predicates == other.predicates and one.terms == other.terms


@settings(max_examples=12, deadline=None)
@given(stories(), OFFICES, acts(), st.booleans())
def test_as_read_anew(
    lines: list[str], offices: tuple[tuple[str, str, str], ...], done: list[tuple[str, list[str], tuple]], apart: bool
) -> None:
    """Whatever is recorded, replaced, removed and linked, in one writing or in several, nothing is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "g"
        with open_store(folder) as store:
            world(*lines, offices=offices, store=store)
        with open_store(folder, read_only=True) as store:
            View(store).load()
        for some in [[act] for act in done] if apart else [done]:
            with open_store(folder) as store:
                for act in some:
                    carry_out(store, *act)
        with open_store(folder, read_only=True) as store:
            kept = kept_columns(store)
            assert kept is not None
            anew = tabulate((), Reader(store).rows(), terms_of(store.vocabulary))
            assert same(kept.edges, anew)
            whole = Topology(anew)
            assert all(np.array_equal(getattr(kept, name), getattr(whole, name)) for name in ARRAYS)
            assert kept_parties(store) == Reader(store).parties()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store whose columns are kept."""
    with open_store(tmp_path / "g") as store:
        world("Ann | met | Bob | 2025-05-01", store=store)
    with open_store(tmp_path / "g", read_only=True) as store:
        View(store).load()
    return tmp_path / "g"


def write(folder: Path, line: str) -> None:
    """Write one more article."""
    with open_store(folder) as store:
        world(line, store=store)


def test_only_what_changed_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After one more article, its events are read and those of the others are not."""
    write(folder, "b@Post: Bob | met | Cem | 2025-05-02")
    read: list[set[str]] = []
    rows_of = Reader.rows_of
    monkeypatch.setattr(Reader, "rows_of", lambda reader, events: read.append(set(events)) or rows_of(reader, events))
    with open_store(folder, read_only=True) as store:
        assert len(linkage(store, "Ann", "Cem").paths[0].hops) == 2
        (events,) = read
        assert {event.iri for event in store.events(actor="Cem")} <= events
        assert not {event.iri for event in store.events(actor="Ann")} & events


def test_a_gap_is_noticed(folder: Path) -> None:
    """Where it is not known what changed, the columns are not used."""
    write(folder, "b@Post: Bob | met | Cem | 2025-05-02")
    for path in (folder / "changes").iterdir():
        path.unlink()
    with open_store(folder, read_only=True) as store:
        assert not View(store).whole
        assert len(linkage(store, "Ann", "Cem").paths[0].hops) == 2


def test_a_killed_writer_leaves_its_notes(folder: Path) -> None:
    """What a writer noted before it was killed counts for the snapshot that is published in its stead."""
    store = open_store(folder)
    world("b@Post: Bob | met | Cem | 2025-05-02", store=store)
    assert store._lock is not None
    assert store._publisher is not None
    assert store._unlinked is not None
    for kept in (store._publisher._pending, store._unlinked, store.backend):
        kept.close()
    store._lock.release()  # as the end of a process does
    with open_store(folder, read_only=True) as read:
        view = View(read)
        assert view.whole
        assert len(linkage(view, "Ann", "Cem").paths[0].hops) == 2


def test_notes_do_not_pile_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes are dropped once the columns are up to date, and when they have grown too long to be worth reading."""
    write(folder, "b@Post: Bob | met | Cem | 2025-05-02")
    assert any((folder / "changes").iterdir())
    with open_store(folder, read_only=True) as store:
        assert View(store).whole
    assert not any((folder / "changes").iterdir())
    monkeypatch.setattr(changes, "_MOST_BYTES", 10)
    write(folder, "c@Post: Cem | met | Dan | 2025-05-03")
    assert not any((folder / "changes").iterdir())


def test_ready_after_a_build(tmp_path: Path) -> None:
    """Who builds a graph in a folder finds the columns kept when it is closed."""
    article = tmp_path / "a.txt"
    article.write_text("Donald Trump met Vladimir Putin on Monday.", encoding="utf-8")
    build(article, store=tmp_path / "g", date="2025-05-20").close()
    with open_store(tmp_path / "g", read_only=True) as store:
        assert View(store).whole
        assert linkage(store, "Trump", "Putin").paths
