"""Runs the command line: every error becomes one or two plain lines and an exit code, never a traceback."""

from __future__ import annotations

import difflib
import logging
import os
import re
import sys
from collections.abc import Sequence

import typer

from kg.cli.console import note
from kg.errors import KgError

DONE, FAILED, WRONG_USE = 0, 1, 2


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run the app and give its exit code: 0 done, 1 something failed, 2 wrong use."""
    arguments = list(arguments)
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    debug = "--debug" in options or bool(os.environ.get("KG_DEBUG"))
    if "--debug" in options:
        arguments.remove("--debug")
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        code = app(arguments, standalone_mode=False, prog_name="kg")
        sys.stdout.flush()
    except KgError as error:
        if debug:
            raise
        note(f"kg: {error}")
        return WRONG_USE
    except typer.TyperException as error:
        note(f"{_command(error)}: {_usage(error)}")
        return WRONG_USE
    except typer.Abort:
        return 130
    except (BrokenPipeError, SystemExit):  # Typer turns a closed pipe into sys.exit, and nothing else
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if debug:
            raise
        note(
            f"kg: something went wrong that should not ({type(error).__name__}: {str(error)[:200]}). "
            "Run the command again with --debug and report what it prints."
        )
        return FAILED
    return code if isinstance(code, int) else DONE


def _command(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return str(context.command_path) if context is not None else "kg"


def _usage(error: typer.TyperException) -> str:
    """Word a usage error, with the value that was probably meant."""
    message = getattr(error, "format_message", lambda: str(error))().replace("Value error, ", "").rstrip(". ")
    if found := re.search(r"'([^']*)' is not one of ((?:'[^']*'(?:, )?)+)", message):
        close = difflib.get_close_matches(found[1], re.findall(r"'([^']*)'", found[2]), n=1)
        message += f". Did you mean {close[0]!r}?" if close else ""
    elif found := re.search(r"No such option: (\S+) \(Possible options: ([^)]+)\)", message):
        possible = found[2].split(", ")
        close = difflib.get_close_matches(found[1], possible, n=1, cutoff=0)
        message = f"No such option: {found[1]}. Did you mean {(close or possible)[0]!r}?"
    end = "" if message.endswith("?") else "."
    return f"{message}{end} See {_command(error)} --help."
