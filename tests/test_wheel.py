"""The wheel carries all that runs, and works outside the checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(root)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    (path,) = folder.glob("dragoman-*.whl")
    return path


def tracked(root: Path, folder: str) -> set[str]:
    """List the files of a folder that git knows."""
    run = subprocess.run(["git", "ls-files", folder], cwd=root, capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines())


def test_the_wheel_holds_the_package_and_the_ontologies(root: Path, wheel: Path) -> None:
    """Every tracked file of kg/ and of ontologies/ is in it, and no tests, seeds or notebooks."""
    files = set(zipfile.ZipFile(wheel).namelist())
    ours = {name for name in files if ".dist-info/" not in name}
    expected = tracked(root, "kg") | {f"kg/{name}" for name in tracked(root, "ontologies")}
    assert expected <= ours
    assert "kg/py.typed" in ours  # by which type checkers know that the package has types
    assert all(name.startswith("kg/") for name in ours)
    assert any(name.endswith("licenses/LICENSE") for name in files)


def test_the_wheel_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Unpacked elsewhere, it finds its ontologies and extracts an event."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = (
        "import kg; e = kg.Extractor().extract(kg.Article('a', 'Vladimir Putin called Donald Trump.')); "
        "print(kg.__file__, e.events[0].predicate)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": "", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == [str(tmp_path / "site" / "kg" / "__init__.py"), "called"]
