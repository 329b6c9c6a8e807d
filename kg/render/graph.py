"""The view as pyvis's Network, the object that its users know."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader

from kg.render.layout import layout
from kg.render.palette import LIGHT, SCALE_LIGHT, step_of
from kg.render.view import View, ViewActor, ViewEvent

if TYPE_CHECKING:
    from pyvis.network import Network

SHAPES = {"person": "dot", "state": "square", "organisation": "hexagon", "group": "diamond", "place": "triangleDown"}
DASHES: dict[str, bool | list[int]] = {"actual": False, "planned": [8, 6], "possible": [2, 5], "negated": [2, 5]}
SMALLEST, LARGEST = 8.0, 28.0
FETCHED = re.compile(r"<(link|script)\b[^>]*https://[^>]*/bootstrap@[^>]*>(?:\s*</script>)?")
"""What pyvis' template loads from the web whatever its setting; the graph is drawn without it."""


class _Offline(FileSystemLoader):
    """pyvis' own templates, less what they would fetch."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, current = super().get_source(environment, template)
        return FETCHED.sub("", source), path, current


def size_of(actor: ViewActor, count: int = 1) -> float:
    """Give the radius of one of `count` actors in pixels at zoom 1; its area grows with its rank.

    Among hundreds and thousands those of little rank become smaller, so that the central ones stand out.
    """
    crowd = min(1.0, max(0.0, math.log10(count / 300)))
    smallest = SMALLEST - (SMALLEST - 4.0) * crowd
    return round(smallest + (LARGEST - smallest) * math.pow(actor.rank, 0.5 + 0.35 * crowd), 1)


def pyvis_network(view: View) -> Network:
    """Give the view as a pyvis Network: an actor a node with its position, a pair of an event an edge.

    Physics is off, parallel edges are kept. The Network's templates escape what they print and load nothing from the
    web, titles hold plain text.
    """
    from pyvis.edge import Edge  # pyvis imports IPython, which takes a third of a second
    from pyvis.network import Network

    network = Network(height="100vh", width="100%", directed=True, cdn_resources="in_line", bgcolor=LIGHT["ground"])
    network.templateEnv = Environment(loader=_Offline(network.template_dir), autoescape=True)
    network.toggle_physics(False)
    network.options.edges.smooth.enabled = False
    sizes = [size_of(actor, len(view.actors)) for actor in view.actors]
    points = layout([actor.id for actor in view.actors], [p for event in view.events for p in event.pairs], sizes)
    for actor, (x, y), size in zip(view.actors, points, sizes, strict=True):
        network.add_node(
            actor.id,
            label=actor.label,
            title=_plain("\n".join((actor.label, *actor.offices))),
            shape=SHAPES[actor.kind],
            color=LIGHT[f"kind-{actor.kind}"],
            size=size,
            x=x,
            y=y,
            physics=False,
        )
    for event in view.events:
        for subject, object_ in event.pairs:
            drawn = _drawn(view, event)
            edge = Edge(view.actors[subject].id, view.actors[object_].id, directed=True, **drawn)
            network.edges.append(edge.options)  # add_edge scans all nodes for each edge
    return network


def _drawn(view: View, event: ViewEvent) -> dict[str, Any]:
    predicate = view.predicates[event.predicate]
    heading = " · ".join(filter(None, (predicate.label, event.date, event.status)))
    return {
        "title": _plain("\n".join((heading, *(telling.sentence for telling in event.tellings[:1])))),
        "color": SCALE_LIGHT[step_of(predicate.score)],
        "arrows": "" if predicate.symmetric else "to",
        "dashes": DASHES[event.status],
        "hidden": event.status == "negated",
        "event": event.id,
    }


def _plain(text: str) -> str:
    """Keep pyvis from showing all titles as HTML, which it does as soon as one holds these four letters."""
    return text.replace("href", "hre\N{WORD JOINER}f")
