"""A store takes little room on disk, and a kill while it makes itself small harms nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_extractions import first, many, second, third

from kg.cli.app import app
from kg.cli.run import run
from kg.errors import StoreError
from kg.model import Extraction
from kg.store import folder as folders
from kg.store import open_store
from kg.store.additions import END, nquads
from kg.store.backend import Embedded
from kg.store.exports.rdf import sorted_nquads
from kg.store.quads import facts
from kg.store.store import Store
from kg.store.terms import node


def bytes_of(folder: Path) -> int:
    """The bytes of the tables of a store's database."""
    return sum(path.stat().st_size for path in (folder / "data").glob("*.sst"))


def test_compacting_keeps_every_quad_and_takes_less_room(tmp_path: Path) -> None:
    """A database written article by article is half as large afterwards, holds the same, and can be written on."""
    with open_store(tmp_path / "g") as store:
        for extraction in many(120):
            store.record(extraction)
        before = sorted_nquads(store)
        store.publish()
        large = bytes_of(tmp_path / "g")
        store.compact()
        assert bytes_of(tmp_path / "g") < 0.7 * large
        assert sorted_nquads(store) == before
        store.record(first())
    with open_store(tmp_path / "g", read_only=True) as reader:
        assert reader.has(first().article)
        assert len(list(reader.articles())) == 121


def test_a_build_ends_compacted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing compacts once so much was written, and leaves a database alone to which little was added."""
    monkeypatch.setattr(folders, "_WORTH", 0)
    compacted = []
    compact = folders.compact
    monkeypatch.setattr("kg.store.publishing.compact", lambda *given: (compacted.append(1), compact(*given)))
    for extraction, times in ((list(many(30)), 1), ([first()], 1), (list(many(60, seed=2)), 2)):
        with open_store(tmp_path / "g") as store:
            for one in extraction:
                store.record(one)
        assert len(compacted) == times


def test_a_few_articles_never_wait_for_all_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was added bit by bit is not compacted by the one who adds the last bit, but said; a large build does it."""
    monkeypatch.setattr(folders, "_WORTH", 0)
    extractions = list(many(120))
    with open_store(tmp_path / "g") as store:
        store.record_all(extractions[:50])
    assert not _loose(tmp_path / "g")
    for at in range(50, 80, 3):
        with open_store(tmp_path / "g") as store:
            for one in extractions[at : at + 3]:
                store.record(one)
    assert _loose(tmp_path / "g")
    (tmp_path / "empty.txt").write_text("Nothing is told here.", encoding="utf-8")
    assert run(app, ["build", str(tmp_path / "empty.txt"), "--store", str(tmp_path / "g")]) == 0
    assert "kg compact" in capsys.readouterr().err
    with open_store(tmp_path / "g") as store:
        store.record_all(extractions[80:])
    assert not _loose(tmp_path / "g")


def _loose(folder: Path) -> bool:
    with open_store(folder) as store:
        return store.loose


def test_one_call_of_many_articles_needs_no_compacting(tmp_path: Path) -> None:
    """What is added to an empty store in one go is written small at once."""
    with open_store(tmp_path / "g") as store:
        store.record_all(many(100))
        assert isinstance(store.backend, Embedded)
        assert store.backend.held > 10_000 > store.backend.written


def test_one_call_of_more_than_a_batch_is_compacted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the engine had to merge while it was written is made small at the end, whatever the size of a batch."""
    monkeypatch.setattr(Embedded, "batch", 40_000)
    with open_store(tmp_path / "g") as store:
        store.record_all(many(200))
        held = sorted_nquads(store)
    with open_store(tmp_path / "g") as store:
        assert isinstance(store.backend, Embedded)
        assert store.backend.held > 40_000 and store.backend.written == 0
        assert sorted_nquads(store) == held


@pytest.mark.parametrize("moment", ["copying", "old put away", "new put in place"])
def test_a_kill_during_compacting_leaves_the_store_whole(tmp_path: Path, moment: str) -> None:
    """Whichever folders a kill leaves, the next to open finds every quad and clears away the rest."""
    store = tmp_path / "g"
    with open_store(store) as opened:
        opened.record_all((first(), second()))
        before = sorted_nquads(opened)
    if moment == "copying":
        (store / "data.new").mkdir()
        (store / "data.new" / "000004.sst").write_bytes(b"half")
    elif moment == "old put away":
        shutil.copytree(store / "data", store / "data.new")
        (store / "data").rename(store / "data.old")
    else:
        shutil.copytree(store / "data", store / "data.old")
    with open_store(store) as opened:
        assert sorted_nquads(opened) == before
    assert {path.name for path in store.iterdir()} & {"data.new", "data.old"} == set()


def lines_of(store: Store, extraction: Extraction) -> bytes:
    return nquads(node(extraction.article.iri), facts(extraction, store.vocabulary))


@pytest.mark.parametrize("reader", [False, True], ids=["writer", "reader"])
def test_articles_that_were_being_added_are_added_by_the_next(tmp_path: Path, reader: bool) -> None:
    """Of a journal that a kill left, the whole articles are stored, and the one that was being written is not."""
    with open_store(tmp_path / "g") as store:
        lines = lines_of(store, first()) + END + lines_of(store, second())[:-40]
    (tmp_path / "g" / "journal.nq").write_bytes(lines)
    (tmp_path / "g" / "unpublished").touch()
    with open_store(tmp_path / "g", read_only=reader) as store, open_store() as wanted:
        wanted.record(first())
        assert sorted_nquads(store) == sorted_nquads(wanted)
    assert not (tmp_path / "g" / "journal.nq").exists()


def test_a_source_that_fails_loses_nothing_that_came_before(tmp_path: Path) -> None:
    """Articles before the one that raised are stored, here and in memory."""

    def broken() -> Iterator[Extraction]:
        yield from (first(), second())
        raise RuntimeError("the disk of the articles is gone")

    for place in (None, tmp_path / "g"):
        told: list[str] = []
        with open_store(place) as store:
            with pytest.raises(RuntimeError, match="is gone"):
                store.record_all(broken(), recorded=lambda extraction, told=told: told.append(extraction.article.id))
            assert [article.id for article in store.articles()] == told == ["first", "second"]


def test_a_full_disk_leaves_the_articles_before_whole(tmp_path: Path) -> None:
    """Where the journal cannot grow, the error says so, and what was written down before is stored."""
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def told() -> Iterator[Extraction]:
        yield from (first(), second())
        size = (tmp_path / "g" / "journal.nq").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 500, limits[1]))
        yield third()

    with open_store(tmp_path / "g") as store:
        store.publish()  # so that nothing is committed between two articles
        with pytest.raises(StoreError, match="disk has room"):
            try:
                store.record_all(told())
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    with open_store(tmp_path / "g") as store:
        assert [article.id for article in store.articles()] == ["first", "second"]


def test_kg_compact(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command makes a store small and says by how much; a folder without a store is an error."""
    with open_store(tmp_path / "g") as store:
        for extraction in many(20):
            store.record(extraction)
        before = sorted_nquads(store)
    assert run(app, ["compact", "--store", str(tmp_path / "g")]) == 0
    assert "MB" in capsys.readouterr().out
    with open_store(tmp_path / "g", read_only=True) as store:
        assert sorted_nquads(store) == before
    assert json.loads((tmp_path / "g" / "written.json").read_text("utf-8"))["written"] == 0
    assert run(app, ["compact", "--store", str(tmp_path / "nothing")]) == 2


def test_a_reader_cannot_compact(tmp_path: Path) -> None:
    """Only the writer may."""
    with open_store(tmp_path / "g") as store:
        store.record(first())
    with open_store(tmp_path / "g", read_only=True) as reader, pytest.raises(StoreError, match="reading only"):
        reader.compact()
