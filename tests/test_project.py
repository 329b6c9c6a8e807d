"""The project's own files hold together: constraints, licences, no addresses."""

from __future__ import annotations

import re
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9][\w.-]*")


def plain(name: str) -> str:
    """Write a distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def constraints(root: Path) -> dict[str, str]:
    """Read constraints.txt."""
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {plain(name): version for name, version in pairs}


def dependencies(root: Path) -> dict[str, list[str]]:
    """Read the dependencies of pyproject.toml by extra, "" for those always installed."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = {"": project["dependencies"], **project["optional-dependencies"]}
    return {extra: [plain(NAME.match(line)[0]) for line in lines] for extra, lines in found.items()}  # type: ignore[index]


def test_every_dependency_is_constrained_to_one_version(root: Path) -> None:
    """constraints.txt names an exact version of each dependency and extra, without addresses."""
    text = (root / "constraints.txt").read_text(encoding="utf-8")
    assert "://" not in text and "@" not in text
    assert {name for names in dependencies(root).values() for name in names} <= set(constraints(root))


def test_what_is_installed_is_what_is_constrained(root: Path) -> None:
    """The tests run with the versions that a user gets."""
    installed = {plain(str(found.metadata["Name"])): found.version for found in metadata.distributions()}
    wrong = {
        name: (wanted, installed[name])
        for name, wanted in constraints(root).items()
        if installed.get(name, wanted) != wanted
    }
    assert wrong == {}


def test_every_dependency_is_explained(root: Path) -> None:
    """docs/dependencies.md has a row for each dependency of users and developers."""
    text = (root / "docs" / "dependencies.md").read_text(encoding="utf-8")
    for names in dependencies(root).values():
        assert [name for name in names if f"`{name}`" not in text] == []


def test_no_tracked_file_names_a_machine(root: Path) -> None:
    """No path of a machine and no host of a registry stands in a tracked file."""
    pattern = r"(^|[^A-Za-z0-9._/])/(work|root)/|/tmp/[a-z]|files\.pythonhosted|pypi\.(org|python)|deb\.debian\.org"
    run = subprocess.run(
        ["git", "grep", "-nIE", pattern, "--", ".", ":!tests/test_project.py"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout == ""


def test_the_seed_article_is_untouched(seeds: Path) -> None:
    """After its front matter, the first seed begins and ends as it was found, adverts included."""
    body = (seeds / "trump-putin-call.txt").read_text(encoding="utf-8").split("---\n", 2)[2]
    assert body.startswith("(LONDON) — President Donald Trump held a high-stakes phone call")
    assert body.rstrip().endswith("Copyright © 2025, ABC Audio. All rights reserved.")
    assert body.count("https://") == 5
