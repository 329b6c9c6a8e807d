"""`kg actors`: the commands over the decisions of a store."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_extractions import CALL, PUTIN, article, event, first

from kg.cli.app import app
from kg.cli.run import run
from kg.model import Actor, Extraction
from kg.store import open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = article("fourth", CALL)
    with open_store(tmp_path / "g") as store:
        store.record(first())
        told = event(source, CALL, "called", Actor("Donald J Trump", "person"), PUTIN, date="2025-05-19")
        store.record(Extraction(source, (told,)))
    return tmp_path / "g"


def test_merge_list_and_undo(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A merge is suggested, taken, listed and taken back."""
    store = ["--store", str(folder)]
    assert run(app, ["actors", "suggest", *store]) == 0
    assert "Donald J Trump" in capsys.readouterr().out
    assert run(app, ["actors", "merge", "Donald J Trump", "Donald Trump", "--why", "an initial", *store]) == 0
    assert capsys.readouterr().out == "decision 1: Donald J Trump → Donald Trump\n"
    assert run(app, ["actors", "list", *store]) == 0
    assert "\nDonald J Trump" not in capsys.readouterr().out
    assert run(app, ["actors", "undo", "1", *store]) == 0
    capsys.readouterr()
    assert run(app, ["actors", "list", "--decisions", *store]) == 0
    listed = capsys.readouterr().out
    assert "merge (undone)" in listed and "an initial" in listed


def test_split(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A split names the actor, the new name and the articles."""
    arguments = ["actors", "split", "Vladimir Putin", "Vladimir Putin (painter)", "fourth", "--store", str(folder)]
    assert run(app, arguments) == 0
    assert "is Vladimir Putin (painter) in 1 articles" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["merge", "Nobody", "Donald Trump"], "no actor of this name"),
        (["merge", "Donald Trump"], "at least two"),
        (["undo", "9"], "no decision 9"),
    ],
)
def test_a_wrong_call_ends_with_two(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    """What cannot be done is told in a line, with exit code 2."""
    assert run(app, ["actors", *arguments, "--store", str(folder)]) == 2
    assert said in capsys.readouterr().err


def test_a_folder_without_a_store_is_not_made_into_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Merging in a wrong folder tells so and leaves no folder behind."""
    assert run(app, ["actors", "merge", "A", "B", "--store", str(tmp_path / "no")]) == 2
    assert "no store here" in capsys.readouterr().err and not (tmp_path / "no").exists()
