"""No traceback reaches a user: every error is a line that says what is wrong and what to do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import typer
from running import Kg

from kg.cli.run import run

WRONG = [
    (["buidl"], "Did you mean 'build'?"),
    (["build"], "Missing argument"),
    (["build", "x", "--stor", "g"], "Did you mean '--store'?"),
    (["build", "x", "--workers", "0"], "--workers"),
    (["build", "x", "--date", "soon"], "YYYY-MM-DD"),
    (["extract", "x", "--format", "tabel"], "Did you mean 'table'?"),
    (["query", "ASK { ?s ?p ?o }", "--store", "nowhere"], "there is no store here"),
    (["query"], "give one query"),
    (["query", "-f", "nowhere.rq"], "nowhere.rq: cannot be read"),
    (["query", "timelin"], "there is no store here"),
    (["stats", "--store", "nowhere"], "kg build"),
    (["path", "A", "B", "--store", "nowhere"], "there is no store here"),
    (["show", "--store", "nowhere"], "there is no store here"),
    (["export", "x.ttl", "--store", "nowhere"], "there is no store here"),
    (["remove", "x", "--store", "nowhere"], "there is no store here"),
    (["validate", "--store", "nowhere"], "there is no store here"),
    (["eval", "nowhere.jsonl"], "nowhere.jsonl: cannot be read"),
    (["explain", " "], "no sentence"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG)
def test_wrong_use_is_exit_code_2_and_one_line(
    kg: Kg, arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line begins with the command, holds what helps, and nothing is made on disk."""
    monkeypatch.chdir(tmp_path)
    result = kg(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert words in result.err
    assert result.err.startswith("kg") and result.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "SELECT ?o WHERE { id:Donald_Trump dip:caled ?o }"], "Did you mean dip:called?"),
        (["query", "SELEC ?o"], "line 1, column 1"),
        (["query", "timelin"], "Did you mean timeline?"),
        (["query", "timeline", "Putin"], "NAME=VALUE"),
        (["query", "DELETE WHERE { ?s ?p ?o }"], "query"),
        (["query", "ASK { ?s ?p ?o }", "--format", "turtle"], "csv"),
        (["path", "Vladimir Puttin", "Donald Trump"], "Did you mean Vladimir Putin"),
        (["path", "Vladimir Putin", "Donald Trump", "--class", "CONSLUT"], "CONSULT"),
        (["path", "Vladimir Putin", "Donald Trump", "--since", "soon"], "soon"),
        (["show", "Vladimir Puttin"], "Did you mean Vladimir Putin"),
        (["export", "graph.xyz"], ".ttl"),
        (["export", "no/such/folder/graph.ttl"], "cannot be written"),
    ],
)
def test_a_wrong_question_to_a_graph_is_answered_with_what_was_meant(
    kg: Kg, store: Path, arguments: list[str], words: str
) -> None:
    """Exit code 2, and the message holds the way out."""
    result = kg(*arguments, "--store", store)
    assert (result.code, result.out) == (2, "")
    assert words in result.err


def test_an_empty_graph_says_how_to_fill_it(kg: Kg, tmp_path: Path) -> None:
    """Counting, asking and drawing nothing all work, and tell of kg build."""
    (tmp_path / "empty.txt").write_text("Nothing happened.", encoding="utf-8")
    assert kg("build", tmp_path / "empty.txt", "--store", tmp_path / "g").code == 0
    for arguments in (["stats"], ["show", "-o", tmp_path / "page.html"]):
        result = kg(*arguments, "--store", tmp_path / "g")
        assert result.code == 0
        assert "kg build" in result.err


def test_a_folder_that_is_no_store_is_left_alone(kg: Kg, seeds: Path, tmp_path: Path) -> None:
    """Building into a folder with other files is refused."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = kg("build", seeds, "--store", tmp_path)
    assert result.code == 2
    assert "not a store" in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def failing() -> typer.Typer:
    """An app whose only command has a fault."""
    app = typer.Typer()

    @app.command()
    def fail() -> None:
        raise RuntimeError("no \x1b[31mcolour")

    return app


def test_a_fault_of_ours_is_one_line_with_advice(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, the kind of error, what to do, and no control characters."""
    assert run(failing(), []) == 1
    err = capsys.readouterr().err
    assert "RuntimeError" in err and "--debug" in err
    assert err.count("\n") == 1 and "\x1b" not in err


def test_debug_shows_the_traceback() -> None:
    """--debug lets the error through, wherever it stands."""
    with pytest.raises(RuntimeError):
        run(failing(), ["--debug"])


HOSTILE = "\x1b]0;owned\x07\x1b[31mPresident\x1b[0m Vladimir Putin met Donald Trump \u202e[bold]in Paris\x9b2J."


@pytest.mark.parametrize("command", ["extract", "build", "explain", "query", "path", "stats"])
def test_an_article_cannot_steer_the_terminal(kg: Kg, tmp_path: Path, command: str) -> None:
    """Escape sequences and direction marks of an article are made visible, markup is left as text."""
    article = tmp_path / "a.txt"
    article.write_text(f"---\ntitle: \x1b[2Jcleared\nsource: \x1b[5mX\n---\n{HOSTILE}\n", encoding="utf-8")
    folder = tmp_path / "g"
    assert kg("build", article, "--store", folder).code == 0
    results = {
        "extract": lambda: kg("extract", article),
        "build": lambda: kg("build", article, tmp_path / "\x1b[31m.txt", "--store", folder),
        "explain": lambda: kg("explain", HOSTILE),
        "query": lambda: kg("query", "SELECT * WHERE { ?s ?p ?o }", "--store", folder),
        "path": lambda: kg("path", "Vladimir Putin", "Donald Trump", "--store", folder),
        "stats": lambda: kg("stats", "--store", folder),
    }
    result = results[command]()
    assert not set("\x1b\x07\x9b\u202e") & set(result.out + result.err)


def test_a_closed_pipe_is_no_error(root: Path, seeds: Path) -> None:
    """`kg extract … | head -1` ends quietly."""
    import subprocess

    command = [sys.executable, "-m", "kg", "extract", str(seeds), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
