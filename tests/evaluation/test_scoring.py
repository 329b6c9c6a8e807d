"""`kg eval` counts as the reference scorer does."""

from __future__ import annotations

import importlib.util
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.errors import ArticleError
from kg.evaluation import read_rows, score
from kg.ontology.vocabulary import load_vocabulary


@pytest.fixture(scope="module")
def reference(root: Path) -> ModuleType:
    """The reference scorer, as given."""
    spec = importlib.util.spec_from_file_location("reference_score", root / "tests" / "gold" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def guesses(gold: dict[str, Any], seed: int) -> dict[str, Any]:
    """Make predictions out of the gold: some dropped, some spoiled in one way, some doubled."""
    chance = random.Random(seed)
    predicates = sorted(load_vocabulary().predicates)
    predicted: dict[str, Any] = {}
    for name, article in gold.items():
        events = []
        for triple in article["triples"]:
            subject, object_ = chance.choice(triple["s"]), chance.choice(triple["o"])
            event = {
                "subject": {
                    "name": subject.split()[-1] if chance.random() < 0.2 else subject,
                    "aliases": triple["s"][:1],
                },
                "object": {"name": object_},
                "predicate": triple["p"] if chance.random() < 0.7 else chance.choice(predicates),
                "status": triple["status"] if chance.random() < 0.8 else "planned",
                "date": triple["date"] if chance.random() < 0.8 else "2020-01-01",
                "sentence": "A sentence.",
            }
            if chance.random() < 0.15:
                event["subject"], event["object"] = event["object"], event["subject"]
            events += [event] * chance.choice([0, 1, 1, 1, 2])
        chance.shuffle(events)
        offices = [
            {"person": {"name": o["person"]}, "office": o["office"]}
            for o in article["offices"]
            if chance.random() < 0.6
        ]
        quotes = [
            {"speaker": {"name": q["speaker"][0]} if chance.random() < 0.9 else None, "text": q["text"]}
            for q in article["quotes"]
            if chance.random() < 0.7
        ]
        if chance.random() < 0.95:
            predicted[name] = {"id": name, "events": events, "offices": offices, "quotes": quotes}
    return predicted


@pytest.mark.parametrize("seed", range(4))
def test_the_figures_are_those_of_the_reference_scorer(root: Path, reference: ModuleType, seed: int) -> None:
    """For good, bad and doubled predictions, every figure and count is equal."""
    gold = read_rows(root / "tests" / "gold" / "dev" / "gold.jsonl", "triples")
    predicted = guesses(dict(gold), seed)
    expected = reference.score(gold, predicted)
    found = score(gold, predicted).as_json()
    for counts in expected["by_class"].values():
        for kind in ("hit", "missed", "wrong"):
            counts.setdefault(kind, 0)
    assert found == expected


def test_the_gold_itself_is_perfect(root: Path) -> None:
    """Whoever predicts the gold has an F1 of 1 at every level."""
    gold = read_rows(root / "tests" / "gold" / "dev" / "gold.jsonl", "triples")
    predicted = {
        name: {
            "events": [
                {
                    "subject": t["s"][0],
                    "object": t["o"][0],
                    "predicate": t["p"],
                    "status": t["status"],
                    "date": t["date"],
                }
                for t in article["triples"]
            ]
        }
        for name, article in gold.items()
    }
    result = score(gold, predicted)
    assert [counts.f1 for counts in result.levels.values()] == [1.0] * 4
    assert (result.status, result.date, result.mistakes) == (1.0, 1.0, [])


def test_a_mistake_is_told_with_its_sentence() -> None:
    """A missed triple shows its evidence, a wrong event its sentence."""
    triple = {
        "s": ["Iran"],
        "p": "accused",
        "o": ["Iraq"],
        "status": "actual",
        "date": None,
        "evidence": "Iran blamed Iraq",
    }
    event = {
        "subject": "Iran",
        "predicate": "praised",
        "object": "Iraq",
        "status": "actual",
        "sentence": "Iran hailed Iraq.",
    }
    result = score({"a": {"triples": [triple]}}, {"a": {"events": [event]}})
    assert [str(mistake) for mistake in result.mistakes] == [
        "a\tMISSED\tIran | accused | Iraq [actual]\tIran blamed Iraq",
        "a\tWRONG\tIran | praised | Iraq [actual]\tIran hailed Iraq.",
    ]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"id": "a"}', '{"id": "a", "triples": 1}'])
def test_a_file_that_is_no_gold_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    """The error names the file, and the line where there is one."""
    path = tmp_path / "gold.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ArticleError, match="line 1" if text else "holds no articles"):
        read_rows(path, "triples")
