"""What fails is kept, and read again when asked; what is in another language is counted."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import kg
from kg.errors import StoreError
from kg.graph.extracting import _one_by_one, extract_all, extract_batch
from kg.model import Article, Extraction

GOOD = "Vladimir Putin called Donald Trump on May 19, 2025."


def test_failures_are_kept_until_they_are_mended(tmp_path: Path) -> None:
    """Each build adds its failures; retrying reads those files alone, under the names they had before."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "talks.txt").write_text("" if folder == "b" else GOOD, encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text(f'{{"text": "{GOOD}"}}\n{{"text": \n', encoding="utf-8")
    store = tmp_path / "graph"
    kg.build([tmp_path / "a", tmp_path / "b"], store=store, date="2025-05-20").close()
    kg.build(tmp_path / "rows.jsonl", store=store).close()
    kept = [json.loads(line) for line in (store / "failed.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["name"], row["date"]) for row in kept] == [("b/talks", "2025-05-20"), ("rows", None)]
    (tmp_path / "b" / "talks.txt").write_text("Emmanuel Macron met Narendra Modi yesterday.", encoding="utf-8")
    with kg.build(store=store, retry_failed=True) as graph:
        assert (graph.building.recorded, graph.building.unchanged) == (1, 1)
        assert [failure.place.rsplit(", ", 1)[1] for failure in graph.building.failures] == ["line 2"]
        assert {article.id for article in graph.articles()} == {"a/talks", "b/talks", "rows-1"}
        assert [event.date for event in graph.events(actor="Emmanuel Macron")] == ["2025-05-19"]
    (tmp_path / "rows.jsonl").write_text(f'{{"text": "{GOOD}"}}\n', encoding="utf-8")
    with kg.build(store=store, retry_failed=True) as graph:
        assert graph.building.failures == []
    assert not (store / "failed.jsonl").exists()


def test_nothing_can_be_retried_where_no_list_is_kept(tmp_path: Path) -> None:
    """A store in memory keeps none, a list that is broken says so, and a store must be there."""
    with pytest.raises(StoreError, match="keeps a list"):
        kg.build(retry_failed=True)
    with pytest.raises(StoreError, match="no store"):
        kg.build(store=tmp_path / "none", retry_failed=True)
    store = tmp_path / "graph"
    kg.build([tmp_path / "missing.txt"], store=store).close()
    (store / "failed.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(StoreError, match="line 1"):
        kg.build(store=store, retry_failed=True)


def test_articles_in_other_languages_are_counted_and_left_out(tmp_path: Path) -> None:
    """They are neither recorded nor failures, unless their language is to be read."""
    (tmp_path / "de.txt").write_text(
        "Der russische Präsident hat am Montag mit seinem amerikanischen Amtskollegen telefoniert.", encoding="utf-8"
    )
    (tmp_path / "en.txt").write_text(GOOD, encoding="utf-8")
    with kg.build(tmp_path) as graph:
        assert (graph.building.recorded, dict(graph.building.skipped)) == (1, {"de": 1})
        assert graph.building.seen == 2
    with kg.build(tmp_path, languages=("en", "de")) as graph:
        assert (graph.building.recorded, dict(graph.building.skipped)) == (2, {})


def test_a_batch_reads_each_article_as_if_alone(seeds: Path) -> None:
    """Neither the batch nor its neighbours change what is read, nor does one that fails."""
    articles = [item for item in kg.read(seeds) if isinstance(item, Article)]
    broken = Article("broken", 5)  # type: ignore[arg-type]  # a fault of ours, as one article may meet it
    together = extract_batch([*articles, broken])
    assert together[:-1] == [extract_batch([article])[0] for article in articles]
    assert "Please report it" in str(together[-1])
    assert list(extract_all(articles)) == together[:-1]


def test_an_article_that_kills_its_process_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are read, and the failure names the article and its file."""
    articles = [Article("a", GOOD), Article("killer", GOOD, file="k.txt"), Article("b", GOOD)]
    monkeypatch.setenv("KG_TEST_KILLER", "killer")
    monkeypatch.setattr("kg.graph.extracting.extract_batch", deadly)
    first, killed, last = _one_by_one(articles)
    assert isinstance(first, Extraction) and isinstance(last, Extraction)
    assert "killer: the process that read it was killed" in str(killed)
    assert getattr(killed, "file", "") == "k.txt"


def deadly(articles: list[Article], own: tuple[Path, ...] = ()) -> list[object]:
    """Extract, but die of one article, as for want of memory."""
    if os.environ["KG_TEST_KILLER"] in {article.id for article in articles}:
        os.kill(os.getpid(), 9)
    return list(extract_batch(articles, own))
