"""Writes the page: one HTML file that asks nobody for anything and runs nothing but its own scripts."""

from __future__ import annotations

import base64
import hashlib
import html
import os
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from kg.errors import KgError
from kg.render.bundle import PAGE, page_script, page_style
from kg.render.graph import pyvis_network
from kg.render.palette import custom_properties
from kg.render.payload import embedded, payload
from kg.render.text import inert
from kg.render.view import View
from kg.render.visnetwork import vis_network

if TYPE_CHECKING:
    from pyvis.network import Network

TITLE = "Who dealt with whom"
NOTE = "The interactive graph stands here when the notebook is trusted, or the cell has been run again."


def html_page(view: View, *, title: str = TITLE, network: Network | None = None, served: bool = False) -> str:
    """Give the page of a view as one HTML text; the same view and title give the same bytes.

    `network` is a pyvis Network made by `pyvis_network(view)` whose positions and sizes were changed. A page that is
    `served` offers to get the events of an actor from where it comes from, at ?actor=NAME.
    """
    nodes = (network or pyvis_network(view)).nodes
    scripts = [vis_network(), page_script()]
    styles = [custom_properties() + page_style()]
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        )
    )
    return _template().render(
        title=inert(title),
        policy=policy,
        scripts=[Markup(script) for script in scripts],
        styles=[Markup(style) for style in styles],
        data=Markup(embedded(payload(view, nodes, served=served))),
    )


def write_html(view: View, path: str | os.PathLike[str], *, title: str = TITLE, network: Network | None = None) -> Path:
    """Write the page of a view to a file in UTF-8, whole or not at all; returns the path. Raises KgError."""
    target = Path(path)
    text = html_page(view, title=title, network=network)
    written: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".kg-", suffix=".html", delete=False) as file:
            written = Path(file.name)
            file.write(text.encode("utf-8"))
        written.chmod(0o644)
        written.replace(target)
    except OSError as error:
        if written:
            written.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise KgError(
            f"the page cannot be written: {reason}.", place=str(target), advice="Choose another path."
        ) from None
    return target


def notebook_frame(page: str, *, height: int = 640) -> str:
    """Wrap a page for a notebook's output cell: an iframe that carries it whole, sandboxed, without a side file.

    `height` is in pixels. The frame may run its scripts, open links in a new tab and save files, nothing else. Where
    frames are taken out of outputs, as in a notebook that is not trusted, a note stands in its place.
    """
    allowed = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
    return (
        f'<div><div style="height:0;overflow:visible">{NOTE}</div>'
        f'<iframe title="Graph" sandbox="{allowed}" width="100%" height="{int(height)}" '
        'style="border:0;position:relative;background:Canvas" '  # which hides the note behind it
        f'srcdoc="{html.escape(page, quote=True)}"></iframe></div>'
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


@lru_cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(PAGE, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html.j2")
