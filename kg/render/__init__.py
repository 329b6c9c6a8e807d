"""Shows the graph: one self-contained HTML page, or a pyvis Network to go on with."""

from kg.render.gather import view_from
from kg.render.graph import pyvis_network
from kg.render.html import html_page, notebook_frame, write_html
from kg.render.view import View

__all__ = ["View", "html_page", "notebook_frame", "pyvis_network", "view_from", "write_html"]
