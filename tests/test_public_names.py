"""What `import kg` gives: these names, at no cost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import kg


def test_the_public_names_are_these_sorted() -> None:
    """Exactly these names are public, and each can be had."""
    records = ["Article", "Extraction", "Extractions", "Extractor", "Failure", "Graph", "KgError"]
    assert kg.__all__ == [*records, "build", "explain", "extract", "open", "predicates", "pyvis", "read", "show"]
    assert kg.__all__ == sorted(kg.__all__)
    assert all(getattr(kg, name) is not None for name in kg.__all__)
    assert set(dir(kg)) == {*kg.__all__, "__version__"}  # which is what completion offers


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A misspelt name fails as in any module."""
    assert not hasattr(kg, "biuld")


def test_import_loads_nothing_heavy_and_warns_of_nothing(root: Path) -> None:
    """Of this package only kg itself is loaded, and no third-party package at all."""
    code = (
        "import json, sys; before = set(sys.modules); import kg; print(json.dumps(sorted(set(sys.modules) - before)))"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in json.loads(run.stdout)}
    assert [name for name in json.loads(run.stdout) if name.startswith("kg")] == ["kg"]
    assert loaded <= {"kg", *sys.stdlib_module_names}


def test_every_part_imports_without_a_warning(root: Path) -> None:
    """`python -W error` can use everything public."""
    code = "import kg; [getattr(kg, name) for name in kg.__all__]"
    command = [sys.executable, "-W", "error", "-c", code]
    assert subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stderr == ""
