"""Builds the documentation as a site, offline: `make docs`. Every link is checked; the result needs no other host."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import notebook_pages

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"(\]\()([^)\s#:]+)((?:#[^)\s]*)?\))")
CODE = re.compile(r"(^```.*?^```$|`[^`\n]+`)", re.DOTALL | re.MULTILINE)
COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
SHIM = re.compile(rb"https://unpkg\.com/iframe-worker/shim")
BESIDE = {
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
    "CITATION.cff": "CITATION.cff",
    "tests/gold/GUIDELINES.md": "guidelines.md",
}
"""Files beside docs/ that the site has as well, and where."""


def build(target: Path, *, docs: Path = ROOT / "docs") -> str:
    """Build the site of a folder of pages into a folder, which is emptied first; gives what the builder said.

    Raises RuntimeError with the builder's words where it warns of anything, a link that leads nowhere included.
    """
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder)
        _stage(docs, stage / "docs")
        shutil.copy(docs / "zensical.toml", stage)
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean"]
        run = subprocess.run(command, cwd=stage, capture_output=True, text=True, check=False)
        said = COLOUR.sub("", run.stdout + run.stderr.partition("Traceback")[0])
        if run.returncode or "Warning" in said:
            raise RuntimeError(f"The documentation does not build:\n{said}")
        _make_local(stage / "site")
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(stage / "site", target)
    return said


def _stage(pages: Path, docs: Path) -> None:
    """Lay out all pages as the site has them, links between them led to where they are there."""
    shutil.copytree(pages, docs, ignore=shutil.ignore_patterns("zensical.toml"))
    places = {f"docs/{path.relative_to(docs).as_posix()}": path.relative_to(docs).as_posix() for path in _files(docs)}
    (docs / "notebooks").mkdir()
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        places[f"notebooks/{path.name}"] = f"notebooks/{path.stem}.md"
        text = notebook_pages.page(path, docs / "notebooks")
        (docs / "notebooks" / f"{path.stem}.md").write_text(text, encoding="utf-8")
    for source, place in BESIDE.items():
        places[source] = place
        shutil.copy(ROOT / source, docs / place)
    for source, place in places.items():
        if place.endswith(".md"):
            page = docs / place
            page.write_text(_linked(page.read_text(encoding="utf-8"), source, place, places), encoding="utf-8")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _linked(text: str, source: str, place: str, places: Mapping[str, str]) -> str:
    """Lead each link of a page to where its target is on the site; what is not there is left, and the builder warns."""

    def led(found: re.Match[str]) -> str:
        target = os.path.normpath(PurePosixPath(source).parent / found[2])
        if target not in places:
            return found[0]
        return f"{found[1]}{os.path.relpath(places[target], PurePosixPath(place).parent)}{found[3]}"

    parts = CODE.split(text)
    return "".join(part if number % 2 else LINK.sub(led, part) for number, part in enumerate(parts))


def _make_local(site: Path) -> None:
    """Let the pages take the script that searches files without a server from the site, not from another host."""
    for page in site.rglob("*.html"):
        script = os.path.relpath(site / "assets" / "search-files.js", page.parent)
        page.write_bytes(SHIM.sub(Path(script).as_posix().encode(), page.read_bytes()))


def main() -> None:
    """Build the site into site/ of the checkout."""
    try:
        build(ROOT / "site")
    except RuntimeError as error:
        raise SystemExit(str(error)) from None
    print("site/index.html written")


if __name__ == "__main__":
    main()
