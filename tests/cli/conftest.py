"""Runs `kg` in this process, as a terminal without colours would see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import Kg, Result

from kg.cli.app import app
from kg.cli.run import run
from kg.graph import build


@pytest.fixture
def kg(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Kg:
    """Run a command and give its exit code and output."""
    for name in ("KG_STORE", "KG_DEBUG", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object) -> Result:
        code = run(app, [str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def store(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the seed articles; not to be written to."""
    folder = tmp_path_factory.mktemp("seeds") / "graph"
    build(seeds, store=folder).close()
    return folder
