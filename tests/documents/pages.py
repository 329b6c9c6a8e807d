"""The pages that are written by programs, each with what it should say now; `make readme` writes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import command_line
import library
import model_drawing
import vocabulary_page
from sessions import ROOT, fresh


def _as_run(name: str) -> Callable[[], str]:
    return lambda: fresh((ROOT / name).read_text(encoding="utf-8"))


PAGES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "README.md": _as_run("README.md"),
        "docs/queries-on-seeds.md": _as_run("docs/queries-on-seeds.md"),
        "docs/tutorial.md": _as_run("docs/tutorial.md"),
        "docs/evaluation.md": _as_run("docs/evaluation.md"),
        "docs/faq.md": _as_run("docs/faq.md"),
        "docs/data-model.svg": model_drawing.page,
        "docs/reference/commands.md": command_line.page,
        "docs/reference/predicates.md": vocabulary_page.page,
        "docs/reference/python.md": library.page,
    }
)


def main() -> None:
    """Write every page that does not say what it should."""
    for name, page in PAGES.items():
        path, text = ROOT / name, page()
        changed = not path.is_file() or path.read_text(encoding="utf-8") != text
        if changed:
            path.write_text(text, encoding="utf-8")
        print(f"{name} {'written' if changed else 'as it was'}")


if __name__ == "__main__":
    main()
