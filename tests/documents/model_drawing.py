"""The drawing of the data model, docs/data-model.svg, made from `ontologies/shapes.ttl`.

What stands where is said here; which properties a thing has, and how many of each, comes from the shapes. The writer
stores a few more that need no check; those are listed here, and a test finds each of them in a graph.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.ontology.files import ontology_file
from kg.store.terms import PREFIXES, term

SH = "http://www.w3.org/ns/shacl#"
SHAPE = "https://w3id.org/dragoman/shapes#"
WIDTH, ROW, HEAD, GAP = 218, 19, 44, 64
MARGIN = 26
LOWER = 300
"""The top of the lower row of boxes."""


@dataclass(frozen=True)
class Box:
    """A kind of thing: its shape, its class and kinds, where it stands, and what the shapes do not say of it."""

    shape: str
    name: str
    kinds: str
    column: int
    top: int
    more: Mapping[str, str]
    """Properties without a check in the shapes → how many."""
    leads: Mapping[str, str]
    """Properties → the shape of what they lead to, where the shapes do not say."""


BOXES = (
    Box("Article", "schema:NewsArticle", "one named graph each", 0, 30,
        {"schema:headline": "0..1", "schema:publisher": "0..1", "schema:url": "0..1", "dip:quoted": "0..n"},
        {"dip:quoted": "Quotation"}),
    Box("Mention", "gaf:Mention", "a sentence that tells an event", 1, 30,
        {"dip:trigger": "1", "dip:triggerEnd": "1", "dip:rule": "0..1"}, {}),
    Box("Event", "sem:Event", "one occasion, also a dip:Consult …", 2, 30,
        {"dip:topic": "0..1"}, {}),
    Box("Actor", "dip:Actor", "a person, state, group …", 3, 30,
        {"skos:altLabel": "0..n", "dip:represents": "0..1"}, {"dip:represents": "Actor"}),
    Box("Relation", "dip:Relation", "a predicate, such as dip:called", 3, 204, {}, {}),
    Box("Quotation", "schema:Quotation", "what somebody says", 0, LOWER,
        {"schema:creator": "0..1", "nif:beginIndex": "1", "nif:endIndex": "1"},
        {"prov:wasDerivedFrom": "Article", "schema:creator": "Actor"}),
    Box("Link", "dip:Link", "two events of one occasion, or at odds", 2, LOWER,
        {"dip:relation": "1"}, {"dip:from": "Event", "dip:to": "Event"}),
    Box("Tenure", "dip:Tenure", "an office, as an article states it", 3, LOWER,
        {"dip:represents": "0..1", "dip:statedOn": "0..1"},
        {"dip:holder": "Actor", "dip:represents": "Actor", "prov:wasDerivedFrom": "Article"}),
)  # fmt: skip
STYLE = """
svg{--ground:#fbfaf7;--paper:#fff;--ink:#1f2328;--soft:#595f66;--line:#b9b5aa;--head:#134a8e;--tie:#c8691f}
@media(prefers-color-scheme:dark){svg{--ground:#14171b;--paper:#1c2026;--ink:#e9e6df;--soft:#a9adb3;--line:#4a525c;
--head:#8cc4ff;--tie:#ffb066}}
.ground{fill:var(--ground)}.box{fill:var(--paper);stroke:var(--line)}
text{font-family:ui-sans-serif,system-ui,sans-serif;fill:var(--ink)}
.name{font-size:14px;font-weight:700;fill:var(--head)}.kinds{font-size:10.5px;fill:var(--soft)}
.row{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:11.5px}.many{text-anchor:end;fill:var(--soft)}
.tie{fill:none;stroke:var(--soft);stroke-width:1.2}.tip{fill:var(--soft)}.edge{fill:none;stroke:var(--tie);stroke-width:2}
.edge-tip,.edge-text{fill:var(--tie)}.edge-text{font-size:11.5px;font-weight:600}
"""


def properties(box: Box) -> dict[str, tuple[str, str | None]]:
    """Give the properties of a box in their order: how many of it there may be, and the shape that it leads to."""
    store = _shapes()
    found: dict[str, tuple[str, str | None]] = {}
    shape = ox.NamedNode(SHAPE + box.shape)
    for quad in store.quads_for_pattern(shape, ox.NamedNode(f"{SH}property"), None):
        path = _value(store, quad.object, "path")
        if isinstance(path, ox.NamedNode):
            name = short(path.value)
            of = _value(store, quad.object, "class")
            leads = next((other.shape for other in BOXES if of == term(other.name)), box.leads.get(name))
            found[name] = (_count(store, quad.object), leads)
    for name, count in box.more.items():
        found[name] = (count, box.leads.get(name))
    return dict(sorted(found.items(), key=lambda item: (item[1][1] is None, item[0])))


def _shapes() -> ox.Store:
    store = ox.Store()
    store.load(ontology_file("shapes.ttl").read_bytes(), ox.RdfFormat.TURTLE)
    return store


def _value(store: ox.Store, node: object, name: str) -> object:
    quads = store.quads_for_pattern(node, ox.NamedNode(SH + name), None)  # type: ignore[arg-type]
    return next((quad.object for quad in quads), None)


def _count(store: ox.Store, node: object) -> str:
    least, most = (_value(store, node, name) for name in ("minCount", "maxCount"))
    low, high = (found.value if isinstance(found, ox.Literal) else None for found in (least, most))
    return "1" if low == high == "1" else f"{low or '0'}..{high or 'n'}"


def short(iri: str) -> str:
    """Give the prefixed name of an IRI."""
    prefix, namespace = max(
        ((prefix, namespace) for prefix, namespace in PREFIXES.items() if iri.startswith(namespace)),
        key=lambda pair: len(pair[1]),
    )
    return f"{prefix}:{iri.removeprefix(namespace)}"


def _left(box: Box) -> int:
    return MARGIN + box.column * (WIDTH + GAP)


def _high(box: Box) -> int:
    return HEAD + ROW * len(properties(box)) + (6 if properties(box) else 0)


def page() -> str:
    """Give the drawing as SVG."""
    placed = {box.shape: box for box in BOXES}
    width = 2 * MARGIN + 4 * WIDTH + 3 * GAP
    height = _bottom() + 66
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title">',
        '<title id="title">The data model: articles, mentions, events, actors and what joins them</title>',
        f"<style>{STYLE}</style>",
        f'<rect class="ground" width="{width}" height="{height}" rx="8"/>',
    ]
    for box in BOXES:
        parts += _drawn(box)
    for box in BOXES:
        for row, (_, leads) in enumerate(properties(box).values()):
            if leads is not None:
                parts.append(_tie(box, row, placed[leads]))
    parts += _direct_edge(placed["Actor"], height)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _drawn(box: Box) -> Iterator[str]:
    x, y = _left(box), box.top
    yield f'<rect class="box" x="{x}" y="{y}" width="{WIDTH}" height="{_high(box)}" rx="6"/>'
    yield f'<text class="name" x="{x + 10}" y="{y + 19}">{box.name}</text>'
    yield f'<text class="kinds" x="{x + 10}" y="{y + 34}">{html.escape(box.kinds)}</text>'
    for row, (name, (count, _)) in enumerate(properties(box).items()):
        at = y + HEAD + ROW * row + 13
        yield f'<text class="row" x="{x + 10}" y="{at}">{name}</text>'
        yield f'<text class="row many" x="{x + WIDTH - 10}" y="{at}">{count}</text>'


def _tie(box: Box, row: int, other: Box) -> str:
    """Draw what leads from a row to another box, around all that stands between."""
    start, end = box.top + HEAD + ROW * row + 9, other.top + 12 + 6 * row
    left, bend = _left(box), 9 + 6 * row
    if other is box:
        x = left + WIDTH
        return _arrow([(x, start), (x + 12, start), (x + 12, end), (x, end)])
    if other.column == box.column:
        aside = left - bend - (7 if other.top > box.top else 0)
        return _arrow([(left, start), (aside, start), (aside, end), (left, end)])
    right = other.column > box.column
    x, side = (left + WIDTH, _left(other)) if right else (left, _left(other) + WIDTH)
    out, into = (x + bend, side - bend - 4) if right else (x - bend, side + bend + 4)
    if abs(other.column - box.column) == 1:
        return _arrow([(x, start), (into, start), (into, end), (side, end)])
    lane = _bottom() + 6 + 5 * row if box.top >= LOWER else 14
    return _arrow([(x, start), (out, start), (out, lane), (into, lane), (into, end), (side, end)])


def _bottom() -> int:
    return max(box.top + _high(box) for box in BOXES)


def _arrow(points: Sequence[tuple[int, int]]) -> str:
    (x, y), towards = points[-1], 1 if points[-1][0] > points[-2][0] else -1
    course = " ".join(f"{a},{b}" for a, b in points)
    return (
        f'<polyline class="tie" points="{course}"/>'
        f'<polygon class="tip" points="{x},{y} {x - 8 * towards},{y - 4} {x - 8 * towards},{y + 4}"/>'
    )


def _direct_edge(actor: Box, height: int) -> Iterator[str]:
    """Draw the edge that each actual event asserts beside what stands in the boxes."""
    y = height - 24
    x = _left(actor) + 4
    start = MARGIN + 330
    yield f'<text class="edge-text" x="{MARGIN}" y="{y + 4}">each actual event also asserts its edges directly:</text>'
    yield f'<text class="row" x="{start}" y="{y + 4}">id:Donald_Trump</text>'
    yield f'<path class="edge" d="M{start + 112} {y}H{x - 130}"/>'
    yield f'<polygon class="edge-tip" points="{x - 122},{y} {x - 131},{y - 5} {x - 131},{y + 5}"/>'
    yield f'<text class="edge-text" x="{(start + 112 + x - 130) // 2 - 30}" y="{y - 6}">dip:called</text>'
    yield f'<text class="row" x="{x - 116}" y="{y + 4}">id:Vladimir_Putin</text>'
