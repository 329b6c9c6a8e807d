"""The reference of the command line, written from what each command says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import typer

from kg.cli.app import app

_TYPE = re.compile(r" <[^>]*>$")
INTRODUCTION = """# Commands

*Written from the help of the commands by `make readme`.*

`kg COMMAND --help` tells the same. Exit codes: 0 done, 1 some articles failed (listed) or nothing was found, 2 wrong
use. `kg --debug COMMAND` shows the traceback of an error.
"""


def page() -> str:
    """Give the page."""
    return "\n".join([INTRODUCTION, *_group(typer.main.get_command(app), "kg")]) + "\n"


def _group(group: Any, name: str) -> Iterator[str]:
    for command_name, command in group.commands.items():
        full = f"{name} {command_name}"
        if hasattr(command, "commands"):
            yield from (f"## {full}", "", command.help.strip(), "")
            yield from _group(command, full)
        else:
            yield from _command(command, full)


def _command(command: Any, full: str) -> Iterator[str]:
    context = command.make_context(full, [], resilient_parsing=True)
    records = [(parameter, parameter.get_help_record(context)) for parameter in command.params]
    arguments = [_TYPE.sub("", record[0]) for parameter, record in records if parameter.param_type_name == "argument"]
    usage = " ".join([full, *arguments, "[OPTIONS]"])
    yield from ("#" * len(full.split()) + f" {full}", "", command.help.strip(), "", f"```text\n{usage}\n```", "")
    rows = [f"| {_names(record[0])} | {_cell(record[1])} |" for _, record in records if record is not None]
    yield from ("| | |", "|---|---|", *rows, "")


def _names(text: str) -> str:
    """Write the names of an option as code; its choices stay, a mere type of Python goes."""
    choices = re.search(r" <([^>]*\|[^>]*)>$", text)
    named = f"`{_TYPE.sub('', text)}`".replace(", ", "`, `")
    return _cell(f"{named}: {choices[1]}".replace("|", ", ") if choices else named)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
