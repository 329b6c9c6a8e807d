"""Every command is documented, with an example that its own parser accepts."""

from __future__ import annotations

import re
import shlex
from typing import get_args

import pytest
import typer
from running import Kg

from kg.cli.app import app
from kg.cli.query import Format
from kg.store.answer import FORMATS

DESIGNED = {"build", "extract", "explain", "query", "path", "show", "export", "stats", "validate", "remove", "eval"}
GROUP = typer.main.get_command(app)
COMMANDS = {name: command for name, command in GROUP.commands.items() if not hasattr(command, "commands")}  # type: ignore[attr-defined]


def test_the_commands_of_the_design_are_there() -> None:
    """Nothing that the design promises is missing."""
    assert set(COMMANDS) >= DESIGNED


@pytest.mark.parametrize("name", COMMANDS)
def test_help_tells_what_a_command_does_and_gives_examples(kg: Kg, name: str) -> None:
    """Each help has a sentence and an example, and each option a description."""
    result = kg(name, "--help")
    assert result.code == 0
    assert f"kg {name} " in result.out
    command = COMMANDS[name]
    assert all(getattr(parameter, "help", None) for parameter in command.params)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_are_accepted(name: str) -> None:
    """Every example in the help is parsed by the command, with nothing left over."""
    command = COMMANDS[name]
    examples = re.findall(r"(?:- |Example: )`([^`]*kg [^`]*)`", command.help or "")
    assert examples
    for example in examples:
        line = re.split(r" [>|] ", example[example.index("kg ") :])[0]
        words = shlex.split(line)
        assert words[:2] == ["kg", name]
        command.make_context(name, words[2:])


def test_query_offers_every_format_of_the_store() -> None:
    """The formats of --format are those that answers can be written in."""
    assert get_args(Format) == FORMATS


def test_version(kg: Kg) -> None:
    """--version prints name and version."""
    assert re.fullmatch(r"dragoman \d+\.\d+\.\d+\S*\n", kg("--version").out)
