"""Joins the small ES modules of page/ into one script, in the order of their imports, without a build step.

Each module becomes a function that is called once and returns what the module exports. A module may import names
from its neighbours by one-line statements (`import { a, b } from "./other.js";`) and export functions, classes and
constants where they are declared; anything else is refused here instead of failing in a reader's browser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

PAGE = Path(__file__).with_name("page")
IMPORT = re.compile(r'^import \{ (?P<names>[\w, ]+) \} from "\./(?P<file>[\w-]+\.js)";$', re.M)
EXPORT = re.compile(r"^export (?P<kind>(?:async )?function\*?|const|class) (?P<name>\w+)", re.M)
UNHANDLED = re.compile(r"^(?:import|export)\b.*$|\bimport\(|\bexport\s*\{", re.M)


@lru_cache
def page_script() -> str:
    """Give the script of the page: all modules that main.js needs, joined."""
    return joined({file.name: file.read_text(encoding="utf-8") for file in sorted(PAGE.glob("*.js"))}, "main.js")


@lru_cache
def page_style() -> str:
    """Give the style sheets of page/, in the order of their names."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(PAGE.glob("*.css")))


def joined(modules: Mapping[str, str], entry: str) -> str:
    """Join modules, given by file name, into one script that runs `entry` last.

    Raises ValueError for an import in a circle, of a file or name that is not there, or in a form not handled.

    >>> print(joined({"a.js": "export const x = 1;", "main.js": 'import { x } from "./a.js";\\nf(x);'}, "main.js"))
    const a_js = (() => {
    const x = 1;
    return { x };
    })();
    const main_js = (() => {
    const { x } = a_js;
    f(x);
    return {  };
    })();
    """
    parts: list[str] = []
    exports: dict[str, list[str]] = {}
    _join(entry, modules, parts, exports, ())
    return "\n".join(parts)


def _join(
    name: str, modules: Mapping[str, str], parts: list[str], exports: dict[str, list[str]], chain: tuple[str, ...]
) -> None:
    if name in chain:
        raise ValueError(f"modules import each other in a circle: {' → '.join((*chain, name))}")
    if name in exports:
        return
    if name not in modules:
        raise ValueError(f"{chain[-1] if chain else 'the page'} imports {name}, which is not there")
    source = modules[name]
    for found in IMPORT.finditer(source):
        _join(found["file"], modules, parts, exports, (*chain, name))
        missing = {given.strip() for given in found["names"].split(",")} - set(exports[found["file"]])
        if missing:
            raise ValueError(f"{name} imports {', '.join(sorted(missing))}, which {found['file']} does not export")
    exports[name] = [found["name"] for found in EXPORT.finditer(source)]
    body = IMPORT.sub(lambda found: f"const {{ {found['names']} }} = {_variable(found['file'])};", source)
    body = EXPORT.sub(r"\g<kind> \g<name>", body)
    if left := UNHANDLED.search(body):
        raise ValueError(f"{name}: this form of import or export is not handled: {left[0]}")
    parts.append(
        f"const {_variable(name)} = (() => {{\n{body.strip()}\nreturn {{ {', '.join(exports[name])} }};\n}})();"
    )


def _variable(file: str) -> str:
    return re.sub(r"\W", "_", file)
