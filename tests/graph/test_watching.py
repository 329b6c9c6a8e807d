"""A watch picks up what is new, once each, and may be stopped and killed at any time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.errors import StoreError
from kg.graph.watching import Watch
from kg.store import Store, open_store

CALL = "Vladimir Putin called Donald Trump on May {day}, 2025."


def put(path: Path, text: str, *, age: float = 100) -> Path:
    """Write a file that was last changed so many seconds ago."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - age, time.time() - age))
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store in a folder."""
    with open_store(tmp_path / "graph") as opened:
        yield opened


def test_each_file_is_read_once_and_again_when_it_changes(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also by the next watch; a file that is being written waits; files of one stem do not get in each other's way."""
    monkeypatch.setattr("kg.graph.watching._SETTLED", 60)
    news = tmp_path / "news"
    put(news / "a.txt", CALL.format(day=1))
    half = put(news / "b.txt", "Vladimir Putin cal", age=0)
    watch = Watch(store, [news])
    assert (watch.look().recorded, watch.look().seen) == (1, 0)
    put(half, CALL.format(day=2), age=90)
    assert watch.look().recorded == 1
    watch.close()
    watch = Watch(store, [news])
    assert watch.look().seen == 0
    put(news / "a.txt", CALL.format(day=3), age=80)
    put(news / "sub" / "a.txt", CALL.format(day=4))
    assert watch.look().recorded == 2
    assert {article.id for article in store.articles()} == {"a", "b", "sub/a"}
    assert {event.date for event in store.events()} == {"2025-05-02", "2025-05-03", "2025-05-04"}
    watch.close()


def test_only_the_new_entries_of_a_feed_are_added(store: Store, tmp_path: Path) -> None:
    """Those that left the feed stay in the graph; the graph can be read meanwhile."""
    entries = [f"<item><guid>{n}</guid><description>{CALL.format(day=n)}</description></item>" for n in range(1, 5)]
    feed = tmp_path / "world.rss"
    watch = Watch(store, [feed])
    assert "cannot be read yet (No such file" in str(*watch.look().failures)
    put(feed, f"<rss><channel><title>Wire</title>{''.join(entries[:3])}</channel></rss>")
    assert watch.look().recorded == 3
    put(feed, f"<rss><channel><title>Wire</title>{''.join(entries[1:])}</channel></rss>", age=5)
    second = watch.look()
    assert (second.recorded, second.unchanged) == (1, 2)
    with kg.open(tmp_path / "graph") as graph:
        assert {article.id for article in graph.articles()} == {"1", "2", "3", "4"}
    watch.close()


def test_an_empty_folder_and_a_broken_file_do_not_stop_it(store: Store, tmp_path: Path) -> None:
    """A failure is told once, kept for --retry-failed, and read again when its file has changed."""
    news = tmp_path / "news"
    news.mkdir()
    watch = Watch(store, [news])
    assert watch.look().failures == []
    put(news / "a.txt", "")
    assert "is empty" in str(*watch.look().failures)
    assert (tmp_path / "graph" / "failed.jsonl").exists()
    assert watch.look().failures == []
    put(news / "a.txt", CALL.format(day=1), age=4)
    assert watch.look().recorded == 1
    assert not (tmp_path / "graph" / "failed.jsonl").exists()
    watch.close()


def test_a_look_that_is_stopped_is_finished_by_the_next(store: Store, tmp_path: Path) -> None:
    """What was recorded before the stop is found unchanged."""
    for number in range(1, 6):
        put(tmp_path / "news" / f"{number}.txt", CALL.format(day=number))
    watch = Watch(store, [tmp_path / "news"])
    asked = iter([False, False, *[True] * 50])
    assert watch.look(stop=lambda: next(asked)).recorded == 2
    second = watch.look()
    assert (second.recorded, second.unchanged) == (3, 2)
    watch.close()


def test_a_ledger_needs_a_place_and_must_be_one(store: Store, tmp_path: Path) -> None:
    """A store without a folder asks for a file; a file of another kind is refused."""
    with open_store() as memory, pytest.raises(StoreError, match="--ledger"):
        Watch(memory, [tmp_path])
    put(tmp_path / "graph" / "watched.db", "no database " * 100)
    with pytest.raises(StoreError, match="Delete it"):
        Watch(store, [tmp_path])


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
def test_the_command_may_be_stopped_or_killed(tmp_path: Path, sign: signal.Signals) -> None:
    """It ends at once, with exit code 0 where it was asked; started again it adds what is missing, nothing twice."""
    news, graph = tmp_path / "news", tmp_path / "graph"
    for number in range(1, 9):
        put(news / f"{number}.txt", CALL.format(day=number))
    command = [sys.executable, "-m", "kg", "watch", str(news), "--store", str(graph)]
    with subprocess.Popen([*command, "--every", "0.1"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("8 articles recorded")
        process.send_signal(sign)
        assert process.wait() == (0 if sign == signal.SIGTERM else -sign)
    put(news / "9.txt", CALL.format(day=9))
    again = subprocess.run([*command, "--once"], capture_output=True, text=True, check=True)
    assert again.stdout.startswith("1 article recorded, ")
    assert "unchanged" not in again.stdout or sign == signal.SIGKILL
    with kg.open(graph) as opened:
        assert len(list(opened.articles())) == 9
