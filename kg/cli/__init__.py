"""The command line: Typer commands, one a file."""

from __future__ import annotations

import sys
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Run `kg` with the arguments of this process, and end it."""
    from kg.cli.app import app
    from kg.cli.run import run

    sys.exit(run(app, sys.argv[1:]))
