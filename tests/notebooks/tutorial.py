"""The tutorial's commands, run in order and written anew with what they print (`make readme`)."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = ROOT / "docs" / "tutorial.md"

sys.path.insert(0, str(ROOT / "tests"))

from readme import fresh  # noqa: E402 # beside the folder of this file, and run as a script there is no package


def told() -> str:
    """Give the tutorial with every command run again."""
    return fresh(TUTORIAL.read_text(encoding="utf-8"))


if __name__ == "__main__":
    text = told()
    if "\nkg: something went wrong" in text:
        raise SystemExit("A command of the tutorial fails, so it is left as it was.")
    TUTORIAL.write_text(text, encoding="utf-8")
    print(f"{TUTORIAL.name} written")
